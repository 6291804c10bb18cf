"""A break by one key: the clock of the day stands, and the room is told when it goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from advisor_app.domain.agenda import AgendaDay, StepKind, is_paused, running_steps
from advisor_app.domain.agenda_clock import clock_of
from advisor_app.domain.agenda_course import gone_on, paused
from advisor_app.domain.case import Case
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.local_time import LOCAL

BREAK = timedelta(minutes=15)
"""How long a break is unless somebody says otherwise (own assumption)."""
_MARK = timedelta(minutes=5)


def rest_or_go_on(case: Case, now: datetime) -> AgendaDaySet | None:
    """The change that ends the break of a day or begins one; None where no day runs, or a break of the agenda does.

    The clock of a planned break goes on: were it to stand, the break would be counted twice.
    """
    days = sorted(case.agenda.values(), key=lambda day: day.id)
    resting = next((day for day in days if is_paused(day)), None)
    if resting is not None:
        return _changed(resting, gone_on(resting, now))
    running = next((day for day in days if running_steps(day)), None)
    if running is None or planned_break(case, now) is not None:
        return None
    return _changed(running, paused(running, now, resumes_at(now)))


def planned_break(case: Case, now: datetime) -> tuple[str, datetime | None] | None:
    """The break or lunch of the agenda that runs, and when it is over; no time once that is past."""
    for day in sorted(case.agenda.values(), key=lambda day: day.id):
        running = running_steps(day)
        if not running:
            continue
        clock = clock_of(day, running[0], now)
        if clock is None or any(step.kind is StepKind.WORK for step in running):
            return None
        return running[0].id, _on_mark(clock.ends) if clock.left > timedelta() else None
    return None


def resumes_at(now: datetime) -> datetime:
    """When a break that begins now is over."""
    return _on_mark(now + BREAK)


def _on_mark(instant: datetime) -> datetime:
    """A time that is easily said, on a mark of five minutes."""
    whole = instant.astimezone(LOCAL).replace(second=0, microsecond=0)
    over = whole.minute % 5
    return (whole + (_MARK - timedelta(minutes=over) if over else timedelta())).astimezone(instant.tzinfo)


def _changed(before: AgendaDay, after: AgendaDay) -> AgendaDaySet:
    return AgendaDaySet(before.id, before, after)
