#!/usr/bin/env bash
# Imports a large CSV file of actions (department, occurred_at, actor, text) twice on a server of its
# own and holds the log against the file: every line stored as it is or refused by its number,
# identical lines kept apart, none doubled, and each shown without a control character.
# Usage: import.sh PATH-TO-PDCA FILE. Ends with 0 when all of it holds.
set -euo pipefail
pdca=$(realpath "${1:?usage: import.sh PATH-TO-PDCA FILE}")
file=$(realpath "${2:?usage: import.sh PATH-TO-PDCA FILE}")

base=${TMPDIR:-/var/tmp}/pdca-import.$$
export PDCA_HOME=$base XDG_CONFIG_HOME=$base.config PDCA_LANG=en
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER
trap '"$pdca" database stop >/dev/null 2>&1 || true; rm -rf "$base" "$base".*' EXIT

"$pdca" init Import --head HQ --time-zone UTC --no-input >/dev/null
for run in first second; do
  status=0
  "$pdca" import actions "$file" --create-departments >"$base.$run" 2>"$base.errors" || status=$?
  echo "$run run, exit status $status: $(head -n 1 "$base.$run") $(cat "$base.errors")"
done
"$pdca" export log --output "$base.log" >/dev/null
departments=$("$pdca" department list --json | python3 -c 'import json, sys
for row in json.load(sys.stdin)["departments"]: print(row["code"])')
for department in $departments; do
  "$pdca" log --department "$department" --limit 1000000
done >"$base.shown"
python3 - "$file" "$base.log" "$base.shown" <<'PYTHON'
import collections, csv, json, sys, unicodedata

given = collections.Counter()
with open(sys.argv[1], newline="", encoding="utf-8") as lines:
    for row in csv.DictReader(lines):
        if row["text"]:
            given[row["department"].lower(), row["actor"], row["text"]] += 1
stored, streams = collections.Counter(), collections.Counter()
for line in open(sys.argv[2], encoding="utf-8"):
    event = json.loads(line)
    if event.get("type") == "ActionLogged":
        action = event["payload"]
        stored[event["department"].lower(), action["by"], action["text"]] += 1
        streams[event["department"], event["stream"]] += 1
shown = open(sys.argv[3], encoding="utf-8").read()
harmful = [c for c in shown if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs")]
print(f"{sum(given.values())} lines with a text in the file, {sum(stored.values())} actions in the log")
print(f"{sum(n - 1 for n in given.values())} of them repeat another; the longest stream has {max(streams.values())} events")
print(f"{len(shown.splitlines())} lines shown, {len(harmful)} control characters among them")
sys.exit(0 if given == stored and not harmful else 1)
PYTHON
