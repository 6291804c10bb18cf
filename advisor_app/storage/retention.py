"""When cases were last changed, and until when they are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, ScalarSelect, and_, func, or_, select

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import CaseCommune, Contact, PersonRetention, Retention
from advisor_app.domain.changes import AgendaDaySet, ContactSet, ParticipantSet, PersonRetentionSet
from advisor_app.domain.person_terms import PersonPart
from advisor_app.storage.cases import stream_of
from advisor_app.storage.database import Database
from advisor_app.storage.json_records import from_json
from advisor_app.storage.log import read_instant
from advisor_app.storage.tables import CASE, LOG, PERSON, RECORD

_KIND = "retention"
_IS_WORK = and_(LOG.c.key != _KIND, LOG.c.key.not_like(f"{PersonRetentionSet.kind}\x1f%"))
"""To keep a case or a person longer is no work on the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One case: its communes, its last change, and whether it is kept longer."""

    case_id: str
    communes: tuple[CaseCommune, ...]
    changed_at: datetime
    retention: Retention | None


class StoredPerson(NamedTuple):
    """One person of a case: name and part in it."""

    case_id: str
    id: str
    name: str
    part: PersonPart


class RetentionStore:
    """Reads the terms of all cases, and what their people are in them."""

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

    def people(self) -> list[StoredPerson]:
        """Everybody of whom anything is stored, in all cases."""
        query = select(PERSON).where(or_(PERSON.c.name != "", PERSON.c.phone != "", PERSON.c.email != ""))
        with self._database.read() as connection:
            parts = _parts(connection)
            return [
                StoredPerson(row.case_id, row.id, row.name, parts.get((row.case_id, row.id), PersonPart()))
                for row in connection.execute(query)
            ]

    def changed_at(self, case_id: str) -> datetime | None:
        """When a case was last changed, None for one that is not there."""
        query = select(func.max(LOG.c.at)).where(LOG.c.stream == stream_of(case_id), _IS_WORK)
        with self._database.read() as connection:
            at = connection.execute(query).scalar()
        return None if at is None else read_instant(at)


def _changed() -> ScalarSelect[str]:
    newest = select(func.max(LOG.c.at)).where(LOG.c.stream == stream_of("") + CASE.c.id, _IS_WORK)
    return newest.scalar_subquery().label("changed_at")  # type: ignore[return-value]  # a label selects like its content


def _parts(connection: Connection) -> Mapping[tuple[str, str], PersonPart]:
    """What people are in their cases, by case and person."""
    days = _days(connection)
    found: dict[tuple[str, str], PersonPart] = defaultdict(PersonPart)
    kinds = (ContactSet.kind, ParticipantSet.kind, PersonRetentionSet.kind)
    query = select(RECORD.c.case_id, RECORD.c.kind, RECORD.c.value).where(RECORD.c.kind.in_(kinds))
    for case_id, kind, value in connection.execute(query):
        if kind == ContactSet.kind:
            key = (case_id, from_json(Contact, value).person)
            found[key] = replace(found[key], is_contact=True)
        elif kind == PersonRetentionSet.kind:
            own = from_json(PersonRetention, value)
            found[case_id, own.id] = replace(found[case_id, own.id], until=own.until)
        else:
            item = from_json(Participant, value)
            key = (case_id, item.person)
            there = [days[case_id, presence.day] for presence in item.present if (case_id, presence.day) in days]
            last = max((day for day in (*there, found[key].last_day) if day is not None), default=None)
            found[key] = replace(found[key], takes_part=True, last_day=last)
    return found


def _days(connection: Connection) -> Mapping[tuple[str, str], date]:
    """The dates of workshop days, by case and day; their steps are not read."""
    on = func.json_extract(RECORD.c.value, "$.on")
    query = select(RECORD.c.case_id, RECORD.c.key, on).where(RECORD.c.kind == AgendaDaySet.kind, on.is_not(None))
    return {(case_id, key): date.fromisoformat(day) for case_id, key, day in connection.execute(query)}
