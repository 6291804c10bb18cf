"""Statements that every commit runs, as SQL text: made by SQLAlchemy once, then handed to the driver as they are.

Even a compiled statement that SQLAlchemy finds in its cache costs more than SQLite needs to run it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Table, bindparam, delete
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement

_DIALECT = sqlite.dialect(paramstyle="named")


@cache
def upsert(table: Table) -> str:
    """Insert a row or change the one with its primary key; parameters bear the names of the columns."""
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in table.columns}
    statement = sqlite.insert(table).values(values)
    rest = {name: statement.excluded[name] for name in values if not table.columns[name].primary_key}
    return text_of(statement.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=rest))


@cache
def deletion(table: Table) -> str:
    """Delete the row with a primary key; parameters bear the names of its columns."""
    return text_of(delete(table).where(*(column == bindparam(column.name) for column in table.primary_key.columns)))


def text_of(statement: ClauseElement) -> str:
    """A statement as SQL text with named parameters."""
    return str(statement.compile(dialect=_DIALECT))
