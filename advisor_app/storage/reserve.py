"""Two megabytes set aside beside the database: on a full disk they are given up to let the pending change through."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

RESERVE_NAME = "reserve.bin"
RESERVE_BYTES = 2 * 1024 * 1024


def keep_reserve(folder: Path) -> bool:
    """Set the reserve aside where it is missing; whether it is there. A disk without room for it is no error here."""
    path = folder / RESERVE_NAME
    if has_reserve(folder):
        return True
    try:
        with path.open("wb") as stream:
            stream.write(os.urandom(RESERVE_BYTES))  # no file system packs that into less
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        give_up_reserve(folder)
        return False
    return True


def has_reserve(folder: Path) -> bool:
    """Whether the whole reserve is there."""
    try:
        return (folder / RESERVE_NAME).stat().st_size == RESERVE_BYTES
    except OSError:
        return False


def give_up_reserve(folder: Path) -> bool:
    """Make the reserve's room free; whether there was any."""
    had = (folder / RESERVE_NAME).exists()
    with suppress(OSError):
        (folder / RESERVE_NAME).unlink(missing_ok=True)
    return had
