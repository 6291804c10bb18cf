#!/bin/bash
# Builds the Debian package in a bare Debian 12 and tries it in bare Debian 12 and 13, or in one of them: installers/linux/check_package.sh [12|13]…
#   --out FOLDER   where the package is put (default: the lab's folder)
#   --once         one build instead of two that must be equal
#   --deb FILE     no build at all, but a package that is there
# One line per check, "N passed, N failed" at the end. Needs root, git, debootstrap, bc and the network.
set -uo pipefail
# shellcheck source=chroots.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/chroots.sh"

once='' out=$lab/out deb='' releases=()
while [ $# -gt 0 ]; do
    case $1 in
    --once) once=1 ;;
    --out) out=$2 && shift ;;
    --deb) deb=$2 && shift ;;
    12 | 13) releases+=("$1") ;;
    *) echo "unknown: $1" >&2 && exit 2 ;;
    esac
    shift
done
package=advisor-app

build() {
    local target=$1
    rm -rf "${lab:?}/build/srv/$target"
    inside build root "cd /srv/source && git config --global safe.directory '*' && installers/linux/build.sh /srv/$target"
}

builds_are_equal() { diff -r "$lab/build/srv/first" "$lab/build/srv/second" >"$said" 2>&1; }

check_build() {
    fresh_system build 12
    inside build root "apt-get update -qq && apt-get install -y -qq --no-install-recommends \
        python3 python3-venv libpython3-dev binutils git"
    git clone -q --no-hardlinks "$checkout" "$lab/build/srv/source"
    check "the package is built from a clean clone in a bare Debian 12" build first
    if [ -z "$once" ]; then
        check "  … and once more, equal byte by byte" twice
    fi
    mkdir -p "$out"
    cp "$lab"/build/srv/first/* "$out/"
    printf '        %s\n' "$(cd "$out" && stat -c '%n: %s bytes' -- *.deb)"
    end_system build
}

twice() { build second && builds_are_equal; }

# newer_package: the same program under a higher version, as the next release will be.
newer_package() {
    local folder
    folder=$(mktemp -d)
    dpkg-deb -R "$deb" "$folder/p"
    sed -i 's/^Version: .*/Version: 99.0/' "$folder/p/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$folder/p" "$1" >/dev/null
    rm -rf "$folder"
}

# what_is_there NAME: every file of a system but what changes by itself.
what_is_there() {
    (cd "$lab/$1" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg \
        -o -path ./var/lib/apt -o -path ./home -o -path ./root \) -prune -o -print | LC_ALL=C sort)
}

works() { inside "$1" "$2" "$3" && says "${4:-.}"; }

validates() {
    inside "$1" root "desktop-file-validate /usr/share/applications/beraterkoffer.desktop && \
        appstreamcli validate --no-net /usr/share/metainfo/*beraterkoffer*.xml"
}

window_opens() { # NAME COMMAND: whether a command brings a window of the program
    inside "$1" kim "$(with_display "$2 &
        for second in \$(seq 60); do
            xwininfo -root -tree 2>/dev/null | grep -i '\"beraterkoffer' | grep -v 'has no name' && { kill -9 -1; exit 0; }
            sleep 1
        done; exit 1")"
    says '"[Bb]eraterkoffer'
}

# double_click NAME: what a file manager does with a case file, until the program has it and shows a window.
double_click() {
    inside "$1" kim "cd && export ADVISOR_APP_DATA=~/.local/share/Beraterkoffer-Beispiel && echo 'eine lange Passphrase' >passphrase &&
        advisor-app case export --case-passphrase-file passphrase --out 'Ein Fall.bkcase' \
            \$(advisor-app case list --json | sed -n 's/.*\"id\": \"\([^\"]*\)\".*/\1/p' | head -1)" || return 1
    window_opens "$1" "gio open '/home/kim/Ein Fall.bkcase'"
}

check_release() {
    local release=$1 system=package-$1
    fresh_system "$system" "$release"
    # What a desktop has and the package only recommends.
    inside "$system" root "apt-get update -qq && apt-get install -y -qq --no-install-recommends xvfb xauth x11-utils \
        shared-mime-info hicolor-icon-theme desktop-file-utils man-db appstream libglib2.0-bin"
    what_is_there "$system" >"$lab/before"
    cp "$deb" "$lab/$system/srv/$package.deb"
    check "Debian $release: installed with apt and nothing but what it depends on" \
        works "$system" root "apt-get install -y --no-install-recommends /srv/$package.deb" 'Setting up advisor-app'
    check "  … no library is missing" no_library_missing "$system"
    check "  … self-check passes without a display" works "$system" kim "advisor-app self-check" 'Die Installation arbeitet\.$'
    check "  … and with one (xcb)" works "$system" kim "xvfb-run -a advisor-app self-check --out /tmp/report.txt" '; xcb,'
    check "  … the main job is done" works "$system" kim "cd && advisor-app demo --out papers" 'Fertig in '
    check "  … the window opens" window_opens "$system" advisor-app
    check "  … a case file is known by its name" \
        works "$system" kim "cat /usr/share/mime/globs2" 'application/vnd.beraterkoffer.case:\*\.bkcase$'
    check "  … by its first bytes" works "$system" kim "grep -aq 'vnd.beraterkoffer.case' /usr/share/mime/magic && echo yes" yes
    check "  … and a double click on it opens the program" double_click "$system"
    check "  … desktop entry and AppStream data are valid" validates "$system"
    check "  … the manual is there in English and German" works "$system" kim \
        "man advisor-app | cat && LANGUAGE=de man -L de advisor-app | cat" 'FALLDATEI.bkcase'
    check "  … the program's folder is nobody's but root's" inside "$system" kim \
        "test -z \"\$(find /opt/advisor-app ! -user root -o -perm /022 ! -type l)\""
    newer_package "$lab/$system/srv/newer.deb"
    check "  … upgraded" works "$system" root "apt-get install -y --no-install-recommends /srv/newer.deb" 'advisor-app \(99\.0\)'
    check "  … the cases are there as before" works "$system" kim \
        "ADVISOR_APP_DATA=~/.local/share/Beraterkoffer-Beispiel advisor-app case list" 'Eschentalbach'
    check "  … an older version is not taken by itself" not_downgraded "$system"
    check "  … purged" works "$system" root "apt-get purge -y advisor-app && apt-get autoremove -y --purge" 'Purging|Removing'
    rm -f "$lab/$system/srv"/*.deb
    what_is_there "$system" >"$lab/after"
    check "  … what it has left, besides cases:" nothing_left
    check "  … the cases are still there" test -s "$lab/$system/home/kim/.local/share/Beraterkoffer-Beispiel/beraterkoffer.sqlite"
    end_system "$system"
}

no_library_missing() {
    inside "$1" kim "find /opt/advisor-app \\( -name '*.so*' -o -name advisor-app \\) -type f | grep -vi wayland | \
        LD_LIBRARY_PATH=/opt/advisor-app/_internal:/opt/advisor-app/_internal/PySide6/Qt/lib xargs ldd 2>/dev/null | grep 'not found'"
    [ ! -s "$said" ]
}

not_downgraded() {
    inside "$1" root "apt-get install -y --no-install-recommends /srv/$package.deb" && return 1
    says 'downgrade'
}

# nothing_left: files that came with the package or were made by it; the folders of its kind that others made count not.
nothing_left() {
    LC_ALL=C comm -13 "$lab/before" "$lab/after" >"$said"
    if [ -s "$said" ]; then return 1; fi
    echo "        none"
}

mkdir -p "$lab"
begin
if [ -z "$deb" ]; then
    check_build
    deb=$(echo "$out"/advisor-app_*_amd64.deb)
fi
[ ${#releases[@]} -gt 0 ] || releases=(12 13)
for release in "${releases[@]}"; do
    check_release "$release"
done
conclude
