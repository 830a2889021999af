#!/usr/bin/env bash
# Sharing tried from outside: trial.sh PDCA [DELIVERIES KILLS]. `make test-share` installs what it needs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv=${PAGE_VENV:-$here/../../.build/page-venv}
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/python" -c 'import slack_sdk, aiosmtpd' 2>/dev/null || "$venv/bin/pip" install -q slack_sdk aiosmtpd
exec "$venv/bin/python" "$here/trial.py" "$(realpath "$1")" "${@:2}"
