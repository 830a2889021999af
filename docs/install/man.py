#!/usr/bin/env python3
"""Writes manual pages from a program's own help: man.py PROGRAM DIRECTORY, a page for each command,
in English below man1 and in Japanese below ja/man1."""
import json
import os
import subprocess
import sys

WORDS = {
    "en": ["NAME", "SYNOPSIS", "DESCRIPTION", "ARGUMENTS", "OPTIONS", "COMMANDS", "SEE ALSO"],
    "ja": ["名称", "書式", "説明", "引数", "オプション", "コマンド", "関連項目"],
}


def escaped(text):
    """A line that begins with a dot or an apostrophe would be a request of roff's."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def spelled(argument):
    if argument["kind"] == "positional":
        return ["\\fI%s\\fR" % escaped(argument.get("valueName", ""))]
    names = [
        escaped(("--" if name["kind"] == "long" else "-") + name["name"])
        for name in argument.get("names", [])
    ]
    value = " \\fI%s\\fR" % escaped(argument.get("valueName", "")) if argument["kind"] == "option" else ""
    return ["\\fB%s\\fR%s" % (name, value) for name in names]


def page(command, path, version, words, language):
    name, synopsis, description, arguments, options, commands, see = words
    full = "-".join(path)
    abstract = command.get("abstract", "").strip()
    lines = ['.TH "%s" 1 "" "%s" ""' % (full.upper(), version)]
    lines += [".SH " + name, "%s \\- %s" % (escaped(full), escaped(abstract)), ".SH " + synopsis]
    shown = [a for a in command.get("arguments") or [] if a.get("shouldDisplay", True)]
    places = [a for a in shown if a["kind"] == "positional"]
    named = [a for a in shown if a["kind"] != "positional"]
    children = [c for c in command.get("subcommands") or [] if c["commandName"] != "help" and c.get("shouldDisplay", True)]
    parts = ["\\fB%s\\fR" % escaped(" ".join(path))]
    parts += ["[\\fI%s\\fR]" % ("options" if language == "en" else "オプション")] if named else []
    parts += ["\\fI%s\\fR" % ("command" if language == "en" else "コマンド")] if children else []
    parts += [("[%s]" if a.get("isOptional") else "%s") % spelled(a)[0] for a in places]
    lines += [" ".join(parts), ".SH " + description, escaped(abstract)]
    if command.get("discussion"):
        lines += [".PP", ".nf", escaped(command["discussion"]), ".fi"]
    for heading, group in ((arguments, places), (options, named)):
        if group:
            lines.append(".SH " + heading)
        for argument in group:
            text = argument.get("abstract", "")
            if argument.get("allValues"):
                text += " (%s)" % ", ".join(argument["allValues"])
            lines += [".TP", ", ".join(spelled(argument)), escaped(text)]
    if children:
        lines.append(".SH " + commands)
        for child in children:
            lines += [".TP", "\\fB%s\\fR" % escaped(child["commandName"]), escaped(child.get("abstract", ""))]
    near = ["-".join(path[:-1])] if len(path) > 1 else []
    near += [full + "-" + child["commandName"] for child in children]
    if near:
        lines += [".SH " + see, ",\n".join("\\fB%s\\fR(1)" % escaped(other) for other in near)]
    yield full, "\n".join(line for line in lines if line) + "\n"
    for child in children:
        yield from page(child, path + [child["commandName"]], version, words, language)


def main(program, directory):
    for language, words in WORDS.items():
        environment = dict(os.environ, PDCA_LANG=language)

        def told(*arguments):
            return subprocess.run(
                [program, *arguments], env=environment, check=True, capture_output=True, text=True
            ).stdout

        version = told("--version").strip()
        root = json.loads(told("--experimental-dump-help"))["command"]
        folder = os.path.join(directory, *(["ja"] if language == "ja" else []), "man1")
        os.makedirs(folder, exist_ok=True)
        for name, text in page(root, ["pdca"], version, words, language):
            with open(os.path.join(folder, name + ".1"), "w", encoding="utf-8") as file:
                file.write(text)


main(*sys.argv[1:])
