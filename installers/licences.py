"""Writes installers/licences.md: what is shipped with the program and under which licence.

Run it with the development environment after requirements.lock has changed: .venv/bin/python -m installers.licences
"""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from advisor_app.services.licences import read_components

_CHECKOUT = Path(__file__).resolve().parent.parent
LICENCES_FILE = _CHECKOUT / "installers" / "licences.md"

_HEAD = """\
# Licences of what is shipped

The program itself: EUPL-1.2, text in `LICENSE`. Qt is used under the LGPL-3.0: its libraries lie beside the program as
files of their own and can be replaced. The program shows all texts (Einstellungen → Über das Programm), installed ones
have them in a file.
This list is written by `installers/licences.py` from `resources/licences/components.toml` and the installed packages'
own statements.

## Parts

| what | where | licence | holder |
|---|---|---|---|
"""

_PACKAGES = """
## Packages

| package | version | licence |
|---|---|---|
"""

# Installed on one system only, so not always there to be read.
_ELSEWHERE = {
    "colorama": "BSD-3-Clause",
    "importlib-metadata": "Apache-2.0",
    "jeepney": "MIT",
    "lazy-importer": "Apache-2.0",
    "pywin32-ctypes": "BSD-3-Clause",
    "secretstorage": "BSD-3-Clause",
    "zipp": "MIT",
}

# Where a package says less than an SPDX expression; read from its licence file.
_STATED = {
    "backports-tarfile": "MIT",
    "jaraco-classes": "MIT",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "reportlab": "BSD-3-Clause",
    "rl-accel": "BSD-3-Clause",
    "shellingham": "ISC",
    "sqlcipher3": "Zlib",
    "wakepy": "MIT",
}


def locked_packages(lock: Path) -> dict[str, str]:
    """Return name → version of every package in a requirements lock."""
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;\\]+)", lock.read_text("utf-8"), re.MULTILINE))


def licence_of(package: str) -> str:
    """Return a package's licence as an SPDX expression; LookupError where it states none that can be told."""
    if package in _STATED:
        return _STATED[package]
    try:
        stated = metadata(package)
    except PackageNotFoundError:
        return _ELSEWHERE[package]
    for field in ("License-Expression", "License"):
        # Old packages put the whole text there.
        if field in stated and 0 < len(stated[field]) < 60:
            return stated[field]
    raise LookupError(f"{package} states no licence: read its licence file and add it to _STATED")


def licences_table() -> str:
    """Return the whole text of licences.md."""
    packages = locked_packages(_CHECKOUT / "requirements.lock")
    parts = [f"| {part.name} | {part.inside} | {part.licence} | {part.copyright} |\n" for part in read_components()]
    rows = [f"| {name} | {version} | {licence_of(name)} |\n" for name, version in sorted(packages.items())]
    return "".join([_HEAD, *parts, _PACKAGES, *rows])


if __name__ == "__main__":
    LICENCES_FILE.write_text(licences_table(), "utf-8")
