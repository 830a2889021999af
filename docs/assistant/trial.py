#!/usr/bin/env python3
"""`pdca mcp` under the official Python client: trial.py PDCA [FOLDER OF SCHEMAS].

In each of the client's modes (probing, the handshake, the stateless revision alone): all tools, resources, prompts,
pages, errors, progress, a call given up, confirmations accepted, declined and not to be had. What was said is held
against the official schemas. Then the first answer beside `pdca cycle list`, and memory over a thousand calls."""

import asyncio
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import jsonschema
from mcp import types
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.shared.exceptions import MCPError

PDCA = sys.argv[1]
SCHEMAS = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
HERE = pathlib.Path(__file__).parent
MODES = ["auto", "legacy", "2026-07-28"]
faults = []


def check(holds, what, more=""):
    if not holds:
        faults.append(what)
        print(f"✘ {what} {more}"[:600])


def pdca(home, *words):
    """What a command says; a host's environment holds no more either."""
    done = subprocess.run([PDCA, *words], capture_output=True, text=True,
                          env={"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{words}: {done.stderr}")
    return done.stdout


class Trial:
    """One mode."""

    def __init__(self, home, mode, log):
        self.home, self.mode, self.log, self.asked = home, mode, log, []
        self.answer = "accept"

    def server(self):
        return StdioServerParameters(command=sys.executable, cwd="/", env={"HOME": str(self.home)},
                                     args=[str(HERE / "tee.py"), str(self.log), PDCA, "mcp", "--department", "SALES"])

    async def confirm(self, _, params):
        self.asked.append(params.message)
        if self.answer != "accept":
            return types.ElicitResult(action=self.answer)
        fields = params.requested_schema.get("properties", {})
        return types.ElicitResult(action="accept", content={
            name: field.get("default", True if field.get("type") == "boolean" else "yes")
            for name, field in fields.items()})

    def client(self, asks=True):
        return Client(self.server(), mode=self.mode, elicitation_callback=self.confirm if asks else None)

    def say(self, words):
        return f"{self.mode}: {words}"

    async def run(self):
        async with self.client() as client:
            check(client.protocol_version == ("2025-11-25" if self.mode == "legacy" else "2026-07-28"),
                  self.say(f"the revision is {client.protocol_version}"))
            await self.tools(client)
            await self.records(client)
            await self.resources(client)
            await self.prompts(client)
            await self.errors(client)
            await self.progress(client)
        await self.without_asking()

    async def tools(self, client):
        log = pdca(self.home, "log", "--limit", "500")
        self.last = f"SALES@{max(int(n) for n in re.findall('SALES@([0-9]+)', log))}"
        listed = await client.list_tools()
        self.names = [tool.name for tool in listed.tools]
        size = len(listed.model_dump_json(by_alias=True, exclude_none=True).encode())
        check(len(self.names) <= 12 and size <= 12 * 1024, self.say(f"{len(self.names)} tools, {size} bytes"))
        calls = {
            "my_day": {}, "review": {}, "explain_change": {"kpi": "proposal-hours"}, "why_decided": {"id": "SALES-1"},
            "find_lessons": {"problem": "proposals take long"}, "chart": {"kpi": "proposal-hours"},
            "propose_improvement": {},
            "draft_plan": {"title": "Next", "problem": "Proposals take long", "change": "Another template"},
        }
        check(set(calls) | {"log_action", "report_obstacle", "propose_hypothesis", "propose_training_item"}
              == set(self.names), self.say(f"tools are {self.names}"))
        for name, arguments in calls.items():
            for more in ({}, {"detail": "full"}, {"as_of": self.last}):
                result = await client.call_tool(name, arguments | more)
                text = "".join(part.text for part in result.content if part.type == "text")
                check(not result.is_error and text, self.say(f"{name} {more}"), text)
                check(len(text) <= (20_500 if more.get("detail") else 8_000), self.say(f"{name}: {len(text)} characters"))

    async def records(self, client):
        """What is recorded once the person confirms it, and what isn't."""
        async def act(name, arguments):
            return await client.call_tool(name, arguments)
        before = pdca(self.home, "log", "--limit", "500").count("\n")
        self.answer = "accept"
        for name, arguments in {
            "log_action": {"text": f"By way of {self.mode}", "cycle": "SALES-2"},
            "report_obstacle": {"cycle": "SALES-2", "text": f"Slow by way of {self.mode}"},
        }.items():
            asked = len(self.asked)
            result = await act(name, arguments)
            check(not result.is_error, self.say(f"{name} is recorded"), str(result.content))
            check(len(self.asked) == asked + 1, self.say(f"{name} asks once"))
        after = pdca(self.home, "log", "--limit", "500").count("\n")
        check(after > before, self.say("what was confirmed is in the log"))
        self.answer = "decline"
        result = await act("log_action", {"text": "Never", "cycle": "SALES-2"})
        self.answer = "cancel"
        again = await act("log_action", {"text": "Never", "cycle": "SALES-2"})
        check("Never" not in pdca(self.home, "log", "--limit", "500"), self.say("what was declined isn't recorded"))
        for one in (result, again):
            check(one.content, self.say("a declined call says what happened"))

    async def resources(self, client):
        listed = await client.list_resources()
        templates = await client.list_resource_templates()
        check(len(templates.resource_templates) == 3, self.say("three templates"))
        pages = 0
        while listed.next_cursor is not None and pages < 100:
            listed, pages = await client.list_resources(cursor=listed.next_cursor), pages + 1
        for uri in ("pdca://cycle/SALES-1", "pdca://lesson/SALES-L1", "pdca://review/SALES-2026-W47"):
            try:
                read = await client.read_resource(uri)
                check(read.contents and read.contents[0].text, self.say(f"{uri} reads"))
            except MCPError as error:
                check("L1" in uri, self.say(f"{uri}: {error}"))
        await self.fails(client.read_resource("pdca://cycle/SALES-999"), -32602 if self.modern else -32002, "no such cycle")
        await self.fails(client.read_resource("file:///etc/passwd"), -32602 if self.modern else -32002, "another scheme")

    @property
    def modern(self):
        return self.mode != "legacy"

    async def prompts(self, client):
        listed = await client.list_prompts()
        check([p.name for p in listed.prompts] == ["weekly_review", "plan_with_lessons"],
              self.say(f"prompts are {[p.name for p in listed.prompts]}"))
        for prompt in listed.prompts:
            arguments = {a.name: {"problem": "Proposals take long"}.get(a.name, "SALES")
                         for a in prompt.arguments or [] if a.required}
            got = await client.get_prompt(prompt.name, arguments)
            check(got.messages, self.say(f"{prompt.name} has messages"))
        await self.fails(client.get_prompt("no_such"), -32602, "no such prompt")

    async def fails(self, call, code, what):
        try:
            result = await call
            check(False, self.say(f"{what} is no error"), str(result))
        except MCPError as error:
            check(error.error.code == code, self.say(f"{what}: {error.error.code}, {code} wanted"))

    async def errors(self, client):
        await self.fails(client.call_tool("drop_table", {}), -32602, "an unknown tool")
        await self.fails(client.list_tools(cursor="nowhere"), -32602, "an unknown page")
        for name, arguments in (("chart", {"kpi": "no-such"}), ("why_decided", {"id": "SALES-999"}),
                                ("review", {"period": "someday"}), ("chart", {}), ("my_day", {"as_of": "never"}),
                                ("my_day", {"cursor": "nowhere"})):
            try:
                result = await client.call_tool(name, arguments)
                check(result.is_error and result.content, self.say(f"{name} {arguments} is refused in words"))
            except MCPError as error:
                check(error.error.code == -32602, self.say(f"{name} {arguments}: {error.error.code}"))

    async def progress(self, client):
        told = []

        async def tell(progress, total, message):
            told.append(progress)
        await client.call_tool("review", {"detail": "full"}, progress_callback=tell)
        check(told and told == sorted(told), self.say(f"progress is told: {told}"))
        try:
            async with asyncio.timeout(0.002):
                await client.call_tool("review", {"detail": "full"})
        except TimeoutError:
            pass
        result = await client.call_tool("my_day", {})
        check(not result.is_error, self.say("after a call that was given up the next is answered"))

    async def without_asking(self):
        async with self.client(asks=False) as client:
            result = await client.call_tool("log_action", {"text": "Never either", "cycle": "SALES-2"})
            text = "".join(part.text for part in result.content if part.type == "text")
            check("pdca do" in text, self.say("a host that can't ask gets the command"), text)
            check("Never either" not in pdca(self.home, "log", "--limit", "500"), self.say("and nothing is recorded"))


class Shapes:
    """The official schemas, by revision."""

    RESULTS = {
        "initialize": "InitializeResult", "server/discover": "DiscoverResult", "tools/list": "ListToolsResult",
        "tools/call": "CallToolResult", "resources/list": "ListResourcesResult", "ping": "EmptyResult",
        "resources/templates/list": "ListResourceTemplatesResult", "resources/read": "ReadResourceResult",
        "prompts/list": "ListPromptsResult", "prompts/get": "GetPromptResult",
    }

    def __init__(self, folder):
        self.schemas = {}
        for revision in ("2025-06-18", "2025-11-25", "2026-07-28"):
            schema = json.loads((folder / f"schema-{revision}.json").read_text())
            self.schemas[revision] = (schema, "$defs" if "$defs" in schema else "definitions")

    def validate(self, revision, name, value, what):
        schema, key = self.schemas[revision]
        if name not in schema[key]:
            return check(False, f"{revision} has no {name}")
        whole = {"$ref": f"#/{key}/{name}", key: schema[key], "$schema": schema["$schema"]}
        kind = jsonschema.validators.validator_for(whole)
        error = jsonschema.exceptions.best_match(kind(whole).iter_errors(value))
        check(error is None, f"{what} is no {name} of {revision}", error and error.message)

    def hold(self, log, mode):
        count, asked, revision = 0, {}, "2025-11-25" if mode == "legacy" else "2026-07-28"
        for line in log.read_text().splitlines():
            entry = json.loads(line)
            message = json.loads(entry["line"])
            if entry["from"] == "host":
                if "method" in message and "id" in message:
                    asked[message["id"]] = message["method"]
                continue
            count += 1
            self.validate(revision, "JSONRPCMessage", message, f"{mode}: {entry['line'][:80]}")
            if "result" in message and message["id"] in asked:
                result, method = message["result"], asked[message["id"]]
                name = self.RESULTS.get(method)
                if result.get("resultType") == "input_required":
                    name = "InputRequiredResult"
                if name:
                    self.validate(revision, name, result, f"{mode}: answer to {method}")
            elif "method" in message and "id" not in message:
                self.validate(revision, "ServerNotification", message, f"{mode}: {message['method']}")
            elif "method" in message:
                self.validate(revision, "ServerRequest", message, f"{mode}: {message['method']}")
        return count


class Wire:
    """A server asked by hand, without a client between."""

    def __init__(self, home):
        self.process = subprocess.Popen([PDCA, "mcp", "--department", "SALES"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env={"HOME": str(home), "PATH": "/usr/bin:/bin"})
        self.number = 0

    def ask(self, method, **params):
        self.number += 1
        params["_meta"] = {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                           "io.modelcontextprotocol/clientCapabilities": {}}
        self.process.stdin.write(json.dumps(
            {"jsonrpc": "2.0", "id": self.number, "method": method, "params": params}).encode() + b"\n")
        self.process.stdin.flush()
        while True:
            message = json.loads(self.process.stdout.readline())
            if message.get("id") == self.number:
                return message

    def resident(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def close(self):
        self.process.stdin.close()
        return self.process.wait(10)


def speed(home):
    first, beside = [], []
    for _ in range(9):
        began = time.perf_counter()
        wire = Wire(home)
        wire.ask("tools/call", name="my_day", arguments={})
        first.append(time.perf_counter() - began)
        wire.close()
        began = time.perf_counter()
        pdca(home, "cycle", "list")
        beside.append(time.perf_counter() - began)
    one, other = statistics.median(first) * 1000, statistics.median(beside) * 1000
    print(f"first answer {one:.0f} ms, pdca cycle list {other:.0f} ms: {one / other:.2f} times (2 at most)")
    check(one <= 2 * other, "the first answer is late")
    wire = Wire(home)
    for _ in range(100):
        wire.ask("tools/call", name="my_day", arguments={})
    before = wire.resident()
    for number in range(1000):
        answer = wire.ask("tools/call", name="my_day" if number % 2 else "chart",
                          arguments={} if number % 2 else {"kpi": "proposal-hours"})
        assert "result" in answer, answer
    after = wire.resident()
    print(f"memory before and after a thousand calls: {before} and {after} KiB")
    check(after < before * 1.1, "memory grows")
    check(wire.close() == 0, "at the end of its input it ends")


async def main():
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        home.chmod(0o755)
        pdca(home, "init", "--example")
        try:
            messages = 0
            shapes = SCHEMAS and Shapes(SCHEMAS)
            for mode in MODES:
                log = home / f"{mode}.log"
                await Trial(home, mode, log).run()
                if shapes:
                    messages += shapes.hold(log, mode)
            if shapes:
                print(f"{messages} messages held against the official schemas")
            speed(home)
        finally:
            pdca(home, "database", "stop")
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


asyncio.run(main())
