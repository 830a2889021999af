#!/usr/bin/env bash
# Appends a second while one old transaction is held open: APPENDS (default 20000) of 8 clients in 8
# departments, in ten parts, beside a transaction whose snapshot is older than all of them; on a
# server of its own that is removed afterwards. Usage: old_snapshot.sh PATH-TO-PDCA.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: old_snapshot.sh PATH-TO-PDCA}")
appends=${APPENDS:-20000}

export PDCA_HOME=${TMPDIR:-/var/tmp}/pdca-soak.$$
export XDG_CONFIG_HOME=$PDCA_HOME.config
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER PGOPTIONS
trap 'kill $(jobs -p) 2>/dev/null || true; "$pdca" database stop >/dev/null 2>&1 || true; rm -rf "$PDCA_HOME" "$PDCA_HOME".*' EXIT

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
"$pdca" init Soak --head HQ --time-zone UTC --no-input >/dev/null
PGHOST=$(sed -n '5p' "$PDCA_HOME/data/postmaster.pid")
export PGHOST PGPORT=5432 PGDATABASE=pdca
if [ "$(id -u)" = 0 ]; then PGUSER=postgres; else PGUSER=$(id -un); fi
export PGUSER
"$bin/psql" -qAtX -v ON_ERROR_STOP=1 -f "$here/../bench/departments.sql" >/dev/null
cat >"$PDCA_HOME.append.sql" <<'SQL'
\set d random(1, 8)
\set p random(1, 999999999)
SELECT log.append_one('D' || :d, gen_random_uuid(), :salt, :hash, 'cycle-' || :p, :version, :type, :schema, :at, :payload);
SQL
. "$here/../bench/values.sh"
part() {
  "$bin/pgbench" -n -M prepared "${values[@]}" -c 8 -j 2 -t $((appends / 80)) -f "$PDCA_HOME.append.sql" \
    2>/dev/null | awk '/^tps/ { printf "%.0f\n", $3 }'
}
# Once before, so that the first part pays for no file's growth alone.
part >/dev/null
"$bin/psql" -qAtX -c "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM log.event; SELECT pg_sleep(3600)" \
  >"$PDCA_HOME.snapshot" &
until [ -n "$("$bin/psql" -qAtX -c "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")" ]; do sleep 0.1; done
rates=$(for _ in 1 2 3 4 5 6 7 8 9 10; do part; done)
echo "appends a second, in ten parts of $((appends / 10)):" $rates
echo "$rates" | awk 'NR <= 2 { first += $1 } NR >= 9 { last += $1 }
  END { printf "the last fifth at %.2f of the first\n", last / first; exit last * 2 < first }'
"$bin/psql" -qAtX -c "SELECT 'oldest snapshot held for ' || date_trunc('seconds', max(now() - xact_start)) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
