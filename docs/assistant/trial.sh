#!/usr/bin/env bash
# The assistant's server tried with the official Python client: trial.sh PDCA [FOLDER OF SCHEMAS]. What both say is held
# against schema-<revision>.json of that folder, where one is given.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
venv=${MCP_VENV:-$here/../../.build/mcp-venv}
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/python" -c 'import mcp, jsonschema' 2>/dev/null || "$venv/bin/pip" install -q 'mcp>=2,<3' jsonschema
exec "$venv/bin/python" "$here/trial.py" "$(realpath "$1")" "${@:2}"
