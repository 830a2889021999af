#!/usr/bin/env bash
# Installs a package in a fresh root, runs it there, removes it, and looks for what it left:
# try-package.sh PACKAGE. As root; needs debootstrap and Debian's mirror.
set -euo pipefail
package=$(realpath "$1")
root=$(mktemp -d /var/tmp/pdca-root.XXXXXX)
chmod 755 "$root"
leave() {
  umount "$root/proc" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap leave EXIT
release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mirror=$(apt-cache policy | awk '/http.*\/debian / || /https.*\/debian / { print $2; exit }')
debootstrap --variant=minbase "$release" "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1 \
  || { tail -5 "$root.log" >&2; exit 1; }
rm -f "$root.log"
cp -r /etc/apt/. "$root/etc/apt/"
cp /etc/resolv.conf /etc/hosts "$root/etc/" 2>/dev/null || true
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
mount -t proc proc "$root/proc"
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
cp "$package" "$root/tmp/pdca.deb"
inside apt-get update -q >/dev/null
inside apt-get install -q -y /tmp/pdca.deb >/dev/null
inside pdca --version
inside sh -c 'pdca init "Osaka Trading" --time-zone Asia/Tokyo && pdca department add SALES Sales && pdca log && pdca database stop'
inside dpkg --verify pdca
inside apt-get purge -q -y pdca >/dev/null
left=$(inside sh -c 'find /usr /etc -name "*pdca*" ! -name "pdca.deb"')
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo "installed, run and removed in a fresh $release; the data stay: $(ls -d "$root/var/lib/pdca" | sed "s,$root,,")"
