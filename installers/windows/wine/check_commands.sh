#!/bin/bash
# Tries run.cmd under wine 8 as far as that goes: installers/windows/wine/check_commands.sh
# Wine 8 runs no installer of Python and its embeddable package makes no environments, so .venv is laid down by hand, of
# the packages that the lock names for Windows; what run.cmd finds, decides, says and hands on is its own. test.cmd goes the
# same way. Commands that open data, and pip, wait for ever in wine's cmd: check.sh tries the former, a real
# Windows has to try the latter. Needs what build.sh and check.sh need.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd -- "$here/../../.." && pwd)
work=$(mktemp -d)

if [ -z "${DISPLAY:-}" ]; then
    exec xvfb-run -a -s "-screen 0 1366x768x24" "$0" "$@"
fi
# shellcheck source=setting.sh
. "$here/setting.sh"
: "${drive:?}" "${number:?}" "${failed:?}"

folder="$drive/Prüf Ordner/Beraterkoffer"
venv=$folder/.venv
mkdir -p "$folder" "$drive/python"
git -C "$checkout" archive HEAD | tar -x -C "$folder"
cd "$folder"

# run CODE PATTERN ARGUMENT…: run.cmd in the folder with a blank and an umlaut ends with the code and says the words.
run() { command_file run.cmd "$@"; }
command_file() {
    local file=$1 wanted=$2 words=$3 said code=0
    shift 3
    said=$(program cmd /c "$file" "$@" | tr -d '\r') || code=$?
    echo "ended with $code: $said"
    [ "$code" -eq "$wanted" ] && grep -Eq -- "$words" <<<"$said"
}
python_packages() {
    (cd "$checkout" && .venv/bin/python - "$1" <<'PYTHON'
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from installers.windows import runtime, stage

scripts = Path(sys.argv[1])
scripts.mkdir(parents=True)
with TemporaryDirectory() as name:
    files = runtime.files_of_package(Path(name))
if wrong := runtime.differences(files):
    raise SystemExit("\n".join(wrong))
for name, data in files.items():
    if not name.endswith("._pth"):  # with it, Python would not look at PYTHONPATH
        (scripts / name).write_bytes(data)
stage.add_packages(scripts / "Lib" / "site-packages")
PYTHON
    )
    cp -r "$checkout"/.venv/lib/python3*/site-packages/pip "$1/Lib/site-packages/"
}
old_python() { # all that run.cmd asks of a Python is its version; an older one answers so
    printf 'int main(void) { return 1; }\n' >"$work/old.c"
    x86_64-w64-mingw32-gcc -o "$drive/windows/python.exe" "$work/old.c"
}

echo "wine $(wine --version), run.cmd and test.cmd of commit $(git -C "$checkout" rev-parse --short HEAD), $(date -u +%F)"
needed='^Python 3\.11 to 3\.14 is needed and was not found; install it'
check "without Python one sentence says what helps" run 1 "$needed"
check "  test.cmd says it, too" command_file test.cmd 1 "$needed"
old_python
check "with a Python that is too old, too" run 1 "$needed"
check "  nothing was laid down" absent "$venv" "$folder/.venv-unfinished"

check "(an environment is laid down by hand)" python_packages "$venv/Scripts"
cp requirements.lock "$venv/"
check "a finished environment is taken as it is: says its version" run 0 '^Beraterkoffer [0-9]' --version
check "  from another folder" command_file 'C:\Prüf Ordner\Beraterkoffer\run.cmd' 0 '^Beraterkoffer [0-9]' --version
check "  the program's own code is handed on" run 2 '.' no-such-command

echo "$((number - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
