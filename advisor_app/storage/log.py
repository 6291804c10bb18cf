"""The append-only log of changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select
from uuid_utils import uuid7

from advisor_app.domain.history import LoggedBatch
from advisor_app.storage.statements import run, text_of
from advisor_app.storage.tables import LOG

_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 12, 31, tzinfo=UTC)

OPENING_KEY = "head"
"""The log key of a case's head, whose first row opens the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Who changes something, when, where and why.

    ``undoes`` maps a record's log key to the row that is taken back, ``merges`` to the row of another device whose
    value is taken over or overruled, ``ids`` to the id of its row where that was said before it is written.
    """

    batch: str
    author: str
    device: str
    at: datetime
    why: str = ""
    undoes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    merges: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedChange:
    """One row of the log; ``before`` and ``after`` are JSON."""

    id: str
    batch: str
    key: str
    undoes: str | None
    author: str
    at: datetime
    why: str
    before: str | None
    after: str | None


@cache
def _appending() -> str:
    """Insert a row whose parent is the last one of its record."""
    last = select(func.max(LOG.c.seq)).where(LOG.c.stream == bindparam("stream"), LOG.c.key == bindparam("key"))
    parent = select(LOG.c.id).where(LOG.c.seq == last.scalar_subquery()).scalar_subquery()
    given = ("id", "batch", "stream", "key", "undoes", "author", "device", "at", "why", "before", "after", "merges")
    return text_of(insert(LOG).values(parent=parent, **{name: bindparam(name) for name in given}))


def append(connection: Connection, stream: str, key: str, entry: Entry, before: str | None, after: str | None) -> str:
    """Append one row and return its id; its parent is the last row of the same stream and key."""
    row = entry.ids.get(key) or str(uuid7())
    run(
        connection,
        _appending(),
        {
            "id": row,
            "batch": entry.batch,
            "stream": stream,
            "key": key,
            "undoes": entry.undoes.get(key),
            "author": entry.author,
            "device": entry.device,
            "at": instant(entry.at),
            "why": entry.why,
            "before": before,
            "after": after,
            "merges": entry.merges.get(key),
        },
    )
    return row


def newest(connection: Connection, stream: str) -> str | None:
    """The id of the row that was appended last to a stream."""
    query = select(LOG.c.id).where(LOG.c.stream == stream).order_by(LOG.c.seq.desc()).limit(1)
    return connection.execute(query).scalar()


def withdraw(connection: Connection, rows: Collection[str]) -> None:
    """Take out the newest rows of a stream, of which nobody was ever told; no other row of the log is removed."""
    connection.execute(delete(LOG).where(LOG.c.id.in_(rows)))


def instant(at: datetime) -> str:
    """An instant as the log keeps it."""
    return at.isoformat(timespec="milliseconds")


def read_instant(text: str) -> datetime:
    """The instant that a row tells, in UTC; one that no clock can show becomes the first or the last that it can.

    Such a row comes from a file that an earlier version took in unchecked; the history must be readable all the same.
    """
    at = datetime.fromisoformat(text)
    return min(max(at.replace(tzinfo=at.tzinfo or UTC), _FIRST), _LAST)


def batches(connection: Connection, stream: str) -> list[LoggedBatch]:
    """The batches of a stream in their order, each with the batch it takes back.

    Rows that came with a case file are history and no step of this device.
    """
    undone = LOG.alias("undone")
    opens = and_(LOG.c.key == OPENING_KEY, LOG.c.before.is_(None))
    rows = connection.execute(
        select(LOG.c.batch, func.max(undone.c.batch).label("undoes"), func.max(opens).label("opens"))
        .select_from(LOG.outerjoin(undone, LOG.c.undoes == undone.c.id))
        .where(LOG.c.stream == stream, LOG.c.adopted.is_(None))
        .group_by(LOG.c.batch)
        .order_by(func.max(LOG.c.seq))
    )
    return [LoggedBatch(id=row.batch, undoes=row.undoes, opens=bool(row.opens)) for row in rows]


def changes_of_batch(connection: Connection, stream: str, batch: str) -> list[LoggedChange]:
    """The rows of one batch in their order."""
    query = select(LOG).where(LOG.c.batch == batch, LOG.c.stream == stream).order_by(LOG.c.seq)
    return [_logged(row) for row in connection.execute(query)]


def _logged(row: Any) -> LoggedChange:
    return LoggedChange(
        id=row.id,
        batch=row.batch,
        key=row.key,
        undoes=row.undoes,
        author=row.author,
        at=read_instant(row.at),
        why=row.why,
        before=row.before,
        after=row.after,
    )
