#!/bin/bash
# UNTESTED: written without a Mac at hand. Builds the program for macOS on a Mac, for the processor it runs on:
#   installers/macos/build.sh FOLDER
#   FOLDER/beraterkoffer-VERSION-macos-ARCH.dmg, its list of components, contents and SHA256SUMS
# Needs: ./test once (the development environment) and Apple's command line tools. Signing and notarisation: sign.sh.
set -euo pipefail
umask 022
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
out=${1:?a folder for the results}
mkdir -p "$out"
out=$(cd -- "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$checkout/.venv/bin/python
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$checkout" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONDONTWRITEBYTECODE=1 PYTHONHASHSEED=0

cd "$checkout"
version=$("$python" -c 'from installers.bundle.product import read_version; print(read_version())')
base=$out/beraterkoffer-$version-macos-$(uname -m)
"$python" -m PyInstaller --noconfirm --distpath "$work/dist" --workpath "$work/build" installers/bundle/advisor_app.spec
app=$work/dist/Beraterkoffer.app
resources=$app/Contents/Resources
cp installers/bundle/icons/case-file.icns LICENSE "$resources/"
packages=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
"$python" -m installers.papers licences "$resources" "$resources/LIZENZEN.txt"
"$python" -m installers.sbom "$app" "$resources" "$packages" "$base.cdx.json"
"$python" -m installers.papers contents "$app" "$base-contents.txt"

installers/macos/sign.sh "$app"
mkdir "$work/image"
mv "$app" "$work/image/"
ln -s /Applications "$work/image/Applications"
hdiutil create -quiet -volname "Beraterkoffer $version" -srcfolder "$work/image" -format ULFO -ov "$base.dmg"
installers/macos/sign.sh "$base.dmg"
"$python" -m installers.papers handbook "$out/Beraterkoffer-Handbuch.pdf"
"$python" -m installers.papers checksums "$out"
