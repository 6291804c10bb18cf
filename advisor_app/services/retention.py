"""Cases and people whose time has come: so many months after the last change, unless somebody says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from advisor_app.domain.case import Case, CaseCommune, PersonRetention, Retention
from advisor_app.domain.changes import PersonRetentionSet
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.months import add_months
from advisor_app.domain.person_terms import CaseTerm, last_day_of, parts_of, usual_day
from advisor_app.services.clock import Clock, today
from advisor_app.services.session import CaseSession
from advisor_app.storage.retention import RetentionStore, Term

EVERY = timedelta(days=7)
"""How often cases and people whose time has come are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose time has come: when it was last changed, and since when it could go."""

    case_id: str
    communes: tuple[CaseCommune, ...]
    changed_on: date
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePerson:
    """A person (by id) whose time has come, and since when the data could go."""

    case_id: str
    communes: tuple[CaseCommune, ...]
    person: str
    name: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTerm:
    """Until when a person is kept: the ``usual`` day, and the one of the person's ``own``, which then holds."""

    usual: date
    own: date | None
    is_due: bool

    @property
    def until(self) -> date:
        """The day that holds."""
        return self.own or self.usual


class RetentionTerms:
    """Tells when the time of cases and people has come; ``months``: how long after a case's last change."""

    def __init__(self, store: RetentionStore, clock: Clock, months: int) -> None:
        self._store = store
        self._clock = clock
        self.months = months

    def due(self) -> list[DueCase]:
        """The cases whose time has come, the longest overdue first; reads all cases' last changes."""
        day = today(self._clock)
        found = []
        for row in self._store.terms():
            term = self._term(row.changed_at, row.retention)
            if term.due_on <= day:
                found.append(
                    DueCase(case_id=row.case_id, communes=row.communes, changed_on=term.changed_on, due_on=term.due_on)
                )
        return sorted(found, key=lambda item: (item.due_on, item.case_id))

    def due_people(self) -> list[DuePerson]:
        """The people whose time has come, the longest overdue first; reads all cases."""
        day = today(self._clock)
        terms: dict[str, Term] = {row.case_id: row for row in self._store.terms()}
        found = []
        for case_id, person, name, part in self._store.people():
            row = terms.get(case_id)
            if row is not None:
                due_on = last_day_of(part, self._term(row.changed_at, row.retention), self.months)
                if due_on <= day:
                    found.append(
                        DuePerson(case_id=case_id, communes=row.communes, person=person, name=name, due_on=due_on)
                    )
        return sorted(found, key=lambda item: (item.due_on, item.case_id, item.name, item.person))

    def due_on(self, case: Case) -> date:
        """The day on which a case's time comes."""
        return self._term_of(case).due_on

    def people(self, case: Case) -> Mapping[str, PersonTerm]:
        """Until when each person of a case is kept, by the person."""
        term, day = self._term_of(case), today(self._clock)
        return {
            name: PersonTerm(
                usual=usual_day(part, term, self.months),
                own=part.until,
                is_due=last_day_of(part, term, self.months) <= day,
            )
            for name, part in parts_of(case).items()
        }

    def keep_person_until(self, session: CaseSession, person: str, until: date | None) -> None:
        """Keep a person until a day, or (None) for the usual time; raises AdvisorError where that is refused."""
        session.apply(person_kept(session.case, person, until))

    def is_time_to_name(self, last: str) -> bool:
        """Whether a week has gone by since the day (ISO 8601) on which due cases were last named."""
        try:
            return today(self._clock) - date.fromisoformat(last) >= EVERY
        except ValueError:
            return True

    def _term_of(self, case: Case) -> CaseTerm:
        return self._term(self._store.changed_at(case.id) or self._clock.now(), case.retention)

    def _term(self, changed_at: datetime, retention: Retention | None) -> CaseTerm:
        changed_on = changed_at.astimezone(LOCAL).date()
        usual, kept = add_months(changed_on, self.months), None if retention is None else retention.until
        return CaseTerm(changed_on=changed_on, due_on=usual if kept is None else max(usual, kept), kept_until=kept)


def person_kept(case: Case, person: str, until: date | None) -> PersonRetentionSet:
    """The change by which a person is kept until a day, or (None) for the usual time."""
    after = None if until is None else PersonRetention(id=person, until=until)
    return PersonRetentionSet(person, case.person_retentions.get(person), after)
