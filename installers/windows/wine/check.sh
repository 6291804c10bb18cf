#!/bin/bash
# Installs, uses, upgrades and removes the built Windows program under wine 8: one line per check, the last one tells
# how many failed. installers/windows/wine/check.sh OLD NEW [PICTURES]
#   OLD, NEW     folders that build.sh filled, NEW with a higher version
#   PICTURES     a folder for pictures of the installed program's window
# Wine 8 lacks three libraries that Windows 10 has. Those that stand in for them are made of the three .c files beside
# this script, lie in wine's own system folder, and are in no installer: the first check looks.
# Needs of Debian: wine wine64 gcc-mingw-w64-x86-64-win32 xvfb xdotool imagemagick locales osslsigncode
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
old=$(cd -- "${1:?folder of the older build}" && pwd)
new=$(cd -- "${2:?folder of the newer build}" && pwd)
pictures=${3:-}
work=$(mktemp -d)

if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a -s "-screen 0 1366x768x24" "$0" "$@"
fi

# shellcheck source=setting.sh
. "$here/setting.sh"
: "${drive:?}" "${number:?}" "${failed:?}"
home=$WINEPREFIX/drive_c/users/$(id -un)
start_menu="Microsoft/Windows/Start Menu/Programs/Beraterkoffer.lnk"
uninstall_key='Software\Microsoft\Windows\CurrentVersion\Uninstall'

version_of() { sed -n 's/.*beraterkoffer-\(.*\)-x64-setup\.exe$/\1/p' <<<"$(echo "$1"/*-setup.exe)"; }
value() { wine reg query "$1" /v "$2" 2>/dev/null | tr -d '\r' | sed -n "s/^ *$2 *REG_[A-Z]* *//p"; }
default_value() { wine reg query "$1" /ve 2>/dev/null | tr -d '\r' | sed -n 's/^.*REG_SZ *//p'; }
equal() { echo "'$1' instead of '$2'"; [ "$1" = "$2" ]; }
no_key() { ! wine reg query "$1" >/dev/null 2>&1; }
soon() { # soon COMMAND…: a program that removes itself goes on for a moment
    for _ in $(seq 60); do "$@" >/dev/null 2>&1 && return 0; sleep 0.5; done
    "$@"
}

# --- what is checked ----------------------------------------------------------------------------------------------------

no_shim() { ! grep -iE '(icuuc|bcryptprimitives|mscms)\.dll$' "$1"/*-contents.txt; }
small_enough() { find "$1" \( -name '*-setup.exe' -o -name '*.msi' \) -size +60000000c | grep . && return 1 || return 0; }
is_signed() { # what is there already, it would not write over
    rm -f "$work/signature.pem"
    osslsigncode extract-signature -pem -in "$1" -out "$work/signature.pem" >/dev/null 2>&1
}
# fits_its_signature FILE…: nothing was changed since, by the certificate in the signature, whoever vouches for it
fits_its_signature() {
    local file
    for file in "$@"; do
        is_signed "$file" || { echo "not signed: $file"; return 1; }
        openssl pkcs7 -in "$work/signature.pem" -print_certs -out "$work/signer.pem"
        osslsigncode verify -CAfile "$work/signer.pem" -in "$file" || return 1
    done
}
untouched() { (cd "$1" && sha256sum --quiet --check SHA256SUMS); }

# reader EXECUTABLE ARGUMENT FILE: what a reader process says of a file that comes through a pipe
# shellcheck disable=SC2002  # a pipe on purpose
reader() { cat "$3" | wine "$1" "$2" 2>/dev/null; }
reads() { holds "$(reader "$1" --read-returned-form "$2")" '"q_4_1_1"'; }
draws() { [ "$(reader "$1" --draw-returned-form "$2" | wc -c)" -gt 100000 ]; }

# with_window EXECUTABLE DATA COMMAND…: opens the window, waits for it to be drawn, runs the command, closes it.
with_window() {
    local executable=$1 data=$2 window='' code=0
    shift 2
    set -m # a process group of its own, to end whatever does not end by itself
    (wine explorer "/desktop=check$RANDOM,1366x768" "$executable" --data "$data" </dev/null 2>&1 | cat) >"$work/window.log" &
    local job=$!
    set +m
    for _ in $(seq 120); do
        window=$(xdotool search --name '^Beraterkoffer' 2>/dev/null | tail -n 1) && [ -n "$window" ] && break
        sleep 0.5
    done
    [ -n "$window" ] || { echo "no window"; cat "$work/window.log"; return 1; }
    until_at_rest || code=$?
    "$@" || code=$?
    xdotool key alt+F4
    for _ in $(seq 60); do kill -0 "$job" 2>/dev/null || break; sleep 0.5; done
    if kill -0 "$job" 2>/dev/null; then
        echo "the window did not close"
        code=1
        kill -- "-$job"
    fi
    wait "$job" 2>/dev/null || true
    return "$code"
}
# until_at_rest: five times in a row nothing moves but a cursor, and there is more to see than an empty page, which has
# some 800 colours
until_at_rest() {
    local moved same=0
    import -window root "$work/window.png"
    for _ in $(seq 60); do
        sleep 1
        import -window root "$work/now.png"
        moved=$(compare -metric AE "$work/window.png" "$work/now.png" null: 2>&1 || true)
        mv "$work/now.png" "$work/window.png"
        if [ "${moved%%.*}" -lt 200 ] && [ "$(identify -format %k "$work/window.png")" -gt 1200 ]; then
            same=$((same + 1))
        else
            same=0
        fi
        [ "$same" -lt 5 ] || return 0
    done
    echo "the window does not come to rest"
    return 1
}
picture() { [ -z "$pictures" ] || cp "$work/window.png" "$pictures/$1.png"; }
# tour NAME: through the first case, as a person would with the keyboard
tour() {
    local page
    picture "$1"
    xdotool key Down Return
    until_at_rest
    for page in Ergebnisse Dokumente; do
        xdotool key ctrl+k
        sleep 2
        xdotool type "$page"
        sleep 2
        xdotool key Return
        until_at_rest
        picture "$1-${page,,}"
    done
}

# uses FOLDER: the installed program works; FOLDER is wine's name for it.
uses() {
    local app="$1\\advisor-app.exe" window="$1\\beraterkoffer.exe" version=$2 data='C:\Prüf Daten' case_id form
    check "  says its version" holds "$(program "$app" --version)" "$version"
    check "  self-check: window, encrypted profile, every document" \
        ends_with 0 "$app" self-check --out 'C:\self-check.txt'
    check "  self-check writes its report" test -s "$drive/self-check.txt"
    check "  does the main job" ends_with 0 "$app" --data "$data" demo --out 'C:\Papiere'
    case_id=$(program "$app" --data "$data" case list | sed -n 's/  .*Eschentalbach.*//p')
    rm -rf "$drive/Formulare"
    check "  makes a form" \
        ends_with 0 "$app" --data "$data" forms make "$case_id" --module M4 --role BM --out 'C:\Formulare'
    form=$(find "$drive" -path '*/Formulare/*.pdf')
    check "  reads a returned form in a process of its own" \
        ends_with 0 "$app" --data "$data" forms import --preview "$case_id" "C:\\Formulare\\$(basename -- "$form")"
    check "  the window's launcher hands on --read-returned-form" \
        reads "$window" "$form"
    check "  the window's launcher hands on --draw-returned-form" \
        draws "$window" "$form"
    check "  opens its window" with_window "$window" "$data" tour "$3"
}
# one case of the example is there, whatever was installed or removed
data_is_there() { holds "$(program "$1\\advisor-app.exe" --data 'C:\Prüf Daten' case list)" Eschentalbach; }
files_are_there() { test -s "$drive/Prüf Daten/beraterkoffer.sqlite" && test -s "$drive/Prüf Daten/keyslots.json"; }

old_version=$(version_of "$old") new_version=$(version_of "$new")
echo "wine $(wine --version), Beraterkoffer $old_version and $new_version, $(date -u +%F)"
for folder in "$old" "$new"; do
    check "$(version_of "$folder"): none of the libraries that stand in under wine is shipped" no_shim "$folder"
    check "$(version_of "$folder"): SHA256SUMS fit" untouched "$folder"
    check "$(version_of "$folder"): both packages have at most 60 MB" small_enough "$folder"
    if is_signed "$(echo "$folder"/*.msi)"; then
        check "$(version_of "$folder"): both packages fit their signatures" \
            fits_its_signature "$folder"/*.msi "$folder"/*-setup.exe
    else
        echo "        $(version_of "$folder"): not signed"
    fi
done

echo "setup.exe, for one person"
where='C:\Prüf Ordner\Beraterkoffer'
# NSIS takes the rest of the line for the folder, blanks and all, and knows no quotes.
setup() { ends_with "$1" cmd /c "$(winepath -w "$2"/*-setup.exe) /S /D=$where"; }
there="$drive/Prüf Ordner/Beraterkoffer"
check "installs silently into a folder with blank and umlaut" setup 0 "$old"
check "  start menu" test -f "$home/AppData/Roaming/$start_menu"
check "  file type" equal "$(default_value 'HKCU\Software\Classes\.bkcase')" Beraterkoffer.Case
check "  in German" equal "$(default_value 'HKCU\Software\Classes\Beraterkoffer.Case')" Beraterkoffer-Fall
check "  a double click on a case file opens it" \
    holds "$(default_value 'HKCU\Software\Classes\Beraterkoffer.Case\shell\open\command')" '\beraterkoffer.exe" "%1"'
check "  list of programs" equal "$(value "HKCU\\$uninstall_key\\Beraterkoffer" DisplayVersion)" "$old_version"
uses "$where" "$old_version" windows-fenster
echo "a note of somebody" >"$there/notes.txt"
check "refused while the program is open" with_window "$where\\beraterkoffer.exe" 'C:\Prüf Daten' setup 6 "$new"
LANG=en_US.UTF-8 check "upgrade, where Windows speaks English" setup 0 "$new"
check "  in English" equal "$(default_value 'HKCU\Software\Classes\Beraterkoffer.Case')" "Beraterkoffer case"
check "  one entry, the new version" equal "$(value "HKCU\\$uninstall_key\\Beraterkoffer" DisplayVersion)" "$new_version"
check "  says its version" holds "$(program "$where\\advisor-app.exe" --version)" "$new_version"
check "  cases are there" data_is_there "$where"
check "  self-check" ends_with 0 "$where\\advisor-app.exe" self-check
if is_signed "$(echo "$new"/*.msi)"; then
    check "  what is installed fits its signature" fits_its_signature "$there"/{beraterkoffer,advisor-app,uninstall}.exe
fi
check "downgrade refused" setup 5 "$old"
check "  the newer one stays" holds "$(program "$where\\advisor-app.exe" --version)" "$new_version"
check "uninstalls silently" ends_with 0 "$where\\uninstall.exe" /S
check "  nothing of the program is left" soon absent "$there/runtime" "$there/lib" "$there/beraterkoffer.exe" "$there/uninstall.exe"
check "  a file of somebody else's in its folder stays" test -f "$there/notes.txt"
check "  start menu is clean" absent "$home/AppData/Roaming/$start_menu"
check "  list of programs is clean" no_key "HKCU\\$uninstall_key\\Beraterkoffer"
check "  file type is gone" no_key 'HKCU\Software\Classes\Beraterkoffer.Case'
check "  cases stay" files_are_there

echo "MSI, for all people of a machine"
where='C:\Program Files\Beraterkoffer'
there="$drive/Program Files/Beraterkoffer"
msi() { ends_with "$1" msiexec "$2" "$(winepath -w "$3"/*.msi)" /qn; }
check "installs silently" msi 0 /i "$old"
check "  program folder" test -f "$there/beraterkoffer.exe"
# Wine 8 takes the folder of the person here, whatever ALLUSERS says.
check "  start menu" test -f "$home/AppData/Roaming/$start_menu" -o -f "$drive/ProgramData/$start_menu"
check "  file type" equal "$(default_value 'HKLM\Software\Classes\.bkcase')" Beraterkoffer.Case
check "  cases of the other installation are there" data_is_there "$where"
uses "$where" "$old_version" windows-fenster-msi
check "upgrade" msi 0 /i "$new"
check "  says its version" holds "$(program "$where\\advisor-app.exe" --version)" "$new_version"
entries() { equal "$(wine reg query "HKLM\\$uninstall_key" /s 2>/dev/null | grep -c 'DisplayName *REG_SZ *Beraterkoffer')" 1; }
check "  one entry" entries
check "  cases are there" data_is_there "$where"
downgrade() { local code=0; program msiexec /i "$(winepath -w "$old"/*.msi)" /qn || code=$?; echo "ended with $code"; [ "$code" -ne 0 ]; }
check "downgrade refused" downgrade
check "  the newer one stays" holds "$(program "$where\\advisor-app.exe" --version)" "$new_version"
check "uninstalls silently" msi 0 /x "$new"
check "  nothing is left" absent "$there"
check "  start menu is clean" absent "$home/AppData/Roaming/$start_menu" "$drive/ProgramData/$start_menu"
check "  file type is gone" no_key 'HKLM\Software\Classes\Beraterkoffer.Case'
check "  cases stay" files_are_there

echo "$((number - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
