"""Until when a person's data is kept: the person's own day, else what follows from the case and the part in it.

Own assumption, from the fact base (names twelve months, contacts until the follow-up is done): a contact is kept as
long as the case, whoever only took part as many months after the last day of presence as a case after its last change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.case import Case
from advisor_app.domain.months import add_months


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTerm:
    """A case's own time: its last change, when its time comes, and until when somebody keeps it at least."""

    changed_on: date
    due_on: date
    kept_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPart:
    """What a person is in a case; ``last_day`` is the last workshop day with a date on which the person was there."""

    is_contact: bool = False
    takes_part: bool = False
    last_day: date | None = None
    until: date | None = None


def usual_day(part: PersonPart, term: CaseTerm, months: int) -> date:
    """Until when a person is kept where nobody has said otherwise; without a part in the case no longer than now."""
    if part.is_contact:
        return term.due_on
    if not part.takes_part:
        return term.changed_on
    if part.last_day is None:
        return term.due_on
    day = add_months(part.last_day, months)
    return min(term.due_on, day if term.kept_until is None else max(day, term.kept_until))


def last_day_of(part: PersonPart, term: CaseTerm, months: int) -> date:
    """Until when a person is kept."""
    return part.until or usual_day(part, term, months)


def parts_of(case: Case) -> Mapping[str, PersonPart]:
    """What every person of a case is in it, by the person."""
    contacts = {item.person for item in case.contacts.values()}
    return {name: _part_of(case, name, is_contact=name in contacts) for name in case.people}


def _part_of(case: Case, person: str, *, is_contact: bool) -> PersonPart:
    parts = [item for item in case.participants.values() if item.person == person]
    days = (case.agenda.get(presence.day) for item in parts for presence in item.present)
    own = case.person_retentions.get(person)
    return PersonPart(
        is_contact=is_contact,
        takes_part=bool(parts),
        last_day=max((day.on for day in days if day is not None and day.on is not None), default=None),
        until=None if own is None else own.until,
    )
