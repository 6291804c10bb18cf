"""A driver whose commits fail: before anything was written, or after all of it was, as a lost drive leaves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from functools import partial
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as driver


class Fault(Enum):
    """When a commit fails."""

    BEFORE = "before"
    AFTER = "after"


class FailingCommits:
    """What the next commits of all connections come to; ``code`` is SQLite's. Set nothing, and they succeed."""

    def __init__(self) -> None:
        self.faults: list[Fault | None] = []
        self.code: int = driver.SQLITE_IOERR
        self.after: Callable[[], object] = lambda: None

    def commit(self, write: Callable[[], None]) -> None:
        """Commit by ``write``, as far as it goes."""
        fault = self.faults.pop(0) if self.faults else None
        if fault is not Fault.BEFORE:
            write()
            self.after()
        if fault is not None:
            error = driver.OperationalError("disk I/O error")
            error.sqlite_errorcode = self.code
            raise error


@contextmanager
def failing_commits() -> Iterator[FailingCommits]:
    """Let the commits of all connections that are opened meanwhile be what is asked for."""
    failing = FailingCommits()

    class Connection(driver.Connection):  # type: ignore[misc]  # the driver ships no types
        def commit(self) -> None:
            failing.commit(super().commit)

    with pytest.MonkeyPatch.context() as patched:
        connect: Any = driver.connect
        patched.setattr(driver, "connect", partial(connect, factory=Connection))
        yield failing
