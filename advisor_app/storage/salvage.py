"""What is left of a damaged database, brought into a new one: by every way that still leads to it.

First the tables as SQLite walks them. Where that ends at a damaged page, the pages one by one, and the indexes say
which rows were there. What is still missing the log tells, and where lines of the log are missing, the rows do. Only
data of people, definitions and records of erasures stand in one place alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Table
from sqlcipher3 import dbapi2 as driver
from sqlmodel import SQLModel
from uuid_utils import uuid7

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.agreement import agree
from advisor_app.storage.connection import connect
from advisor_app.storage.damaged_file import DamagedFile, key_columns
from advisor_app.storage.database import Database
from advisor_app.storage.database_copy import check_pages, check_structure
from advisor_app.storage.log import Entry
from advisor_app.storage.loose_pages import LoosePages
from advisor_app.storage.migrations import CURRENT_VERSION, STEPS
from advisor_app.storage.profile import Profile
from advisor_app.storage.replacement import (
    ASIDE_NAME,
    begin_replacement,
    free_aside_name,
    give_up_replacement,
    replace_files,
)
from advisor_app.storage.tables import LOG
from advisor_app.storage.time_stamp import stamp_of
from advisor_app.whole_file import sync_file

Report = Callable[[float], None]

_AUTHOR = "Beraterkoffer"
_TABLES: Mapping[str, Table] = {table.name: table for table in SQLModel.metadata.sorted_tables}
_TOLD_BY_LOG = frozenset(_TABLES) - {LOG.name, "person", "definition", "erasure"}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Rows of one table that are there again, and of these the ones that the log gave back.

    ``total`` is how many there were, None where nothing says it.
    """

    table: str
    found: int
    rebuilt: int
    total: int | None

    @property
    def lost(self) -> int | None:
        """Rows that are gone, None where nobody knows."""
        return None if self.total is None else self.total - self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class SalvageOrder:
    """What a salvage is told besides the profile.

    ``expected`` are rows by table that there were at least, as the newest backup's manifest says. ``why`` is written
    beside lines that are added to the log. ``progress`` is told shares of 1 and may raise to cancel.
    """

    expected: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    why: str = ""
    progress: Report = lambda _: None


@dataclass(slots=True)
class _Count:
    """One table while it is brought over; ``total`` is None as long as nothing says it."""

    found: int
    total: int | None

    @property
    def is_whole(self) -> bool:
        return self.found == self.total


def salvage(profile: Profile, target: Path, order: SalvageOrder) -> list[Salvaged]:
    """Bring everything of the profile's database that is left into a new encrypted file; the damaged one is only read.

    Raises AdvisorError: DATABASE_DAMAGED where nothing is left, DATABASE_NEWER; there is no target then.
    """
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    try:
        with closing(connect(target, profile.database_key)) as copy:
            counts = _bring(profile, copy, target.with_name(f"{target.name}.pages"), order.progress)
        rebuilt: Mapping[str, int] = {}
        if not all(count.is_whole for count in counts.values()):
            rebuilt = _agree(target, profile.database_key, counts, order)
        report = _report(target, profile.database_key, counts, rebuilt, order.expected)
    except driver.DatabaseError as error:
        target.unlink(missing_ok=True)
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(profile.database)) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    sync_file(target)
    return report


def salvage_in_place(profile: Profile, order: SalvageOrder) -> tuple[list[Salvaged], Path]:
    """Put what is left in place of the damaged database, checked; returns also the folder with the damaged one.

    Nobody else may have the folder. Raises AdvisorError: DATABASE_DAMAGED where nothing is left, DATABASE_NEWER,
    RESTORE_FAILED, and what ``order.progress`` raises; everything is then as it was.
    """
    folder, name = profile.folder, profile.database.name
    try:
        new = begin_replacement(folder) / name
        report = salvage(profile, new, replace(order, progress=lambda share: order.progress(0.9 * share)))
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


def _bring(profile: Profile, copy: Any, scratch: Path, progress: Report) -> dict[str, _Count]:
    """Bring over what can be read, first along the tables, then from single pages."""
    copy.execute("BEGIN")
    for step in STEPS:
        for statement in step:
            copy.execute(statement)
    copy.execute(f"PRAGMA user_version = {CURRENT_VERSION:d}")
    with closing(DamagedFile(profile)) as damaged:
        listed = damaged.tables
        counts, cut = {}, []
        for number, table in enumerate(_TABLES.values()):
            is_there = listed is not None and table.name in listed
            found, is_whole = _walk(damaged, copy, table) if is_there else (0, listed is not None)
            counts[table.name] = _Count(found, found if is_whole else None)
            if not is_whole:
                cut.append(table)
            progress(0.5 * (number + 1) / len(_TABLES))
        entries = {table.name: damaged.entries(table) for table in cut}
    if cut:
        with closing(LoosePages(profile.database, profile.database_key, scratch)) as pages:
            _pick(pages, copy, entries, counts)
            # Where a single page is damaged and it held the list of tables, every row is in another one.
            if listed is None and len(pages.damaged) == 1:
                for name in entries:
                    counts[name].total = counts[name].found
    if listed is None and not any(count.found for count in counts.values()):
        raise driver.DatabaseError("nothing is left")
    progress(0.7)
    copy.execute("COMMIT")
    return counts


def _walk(damaged: DamagedFile, copy: Any, table: Table) -> tuple[int, bool]:
    """Copy the rows of a table until its end, or until a page is damaged; how many, and whether to the end."""
    found = 0
    for row in damaged.rows(table):
        if row is None:
            return found, False
        _insert(copy, table, row)
        found += 1
    return found, True


def _pick(
    pages: LoosePages, copy: Any, entries: Mapping[str, Mapping[tuple[Any, ...], int] | None], counts: dict[str, _Count]
) -> None:
    """Take rows of these tables from single pages; an index keeps out those that were deleted before."""
    for name, index in entries.items():
        counts[name].total = None if index is None else len(index)
    for row in pages.rows():
        if row.table in entries:
            table, index = _TABLES[row.table], entries[row.table]
            key = tuple(row.values[number] for number in _key_numbers(table))
            if index is None or index.get(key) == row.number:
                counts[row.table].found += _insert(copy, table, row.values)


def _key_numbers(table: Table) -> list[int]:
    names = [column.name for column in table.columns]
    return [names.index(name) for name in key_columns(table)]


def _insert(copy: Any, table: Table, row: Iterable[Any]) -> int:
    """Insert a row unless it is there; columns that came with a later version are empty. Returns how many were."""
    width = len(table.columns)
    values = [*row, *[None] * width][:width]
    marks = ", ".join("?" * width)
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    cursor = copy.execute(f'INSERT OR IGNORE INTO "{table.name}" ({names}) VALUES ({marks})', values)  # noqa: S608 — names out of our own tables
    return int(cursor.rowcount)


def _agree(target: Path, key: str, counts: Mapping[str, _Count], order: SalvageOrder) -> Mapping[str, int]:
    whole = {name for name, count in counts.items() if count.is_whole}
    entry = Entry(batch=str(uuid7()), author=_AUTHOR, device="", at=datetime.now(UTC), why=order.why)
    with closing(Database(target, key)) as database, database.write() as connection:
        return agree(connection, whole, entry, lambda share: order.progress(0.7 + 0.2 * share))


def _report(
    target: Path, key: str, counts: Mapping[str, _Count], rebuilt: Mapping[str, int], expected: Mapping[str, int]
) -> list[Salvaged]:
    """What became of each table. The log, where it is whole, knows how many there were of what it tells."""
    report = []
    with closing(connect(target, key)) as connection:
        for name, count in counts.items():
            (found,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608  # own tables
            there = count.total
            if there is None and name in _TOLD_BY_LOG and counts[LOG.name].is_whole:
                there = found
            if name == LOG.name:
                found = count.found  # without the lines that were added
            if there is None and name in expected:
                there = max(found, expected[name])
            report.append(Salvaged(name, found, rebuilt.get(name, 0), there))
    return sorted(report, key=lambda table: table.table)
