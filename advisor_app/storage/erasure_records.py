"""The records of what was erased: that it was, when and by whom, never what it held."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from advisor_app.storage.database import Database
from advisor_app.storage.tables import ERASURE

_RESTS = "rests"
"""Among the counts while the rests are still to be removed from the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRecord:
    """That something was erased: ``what`` kind of thing, the id that it had, and how many of what; never its content.

    ``finished`` is False until the file was written anew without it.
    """

    id: str
    at: datetime
    author: str
    device: str
    what: str
    subject: str
    reason: str
    counts: Mapping[str, int]
    finished: bool = True


class ErasureRecords:
    """The records in one database, and the finishing of what they say is not finished."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[ErasureRecord]:
        """Everything that was erased, newest first."""
        with self._database.read() as connection:
            rows = connection.execute(select(ERASURE).order_by(ERASURE.c.at.desc(), ERASURE.c.id.desc()))
            return [_record_of(row) for row in rows]

    def keep(self, record: ErasureRecord) -> ErasureRecord:
        """Keep the record of something that was erased elsewhere."""
        with self._database.write() as connection:
            return keep_record(connection, record, rests=False)

    def has_rests(self) -> bool:
        """Whether something that was erased may still be left in the file."""
        return any(not record.finished for record in self.all())

    def finish(self) -> None:
        """Write the file anew where something may be left in it."""
        open_records = [record for record in self.all() if not record.finished]
        if not open_records:
            return
        self._database.compact()
        with self._database.write() as connection:
            for record in open_records:
                counts = json.dumps(dict(record.counts))
                connection.execute(update(ERASURE).where(ERASURE.c.id == record.id).values(counts=counts))


def keep_record(connection: Connection, record: ErasureRecord, *, rests: bool = True) -> ErasureRecord:
    """Keep a record in the transaction that erases; with ``rests`` until ``finish`` has been there."""
    counts = {**record.counts, **({_RESTS: 1} if rests else {})}
    connection.execute(
        insert(ERASURE).values(
            id=record.id,
            at=record.at.isoformat(timespec="seconds"),
            author=record.author,
            device=record.device,
            what=record.what,
            subject=record.subject,
            reason=record.reason,
            counts=json.dumps(counts),
        )
    )
    return replace(record, finished=not rests)


def _record_of(row: Any) -> ErasureRecord:
    counts = json.loads(row.counts)
    return ErasureRecord(
        id=row.id,
        at=datetime.fromisoformat(row.at),
        author=row.author,
        device=row.device,
        what=row.what,
        subject=row.subject,
        reason=row.reason,
        counts={name: count for name, count in counts.items() if name != _RESTS},
        finished=_RESTS not in counts,
    )
