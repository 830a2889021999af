#!/usr/bin/env bash
# The longest wait beside a live rebuild: a log of EVENTS (default 1000000) events in 20 departments,
# 200 appends/s and 50 reads/s, all as commands do them, before, during and after one rebuild, on a
# server of its own that is removed afterwards. Usage: rebuild.sh PATH-TO-PDCA.
# It fails when a statement fails, when one waits for a lock of the builder's, or when the read
# models differ from the log in the end; times are printed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: rebuild.sh PATH-TO-PDCA}")
events=${EVENTS:-1000000}

export PDCA_HOME=${TMPDIR:-/var/tmp}/pdca-soak.$$
export XDG_CONFIG_HOME=$PDCA_HOME.config
work=$PDCA_HOME.work
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER PGOPTIONS
trap 'kill $(jobs -p) 2>/dev/null || true; "$pdca" database stop >/dev/null 2>&1 || true; rm -rf "$PDCA_HOME" "$PDCA_HOME.config" "$work"' EXIT
mkdir -p "$work"

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
"$pdca" init Soak --head HQ --time-zone UTC --no-input >/dev/null
export PGHOST=$(sed -n '5p' "$PDCA_HOME/data/postmaster.pid") PGPORT=5432 PGDATABASE=pdca
if [ "$(id -u)" = 0 ]; then admin=postgres; else admin=$(id -un); fi
sql() { PGUSER=$admin "$bin/psql" -qAtX -v ON_ERROR_STOP=1 "$@"; }
sql -v departments=20 -v events=$((events / 20)) -f "$here/../bench/events.sql" >/dev/null
"$pdca" projection rebuild

# The rates are held by pgbench, which logs every transaction's time in microseconds.
bench() {
  cd "$work"
  export PGUSER=$admin
  exec "$bin/pgbench" -n -c "$3" -j 1 -R "$2" -T 3600 -l --log-prefix="$1" -f "$here/$1.sql" >"$1.out" 2>&1
}
# Whether anybody waits for a lock that the builder holds or waits for, asked five times a second.
watch() {
  while sleep 0.2; do
    sql -c "SELECT w.application_name, w.query FROM pg_stat_activity w
      WHERE w.application_name = 'pgbench' AND w.wait_event_type = 'Lock' AND EXISTS (
        SELECT FROM pg_stat_activity b
        WHERE b.pid = ANY(pg_blocking_pids(w.pid)) AND b.application_name = 'pdca')"
  done
}
watch >"$work/waits" 2>&1 &
bench append 200 4 & appender=$!
bench read 50 2 & reader=$!
phase() { echo "$1 $(date +%s.%N)" >>"$work/phases"; }
phase before; sleep 20
phase during; "$pdca" projection rebuild
phase after; sleep 10
phase end
kill "$appender" "$reader" 2>/dev/null || true
wait "$appender" "$reader" 2>/dev/null || true

report() {
  awk -v name="$1" '
    FNR == NR { start[FNR] = $2; phase[FNR] = $1; phases = FNR; next }
    { at = $5 + $6 / 1e6
      for (i = phases; i > 0 && at < start[i]; i--);
      if (i == 0 || i == phases) next
      count[i]++; if ($3 > longest[i]) longest[i] = $3; if ($3 > 100000) late[i]++ }
    END { for (i = 1; i < phases; i++)
      printf "| %s %s | %d | %.1f ms | %d |\n", name, phase[i], count[i], longest[i] / 1000, late[i] }
  ' "$work/phases" "$work/$1".[0-9]*
}
echo "| work | transactions | longest | above 100 ms |"
echo "|---|---|---|---|"
report append
report read
failed=0
for name in append read; do
  if grep -iE 'error|aborted in' "$work/$name.out"; then failed=1; fi
done
if [ -s "$work/waits" ]; then echo "waited for the builder:"; cat "$work/waits"; failed=1; fi
"$pdca" projection check || failed=1
exit "$failed"
