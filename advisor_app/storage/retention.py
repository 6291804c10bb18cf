"""When cases were last changed, and until when they are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, func, select

from advisor_app.domain.case import CaseCommune, Retention
from advisor_app.storage.cases import stream_of
from advisor_app.storage.database import Database
from advisor_app.storage.json_records import from_json
from advisor_app.storage.log import LOG, read_instant
from advisor_app.storage.records import CASE, RECORD

_KIND = "retention"  # to keep a case longer is no work on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One case: its communes, its last change, and whether it is kept longer."""

    case_id: str
    communes: tuple[CaseCommune, ...]
    changed_at: datetime
    retention: Retention | None


class RetentionStore:
    """Reads the terms of all cases with one statement."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def terms(self) -> list[Term]:
        """The terms of all cases."""
        kept = select(RECORD.c.value).where(RECORD.c.case_id == CASE.c.id, RECORD.c.kind == _KIND).scalar_subquery()
        query = select(CASE.c.id, CASE.c.communes, _changed(), kept.label("kept"))
        with self._database.read() as connection:
            return [
                Term(
                    case_id=row.id,
                    communes=from_json(tuple[CaseCommune, ...], row.communes),
                    changed_at=read_instant(row.changed_at),
                    retention=None if row.kept is None else from_json(Retention, row.kept),
                )
                for row in connection.execute(query)
                if row.changed_at is not None
            ]

    def changed_at(self, case_id: str) -> datetime | None:
        """When a case was last changed, None for one that is not there."""
        query = select(func.max(LOG.c.at)).where(LOG.c.stream == stream_of(case_id), LOG.c.key != _KIND)
        with self._database.read() as connection:
            at = connection.execute(query).scalar()
        return None if at is None else read_instant(at)


def _changed() -> ScalarSelect[str]:
    newest = select(func.max(LOG.c.at)).where(LOG.c.stream == stream_of("") + CASE.c.id, LOG.c.key != _KIND)
    return newest.scalar_subquery().label("changed_at")  # type: ignore[return-value]  # a label selects like its content
