#!/bin/bash
# All checks of what people install, from a clean clone of what is committed: installers/check.sh FOLDER [PART]…
#   commands   ./run and ./test on bare Debian 12 and 13, all tests included   FOLDER/linux-two-commands.txt
#   package    the Debian package built twice, installed, upgraded, purged     FOLDER/linux-package.txt
#   windows    MSI and set-up program under wine; run.cmd and test.cmd         FOLDER/windows-wine.txt, windows-commands.txt
# One line per check, "N passed, N failed" at the end. Without parts all of them: a night's work, as root; each script
# says what it needs. The last logs lie in docs/logs.
set -euo pipefail
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
logs=${1:?a folder for the logs}
shift
mkdir -p "$logs"
logs=$(cd -- "$logs" && pwd)
[ $# -gt 0 ] || set -- commands package windows
for part in "$@"; do
    case $part in commands | package | windows) ;; *) echo "unknown: $part" >&2 && exit 2 ;; esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# logged NAME COMMAND…: what a check says, here and in its log; what it counts is added up. One that falls counts as one failed.
logged() {
    local log=$logs/$1.txt last
    shift
    "$@" 2>&1 | tee "$log" || true
    last=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -1)
    [ -n "$last" ] || last="0 passed, 1 failed"
    passed=$((passed + ${last%% passed*}))
    last=${last#*passed, }
    failed=$((failed + ${last%% failed*}))
}

clone() { git clone -q --no-hardlinks "$checkout" "$1"; }

commands() { logged linux-two-commands installers/linux/check_two_commands.sh --whole; }

package() { logged linux-package installers/linux/check_package.sh --out "$work/debian"; }

# build_windows: the newer of both programs is the same one with the next number.
build_windows() {
    local newer=$work/newer
    clone "$newer" &&
        perl -pi -e 's/(__version__ = "\d+\.\d+\.)(\d+)/$1 . ($2 + 1)/e' "$newer/advisor_app/__init__.py" &&
        git -C "$newer" -c user.name=check -c user.email=check@localhost commit -q -a -m "Raise the version" &&
        ./test tests/installers -q &&
        cp -a .venv "$newer/.venv" &&
        installers/windows/build.sh "$work/windows-old" &&
        "$newer/installers/windows/build.sh" "$work/windows-new"
}

windows() {
    build_windows || return 1
    logged windows-wine installers/windows/wine/check.sh "$work/windows-old" "$work/windows-new"
    logged windows-commands installers/windows/wine/check_commands.sh
}

clone "$work/clone"
cd "$work/clone"
for part in "$@"; do
    "$part" || failed=$((failed + 1)) # what was to be checked could not be built
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
