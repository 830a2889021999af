#!/usr/bin/env bash
# Pages beside what they rest on, in one run: bench.sh PDCA [DEPARTMENTS YEARS]. LOAD=/ holds 500 streams open and asks
# for that page 50 times a second, too, for five minutes (LOAD_FOR='500 50 300').
set -euo pipefail
exec python3 "$(dirname "$0")/bench.py" "$(realpath "$1")" "${@:2}"
