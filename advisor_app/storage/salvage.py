"""What can still be read of a damaged database, copied row by row into a new one.

SQLCipher notices every changed byte by the page's checksum and then reads nothing more on that connection, so each
failure costs a new one. Rows whose page is damaged are counted; everything else comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import connect
from advisor_app.storage.database_copy import check_pages, check_structure
from advisor_app.storage.profile import Profile
from advisor_app.storage.replacement import (
    ASIDE_NAME,
    begin_replacement,
    free_aside_name,
    give_up_replacement,
    replace_files,
)
from advisor_app.storage.time_stamp import stamp_of
from advisor_app.whole_file import sync_file

_BATCH = 500  # rows read at once as long as all is well
_FURTHEST = 5_000  # row numbers tried one by one after a damaged one before the table counts as ended


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Rows of one table that came back, and row numbers that could not be read."""

    table: str
    found: int
    lost: int


def salvage(profile: Profile, target: Path, progress: Callable[[float], None] = lambda _: None) -> list[Salvaged]:
    """Copy every readable row of the profile's database into a new encrypted file; the damaged one is only read.

    ``progress`` is told shares of 1 and may raise to cancel. Raises AdvisorError(DATABASE_DAMAGED) where not even the
    list of tables can be read; there is no target then.
    """
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    try:
        with closing(connect(target, profile.database_key)) as copy, closing(_Damaged(profile)) as damaged:
            copy.execute("BEGIN")
            tables = damaged.tables()
            for statement in damaged.statements("table"):
                copy.execute(statement)
            report = []
            for number, table in enumerate(tables):
                report.append(_copy(damaged, copy, table))
                progress((number + 1) / len(tables))
            for statement in damaged.statements("index"):
                copy.execute(statement)
            copy.execute(f"PRAGMA user_version = {damaged.version():d}")
            copy.execute("COMMIT")
    except driver.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(profile.database)) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    sync_file(target)
    return report


def salvage_in_place(profile: Profile, progress: Callable[[float], None]) -> tuple[list[Salvaged], Path]:
    """Put what can be read in place of the damaged database, checked; returns also the folder with the damaged one.

    Nobody else may have the folder. Raises AdvisorError: DATABASE_DAMAGED where nothing can be read, RESTORE_FAILED,
    and what ``progress`` raises; everything is then as it was.
    """
    folder, name = profile.folder, profile.database.name
    try:
        new = begin_replacement(folder) / name
        report = salvage(profile, new, lambda share: progress(0.9 * share))
        check_pages(new, profile.database_key)
        check_structure(new, profile.database_key)
        aside = free_aside_name(folder, stamp_of(datetime.now(UTC)))
        replace_files(folder, name, aside, [])
    except OSError as error:
        raise AdvisorError(Problem.RESTORE_FAILED, folder=str(folder)) from error
    except driver.DatabaseError as error:
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(profile.database)) from error
    finally:
        give_up_replacement(folder)
    return report, folder / ASIDE_NAME / aside


class _Damaged:
    """The damaged file, opened anew after every failure."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._connection = self._open()

    def close(self) -> None:
        self._connection.close()

    def version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def tables(self) -> list[str]:
        query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        return [row[0] for row in self._connection.execute(query)]

    def statements(self, kind: str) -> list[str]:
        query = "SELECT sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        return [row[0] for row in self._connection.execute(query, (kind,))]

    def rows(self, query: str, *values: int) -> list[tuple[Any, ...]] | None:
        """The rows of a query, None where one of their pages is damaged."""
        try:
            return list(self._connection.execute(query, values))
        except driver.DatabaseError:
            self._connection.close()
            self._connection = self._open()
            return None

    def _open(self) -> Any:
        return connect(self._profile.database, self._profile.database_key, "mode=ro")


def _copy(damaged: _Damaged, copy: Any, table: str) -> Salvaged:
    found = lost = 0
    for row in _rows(damaged, table):
        if row is None:
            lost += 1
            continue
        marks = ", ".join("?" * len(row))
        copy.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)  # noqa: S608  # the file's own tables
        found += 1
    return Salvaged(table, found, lost)


def _rows(damaged: _Damaged, table: str) -> Iterator[tuple[Any, ...] | None]:
    """Every row of a table in the order of its row numbers, None for each number that cannot be read."""
    many = f'SELECT rowid, * FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}'  # noqa: S608
    last = 0
    while True:
        batch = damaged.rows(many, last)
        if batch is None:
            # Somewhere ahead is a damaged page: one by one, then as many again as can be read.
            singles = list(_one_by_one(damaged, table, last))
            yield from (row for _, row in singles)
            if len(singles) < _BATCH:
                return
            last = singles[-1][0]
        else:
            yield from (tuple(row) for _, *row in batch)
            if len(batch) < _BATCH:
                return
            last = batch[-1][0]


def _one_by_one(damaged: _Damaged, table: str, last: int) -> Iterator[tuple[int, tuple[Any, ...] | None]]:
    """Up to a batch of the next rows with their numbers, each asked for alone.

    Where the table's end is unknown, numbers beyond it look like damaged ones: of those only the first counts.
    """
    one = f'SELECT rowid, * FROM "{table}" WHERE rowid = ?'  # noqa: S608
    end = _end(damaged, table)
    unread: list[int] = []
    given = 0
    for number in range(last + 1, (last + _FURTHEST if end is None else end) + 1):
        rows = damaged.rows(one, number)
        if rows is None:
            unread.append(number)
            continue
        if rows:
            yield from ((missed, None) for missed in unread)
            given += len(unread) + 1
            unread.clear()
            yield number, rows[0][1:]
        if given >= _BATCH:
            return
    yield from ((missed, None) for missed in (unread if end is not None else unread[:1]))


def _end(damaged: _Damaged, table: str) -> int | None:
    """The highest row number, None where it cannot be read."""
    rows = damaged.rows(f'SELECT max(rowid) FROM "{table}"')  # noqa: S608
    return None if rows is None else (rows[0][0] or 0)
