"""The lock that is held while the keys of a profile are made or changed: two programs never do that at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from advisor_app.domain.errors import AdvisorError, Problem

LOCK_NAME = "profile.lock"
_WAIT_SECONDS = 10  # longer than anybody needs for a passphrase; a rekey may take longer


@contextmanager
def alone(folder: Path, wait_seconds: float = _WAIT_SECONDS) -> Iterator[None]:
    """Be the only one who changes a profile's keys; raises AdvisorError: DATABASE_LOCKED, FILE_NOT_WRITABLE."""
    lock = FileLock(folder / LOCK_NAME, fallback_to_soft=False)
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout:
        raise AdvisorError(Problem.DATABASE_LOCKED, file=str(folder)) from None
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(folder)) from error
    try:
        yield
    finally:
        lock.release()
