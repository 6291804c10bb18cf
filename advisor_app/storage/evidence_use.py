"""Which evidence files the rows of the database name: the records as they are, and the log that undo goes back to.

Photos, attached files, and documents as they were handed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from advisor_app.storage.cases import stream_of
from advisor_app.storage.database import Database
from advisor_app.storage.records import FILED_KINDS
from advisor_app.storage.tables import LOG, RECORD


class EvidenceUse:
    """Reads which files are needed; a file that a row names is never removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unneeded(self, digests: Iterable[str]) -> set[str]:
        """Those of the files that no record and no row of the log of any case names."""
        with self._database.read() as connection:
            return set(digests) - _named(connection, None)

    def of_case(self, case_id: str) -> set[str]:
        """The files that a case names, also those that only its history does."""
        with self._database.read() as connection:
            return _named(connection, case_id)


def _named(connection: Connection, case_id: str | None) -> set[str]:
    records = select(RECORD.c.value).where(RECORD.c.kind.in_(FILED_KINDS))
    rows = select(LOG.c.before, LOG.c.after).where(or_(*(LOG.c.key.startswith(f"{kind}\x1f") for kind in FILED_KINDS)))
    if case_id is not None:
        records, rows = records.where(RECORD.c.case_id == case_id), rows.where(LOG.c.stream == stream_of(case_id))
    values = [*connection.execute(records).scalars()]
    values += [value for row in connection.execute(rows) for value in row if value is not None]
    return {digest for value in values if (digest := json.loads(value).get("digest"))}
