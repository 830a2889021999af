#!/usr/bin/env python3
"""Looks at every kind of page in a real browser: in both languages, three widths, light and dark, with and
without script, by keyboard, as paper, as of a day gone by; axe-core finds nothing, nothing is wider than the
screen, the policy reports nothing, nobody's text runs; each page's data are what the command that it names
answers; a change shows within two seconds. matrix.py LINK PDCA [SCREENSHOTS]: LINK signs in once.

Needs Chromium (Debian) and, from PyPI, playwright and axe-playwright-python."""

import json
import pathlib
import re
import shlex
import subprocess
import sys
import time
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (320, 768, 1440)
LANGUAGES = ("en", "ja")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Pages that no link leads to, or that are there for who goes astray.
ASTRAY = {"unknown": "/cycles/SALES-999", "nowhere": "/nothing"}


def found_addresses(page, base):
    """One of each kind of page, as links lead there from the overview on."""
    kinds, queue, seen = {}, ["/", "/promoters", "/today", "/log", "/search?q=AI"], set()
    while queue and len(seen) < 80:
        address = queue.pop(0)
        if address in seen:
            continue
        seen.add(address)
        page.goto(base + address)
        kind = urllib.parse.urlparse(address).path.split("/")[1] or "overview"
        kinds.setdefault(kind, address)
        links = page.eval_on_selector_all("main a[href^='/']", "all => all.map(a => a.getAttribute('href'))")
        for link in links:
            kind = urllib.parse.urlparse(link).path.split("/")[1]
            if kind and kind not in kinds and "." not in link:
                queue.insert(0, link)
            elif link not in seen:
                queue.append(link)
    return kinds


class Faults:
    def __init__(self):
        self.all = []

    def add(self, where, what):
        self.all.append(f"{where}: {what}")
        print("✘", where, what, file=sys.stderr, flush=True)


def watch(page, faults):
    """What a browser says when somebody's text runs, or the policy is broken."""
    page.on("dialog", lambda dialog: (faults.add(page.url, f"a text ran: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: faults.add(page.url, f"a script failed: {error}"))
    page.on("console", lambda message: message.type in ("error", "warning")
            and "status of 404" not in message.text and "status of 401" not in message.text
            and faults.add(page.url, f"the console says: {message.text}"))


def axe_finds(page, where, faults):
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    for violation in results.response["violations"]:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        faults.add(where, f"axe: {violation['id']} ({violation['impact']}): {nodes}")


def look(page, address, where, faults, axe, shots):
    page.goto(address, wait_until="load")
    # What is closed at first is looked at as well.
    if axe:
        page.eval_on_selector_all("main details", "all => all.forEach(one => { one.open = true; })")
    width = page.evaluate("document.documentElement.scrollWidth")
    view = page.viewport_size["width"]
    if width > view:
        faults.add(where, f"{width} pixels wide on {view}")
    if axe:
        axe_finds(page, where, faults)
        page.eval_on_selector_all("main details", "all => all.forEach(one => { one.open = false; })")
    if shots:
        page.screenshot(path=str(shots / (re.sub(r"\W+", "-", where) + ".png")), full_page=True)


def by_keyboard(page, base, address, faults):
    """Every link, field and button is reached with the tabulator, and every point of a chart with arrows."""
    page.goto(base + address)
    wanted = page.evaluate("""() => {
      const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")];
      const seen = all.filter(e => e.getClientRects().length && !e.closest("details:not([open]) > :not(summary)"));
      seen.forEach((e, n) => e.dataset.n = n);
      return seen.length; }""")
    reached = set()
    for _ in range(wanted + 80):
        page.keyboard.press("Tab")
        number = page.evaluate("document.activeElement.dataset.n ?? ''")
        if number:
            reached.add(number)
        if len(reached) == wanted:
            break
    if len(reached) < wanted:
        faults.add(f"keyboard {address}", f"{len(reached)} of {wanted} places are reached")
    chart = page.locator("svg[role=group]:has(.point)").first
    if not chart.count():
        return
    points = chart.locator(".point")
    points.last.focus()
    labels = set()
    for _ in range(points.count()):
        point = page.locator(".point:focus")
        labels.add(point.get_attribute("aria-label"))
        if point.locator(".tip").first.evaluate("e => getComputedStyle(e).visibility") != "visible":
            faults.add(f"keyboard {address}", "a point that is reached says nothing")
            break
        page.keyboard.press("ArrowLeft")
    if len(labels) < points.count():
        faults.add(f"keyboard {address}", f"{len(labels)} of {points.count()} points are reached by arrows")


def same_as_command(context, page, base, address, pdca, faults):
    """The page's data, and those of the command that it names at its foot."""
    page.goto(base + address)
    if not page.locator("p.command code").count():
        return faults.add(f"data {address}", page.locator("main").inner_text()[:200])
    command = page.locator("p.command code").text_content()
    asked = page.locator("footer a[type='application/json']").get_attribute("href")
    moment = urllib.parse.parse_qs(urllib.parse.urlparse(address).query).get("as-of")
    if moment:
        asked += ("&" if "?" in asked else "?") + urllib.parse.urlencode({"as-of": moment[0]})
    language = page.locator("html").get_attribute("lang")
    words = [pdca] + shlex.split(command)[1:] + ["--json", "--no-pager", "--lang", language]
    for _ in range(2):
        answer = json.loads(context.request.get(base + asked).text())
        said = subprocess.run(words, capture_output=True, text=True)
        try:
            known = json.loads(said.stdout)
            # Which department is the current one is a terminal's own affair.
            known.pop("isCurrent", None)
            answer.pop("isCurrent", None)
            if answer == known or "concepts" in known and any(
                    all(one.get(key) == value for key, value in answer.items() if key not in ("jsonVersion", "asOf"))
                    for one in known["concepts"]):
                return
        except ValueError:
            return faults.add(f"data {address}", f"{command} says {said.stdout[:200]}{said.stderr[:300]}")
    differing = [key for key in answer if answer.get(key) != json.loads(said.stdout).get(key)]
    faults.add(f"data {address}", f"not what {command} answers: {differing}")


def live(page, base, pdca, faults):
    """How long a change takes to show on a page that is open, in seconds."""
    page.goto(base + "/cycles/SALES-2")
    page.wait_for_timeout(1500)
    times = []
    for number in range(5):
        text = f"live {number} {time.time()}"
        subprocess.run([pdca, "do", "SALES-2", text, "1m"], check=True, stdout=subprocess.DEVNULL)
        began = time.monotonic()
        try:
            page.get_by_text(text).first.wait_for(state="attached", timeout=10_000)
        except Exception:  # the browser's own kind of time-out
            return faults.add("live", "a change doesn't show")
        times.append(time.monotonic() - began)
    print(f"a change shows after {max(times):.1f} s at most")
    if max(times) > 2:
        faults.add("live", f"a change shows after {max(times):.1f} s")
    # Who types is told, and loses nothing.
    page.locator("textarea[name=text]").first.fill("being typed")
    subprocess.run([pdca, "do", "SALES-2", "meanwhile", "1m"], check=True, stdout=subprocess.DEVNULL)
    page.locator("#status button").wait_for(timeout=10_000)
    if page.locator("textarea[name=text]").first.input_value() != "being typed":
        faults.add("live", "what is being typed is lost")


def without_script(browser, state, base, past, faults):
    """A form is sent twice without script and records once; a past page has no forms."""
    context = browser.new_context(storage_state=state, java_script_enabled=False)
    page = context.new_page()
    watch(page, faults)
    page.goto(base + "/cycles/SALES-2")
    page.locator("form.entry textarea[name=text]").fill("Without script")
    page.locator("form.entry button").click()
    if page.locator(".notice").count() != 1:
        faults.add("form", "nothing says that it is recorded")
    page.goto(base + "/cycles/SALES-2")
    page.locator("form.entry textarea[name=text]").fill("Clicked twice")
    page.locator("form.entry button").dblclick(no_wait_after=True)
    page.wait_for_timeout(2000)
    page.goto(base + "/cycles/SALES-2")
    count = page.locator("td", has_text="Clicked twice").count()
    if count != 1:
        faults.add("form", f"sent twice it is recorded {count} times")
    page.goto(base + f"/cycles/SALES-2?as-of={past}")
    if page.locator("form.entry").count():
        faults.add("form", "a page of the past has a form")
    context.close()


def all_looks(browser, state, base, kinds, faults, shots,
              schemes=((True, "light"), (True, "dark"), (False, "light"))):
    looked = 0
    for script, scheme in schemes:
        context = browser.new_context(
            storage_state=state, java_script_enabled=script, color_scheme=scheme)
        page = context.new_page()
        watch(page, faults)
        for language in LANGUAGES:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for kind, address in sorted(kinds.items()):
                    join = "&" if "?" in address else "?"
                    where = f"{kind} {language} {width} {scheme} {'script' if script else 'plain'}"
                    look(page, f"{base}{address}{join}lang={language}", where, faults, axe=script, shots=shots)
                    looked += 1
        context.close()
    return looked


def on_paper(page, base, kinds, faults, shots):
    page.emulate_media(media="print")
    for kind, address in sorted(kinds.items()):
        page.goto(base + address)
        if page.locator("header nav").count() and page.locator("header nav").first.is_visible():
            faults.add(f"paper {kind}", "the way to other pages is printed")
        if shots:
            page.pdf(path=str(shots / f"{kind}.pdf"))


def main():
    link, pdca = sys.argv[1:3]
    shots = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 and sys.argv[3] else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    base = link.split("/sign-in")[0]
    faults = Faults()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        first = browser.new_context()
        page = first.new_page()
        page.goto(link)
        state = first.storage_state()
        kinds = found_addresses(page, base)
        print("pages:", " ".join(f"{kind}={address}" for kind, address in sorted(kinds.items())), flush=True)
        # As of this moment: the organization may be as young as this run, and what follows changes it.
        past = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        page.wait_for_timeout(1100)
        for kind, address in list(kinds.items()):
            join = "&" if "?" in address else "?"
            for asked in (address, f"{address}{join}as-of={past}"):
                if kind != "replay":
                    same_as_command(first, page, base, asked, pdca, faults)
        watch(page, faults)
        for address in sorted(kinds.values()):
            by_keyboard(page, base, address, faults)
        live(page, base, pdca, faults)
        without_script(browser, state, base, past, faults)
        kinds |= ASTRAY | {"past": f"/?as-of={past}", "sign-in": "/sign-in"}
        looked = all_looks(browser, state, base, kinds, faults, shots)
        on_paper(page, base, kinds, faults, shots)
        browser.close()
    print(f"{looked} looks at {len(kinds)} kinds of pages, {len(faults.all)} faults")
    sys.exit(1 if faults.all else 0)


if __name__ == "__main__":
    main()
