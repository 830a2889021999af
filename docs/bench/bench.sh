#!/usr/bin/env bash
# Ratios against PostgreSQL itself, side by side in one run, on a server of its own that is
# removed afterwards. Usage: bench.sh PATH-TO-PDCA. ROUNDS (default 5) sets how often each pair is
# measured; the median ratio counts. ACTIONS (default 100000) sets the lines of the import.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: bench.sh PATH-TO-PDCA}")
rounds=${ROUNDS:-5}
actions=${ACTIONS:-100000}

base=${TMPDIR:-/var/tmp}/pdca-bench.$$
export PDCA_HOME=$base
export XDG_CONFIG_HOME=$base.config
unset PDCA_DATABASE_URL PDCA_DEPARTMENT PDCA_USER
trap '"$pdca" database stop >/dev/null 2>&1 || true; rm -rf "$base" "$base".*' EXIT
mkdir -p "$base.work"

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
"$pdca" init Bench --head HQ --time-zone UTC --no-input >/dev/null
"$pdca" department add SALES Sales >/dev/null
export PDCA_DEPARTMENT=SALES

# The clients connect as the account that made the cluster; tables of our own as administrator.
socket=$(sed -n '5p' "$PDCA_HOME/data/postmaster.pid")
export PGHOST=$socket PGPORT=5432 PGDATABASE=pdca
if [ "$(id -u)" = 0 ]; then admin=postgres; else admin=$(id -un); fi
sql() { PGUSER=$admin "$bin/psql" -qAtX -v ON_ERROR_STOP=1 "$@"; }

sql -f "$here/departments.sql" >/dev/null
. "$here/values.sh"

median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.3f", a / b }'; }
tps() { PGUSER=$admin "$bin/pgbench" -n -M prepared "${values[@]}" -D base=$(($(date +%s) % 800 * 1000000)) -c 8 -j 2 -T 5 -f "$1" 2>"$base.work/pgbench" | awk '/^tps/ { print $3 }' || { cat "$base.work/pgbench" >&2; return 1; }; }
# A command that fails ends the run: its time would be no figure.
must() { "$@" >/dev/null 2>"$base.work/err" || { echo "bench.sh: failed: $*" >&2; cat "$base.work/err" >&2; exit 70; }; }
seconds() { local from to; from=$(date +%s%N); must "$@"; to=$(date +%s%N); awk -v n=$((to - from)) 'BEGIN { printf "%.6f", n / 1e9 }'; }
# Milliseconds of one run of a command, as the mean of 40 in a row.
each() { local i from to; from=$(date +%s%N); for i in $(seq 40); do must "$@"; done; to=$(date +%s%N); awk -v n=$((to - from)) 'BEGIN { printf "%.3f", n / 40e6 }'; }
row() { printf '| %s | %s | %s | %s | %s | %s |\n' "$@"; }

# measure METER OURS RAW [BEFORE] [BETWEEN]: both in turns, as often as rounds are wanted. Leaves the
# last of each in ours and raw, and the median of ours : raw in middle. BEFORE and BETWEEN are not
# measured; all know the round.
measure() {
  local ratios=
  for round in $(seq "$rounds"); do
    "${4:-true}"
    ours=$("$1" "$2")
    "${5:-true}"
    raw=$("$1" "$3")
    ratios="$ratios $(ratio "$ours" "$raw")"
  done
  middle=$(printf '%s\n' $ratios | median)
}

echo "| work | pdca | against | ratio (median of $rounds) | floor | goal |"
echo "|---|---|---|---|---|---|"

# 1. Appends, 8 connections, 64 departments. In turns, since a machine's pace changes, of five seconds,
# since the first appends of a session make its plans.
rounds=$((rounds * 2)) measure tps "$here/append.sql" "$here/insert.sql"
[ "$(sql -c "SELECT count(*) > 100 FROM log.event WHERE department = 'D1'")" = t ] || {
  echo "bench.sh: the appends left nothing in the log" >&2; exit 70; }
row "single-event appends, 8 connections, 64 departments" "$(printf '%.0f/s' "$ours")" \
  "raw INSERT $(printf '%.0f/s' "$raw")" "$middle" "≥ 0.5" "≥ 0.8"

# 2. Import of actions, each run into a department of its own.
awk -v n="$actions" 'BEGIN {
  print "department,occurred_at,actor,text";
  for (i = 1; i <= n; i++)
    printf "@,2025-%02d-%02dT%02d:%02d:%02dZ,u%04d,\"Action %d: asked the model for a draft, then checked figures and tone\"\n",
      i % 12 + 1, i % 28 + 1, i % 24, i % 60, i % 60, i % 97, i }' >"$base.work/actions.csv"
next_department() {
  "$pdca" department add "IMPORT$round"X "Import $round" >/dev/null
  sed "s/^@,/IMPORT${round}X,/" "$base.work/actions.csv" >"$base.work/import.csv"
}
same_rows() {
  sql -c "COPY (SELECT * FROM log.event WHERE department = 'IMPORT${round}X') TO STDOUT" >"$base.work/rows"
  sql -c "TRUNCATE bench.event"
}
import_actions() { "$pdca" import actions "$base.work/import.csv"; }
copy_in() { sql -c "COPY bench.event FROM '$base.work/rows'"; }
measure seconds import_actions copy_in next_department same_rows
row "import of $actions actions" "$(printf '%.2f s' "$ours")" "COPY $(printf '%.2f s' "$raw")" \
  "$(ratio 1 "$middle")" "≥ 0.125" "≥ 0.333"

# A file in CP932 beside the same one in UTF-8, looked at without recording: time, and peak memory.
lines=${LINES_READ:-1000000}
awk -v n="$lines" 'BEGIN {
  print "部門,実施日,担当,内容";
  for (i = 1; i <= n; i++)
    printf "SALES,2025/%d/%d %d:%02d,u%04d,表計算ソフトの下書き %d 件目を確認し、数値と言い回しを直した\n",
      i % 12 + 1, i % 28 + 1, i % 24, i % 60, i % 97, i }' >"$base.work/utf8.csv"
iconv -f UTF-8 -t CP932 "$base.work/utf8.csv" >"$base.work/cp932.csv"
look() { /usr/bin/env time -f %M -o "$base.work/peak.$1" "$pdca" import actions "$base.work/$1.csv" --dry-run; }
look_cp932() { look cp932; }
look_utf8() { look utf8; }
measure seconds look_cp932 look_utf8
row "a file of $lines lines in CP932" "$(printf '%.2f s' "$ours")" "in UTF-8 $(printf '%.2f s' "$raw")" \
  "$middle" "≤ 1.2" "≤ 1"
row "peak memory of that" "$(($(cat "$base.work/peak.cp932") / 1024)) MiB" \
  "$(($(cat "$base.work/peak.utf8") / 1024)) MiB" \
  "$(ratio "$(cat "$base.work/peak.cp932")" "$(cat "$base.work/peak.utf8")")" "≤ 1" "≤ 1"

# 3. One command, whole process, database up. It checks, folds and projects besides appending.
"$pdca" kpi define hours Hours --unit h --direction down --cadence daily --kind outcome --measure value >/dev/null
"$pdca" plan Bench --kpi hours --predict 1 --due +30d --problem P --change C --no-input >/dev/null 2>&1
append() { local s=cycle-$((2 + RANDOM % 30000 * 32768 + RANDOM)); PGUSER=$admin "$bin/psql" -qAtX -v ON_ERROR_STOP=1 -c "SELECT log.append('D1', gen_random_uuid(), '{}', ARRAY['$s'], '{0}', ARRAY['$s'], '{ActionLogged}', '{1}', ARRAY[now()], ARRAY['{\"minutes\":30,\"text\":\"Drafted a proposal\"}'], NULL, NULL)"; }
log_action() { "$pdca" do SALES-1 "Drafted a proposal"; }
measure each log_action append
row "pdca do, whole process" "$ours ms" "psql -c $raw ms" "$middle" "≤ 3" "≤ 1.2"

# 4. The board of a department with 50,000 events as of then, whole process, against reading them.
board() { "$pdca" cycle list -d IMPORT1X --as-of IMPORT1X@50000; }
prefix() { PGUSER=$admin "$bin/psql" -qAtX -c "COPY (SELECT * FROM log.event WHERE department = 'IMPORT1X' AND position <= 50000 ORDER BY position) TO STDOUT"; }
measure seconds board prefix
row "--as-of board of 50000 events" "$(printf '%.3f s' "$ours")" "COPY $(printf '%.3f s' "$raw")" \
  "$middle" "≤ 6" "≤ 2"

# 5. Rebuild of all read models, with its peak memory, against reading the log once. The last of the
# run: the departments it fills are large.
events=${EVENTS:-1000000}
sql -v departments=20 -v events=$((events / 20)) -f "$here/events.sql" >/dev/null
peak=0
copy_out() { sql -c "COPY log.event TO STDOUT"; }
rebuild() { /usr/bin/env time -f %M -o "$base.work/peak" "$pdca" projection rebuild; }
keep_peak() { peak=$(sort -g <(echo "$peak") "$base.work/peak" | tail -n 1); }
measure seconds rebuild copy_out true keep_peak
row "rebuild from $events events" "$(printf '%.2f s' "$ours")" "COPY TO STDOUT $(printf '%.2f s' "$raw")" \
  "$middle" "≤ 6" "≤ 2"
row "peak memory of that rebuild" "$((peak / 1024)) MiB" "" "" "≤ 512" "≤ 128"

# 6. Verifying every line, leaf and root; the departments side by side.
verify() { "$pdca" audit verify; }
measure seconds verify copy_out
row "verify of $events events" "$(printf '%.2f s' "$ours")" "COPY TO STDOUT $(printf '%.2f s' "$raw")" \
  "$middle" "≤ 4" "≤ 1.5"

# 7. A weekly review of many departments with years of history, charts and causes included, against
# psql counting the same figures by plain SQL; on a server of its own, since it reads every department.
departments=${DEPARTMENTS:-50}
"$pdca" database stop >/dev/null
export PDCA_HOME=$base.reviews XDG_CONFIG_HOME=$base.reviews.config
unset PDCA_DEPARTMENT
"$pdca" init Bench --head HQ --time-zone UTC --no-input >/dev/null
PGHOST=$(sed -n '5p' "$PDCA_HOME/data/postmaster.pid")
sql -v departments="$departments" -v weeks=156 -f "$here/reviews.sql" >/dev/null
"$pdca" projection rebuild >/dev/null
monday=$(date -u -d "$(date -u +%F) -$(($(date -u +%u) + 6)) days" +%F)
sunday=$(date -u -d "$monday +6 days" +%F)
counts() { PGUSER=$admin "$bin/psql" -qAtX -v first="$monday" -v last="$sunday" -f "$here/review_counts.sql"; }
review() { "$pdca" review week "$monday" --all; }
measure seconds review counts
row "weekly review of $departments departments, three years" "$(printf '%.3f s' "$ours")" \
  "psql $(printf '%.3f s' "$raw")" "$middle" "≤ 5" "≤ 1.5"
