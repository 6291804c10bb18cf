"""Writes installers/licences.md: what is shipped with the program and under which licence.

Run it with the development environment after requirements.lock has changed: .venv/bin/python installers/licences.py
"""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parent.parent
LICENCES_FILE = _CHECKOUT / "installers" / "licences.md"

_HEAD = """\
# Licences of what is shipped

The program itself: EUPL-1.2, text in `LICENSE`. Python, where an installer brings it: PSF-2.0; SQLite in it: public
domain; SQLCipher in sqlcipher3: BSD-3-Clause, OpenSSL in it and in cryptography: Apache-2.0. Qt is used under the
LGPL-3.0: its libraries lie beside the program as files of their own and can be replaced.
This list is written by `installers/licences.py` from the installed packages' own statements.

## Fonts and icons

| what | where | licence | text |
|---|---|---|---|
| Source Sans 3, BeraterkofferForm (Adobe) | `resources/fonts/` | OFL-1.1 | `resources/fonts/LICENSE-SourceSans3.txt` |
| Lucide (Lucide Icons and Contributors) | `resources/icons/` | ISC, parts MIT | `resources/icons/LICENSE-Lucide.txt` |

## Libraries

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
    rows = [f"| {name} | {version} | {licence_of(name)} |\n" for name, version in sorted(packages.items())]
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    LICENCES_FILE.write_text(licences_table(), "utf-8")
