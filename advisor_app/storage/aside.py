"""What was replaced by a restore, a move or a salvage, and is kept below ``aside/`` until somebody removes it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.replacement import ASIDE_NAME


def aside_folders(folder: Path) -> list[Path]:
    """What a data folder keeps aside, one folder each; links are passed over."""
    try:
        return sorted(path for path in (folder / ASIDE_NAME).iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return []


def profile_in(folder: Path) -> str | None:
    """The id of the profile whose data lie in a folder, None where nothing there tells."""
    try:
        return read_keyslots(folder / KEYSLOTS_NAME).profile
    except AdvisorError:
        return None


def remove_aside(doomed: Iterable[Path]) -> None:
    """Remove some of what is kept aside; raises AdvisorError(FILE_NOT_WRITABLE), the rest is then kept."""
    for path in doomed:
        try:
            shutil.rmtree(path)
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path)) from error
