#!/usr/bin/env bash
# The same commands on a plain server and on a Citus cluster: does each answer the same, with the same status?
#
# Usage: PDCA_TEST_CITUS=postgresql://owner@coordinator/database \
#   PDCA_TEST_PLAIN=postgresql://owner@server/database citus.sh PATH-TO-PDCA [FOLDER]
# Both databases are empty and bear the same name, of the same superuser; the first has the extension citus, and
# its coordinator knows its workers (docs/scale.md). What is compared is kept below FOLDER (a temporary one by
# default). Logins of the story (holm, dahl, friis) are made on both, and stay.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: citus.sh PATH-TO-PDCA [FOLDER]}")
if [ -z "${PDCA_TEST_CITUS:-}" ] || [ -z "${PDCA_TEST_PLAIN:-}" ]; then
  echo "citus.sh: PDCA_TEST_CITUS and PDCA_TEST_PLAIN name no databases to compare: see docs/scale.md" >&2
  exit 64
fi
work=${2:-$(mktemp -d)}
mkdir -p "$work/plain" "$work/citus"
export XDG_CONFIG_HOME=$work/config PDCA_KEYS=$work/keys PDCA_CHECKPOINTS=$work/checkpoints
export PDCA_DEPARTMENT=IPC PDCA_LANG=en PDCA_CLOCK_CHECK=off
unset PDCA_DATABASE_URL PDCA_USER
infections=$here/../examples/hospital/infections.csv
head -n 25 "$infections" >"$work/before.csv"
sed -n '1p;26,37p' "$infections" >"$work/after.csv"

# The story, a line a command; a first word with @ is who acts, with % the usual department, else IPC. Refusals
# belong to it; but a line that is refused for how it is written (64) says so, or fails: it went stale.
story() {
  cat <<'STORY'
department add IPC 'Infection prevention and control'
department add WARD 'Wards'
department add ipc 'The same code in other letters'
database login holm
database login dahl
database login friis
member add holm BOARD executive
member add dahl IPC promoter
member add friis IPC field
member list
kpi define cdi 'C. difficile infections' --unit 'per 10,000 risk days' --direction down --cadence monthly --kind outcome --measure count --on 2012-10-31
kpi target cdi 6 --by 2015-12-31 --on 2012-10-31
@holm vision declare 'No patient leaves with an infection that the hospital gave' --kpi IPC/cdi --on 2012-10-31
kpi record cdi --csv before.csv
kpi record cdi --csv before.csv
kpi show cdi
kpi list
@dahl plan 'Bundle against C. difficile' --kpi cdi --predict 8 --problem 'Thirteen infections per 10,000 risk days' --change 'Isolation on suspicion' --from 2014-11-01 --to 2015-10-31 --due 2015-11-30 --on 2014-10-31
@friis plan 'Not hers' -d WARD --kpi IPC/cdi --predict 8 --problem 'x' --change 'y' --due 2015-11-30 --on 2014-10-31
@friis do IPC-1 'New antibiotic policy taught on all wards' --minutes 90 --on 2014-11-03
@friis do IPC-1 'Isolation on suspicion, before the test result' --on 2014-11-10
@dahl do IPC-1 'Weekly feedback of figures to each ward' --on 2014-11-24
@dahl do IPC-1 'Refresher for night staff' --minutes 45 --on 2015-02-09
do IPC-1 'By the owner' --on 2015-02-10
@friis withdraw IPC-1 5 --reason 'Twice'
@friis obstacle IPC-1 'No chlorine left' --on 2015-03-01
@friis kpi define hers 'Not hers to define' --unit x --direction down --cadence monthly --kind outcome --measure value
@dahl amend IPC-1 --due 2015-12-15 --reason 'Figures come late' --on 2015-03-02
kpi record cdi --csv after.csv
@dahl check IPC-1 --evidence 'Twelve months of infections against risk days' --on 2015-10-30
@dahl act IPC-1 adopt 'The level fell and stayed; the bundle becomes standard' --on 2015-10-30
cycle show IPC-1
cycle list
@friis cycle list
@friis lesson draft 'A bundle works when wards see their own figures each week' --cycle IPC-1 --conditions 'Wards with steady staff' --suggestion 'Start with feedback in week one' --rationale 'The level fell below the prediction' --for-training --on 2015-10-31
@friis lesson validate IPC-L1 --on 2015-10-31
@dahl lesson validate IPC-L1 --on 2015-10-31
lesson list
lesson show IPC-L1
@friis issue raise 'Too few isolation rooms' --to promoter --on 2015-10-31
issue list
@dahl issue decide IPC-I1 'Two rooms more' --why 'They are needed' --on 2015-10-31
@dahl review open 2015-10 --on 2015-11-02T08:00:00Z
@holm review decide IPC-2015-10 'Roll the bundle out to the other wards' --owner dahl --due 2016-01-31 --on 2015-11-02T08:30:00Z
review month 2015-10
@friis review month 2015-10
@dahl kpi rebase cdi 'The bundle of IPC-1 began' 'Level fell from 13.0 to 5.0' --on 2014-11
kpi chart cdi
@dahl review acknowledge IPC-2015-10 --all --on 2015-11-02T08:45:00Z --note 'One good month'
@dahl review close IPC-2015-10 --on 2015-11-02T09:00:00Z
review show IPC-2015-10
review list
%BOARD @holm design draft 'Infection prevention 2016' --for executive --for promoter --for field --item 'Reading your own chart' --on 2015-12-01
%BOARD @holm design approve BOARD-D1 --on 2015-12-02
%BOARD @holm design incorporate BOARD-D1 IPC-L1 --item 1 --on 2015-12-03
%BOARD @holm design approve BOARD-D1 --on 2015-12-04
%BOARD @holm design schedule BOARD-D1 'Joint session' --on 2016-01-12 --for executive --for promoter --for field --item 1
design list
design trace IPC-L1
lesson flow
roi
today
@dahl today
overview
@holm overview
search isolation
@friis search isolation
search --help
log --limit 100
log --text isolation
log --type ActionLogged
log --actor friis
log --stream cycle-1
log --by-occurrence
@friis log --limit 100
log -d IPC --limit 5
replay IPC-1
audit why IPC-1
audit actors
audit actors --rights
audit verify
@friis audit verify
audit key new
audit seal
audit verify
audit prove IPC-1
audit diff IPC@3 IPC@8
projection status
projection check
@friis projection check
projection retry
projection rebuild
cycle show IPC-1 --as-of IPC@30
cycle list --as-of IPC@30
@friis cycle list --as-of IPC@30
@dahl plan 'Keep the level' --kpi cdi --predict 6 --problem 'x' --change 'y' --from 2015-11-01 --to 2015-12-31 --due 2016-01-31 --on 2015-11-09
@dahl do IPC-2 'Personal: the night nurse' --on 2015-11-10
audit redact IPC@30 --reason 'personal'
audit redact IPC@31 --reason 'personal'
audit redact IPC@32 --reason 'personal'
audit set-aside IPC@3 --reason 'no reason'
audit verify
review show IPC-2015-10
department rename WARD 'The wards'
member grant dahl reviewer
member revoke dahl reviewer --reason 'done'
member move friis WARD field
@friis do 'On the ward' -d WARD --on 2015-11-11
64 @friis do IPC-2 'No longer hers' --on 2015-11-11
department close WARD --successor IPC --reason 'merged'
department list
@friis cycle list -d WARD
@friis log --limit 100
export log --output log.ndjson --reports reports.ndjson
export cases --all --format markdown
export log --cloudevents
database migrate
database backup backup.dump --verify
bi refresh
share list
concept list
64 import log log.ndjson
STORY
}

address() { if [ "$1" = citus ]; then echo "$PDCA_TEST_CITUS"; else echo "$PDCA_TEST_PLAIN"; fi; }

# Who acts: the owner where none is named.
run() { # run plain|citus NUMBER LINE
  local words user=() department=IPC side=$1 folder=$work/$1 status=0
  eval "words=(${3#64 })"
  for i in "${!words[@]}"; do
    case ${words[$i]} in
      @*) user=(--user "${words[$i]#@}"); unset "words[$i]" ;;
      %*) department=${words[$i]#%}; unset "words[$i]" ;;
    esac
  done
  (
    cd "$folder"
    cp "$work/before.csv" "$work/after.csv" .
    export PDCA_KEYS=$folder/keys PDCA_CHECKPOINTS=$folder/checkpoints
    PDCA_DATABASE_URL=$(address "$side")
    export PDCA_DATABASE_URL PDCA_DEPARTMENT=$department
    "$pdca" "${words[@]}" "${user[@]}" --no-input
  ) >"$folder/$2.out" 2>"$folder/$2.err" </dev/null || status=$?
  echo "status $status" >>"$folder/$2.out"
}

# What differs from one database to another by its nature: instants of recording, hashes and ids.
plain_form() {
  sed -E -e 's/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/UUID/g' \
    -e 's/\b[0-9a-f]{12,64}\b/HASH/g; s/[A-Za-z0-9+\/]{40,}={0,2}/KEY/g' \
    -e 's/[+][0-9a-f]{8}\b/+ID/g' \
    -e "s/$(date -u +%Y)-[0-9]{2}-[0-9]{2}([T ][0-9:.]+Z?)?/NOW/g; s/[0-9]{2}:[0-9]{2}(:[0-9]{2})?/TIME/g" \
    -e "s/in [0-9.]+ m?s/in TIME/g; s#$work/(plain|citus)#FOLDER#g" "$1"
}

for side in plain citus; do
  PDCA_DATABASE_URL=$(address "$side")
  export PDCA_DATABASE_URL
  for login in holm dahl friis; do # through the coordinator, which makes them on the workers
    psql -Xqd "$PDCA_DATABASE_URL" -c "CREATE ROLE $login LOGIN"
  done
  if [ "$side" = citus ]; then "$pdca" database migrate >/dev/null && "$pdca" database distribute; fi
  "$pdca" init 'Amager Hvidovre Hospital' --head BOARD --head-name Board --time-zone Europe/Copenhagen \
    --fiscal-year-start 1 --layer promoter --no-input >/dev/null
done
unset PDCA_DATABASE_URL

number=0 same=0 differing=0 stale=0
while IFS= read -r line; do
  number=$((number + 1))
  name=$(printf '%03d' "$number")
  run plain "$name" "$line"
  run citus "$name" "$line"
  case $line,$(tail -n 1 "$work/plain/$name.out") in
    64\ *,*) ;;
    *,"status 64") printf 'stale: %s %s\n' "$name" "$line"; stale=$((stale + 1)) ;;
  esac
  if diff <(plain_form "$work/plain/$name.out") <(plain_form "$work/citus/$name.out") \
    >"$work/$name.diff"; then
    same=$((same + 1))
  else
    differing=$((differing + 1))
    printf 'differs: %s %s\n' "$name" "$line"
    sed 's/^/    /' "$work/$name.diff" | head -n 8
    head -n 3 "$work/citus/$name.err" | sed 's/^/    ! /'
  fi
done < <(story)
echo "$number commands: $same the same, $differing differing, $stale stale; outputs in $work"
[ "$differing" = 0 ] && [ "$stale" = 0 ]
