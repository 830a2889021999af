#!/usr/bin/env bash
# Appends a second by the number of writers, and by the size of the log, on a server of its own that
# is removed afterwards. Usage: curves.sh PATH-TO-PDCA >FIGURES; curves.py draws them.
# ROUNDS (default 3) and SECONDS_EACH (default 3) set how often and how long each point is measured;
# SIZES (default "10000 100000 1000000 10000000") the events of the filled log. Ten million take 10
# GB. The empty log and the filled one are measured in turns, so that both meet the same machine.
# Lines: writers N raw|append TPS; size N empty|filled TPS.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: curves.sh PATH-TO-PDCA}")
rounds=${ROUNDS:-3} each=${SECONDS_EACH:-3}

export PDCA_HOME=${TMPDIR:-/var/tmp}/pdca-curves.$$
export XDG_CONFIG_HOME=$PDCA_HOME.config
. "$here/values.sh"
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER
trap '"$pdca" database stop >/dev/null 2>&1 || true; rm -rf "$PDCA_HOME" "$PDCA_HOME.config"' EXIT

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
"$pdca" init Bench --head HQ --time-zone UTC --no-input >/dev/null
PGHOST=$(sed -n '5p' "$PDCA_HOME/data/postmaster.pid")
if [ "$(id -u)" = 0 ]; then PGUSER=postgres; else PGUSER=$(id -un); fi
export PGHOST PGUSER PGPORT=5432

sql() { local db=$1; shift; "$bin/psql" -qAtX -v ON_ERROR_STOP=1 -d "$db" "$@" >/dev/null; }
tps() { PGDATABASE=$1 "$bin/pgbench" -n -M prepared "${values[@]}" -D base=$(($(date +%s) % 800 * 1000000)) -c "$2" -j 2 -T "$each" -f "$here/$3.sql" 2>/dev/null | awk '/^tps/ { print $3 }'; }
# A log with departments and one event in each, made anew from the one that stays as it is.
empty() { sql postgres -c "DROP DATABASE IF EXISTS empty WITH (FORCE)"; sql postgres -c "CREATE DATABASE empty TEMPLATE begun"; }

sql pdca -f "$here/departments.sql"
sql postgres -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'pdca'"
sql postgres -c "CREATE DATABASE begun TEMPLATE pdca"
sql postgres -c "CREATE DATABASE filled TEMPLATE begun"

for writers in 1 2 4 8 16 32 64; do
  for _ in $(seq "$rounds"); do
    empty
    echo "writers $writers raw $(tps empty "$writers" insert)"
    echo "writers $writers append $(tps empty "$writers" append)"
  done
done

held=0 fill=0
for size in ${SIZES:-10000 100000 1000000 10000000}; do
  fill=$((fill + 1))
  sql filled -v events=$(((size - held) / 64)) -v round="$fill" -f "$here/fill.sql"
  held=$size
  for _ in $(seq "$rounds"); do
    empty
    echo "size $size empty $(tps empty 8 append)"
    echo "size $size filled $(tps filled 8 append)"
  done
done
