"""How a workshop day goes: steps begin, end, are skipped and moved, and when the rest is to be expected.

Instants are aware UTC; ``zone`` is the local zone in which the day is planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind, current_step, is_over, next_step

MINUTES_MARK = 5
"""Agendas are planned on five-minute marks."""
LONGEST_STEP = 480


class StepState(Enum):
    """How far a step is."""

    OPEN = "open"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When the open steps are to be expected and the day to end; ``delay`` is None on another day than planned."""

    begins: Mapping[str, datetime]
    ends: datetime
    delay: timedelta | None


def state_of(step: AgendaStep) -> StepState:
    """How far a step is; one that was broken off counts as skipped."""
    if step.skipped:
        return StepState.SKIPPED
    if step.started is None:
        return StepState.OPEN
    return StepState.RUNNING if step.ended is None else StepState.DONE


def find_step(day: AgendaDay, step_id: str) -> AgendaStep | None:
    """The step with an id."""
    return next((step for step in day.steps if step.id == step_id), None)


def with_step(day: AgendaDay, step: AgendaStep) -> AgendaDay:
    """The day with another version of one step."""
    return replace(day, steps=tuple(step if other.id == step.id else other for other in day.steps))


def begun(day: AgendaDay, step_id: str, at: datetime) -> AgendaDay:
    """The step runs from now on, one that had ended goes on; what was running ends."""
    return replace(day, steps=tuple(_begun(step, at, chosen=step.id == step_id) for step in day.steps))


def ended(day: AgendaDay, step_id: str, at: datetime) -> AgendaDay:
    """The step has ended."""
    return replace(day, steps=tuple(replace(s, ended=at) if s.id == step_id else s for s in day.steps))


def skipped(day: AgendaDay, step_id: str, at: datetime) -> AgendaDay:
    """The step is left out; a running one is broken off and keeps its times."""
    return replace(day, steps=tuple(_skipped(step, at) if step.id == step_id else step for step in day.steps))


def taken_up(day: AgendaDay, step_id: str) -> AgendaDay:
    """The step is not left out after all."""
    return replace(day, steps=tuple(replace(s, skipped=False) if s.id == step_id else s for s in day.steps))


def moved(day: AgendaDay, step_id: str, place: int) -> AgendaDay:
    """The step stands at another place (from 0); the day as it is where the step has begun already."""
    step = find_step(day, step_id)
    if step is None or step.started is not None:
        return day
    rest = [other for other in day.steps if other.id != step_id]
    rest.insert(min(max(place, 0), len(rest)), step)
    return replace(day, steps=tuple(rest))


def inserted(day: AgendaDay, step: AgendaStep, place: int) -> AgendaDay:
    """The day with one more step at a place (from 0)."""
    return replace(day, steps=(*day.steps[:place], step, *day.steps[place:]))


def without(day: AgendaDay, step_id: str) -> AgendaDay:
    """The day without a step."""
    return replace(day, steps=tuple(step for step in day.steps if step.id != step_id))


def day_at_hand(days: Iterable[AgendaDay], today: date) -> AgendaDay | None:
    """The day that runs, else today's, else the next one to come, else one without a date, else the last."""
    ordered = sorted(days, key=lambda day: (day.module, day.number, day.id))
    left = [day for day in ordered if not is_over(day)]
    ahead = [day for day in left if day.on is not None and day.on > today]
    candidates = (
        next((day for day in ordered if current_step(day) is not None), None),
        next((day for day in left if day.on == today), None),
        min(ahead, key=lambda day: day.on or today, default=None),
        next((day for day in left if day.on is None), None),
        next(reversed(left or ordered), None),
    )
    return next((day for day in candidates if day is not None), None)


def step_at_hand(day: AgendaDay) -> AgendaStep | None:
    """The step that runs, else the one that comes next, else the first that is open, else the last."""
    still_open = (step for step in day.steps if state_of(step) is StepState.OPEN)
    last = day.steps[-1] if day.steps else None
    return current_step(day) or next_step(day) or next(still_open, last)


def deadline(day: AgendaDay, step: AgendaStep, zone: tzinfo) -> datetime | None:
    """When a step that has begun should end, None before it has.

    As planned for the day, but never sooner than its least time allows and never later than its full time.
    """
    if step.started is None:
        return None
    full = step.started + timedelta(minutes=step.minutes)
    planned = _planned_end(day, step, zone)
    if planned is None or step.started.astimezone(zone).date() != day.on:
        return full
    least = step.started + timedelta(minutes=min(step.minimum_minutes, step.minutes))
    return min(max(planned, least), full)


def forecast(day: AgendaDay, now: datetime, zone: tzinfo) -> Forecast | None:
    """What to expect of the rest of the day; None where it neither runs nor is planned for today, or is over.

    Each open step after the one that runs takes its full time; lunch is never earlier than planned.
    """
    running = current_step(day)
    is_today = day.on == now.astimezone(zone).date()
    if is_over(day) or not day.steps or (running is None and not is_today):
        return None
    moment = max(now, _planned_begin(day, day.steps[0], zone) or now) if running is None else now
    if running is not None:
        moment = max(now, deadline(day, running, zone) or now)
    begins: dict[str, datetime] = {}
    for step in _ahead(day):
        planned = _planned_begin(day, step, zone) if is_today else None
        if step.kind is StepKind.LUNCH and planned is not None:
            moment = max(moment, planned)
        begins[step.id] = moment
        moment += timedelta(minutes=step.minutes)
    planned_end = _planned_end(day, day.steps[-1], zone) if is_today else None
    return Forecast(begins=begins, ends=moment, delay=None if planned_end is None else moment - planned_end)


def _begun(step: AgendaStep, at: datetime, *, chosen: bool) -> AgendaStep:
    if chosen:
        return replace(step, started=step.started or at, ended=None, skipped=False)
    return replace(step, ended=at) if state_of(step) is StepState.RUNNING else step


def _skipped(step: AgendaStep, at: datetime) -> AgendaStep:
    return replace(step, skipped=True, ended=at if state_of(step) is StepState.RUNNING else step.ended)


def _ahead(day: AgendaDay) -> list[AgendaStep]:
    """Open steps after the last one that has begun."""
    last = max((place for place, step in enumerate(day.steps) if step.started is not None), default=-1)
    return [step for step in day.steps[last + 1 :] if state_of(step) is StepState.OPEN]


def _planned_begin(day: AgendaDay, step: AgendaStep, zone: tzinfo) -> datetime | None:
    if day.on is None:
        return None
    place = day.steps.index(step)
    minutes = sum(other.minutes for other in day.steps[:place])
    return (datetime.combine(day.on, day.start) + timedelta(minutes=minutes)).replace(tzinfo=zone)


def _planned_end(day: AgendaDay, step: AgendaStep, zone: tzinfo) -> datetime | None:
    begins = _planned_begin(day, step, zone)
    return None if begins is None else begins + timedelta(minutes=step.minutes)
