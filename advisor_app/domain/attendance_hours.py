"""How long a workshop day was, by halves: what certificates print.

The fact base asks for hours and says no more, so these rules are our own assumption. Work counts, breaks and lunch do
not. Lunch parts the day; without one, what begins before 13:00 is the morning. Parallel groups count once. Once a day
is over its actual times count, without the time in which its clock stood; else the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from advisor_app.domain.agenda import AgendaDay, AgendaStep, Pause, StepKind, is_over
from advisor_app.domain.agenda_schedule import schedule
from advisor_app.domain.attendance import HalfDay, Participant
from advisor_app.domain.local_time import LOCAL

NOON = time(13, 0)
"""What begins before belongs to the morning of a day without lunch (own assumption)."""

_Span = tuple[float, float]


def is_recorded(day: AgendaDay) -> bool:
    """Whether a day is over and its times were taken, so that these count."""
    return is_over(day) and any(_ran(step) for step in day.steps)


def minutes_by_half(day: AgendaDay) -> Mapping[HalfDay, int]:
    """Minutes of work in each half of a day that has any, as they were or else are planned."""
    spans: dict[HalfDay, list[_Span]] = {}
    for step, begins, found in _recorded(day) if is_recorded(day) else _planned(day):
        if step.kind is StepKind.WORK and found:
            spans.setdefault(_half(day, step, begins), []).extend(found)
    minutes = {half: round(_covered(spans[half])) for half in HalfDay if half in spans}
    return {half: count for half, count in minutes.items() if count}


def minutes_of(participant: Participant, days: Iterable[AgendaDay]) -> int:
    """Minutes of work for which somebody was there."""
    total = 0
    for day in days:
        halves = minutes_by_half(day)
        there = {spot.half for spot in participant.present if spot.day == day.id}
        total += sum(count for half, count in halves.items() if half in there)
    return total


def half_of_steps(day: AgendaDay) -> Mapping[str, HalfDay]:
    """In which half of its day each step lies, by its id."""
    found = _recorded(day) if is_recorded(day) else _planned(day)
    return {step.id: _half(day, step, begins) for step, begins, _spans in found}


def _recorded(day: AgendaDay) -> Iterable[tuple[AgendaStep, float, list[_Span]]]:
    for step in day.steps:
        if step.started is not None and step.ended is not None:
            begins = _minute(step.started)
            ends = begins + (step.ended - step.started).total_seconds() / 60
            pauses = [_pause(pause, step.started, step.ended) for pause in (*day.pauses, *step.pauses)]
            yield step, begins, _without((begins, ends), [span for span in pauses if span is not None])


def _planned(day: AgendaDay) -> Iterable[tuple[AgendaStep, float, list[_Span]]]:
    for item in schedule(day):
        begins = item.begins.hour * 60 + item.begins.minute
        ends = begins + (item.ends - item.begins).total_seconds() / 60
        yield item.step, begins, [] if item.step.skipped else [(begins, ends)]


def _half(day: AgendaDay, step: AgendaStep, begins: float) -> HalfDay:
    lunches = [place for place, item in enumerate(day.steps) if item.kind is StepKind.LUNCH and not item.skipped]
    if lunches:
        return HalfDay.MORNING if day.steps.index(step) < lunches[0] else HalfDay.AFTERNOON
    return HalfDay.MORNING if begins < NOON.hour * 60 + NOON.minute else HalfDay.AFTERNOON


def _ran(step: AgendaStep) -> bool:
    return step.started is not None and step.ended is not None


def _minute(at: datetime) -> float:
    """The minute of the local day."""
    local = at.astimezone(LOCAL)
    return local.hour * 60 + local.minute + local.second / 60


def _pause(pause: Pause, start: datetime, end: datetime) -> _Span | None:
    """The part of a pause that lies within a step."""
    begins, ends = max(pause.started, start), min(pause.ended or end, end)
    if ends <= begins:
        return None
    first = _minute(start) + (begins - start).total_seconds() / 60
    return first, first + (ends - begins).total_seconds() / 60


def _without(span: _Span, taken: Iterable[_Span]) -> list[_Span]:
    """What is left of a span once others are taken out."""
    left = [span]
    for begins, ends in taken:
        left = [
            part
            for first, last in left
            for part in ((first, min(last, begins)), (max(first, ends), last))
            if part[1] > part[0]
        ]
    return left


def _covered(spans: Iterable[_Span]) -> float:
    """How many minutes several spans cover together."""
    total, reached = 0.0, float("-inf")
    for begins, ends in sorted(spans):
        total += max(0.0, ends - max(begins, reached))
        reached = max(reached, ends)
    return total
