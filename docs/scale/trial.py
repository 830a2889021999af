"""A primary and a reporting server, two real clusters, and what can go wrong between them.

Fails at the first thing that isn't as docs/scale.md says; prints its seed and what it measured.
"""

import glob
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

PDCA = sys.argv[1]
SEED = int(os.environ.get("PDCA_SEED") or random.randrange(1 << 32))
EVENTS = int(os.environ.get("EVENTS", "2000"))
BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: float(p.split("/")[4]))[-1]
AS_POSTGRES = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] if os.geteuid() == 0 else []
WORK = pathlib.Path(tempfile.mkdtemp(prefix="pdca-scale-", dir="/var/tmp"))
# The last week that is over.
LAST_WEEK = time.gmtime(time.time() - 7 * 86_400)
WEEK, DAY = time.strftime("%G-W%V", LAST_WEEK), time.strftime("%F", LAST_WEEK)
DEPARTMENTS = ["HQ", "SALES", "PLANT", "LAB"]
chance = random.Random(SEED)
done = []


class Wrong(Exception):
    pass


def hold(what, is_so, seen=""):
    if not is_so:
        raise Wrong(f"{what}\n{seen}")


class Server:
    """One cluster, reached by TCP on the loopback alone, as on two machines."""

    def __init__(self, name, port, **settings):
        self.name, self.port, self.data = name, port, WORK / name
        self.settings = {
            "port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": str(WORK),
            "shared_buffers": "64MB", "max_wal_size": "256MB", "wal_level": "logical",
            "wal_sender_timeout": "10s", "wal_receiver_timeout": "10s", "wal_retrieve_retry_interval": "500ms",
        } | settings
        run(AS_POSTGRES + [f"{BIN}/initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"])
        self.process = None
        self.start()

    def start(self):
        words = [word for key, value in self.settings.items() for word in ("-c", f"{key}={value}")]
        self.log = open(WORK / f"{self.name}.log", "a")
        self.process = subprocess.Popen(AS_POSTGRES + [f"{BIN}/postgres", "-D", str(self.data)] + words,
            stdout=self.log, stderr=self.log, start_new_session=True)
        wait_until(f"{self.name} answers", lambda: self.try_sql("SELECT 1") == "1")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()

    def address(self, user="pdca_owner", database="pdca"):
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def psql(self, sql, user="postgres", database=None):
        return subprocess.run([f"{BIN}/psql", "-qAtX", "-v", "ON_ERROR_STOP=1",
            self.address(user, database or "pdca"), "-c", sql], capture_output=True, text=True)

    def sql(self, sql, user="postgres", database=None):
        ran = self.psql(sql, user, database)
        hold(f"{self.name}: {sql}", ran.returncode == 0, ran.stderr)
        return ran.stdout.strip()

    def try_sql(self, sql):
        return self.psql(sql, database="postgres").stdout.strip()

    def pdca(self, *words, user="pdca_owner", status=0, **more):
        ran = subprocess.run([PDCA, *words, "--database", self.address(user)], capture_output=True, text=True,
            env=ENVIRONMENT | more, stdin=subprocess.DEVNULL)
        if status is not None:
            hold(f"{self.name}: pdca {' '.join(words)} ends with {ran.returncode}, not {status}",
                ran.returncode == status, ran.stdout + ran.stderr)
        return ran

    def status(self, status=0, *words):
        return json.loads(self.pdca("database", "replica", "status", "--json", *words, user="postgres",
            status=status).stdout)


ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": str(WORK), "XDG_CONFIG_HOME": str(WORK / "config"),
    "PDCA_KEYS": str(WORK / "keys"), "PDCA_CHECKPOINTS": str(WORK / "checkpoints"), "LANG": "C.UTF-8",
    "TZ": "UTC", "PDCA_HOME": str(WORK / "home")}


def run(words):
    ran = subprocess.run(words, capture_output=True, text=True)
    hold(" ".join(map(str, words)), ran.returncode == 0, ran.stdout + ran.stderr)
    return ran.stdout


def wait_until(what, is_so, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return
        time.sleep(0.02)
    raise Wrong(f"{what}: not within {seconds} s")


def free_ports():
    import socket
    sockets = [socket.socket() for _ in range(2)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def part(text):
    """A step, named as it is told at the end."""
    def make(body):
        def named():
            began = time.monotonic()
            said = body()
            done.append(text)
            print(f"{time.monotonic() - began:6.1f} s  {text}" + (f": {said}" if said else ""), flush=True)
        PARTS.append(named)
        return named
    return make


PARTS = []
LOG = "SELECT md5(coalesce(string_agg(e::text, chr(10) ORDER BY department, position), '')) FROM log.event e"
REPORTS = "SELECT md5(coalesce(string_agg(department || stream || report, chr(10) ORDER BY department, stream), '')) FROM kept.report"
ACCESS = "SELECT md5(string_agg(a::text, chr(10) ORDER BY a::text)) FROM log.access a"
PEOPLE = "SELECT string_agg(account || ' ' || coalesce(name, ''), ', ' ORDER BY account) FROM people.directory"
primary = replica = None
follower = None


def same(seconds=120):
    """The reporting server's log, reports, rights and names are the primary's."""
    wait_until("the logs are the same", lambda: primary.sql(LOG) == replica.sql(LOG), seconds)
    for what in (REPORTS, ACCESS, PEOPLE):
        wait_until(what, lambda: primary.sql(what) == replica.sql(what), 20)


def append(count, department=None):
    """Appends actions by SQL, one transaction each, to a department or to any."""
    picked = f"'{department}'" if department else "(ARRAY['SALES', 'PLANT', 'LAB'])[1 + (random() * 2.99)::int % 3]"
    primary.sql(f"""DO $$
      DECLARE code text; n int := {count};
      BEGIN
        FOR i IN 1..n LOOP
          code := {picked};
          PERFORM log.append_one(code, gen_random_uuid(), uuid_send(gen_random_uuid()), sha256(i::text::bytea),
            'cycle-1', (SELECT max(stream_version) + 1 FROM log.event WHERE department = code AND stream = 'cycle-1'),
            'ActionLogged', 1::smallint, now(), ('{{"text":"Step ' || i || '"}}')::json);
          COMMIT;
        END LOOP;
      END $$""", user="pdca_owner")


def follow():
    global follower
    follower = subprocess.Popen([PDCA, "projection", "run", "--follow", "--database", replica.address()],
        env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=open(WORK / "follower.log", "a"))


def stop_following():
    global follower
    if follower:
        follower.send_signal(signal.SIGTERM)
        follower.wait()
        follower = None


def read_models_hold():
    wait_until("the read models come to the log's end", lambda: replica.sql(f"""
      SELECT count(*) FROM log.heads() h JOIN {live()}.checkpoint c USING (department) WHERE c.position <> h.head""") == "0")
    replica.pdca("projection", "check")


def live():
    return replica.sql("SELECT schema FROM read.pointer")


def anywhere(server, text):
    """Where a text stands: the log, reports, all tables of the read models in use."""
    tables = server.sql("""SELECT string_agg(c.oid::regclass::text, ' ') FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p')
      AND (n.nspname IN ('log', 'kept', 'bi') OR n.nspname LIKE 'read_%')""").split()
    return [t for t in tables if server.sql(f"SELECT count(*) FROM {t} t WHERE strpos(t::text, '{text}') > 0") != "0"]


def command(*words):
    return primary.pdca(*words)


@part("a primary with an organization, and a reporting server with an empty database")
def _():
    for server in (primary, replica):
        server.sql("CREATE ROLE pdca_owner LOGIN CREATEROLE", database="postgres")
        server.sql("CREATE ROLE sato LOGIN", database="postgres")
        server.sql("CREATE DATABASE pdca OWNER pdca_owner", database="postgres")
    primary.pdca("init", "Works", "--head", "HQ", "--time-zone", "UTC", "--no-input")
    for code in DEPARTMENTS[1:]:
        command("department", "add", code, code.title())
    command("member", "add", "sato", "SALES", "promoter")
    command("member", "name", "sato", "佐藤 花子")
    for code in DEPARTMENTS[1:]:
        command("kpi", "define", "hours", "Hours", "-d", code, "--unit", "h", "--direction", "down", "--cadence", "weekly")
        command("plan", "Less waiting", "-d", code, "--kpi", "hours", "--predict", "4", "--due", "+2w", "--problem", "Waits were seen",
            "--change", "Two lines", "--no-input")


@part("what can't be is refused, with the reason and the next step")
def _():
    there = primary.address("pdca_replication")
    def refused(server, status, text, *words, user="postgres"):
        ran = server.pdca("database", "replica", *words, user=user, status=status)
        hold(f"{text} in what {words} says", text in ran.stderr, ran.stderr)
    refused(replica, 69, "can't be reached", "add", there)
    primary.sql("CREATE ROLE pdca_replication LOGIN REPLICATION")
    refused(replica, 77, "CONNECT", "add", there)
    primary.sql("GRANT CONNECT ON DATABASE pdca TO pdca_replication")
    refused(replica, 64, "lacks pdca's schema", "add", there)
    replica.pdca("database", "migrate")
    refused(replica, 77, "BYPASSRLS", "add", there)
    refused(primary, 77, "is no superuser of the primary", "publish", user="pdca_owner")
    shown = primary.pdca("database", "replica", "publish", "--dry-run", user="postgres").stdout
    hold("a dry run publishes nothing", primary.sql("SELECT count(*) FROM pg_publication") == "0", shown)
    primary.pdca("database", "replica", "publish", user="postgres")
    primary.pdca("database", "replica", "publish", user="postgres")
    refused(replica, 77, "is no superuser of the reporting server", "add", there, user="pdca_owner")
    refused(replica, 64, "a password in", "add", there.replace("@", ":secret@"))
    refused(replica, 64, "can't be a slot's name", "add", there, "--name", "Osaka-1")
    refused(primary, 64, "leads to the reporting server's own database", "add", there)
    replica.sql("INSERT INTO people.directory (account, name) VALUES ('x', 'X')")
    refused(replica, 64, "holds a log of its own", "add", there)
    replica.sql("DELETE FROM people.directory")
    refused(replica, 64, "no reporting server's", "remove")
    primary.sql("SELECT pg_create_logical_replication_slot('pdca_replica', 'pgoutput')")
    refused(replica, 1, "has a slot pdca_replica already", "add", there)
    refused(primary, 64, "has no slot", "remove", "other")
    primary.pdca("database", "replica", "remove", "pdca_replica", user="postgres")
    shown = replica.pdca("database", "replica", "add", there, "--dry-run", user="postgres").stdout
    hold("a dry run shows where each statement runs", "at the primary" in shown and "at the replica" in shown, shown)
    hold("a dry run leaves no trace", replica.sql("SELECT count(*) FROM log.upstream") == "0")


@part("the log is copied, then replicated as it grows; rights, names and reports with it")
def _():
    append(200)
    replica.pdca("database", "replica", "add", primary.address("pdca_replication"), user="postgres")
    again = replica.pdca("database", "replica", "add", primary.address("pdca_replication"), user="postgres").stdout
    hold("twice is once", "stands already" in again, again)
    same()
    replica.pdca("projection", "rebuild")
    replica.pdca("database", "login", "sato")
    follow()
    append(100)
    command("member", "name", "sato", "佐藤 はな")
    command("member", "grant", "sato", "reviewer")
    command("review", "open", f"SALES-{WEEK}")
    command("review", "close", f"SALES-{WEEK}", "--note", "All agreed")
    same()
    read_models_hold()
    hold("a report is kept", replica.sql("SELECT count(*) FROM kept.report") == "1")
    shown = replica.pdca("cycle", "list", "-d", "SALES").stdout
    hold("commands read", "Less waiting" in shown, shown)
    shown = replica.pdca("cycle", "list", "-d", "SALES", "--as-of", "today", user="sato").stdout
    hold("members read, at earlier moments too", "Less waiting" in shown, shown)
    hold("share isn't replicated", primary.sql(
        "SELECT count(*) FROM pg_publication_tables WHERE schemaname = 'share' OR 'address' = ANY (attnames)") == "0")
    state = replica.status()
    hold("nothing is behind", state["eventsBehind"] == 0 and state["problems"] == [], state)
    state = primary.status()
    hold("the primary knows its reader", state["slots"][0]["active"], state)


@part("how far behind: each event until it can be read there")
def _():
    times = []
    for _ in range(min(200, EVENTS)):
        append(1, "SALES")
        position = primary.sql("SELECT max(position) FROM log.event WHERE department = 'SALES'")
        committed = time.monotonic()
        while replica.sql(f"SELECT count(*) FROM log.event WHERE department = 'SALES' AND position = {position}") == "0":
            pass
        times.append((time.monotonic() - committed) * 1000)
    times.sort()
    return f"median {times[len(times) // 2]:.0f} ms after asking the primary, 99 of 100 within {times[len(times) * 99 // 100]:.0f} ms (both with the time of psql itself)"


@part("how far behind while the primary is loaded, and how fast it catches up")
def _():
    lags, stop = [], threading.Event()
    def watch():
        while not stop.is_set():
            state = json.loads(replica.pdca("database", "replica", "status", "--json", user="postgres", status=None).stdout)
            lags.append(state["lagSeconds"] or 0)
    watcher = threading.Thread(target=watch)
    watcher.start()
    began = time.monotonic()
    append(EVENTS)
    took = time.monotonic() - began
    stop.set()
    watcher.join()
    same()
    replica.stop()
    append(EVENTS)
    replica.start()
    began = time.monotonic()
    same()
    caught = time.monotonic() - began
    stop_following()
    follow()
    read_models_hold()
    return (f"at {EVENTS / took:.0f} appends a second at most {max(lags) * 1000:.0f} ms in {len(lags)} looks; "
        f"{EVENTS} events behind, there {caught:.1f} s after the start")


@part("appends are refused by every way in, and name the primary")
def _():
    place = f"127.0.0.1:{primary.port}/pdca"
    before = replica.sql(LOG)
    for user in ("pdca_owner", "sato"):
        for words in (["issue", "raise", "Here", "-d", "SALES"], ["do", "SALES-1", "Here"],
            ["department", "add", "NEW", "New"], ["member", "name", "sato", "S"]):
            ran = replica.pdca(*words, user=user, status=69)
            hold(f"{words} names the primary", place in ran.stderr and "Nothing was saved" in ran.stderr, ran.stderr)
    ran = replica.pdca("do", "SALES-1", "Here", "--lang", "ja", status=69)
    hold("in Japanese, too", "レポート用サーバー" in ran.stderr, ran.stderr)
    replica.pdca("init", "Works", "--head", "HQ", "--time-zone", "UTC", "--no-input", status=None)
    event = replica.sql("SELECT max(position) FROM log.event WHERE department = 'SALES' AND type = 'ActionLogged'")
    ways = {
        "append_one": "SELECT log.append_one('SALES', gen_random_uuid(), uuid_send(gen_random_uuid()), sha256('x'), 'cycle-1',"
            " (SELECT max(stream_version) + 1 FROM log.event WHERE department = 'SALES' AND stream = 'cycle-1'),"
            " 'ActionLogged', 1::smallint, now(), '{\"text\":\"x\"}')",
        "append": "SELECT log.append('SALES', gen_random_uuid(), '{}', '{issue-99}', '{0}', '{issue-99}', '{IssueRaised}', '{1}',"
            " ARRAY[now()], ARRAY['{\"text\":\"x\"}'], NULL, NULL)",
        "append_batch": "SELECT log.append_batch('SALES', 'cycle-1', (SELECT max(stream_version) FROM log.event WHERE"
            " department = 'SALES' AND stream = 'cycle-1'), ARRAY[gen_random_uuid()], '{x}', '{ActionLogged}', '{1}',"
            " ARRAY[now()], ARRAY['{\"text\":\"x\"}'])",
        "create_department": "SELECT log.create_department('NEW', false)",
        "redact": f"SELECT log.redact('SALES', {event}, '{{\"text\":\"[redacted]\"}}', 'x', gen_random_uuid())",
        "set_aside": f"SELECT log.set_aside('SALES', {event}, 'x', gen_random_uuid())",
        "insert": f"INSERT INTO log.event SELECT (jsonb_populate_record(e, '{{\"position\":999999}}')).* FROM log.event e"
            f" WHERE department = 'SALES' AND position = {event}",
        "report": "INSERT INTO kept.report (department, stream, form, report, document_en, document_ja) VALUES ('X','x',1,'','','')",
        "names": "UPDATE people.directory SET name = 'x'",
        "bound": "UPDATE log.department SET near_end = 5",
    }
    for name, sql in ways.items():
        for user in ("pdca_owner", "postgres"):
            ran = replica.psql(sql, user)
            hold(f"{name} by {user} names the primary", ran.returncode != 0 and place in ran.stderr, ran.stdout + ran.stderr)
    for sql in ("DELETE FROM log.event", "TRUNCATE log.event CASCADE"):
        hold(sql, replica.psql(sql).returncode != 0)
    hold("the log is as it was", replica.sql(LOG) == before)


def redact_one(text, running):
    """Appends a text, lets it be read there, erases it at the primary, and looks for it everywhere there."""
    command("do", "SALES-1", text)
    same()
    read_models_hold() if running else replica.pdca("projection", "run")
    hold(f"{text} is shown there before", len(anywhere(replica, text)) >= 2, anywhere(replica, text))
    event = primary.sql(f"SELECT position FROM log.event WHERE department = 'SALES' AND strpos(payload::text, '{text}') > 0")
    command("audit", "redact", f"SALES@{event}", "--reason", "A customer is named")
    same()
    hold(f"{text} is gone from the log and the reports there", not [t for t in anywhere(replica, text) if t.startswith(("log.", "kept."))])
    if not running:
        hold(f"{text} is gone from the read models while nobody follows", anywhere(replica, text) == [], anywhere(replica, text))
        replica.pdca("projection", "run")
    wait_until(f"{text} is gone from the read models", lambda: anywhere(replica, text) == [])
    read_models_hold()


@part("a redaction reaches log, read models and kept reports, with a follower at work and without")
def _():
    secret = f"Kanagawa{chance.randrange(10**9)}"
    command("issue", "raise", secret, "-d", "LAB", "--on", DAY)
    command("review", "open", f"LAB-{WEEK}")
    command("review", "close", f"LAB-{WEEK}", "--note", "All agreed")
    same()
    read_models_hold()
    if replica.sql(f"SELECT count(*) FROM kept.report WHERE strpos(report || document_en, '{secret}') > 0") == "1":
        event = primary.sql(f"SELECT position FROM log.event WHERE department = 'LAB' AND strpos(payload::text, '{secret}') > 0")
        command("audit", "redact", f"LAB@{event}", "--reason", "A customer is named")
        same()
        wait_until("gone with the report", lambda: anywhere(replica, secret) == [])
    else:
        raise Wrong("the report doesn't show what is to be erased of it")
    redact_one(f"Running{chance.randrange(10**9)}", True)
    stop_following()
    redact_one(f"Stopped{chance.randrange(10**9)}", False)
    follow()


@part("a redaction that comes while the next version of the read models waits for its turn there")
def _():
    secret = f"Beside{chance.randrange(10**9)}"
    command("issue", "raise", secret, "-d", "LAB")
    same()
    read_models_hold()
    event = primary.sql(f"SELECT position FROM log.event WHERE department = 'LAB' AND strpos(payload::text, '{secret}') > 0")
    # Whoever shares the pointer keeps the builder waiting, and no redaction.
    holder = subprocess.Popen([f"{BIN}/psql", "-qAtX", replica.address("postgres")],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
    holder.stdin.write("BEGIN; SELECT FROM read.pointer FOR SHARE;\n")
    holder.stdin.flush()
    rebuild = threading.Thread(target=lambda: replica.pdca("projection", "rebuild"))
    rebuild.start()
    wait_until("the builder waits", lambda: replica.sql("SELECT count(*) FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND query LIKE '%read.pointer%'") != "0")
    command("audit", "redact", f"LAB@{event}", "--reason", "A customer is named")
    same()
    holder.stdin.close()
    holder.wait()
    rebuild.join()
    wait_until("gone from the new version, too", lambda: anywhere(replica, secret) == [])
    read_models_hold()


@part("the same seals: what the primary signed verifies there")
def _():
    command("audit", "key", "new")
    command("audit", "seal")
    same()
    replica.pdca("audit", "verify", "--checkpoints", str(WORK / "checkpoints"))
    primary.pdca("audit", "verify", "--checkpoints", str(WORK / "checkpoints"))


@part("the apply worker killed again and again under load")
def _():
    kills = 0
    loader = threading.Thread(target=append, args=(EVENTS,))
    loader.start()
    while loader.is_alive():
        time.sleep(chance.uniform(0.05, 0.6))
        pid = replica.sql("SELECT pid FROM pg_stat_subscription WHERE subname = 'pdca_replica' AND pid IS NOT NULL")
        if pid:
            replica.sql(f"SELECT pg_terminate_backend({pid})")
            kills += 1
    loader.join()
    same()
    return f"{kills} kills"


@part("the primary killed with kill -9 under load, and back")
def _():
    def load():
        try:
            append(EVENTS)
        except Wrong:
            pass
    for _ in range(3):
        loader = threading.Thread(target=load)
        loader.start()
        time.sleep(chance.uniform(0.1, 0.8))
        primary.kill()
        loader.join()
        state = replica.status(1)
        hold("it says that the primary can't be asked", "unreached" in state["problems"], state)
        shown = replica.pdca("cycle", "list", "-d", "SALES").stdout
        hold("reading goes on", "Less waiting" in shown, shown)
        primary.start()
        same()


@part("the reporting server killed with kill -9 under load, and back")
def _():
    for _ in range(3):
        loader = threading.Thread(target=append, args=(EVENTS // 2,))
        loader.start()
        time.sleep(chance.uniform(0.1, 0.8))
        replica.kill()
        loader.join()
        state = primary.status(1)
        hold("the primary says that nobody reads", "slotUnread" in state["problems"], state)
        replica.start()
        same()
    stop_following()
    follow()
    read_models_hold()


@part("behind: the primary says how much WAL it keeps, and a bound raises an alarm")
def _():
    replica.stop()
    append(EVENTS)
    state = primary.status(1)
    hold("it keeps WAL", state["slots"][0]["retainedBytes"] > 100_000, state)
    text = primary.pdca("database", "replica", "status", user="postgres", status=1).stdout
    hold("and says what to do", "pdca database replica remove pdca_replica" in text, text)
    replica.start()
    same()
    wait_until("all is well", lambda: primary.pdca("database", "replica", "status", user="postgres", status=None).returncode == 0)
    replica.sql("ALTER SUBSCRIPTION pdca_replica DISABLE")
    append(10)
    time.sleep(1.2)
    state = replica.status(1)
    hold("switched off is told", state["problems"] == ["disabled"] and state["eventsBehind"] == 10, state)
    hold("and since when", state["lagSeconds"] >= 1, state)
    replica.sql("ALTER SUBSCRIPTION pdca_replica ENABLE")
    same()


def copied_again(redact):
    secret = f"Lost{chance.randrange(10**9)}"
    command("do", "SALES-1", secret)
    same()
    read_models_hold()
    redact(secret)
    state = replica.status(1)
    hold("it is told", set(state["problems"]) & {"slotLost", "slotMissing"}, state)
    text = replica.pdca("database", "replica", "status", user="postgres", status=1).stdout
    hold("with the next step", "--copy-again" in text, text)
    ran = replica.pdca("database", "replica", "add", primary.address("pdca_replication"), user="postgres", status=1)
    hold("adding it names the way, too", "--copy-again" in ran.stderr, ran.stderr)
    replica.pdca("database", "replica", "add", primary.address("pdca_replication"), "--copy-again", user="postgres")
    same()
    read_models_hold()
    hold("what was erased meanwhile is gone", anywhere(replica, secret) == [], anywhere(replica, secret))
    wait_until("all is well", lambda: replica.pdca("database", "replica", "status", user="postgres", status=None).returncode == 0)
    replica.pdca("audit", "verify", "--checkpoints", str(WORK / "checkpoints"))


def erase(secret):
    event = primary.sql(f"SELECT position FROM log.event WHERE department = 'SALES' AND strpos(payload::text, '{secret}') > 0")
    command("audit", "redact", f"SALES@{event}", "--reason", "A customer is named")


@part("the slot dropped at the primary, with a redaction meanwhile: told, and copied again")
def _():
    def gone(secret):
        replica.sql("ALTER SUBSCRIPTION pdca_replica DISABLE")
        wait_until("it is let go of", lambda: primary.sql("SELECT active FROM pg_replication_slots") == "f")
        primary.sql("SELECT pg_drop_replication_slot('pdca_replica')")
        erase(secret)
        replica.sql("ALTER SUBSCRIPTION pdca_replica ENABLE")
    copied_again(gone)


@part("the slot lost to max_slot_wal_keep_size: told, and copied again")
def _():
    def gone(secret):
        replica.sql("ALTER SUBSCRIPTION pdca_replica DISABLE")
        wait_until("it is let go of", lambda: primary.sql("SELECT active FROM pg_replication_slots") == "f")
        erase(secret)
        primary.sql("ALTER SYSTEM SET max_slot_wal_keep_size = '16MB'")
        primary.sql("SELECT pg_reload_conf()")
        for _ in range(6):
            append(20)
            primary.sql("SELECT pg_switch_wal()")
            primary.sql("CHECKPOINT")
        wait_until("it is lost", lambda: primary.sql("SELECT wal_status FROM pg_replication_slots") == "lost")
        state = primary.status(1)
        hold("the primary tells it, too", "slotLost" in state["problems"], state)
        primary.sql("ALTER SYSTEM RESET max_slot_wal_keep_size")
        primary.sql("SELECT pg_reload_conf()")
        replica.sql("ALTER SUBSCRIPTION pdca_replica ENABLE")
    copied_again(gone)


@part("an older reporting server: a column that it lacks stops it, nothing is lost, migrating goes on")
def _():
    primary.sql("ALTER TABLE log.event ADD COLUMN later text", user="pdca_owner")
    append(5)
    # Between two attempts of its worker nothing is wrong.
    wait_until("the worker's stop is told",
        lambda: replica.pdca("database", "replica", "status", user="postgres", status=None).returncode == 1)
    state = replica.status(None)
    hold("it is behind", state["eventsBehind"] == 5, state)
    replica.sql("ALTER TABLE log.event ADD COLUMN later text", user="pdca_owner")
    wait_until("it goes on", lambda: replica.status(None)["eventsBehind"] == 0)
    append(5)
    same()
    for server in (replica, primary):
        server.sql("ALTER TABLE log.event DROP COLUMN later", user="pdca_owner")
    append(5)
    same()


@part("a primary that is gone: its log goes on at the reporting server, by a step of its own")
def _():
    ran = replica.pdca("database", "migrate")
    before = replica.sql("SELECT max(position) FROM log.event WHERE department = 'SALES'")
    primary.kill()
    ran = replica.pdca("database", "replica", "remove", user="postgres", status=69)
    hold("it names the way", "--leave-slot" in ran.stderr, ran.stderr)
    replica.pdca("database", "replica", "remove", "--leave-slot", user="postgres")
    replica.pdca("do", "SALES-1", "Too early", status=69)
    replica.pdca("database", "replica", "remove", "--leave-slot", "--take-over", user="postgres")
    replica.pdca("do", "SALES-1", "Here from now on")
    hold("it is appended", int(replica.sql("SELECT max(position) FROM log.event WHERE department = 'SALES'")) == int(before) + 1)
    replica.pdca("audit", "verify", "--checkpoints", str(WORK / "checkpoints"))
    primary.start()
    state = primary.status(1)
    hold("the slot that stayed is told", state["problems"] == ["slotUnread"], state)
    primary.pdca("database", "replica", "remove", "pdca_replica", user="postgres")
    hold("and dropped", primary.status()["slots"] == [])


def main():
    global primary, replica
    print(f"PDCA_SEED={SEED}", flush=True)
    os.chmod(WORK, 0o777)
    first, second = free_ports()
    primary, replica = Server("primary", first), Server("replica", second)
    for step in PARTS:
        step()
    print(f"all {len(done)} parts hold")


signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    main()
except Wrong as wrong:
    print(f"PDCA_SEED={SEED}: after {done[-1:] or 'the start'}: {wrong}", file=sys.stderr)
    sys.exit(1)
finally:
    if follower:
        follower.kill()
    for server in (primary, replica):
        if server and server.process and server.process.poll() is None:
            server.process.send_signal(signal.SIGQUIT)
            server.process.wait()
    if not os.environ.get("KEEP"):
        shutil.rmtree(WORK, ignore_errors=True)
