"""A damaged database as far as SQLite itself can walk it: tables by their pages, and by the entries of their indexes.

SQLCipher notices every changed byte by the page's checksum and then reads nothing more on that connection, so each
failure costs a new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Table
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import connect, rows_checked
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import Profile
from advisor_app.storage.tables import LOG

_BATCH = 500  # rows read at once


class DamagedFile:
    """The damaged database, only ever read; every method says None where it cannot."""

    def __init__(self, profile: Profile) -> None:
        """Raises AdvisorError(DATABASE_NEWER) for a file of a newer program."""
        self._profile = profile
        self._connection: Any = None
        version = self._asked("SELECT user_version FROM pragma_user_version")
        if version is not None and version[0][0] > CURRENT_VERSION:
            self.close()
            raise AdvisorError(Problem.DATABASE_NEWER, file=str(profile.database))

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def tables(self) -> frozenset[str] | None:
        """Names of its tables, None where their list cannot be read."""
        rows = self._asked("SELECT name FROM sqlite_master WHERE type = 'table'")
        return None if rows is None else frozenset(row[0] for row in rows)

    def rows(self, table: Table) -> Iterator[Sequence[Any] | None]:
        """The rows of a table in the order of their numbers; None at last where its pages cannot be walked on."""
        query = f'SELECT rowid, * FROM "{table.name}" NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}'  # noqa: S608 — names out of our own tables
        last = 0
        while True:
            batch = self._asked(query, last)
            if batch is None:
                yield None
                return
            yield from (tuple(row) for _, *row in batch)
            if len(batch) < _BATCH:
                return
            last = batch[-1][0]

    def entries(self, table: Table) -> dict[tuple[Any, ...], int] | None:
        """The row number of each row by its key, told by the key's index alone."""
        names = ", ".join(f'"{name}"' for name in key_columns(table))
        index = f"sqlite_autoindex_{table.name}_1"
        rows = self._asked(f'SELECT {names}, rowid FROM "{table.name}" INDEXED BY "{index}"')  # noqa: S608 — names out of our own tables
        return None if rows is None else {tuple(key): number for *key, number in rows}

    def _asked(self, query: str, *values: int) -> list[tuple[Any, ...]] | None:
        try:
            if self._connection is None:
                self._connection = connect(self._profile.database, self._profile.database_key, "mode=ro")
            return rows_checked(self._connection, query, *values)
        except driver.DatabaseError:
            self.close()
            return None


def key_columns(table: Table) -> list[str]:
    """The columns by which a row is known in the index of its table."""
    return ["id"] if table is LOG else [column.name for column in table.primary_key.columns]
