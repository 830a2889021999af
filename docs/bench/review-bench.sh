#!/bin/bash
# Writes every department's weekly and monthly review of a year as of its day, and prints what the
# reviews come to beside what is true of the year: docs/bench/reviews.md says how to read it.
#
#   review-bench.sh PDCA BENCH              made-up years of the seeds in SEEDS (default: 1 2)
#   review-bench.sh PDCA BENCH LOG TRUTH    a year of its own: an exported log, and what is true
set -euo pipefail
pdca=$(realpath "$1")
bench=$(realpath "$2")
log=${3:+$(realpath "$3")}
truth=${4:+$(realpath "$4")}
folder=$(mktemp -d "${TMPDIR:-/tmp}/review-bench.XXXXXX")
chmod 755 "$folder"
export PDCA_HOME=$folder/home XDG_CONFIG_HOME=$folder/config NO_COLOR=1
# Of the database: no member of a made-up year has a login here.
owner=$([ "$(id -u)" = 0 ] && echo postgres || id -un)
finish() {
  "$pdca" database stop >/dev/null 2>&1 || true
  if [ -n "${KEEP:-}" ]; then echo "kept: $folder" >&2; else rm -rf "$folder"; fi
}
trap finish EXIT

# The pages of what executives get of the last month, and of the company's month.
pages() {
  local id=$1 day=$2 name=$3
  shift 3
  "$pdca" review month "$id" --as-of "$day" --user "$owner" "$@" --format pdf --output "$folder/page.pdf" \
    >/dev/null 2>&1 || { echo "$name: not made"; return 0; }
  printf '%-58s%s\n' "$name" "$(pdfinfo "$folder/page.pdf" | awk '/^Pages/ { print $2 }')"
}

judge() {
  local log=$1 truth=$2
  reports=$folder/reports
  rm -rf "$reports" "$PDCA_HOME"
  mkdir -p "$reports"
  "$pdca" import log "$log" >/dev/null
  "$pdca" database start >/dev/null
  "$bench" write "$truth" "$reports"
  "$bench" judge "$truth" "$log" "$reports"
  read -r _ last day < <("$bench" plan "$truth" | grep '^month HQ-' | tail -1)
  pages "$last" "$day" "pages for executives, the last month" --for executive
  pages "$last" "$day" "pages of the company's last month"
  "$pdca" database stop >/dev/null 2>&1 || true
}

if [ -n "$log" ]; then
  judge "$log" "$truth"
else
  for seed in ${SEEDS:-1 2}; do
    echo "Year of seed $seed"
    "$bench" make "$seed" "$folder"
    judge "$folder/year.ndjson" "$folder/truth.json"
    echo
  done
  "$bench" alarms 100
fi
