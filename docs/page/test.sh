#!/usr/bin/env bash
# The full matrix of pages in a real browser, on an organization of its own, and then a server that departments
# share: test.sh PDCA [SCREENSHOTS]. LOG names an exported log (pdca export log) that is looked at instead of a
# small one. PART=matrix or PART=server runs one of both. `make test-page` installs what it needs.
set -euo pipefail
pdca=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
server=""
# The private server runs as another account where root runs this.
chmod 755 "$work"
cleanup() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  wait 2>/dev/null || true
  PDCA_HOME="$work/home" "$pdca" database stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap cleanup EXIT
command -v chromium >/dev/null || { echo "chromium is missing: make test-page installs it" >&2; exit 69; }
venv=${PAGE_VENV:-$here/../../.build/page-venv}
if [ ! -x "$venv/bin/python" ]; then python3 -m venv "$venv"; fi
"$venv/bin/python" -c 'import playwright, axe_playwright_python, oidc_provider_mock, jwt' 2>/dev/null \
  || "$venv/bin/pip" install -q playwright axe-playwright-python oidc-provider-mock 'pyjwt[crypto]'
matrix() {
  export PDCA_HOME="$work/home" TZ=Asia/Tokyo
  if [ -n "${LOG:-}" ]; then
    "$pdca" import log "$LOG" >/dev/null
  else
    "$here/example.sh" "$pdca"
  fi
  "$pdca" serve --listen "127.0.0.1:${PORT:-8021}" >"$work/serve.log" 2>&1 &
  server=$!
  for _ in $(seq 200); do grep -q ticket= "$work/serve.log" && break; sleep 0.1; done
  link=$(grep -o 'http://[^ ]*ticket=[0-9a-f]*' "$work/serve.log")
  "$venv/bin/python" "$here/matrix.py" "$link" "$pdca" "${1:-}"
}
case ${PART:-all} in
matrix) matrix "${2:-}" ;;
server) "$venv/bin/python" "$here/server.py" "$pdca" ;;
*) matrix "${2:-}" && "$venv/bin/python" "$here/server.py" "$pdca" ;;
esac
