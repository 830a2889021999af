#!/usr/bin/env python3
"""Draws what curves.sh measured, medians of its rounds, as SVG. Usage: curves.py FIGURES >curves.svg"""
import collections
import math
import statistics
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 420, 300, 62, 18, 54, 48
STYLE = """
svg { color-scheme: light dark; background: #ffffff; font: 13px system-ui, sans-serif; }
text { fill: #1f2328; } .faint { fill: #59636e; }
.grid { stroke: #d1d9e0; } .axis { stroke: #59636e; }
.a { stroke: #0a63c9; fill: #0a63c9; } .b { stroke: #b35900; fill: #b35900; }
polyline.line { fill: none; stroke-width: 2; } .b.line { stroke-dasharray: 6 4; } text.a, text.b { stroke: none; }
@media (prefers-color-scheme: dark) {
  svg { background: #0d1117; } text { fill: #f0f6fc; } .faint { fill: #9198a1; }
  .grid { stroke: #3d444d; } .axis { stroke: #9198a1; }
  .a { stroke: #6cb0ff; fill: #6cb0ff; } .b { stroke: #ffa657; fill: #ffa657; }
}"""


def read(path):
    """Medians: {"writers": {"raw": {1: tps, …}, …}, "size": …}."""
    found = collections.defaultdict(lambda: collections.defaultdict(lambda: collections.defaultdict(list)))
    with open(path) as file:
        for line in file:
            chart, place, series, tps = line.split()
            found[chart][series][int(place)].append(float(tps))
    return {
        chart: {name: {x: statistics.median(v) for x, v in sorted(points.items())}
                for name, points in series.items()}
        for chart, series in found.items()}


def step(top):
    """A round distance between grid lines, four to eight of them below the top."""
    size = 10 ** math.floor(math.log10(top))
    return next(size * part for part in (2, 1, 0.5, 0.25) if top / (size * part) >= 4)


def shown(number):
    return f"{number:,.0f}".replace(",", "\u202f")


def panel(left, title, below, series, names, label):
    """One chart: x is logarithmic, y begins at nought."""
    places = sorted({x for points in series.values() for x in points})
    top = max(v for points in series.values() for v in points.values()) * 1.05
    low, high = math.log(places[0]), math.log(places[-1])
    across = lambda x: left + LEFT + (math.log(x) - low) / ((high - low) or 1) * (WIDTH - LEFT - RIGHT)
    up = lambda v: HEIGHT - BOTTOM - v / top * (HEIGHT - TOP - BOTTOM)
    yield f'<text x="{left + LEFT}" y="22" font-weight="600">{title}</text>'
    for count in range(int(top / step(top)) + 1):
        v = count * step(top)
        kind = "grid" if count else "axis"
        yield (f'<line class="{kind}" x1="{left + LEFT}" x2="{left + WIDTH - RIGHT}" y1="{up(v):.1f}" y2="{up(v):.1f}"/>'
               f'<text class="faint" x="{left + LEFT - 8}" y="{up(v) + 4:.1f}" text-anchor="end">{shown(v)}</text>')
    for x in places:
        yield f'<text class="faint" x="{across(x):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{label(x)}</text>'
    yield f'<text class="faint" x="{left + (LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 8}" text-anchor="middle">{below}</text>'
    for order, (key, name) in enumerate(names.items()):
        kind, points = "ab"[order], series[key]
        path = " ".join(f"{across(x):.1f},{up(v):.1f}" for x, v in points.items())
        yield f'<polyline class="{kind} line" points="{path}"/>'
        for x, v in points.items():
            yield f'<circle class="{kind}" cx="{across(x):.1f}" cy="{up(v):.1f}" r="3"><title>{name}, {label(x)}: {shown(v)}/s</title></circle>'
        yield f'<text class="{kind}" x="{left + LEFT + order * 170}" y="42">{"━" if order == 0 else "╍"} {name}</text>'


def power(x):
    return "10" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(round(math.log10(x))))


def main():
    found = read(sys.argv[1])
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" role="img" '
          'aria-label="Appends a second by writers and by the size of the log">')
    print(f"<style>{STYLE}\n</style>")
    print("\n".join(panel(0, "Appends a second by writers", "connections, to 64 departments", found["writers"],
                          {"append": "log.append_one", "raw": "raw INSERT"}, str)))
    print("\n".join(panel(WIDTH, "Appends a second by the size of the log", "events in the filled log", found["size"],
                          {"filled": "filled log", "empty": "empty log, in turns"}, power)))
    print("</svg>")


if __name__ == "__main__":
    main()
