"""A break by one key: the clock of the day stands, and the room is told when it goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from advisor_app.domain.agenda import AgendaDay, is_paused, running_steps
from advisor_app.domain.agenda_course import gone_on, paused
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.local_time import LOCAL

BREAK = timedelta(minutes=15)
"""How long a break is unless somebody says otherwise (own assumption)."""
_MARK = timedelta(minutes=5)


def rest_or_go_on(case: Case, now: datetime) -> AgendaDaySet | None:
    """The change that ends the break of a day or begins one; None where no day runs."""
    days = sorted(case.agenda.values(), key=lambda day: day.id)
    resting = next((day for day in days if is_paused(day)), None)
    if resting is not None:
        return _changed(resting, gone_on(resting, now))
    running = next((day for day in days if running_steps(day)), None)
    return None if running is None else _changed(running, paused(running, now, resumes_at(now)))


def resumes_at(now: datetime) -> datetime:
    """When a break that begins now is over: a time that is easily said, on a mark of five minutes."""
    whole = (now + BREAK).astimezone(LOCAL).replace(second=0, microsecond=0)
    over = whole.minute % 5
    return (whole + (_MARK - timedelta(minutes=over) if over else timedelta())).astimezone(now.tzinfo)


def _changed(before: AgendaDay, after: AgendaDay) -> AgendaDaySet:
    return AgendaDaySet(before.id, before, after)
