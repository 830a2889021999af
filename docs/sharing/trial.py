#!/usr/bin/env python3
"""Sharing tried from outside, against receivers that behave like the real ones: trial.py PDCA [DELIVERIES KILLS].

First each channel's form, held against what the service itself would refuse: Slack's blocks by slack_sdk's own
models, Notion's and Teams' limits, signatures computed anew, mails parsed; then what can go wrong on the way (slow,
cut, 429, 500, 410, 302, a wrong certificate); then many deliveries (100000) to receivers that fail one in five at
random and are stopped, started and moved, from a sender that is killed as often as said (100): each arrives, in
order a target, repetitions bear the same id.

Needs, from PyPI, slack_sdk and aiosmtpd. Only the loopback is used; everything stops by itself."""

import base64
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import logging
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time

from slack_sdk.models.blocks import Block

PDCA = sys.argv[1]
DELIVERIES = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 100
FAULTS = []


def check(holds, what):
    print(("✔ " if holds else "✘ ") + what, flush=True)
    if not holds:
        FAULTS.append(what)


class Receiver:
    """A service on a port of the loopback, over TLS where a certificate is given. `answer` gets each request and
    says what comes back: a status, or (status, headers, body); "cut" for no answer, "slow" for a late one."""

    def __init__(self, answer, certificate=None, port=0):
        self.requests, outer = [], self
        self.answer, self.certificate = answer, certificate

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                asked = {"method": self.command, "path": self.path, "headers": dict(self.headers.items()),
                         "body": body, "port": outer.port}
                outer.requests.append(asked)
                said = outer.answer(asked)
                if said == "cut":
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                if said == "slow":
                    time.sleep(40)
                    said = 200
                status, headers, text = said if isinstance(said, tuple) else (said, {}, b"ok")
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_POST = do_GET = do_PATCH = handle_any

            def log_message(self, *_):
                pass

        self.handler, self.server = Handler, None
        self.start(port)

    def start(self, port=0):
        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 256

            def handle_error(self, *_):
                pass

        self.server = Server(("127.0.0.1", port), self.handler)
        if self.certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self.certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def address(self, path="/hook"):
        return f"{'https' if self.certificate else 'http'}://127.0.0.1:{self.port}{path}"


class Company:
    """An organization on a private server of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = dict(os.environ, PDCA_HOME=str(folder / "home"), XDG_CONFIG_HOME=str(folder / "config"),
                                TZ="UTC", PDCA_LANG="en")
        for name in ("PDCA_DATABASE_URL", "PDCA_USER", "PDCA_DEPARTMENT"):
            self.environment.pop(name, None)
        self.tell("init", "--example", "--no-input")

    def tell(self, *words, check=True, input=None, **more):
        done = subprocess.run([PDCA, *words], env=dict(self.environment, **more), input=input, capture_output=True,
                              text=True)
        if check and done.returncode:
            raise RuntimeError(f"{words}: {done.returncode} {done.stderr}")
        return done

    def add(self, channel, name, *words, url=None, tell="decision", **more):
        extra = ["--url-file", "-"] if url else []
        return self.tell("share", "add", channel, name, *words, *extra, "--tell", tell, "--allow-private", "--json",
                         "--page", "https://pdca.example.com", input=url, **more)

    def raise_issue(self, text):
        self.tell("issue", "raise", text, "--to", "executive", "-d", "SALES")

    def status(self, name):
        said = json.loads(self.tell("share", "status", "--json", check=False).stdout)
        return next(one for one in said["targets"] if one["name"] == name)

    def stop(self):
        self.tell("database", "stop", check=False)


def signature(key, request):
    """Of Standard Webhooks 1.0.0, computed anew."""
    secret = base64.b64decode(key.removeprefix("whsec_"))
    head = {name.lower(): value for name, value in request["headers"].items()}
    text = f"{head['webhook-id']}.{head['webhook-timestamp']}.".encode() + request["body"]
    return "v1," + base64.b64encode(hmac.digest(secret, text, hashlib.sha256)).decode()


HOSTILE = "<!channel> *bold* <https://evil.example|click> `x` & \"A\" 日本語。" + "とても長い課題。" * 150


def slack_is_content(body):
    """What Slack would refuse, by the rules of its own library, and by its limits."""
    blocks = Block.parse_all(body["blocks"])
    for block in blocks:
        block.validate_json()
    texts = re.findall(r'"text": ?"((?:[^"\\]|\\.)*)"', json.dumps(body["blocks"], ensure_ascii=False))
    limits = len(blocks) <= 50 and sum(map(len, texts)) <= 12_000 and len(body["text"]) <= 40_000
    active = [one for block in body["blocks"] for one in [block.get("text"), *block.get("fields", [])]
              if one and one["type"] == "mrkdwn"]
    return limits and all("evil" not in one["text"] and "!channel" not in one["text"] for one in active)


class Notion:
    """A data source as Notion keeps it: pages by key, its limits, no idempotency."""

    def __init__(self):
        self.pages, self.refused = {}, []

    def __call__(self, request):
        path, body = request["path"], json.loads(request["body"] or b"null")
        say = lambda value, status=200: (status, {"content-type": "application/json"}, json.dumps(value).encode())
        if request["headers"].get("authorization", request["headers"].get("Authorization")) != "Bearer ntn_secret":
            return say({"code": "unauthorized"}, 401)
        if len(request["body"]) > 500_000 or "2025" not in str(request["headers"]):
            self.refused.append(path)
            return say({"code": "validation_error"}, 400)
        if path.endswith("/query"):
            key = body["filter"]["rich_text"]["equals"]
            return say({"results": [{"id": page} for page, (known, _) in self.pages.items() if known == key]})
        if request["method"] == "GET":
            return say({"properties": {"Name": {"type": "title"}, "pdca key": {"type": "rich_text"},
                                       "部門": {"type": "select"}, "Date": {"type": "date"}, "Link": {"type": "url"}}})
        if path == "/v1/pages":
            self.limits(body)
            key = body["properties"]["pdca key"]["rich_text"][0]["text"]["content"]
            page = f"{len(self.pages):032x}"
            self.pages[page] = (key, body["markdown"])
            return say({"id": page})
        self.limits(body)
        return say({"id": path.split("/")[3]})

    def limits(self, body):
        for value in (body.get("properties") or {}).values():
            for texts in (value.get("rich_text"), value.get("title")):
                if texts and (len(texts) > 100 or any(len(one["text"]["content"]) > 2000 for one in texts)):
                    self.refused.append("a text of more than 2,000 characters")
            if len(value.get("url") or "") > 2000 or "," in (value.get("select") or {}).get("name", ""):
                self.refused.append("a value that Notion refuses")
        if len((body.get("markdown") or "").splitlines()) > 1000:
            self.refused.append("more than 1,000 blocks")


def forms(company):
    webhook, slack, teams = (Receiver(lambda _: 200) for _ in range(3))
    keeper = Notion()
    notion = Receiver(keeper)
    mails = company.folder / "mails"
    mails.mkdir(mode=0o777)
    sendmail = company.folder / "sendmail"
    sendmail.write_text(f'#!/bin/sh\ncat >"{mails}/$(date +%s%N)"\n')
    sendmail.chmod(0o755)
    token = company.folder / "token"
    token.write_text("ntn_secret\n")
    tell = "decision,lesson,review-written,review-closed,worse,due"
    added = json.loads(company.add("webhook", "hub", url=webhook.address("/secret-path"), tell=tell).stdout)
    key = added["key"]
    company.add("slack", "slack", url=slack.address("/services/T0/B0/secret"), tell=tell)
    company.add("teams", "teams", "--language", "ja", url=teams.address("/workflows/secret"), tell=tell)
    company.add("notion", "notion", "--source", "0f" * 16, "--token-file", str(token), "--api", notion.address(""), tell=tell)
    company.add("mail", "board", "--to", "board@example.com", "--from", "pdca@example.com", "--sendmail", str(sendmail),
                tell=tell)
    company.raise_issue(HOSTILE)
    week = time.strftime("%G-W%V", time.gmtime(time.time() - 7 * 86_400))
    company.tell("review", "open", f"SALES-{week}")
    company.tell("review", "decide", f"SALES-{week}", "Do it <b>", "--owner", company.tell(
        "member", "list", "--json").stdout.split('"account":"')[1].split('"')[0], "--due", "+1w")
    refused = company.tell("review", "close", f"SALES-{week}", check=False).stderr
    for kpi, rule, period in re.findall(r"kpi acknowledge (\S+) (\S+) (\S+)", refused):
        company.tell("kpi", "acknowledge", kpi, rule, period, "known")
    company.tell("review", "close", f"SALES-{week}")
    sent = company.tell("share", "run")
    count = len(webhook.requests)
    check(count >= 3, f"each target is told of an issue, a decision and a closed review ({count}): {sent.stdout.strip()}")
    for one in webhook.requests:
        head = {name.lower(): value for name, value in one["headers"].items()}
        body = json.loads(one["body"])
        check(head["webhook-signature"] == signature(key, one) and len(one["body"]) < 20_000
              and body["specversion"] == "1.0" and {"id", "source", "type", "data", "timestamp"} <= body.keys()
              and re.fullmatch("[a-z0-9._]+", body["type"]) is not None,
              f"webhook: {body['type']} is signed as Standard Webhooks have it, and a CloudEvent")
    for one in slack.requests:
        check(slack_is_content(json.loads(one["body"])), f"slack: {len(one['body'])} bytes that Slack takes")
    for one in teams.requests:
        body = json.loads(one["body"])
        content = body["attachments"][0]["content"]
        check(len(one["body"]) <= 28 * 1024 and content["type"] == "AdaptiveCard" and not any(
            item["type"] == "TextBlock" for item in content["body"]), f"teams: a card of {len(one['body'])} bytes")
    check(len(keeper.pages) == count and not keeper.refused, f"notion: {len(keeper.pages)} pages within its limits {keeper.refused}")
    for path in sorted(mails.iterdir()):
        raw = path.read_bytes()
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
        pictures = [part for part in mail.iter_attachments() if part.get_content_type() == "image/png"]
        check(raw.isascii() and not mail.defects and plain and html and "<script" not in html.get_content()
              and all(part.get_content()[:8] == b"\x89PNG\r\n\x1a\n" for part in pictures),
              f"mail: {mail['subject'][:40]!r}, text and HTML, {len(pictures)} charts")
        check("Weekly" not in mail["subject"] or pictures, "mail: a review brings its charts")
    bodies = [one["body"].decode() for one in slack.requests]
    occasions = [re.search(r"pdca (SALES@\d+)", body).group(1) for body in bodies]
    same = [company.tell("share", "preview", "slack", "--body", occasion).stdout.strip() == body.strip()
            for occasion, body in zip(occasions, bodies)]
    check(all(same), f"a preview is, byte for byte, what was sent {same}")
    shown = "".join(company.tell(*words, check=False).stdout + company.tell(*words, check=False).stderr for words in (
        ["share", "list", "--json"], ["share", "status", "--json"], ["share", "preview", "slack"],
        ["share", "preview", "notion"], ["share", "preview", "hub"], ["log", "--limit", "1000", "--json"]))
    leaks = [secret for secret in (key, "ntn_secret", "secret-path", "services/T0", "workflows/secret") if secret in shown]
    check(not leaks, f"nothing that opens a target shows {leaks}")
    dumped = company.tell("export", "log", "--output", str(company.folder / "log.ndjson"), check=False)
    text = (company.folder / "log.ndjson").read_text() if dumped.returncode == 0 else ""
    check("ntn_secret" not in text and "whsec_" not in text, "nor stands in the log")
    company.tell("share", "run")
    check(len(webhook.requests) == count, "run again, nothing is told twice")
    for name in ("hub", "slack", "teams", "notion", "board"):
        company.tell("share", "remove", name)
    for one in (webhook, slack, teams, notion):
        one.stop()


def faults(company):
    """One delivery each, and what comes of it."""
    folder = company.folder
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=other",
                    "-addext", "subjectAltName=DNS:other.example", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"],
                   check=True, capture_output=True)
    once = lambda first, then=200: (lambda state: lambda _: state.pop() if len(state) > 1 else state[0])([then, first])
    cases = {
        "ok": (lambda _: 200, "sent"), "fails-once": (once(500), "sent"), "cut-once": (once("cut"), "sent"),
        "busy-once": (once((429, {"retry-after": "2"}, b"")), "sent"), "throttled": (once(503), "sent"),
        "gone": (lambda _: 410, "aside"), "forbidden": (lambda _: 403, "aside"), "unknown": (lambda _: 404, "aside"),
        "redirects": (lambda _: (302, {"location": "http://127.0.0.1:1/"}, b""), "aside"),
        "slow": (lambda _: "slow", "waiting"), "endless": (lambda _: (200, {}, b"a" * 3_000_000), "sent"),
    }
    receivers = {name: Receiver(answer) for name, (answer, _) in cases.items()}
    receivers["wrong-name"] = Receiver(lambda _: 200, (folder / "cert.pem", folder / "key.pem"))
    for name, receiver in receivers.items():
        company.add("webhook", name, url=receiver.address())
    refused = company.tell("share", "add", "webhook", "inner", "--url-file", "-", "--tell", "decision", check=False,
                           input="http://127.0.0.1:9/")
    check(refused.returncode != 0, "an address without TLS needs a permission")
    company.tell("share", "add", "webhook", "inner", "--url-file", "-", "--tell", "decision", input="https://127.0.0.1:9/x")
    company.raise_issue("Faults")
    sender = subprocess.Popen([PDCA, "share", "run", "--follow"], env=dict(company.environment, PDCA_SHARE_PACE="0.05"),
                              stdout=subprocess.DEVNULL, stderr=open(folder / "sender.log", "w"))
    until = time.monotonic() + 60
    done = lambda: all(company.status(name)["sent"] for name, (_, result) in cases.items() if result == "sent")
    while time.monotonic() < until and not done():
        time.sleep(1)
    waited = time.monotonic() - until + 60
    check(waited < 20, f"a slow receiver holds up no other ({waited:.0f} s)")
    time.sleep(max(0, 30 - waited))
    for name, (_, result) in cases.items():
        state = company.status(name)
        check(state[result] == 1, f"{name}: {result} after {len(receivers[name].requests)} attempts ({state.get('next')})")
        ids = {one["headers"].get("webhook-id") for one in receivers[name].requests}
        check(len(ids) == 1, f"{name}: each attempt bears the same id")
    check(not receivers["wrong-name"].requests and not company.status("wrong-name")["sent"],
          "nothing is sent to a certificate of another name")
    check(company.status("inner")["aside"] == 1 or company.status("inner")["waiting"] == 1,
          "nothing is sent to this machine without a permission")
    paused = json.loads(company.tell("share", "list", "--json").stdout)["targets"]
    state = {one["name"]: one for one in paused}
    check(state["gone"]["paused"] is not None, "what is gone is paused")
    check(state["forbidden"]["paused"] is None, "one refusal doesn't pause")
    status = company.tell("share", "status", check=False)
    check(status.returncode == 1, f"status 1 says that somebody has to look ({status.returncode})")
    receivers["gone"].answer = receivers["forbidden"].answer = lambda _: 200
    company.tell("share", "resume", "gone")
    company.tell("share", "retry", "gone")
    company.tell("share", "retry", "forbidden", "1")
    company.tell("share", "pause", "ok", "--reason", "moved")
    company.raise_issue("While paused")
    time.sleep(6)
    check(company.status("gone")["sent"] >= 1 and company.status("forbidden")["sent"] >= 1, "tried again, they arrive")
    check(len(receivers["ok"].requests) == 1, "a paused target is told nothing")
    company.tell("share", "resume", "ok")
    time.sleep(4)
    check(len(receivers["ok"].requests) == 2, "resumed, it is told what waited")
    text = (folder / "sender.log").read_text()
    check("/hook" not in text and "whsec" not in text, "the sender's log names no address and no key")
    sender.send_signal(signal.SIGTERM)
    check(sender.wait(30) == 0, f"SIGTERM ends the sender ({sender.returncode})")
    for name in [*receivers, "inner"]:
        company.tell("share", "remove", name)
    for one in receivers.values():
        one.stop()


def by_smtp(company):
    """Mail by SMTP: TLS is insisted on, the certificate verified, the login given, the bytes unchanged."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)
    folder, taken = company.folder, []
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "mail-key.pem", "-out",
                    folder / "mail-cert.pem"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "mail-cert.pem", folder / "mail-key.pem")

    class Handler:
        async def handle_DATA(self, server, session, envelope):
            taken.append(envelope)
            return "250 OK"

    def login(server, session, envelope, mechanism, data):
        return AuthResult(success=data.login == b"pdca" and data.password == b'se"cret\\')

    controller = Controller(Handler(), hostname="127.0.0.1", port=0, tls_context=context, require_starttls=True,
                            authenticator=login, auth_required=True)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        controller.port = one.getsockname()[1]
    controller.start()
    password = folder / "password"
    password.write_text('se"cret\\\n')
    company.add("mail", "smtp", "--to", "board@example.com", "--to", "second@example.com", "--from", "pdca@example.com",
                "--smtp", f"localhost:{controller.port}", "--smtp-user", "pdca", "--password-file", str(password))
    company.raise_issue("By SMTP. 日本語")
    company.tell("share", "run")
    check(not taken, "nothing is sent to a mail server whose certificate nobody vouches for")
    company.tell("share", "retry", "smtp")
    company.tell("share", "run", PDCA_CA_FILE=str(folder / "mail-cert.pem"))
    mail = email.message_from_bytes(taken[0].content, policy=email.policy.default) if taken else None
    check(mail is not None and taken[0].rcpt_tos == ["board@example.com", "second@example.com"] and not mail.defects
          and "By SMTP. 日本語" in mail.get_body(("plain",)).get_content(), "by SMTP with TLS and a login it arrives whole")
    company.tell("share", "remove", "smtp")
    controller.stop()


def inbox(company):
    """Replies in a Maildir, and one as a mail filter gets it."""
    folder = company.folder / "Maildir"
    for part in ("tmp", "new", "cur"):
        (folder / part).mkdir(parents=True)
    me = json.loads(company.tell("member", "list", "--json").stdout)["members"][0]["account"]
    book = company.folder / "addresses"
    book.write_text(f"# whose is whose\nme@example.com {me}\n")

    def mail(number, text, vouched="pass", **more):
        lines = {"Authentication-Results": f"mx.example.com; dmarc={vouched} header.from=example.com",
                 "From": "Me <me@example.com>", "Subject": "Re: SALES-2", "Message-ID": f"<{number}@example.com>",
                 "In-Reply-To": "<0@example.com>", "Content-Type": "text/plain; charset=utf-8"} | more
        return "".join(f"{name}: {value}\n" for name, value in lines.items()) + "\n" + text

    mails = {"1": mail(1, "返信で記録\n\n> SALES-2\n"), "2": mail(2, "No\n", vouched="fail"),
             "3": mail(3, "Who?\n", From="other@example.com"), "4": mail(4, "Which?\n", Subject="Re: hello"),
             "5": mail(5, "x\n", **{"Auto-Submitted": "auto-replied"})}
    for name, text in mails.items():
        (folder / "new" / name).write_text(text)
    words = ["inbox", str(folder), "--addresses", str(book), "--verified-by", "mx.example.com"]
    first = company.tell(*words, "--json", check=False)
    said = {one["mail"]: one["result"] for one in json.loads(first.stdout)["mails"]}
    check(first.returncode == 0 and said == {"1": "recorded", "2": "aside", "3": "aside", "4": "aside", "5": "aside"},
          f"a reply is recorded, what is doubtful set aside {said}")
    check(sorted(path.name for path in (folder / ".pdca-aside/new").iterdir()) == ["2", "3", "4", "5"]
          and not any((folder / "new").iterdir()), "each mail is where it belongs")
    filtered = ["inbox", "-", *words[2:]]
    again = company.tell(*filtered, input=mails["1"])
    check("before" in again.stdout, f"read again, it adds nothing ({again.stdout.strip()})")
    left = company.tell(*filtered, input=mails["2"], check=False)
    check(left.returncode == 1, f"a doubtful one that nothing takes ends with 1 ({left.returncode})")
    company.tell(*filtered, "--aside", str(company.folder / "Doubtful"), input=mails["2"])
    check(len(list((company.folder / "Doubtful/new").iterdir())) == 1, "with --aside it is kept")
    shown = company.tell("cycle", "show", "SALES-2", "--json").stdout
    check(shown.count("返信で記録") == 1, "the cycle has the action once")


class Counting:
    """Receivers of many targets: what arrived, in which order, under which id."""

    def __init__(self, targets):
        self.lock = threading.Lock()
        self.arrived = {name: {} for name in targets}
        self.order = {name: [] for name in targets}
        self.repeated = self.failed = self.odd = 0

    def __call__(self, request):
        name, dice = request["path"].strip("/"), random.random()
        if dice < 0.1:
            self.failed += 1
            return 500
        subject = json.loads(request["body"])["subject"]
        identity = next(v for k, v in request["headers"].items() if k.lower() == "webhook-id")
        with self.lock:
            known = self.arrived[name].get(subject)
            if known is None:
                self.arrived[name][subject] = identity
                self.order[name].append(int(subject.rsplit("-I", 1)[1]))
            else:
                self.repeated += 1
                self.odd += known != identity
        # Taken, and the sender never hears of it.
        if dice < 0.2:
            self.failed += 1
            return "cut"
        return 200


def long_trial(company):
    per_target = max(1, min(1_000, DELIVERIES // 10))
    targets = [f"t{number}" for number in range(DELIVERIES // per_target)]
    counting = Counting(targets)
    receiver = Receiver(counting)
    for name in targets:
        company.add("webhook", name, "-d", "OPS", url=receiver.address("/" + name))
    print(f"raising {per_target} issues", flush=True)
    log = company.folder / "issues.txt"
    for number in range(per_target):
        company.tell("issue", "raise", f"Issue {number}", "--to", "executive", "-d", "OPS")
    random.seed(7)
    print(f"{len(targets)} targets, {per_target} occasions each, {KILLS} kills", flush=True)
    began, kills, moves, stops = time.monotonic(), 0, 0, 0
    total = len(targets) * per_target
    sender = None
    arrived = lambda: sum(map(len, counting.arrived.values()))
    step, limit = max(1, total // (KILLS + 1)), time.monotonic() + 4 * 3600
    while time.monotonic() < limit:
        if sender is None or sender.poll() is not None:
            sender = subprocess.Popen(
                [PDCA, "share", "run", "--follow"], env=dict(company.environment, PDCA_SHARE_PACE="0.0005"),
                stdout=subprocess.DEVNULL, stderr=open(log, "a"))
        time.sleep(0.1)
        if kills < KILLS and arrived() >= (kills + 1) * step:
            sender.kill()
            sender.wait()
            kills += 1
            if kills % 10 == 0:
                print(f"{arrived()} arrived, {kills} kills, {time.monotonic() - began:.0f} s", flush=True)
            if kills % 20 == 5:
                receiver.stop()
                time.sleep(2)
                receiver.start(receiver.port)
                stops += 1
            if kills % 40 == 15:
                receiver.stop()
                receiver.start(0)
                for name in targets:
                    company.tell("share", "move", name, receiver.address("/" + name))
                moves += 1
        if arrived() == total and kills >= KILLS:
            waiting = json.loads(company.tell("share", "status", "--json", check=False).stdout)["targets"]
            if not any(one["waiting"] for one in waiting):
                break
    seconds = time.monotonic() - began
    sender.terminate()
    sender.wait(30)
    check(arrived() == total, f"{arrived()} of {total} arrived")
    ordered = sum(order == sorted(order) for order in counting.order.values())
    check(ordered == len(targets), f"{ordered} of {len(targets)} targets were told in order")
    check(counting.odd == 0, f"{counting.repeated} repetitions, all under the id of the first")
    said = json.loads(company.tell("share", "status", "--json", check=False).stdout)["targets"]
    check(sum(one["sent"] for one in said) == total and not any(one["aside"] for one in said), "all are taken down as sent")
    print(f"{total} deliveries in {seconds:.0f} s ({total / seconds:.0f} a second), {counting.failed} failures, "
          f"{kills} kills, {stops} stops and {moves} moves of the receiver")
    company.raise_issue("One more")
    began = time.monotonic()
    company.tell("share", "skip", targets[0])
    print(f"skipped to now in {time.monotonic() - began:.1f} s")
    receiver.stop()


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        company = Company(folder)
        try:
            forms(company)
            by_smtp(company)
            inbox(company)
            faults(company)
            company.tell("department", "add", "OPS", "Operations")
            long_trial(company)
        finally:
            company.stop()
    print(f"{len(FAULTS)} faults")
    for fault in FAULTS:
        print("✘", fault)
    sys.exit(1 if FAULTS else 0)


main()
