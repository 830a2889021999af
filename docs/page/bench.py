#!/usr/bin/env python3
"""Pages beside what they rest on, in one run: bench.py PDCA [DEPARTMENTS YEARS].

The executives' page of 50 departments over three years, beside the time that the server takes for the statements of
that very page, and psql in one session to have the same rows; the first byte of a cycle's page beside psql asking for
the same rows, whole process, as the page's own statements; bytes of the first view with all that it fetches; start to
first page. A PostgreSQL server of its own.

LOAD=PATH holds streams open and asks for that page meanwhile (load.py); SESSIONS=20 by so many sessions in turn, while
something is recorded each ten seconds; AGAIN=1 has each open page asked for again then."""

import datetime
import http.client
import os
import pathlib
import random
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

from cluster import Cluster, free_port

PDCA = sys.argv[1]
DEPARTMENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
YEARS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
RUNS = 15


class Bench:
    def __init__(self, folder):
        (folder / "cluster").mkdir()
        self.folder, self.cluster = folder, Cluster(folder / "cluster")
        self.cluster.sql("CREATE ROLE pdca_owner LOGIN CREATEROLE", database="postgres")
        self.cluster.sql("CREATE DATABASE pdca OWNER pdca_owner", database="postgres")
        self.environment = dict(os.environ, PDCA_HOME=str(folder / "home"), XDG_CONFIG_HOME=str(folder / "config"),
                                PDCA_DATABASE_URL=self.cluster.address("pdca_owner"), PDCA_LANG="en", TZ="UTC",
                                PDCA_LOG_LEVEL="error")

    def tell(self, *words, input=None):
        done = subprocess.run([PDCA, *words], env=self.environment, input=input, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{words}: {done.stderr}")

    def furnish(self):
        """Four KPIs a department, a value a week, cycles with actions."""
        began = time.monotonic()
        self.tell("init", "Bench", "--time-zone", "UTC", "--no-input")
        dice = random.Random(1)
        monday = datetime.date.today() - datetime.timedelta(days=datetime.date.today().weekday())
        for number in range(DEPARTMENTS):
            home = f"D{number:02}"
            self.tell("department", "add", home, f"Department {number}")
            for kpi in range(4):
                self.tell("kpi", "define", f"k{kpi}", f"KPI {kpi}", "-d", home, "--unit", "h", "--direction",
                          ("down", "up")[kpi % 2], "--cadence", "weekly", "--no-input")
                level = 50 + dice.random() * 50
                lines = [f"{monday - datetime.timedelta(weeks=week)},"
                         f"{level + dice.gauss(0, 3) + (12 if week < 8 and (number + kpi) % 9 == 0 else 0):.1f}"
                         for week in range(52 * YEARS, 0, -1)]
                self.tell("kpi", "record", f"{home}/k{kpi}", "--csv", "-", input="\n".join(["period,value", *lines]))
            self.tell("plan", f"Cycle of {home}", "-d", home, "--kpi", "k0", "--predict", "40", "--due", "+4w",
                      "--problem", "slow", "--change", "faster", "--no-input")
            for action in range(3):
                self.tell("do", f"{home}-1", f"Action {action}", "30m")
        print(f"furnished in {time.monotonic() - began:.0f} s", flush=True)

    def serve(self):
        self.port = free_port()
        began = time.monotonic()
        self.process = subprocess.Popen([PDCA, "serve", "--listen", f"127.0.0.1:{self.port}"], env=self.environment,
                                        stdout=subprocess.PIPE, text=True)
        link = None
        for line in self.process.stdout:
            found = re.search(r"/sign-in\?ticket=[0-9a-f]+", line)
            if found:
                link = found.group(0)
                break
        self.cookie = self.enter(link)
        self.ask("/")
        print(f"start to first page: {(time.monotonic() - began) * 1000:.0f} ms")

    def enter(self, link):
        return re.search("__Host-pdca=([0-9a-f]+)", self.ask(link)[1]["set-cookie"]).group(1)

    def another(self):
        """The cookie of one session more."""
        done = subprocess.run([PDCA, "serve", "link"], env=self.environment, capture_output=True, text=True)
        return self.enter(re.search(r"/sign-in\?ticket=[0-9a-f]+", done.stdout).group(0))

    def load(self):
        """load.py, as the environment says."""
        cookies, environment = [self.cookie], dict(self.environment)
        if "SESSIONS" in environment:
            cookies = [self.another() for _ in range(int(environment["SESSIONS"]))]
            environment["CHANGE"] = shlex.join([PDCA, "do", "D00-1", "Something new", "5m"])
        subprocess.run([sys.executable, pathlib.Path(__file__).with_name("load.py"),
                        f"http://127.0.0.1:{self.port}{environment['LOAD']}", ",".join(cookies), str(self.process.pid),
                        *environment.get("LOAD_FOR", "500 50 300").split()], env=environment)

    def ask(self, path):
        """Status, headers, seconds to the first byte, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.connect()
        began = time.perf_counter()
        connection.request("GET", path, headers={"cookie": f"__Host-pdca={getattr(self, 'cookie', '')}"})
        answer = connection.getresponse()
        first = time.perf_counter() - began
        body = answer.read()
        connection.close()
        assert answer.status in (200, 303), (path, answer.status, body[:500])
        return answer.status, answer.headers, first, body

    def record(self):
        self.recorded = getattr(self, "recorded", 0) + 1
        self.tell("do", f"D{self.recorded % DEPARTMENTS:02}-1", "Something new", "5m")

    def logged(self, path, fresh=False):
        """Statements of a page with their parameters, and milliseconds that the server took for them."""
        log = self.folder / "cluster/server.log"
        self.cluster.sql("ALTER SYSTEM SET log_min_duration_statement = 0")
        self.cluster.sql("SELECT pg_reload_conf()")
        time.sleep(1.5)
        if fresh:
            self.record()
            time.sleep(0.5)
        start = log.stat().st_size
        self.ask(path)
        time.sleep(0.5)
        with open(log) as lines:
            lines.seek(start)
            text = lines.read()
        self.cluster.sql("ALTER SYSTEM RESET log_min_duration_statement")
        self.cluster.sql("SELECT pg_reload_conf()")
        time.sleep(1.5)
        entries = re.split(r"^\d{4}-\d\d-\d\d [^\n]*?\[\d+\] ", text, flags=re.M)[1:]
        milliseconds, statements, isExecuted = 0.0, [], False
        for entry in entries:
            if not entry.startswith("DETAIL"):
                isExecuted = re.match(r"LOG:  duration: [\d.]+ ms  execute ", entry) is not None
            took = re.match(r"LOG:  duration: ([\d.]+) ms", entry)
            if took and "pg_reload_conf" not in entry:
                milliseconds += float(took.group(1))
            found = re.match(r"LOG:  duration: [\d.]+ ms  (?:execute [^:]+|statement): (.*)", entry, re.S)
            if found and "pg_reload_conf" not in entry:
                statements.append([found.group(1).strip().rstrip(";"), []])
            values = re.match(r"DETAIL:  parameters: (.*)", entry, re.S)
            if values and isExecuted and statements:
                statements[-1][1] = [a if a == "NULL" else f"'{b}'" for a, b in re.findall(
                    r"\$\d+ = (NULL|'((?:[^']|'')*)')", values.group(1))]
        return milliseconds, statements

    def psql(self, statements):
        """Seconds of psql asking the same: of the whole process, and until it has the rows once it is connected."""
        script = self.folder / "same.sql"
        lines = ["\\timing on", "\\o /dev/null"]
        for number, (text, values) in enumerate(statements):
            if values:
                lines.append(f"PREPARE p{number} AS {text};\nEXECUTE p{number}({', '.join(values)});")
            else:
                lines.append(text + ";")
        script.write_text("\n".join(lines) + "\n")
        words = ["psql", "-X", "-q", "-At", "-h", str(self.folder / "cluster"), "-p", str(self.cluster.port), "-U",
                 "pdca_owner", "-d", "pdca", "-f", str(script)]
        began = time.perf_counter()
        done = subprocess.run(words, capture_output=True, text=True)
        seconds = time.perf_counter() - began
        if done.stderr and not getattr(self, "told", False):
            self.told = True
            print("psql says:", done.stderr[:300])
        return seconds, sum(float(one) for one in re.findall(r"^Time: ([\d.]+) ms", done.stdout, re.M)) / 1000


def median(values):
    return statistics.median(values) * 1000


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        bench = Bench(folder)
        try:
            bench.furnish()
            bench.serve()
            faults = 0
            # Something is recorded before each look, so that each reads and judges anew what it shows.
            (sql, statements), looks = bench.logged("/", fresh=True), []
            for _ in range(RUNS):
                bench.record()
                looks.append(bench.ask("/")[2])
            first = median(looks)
            sql = min(sql, bench.logged("/", fresh=True)[0])
            print(f"executives, {DEPARTMENTS} departments, {YEARS} years: first byte {first:.0f} ms, its SQL {sql:.0f} ms, "
                  f"{first / sql:.2f} times (2 wanted)")
            beside = median([bench.psql(statements)[1] for _ in range(RUNS)])
            print(f"its {len(statements)} statements by psql in one session: {beside:.0f} ms, {first / beside:.2f} times")
            faults += first > 2 * sql
            again = median([bench.ask("/")[2] for _ in range(RUNS)])
            print(f"the same by the same person while nothing was recorded: {again:.0f} ms")
            home = f"D{DEPARTMENTS // 2:02}"
            cycle = f"/cycles/{home}-1"
            statements = bench.logged(cycle)[1]
            first = median([bench.ask(cycle)[2] for _ in range(RUNS)])
            beside = median([bench.psql(statements)[0] for _ in range(RUNS)])
            print(f"a cycle's page: first byte {first:.0f} ms; psql, {len(statements)} statements, {beside:.0f} ms, "
                  f"{first / beside:.2f} times (2 wanted)")
            faults += first > 2 * beside
            body = bench.ask("/")[3]
            assets = sorted(set(re.findall(rb'/assets/[^"]*', body)))
            total = len(body) + sum(len(bench.ask(one.decode())[3]) for one in assets)
            print(f"first view: {len(body)} bytes, {total} with all that it fetches (100,000 at most)")
            faults += total > 100_000
            for path in ("/promoters", "/today", f"/departments/{home}", f"/kpis/{home}/k0", "/log", "/search?q=Cycle",
                         f"/reviews/HQ-{datetime.date.today().strftime('%G-W%V')}"):
                times, size = [], 0
                for _ in range(5):
                    _, _, first, body = bench.ask(path)
                    times.append(first)
                    size = len(body)
                print(f"{path}: {median(times):.0f} ms, {size} bytes")
            if "LOAD" in os.environ:
                bench.load()
        finally:
            if hasattr(bench, "process"):
                bench.process.terminate()
                bench.process.wait(20)
            bench.cluster.stop("immediate")
    sys.exit(1 if faults else 0)


main()
