"""Cases whose time has come: so many months after their last change, unless somebody keeps them longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from advisor_app.domain.case import Case, CaseCommune, Retention
from advisor_app.domain.changes import RetentionSet
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.months import add_months
from advisor_app.services.clock import Clock, today
from advisor_app.services.session import CaseSession
from advisor_app.storage.retention import RetentionStore

EVERY = timedelta(days=7)
"""How often cases whose time has come are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose time has come: when it was last changed, and since when it could go."""

    case_id: str
    communes: tuple[CaseCommune, ...]
    changed_on: date
    due_on: date


class RetentionTerms:
    """Tells when the time of cases has come; ``months`` is how long they are kept after their last change."""

    def __init__(self, store: RetentionStore, clock: Clock, months: int) -> None:
        self._store = store
        self._clock = clock
        self.months = months

    def due(self) -> list[DueCase]:
        """The cases whose time has come, the longest overdue first; reads all cases' last changes."""
        day = today(self._clock)
        found = []
        for row in self._store.terms():
            changed_on = row.changed_at.astimezone(LOCAL).date()
            due_on = self._due_on(changed_on, row.retention)
            if due_on <= day:
                found.append(DueCase(case_id=row.case_id, communes=row.communes, changed_on=changed_on, due_on=due_on))
        return sorted(found, key=lambda item: (item.due_on, item.case_id))

    def due_on(self, case: Case) -> date:
        """The day on which a case's time comes."""
        changed_at = self._store.changed_at(case.id)
        changed_on = today(self._clock) if changed_at is None else changed_at.astimezone(LOCAL).date()
        return self._due_on(changed_on, case.retention)

    def keep_until(self, session: CaseSession, until: date | None, reason: str = "") -> None:
        """Keep a case at least until a day, or (None) for the usual time; raises AdvisorError where that is refused."""
        after = None if until is None else Retention(until=until, reason=reason.strip())
        session.apply(RetentionSet(session.case.retention, after))

    def is_time_to_name(self, last: str) -> bool:
        """Whether a week has gone by since the day (ISO 8601) on which due cases were last named."""
        try:
            return today(self._clock) - date.fromisoformat(last) >= EVERY
        except ValueError:
            return True

    def _due_on(self, changed_on: date, retention: Retention | None) -> date:
        usual = add_months(changed_on, self.months)
        return usual if retention is None else max(usual, retention.until)
