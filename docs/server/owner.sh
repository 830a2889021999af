#!/bin/sh
# Run once by the database's image, when its data are made: the owner, who is no superuser, the
# database, and the logins of the page and of the sender, which may nothing by themselves. Passwords come from
# secrets, and are never arguments.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\set password `cat /run/secrets/owner_password`
CREATE ROLE pdca_owner LOGIN CREATEROLE PASSWORD :'password';
CREATE DATABASE pdca OWNER pdca_owner;
REVOKE CONNECT ON DATABASE pdca FROM PUBLIC;
\set password `cat /run/secrets/page_password`
CREATE ROLE pdca_page_pdca LOGIN NOINHERIT PASSWORD :'password';
\set password `cat /run/secrets/sending_password`
CREATE ROLE pdca_sending LOGIN PASSWORD :'password';
GRANT CONNECT ON DATABASE pdca TO pdca_page_pdca, pdca_sending;
SQL
# Everybody by TLS; the image's own line would let the network in without it.
cat >"$PGDATA/pg_hba.conf" <<'HBA'
local   all all     peer
host    all all     127.0.0.1/32 scram-sha-256
hostssl all all     all          scram-sha-256
HBA
