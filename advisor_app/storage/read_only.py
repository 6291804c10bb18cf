"""Data that can only be read: whether a folder and a database take changes, and how the database is read then."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem


def takes_files(folder: Path) -> bool:
    """Whether a folder that is there takes new files."""
    if os.name != "nt":
        return os.access(folder, os.W_OK | os.X_OK)
    try:  # Windows tells by trying only
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def is_read_only(database: Path) -> bool:
    """Whether a database that is there, or its folder, takes no changes."""
    return database.exists() and not (os.access(database, os.W_OK) and takes_files(database.parent))


def query_to_read(database: Path) -> str:
    """How a database that takes no changes is opened; raises AdvisorError(READ_ONLY_LOG) where that cannot be.

    Without the shared memory of the write-ahead log SQLite reads a log only where it may write. An ``immutable`` file
    is read without its log: allowed where that is empty.
    """
    log = database.with_name(f"{database.name}-wal")
    if not _size(log):
        return "mode=ro&immutable=1"
    if takes_files(database.parent) or _size(database.with_name(f"{database.name}-shm")):
        return "mode=ro"
    raise AdvisorError(Problem.READ_ONLY_LOG, file=str(log))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
