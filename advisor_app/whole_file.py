"""Files that are written all or nothing: whoever reads one sees the old content or the new, never half of it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem

DATA_FOLDER_MARK = "keyslots.json"
"""The file that every data folder and every backup has."""

_DEEPEST = 5  # folders between a data folder and the deepest file in it
_FULL = {errno.ENOSPC, errno.EDQUOT}
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would add a carriage return to each line feed
_FOR_ALL = 0o666  # less what the user's mask forbids
_FOR_USER = 0o600


def write_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file in one step that survives a power cut; a failure leaves the older one.

    A ``private`` file can be read by the user only. Raises AdvisorError(FILE_NOT_WRITABLE).
    """
    write_pieces(path, (data,), private=private)


def hand_out(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file for people or other programs, as ``write_file`` does; raises also DISK_FULL and FILE_OF_PROGRAM."""
    refuse_own_file(path)
    try:
        write_file(path, data, private=private)
    except AdvisorError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL:
            raise AdvisorError(Problem.DISK_FULL, file=str(path)) from error.__cause__
        raise


def refuse_own_file(path: Path) -> None:
    """Refuse a place where something that is handed out would overwrite what a data folder needs.

    Raises AdvisorError(FILE_OF_PROGRAM) for a file that is there in a data folder or a backup.
    """
    place = Path(os.path.realpath(path))
    folders = place.parents[:_DEEPEST]
    if place.exists() and any(os.path.lexists(folder / DATA_FOLDER_MARK) for folder in folders):
        raise AdvisorError(Problem.FILE_OF_PROGRAM, file=str(path))


def write_pieces(path: Path, pieces: Iterable[bytes], *, private: bool = False) -> None:
    """Write a file as ``write_file`` does, piece by piece; whatever the pieces raise leaves the older file, too."""
    part = path.with_name(f"{path.name}.part")
    try:
        opener = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, _FOR_USER if private else _FOR_ALL)
        with os.fdopen(opener, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError, ValueError):
            part.unlink()
        if isinstance(error, (OSError, ValueError)):
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path)) from error
        raise


def sync_file(path: Path) -> None:
    """Bring a file that somebody else has written to the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Bring a folder's own list of names to the disk; Windows does that by itself."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
