#!/usr/bin/env bash
# What row security costs: the weekly review of many departments as a whole command, and appends, each with
# row security on and off in turns. Usage: row-security.sh PATH-TO-PDCA
#   DEPARTMENTS (50), WEEKS (156)   of history in each
#   ROUNDS (24)                     pairs; the median ratio counts
#   APPENDS (400)                   in one transaction, as one measurement
#   KEEP                            a directory where the database stays, and is used again
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: row-security.sh PATH-TO-PDCA}")
departments=${DEPARTMENTS:-50} weeks=${WEEKS:-156} rounds=${ROUNDS:-24} appends=${APPENDS:-400}
base=${KEEP:-${TMPDIR:-/var/tmp}/pdca-row-security.$$}
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER
export PDCA_HOME=$base/home XDG_CONFIG_HOME=$base/config PDCA_LANG=en
mkdir -p "$base"
chmod 755 "$base"
finish() {
  "$pdca" database stop >/dev/null 2>&1 || true
  [ -n "${KEEP:-}" ] || rm -rf "$base"
}
trap finish EXIT
if [ "$(id -u)" = 0 ]; then owner=postgres; else owner=$(id -un); fi
sql() {
  PGHOST=$(sed -n 5p "$PDCA_HOME/data/postmaster.pid") PGPORT=5432 PGDATABASE=pdca \
    psql -qAtX -v ON_ERROR_STOP=1 -U "${user:-$owner}" "$@"
}
if [ -d "$PDCA_HOME/data" ]; then "$pdca" database start >/dev/null; else
  "$pdca" init Bench --head HQ --time-zone UTC --no-input >/dev/null
  "$pdca" database start >/dev/null
  sql -v departments="$departments" -v weeks="$weeks" -v form=1 -f "$here/reviews.sql" >/dev/null
  "$pdca" database migrate >/dev/null
  "$pdca" projection rebuild >/dev/null
  "$pdca" database login r1-1 >/dev/null # an executive
  "$pdca" database login r1-2 >/dev/null # a promoter
  sql -c "VACUUM ANALYZE" >/dev/null
fi

# security ENABLE|DISABLE: on every table that has it; the policies stay.
sql -c "SELECT c.oid::regclass FROM pg_class c WHERE c.relrowsecurity" >"$base/tables"
security() {
  sed "s/.*/ALTER TABLE & $1 ROW LEVEL SECURITY;/" "$base/tables" | sql -f - >/dev/null
}
trap 'security ENABLE >/dev/null 2>&1 || true; finish' EXIT

monday=$(date -u -d "$(date -u +%F) -$(($(date -u +%u) + 6)) days" +%F)
review() { "$pdca" review week "$monday" --all --user "$1" >"$base/out" 2>&1; }
# Appends roll back, so that each begins with the same log.
append() {
  user=$1 sql -c "DO \$\$ BEGIN
    FOR i IN 1..$appends LOOP
      PERFORM log.append_one('R1', gen_random_uuid(), uuid_send(gen_random_uuid()), sha256('x'), 'cycle-9' || i, 1,
        'ActionLogged', 1::smallint, clock_timestamp(), '{\"minutes\":30,\"text\":\"Asked for a first draft\"}');
    END LOOP;
    RAISE EXCEPTION USING ERRCODE = 'PD999';
  END \$\$" >"$base/out" 2>&1 || grep -q PD999 "$base/out" || grep -q 'PL/pgSQL function inline_code_block' "$base/out"
}
seconds() {
  local from to
  from=$(date +%s%N)
  "$@" || { cat "$base/out" >&2; exit 70; }
  to=$(date +%s%N)
  awk -v n=$((to - from)) 'BEGIN { printf "%.4f", n / 1e9 }'
}
median() { sort -g | awk '{ v[NR] = $1 } END { printf "%.3f", v[int((NR + 1) / 2)] }'; }

echo "| | with | without | ratio (median of $rounds pairs) |"
echo "|---|--:|--:|--:|"
# pair NAME COMMAND PERSON
pair() {
  : >"$base/with"; : >"$base/without"; : >"$base/ratios"
  local on off
  for round in $(seq "$rounds"); do
    if [ $((round % 2)) = 0 ]; then
      security ENABLE; on=$(seconds "$2" "$3"); security DISABLE; off=$(seconds "$2" "$3")
    else
      security DISABLE; off=$(seconds "$2" "$3"); security ENABLE; on=$(seconds "$2" "$3")
    fi
    echo "$on" >>"$base/with"; echo "$off" >>"$base/without"
    awk -v a="$on" -v b="$off" 'BEGIN { print a / b }' >>"$base/ratios"
  done
  security ENABLE
  echo "| $1 | $(median <"$base/with") s | $(median <"$base/without") s | $(median <"$base/ratios") |"
}
pair "weekly review of $departments departments, the owner" review "$owner"
pair "weekly review of $departments departments, an executive" review r1-1
pair "weekly review of $departments departments, a promoter" review r1-2
pair "$appends appends, a promoter" append r1-2
