"""Who may write in a data folder: one window, or one command after the other.

Both locks belong to the process that holds them: the system takes them back when it ends, however it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from advisor_app.domain.errors import AdvisorError, Problem

WINDOW_FILE = "window.lock"
COMMAND_FILE = "command.lock"
WINDOW_WAIT_SECONDS = 2.0
COMMAND_WAIT_SECONDS = 30.0


class Access(Enum):
    """What somebody wants to do with a data folder."""

    READ = "read"
    WRITE = "write"  # one command after the other, none while a window is open
    WINDOW = "window"  # only one; a command that is just writing is waited for


@contextmanager
def hold(folder: Path, access: Access) -> Iterator[None]:
    """Hold a data folder as long as the context lasts.

    A window goes on without a lock in a folder that takes no files: it can only read there. Raises AdvisorError:
    DATA_IN_USE where a window has it, FILE_NOT_WRITABLE where the folder takes no lock.
    """
    from advisor_app.storage.read_only import takes_files

    if access is Access.WINDOW and folder.is_dir() and not takes_files(folder):
        access = Access.READ
    match access:
        case Access.READ:
            yield
        case Access.WRITE:
            with _held(folder, COMMAND_FILE, COMMAND_WAIT_SECONDS), _held(folder, WINDOW_FILE, 0):
                yield
        case Access.WINDOW:
            with _held(folder, WINDOW_FILE, WINDOW_WAIT_SECONDS):
                yield


def is_window_open(folder: Path) -> bool:
    """Whether a window has a data folder, told without waiting and without making anything."""
    if not (folder / WINDOW_FILE).exists():
        return False
    try:
        with _held(folder, WINDOW_FILE, 0):
            return False
    except AdvisorError as error:
        return error.problem is Problem.DATA_IN_USE


@contextmanager
def _held(folder: Path, file: str, wait_seconds: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Never a lock that is nothing but a file: a killed process would leave it behind.
        lock = FileLock(folder / file, fallback_to_soft=False)
        lock.acquire(timeout=wait_seconds, poll_interval=0.02)
    except Timeout:
        raise AdvisorError(Problem.DATA_IN_USE, folder=str(folder)) from None
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(folder)) from error
    try:
        yield
    finally:
        lock.release()
