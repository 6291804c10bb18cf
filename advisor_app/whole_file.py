"""Files that are written all or nothing: whoever reads one sees the old content or the new, never half of it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

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
    refuse_target(path)
    try:
        write_file(path, data, private=private)
    except AdvisorError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in _FULL:
            raise AdvisorError(Problem.DISK_FULL, file=str(path)) from error.__cause__
        raise


def refuse_target(path: Path) -> None:
    """Refuse a place where something that is handed out would take the place of what must stay.

    Raises AdvisorError: FILE_OF_PROGRAM for a file that is there in a data folder or a backup, FILE_NOT_WRITABLE for a
    folder, a pipe or a device, for a link in a circle, and for a name that no disk takes.
    """
    try:
        kind = _kind_of_file(path)
        folders = Path(os.path.realpath(path)).parents[:_DEEPEST]
    except (OSError, ValueError) as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path)) from error
    if kind and any(os.path.lexists(folder / DATA_FOLDER_MARK) for folder in folders):
        raise AdvisorError(Problem.FILE_OF_PROGRAM, file=str(path))
    if kind and not stat.S_ISREG(kind):
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path))


def _kind_of_file(path: Path) -> int:
    """What kind of file is there, or where a link leads; 0 where there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def write_pieces(path: Path, pieces: Iterable[bytes], *, private: bool = False) -> None:
    """Write a file as ``write_file`` does, piece by piece; whatever the pieces raise leaves the older file, too."""
    try:
        with written_whole(path, private=private) as stream:
            stream.writelines(pieces)
    except (OSError, ValueError) as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path)) from error


@contextmanager
def written_whole(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A stream to write, and to read back, what is on the disk under its name once the block has been left.

    Whatever the block raises leaves the older file. Raises OSError, also where a folder, a pipe or a device lies where
    the part is to be written, and ValueError for a name with a null character.
    """
    part = path.with_name(f"{path.name}.part")
    stream = _open_part(part, private=private)
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def _open_part(part: Path, *, private: bool) -> BinaryIO:
    """A new file; what an earlier run has left of one goes, a link is not followed, anything else is left alone."""
    with suppress(FileNotFoundError):
        kind = part.lstat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISLNK(kind):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(part))
        part.unlink()
    opened = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, _FOR_USER if private else _FOR_ALL)
    return os.fdopen(opened, "w+b")


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
