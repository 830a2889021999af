#!/usr/bin/env python3
"""Holds many pages open and looks at others meanwhile: load.py ADDRESS COOKIES PID [STREAMS VIEWS SECONDS].

Opens STREAMS streams of changes (500), asks for VIEWS pages a second (50) for SECONDS (300), and says how
many streams were lost, how long views took beside a lone one, and how memory grew. COOKIES are of one session or of
several, with commas between, which take turns. With CHANGE='COMMAND' something is recorded each ten seconds, and it
is said how long streams took to tell of it; with AGAIN=1 each stream's page is asked for again then, as its script
does, and it is said how long that takes."""

import asyncio
import itertools
import os
import pathlib
import random
import statistics
import sys
import time
import urllib.parse


async def ask(host, port, path, cookie, read_body=True):
    reader, writer = await asyncio.open_connection(host, port)
    writer.write((f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: __Host-pdca={cookie}\r\n"
                  "Accept: text/html\r\nConnection: close\r\n\r\n").encode())
    await writer.drain()
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split()[1])
    if read_body:
        await reader.read()
        writer.close()
        return status
    return status, reader, writer


async def stream(host, port, cookie, until, counts, again=None):
    try:
        status, reader, writer = await ask(host, port, "/events", cookie, read_body=False)
        counts["open"] += status == 200
        while time.monotonic() < until:
            part = await asyncio.wait_for(reader.read(4096), 45)
            if not part:
                counts["lost"] += 1
                return
            if b"event: change" in part:
                counts["told"] += 1
                counts["last"] = time.monotonic()
                if again is not None:
                    counts["again"].append(asyncio.create_task(again(cookie)))
        writer.close()
    except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
        counts["lost"] += time.monotonic() < until


def asking_again(host, port, path, fresh, counts):
    """As an open page does when it is told of a change: within half a second, and again where the server is busy."""
    async def again(cookie):
        told = time.monotonic()
        await asyncio.sleep(0.5 * random.random())
        while await ask(host, port, path, cookie) == 503:
            counts["busy"] += 1
            await asyncio.sleep(2 + 3 * random.random())
        fresh.append(time.monotonic() - told)
    return again


async def change(command, until, counts, late):
    """Records something each ten seconds; seconds until the last stream has told of it."""
    while time.monotonic() < until - 12:
        await asyncio.sleep(10)
        told = counts["told"]
        one = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.DEVNULL)
        await one.wait()
        done = time.monotonic()
        for _ in range(100):
            await asyncio.sleep(0.05)
            if counts["told"] - told >= counts["open"] - counts["lost"]:
                late.append(max(0, counts["last"] - done))
                break
        else:
            counts["untold"] += 1


def memory(pid):
    """Resident kilobytes of a process."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


async def view(host, port, path, cookie, times, faults):
    began = time.perf_counter()
    try:
        status = await asyncio.wait_for(ask(host, port, path, cookie), 60)
        times.append(time.perf_counter() - began)
        faults["status"] += status != 200
    except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
        faults["lost"] += 1


async def main():
    address = urllib.parse.urlparse(sys.argv[1])
    cookies, pid = sys.argv[2].split(","), sys.argv[3]
    streams, views, seconds = (int(sys.argv[4 + n]) if len(sys.argv) > 4 + n else usual
                               for n, usual in enumerate((500, 50, 300)))
    host, port, path = address.hostname, address.port, address.path or "/"
    lone = []
    for _ in range(10):
        await view(host, port, path, cookies[0], lone, {"status": 0, "lost": 0})
    until = time.monotonic() + seconds
    counts, late = {"open": 0, "lost": 0, "told": 0, "untold": 0, "busy": 0, "last": 0.0, "again": []}, []
    fresh = []
    again = asking_again(host, port, path, fresh, counts) if "AGAIN" in os.environ else None
    watching = [asyncio.create_task(stream(host, port, cookie, until, counts, again))
                for cookie in itertools.islice(itertools.cycle(cookies), streams)]
    await asyncio.sleep(3)
    if "CHANGE" in os.environ:
        watching.append(asyncio.create_task(change(os.environ["CHANGE"], until, counts, late)))
    held, times, faults, tasks = [memory(pid)], [], {"status": 0, "lost": 0}, set()
    due = began = time.monotonic()
    turn = itertools.cycle(cookies)
    while due < until - 2:
        # At their times, however late those before are answered.
        await asyncio.sleep(max(0, due - time.monotonic()))
        task = asyncio.create_task(view(host, port, path, next(turn), times, faults))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        due += 1 / views
        if due - began > 60 * len(held):
            held.append(memory(pid))
    await asyncio.gather(*tasks, *counts["again"])
    held.append(memory(pid))
    for task in watching:
        task.cancel()
    times.sort()
    median = statistics.median(lone)
    p99 = times[int(len(times) * 0.99)] if times else 0
    print(f"streams: {counts['open']} open, {counts['lost']} lost, {counts['told']} changes told")
    if late:
        print(f"changes: {len(late)}, each told on all streams after {max(late):.1f} s at most; {counts['untold']} not so")
    if fresh:
        fresh.sort()
        print(f"pages asked for again: {len(fresh)}, shown after {statistics.median(fresh):.1f} s in the median, "
              f"{fresh[int(len(fresh) * 0.99)]:.1f} s for the slowest hundredth; the server was busy {counts['busy']} times")
    print(f"views: {len(times)}, {len(times) / (due - began):.1f} a second, {faults['status']} refused, {faults['lost']} lost")
    print(f"a lone view {median * 1000:.0f} ms; under load median {statistics.median(times) * 1000:.0f} ms, "
          f"p99 {p99 * 1000:.0f} ms, {p99 / median:.1f} times the lone one")
    print(f"memory, MiB, by minute: {', '.join(str(one // 1024) for one in held)}")


asyncio.run(main())
