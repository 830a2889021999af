#!/usr/bin/env bash
# Tries the schema bi for real: test.sh PDCA. On a PostgreSQL server of its own, with three months of an
# example, or LOG, an exported log; through psycopg, and through Superset from PyPI. KEEP names a folder
# that gets the dashboard's export (docs/bi/superset). VENV names an environment that has them already.
set -euo pipefail
pdca=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d /var/tmp/pdca-bi.XXXXXX)
chmod 755 "$work"
superset=""
bin=$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")
as_server() { if [ "$(id -u)" = 0 ]; then setpriv --reuid postgres --regid postgres --clear-groups "$@"; else "$@"; fi; }
leave() {
  [ -z "$superset" ] || kill "$superset" 2>/dev/null || true
  as_server "$bin/pg_ctl" -D "$work/server/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap leave EXIT
mkdir "$work/server"
[ "$(id -u)" != 0 ] || chown postgres "$work/server"
port=${PORT:-54329}
as_server "$bin/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --locale C.UTF-8 >/dev/null
as_server "$bin/pg_ctl" -D "$work/server/data" -l "$work/server/log" -w \
  -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$work/server" start >/dev/null
sql() { psql -q -h 127.0.0.1 -p "$port" -U postgres -v ON_ERROR_STOP=1 "$@"; }
sql -c 'CREATE DATABASE improvement'
unset PDCA_USER PDCA_DEPARTMENT
export PDCA_HOME=$work/home XDG_CONFIG_HOME=$work/config PDCA_LANG=en TZ=Asia/Tokyo
export PDCA_DATABASE_URL="postgresql://postgres@127.0.0.1:$port/improvement?sslmode=disable"
if [ -n "${LOG:-}" ]; then "$pdca" import log "$LOG" >/dev/null; else "$pdca" init --example --no-input >/dev/null; fi
"$pdca" bi refresh
"$pdca" bi check
sql -d improvement -c 'CREATE ROLE dashboards LOGIN' -c 'GRANT pdca_bi_improvement TO dashboards'
"$pdca" projection rebuild
"$pdca" bi check

venv=${VENV:-$work/venv}
if [ ! -x "$venv/bin/superset" ]; then
  python3 -m venv "$venv"
  # What Superset 6.1 asks for without bounds has gone on since; these are its own pins.
  "$venv/bin/pip" install -q 'apache-superset==6.1.0' 'flask-caching==2.3.1' cachetools rich psycopg2-binary 'psycopg[binary]' requests
fi
read=$(sql -d improvement -At -c 'SELECT schema FROM read.pointer')
"$venv/bin/python" "$here/client.py" "postgresql://dashboards@127.0.0.1:$port/improvement" "$read"

mkdir "$work/superset"
cat >"$work/superset/superset_config.py" <<CONFIG
SECRET_KEY = "$(head -c 32 /dev/urandom | base64)"
SQLALCHEMY_DATABASE_URI = "sqlite:///$work/superset/superset.db"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
CONFIG
export SUPERSET_CONFIG_PATH=$work/superset/superset_config.py FLASK_APP=superset SUPERSET_HOME=$work/superset
password=$(head -c 12 /dev/urandom | base64 | tr -d '/+=')
{
  "$venv/bin/superset" db upgrade
  "$venv/bin/superset" fab create-admin --username admin --firstname A --lastname B --email a@example.org --password "$password"
  "$venv/bin/superset" init
} >"$work/superset/log" 2>&1 || { tail -n 20 "$work/superset/log" >&2; exit 69; }
web=${WEB:-8289}
"$venv/bin/superset" run -p "$web" >>"$work/superset/log" 2>&1 &
superset=$!
for _ in $(seq 240); do curl -s -o /dev/null "http://127.0.0.1:$web/health" && break; sleep 0.5; done
kept=$here/superset
[ -z "${KEEP:-}" ] || kept=""
"$venv/bin/python" "$here/superset_dashboard.py" "http://127.0.0.1:$web" admin "$password" \
  "postgresql+psycopg2://dashboards@127.0.0.1:$port/improvement" "${KEEP:-$work/export}" ${kept:+"$kept"}
echo "The schema bi is read by psycopg and Superset as by SQL."
