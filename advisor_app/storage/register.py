"""Entries of the commune register that differ from the shipped one: own, edited or imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from advisor_app.domain.commune import Commune
from advisor_app.domain.history import LoggedBatch
from advisor_app.storage import log
from advisor_app.storage.database import Database
from advisor_app.storage.json_records import from_json, to_json
from advisor_app.storage.tables import COMMUNE

STREAM = "register"

_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class CommuneSet:
    """An entry of the register before and after; None where the shipped one holds or there is none."""

    id: str
    before: Commune | None
    after: Commune | None


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """What a batch of the log did to which entries, its rows by log key, and why."""

    changes: tuple[CommuneSet, ...]
    rows: Mapping[str, str]
    why: str


class RegisterStore:
    """Reads and writes the register's differing entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self) -> list[Commune]:
        """All entries that differ from the shipped register."""
        with self._database.read() as connection:
            rows = connection.execute(select(COMMUNE.c.value).order_by(COMMUNE.c.id)).scalars()
            return [from_json(Commune, value) for value in rows]

    def commit(self, changes: Sequence[CommuneSet], entry: log.Entry) -> None:
        """Write entries and their log rows in one transaction."""
        with self._database.write() as connection:
            # Keys may be handed from one entry to another in one import: free them all first.
            for change in changes:
                connection.execute(delete(COMMUNE).where(COMMUNE.c.id == change.id))
            for change in changes:
                before = None if change.before is None else to_json(change.before)
                after = None if change.after is None else to_json(change.after)
                if change.after is not None:
                    row = {"id": change.id, "key": change.after.key, "value": after}
                    connection.execute(insert(COMMUNE).values(row))
                log.append(connection, STREAM, f"commune{_SEPARATOR}{change.id}", entry, before, after)

    def step(self, batch: str) -> LoggedStep:
        """What one batch did; empty for an unknown one."""
        with self._database.read() as connection:
            rows = log.changes_of_batch(connection, STREAM, batch)
        changes = tuple(
            CommuneSet(row.key.partition(_SEPARATOR)[2], _read(row.before), _read(row.after)) for row in rows
        )
        return LoggedStep(changes, {row.key: row.id for row in rows}, rows[0].why if rows else "")

    def batches(self) -> list[LoggedBatch]:
        """The batches of the register's log."""
        with self._database.read() as connection:
            return log.batches(connection, STREAM)


def _read(value: str | None) -> Commune | None:
    return None if value is None else from_json(Commune, value)
