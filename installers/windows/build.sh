#!/bin/bash
# Builds the Windows program on Linux: installers/windows/build.sh FOLDER [--zip FILE]
#   FOLDER/beraterkoffer-VERSION-x64.msi         for all people of a machine
#   FOLDER/beraterkoffer-VERSION-x64-setup.exe   for one person, without an administrator
#   FOLDER/beraterkoffer-VERSION-x64.cdx.json     what it is made of (CycloneDX)
#   FOLDER/beraterkoffer-VERSION-x64-contents.txt every file with its size
#   FOLDER/SHA256SUMS
# --zip FILE takes the official embeddable package of Python instead of the one in runtime.lock (see runtime.py).
# Needs: ./test once (the development environment), uv, Python 3.13 (ADVISOR_APP_PYTHON313 may name it), and of Debian
#   nsis wixl msitools gcc gcc-mingw-w64-x86-64-win32 cabextract 7zip osslsigncode
set -euo pipefail
umask 022
export LC_ALL=C.UTF-8
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
here=$checkout/installers/windows
out=${1:?a folder for the results}
shift
mkdir -p "$out"
out=$(cd -- "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$checkout/.venv/bin/python
# Equal sources make equal files: no time but that of the last change enters them.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$checkout" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH PYTHONDONTWRITEBYTECODE=1

cd "$checkout"
stage=$work/stage
mkdir -p "$stage"
"$python" -m installers.windows.stage "$stage" "$work" "$@"
"$python" -m installers.windows.sources "$stage" "$work"
# shellcheck source=/dev/null
. "$work/values.sh"

# --- launchers ------------------------------------------------------------------------------------------------------

cp "$checkout"/installers/bundle/icons/{beraterkoffer,case-file}.ico "$work/"
launcher() {
    x86_64-w64-mingw32-windres --include-dir="$here" --include-dir="$work" \
        -DVERSION="\\\"$VERSION\\\"" -DVERSION_NUMBERS="${FILE_VERSION//./,}" -DPUBLISHER="\\\"$PUBLISHER\\\"" \
        -DFILE_NAME="\\\"$1\\\"" "$here/launcher.rc" -O coff -o "$work/launcher.o"
    x86_64-w64-mingw32-gcc -municode -O2 -s -Wall -Wextra -Werror -static -Wl,--no-insert-timestamp \
        -Wl,--dynamicbase,--nxcompat,--high-entropy-va "-DPYTHON_LIBRARY=L\"python313.dll\"" "${@:2}" \
        "$here/launcher.c" "$work/launcher.o" -o "$stage/$1" -lshell32
}
launcher beraterkoffer.exe -mwindows
launcher advisor-app.exe -mconsole -DCONSOLE

# --- papers, signatures, times ----------------------------------------------------------------------------------------

cp "$checkout/LICENSE" "$stage/LICENSE.txt"
"$python" -m installers.papers licences "$stage/lib" "$stage/LIZENZEN.txt"
"$python" -m installers.sbom "$stage" "$stage/lib" "$work/packages" "$stage/sbom.cdx.json"
"$here/sign.sh" "$stage/beraterkoffer.exe" "$stage/advisor-app.exe"
find "$stage" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

# --- installers -------------------------------------------------------------------------------------------------------

"$python" -m installers.windows.sources "$stage" "$work"
# shellcheck source=/dev/null
. "$work/values.sh"
base=$out/beraterkoffer-$VERSION-x64
defines=(NAME VERSION FILE_VERSION PUBLISHER LICENCE CASE_FILE_ENDING CASE_FILE_ID CASE_FILE_MEDIA_TYPE CASE_FILE_DE
    CASE_FILE_EN SIZE_KB UPGRADE_CODE PRODUCT_CODE PACKAGE_CODE)
for_nsis=() for_wix=()
for name in "${defines[@]}"; do
    for_nsis+=("-D$name=${!name}")
    for_wix+=(-D "$name=${!name}")
done
makensis -V2 -WX -INPUTCHARSET UTF8 "${for_nsis[@]}" "-DFILES=$work/files.nsh" "-DICON=$work/beraterkoffer.ico" \
    "-DSIGN=$here/sign.sh" "-DOUTPUT=$base-setup.exe" "$here/setup.nsi"
cp "$here/package.wxs" "$work/"
(cd "$work" && wixl --arch x64 "${for_wix[@]}" -D ICON=beraterkoffer.ico -o "$base.msi" package.wxs files.wxs)
# wixl draws a number of its own and takes English for the language.
# shellcheck disable=SC2153  # NAME comes from values.sh
msibuild "$base.msi" -s "$NAME $VERSION" "$PUBLISHER" "x64;1031" "{$PACKAGE_CODE}"
# wixl knows no launch conditions: Windows 10 tells installers that it is 6.3 (603).
msibuild "$base.msi" -q "INSERT INTO LaunchCondition (Condition, Description) VALUES ('Installed OR VersionNT64 >= 603', \
'$NAME braucht Windows 10 (Version 1809) oder neuer, 64 Bit. Windows 10 (1809) or later is needed, 64 bit.')"
"$python" -m installers.windows.cabinet "$base.msi" "$work"
"$python" -m installers.windows.msi_times "$base.msi"
"$here/sign.sh" "$base-setup.exe" "$base.msi"
cp "$stage/sbom.cdx.json" "$base.cdx.json"
"$python" -m installers.papers contents "$stage" "$base-contents.txt"
"$python" -m installers.papers handbook "$out/Beraterkoffer-Handbuch.pdf"
"$python" -m installers.papers checksums "$out"
