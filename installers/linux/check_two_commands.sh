#!/bin/bash
# Checks ./run and ./test of a clean clone on bare Debian systems: installers/linux/check_two_commands.sh [12|13]…
# One line per check, "N passed, N failed" at the end. With --whole also all tests and lints in each system (long).
# Needs root, git, debootstrap, bc and the network; about five minutes for each system.
set -uo pipefail
# shellcheck source=chroots.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/chroots.sh"

whole=
releases=()
for argument in "$@"; do
    case $argument in --whole) whole=1 ;; *) releases+=("$argument") ;; esac
done
[ ${#releases[@]} -gt 0 ] || releases=(12 13)

# clone NAME FOLDER OWNER: a clean clone of what is committed, in a system.
clone() {
    local place="$lab/$1$2"
    rm -rf "$place"
    mkdir -p "$(dirname "$place")"
    git clone -q --no-hardlinks "$checkout" "$place"
    chown -R "$3" "$(dirname "$place")"
}

# refused NAME USER COMMAND PATTERN: whether a command ends with 1 and one sentence, and leaves no traceback.
refused() {
    inside "$1" "$2" "$3"
    [ $? = 1 ] && ends_with_one_sentence "$4"
}

does_the_job() { inside "$1" "$2" "$3" && says 'Fertig in ' && says 'demo-output'; }

works() { inside "$1" "$2" "$3" && says "${4:-.}"; }

# --- one person who is root -------------------------------------------------------------------------------------------

check_root() {
    local system=$1 folder=/srv/beraterkoffer
    clone "$system" "$folder" 0:0
    check "Debian $release, root, no display: ./run sets up and does the main job" \
        does_the_job "$system" root "cd $folder && ./run"
    check "  … its documents are there" test "$(find "$lab/$system$folder/demo-output" -name '*.pdf' | wc -l)" -gt 30
    offline=1 check "  … without a network the second time" does_the_job "$system" root "cd $folder && ./run"
    offline=1 check "  … any command, from any folder" works "$system" root "cd / && $folder/run communes find Lich" 'Lich'
    check "  … self-check passes" works "$system" root "cd $folder && ./run self-check" '^Die Installation arbeitet\.$'
    check "  … a display that does not answer counts as none" \
        does_the_job "$system" root "cd $folder && DISPLAY=:77 ./run"
    install_display "$system"
    check "  … with a display the window opens on the example" opens_window "$system" root "$folder"
    check "  … ./test sets up and passes the tests it is asked for" \
        works "$system" root "cd $folder && ./test tests/domain -q -n 2 -m 'not long'" '^[0-9]+ passed'
    offline=1 check "  … again without a network" \
        works "$system" root "cd $folder && ./test tests/domain/test_scoring.py -q" '[0-9]+ passed'
    [ -z "$whole" ] || check "  … ./test passes everything" works "$system" root "cd $folder && ./test" '[0-9]+ passed'
}

# opens_window NAME USER FOLDER: whether ./run shows a window; needs what install_display lays down.
opens_window() {
    inside "$1" "$2" "$(with_display "cd '$3' && ./run & run=\$!
        for second in \$(seq 90); do
            xwininfo -root -tree 2>/dev/null | grep -e Eschentalbach -e '\"Beraterkoffer' && { kill \$run; exit 0; }
            sleep 1
        done; exit 1")"
}

install_display() { inside "$1" root "apt-get install -y -qq --no-install-recommends xvfb xauth x11-utils"; }

# --- one person who is not --------------------------------------------------------------------------------------------

check_person() {
    local system=$1 home="/home/jürgen" folder="/home/jürgen/Projekte Digital/Beraterkoffer" run
    run="cd '$folder' && ./run"
    clone "$system" "$folder" 1001:1001
    check "Debian $release, no root, a blank and an umlaut in the path: without Python the command that helps is named" \
        refused "$system" jürgen "$run" 'install it with: sudo apt-get install python3 python3-venv'
    inside "$system" root "apt-get update -qq && apt-get install -y -qq --no-install-recommends python3"
    check "  … without its other half, too" \
        refused "$system" jürgen "$run" 'install it with: sudo apt-get install python3\.[0-9]+-venv'
    inside "$system" root "apt-get install -y -qq --no-install-recommends python3-venv"
    check "  … without Qt's libraries, too" refused "$system" jürgen "$run" 'install them with: sudo apt-get install lib'
    check "  … and that command is the right one" install_what_was_named "$system"
    check "  … then the job is done" does_the_job "$system" jürgen "$run"
    offline=1 check "  … and again without a network" does_the_job "$system" jürgen "$run"
    install_display "$system"
    check "  … with a display, what a window needs is named, too" refused "$system" jürgen \
        "$(with_display "$run")" 'install them with: sudo apt-get install lib'
    check "  … and that command is the right one, too" install_what_was_named "$system"
    check "  … then the window opens on the example" opens_window "$system" jürgen "$folder"
    check "  … and nothing was written outside the project's folder" \
        inside "$system" jürgen "test -z \"\$(find '$home' -newer '$folder/README.md' -not -path '$folder*' -not -path '$home/Projekte Digital' -not -path '$home' -not -path '$home/.cache*' )\""
}

# install_what_was_named NAME: does as root what the last sentence said.
install_what_was_named() {
    local named
    named=$(sed -n 's/.*install them with: sudo \(apt-get install .*\)/\1/p' "$said")
    [ -n "$named" ] && inside "$1" root "${named/install/install -y -qq --no-install-recommends}"
}

# --- bad luck -----------------------------------------------------------------------------------------------------------

check_bad_luck() {
    local system=$1 folder="/home/kim/beraterkoffer" run="cd /home/kim/beraterkoffer && ./run" wheels=$lab/wheels-$release
    clone "$system" "$folder" 1002:1002
    # What is installed from here on comes from a folder, so that files can be cut off and no server is troubled.
    mkdir -p "$wheels"
    mounts="$wheels:/wheels" inside "$system" root "cd $folder && python3 -m venv /tmp/v && \
        /tmp/v/bin/pip download -q --only-binary :all: --require-hashes -d /wheels -r requirements.lock; rm -rf /tmp/v"
    export mounts="$wheels:/wheels" variables="PIP_NO_INDEX=1 PIP_FIND_LINKS=/wheels"

    check "Debian $release: killed in the middle of pip" cut_off "$system" "$folder"
    check "  … the next run works" does_the_job "$system" kim "$run"

    begin_anew "$system" "$folder"
    offline=1 variables='' check "no network the first time" refused "$system" kim "$run" 'registry could not be reached'
    check "  … the next run works" works "$system" kim "$run case list"

    begin_anew "$system" "$folder"
    local room
    room=$(($(du -sm "$lab/$system$folder" | cut -f1) + 100)) # for the checkout, and not for what is installed
    check "no room on the disk" \
        refused "$system" root "mount -t tmpfs -o size=${room}m,mode=777 tmpfs /mnt && cp -r $folder/. /mnt/ && cd /mnt && ./run" \
        'The disk is full'
    check "  … the next run, with room, works" works "$system" root \
        "mount -t tmpfs -o size=${room}m tmpfs /mnt && cp -r $folder/. /mnt/ && cd /mnt; ./run; mount -o remount,size=2g /mnt; ./run --version" \
        '^Beraterkoffer [0-9]'

    begin_anew "$system" "$folder"
    chown -R 0:0 "$lab/$system$folder"
    check "no right to write" refused "$system" kim "$run" "This folder can't be written to"
    chown -R 1002:1002 "$lab/$system$folder"
    check "  … the next run, with the right, works" works "$system" kim "$run --version"

    begin_anew "$system" "$folder"
    local wheel
    wheel=$(find "$wheels" -name 'reportlab-*.whl')
    cp "$wheel" "$lab/whole.whl"
    truncate -s 40000 "$wheel"
    check "a wheel that was downloaded by half" refused "$system" kim "$run" 'cut off on its way or altered'
    cp "$lab/whole.whl" "$wheel"
    check "  … the next run works" works "$system" kim "$run --version"

    begin_anew "$system" "$folder"
    sed -i '/^reportlab==/,/^[a-z]/ s/sha256:..../sha256:0000/' "$lab/$system$folder/requirements.lock"
    check "a wrong hash in the lock" refused "$system" kim "$run" 'cut off on its way or altered'
    git -C "$lab/$system$folder" -c safe.directory='*' checkout -q requirements.lock
    check "  … the next run, with the project's lock, works" works "$system" kim "$run --version"

    begin_anew "$system" "$folder"
    sed -i '1i windows-only-package==1.0 \\\n    --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000' \
        "$lab/$system$folder/requirements.lock"
    check "a lock from another platform" refused "$system" kim "$run" 'names no package that fits this system'
    git -C "$lab/$system$folder" -c safe.directory='*' checkout -q requirements.lock
    check "  … the next run, with the project's lock, works" works "$system" kim "$run --version"

    begin_anew "$system" "$folder"
    # All that ./run asks of a Python is its version; an older one answers so.
    printf '#!/bin/sh\nexit 1\n' >"$lab/$system/usr/local/bin/old-python"
    chmod 755 "$lab/$system/usr/local/bin/old-python"
    local found
    for found in python3 python3.11 python3.12 python3.13 python3.14 python; do
        ln -sf old-python "$lab/$system/usr/local/bin/$found"
    done
    check "a Python that is too old" refused "$system" kim "$run" 'Python 3.11 to 3.14 is needed'
    rm "$lab/$system"/usr/local/bin/*python*
    check "  … the next run, with a newer one, works" works "$system" kim "$run --version"
    unset mounts variables
}

begin_anew() { rm -rf "$lab/$1$2"/.venv*; }

# cut_off NAME FOLDER: begins a set-up and kills all of it while pip works.
cut_off() {
    inside "$1" kim "cd $2; (exec setsid ./run) &
        for second in \$(seq 60); do
            sleep 1
            for process in /proc/[0-9]*; do
                case \$(tr '\\0' ' ' <\$process/cmdline 2>/dev/null) in
                *'-m pip install'*) sleep 2; kill -9 -1; exit 0 ;;
                esac
            done
        done"
    [ -e "$lab/$1$2/.venv-unfinished" ]
}

begin
for release in "${releases[@]}"; do
    fresh_system "two-$release" "$release"
    check_person "two-$release"
    check_bad_luck "two-$release"
    end_system "two-$release"
    fresh_system "two-$release" "$release"
    check_root "two-$release"
    end_system "two-$release"
done
conclude
