"""Many cases opened at once, and taken back again while nobody has worked on them: one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select

from advisor_app.domain.case import Person
from advisor_app.domain.case_records import records_of
from advisor_app.domain.changes import Change, HeadSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.reduction import inverse
from advisor_app.storage import log
from advisor_app.storage.cases import load_case, stream_of, write_change
from advisor_app.storage.database import Database
from advisor_app.storage.statements import run, upsert
from advisor_app.storage.tables import LOG, PERSON

Report = Callable[[float], None]

_CASES_BETWEEN_REPORTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCase:
    """A case to be opened: its first changes, the head before all others, and the people it names."""

    case_id: str
    changes: tuple[Change, ...]
    people: tuple[Person, ...] = ()


class CaseOpening:
    """Writes many new cases of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, cases: Sequence[OpenedCase], entry: log.Entry, report: Report) -> None:
        """Write all of them or none; ``report`` may raise to stop."""
        with self._database.write() as connection:
            for number, case in enumerate(cases):
                if number % _CASES_BETWEEN_REPORTS == 0:
                    report(number / len(cases))
                for change in case.changes:
                    write_change(connection, case.case_id, change, entry)
                for person in case.people:
                    values = {"name": person.name, "phone": person.phone, "email": person.email}
                    run(connection, upsert(PERSON), {"id": person.id, "case_id": case.case_id, **values})

    def take_back(self, case_ids: Sequence[str], batch: str, entry: log.Entry, report: Report) -> None:
        """Remove cases that were opened by this batch, with the people they name.

        Raises AdvisorError(CASES_WORKED_ON) where somebody has gone on with one of them; all of them stay then.
        """
        with self._database.write() as connection:
            for number, case_id in enumerate(case_ids):
                if number % _CASES_BETWEEN_REPORTS == 0:
                    report(number / len(case_ids))
                batches = select(LOG.c.batch).where(LOG.c.stream == stream_of(case_id)).distinct()
                if set(connection.execute(batches).scalars()) != {batch}:
                    raise AdvisorError(Problem.CASES_WORKED_ON)
                case = load_case(connection, case_id)
                head = HeadSet(None, case.head)
                connection.execute(delete(PERSON).where(PERSON.c.case_id == case_id))
                for change in (*(item for item in records_of(case) if not isinstance(item, HeadSet)), head):
                    write_change(connection, case_id, inverse(change), entry)
