# shellcheck shell=bash
# Sourced by the checks under wine, which have a display: a fresh wine with the libraries that stand in for those it lacks,
# and a line for each check. Expects `here`, this folder, and `work`, an empty one that is removed at the end.

: "${here:?}" "${work:?}"
failed=0 number=0

# --- wine -------------------------------------------------------------------------------------------------------------

export WINEPREFIX=$work/prefix WINEDEBUG=-all LOCPATH=$work/locale LANG=de_DE.UTF-8
export WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe=;mscms=n" ADVISOR_APP_NO_DIALOG=1
unset LC_ALL
finish() {
    wineserver -k 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
mkdir -p "$LOCPATH"
for language in de_DE en_US; do
    localedef -i "$language" -f UTF-8 "$LOCPATH/$language.UTF-8" 2>/dev/null || true
done
wineboot --init >/dev/null 2>&1
wine winecfg -v win10 >/dev/null 2>&1
for shim in icuuc bcryptprimitives mscms; do
    x86_64-w64-mingw32-gcc -shared -O2 -Wall -Wextra -Werror -o "$WINEPREFIX/drive_c/windows/system32/$shim.dll" \
        "$here/$shim.c" -ladvapi32
done
export drive=$WINEPREFIX/drive_c

# --- how things are told ------------------------------------------------------------------------------------------------

# check WORDS COMMAND…: one line; what a failing command said follows it.
check() {
    local words=$1 said
    shift
    number=$((number + 1))
    if said=$("$@" 2>&1); then
        printf 'ok      %s\n' "$words"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s\n%s\n' "$words" "$(tail -n 15 <<<"$said" | sed 's/^/        /')"
    fi
}

# program FILE ARGUMENT…: runs it with pipes, since wine 8 cannot tell Python what a plain file is.
program() { wine "$@" </dev/null 2>&1 | cat; return "${PIPESTATUS[0]}"; }
ends_with() {
    local wanted=$1 code=0
    shift
    program "$@" || code=$?
    echo "ended with $code"
    [ "$code" -eq "$wanted" ]
}
holds() { grep -qF -- "$2" <<<"$1" || { echo "$1"; return 1; }; }
absent() { ls -d -- "$@" 2>/dev/null && return 1 || return 0; }
