#!/usr/bin/env python3
"""Makes Sources/Terminal/WidthTable.swift from the Unicode character database.

The data come from `unicodedata2` of PyPI, whose version is that of Unicode, or else from Python
itself. Needs no network and changes nothing but the file that it is told to write.

  table.py FILE            prints the file as it would be
  table.py --write FILE    writes it
  table.py --check FILE    holds the file against the data: 1 and the first differences where it is not
                           what would be written. With data of another version only characters that
                           both versions know are held against each other, and few may have changed.
"""
import re
import sys

try:
    import unicodedata2 as database
except ImportError:
    import unicodedata as database

VERSION = database.unidata_version
LAST = 0x10FFFF
# Marks and format characters have no cell of their own, ...
NO_CELL = {"Mn", "Me", "Mc", "Cf", "Zl", "Zp"}
# ... but for the soft hyphen, and signs that stand around the number that follows them
# (Prepended_Concatenation_Mark).
SHOWN = [(0xAD, 0xAD), (0x600, 0x605), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891),
         (0x8E2, 0x8E2), (0x110BD, 0x110BD), (0x110CD, 0x110CD)]
# Nor have jamo that join a syllable, fillers, and what is ignorable before it is assigned
# (Default_Ignorable_Code_Point).
IGNORED = [(0x1160, 0x11FF), (0x2065, 0x2065), (0x3164, 0x3164), (0xD7B0, 0xD7FF),
           (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF)]
# EastAsianWidth.txt: what isn't assigned in these is wide.
WIDE_UNASSIGNED = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD),
                   (0x30000, 0x3FFFD)]
# Regional indicators, which terminals draw as flags or wide letters.
FLAGS = [(0x1F1E6, 0x1F1FF)]

LISTS = ["wide", "zero", "ambiguous"]


def within(value, ranges):
    return any(first <= value <= last for first, last in ranges)


def kind(value):
    """The list that holds the character; None where it takes one cell."""
    character = chr(value)
    category = database.category(character)
    if within(value, IGNORED) or category in NO_CELL and not within(value, SHOWN):
        return "zero"
    if category == "Cn":
        return "wide" if within(value, WIDE_UNASSIGNED) else None
    if within(value, FLAGS):
        return "wide"
    width = database.east_asian_width(character)
    return {"W": "wide", "F": "wide", "A": "ambiguous"}.get(width)


def made():
    """The ranges of each list."""
    found = {name: [] for name in LISTS}
    for value in range(0x80, LAST + 1):
        name = kind(value)
        if name is None:
            continue
        ranges = found[name]
        if ranges and ranges[-1][1] == value - 1:
            ranges[-1][1] = value
        else:
            ranges.append([value, value])
    return found


def lines(ranges):
    """Numbers filled up to the house's 100 columns."""
    rows, row = [], "   "
    for number in (f"0x{bound:X}," for pair in ranges for bound in pair):
        if len(row) + 1 + len(number) > 100:
            rows.append(row)
            row = "   "
        row += " " + number
    return rows + [row]


def body(name):
    return re.compile(r"(static let %s: \[UInt32\] = \[\n)(.*?)(\n  \])" % name, re.S)


def renewed(text):
    """The file with the lists and the version that the data have."""
    for name, ranges in made().items():
        rows = "\n".join(lines(ranges))
        text = body(name).sub(lambda match: match[1] + rows + match[3], text)
    return re.sub(r"Generated from Unicode [0-9.]+", f"Generated from Unicode {VERSION}", text)


def kinds(text):
    """The list that holds each character in the file."""
    found = {}
    for name in reversed(LISTS):
        numbers = [int(digits, 16) for digits in re.findall(r"0x([0-9A-F]+)", body(name).search(text)[2])]
        for first, last in zip(numbers[::2], numbers[1::2]):
            found.update(dict.fromkeys(range(first, last + 1), name))
    return found


def check(text):
    stated = re.search(r"Generated from Unicode ([0-9.]+)", text)[1]
    if stated == VERSION:
        return [] if renewed(text) == text else [f"not what Unicode {VERSION} makes"]
    known = kinds(text)
    other = [
        value for value in range(0x80, LAST + 1)
        if database.category(chr(value)) != "Cn" and kind(value) != known.get(value)
    ]
    # From version to version a handful of characters get another width.
    if len(other) <= 200:
        return []
    return [f"U+{value:04X}: {known.get(value)} here, {kind(value)} in Unicode {VERSION}" for value in other[:20]]


def main(arguments):
    path = arguments[-1]
    text = open(path, encoding="utf-8").read()
    if arguments[0] == "--check":
        faults = check(text)
        print("\n".join(faults) or f"{path} is what Unicode {VERSION} makes, where it knows the characters.")
        return 1 if faults else 0
    text = renewed(text)
    if arguments[0] == "--write":
        open(path, "w", encoding="utf-8").write(text)
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
