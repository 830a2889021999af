#!/usr/bin/env bash
# Puts the program, the server beside it, its shell completions and its manual in place:
# files.sh PROGRAM PREFIX [DESTDIR]
set -euo pipefail
program=$(realpath "$1")
root=$(realpath -m "${3:-}$2")
cd "$(dirname "$0")"
install -d "$root/bin" "$root/share/bash-completion/completions" "$root/share/zsh/site-functions" \
  "$root/share/fish/vendor_completions.d" "$root/share/man"
# Without symbols: a third of the size.
install -s -m 755 "$program" "$root/bin/pdca"
install -s -m 755 "$(dirname "$program")/pdca-server" "$root/bin/pdca-server"
# For a server that runs on its own (docs/server.md); the units name the program where packages put it.
install -d "$root/lib/systemd/system"
install -m 644 ../server/systemd/* "$root/lib/systemd/system"
sed -i "s,/usr/bin/pdca,$2/bin/pdca," "$root"/lib/systemd/system/pdca-*.service
"$program" --generate-completion-script bash >"$root/share/bash-completion/completions/pdca"
"$program" --generate-completion-script zsh >"$root/share/zsh/site-functions/_pdca"
"$program" --generate-completion-script fish >"$root/share/fish/vendor_completions.d/pdca.fish"
python3 man.py "$program" "$root/share/man"
find "$root/share/man" -path '*man1/pdca*.1' -exec gzip -9nf {} +
chmod -R u=rwX,go=rX "$root/share/bash-completion" "$root/share/zsh" "$root/share/fish" "$root/share/man"
