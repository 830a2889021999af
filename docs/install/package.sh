#!/usr/bin/env bash
# Builds a Debian package: package.sh PROGRAM DIRECTORY. Says the package's path.
set -euo pipefail
program=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
umask 022
chmod 755 "$tree"
version=$("$program" --version | awk '{ print $2 }')
architecture=$(dpkg --print-architecture)
"$here/files.sh" "$program" /usr "$tree"
# What the program is linked with, by the packages that have it here; some have it as /lib, which is
# a link to /usr/lib.
libraries=$(ldd "$program" "$(dirname "$program")/pdca-server" | awk '/=> \// { print $3 }' | xargs -n 1 realpath | sed 'p;s,^/usr/lib/,/lib/,' \
  | { xargs -n 1 dpkg-query --search 2>/dev/null || true; } | cut -d: -f1 | sort -u | paste -sd , - | sed 's/,/, /g')
install -d "$tree/DEBIAN" "$tree/usr/share/doc/pdca"
cp "$here/../../CHANGELOG.md" "$tree/usr/share/doc/pdca/changelog"
gzip -9n "$tree/usr/share/doc/pdca/changelog"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: pdca
Version: $version
Architecture: $architecture
Maintainer: pdca maintainers <pdca@localhost>
Installed-Size: $(du -sk "$tree/usr" | cut -f1)
Depends: $libraries, tzdata, util-linux
Recommends: postgresql, less
Suggests: curl, weasyprint, fonts-ipaexfont-gothic, libedit2, libxlsxwriter4, libzip4
Section: utils
Priority: optional
Description: plan, do, check and act, one line each
 Tracks improvement work as plan, do, check and act cycles, in an append-only log
 for each department, on PostgreSQL. Weekly and monthly reviews tell signal from
 noise, and any of them is shown as it stood at any moment.
CONTROL
(cd "$tree" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
package="$folder/pdca_${version}_$architecture.deb"
dpkg-deb --build --root-owner-group "$tree" "$package" >/dev/null
echo "$package"
