# shellcheck shell=sh
# Sourced by ./run and ./test (POSIX sh): makes .venv hold exactly what a lock file names, and sees to it that Qt finds
# the system libraries it needs. Expects `here`, the checkout's folder. Network is used only when something is missing.
# ADVISOR_APP_PYTHON=python3.13 takes that Python and an environment of its own, .venv-python3.13.

: "${here:?}"
venv="$here/.venv${ADVISOR_APP_PYTHON:+-$ADVISOR_APP_PYTHON}"
python="$venv/bin/python"

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

# as_root COMMAND…: runs it as root where that needs no question, else returns 125.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 125
    fi
}

# apt_install PACKAGE…: fails where apt, the right to use it or a package is missing; says nothing when it works.
apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    as_root true || return 1
    say "Installing system packages: $*"
    apt_try "$@" && return 0
    # The package list of a fresh machine is empty or old.
    as_root apt-get update -qq >/dev/null 2>&1 || true
    apt_log=$(apt_try "$@" 2>&1) && return 0
    say "$apt_log"
    return 1
}

apt_try() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

# --- Python ---------------------------------------------------------------------------------------------------------

find_python() {
    # shellcheck disable=SC2086  # names, split on purpose
    for name in ${ADVISOR_APP_PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return 0
        fi
    done
    return 1
}

choose_python() {
    base_python=$(find_python) && return 0
    [ -z "${ADVISOR_APP_PYTHON:-}" ] || fail "ADVISOR_APP_PYTHON=$ADVISOR_APP_PYTHON is no Python 3.11 to 3.14; unset it or name one."
    apt_install python3 python3-venv || true
    base_python=$(find_python) && return 0
    if command -v apt-get >/dev/null 2>&1; then
        fail "Python 3.11 to 3.14 is needed and was not found; install it with: sudo apt-get install python3 python3-venv"
    fi
    fail "Python 3.11 to 3.14 is needed and was not found; install it with your system's package manager and start again."
}

# Debian splits venv's other half, ensurepip, off Python.
require_ensurepip() {
    "$base_python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    version=$("$base_python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    apt_install "python$version-venv" || true
    "$base_python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return 0
    if command -v apt-get >/dev/null 2>&1; then
        fail "Python's venv module is missing; install it with: sudo apt-get install python$version-venv"
    fi
    fail "Python's venv module is missing from Python $version; install it with your system's package manager and start again."
}

# --- the environment ------------------------------------------------------------------------------------------------

# A set-up that was cut off leaves this file with its process id; what it left is thrown away.
unfinished="$venv-unfinished"

venv_works() {
    [ ! -e "$unfinished" ] && [ -d "$venv" ] && "$python" -c 'import pip, sys
sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

# sets_up PID: tells whether that process runs ./run or ./test. Numbers come round again, in containers at once.
sets_up() {
    [ "$1" != "$$" ] && kill -0 "$1" 2>/dev/null || return 1
    [ -r "/proc/$1/cmdline" ] || return 0
    case $(tr '\0' ' ' <"/proc/$1/cmdline") in *run* | *test*) return 0 ;; esac
    return 1
}

refuse_second_set_up() {
    other=$(cat "$unfinished" 2>/dev/null) || return 0
    [ -n "$other" ] && sets_up "$other" || return 0
    fail "Another set-up is running in this folder (process $other); wait for it to end, then start again."
}

note_process() {
    LC_ALL=C
    printf '%s\n' "$$" >"$unfinished"
}

# log_says PATTERN: whether the log of the set-up holds it (an extended expression).
log_says() { grep -Eiq "$1" "$set_up_log" 2>/dev/null; }

# is_full: whether next to nothing can be written here; what stops for that does not always get to say so.
is_full() {
    room=$(df -Pk "$here" 2>/dev/null) || return 1
    # shellcheck disable=SC2086  # the fields of the last line, split on purpose
    set -- ${room##*"
"}
    [ "${4:-1000000}" -lt 20000 ] 2>/dev/null
}

# why_not_set_up LOCK: prints the sentence for what the log says. A network that is gone also makes packages "not found".
why_not_set_up() {
    if log_says 'no space left|errno 28|disk quota' || is_full; then
        echo "The disk is full; make room for about 2 GB, then start again."
    elif log_says 'do not match the hashes|badzipfile|not a zip file|invalid wheel|incomplete ?read|content-length'; then
        echo "A package is not the one that $1 names, cut off on its way or altered; nothing of it is used: start again."
    elif log_says 'connection|name resolution|timed out|retrying|proxy|ssl'; then
        echo "The package registry could not be reached; check the network and start again."
    elif log_says 'no matching distribution|not a supported wheel|none of the|hashes are required|require-hashes'; then
        echo "$1 names no package that fits this system and Python; take the file as the project has it and start again."
    elif log_says 'permission denied|read-only file system'; then
        echo "This folder can't be written to; copy the project to one that you own."
    else
        echo "The Python packages could not be installed; $set_up_log says why: start again when that is mended."
    fi
}

# set_up_venv LOCK: installs LOCK unless the copy of the last finished installation is the same.
set_up_venv() {
    lock=$1
    if venv_works && cmp -s "$here/$lock" "$venv/$lock"; then
        return 0
    fi
    refuse_second_set_up
    if ! venv_works; then
        choose_python
        require_ensurepip
        rm -rf "$venv" || fail "The folder $venv can't be replaced; remove it by hand and start again."
    fi
    refused=$(note_process 2>&1) || case $refused in
    *"No space left"*) fail "The disk is full; make room for about 2 GB, then start again." ;;
    *) fail "This folder can't be written to; copy the project to one that you own." ;;
    esac
    say "Setting up $(basename "$venv") from $lock (needs the network once, about a minute) …"
    # What goes wrong is told in a sentence; everything that was said about it is kept in there.
    set_up_log="$unfinished.log"
    if [ ! -d "$venv" ]; then
        "$base_python" -m venv "$venv" >"$set_up_log" 2>&1 || fail "$(why_not_set_up "$lock")"
    fi
    rm -f "$venv"/requirements*.lock
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all: \
        -r "$here/$lock" >"$set_up_log" 2>&1 || fail "$(why_not_set_up "$lock")"
    # The development lock contains all of the other one.
    [ "$lock" = requirements.lock ] || cp "$here/requirements.lock" "$venv/requirements.lock"
    cp "$here/$lock" "$venv/$lock"
    rm -f "$unfinished" "$set_up_log"
}

# --- Qt's system libraries (Linux only; the other systems' wheels carry all) --------------------------------------------

# library_package SONAME: prints the Debian package that holds it.
library_package() {
    case $1 in
    libEGL.so.1) echo libegl1 ;;
    libGL.so.1 | libGLX.so.0) echo libgl1 ;;
    libX11-xcb.so.1) echo libx11-xcb1 ;;
    libX11.so.6) echo libx11-6 ;;
    libbrotlicommon.so.1 | libbrotlidec.so.1) echo libbrotli1 ;;
    libcups.so.2) echo libcups2 ;;
    libdbus-1.so.3) echo libdbus-1-3 ;;
    libfontconfig.so.1) echo libfontconfig1 ;;
    libfreetype.so.6) echo libfreetype6 ;;
    libglib-2.0.so.0 | libgthread-2.0.so.0) echo libglib2.0-0 ;;
    libgssapi_krb5.so.2) echo libgssapi-krb5-2 ;;
    libwayland-client.so.0) echo libwayland-client0 ;;
    libwayland-cursor.so.0) echo libwayland-cursor0 ;;
    libwayland-egl.so.1) echo libwayland-egl1 ;;
    libxcb-cursor.so.0) echo libxcb-cursor0 ;;
    libxcb-icccm.so.4) echo libxcb-icccm4 ;;
    libxcb-image.so.0) echo libxcb-image0 ;;
    libxcb-keysyms.so.1) echo libxcb-keysyms1 ;;
    libxcb-randr.so.0) echo libxcb-randr0 ;;
    libxcb-render-util.so.0) echo libxcb-render-util0 ;;
    libxcb-render.so.0) echo libxcb-render0 ;;
    libxcb-shape.so.0) echo libxcb-shape0 ;;
    libxcb-shm.so.0) echo libxcb-shm0 ;;
    libxcb-sync.so.1) echo libxcb-sync1 ;;
    libxcb-util.so.1) echo libxcb-util1 ;;
    libxcb-xfixes.so.0) echo libxcb-xfixes0 ;;
    libxcb-xkb.so.1) echo libxcb-xkb1 ;;
    libxcb.so.1) echo libxcb1 ;;
    libxkbcommon-x11.so.0) echo libxkbcommon-x11-0 ;;
    libxkbcommon.so.0) echo libxkbcommon0 ;;
    libz.so.1) echo zlib1g ;;
    libzstd.so.1) echo libzstd1 ;;
    *) return 1 ;;
    esac
}

# missing_libraries FILE…: prints the sonames that the loader does not find, one a line.
missing_libraries() {
    ldd "$@" 2>/dev/null | sed -n 's/^[[:space:]]*\([^ ]*\) => not found$/\1/p' | sort -u
}

has_display() {
    case ${QT_QPA_PLATFORM:-} in offscreen | minimal | vnc*) return 1 ;; esac
    case $(uname -s) in
    Darwin) [ "$(launchctl managername 2>/dev/null)" = Aqua ] ;;
    *) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ;;
    esac
}

# display_answers: a DISPLAY may be set where no server listens, or where this user may not connect; Qt would abort.
display_answers() {
    [ "$(uname -s)" = Linux ] && [ -z "${WAYLAND_DISPLAY:-}" ] || return 0
    "$python" -c 'import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
sys.exit(xcb.xcb_connection_has_error(ctypes.c_void_p(xcb.xcb_connect(None, None))))' 2>/dev/null
}

# require_qt_libraries: with a display also those that a real window needs.
require_qt_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    command -v ldd >/dev/null 2>&1 || return 0
    qt=$(echo "$venv"/lib/python3.*/site-packages/PySide6)
    set -- "$qt"/Qt/plugins/platforms/libqoffscreen.so "$qt"/QtWidgets.abi3.so "$qt"/QtPdf.abi3.so \
        "$qt"/QtPrintSupport.abi3.so "$qt"/QtSvg.abi3.so "$qt"/Qt/plugins/printsupport/libcupsprintersupport.so
    if has_display; then
        set -- "$@" "$qt"/Qt/plugins/platforms/libqxcb.so
        [ -z "${WAYLAND_DISPLAY:-}" ] || set -- "$@" "$qt"/Qt/plugins/platforms/libqwayland.so
    fi
    missing=$(missing_libraries "$@")
    [ -n "$missing" ] || return 0
    packages=$(for library in $missing; do library_package "$library" || true; done | sort -u | tr '\n' ' ')
    # shellcheck disable=SC2086  # package names, split on purpose
    [ -z "$packages" ] || apt_install $packages || true
    missing=$(missing_libraries "$@")
    [ -n "$missing" ] || return 0
    if command -v apt-get >/dev/null 2>&1 && [ -n "$packages" ]; then
        fail "Qt needs system libraries that are missing here; install them with: sudo apt-get install ${packages% }"
    fi
    # shellcheck disable=SC2086,SC2116  # one line instead of one each
    fail "Qt needs system libraries that are missing here; install what holds them:" "$(echo $missing)"
}

# offer_print_server: the tests print through one of their own where its program is there; asked for, never required.
offer_print_server() {
    [ "$(uname -s)" = Linux ] && [ ! -x /usr/sbin/cupsd ] || return 0
    apt_install cups-daemon cups-client || say "Without cupsd the tests of printing through a print server are skipped."
}

# offer_browser: the tests open the page of the phone poll in Chromium where it is there; asked for, never required.
offer_browser() {
    [ "$(uname -s)" = Linux ] || return 0
    command -v chromium >/dev/null 2>&1 && command -v chromedriver >/dev/null 2>&1 && return 0
    apt_install chromium chromium-driver || say "Without Chromium and its driver the tests of the phone poll in a browser are skipped."
}

# set_up LOCK: everything above; afterwards "$python" runs the project.
set_up() {
    set_up_venv "$1"
    require_qt_libraries
    # The project itself is not installed: it is imported from the checkout, whatever folder one stands in.
    PYTHONPATH="$here${PYTHONPATH:+:$PYTHONPATH}"
    export PYTHONPATH
}
