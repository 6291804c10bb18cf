"""Statements that every commit runs, as SQL text: made by SQLAlchemy once, then run by the driver itself.

SQLAlchemy needs several times as long as SQLite to run a statement, even one that it finds compiled in its cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

_DIALECT = sqlite.dialect(paramstyle="named")


@cache
def upsert(table: Table) -> str:
    """Insert a row or change the one with its primary key; parameters bear the names of the columns.

    A row stays in its case: what is set is written to its indexes, too, and each is another page to be encrypted.
    """
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in table.columns}
    statement = sqlite.insert(table).values(values)
    changed = [name for name in values if not table.columns[name].primary_key and name != "case_id"]
    rest = {name: statement.excluded[name] for name in changed}
    return text_of(statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=rest))


@cache
def deletion(table: Table) -> str:
    """Delete the row with a primary key; parameters bear the names of its columns."""
    return text_of(delete(table).where(*(column == bindparam(column.name) for column in table.primary_key.columns)))


@cache
def insertion(table: Table) -> str:
    """Insert a row, which must not be there yet; parameters bear the names of the columns but for a counted key."""
    names = [column.name for column in table.columns if column.name != "seq"]
    return text_of(table.insert().values({name: bindparam(name) for name in names}))


def run_many(connection: Connection, statement: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Run a statement once for each row within the open transaction; raises the driver's errors."""
    driver: Any = connection.connection.driver_connection
    driver.executemany(statement, rows)


def run(connection: Connection, statement: str, values: Mapping[str, object]) -> None:
    """Run a statement within the open transaction; raises the driver's errors, which ``Database`` tells like others."""
    driver: Any = connection.connection.driver_connection
    driver.execute(statement, values)


def text_of(statement: ClauseElement) -> str:
    """A statement as SQL text with named parameters."""
    return str(statement.compile(dialect=_DIALECT))
