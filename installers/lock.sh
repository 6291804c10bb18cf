#!/bin/sh
# Writes requirements.lock and requirements-dev.lock from pyproject.toml, for all platforms and Pythons, with hashes and
# without any address. Needs uv and the network. `installers/lock.sh --upgrade` takes the newest versions allowed.
set -eu
cd "$(dirname -- "$0")/.."
uv lock --quiet "$@"
export_lock() {
    uv export --quiet --frozen --format requirements-txt --no-emit-project --no-emit-index-url --no-emit-find-links \
        --no-header --no-annotate --output-file "$@" >/dev/null
}
export_lock requirements.lock --no-dev
export_lock requirements-dev.lock
