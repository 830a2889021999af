#!/usr/bin/env bash
# Two real clusters, a primary and a reporting server, and what can go wrong between them: trial.sh PDCA. Both are
# made for it and removed afterwards; as root they run as postgres. PDCA_SEED repeats a run, EVENTS sets its length.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/trial.py" "$(realpath "${1:?usage: trial.sh PATH-TO-PDCA}")"
