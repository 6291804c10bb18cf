#!/bin/bash
# Builds the program for Debian and its kin: installers/linux/build.sh FOLDER
#   FOLDER/advisor-app_VERSION_amd64.deb                 /opt/advisor-app, menu, file type, manual
#   FOLDER/advisor-app_VERSION_amd64.cdx.json            what it is made of (CycloneDX)
#   FOLDER/advisor-app_VERSION_amd64-contents.txt        every file with its size
#   FOLDER/SHA256SUMS
# Build it on the oldest Debian that it shall run on: its C library is the least that a machine must have.
# Needs of Debian: python3 python3-venv libpython3-dev binutils git, and the network the first time.
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
out=${1:?a folder for the results}
mkdir -p "$out"
out=$(cd -- "$out" && pwd)
# shellcheck source=../environment.sh
. "$here/installers/environment.sh"
for tool in objcopy readelf strip dpkg-deb; do
    command -v "$tool" >/dev/null || fail "$tool is missing; install it with: sudo apt-get install binutils dpkg"
done
set_up requirements-dev.lock
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Equal sources make equal files: no time but that of the last change enters them, no order but the same.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 BUNDLE_STRIP=1

cd "$here"
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath "$work/dist" --workpath "$work/build" \
    installers/bundle/advisor_app.spec
bundle=$work/dist/advisor-app
statements=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
cp LICENSE "$bundle/LICENSE.txt"
"$python" -m installers.papers licences "$bundle/_internal" "$bundle/LIZENZEN.txt"
"$python" -m installers.sbom "$bundle" "$bundle/_internal" "$statements" "$bundle/sbom.cdx.json"
find "$bundle" -xtype l -delete

"$python" -m installers.linux.package "$bundle" "$work/package"
find "$work/package" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
version=$(sed -n 's/^Version: //p' "$work/package/DEBIAN/control")
base=$out/advisor-app_${version}_amd64
dpkg-deb --root-owner-group --threads-max=1 -Zxz -z9 -Sextreme --build "$work/package" "$base.deb" >/dev/null
cp "$bundle/sbom.cdx.json" "$base.cdx.json"
"$python" -m installers.papers contents "$bundle" "$base-contents.txt"
"$python" -m installers.papers handbook "$out/Beraterkoffer-Handbuch.pdf"
"$python" -m installers.papers checksums "$out"
say "Built $base.deb"
