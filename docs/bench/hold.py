#!/usr/bin/env python3
"""Holds review meetings of a year through a pseudo-terminal, as a person would, and counts the keys.

    hold.py PDCA LOG [REVIEW ...]

Each review is held on the day after its week, or on the fifth after its month, on the log as it was
then, before anybody opened it, by a clock of that day. The year counts as well kept: whatever the review before asked to take
note of was noted. The person decides on the first thing that is getting worse in a sentence of
twelve letters, says that the first promise is done, carries the others over, takes note of all
changes by the note that Enter takes, validates the lessons and closes.

Printed are the keys of each meeting, Enter and every letter typed counted, and whether the review
was closed; status 1 where a week takes more than 40 or the company's month more than 100.
"""
import datetime
import hashlib
import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile

FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
DECISION = "Ask the team"


def root(lines):
    """RFC 6962's tree hash of lines of bytes."""
    stack = []
    for line in lines:
        node, size = hashlib.sha256(b"\0" + line).digest(), 1
        while stack and stack[-1][1] == size:
            left, _ = stack.pop()
            node, size = hashlib.sha256(b"\1" + left + node).digest(), size * 2
        stack.append((node, size))
    if not stack:
        return hashlib.sha256(b"").digest()
    node = stack.pop()[0]
    while stack:
        node = hashlib.sha256(b"\1" + stack.pop()[0] + node).digest()
    return node


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class Year:
    def __init__(self, path):
        self.events, self.ends = {}, {}
        for line in open(path, "rb").read().splitlines():
            value = json.loads(line)
            if "recordedAt" in value:
                self.events.setdefault(value["department"], []).append((value["recordedAt"], line))
            elif "department" in value:
                self.ends[value["department"]] = value

    def before(self, review, instant):
        """The instant, or that at which somebody opened the review, where that was earlier."""
        code, period = review.split("-", 1)
        stream = canonical(f"review-{period}")
        opened = [at for at, line in self.events.get(code, []) if b'"stream":' + stream in line]
        return min(opened + [instant])

    def until(self, instant):
        """The export as it was before that instant."""
        lines, departments = [], []
        for code in sorted(self.events):
            own = []
            for recorded, line in self.events[code]:
                if recorded >= instant:
                    break
                own.append(line)
            if not own:
                continue
            departments.append(code)
            end = dict(self.ends[code], events=len(own), rootHash=root(own).hex())
            lines += own + [canonical(end)]
        end = {"departments": departments, "format": 1, "lines": len(lines)}
        return lines + [canonical(dict(end, rootHash=root(lines).hex()))]

    def head(self):
        return next(code for code, end in self.ends.items() if end["head"])


def days(review):
    """First and last day of the period, and the day of the meeting."""
    code, year, period = review.rsplit("-", 2)
    if period.startswith("W"):
        first = datetime.date.fromisocalendar(int(year), int(period[1:]), 1)
        last = first + datetime.timedelta(days=6)
        return first, last, last + datetime.timedelta(days=1)
    first = datetime.date(int(year), int(period), 1)
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    return first, last, last + datetime.timedelta(days=5)


def before(review):
    first, _, _ = days(review)
    earlier = first - datetime.timedelta(days=1)
    code, _, period = review.rsplit("-", 2)
    if period.startswith("W"):
        year, week, _ = earlier.isocalendar()
        return f"{code}-{year}-W{week:02}"
    return f"{code}-{earlier.year}-{earlier.month:02}"


class Person:
    """What is typed at each question."""

    def __init__(self):
        self.has_decided = self.has_done = False

    def answer(self, question):
        if "d decide  Enter go on" in question:
            return "\r"
        if "n one note for all" in question:
            return "n"
        if "c they stay as they are" in question or "c close" in question:
            return "c"
        if "v validate" in question:
            return "v"
        if "d done: check it" in question:
            return "c"
        if "d done" in question:
            first, self.has_done = not self.has_done, True
            return "d" if first else "c"
        if "d decide  Enter later" in question:
            first, self.has_decided = not self.has_decided, True
            return "d" if first else "\r"
        if question.startswith("Decision"):
            return DECISION + "\r"
        if "Enter" in question or question.rstrip().endswith("]:"):
            return "\r"
        raise SystemExit(f"an unknown question: {question!r}")


def converse(arguments, environment):
    """Runs the program on a terminal; returns keys, text and status."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(arguments[0], arguments, environment)
    person, text, keys, asked = Person(), "", 0, 0
    while True:
        ready, _, _ = select.select([terminal], [], [], 300)
        if not ready:
            raise SystemExit(f"nothing more came after: {text[-300:]!r}")
        try:
            more = os.read(terminal, 65536)
        except OSError:
            more = b""
        if not more:
            break
        text += more.decode("utf-8", "replace")
        line = re.split(r"[\r\n]", text)[-1]
        if line.endswith(": ") and len(text) > asked:
            answer = person.answer(line)
            keys, asked = keys + len(answer), len(text) + 1
            os.write(terminal, answer.encode())
            asked = len(text)
    _, status = os.waitpid(child, 0)
    return keys, text, os.waitstatus_to_exitcode(status)


def hold(pdca, year, review, folder):
    _, _, day = days(review)
    home = f"{folder}/{review}"
    os.makedirs(home)
    log = f"{folder}/log.ndjson"
    with open(log, "wb") as file:
        file.write(b"\n".join(year.until(year.before(review, f"{day}T00:30:00Z"))) + b"\n")
    plain = dict(
        os.environ, PDCA_HOME=home, XDG_CONFIG_HOME=home, NO_COLOR="1", LANG="C.UTF-8",
        PDCA_LANG="en", TERM="dumb", COLUMNS="100")
    moved = dict(
        plain, LD_PRELOAD=FAKETIME, FAKETIME=f"@{day} 01:00:00", TZ="UTC",
        FAKETIME_DONT_FAKE_MONOTONIC="1", DONT_FAKE_MONOTONIC="1")
    run = lambda words, env, check=True: subprocess.run(
        ["/usr/bin/env", pdca] + words, env=env, check=check, capture_output=True, text=True)
    try:
        run(["import", "log", log], plain)
        run(["database", "start"], plain, False)
        earlier = before(review)
        run(["review", "open", earlier], moved, False)
        run(["review", "acknowledge", earlier, "--all", "--note", "Seen"], moved, False)
        kind = "week" if "-W" in review else "month"
        return converse(["/usr/bin/env", pdca, "review", "hold", kind, review], moved)
    finally:
        run(["database", "stop"], plain, False)
        shutil.rmtree(home, ignore_errors=True)


def main():
    pdca, log = os.path.realpath(sys.argv[1]), sys.argv[2]
    year = Year(log)
    reviews = sys.argv[3:]
    folder = tempfile.mkdtemp(prefix="hold.", dir=os.environ.get("TMPDIR", "/tmp"))
    os.chmod(folder, 0o755)
    worst, floors = 0, {"week": 40, "month": 100}
    try:
        for review in reviews:
            keys, text, status = hold(pdca, year, review, folder)
            is_closed = f"{review} is closed." in text
            kind = "week" if "-W" in review else "month"
            is_short = is_closed and keys <= floors[kind]
            worst = max(worst, 0 if is_short else 1)
            print(f"{review:16} {keys:4} keys, {'closed' if is_closed else 'LEFT OPEN'}"
                  f"{'' if status == 0 else f', status {status}'}", flush=True)
            if os.environ.get("BENCH_VERBOSE") or status != 0:
                print(text)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return worst


if __name__ == "__main__":
    sys.exit(main())
