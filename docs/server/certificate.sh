#!/bin/sh
# An authority of one's own and the server's certificate by it, below DIRECTORY unless they are there:
#   certificate.sh DIRECTORY HOST [OWNER]
# ca.crt is what clients trust (sslrootcert). Where the office has an authority, put its files there.
set -eu
directory=$1
host=$2
umask 077
mkdir -p "$directory"
cd "$directory"
if [ ! -e server.key ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj "/CN=pdca authority" \
    -keyout ca.key -out ca.crt 2>/dev/null
  openssl req -newkey rsa:3072 -nodes -subj "/CN=$host" -keyout server.key -out server.csr 2>/dev/null
  printf 'subjectAltName=DNS:%s\n' "$host" >server.ext
  openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 825 \
    -extfile server.ext -out server.crt 2>/dev/null
  rm server.csr server.ext
fi
chmod 755 .
chmod 644 ca.crt server.crt
if [ -n "${3:-}" ]; then chown "$3" server.crt server.key; fi
