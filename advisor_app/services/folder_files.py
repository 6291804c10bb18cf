"""The files of a folder that somebody gives, and of those below it: found one folder after the other, until stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts

Step = Callable[[float, str], None]
"""Told how far the work is (0–1) and with what; raises AdvisorError(CANCELLED) where it shall stop."""


def files_below(folder: Path, endings: Collection[str], texts: Texts, step: Step | None) -> Iterator[Path]:
    """Files by their endings (``.pdf``), without hidden ones, in which systems keep small copies.

    Folders below that cannot be read are passed over. Raises AdvisorError: FILE_UNREADABLE, and what ``step`` raises,
    which is asked in each folder: somebody may have given a whole drive.
    """

    def tell(error: OSError) -> None:
        if error.filename == str(folder):
            raise AdvisorError(Problem.FILE_UNREADABLE, file=folder.name, reason=texts("exchange.no-access")) from error

    for place, folders, names in os.walk(folder, onerror=tell):
        if step is not None:
            step(0, Path(place).name)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if file.suffix.lower() in endings and not name.startswith(".") and file.is_file():
                yield file
