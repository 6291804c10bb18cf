"""What a workshop day under way comes to: time used and left in a step, when the rest begins, when the day ends.

Instants are aware UTC. Pauses and standstills do not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    Pause,
    StepKind,
    StepState,
    current_step,
    is_over,
    is_paused,
    running_steps,
    state_of,
)
from advisor_app.domain.agenda_course import next_step
from advisor_app.domain.agenda_schedule import (
    Finding,
    FindingKind,
    Layout,
    agreed_end,
    begin_of,
    block_of,
    full_minutes,
    lay_out,
    planned_end,
    start_of,
)
from advisor_app.domain.local_time import LOCAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """When the steps ahead are to be expected and the day to end; what does not fit then.

    ``delay`` compares with the agreed end, else with the end that was planned; None on another day than planned.
    """

    begins: Mapping[str, datetime]
    ends: datetime
    delay: timedelta | None
    findings: tuple[Finding, ...] = ()


def standstill(day: AgendaDay, step: AgendaStep, now: datetime) -> timedelta:
    """How long a step has stood still since it began, by pauses of the day or because others ran."""
    if step.started is None:
        return timedelta()
    until = step.ended or max(now, step.started)
    spans = sorted(_within((*day.pauses, *step.pauses), step.started, until))
    total, counted = timedelta(), step.started
    for start, end in spans:
        total += max(end - max(start, counted), timedelta())
        counted = max(counted, end)
    return total


def spent(day: AgendaDay, step: AgendaStep, now: datetime) -> timedelta:
    """How long a step has run until now, or ran; nothing before it has begun."""
    if step.started is None:
        return timedelta()
    return (step.ended or max(now, step.started)) - step.started - standstill(day, step, now)


def remaining(day: AgendaDay, step: AgendaStep, now: datetime) -> timedelta:
    """The time that a running step has left; negative once it is over its time."""
    return timedelta(minutes=step.minutes) - spent(day, step, now)


def deadline(day: AgendaDay, step: AgendaStep, now: datetime) -> datetime | None:
    """When the time of a step that has begun is used up, None before it has; while the clock stands it moves on."""
    if step.started is None:
        return None
    return step.started + standstill(day, step, now) + timedelta(minutes=step.minutes)


def is_its_day(day: AgendaDay, now: datetime) -> bool:
    """Whether a day is held when it was planned: on its date, or past midnight of it where it began on its date."""
    if day.on == now.astimezone(LOCAL).date():
        return True
    starts = [step.started for step in day.steps if step.started is not None]
    return bool(starts) and not is_over(day) and min(starts).astimezone(LOCAL).date() == day.on


def steps_ahead(day: AgendaDay) -> tuple[AgendaStep, ...]:
    """What is still to come: steps that run, and those behind them that are open or wait; skipped ones are not."""
    running = running_steps(day)
    following = next_step(day)
    left = (StepState.RUNNING, StepState.OPEN, StepState.INTERRUPTED)
    first = running[0] if running else following
    if first is None:
        return ()
    block = block_of(day, first)
    place = min(day.steps.index(step) for step in block)
    return tuple(step for step in day.steps[place:] if state_of(step) in left)


def ahead(day: AgendaDay, now: datetime) -> Layout:
    """The steps ahead with the times to be expected, running ones with the time they have left.

    Lunch that is not pinned is never earlier than planned. Before its day a day is laid out as planned.
    """
    steps = steps_ahead(day)
    durations = {step.id: max(remaining(day, step, now), timedelta()) for step in steps if step.started is not None}
    is_begun = any(step.started is not None for step in day.steps)
    if not running_steps(day) and not is_begun and not is_its_day(day, now):
        return lay_out(steps, begin_of(day), durations=durations)
    moment = _resumes(day, now) if is_begun else max(now, begin_of(day))
    return lay_out(
        steps,
        moment,
        start=start_of(day),
        durations=durations,
        earliest=_held_back(day, steps, now),
        not_before=now,
    )


def forecast(day: AgendaDay, now: datetime) -> Forecast | None:
    """What to expect of the rest of the day; None where it neither runs nor is planned for today, or is over."""
    running = current_step(day)
    if is_over(day) or not day.steps or (running is None and not is_its_day(day, now)):
        return None
    layout = ahead(day, now)
    begins = {item.step.id: item.begins.astimezone(UTC) for item in layout.steps if item.step.started is None}
    ends = layout.ends.astimezone(UTC)
    delay = ends - end_to_meet(day) if is_its_day(day, now) else None
    findings = layout.findings
    if delay is not None and day.ends is not None and delay > timedelta():
        findings = (*findings, Finding(kind=FindingKind.LATE_END, minutes=full_minutes(delay)))
    return Forecast(begins=begins, ends=ends, delay=delay, findings=findings)


def end_to_meet(day: AgendaDay) -> datetime:
    """The agreed end, else the one that was planned when the day began, else the one that is planned."""
    agreed = agreed_end(day)
    if agreed is None and day.as_planned:
        return max(item.begins + timedelta(minutes=item.minutes) for item in day.as_planned)
    return (agreed or planned_end(_with_skipped(day))).astimezone(UTC)


def _within(pauses: Iterable[Pause], start: datetime, end: datetime) -> Iterable[tuple[datetime, datetime]]:
    """The parts of pauses that lie in a span; one that lasts goes to its end."""
    for pause in pauses:
        begins, ends = max(pause.started, start), min(pause.ended or end, end)
        if ends > begins:
            yield begins, ends


def _resumes(day: AgendaDay, now: datetime) -> datetime:
    """When the clock goes on: now, or when the room was told that the pause is over."""
    resumes = day.pauses[-1].resumes if is_paused(day) else None
    return max(now, resumes) if resumes is not None else now


def _with_skipped(day: AgendaDay) -> AgendaDay:
    """The day as it was planned before steps were left out, for days without a kept plan."""
    return replace(day, steps=tuple(replace(step, skipped=False) for step in day.steps))


def _held_back(day: AgendaDay, steps: Iterable[AgendaStep], now: datetime) -> Mapping[str, datetime]:
    """When lunch was planned, as it is ordered for then."""
    if not is_its_day(day, now):
        return {}
    if day.as_planned:
        planned = {item.id: item.begins for item in day.as_planned}
    else:
        whole = _with_skipped(day)
        planned = {item.step.id: item.begins for item in lay_out(whole.steps, begin_of(day)).steps}
    return {step.id: planned[step.id] for step in steps if step.id in planned and _is_open_lunch(step)}


def _is_open_lunch(step: AgendaStep) -> bool:
    return step.kind is StepKind.LUNCH and step.pinned is None and step.started is None
