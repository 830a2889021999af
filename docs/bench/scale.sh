#!/usr/bin/env bash
# One server with few departments and with many: what a person's commands cost in turns, and what the
# commands that look at everything take. Usage: scale.sh PATH-TO-PDCA
#   FEW (5), MANY (500)   departments of the two databases, each on a private server of its own
#   WEEKS (1)             of history in each department: some 24 events a week
#   ROUNDS (40)           pairs of each command; the median ratio counts
#   KEEP                  a directory where the databases stay, and are used again
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: scale.sh PATH-TO-PDCA}")
few=${FEW:-5} many=${MANY:-500} weeks=${WEEKS:-1} rounds=${ROUNDS:-40}
base=${KEEP:-${TMPDIR:-/var/tmp}/pdca-scale.$$}
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER
export PDCA_LANG=en
mkdir -p "$base"
chmod 755 "$base"
finish() {
  for size in few many; do at "$size" database stop >/dev/null 2>&1 || true; done
  [ -n "${KEEP:-}" ] || rm -rf "$base"
}
trap finish EXIT

# at SIZE COMMAND…: on the server of that size.
at() {
  local size=$1; shift
  PDCA_HOME=$base/$size XDG_CONFIG_HOME=$base/$size.config PDCA_DEPARTMENT=R1 "$pdca" "$@"
}
sql() {
  local size=$1 admin; shift
  if [ "$(id -u)" = 0 ]; then admin=postgres; else admin=$(id -un); fi
  PGHOST=$(sed -n 5p "$base/$size/data/postmaster.pid") PGPORT=5432 PGDATABASE=pdca PGUSER=$admin \
    psql -qAtX -v ON_ERROR_STOP=1 "$@"
}
# make SIZE DEPARTMENTS: eight people with names in each; then the rights of all, and the read models.
make() {
  if [ -d "$base/$1/data" ]; then at "$1" database start >/dev/null; return; fi
  env -u PDCA_DEPARTMENT PDCA_HOME="$base/$1" XDG_CONFIG_HOME="$base/$1.config" \
    "$pdca" init Bench --head HQ --time-zone UTC --no-input >/dev/null
  at "$1" database start >/dev/null
  sql "$1" -v departments="$2" -v weeks="$weeks" -f "$here/reviews.sql" >/dev/null
  sql "$1" -c "INSERT INTO people.directory (account, name)
    SELECT format('r%s-%s', d, m), format('社員 %s-%s', d, m)
    FROM generate_series(1, $2) d, generate_series(1, 8) m" >/dev/null
  at "$1" database migrate >/dev/null
  at "$1" projection rebuild >/dev/null
  sql "$1" -c "VACUUM ANALYZE" >/dev/null
}
make few "$few"
make many "$many"

# Milliseconds of a command, the mean of three in a row.
each() {
  local from to
  from=$(date +%s%N)
  for _ in 1 2 3; do "$@" >"$base/out" 2>&1 || { cat "$base/out" >&2; exit 70; }; done
  to=$(date +%s%N)
  awk -v n=$((to - from)) 'BEGIN { printf "%.3f", n / 3e6 }'
}
median() { sort -g | awk '{ v[NR] = $1 } END { printf "%.3f", v[int((NR + 1) / 2)] }'; }

# Each observation is of a week of its own, before all that there are.
record() {
  week=$(($(cat "$base/$1.week" 2>/dev/null || echo 0) + 1))
  echo "$week" >"$base/$1.week"
  at "$1" kpi record kpi-1 20 --on "$(date -u -d "1970-01-05 +$((week * 7)) days" +%F)"
}
act() { at "$1" do "R1-$weeks" "Drafted a proposal"; } # the latest cycle, which is open
list() { at "$1" cycle list; }

echo "| command | $few departments | $many departments | ratio (median of $rounds pairs) |"
echo "|---|--:|--:|--:|"
for command in act list record; do
  : >"$base/few.ms"; : >"$base/many.ms"; : >"$base/ratios"
  for round in $(seq "$rounds"); do
    if [ $((round % 2)) = 0 ]; then one=$(each $command few) other=$(each $command many)
    else other=$(each $command many) one=$(each $command few); fi
    echo "$one" >>"$base/few.ms"; echo "$other" >>"$base/many.ms"
    awk -v a="$other" -v b="$one" 'BEGIN { print a / b }' >>"$base/ratios"
  done
  case $command in act) name="pdca do" ;; list) name="pdca cycle list" ;; record) name="pdca kpi record" ;; esac
  echo "| \`$name\` | $(median <"$base/few.ms") ms | $(median <"$base/many.ms") ms | $(median <"$base/ratios") |"
done

# What looks at everything: once each, with its peak memory.
echo
echo "| of $many departments, $(sql many -c 'SELECT count(*) FROM log.event') events | seconds | peak memory |"
echo "|---|--:|--:|"
whole() {
  PDCA_HOME=$base/many XDG_CONFIG_HOME=$base/many.config PDCA_DEADLINE=3600 \
    /usr/bin/env time -f '%e %M' -o "$base/time" "$pdca" "$@" >"$base/out" 2>&1 || { cat "$base/out" >&2; exit 70; }
  echo "| \`pdca $*\` | $(awk 'END { printf "%.2f | %d MiB", $1, $2 / 1024 }' "$base/time") |"
}
monday=$(date -u -d "$(date -u +%F) -$(($(date -u +%u) + 6)) days" +%F)
for command in "projection status" "review week $monday --all" "audit verify" "projection rebuild" "database migrate"; do
  # shellcheck disable=SC2086
  whole $command
done
