#!/usr/bin/env python3
"""The page of a server that departments share, tried from outside: server.py PDCA.

A PostgreSQL server of its own with passwords (SCRAM), a login for each part, and `pdca serve` logging in as
pdca_page_<database>, which may nothing by itself. Who sees what and who may send which form; guessed addresses;
passwords; assertions of an OIDC provider and of keys that are changed; a proxy's header over a Unix socket; slow
clients; a full disk for the log and for its own files; SIGTERM, kill -9; a database that stops and comes back.

Needs PostgreSQL's programs and, from PyPI, oidc-provider-mock and pyjwt[crypto]. Only the loopback is used."""

import contextlib
import http.client
import http.server
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import warnings

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from playwright.sync_api import sync_playwright

import matrix
from cluster import Cluster, free_port

warnings.simplefilter("ignore")
PDCA = sys.argv[1]
FAULTS = []
# Login, department, layer.
PEOPLE = [("sato", "SALES", "field"), ("suzuki", "SALES", "promoter"), ("mori", "OPS", "field"),
          ("kato", "OPS", "promoter"), ("tanaka", "HQ", "executive")]
# A login that is nobody's.
STRANGER = "nobody"
# Runs, or breaks out of its place, where a page takes it for more than a text.
HOSTILE = "\"\u0301'><img src=x onerror=alert(1)><script>alert(1)</script>&lt;b&gt; javascript:alert(1)"
# Stands in every text that OPS alone should see.
MARK = "ABCOPSXYZ"


def check(holds, what):
    print(("✔ " if holds else "✘ ") + what, flush=True)
    if not holds:
        FAULTS.append(what)


class Company:
    """HQ, SALES and OPS; whatever OPS writes bears a mark."""

    def __init__(self, cluster, folder):
        self.cluster = cluster
        self.environment = dict(os.environ, PDCA_HOME=str(folder / "home"), TZ="UTC", PDCA_LANG="en",
                                XDG_CONFIG_HOME=str(folder / "config"))
        cluster.sql("CREATE ROLE pdca_owner LOGIN CREATEROLE PASSWORD 'owner'", database="postgres")
        cluster.sql("CREATE DATABASE pdca OWNER pdca_owner", database="postgres")
        self.tell("pdca_owner", "init", "Trial", "--time-zone", "UTC")
        self.tell("pdca_owner", "department", "add", "SALES", "Sales")
        self.tell("pdca_owner", "department", "add", "OPS", "Operations")
        for name, department, layer in PEOPLE:
            cluster.sql(f"CREATE ROLE {name} LOGIN PASSWORD 'secret of {name}'")
            self.tell("pdca_owner", "member", "add", name, department, layer)
            self.tell("pdca_owner", "database", "login", name)
        cluster.sql(f"CREATE ROLE {STRANGER} LOGIN PASSWORD 'secret of {STRANGER}'")
        print(cluster.sql("ALTER ROLE pdca_page_pdca PASSWORD 'page'"))
        self.furnish("SALES", "sato", "suzuki", "SALESTEXT")
        self.furnish("OPS", "mori", "kato", MARK)

    def tell(self, who, *words, check=True, **more):
        done = subprocess.run([PDCA, *words, "--database", self.cluster.address(who)], env=self.environment,
                              capture_output=True, text=True, **more)
        if check and done.returncode:
            raise RuntimeError(f"{who}: {words}: {done.stderr}")
        return done

    def furnish(self, home, field, promoter, mark):
        week = time.strftime("%G-W%V")
        self.tell(promoter, "kpi", "define", "hours", f"{mark} hours", "--unit", "h", "--direction", "down",
                  "--cadence", "daily", "-d", home, "--no-input")
        for day in range(15, 0, -1):
            self.tell(field, "kpi", "record", f"{home}/hours", str(5 + day % 3), "--on", f"-{day}d")
        self.tell(field, "plan", f"{mark} cycle", "-d", home, "--kpi", "hours", "--predict", "4", "--due", "+2w",
                  "--problem", f"{mark} problem", "--change", f"{mark} change", "--no-input")
        self.tell(field, "do", f"{home}-1", f"{mark} action", "10m")
        self.tell(field, "issue", "raise", f"{mark} issue", "--to", "promoter", "-d", home)
        self.tell(field, "plan", f"{mark} done", "-d", home, "--kpi", "hours", "--predict", "4", "--due", "+1w",
                  "--problem", f"{mark} problem", "--change", f"{mark} change", "--no-input")
        self.tell(field, "do", f"{home}-2", f"{mark} action", "10m")
        self.tell(field, "check", f"{home}-2", "--not-measured", f"{mark} reason")
        self.tell(field, "act", f"{home}-2", "abandon", f"{mark} why")
        self.tell(field, "lesson", "draft", f"{mark} lesson", "--cycle", f"{home}-2", "--conditions", mark,
                  "--suggestion", mark, "--rationale", mark, "-d", home, "--no-input")
        self.tell(promoter, "review", "open", f"{home}-{week}")
        self.tell(promoter, "review", "decide", f"{home}-{week}", f"{mark} decision", "--owner", field,
                  "--due", "+1w")


class Server:
    """`pdca serve`, as the page's login."""

    def __init__(self, company, folder, *words, listen=None, log=None, home=None):
        self.port = None if listen else free_port()
        self.listen = listen or f"127.0.0.1:{self.port}"
        self.path = folder / f"serve-{time.monotonic_ns()}.log"
        passfile = folder / "pgpass"
        passfile.write_text("*:*:*:pdca_page_pdca:page\n")
        passfile.chmod(0o600)
        environment = dict(company.environment, PGPASSFILE=str(passfile), PDCA_HOME=str(home or folder / "home-serve"))
        self.log = open(log or self.path, "w")
        self.process = subprocess.Popen(
            [PDCA, "serve", "--listen", self.listen, *words,
             "--database", company.cluster.address("pdca_page_pdca", by_port=True)],
            env=environment, stdout=self.log if not log else subprocess.DEVNULL, stderr=self.log)
        for _ in range(200):
            if self.process.poll() is not None or self.answers():
                break
            time.sleep(0.05)

    def answers(self):
        try:
            return self.get("/healthz")[0] == 200
        except OSError:
            return False

    def connection(self):
        if self.port:
            return http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
        one = http.client.HTTPConnection("page", timeout=40)
        one.sock = socket.socket(socket.AF_UNIX)
        one.sock.settimeout(40)
        one.sock.connect(self.listen.removeprefix("unix:"))
        return one

    def ask(self, method, path, body=None, headers=()):
        connection = self.connection()
        with contextlib.closing(connection):
            connection.putrequest(method, path)
            for name, value in headers:
                connection.putheader(name, value)
            data = urllib.parse.urlencode(body).encode() if body is not None else b""
            if body is not None:
                connection.putheader("content-type", "application/x-www-form-urlencoded")
                connection.putheader("content-length", str(len(data)))
            connection.endheaders(data)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(), answer.headers

    def get(self, path, cookie=None, headers=()):
        own = [("cookie", f"__Host-pdca={cookie}")] if cookie else []
        return self.ask("GET", path, headers=own + list(headers))

    def sign_in(self, name, password=None):
        status, text, headers = self.ask("POST", "/sign-in", {
            "account": name, "password": password or f"secret of {name}"})
        found = re.search("__Host-pdca=([0-9a-f]+)", headers.get("set-cookie", ""))
        return found.group(1) if found else None, status, text

    def send(self, path, cookie, page, **fields):
        text = self.get(page, cookie)[1]
        token = re.search('name="token" value="([0-9a-f]+)"', text)
        identity = time.strftime("%Y%m%dT%H%M%S") + str(time.monotonic_ns())
        known = re.search('name="command" value="([^"]+)"', text)
        return self.ask("POST", path, dict(
            {"token": token.group(1) if token else "", "command": known.group(1) if known else identity}, **fields),
            headers=[("cookie", f"__Host-pdca={cookie}")])

    def stream(self, cookie):
        """An open stream of changes."""
        connection = socket.create_connection(("127.0.0.1", self.port))
        connection.sendall((f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
                            f"Cookie: __Host-pdca={cookie}\r\n\r\n").encode())
        return connection

    def end(self, how=signal.SIGTERM):
        began = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(30)
        return self.process.returncode, time.monotonic() - began

    def said(self):
        self.log.flush()
        return self.path.read_text()


def pages_of(home, week):
    return [f"/departments/{home}", f"/kpis/{home}/hours", f"/cycles/{home}-1", f"/issues/{home}-I1",
            f"/lessons/{home}-L1", f"/reviews/{home}-{week}", f"/reviews/{home}-{week}?for=executive",
            f"/why/{home}-1", f"/replay/{home}-1", f"/replay/{home}/hours", f"/replay/{home}",
            f"/log?department={home}", f"/search?q={MARK if home == 'OPS' else 'SALESTEXT'}"]


COMMON = ["/", "/promoters", "/log", "/search?q=cycle"]


def who_sees_what(server, company, cookies, week):
    """A matrix of person and page: the page shows what the same person's command answers; where the database
    keeps departments apart, no address shows anything of another's."""
    cluster = company.cluster
    apart = cluster.sql("SELECT relrowsecurity FROM pg_class WHERE oid = 'log.event'::regclass") == "t"
    print("rows are kept apart by the database:", apart)
    for name, home, layer in PEOPLE:
        faults, shown, unequal = [], 0, []
        for address in COMMON + ["/today"] + pages_of("SALES", week) + pages_of("OPS", week):
            path, _, query = address.partition("?")
            join = "&" if query else "?"
            json_path = ("/index.json" if path == "/" else path + ".json") + ("?" + query if query else "")
            for asked in (address, address + f"{join}lang=ja", address + f"{join}as-of={time.strftime('%F')}", json_path):
                status, text, _ = server.get(asked, cookies[name])
                if status not in (200, 403, 404, 422):
                    faults.append(f"{asked}: {status}")
                # What is looked for stands in the page that looks for it.
                bare = text.replace(f'value="{MARK}"', "")
                if path == "/search":
                    bare = bare.replace(f'"text":"{MARK}"', "")
                bare = re.sub(r"<title>.*?</title>|<h1>.*?</h1>|pdca search \S+|q=" + MARK, "", bare)
                seen = MARK in bare
                shown += status == 200
                if apart and layer == "field" and home != "OPS" and seen:
                    faults.append(f"{asked} shows what is another department's")
                # A department's data count what is in it and quote nothing.
                quotes = asked != "/departments/OPS.json"
                if name == "mori" and "/OPS" in asked and "as-of" not in asked and (
                        status != 200 or quotes and not seen):
                    faults.append(f"{asked} doesn't show what is one's own: {status}")
            status, text, _ = server.get(address, cookies[name])
            command = re.search(r'class="command">.*?<code>(.*?)</code>', text)
            if status != 200 or not command:
                continue
            import html
            import shlex
            words = shlex.split(html.unescape(command.group(1)))[1:]
            answer = company.tell(name, *words, "--json", "--no-pager", check=False)
            if not path.startswith("/replay"):
                data = json.loads(server.get(json_path, cookies[name])[1])
                if answer.returncode not in (0, 1) or json.loads(answer.stdout) != data:
                    unequal.append(f"{address} ({answer.stderr.strip()[:80]})")
        check(not faults, f"{name}, {layer} of {home}: {shown} answers, none of what isn't theirs {faults[:4]}")
        check(not unequal, f"{name}: each page is what their own command answers {unequal[:4]}")


def who_may_send(server, company, cookies, week):
    events = lambda: company.cluster.sql("SELECT count(*) FROM log.event")
    status, _, _ = server.send("/actions", cookies["sato"], "/cycles/SALES-1", about="SALES-1", text="By the page")
    check(status == 303, f"sato logs an action in their own department ({status})")
    actor = company.cluster.sql("SELECT actor FROM log.event WHERE type = 'ActionLogged' ORDER BY recorded_at DESC LIMIT 1")
    check(actor == "sato", f"it is sato's, not the page's ({actor})")
    before = events()
    status, text, _ = server.send("/actions", cookies["sato"], "/cycles/SALES-1", about="OPS-1", text="Not mine")
    check(status in (403, 404, 422) and events() == before, f"sato logs nothing in another department ({status})")
    status, text, _ = server.send("/issues/decide", cookies["mori"], "/issues/OPS-I1", about="OPS-I1", decision="Yes")
    check(status in (403, 422) and events() == before, f"mori, of the field, decides no issue ({status})")
    status, text, _ = server.send("/issues/decide", cookies["kato"], "/issues/OPS-I1", about="OPS-I1", decision="Yes")
    check(status == 303, f"kato, promoter of OPS, decides it ({status} {re.findall('refused.*', text)[:1]})")
    status, text, _ = server.send("/observations", cookies["sato"], "/kpis/SALES/hours", about="SALES/hours",
                                  period=time.strftime("%F"), value="6.5")
    check(status == 303, f"sato records an observation ({status})")
    status, text, _ = server.send("/decisions/done", cookies["sato"], f"/reviews/SALES-{week}", about=f"SALES-{week}.1")
    check(status == 303, f"sato says that a decision is done ({status} {re.findall('refused.*', text)[:1]})")
    forged = server.ask("POST", "/actions", {"about": "SALES-1", "text": "x", "token": "0" * 64, "command": "c"},
                        headers=[("cookie", f"__Host-pdca={cookies['sato']}")])
    check(forged[0] == 403, f"a form without the session's token is refused ({forged[0]})")
    foreign = server.ask("POST", "/actions", {"about": "SALES-1"}, headers=[
        ("cookie", f"__Host-pdca={cookies['sato']}"), ("origin", "https://evil.example")])
    check(foreign[0] == 403, f"a form of another site is refused ({foreign[0]})")


def in_a_browser(company, server):
    """The pages of three parts, in a department whose every text is hostile, as each of them finds them."""
    company.tell("pdca_owner", "department", "add", "FIN", HOSTILE)
    for name, layer in (("ito", "field"), ("abe", "promoter")):
        company.cluster.sql(f"CREATE ROLE {name} LOGIN PASSWORD 'secret of {name}'")
        company.tell("pdca_owner", "member", "add", name, "FIN", layer)
        company.tell("pdca_owner", "database", "login", name)
    company.furnish("FIN", "ito", "abe", HOSTILE)
    faults = matrix.Faults()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        base = f"http://127.0.0.1:{server.port}"
        for name in ("tanaka", "abe", "ito"):
            context = browser.new_context()
            page = context.new_page()
            page.goto(base + "/sign-in")
            page.fill("[name=account]", name)
            page.fill("[name=password]", f"secret of {name}")
            page.press("[name=password]", "Enter")
            page.wait_for_url(base + "/**")
            kinds = matrix.found_addresses(page, base)
            matrix.watch(page, faults)
            for address in sorted(kinds.values()):
                matrix.by_keyboard(page, base, address, faults)
            matrix.on_paper(page, base, kinds, faults, None)
            looked = matrix.all_looks(browser, context.storage_state(), base, kinds, faults, None,
                                      schemes=((True, "light"), (False, "light")))
            print(f"{name}: {looked} looks at {len(kinds)} kinds of pages: {' '.join(sorted(kinds))}", flush=True)
            check(len(kinds) > 8, f"{name} finds pages")
            context.close()
        browser.close()
    check(not faults.all, "three parts look at hostile texts in a browser: " + "; ".join(faults.all[:5]))


def the_page_alone(company):
    """What the login of the page may without anybody's role."""
    as_page = lambda text: company.cluster.sql(text, user="pdca_page_pdca")
    check("permission denied" in as_page("SELECT count(*) FROM log.event"), "the page's login reads no log by itself")
    check("permission denied" in as_page("SELECT count(*) FROM read.pointer"), "nor read models")
    check("permission denied" in as_page("SELECT secret FROM share.secret"), "nor secrets")
    check("ERROR" in as_page("SET ROLE pdca_owner; SELECT 1"), "it takes no owner's role")
    check("ERROR" in as_page("SET ROLE postgres; SELECT 1"), "nor a superuser's")
    inherits = company.cluster.sql("SELECT rolinherit, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = 'pdca_page_pdca'")
    check(inherits == "f|f|f", "it inherits nothing and makes no roles")
    for name, _, _ in PEOPLE:
        told = as_page(f"BEGIN; SET LOCAL ROLE {name}; SELECT log.person(); COMMIT")
        check(told == name, f"it takes {name}'s role for a transaction ({told[:60]})")


def passwords(server):
    cookie, status, wrong = server.sign_in("sato", "not it")
    check(cookie is None and status == 403, f"a wrong password lets nobody in ({status})")
    cookie, status, unknown = server.sign_in("whoever", "not it")
    plain = lambda text: text.replace("sato", "").replace("whoever", "")
    check(cookie is None and plain(wrong) == plain(unknown), "an unknown account is answered like a wrong password")
    for name in ("pdca_page_pdca", "postgres", "pg_read_all_data", "", "sato' OR ''='"):
        check(server.sign_in(name, "page" if "page" in name else "x")[0] is None or name == "pdca_page_pdca",
              f"nobody comes in as {name!r}")
    waited = None
    for _ in range(12):
        cookie, status, text = server.sign_in("tanaka", "guess")
        if status == 429:
            waited = text
            break
    check(waited is not None, "who guesses has to wait (429)")
    check(server.sign_in("sato")[0] is not None, "others are let in meanwhile")
    time.sleep(3)
    said = server.said()
    check("guess" not in said and "secret of" not in said and "tanaka" not in said,
          "no password and no name stands in the log")
    status, text, _ = server.get("/metrics")
    check("pdca_refused_sign_ins_total" in text and not re.search("sato|SALES", text), "metrics count, and name nobody")


def stranger(server):
    cookie, _, _ = server.sign_in(STRANGER)
    status, text, _ = server.get("/", cookie)
    check(status == 403 and "Sales" not in text, f"a login that is nobody's sees nothing ({status})")
    cookie, _, _ = server.sign_in("pdca_page_pdca", "page")
    if cookie:
        status, text, _ = server.get("/", cookie)
        check(status == 403 and "Sales" not in text, f"nor does the page's own login ({status})")


class Keys:
    """Keys as a provider publishes them, which can be changed."""

    def __init__(self):
        self.all = {}
        self.asked = 0
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked += 1
                body = json.dumps({"keys": [json.loads(to_jwk(key, kid)) for kid, key in outer.all.items()]}).encode()
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_port}/jwks"


def to_jwk(key, kid):
    kind = jwt.algorithms.ECAlgorithm if isinstance(key, ec.EllipticCurvePrivateKey) else jwt.algorithms.RSAAlgorithm
    public = json.loads(kind.to_jwk(key.public_key()))
    return json.dumps(dict(public, kid=kid, use="sig"))


def assertions(company, folder):
    keys = Keys()
    first, second = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048)
    keys.all = {"one": first}
    server = Server(company, folder, "--sign-in", "assertion", "--issuer", "https://id.example", "--audience", "pdca",
                    "--keys", keys.address, "--algorithm", "ES256", "--algorithm", "RS256")
    now = int(time.time())
    good = {"iss": "https://id.example", "aud": "pdca", "sub": "sato", "exp": now + 600, "iat": now}

    def asked(claims, key=first, algorithm="ES256", kid="one", **header):
        token = jwt.encode(claims, key, algorithm=algorithm, headers=dict({"kid": kid} if kid else {}, **header))
        return server.get("/today", headers=[("authorization", f"Bearer {token}")])[0]

    check(asked(good) == 200, "a signed assertion is believed")
    for what, claims in {
        "of another issuer": dict(good, iss="https://evil.example"), "for another": dict(good, aud="other"),
        "that is over": dict(good, exp=now - 120), "that isn't yet": dict(good, nbf=now + 600),
        "without an end": {k: v for k, v in good.items() if k != "exp"},
        "of nobody": {k: v for k, v in good.items() if k != "sub"},
    }.items():
        status = asked(claims)
        check(status == 403, f"one {what} is refused ({status})")
    other = ec.generate_private_key(ec.SECP256R1())
    check(asked(good, other) == 403, "one of another key is refused")
    check(asked(good, None, "none", None) == 403, "one without a signature is refused")
    check(asked(good, "x" * 40, "HS256") == 403, "one signed with a shared secret is refused")
    check(asked(good, crit=["exp"]) == 403, "one with what must be understood, and isn't, is refused")
    check(asked(dict(good, sub="mori")) == 200, "each request is its own person's")
    twice = server.get("/today", headers=[("authorization", "Bearer x"), ("authorization", "Bearer y")])[0]
    check(twice == 403, f"a header that comes twice is refused ({twice})")
    check(server.get("/today")[0] == 401, "nobody is asked to sign in")
    keys.all = {"two": second}
    time.sleep(31)
    status = asked(good, second, "RS256", "two")
    check(status == 200, f"a key that is changed is read anew ({status})")
    check(asked(good) == 403, "and the former one is believed no longer")
    before = keys.asked
    for _ in range(50):
        asked(good, other, kid="unknown")
    check(keys.asked - before <= 1, f"unknown keys don't have them read each time ({keys.asked - before})")
    server.end()
    provider(company, folder)


def provider(company, folder):
    """By an OIDC provider from PyPI: the code flow as a proxy does it, and its token at the page."""
    import oidc_provider_mock
    with oidc_provider_mock.run_server_in_thread() as idp:
        base = f"http://localhost:{idp.server_port}"

        def ask(method, path, body=None, follow=None):
            one = http.client.HTTPConnection("localhost", idp.server_port, timeout=10)
            headers = {"content-type": "application/x-www-form-urlencoded"} if body else {}
            one.request(method, path, body and urllib.parse.urlencode(body), headers)
            answer = one.getresponse()
            return answer.status, answer.read().decode(), answer.headers

        found = json.loads(ask("GET", "/.well-known/openid-configuration")[1])
        query = urllib.parse.urlencode({"client_id": "pdca", "redirect_uri": "http://localhost/back", "scope": "openid",
                                        "response_type": "code", "state": "s", "nonce": "n"})
        authorize = urllib.parse.urlparse(found["authorization_endpoint"]).path
        _, _, headers = ask("POST", f"{authorize}?{query}", {"sub": "suzuki"})
        code = urllib.parse.parse_qs(urllib.parse.urlparse(headers["location"]).query)["code"][0]
        token_path = urllib.parse.urlparse(found["token_endpoint"]).path
        _, text, _ = ask("POST", token_path, {
            "grant_type": "authorization_code", "code": code, "redirect_uri": "http://localhost/back",
            "client_id": "pdca", "client_secret": "any"})
        token = json.loads(text)["id_token"]
        server = Server(company, folder, "--sign-in", "assertion", "--issuer", found["issuer"], "--audience", "pdca",
                        "--keys", found["jwks_uri"], "--algorithm", "RS256", "--assertion-header", "X-Id-Token")
        status, page, _ = server.get("/today", headers=[("x-id-token", token)])
        check(status == 200 and "suzuki" in page, f"the token of an OIDC provider ({base}) is believed ({status})")
        server.end()


def by_socket(company, folder):
    path = folder / "page.sock"
    refused = subprocess.run([PDCA, "serve", "--listen", "127.0.0.1:0", "--sign-in", "header",
                              "--database", company.cluster.address("pdca_page_pdca")], env=company.environment,
                             capture_output=True, text=True, timeout=30)
    check(refused.returncode == 64, f"a header is believed at no port ({refused.returncode})")
    server = Server(company, folder, "--sign-in", "header", listen=f"unix:{path}")
    asked = lambda *headers: server.get("/today", headers=headers)[0]
    check(asked(("x-remote-user", "sato")) == 200, "a proxy's header is believed over a Unix socket")
    check(asked() == 401, "without it nobody is known")
    check(asked(("x_remote_user", "sato")) in (400, 401, 403), "a look-alike is not believed")
    check(asked(("x-remote-user", "sato"), ("x_remote_user", "tanaka")) in (400, 403), "nor one beside it")
    check(asked(("x-remote-user", "sato"), ("x-remote-user", "tanaka")) == 403, "nor one that comes twice")
    check(asked(("x-remote-user", "tanaka; DROP ROLE sato")) == 403, "nor what is no account")
    mode = oct(path.stat().st_mode & 0o777)
    check(path.stat().st_mode & 0o002 == 0, f"not everybody on the machine may connect ({mode})")
    server.end(signal.SIGKILL)
    server = Server(company, folder, "--sign-in", "header", listen=f"unix:{path}")
    check(server.answers(), "a socket that a killed server left is taken over")
    code, _ = server.end()
    check(code == 0 and not path.exists(), f"and taken away at the end ({code})")


def slow_clients(server, cookie):
    """Clients that send or read a byte now and then are hung up on, and cost the others nothing."""
    crawling = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    for one in crawling:
        one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
    bodies = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
    for one in bodies:
        one.sendall((f"POST /actions HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: 1000\r\n"
                     f"Cookie: __Host-pdca={cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=").encode())
    deaf = [server.stream(cookie) for _ in range(20)]
    lone = 0
    for _ in range(5):
        asked = time.monotonic()
        server.get("/", cookie)
        lone = max(lone, time.monotonic() - asked)
    began, longest = time.monotonic(), 0
    while time.monotonic() - began < 75:
        asked = time.monotonic()
        assert server.get("/", cookie)[0] == 200
        longest = max(longest, time.monotonic() - asked)
        for one in crawling + bodies:
            with contextlib.suppress(OSError):
                one.send(b"a")
        time.sleep(3)
    closed = lambda all_: sum(is_closed(one) for one in all_)
    check(closed(crawling) == len(crawling), f"heads that crawl are hung up on ({closed(crawling)} of {len(crawling)})")
    check(closed(bodies) == len(bodies), f"bodies that crawl as well ({closed(bodies)} of {len(bodies)})")
    check(longest < 5 * lone + 1, f"others wait {longest * 1000:.0f} ms at most meanwhile, {lone * 1000:.0f} alone")
    for one in crawling + bodies + deaf:
        one.close()
    large = socket.create_connection(("127.0.0.1", server.port))
    large.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 100_000 + b"\r\n\r\n")
    answer = large.recv(100)
    check(b" 200 " not in answer, f"a head too large is refused ({answer[:30]!r})")
    status = server.ask("POST", "/actions", {"text": "a" * 200_000}, headers=[("cookie", f"__Host-pdca={cookie}")])[0]
    check(status == 413, f"so is a form ({status})")


def is_closed(connection):
    connection.settimeout(0.2)
    try:
        while True:
            if not connection.recv(65536):
                return True
    except TimeoutError:
        return False
    except OSError:
        return True


def without_a_log(company, folder):
    """A log on a disk that is full, or whose reader has gone, stops nothing; nor does a full disk for what the server
    tells of its sessions."""
    server = Server(company, folder, "--sign-in", "password", log="/dev/full")
    cookie, _, _ = server.sign_in("sato")
    check(server.get("/", cookie)[0] == 200, "a full disk for the log stops nothing")
    server.end()
    pipe = folder / "log.pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    server = Server(company, folder, "--sign-in", "password", log=pipe)
    os.close(reader)
    cookie, _, _ = server.sign_in("sato")
    check(server.get("/", cookie)[0] == 200, "nor does a log that nobody reads any more")
    check(server.end()[0] == 0, "and it ends as ever")
    if os.getuid() == 0:
        full_home(company, folder)


def full_home(company, folder):
    small = folder / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(small)]).returncode:
        return print("no small disk can be made here")
    try:
        server = Server(company, folder, "--sign-in", "password", home=small / "home")
        filling = os.open(small / "full", os.O_CREAT | os.O_WRONLY)
        with contextlib.suppress(OSError):
            while True:
                os.write(filling, b"x" * 4096)
        os.close(filling)
        cookie, _, _ = server.sign_in("sato")
        time.sleep(2)
        check(server.get("/", cookie)[0] == 200, "a full disk for its own files stops nothing")
        check(server.end()[0] == 0, "and it ends as ever")
    finally:
        subprocess.run(["umount", "-l", str(small)])


def ends(company, folder):
    server = Server(company, folder, "--sign-in", "password")
    cookie, _, _ = server.sign_in("sato")
    streams = [server.stream(cookie) for _ in range(20)]
    time.sleep(1)
    taken = subprocess.run([PDCA, "serve", "--listen", server.listen, "--database",
                            company.cluster.address("pdca_owner")], env=company.environment, capture_output=True,
                           text=True, timeout=30)
    check(taken.returncode == 74 and server.listen in taken.stderr,
          f"an address that is taken is named ({taken.returncode}, {taken.stderr.strip()[:100]!r})")
    code, seconds = server.end()
    check(code == 0 and seconds < 10, f"SIGTERM ends open streams and the server ({code}, {seconds:.1f} s)")
    check(all(is_closed(one) for one in streams), "and each stream is told so")
    server = Server(company, folder, "--sign-in", "password")
    cookie, _, _ = server.sign_in("sato")
    check(server.send("/actions", cookie, "/cycles/SALES-1", about="SALES-1", text="Before the kill")[0] == 303,
          "an entry is recorded")
    server.end(signal.SIGKILL)
    server = Server(company, folder, "--sign-in", "password")
    check(server.get("/", cookie)[0] == 401, "after a kill everybody signs in anew")
    cookie, _, _ = server.sign_in("sato")
    check("Before the kill" in server.get("/cycles/SALES-1", cookie)[1], "and nothing that was recorded is lost")
    server.end()


def database_away(company, folder):
    server = Server(company, folder, "--sign-in", "password")
    cookie, _, _ = server.sign_in("sato")
    stream = server.stream(cookie)
    stream.settimeout(1)
    told = b""

    def listen(seconds):
        nonlocal told
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with contextlib.suppress(TimeoutError):
                told += stream.recv(4096)

    listen(2)
    company.cluster.stop("immediate")
    listen(3)
    status, text, headers = server.get("/", cookie)
    check(status == 503 and headers.get("retry-after"), f"a database that is gone is said on the page ({status})")
    check(server.get("/healthz")[0] == 503, "and by /healthz")
    check(b"event: lost" in told, "and on open pages")
    company.cluster.start()
    began = time.monotonic()
    while server.get("/", cookie)[0] != 200 and time.monotonic() - began < 30:
        time.sleep(0.1)
    check(server.get("/", cookie)[0] == 200, f"when it is back, pages are ({time.monotonic() - began:.1f} s)")
    listen(3)
    check(b"event: back" in told, "and open pages are told")
    server.end()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        (folder / "cluster").mkdir()
        cluster = Cluster(folder / "cluster")
        try:
            company = Company(cluster, folder)
            week = time.strftime("%G-W%V")
            the_page_alone(company)
            server = Server(company, folder, "--sign-in", "password")
            if not server.answers():
                print(server.said())
                check(False, "the server serves")
                return
            cookies = {name: server.sign_in(name)[0] for name, _, _ in PEOPLE}
            check(all(cookies.values()), "each person signs in with their password")
            who_sees_what(server, company, cookies, week)
            who_may_send(server, company, cookies, week)
            stranger(server)
            passwords(server)
            slow_clients(server, cookies["sato"])
            in_a_browser(company, server)
            server.end()
            assertions(company, folder)
            by_socket(company, folder)
            without_a_log(company, folder)
            ends(company, folder)
            database_away(company, folder)
        finally:
            cluster.stop("immediate")
    print(f"{len(FAULTS)} faults")
    for fault in FAULTS:
        print("✘", fault)


main()
sys.exit(1 if FAULTS else 0)
