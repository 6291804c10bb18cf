# shellcheck shell=bash
# Sourced by the checks: Debian systems in folders, commands run inside of them, and a line for each check.
# Needs root, debootstrap, and the mirror of the system's own apt sources. Everything lies in $lab and goes at the end;
# only the bare systems stay, so that the next check need not make them anew.

lab=${ADVISOR_APP_LAB:-/tmp/advisor-app-lab}
checkout=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
declare -A debian=([12]=bookworm [13]=trixie)
failed=0 passed=0

mirror() {
    local found
    found=$(sed -n 's/^URIs: *//p; s/^deb \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' \
        /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null | grep -v security | head -1)
    found=${ADVISOR_APP_MIRROR:-$found}
    [ -n "$found" ] || { echo "no mirror in the system's apt sources; name one in ADVISOR_APP_MIRROR" >&2; return 1; }
    echo "$found"
}

# bare_system RELEASE: a minimal Debian in $lab/bare-RELEASE, without Python and without any library of Qt.
bare_system() {
    local root=$lab/bare-$1
    [ -e "$root/.complete" ] && return
    rm -rf "$root"
    mkdir -p "$lab"
    nice debootstrap --variant=minbase --include=ca-certificates "${debian[$1]}" "$root" "$(mirror)" \
        >"$lab/debootstrap-$1.log" 2>&1
    touch "$root/.complete"
}

# fresh_system NAME RELEASE: a copy of it in $lab/NAME, with two people in it; one has a name that is not ASCII.
fresh_system() {
    local root=$lab/$1
    bare_system "$2"
    end_system "$1"
    cp -a --reflink=auto "$lab/bare-$2" "$root"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    printf '127.0.0.1 localhost\n::1 localhost\n' >"$root/etc/hosts" # an installation has it, debootstrap leaves it out
    printf 'jürgen:x:1001:1001::/home/jürgen:/bin/sh\nkim:x:1002:1002::/home/kim:/bin/sh\n' >>"$root/etc/passwd"
    printf 'jürgen:x:1001:\nkim:x:1002:\n' >>"$root/etc/group"
    install -d -o 1001 -g 1001 "$root/home/jürgen"
    install -d -o 1002 -g 1002 "$root/home/kim"
}

end_system() { rm -rf --one-file-system "${lab:?}/$1"; }

# inside NAME USER COMMAND: a shell command in a system, with nothing of this machine's surroundings; mounts, processes
# and, with offline=1, the network are its own and go with it. Its output goes to $said, its time to $seconds.
inside() {
    local root=$lab/$1 user=$2 begun net=()
    said=$lab/said-$$
    [ "${offline:-}" ] && net=(--net)
    begun=$(date +%s.%N)
    unshare --mount --pid --fork --kill-child "${net[@]}" nice -n 5 bash -c '
        root=$1 user=$2
        mount -t proc proc "$root/proc"
        mount -t tmpfs tmpfs "$root/dev/shm" 2>/dev/null || { mkdir -p "$root/dev/shm"; mount -t tmpfs tmpfs "$root/dev/shm"; }
        mount -t devpts devpts "$root/dev/pts" 2>/dev/null
        for mount in $4; do mkdir -p "$root${mount#*:}"; mount --bind "${mount%%:*}" "$root${mount#*:}"; done
        home=$(chroot "$root" sh -c "grep \"^$user:\" /etc/passwd" | cut -d: -f6)
        exec chroot --userspec="$user" "$root" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
            HOME="$home" USER="$user" LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            PIP_CERT=/etc/ssl/certs/ca-certificates.crt $5 /bin/sh -c "$3"
    ' bash "$root" "$user" "$3" "${mounts:-}" "${variables:-}" >"$said" 2>&1
    local code=$?
    seconds=$(printf '%.1f' "$(echo "$(date +%s.%N) - $begun" | bc)")
    return $code
}

# with_display COMMAND: shell words that start a display of their own and go on with the command once it answers; what
# they run in needs xvfb and x11-utils.
with_display() {
    printf '%s\n' 'rm -f /tmp/.X9-lock # of one that was killed' \
        'Xvfb :9 -screen 0 1366x768x24 >/dev/null 2>&1 & export DISPLAY=:9' \
        'for second in $(seq 60); do xwininfo -root >/dev/null 2>&1 && break; sleep 1; done' "$1"
}

# check WORDS COMMAND…: a line that says whether the command succeeds, and how long the last command inside took.
check() {
    local words=$1
    shift
    seconds=
    if "$@"; then
        passed=$((passed + 1))
        printf 'passed  %s%s\n' "$words" "${seconds:+ ($seconds s)}"
    else
        failed=$((failed + 1))
        printf 'FAILED  %s%s\n' "$words" "${seconds:+ ($seconds s)}"
        [ -e "${said:-}" ] && tail -15 "$said" | cut -c1-400 | sed 's/^/        | /'
    fi
}

# says PATTERN: whether the last output holds it (an extended expression).
says() { grep -Eq -- "$1" "$said"; }

# ends_with_one_sentence PATTERN: whether the last output ends with that sentence, and without a traceback.
ends_with_one_sentence() {
    tail -1 "$said" | grep -Eq -- "$1" && ! grep -q Traceback "$said"
}

# begin: a line on what is checked where.
begin() {
    printf '%s of commit %s, %s, %s cores, load %s\n' "$(basename "$0")" "$(git -C "$checkout" rev-parse --short HEAD)" \
        "$(date -u +'%Y-%m-%d %H:%M UTC')" "$(nproc)" "$(cut -d' ' -f1 /proc/loadavg)"
}

conclude() {
    printf '%s\n' "$passed passed, $failed failed"
    [ "$failed" = 0 ]
}
