#!/usr/bin/env python3
"""Holds many pages open and looks at others meanwhile: load.py ADDRESS COOKIE PID [STREAMS VIEWS SECONDS].

Opens STREAMS streams of changes (500), asks for VIEWS pages a second (50) for SECONDS (300), and says how
many streams were lost, how long views took beside a lone one, and how memory grew."""

import asyncio
import pathlib
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


async def stream(host, port, cookie, until, counts):
    try:
        status, reader, writer = await ask(host, port, "/events", cookie, read_body=False)
        counts["open"] += status == 200
        while time.monotonic() < until:
            part = await asyncio.wait_for(reader.read(4096), 45)
            if not part:
                counts["lost"] += 1
                return
            counts["told"] += part.count(b"event: change")
        writer.close()
    except (OSError, asyncio.IncompleteReadError, asyncio.TimeoutError):
        counts["lost"] += time.monotonic() < until


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
    cookie, pid = sys.argv[2:4]
    streams, views, seconds = (int(sys.argv[4 + n]) if len(sys.argv) > 4 + n else usual
                               for n, usual in enumerate((500, 50, 300)))
    host, port, path = address.hostname, address.port, address.path or "/"
    lone = []
    for _ in range(10):
        await view(host, port, path, cookie, lone, {"status": 0, "lost": 0})
    until = time.monotonic() + seconds
    counts = {"open": 0, "lost": 0, "told": 0}
    watching = [asyncio.create_task(stream(host, port, cookie, until, counts)) for _ in range(streams)]
    await asyncio.sleep(3)
    before, times, faults, tasks = memory(pid), [], {"status": 0, "lost": 0}, set()
    while time.monotonic() < until - 2:
        task = asyncio.create_task(view(host, port, path, cookie, times, faults))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        await asyncio.sleep(1 / views)
    await asyncio.gather(*tasks)
    after = memory(pid)
    for task in watching:
        task.cancel()
    times.sort()
    median = statistics.median(lone)
    p99 = times[int(len(times) * 0.99)] if times else 0
    print(f"streams: {counts['open']} open, {counts['lost']} lost, {counts['told']} changes told")
    print(f"views: {len(times)}, {faults['status']} refused, {faults['lost']} lost")
    print(f"a lone view {median * 1000:.0f} ms; under load median {statistics.median(times) * 1000:.0f} ms, "
          f"p99 {p99 * 1000:.0f} ms, {p99 / median:.1f} times the lone one")
    print(f"memory {before // 1024} MiB, then {after // 1024} MiB")


asyncio.run(main())
