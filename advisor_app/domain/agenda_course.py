"""How a workshop day goes: steps begin, end, are skipped and resumed, and the clock is stopped.

Instants are aware UTC. Every function takes a day and an instant and returns the day as it then is; all of it is in the
record, so that a program that was killed goes on where the day is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    Pause,
    PlannedStep,
    StepState,
    current_step,
    find_step,
    is_over,
    is_paused,
    running_steps,
    state_of,
)
from advisor_app.domain.agenda_schedule import begin_of, block_of, blocks_of, lay_out
from advisor_app.domain.local_time import LOCAL

MISTAKEN = timedelta(minutes=1)
"""A step that one leaves again this soon by going back counts as never begun."""


def begun(day: AgendaDay, step_id: str, at: datetime) -> AgendaDay:
    """The step runs from now on, one that had ended goes on; what was running ends, and a pause is over.

    With the first step of a parallel block those of the other groups begin, and in a block the other groups' go on.
    With the day's first step the plan of the day is kept.
    """
    chosen = find_step(day, step_id)
    if chosen is None:
        return day
    begins = _beginning_with(day, chosen)
    stays = {step.id for step in block_of(day, chosen) if step.group != chosen.group and chosen.group}
    day = with_plan(day, at)
    steps = tuple(
        _begun(step, at) if step.id in begins else step if step.id in stays else _ended(step, at) for step in day.steps
    )
    return gone_on(replace(day, steps=steps), at)


def ended(day: AgendaDay, step_id: str, at: datetime) -> AgendaDay:
    """The step has ended; where nothing runs any more, a pause is over too."""
    steps = (_ended(step, at, also_waiting=True) if step.id == step_id else step for step in day.steps)
    return _without_idle_pause(replace(day, steps=tuple(steps)), at)


def advanced(day: AgendaDay, at: datetime) -> AgendaDay:
    """What comes next begins (:func:`next_step`); where nothing does, everything that runs ends."""
    following = next_step(day)
    if following is not None:
        return begun(day, following.id, at)
    return _without_idle_pause(replace(day, steps=tuple(_ended(step, at) for step in day.steps)), at)


def back(day: AgendaDay, at: datetime) -> AgendaDay:
    """The step that ran before goes on, and what runs waits until it is its turn again; the day as it is without one.

    A step left again within a minute was begun by mistake: it counts as open, and the one before as never ended.
    """
    running = running_steps(day)
    latest = max((step.started for step in running if step.started is not None), default=None)
    leaving = {step.id for step in running if step.started == latest}
    before = _before(day, leaving)
    if before is None:
        return day
    block = {step.id for step in block_of(day, before)}
    leaving |= {step.id for step in running if step.id not in block}
    is_mistaken = latest is not None and at - latest < MISTAKEN
    steps = tuple(
        _gone_on_with(step, at, as_if_never_ended=is_mistaken)
        if step.id == before.id
        else _left(step, at, is_mistaken=is_mistaken)
        if step.id in leaving
        else step
        for step in day.steps
    )
    return gone_on(replace(day, steps=steps), at)


def skipped(day: AgendaDay, step_id: str, at: datetime) -> AgendaDay:
    """The step is left out; one that has begun is broken off and keeps its times."""
    steps = (
        replace(_ended(step, at, also_waiting=True), skipped=True) if step.id == step_id else step for step in day.steps
    )
    return _without_idle_pause(replace(day, steps=tuple(steps)), at)


def taken_up(day: AgendaDay, step_id: str) -> AgendaDay:
    """The step is not left out after all."""
    return replace(day, steps=tuple(replace(s, skipped=False) if s.id == step_id else s for s in day.steps))


def paused(day: AgendaDay, at: datetime, resumes: datetime | None = None) -> AgendaDay:
    """The clock stands, until somebody lets it go on; ``resumes`` is what the room is told. Only where a step runs."""
    if not running_steps(day):
        return day
    if is_paused(day):
        return replace(day, pauses=(*day.pauses[:-1], replace(day.pauses[-1], resumes=resumes)))
    return replace(day, pauses=(*day.pauses, Pause(started=at, resumes=resumes)))


def gone_on(day: AgendaDay, at: datetime) -> AgendaDay:
    """The clock goes on."""
    return replace(day, pauses=_closed(day.pauses, at)) if is_paused(day) else day


def with_plan(day: AgendaDay, at: datetime) -> AgendaDay:
    """The day with what was planned, kept when its first step begins.

    A day without a date, or held on another one, is planned as if it began on time.
    """
    if day.as_planned or any(step.started is not None for step in day.steps):
        return day
    begins = begin_of(day) if day.on == at.astimezone(LOCAL).date() else at
    planned = lay_out(day.steps, begins).steps
    return replace(
        day,
        as_planned=tuple(
            PlannedStep(
                id=item.step.id,
                title=item.step.title,
                begins=item.begins.astimezone(UTC),
                minutes=0 if item.step.skipped else item.step.minutes,
            )
            for item in planned
        ),
    )


def next_step(day: AgendaDay) -> AgendaStep | None:
    """The first step after what runs, else after the last that has begun, that is open or waits to go on.

    In a parallel block the step of whichever group is planned first.
    """
    order = _in_turn(day)
    running = [place for place, step in enumerate(order) if state_of(step) is StepState.RUNNING]
    begun_ones = [place for place, step in enumerate(order) if step.started is not None]
    last = max(running or begun_ones, default=-1)
    ahead = (StepState.OPEN, StepState.INTERRUPTED)
    return next((step for step in order[last + 1 :] if state_of(step) in ahead), None)


def step_at_hand(day: AgendaDay) -> AgendaStep | None:
    """The step that runs, else the one that comes next, else the first that is open, else the last."""
    left = (step for step in day.steps if state_of(step) in (StepState.OPEN, StepState.INTERRUPTED))
    last = day.steps[-1] if day.steps else None
    return current_step(day) or next_step(day) or next(left, last)


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


def _in_turn(day: AgendaDay) -> list[AgendaStep]:
    """The steps in the order in which they begin: in a parallel block by their planned times."""
    turn: list[AgendaStep] = []
    for block in blocks_of(day.steps):
        if len(block) == 1:
            turn += block
            continue
        begins = {item.step.id: item.begins for item in lay_out(block, begin_of(day)).steps}
        turn += sorted(block, key=lambda step: begins[step.id])
    return turn


def _beginning_with(day: AgendaDay, chosen: AgendaStep) -> frozenset[str]:
    """The ids of the steps that begin with one: of an untouched block the first open ones of the other groups too."""
    block = block_of(day, chosen)
    if any(step.started is not None for step in block):
        return frozenset({chosen.id})
    firsts: dict[str, str] = {chosen.group: chosen.id}
    for step in block:
        if not step.skipped:
            firsts.setdefault(step.group, step.id)
    return frozenset(firsts.values())


def _before(day: AgendaDay, leaving: set[str]) -> AgendaStep | None:
    """The step that ran before those, or before now where nothing runs."""
    turn = _in_turn(day)
    first = next((place for place, step in enumerate(turn) if step.id in leaving), len(turn))
    done = (StepState.DONE, StepState.INTERRUPTED)
    return next((step for step in reversed(turn[:first]) if state_of(step) in done), None)


def _begun(step: AgendaStep, at: datetime) -> AgendaStep:
    if step.started is None:
        return replace(step, started=at, skipped=False)
    return step if state_of(step) is StepState.RUNNING else _gone_on_with(step, at)


def _gone_on_with(step: AgendaStep, at: datetime, *, as_if_never_ended: bool = False) -> AgendaStep:
    """A step that has begun runs again; the time between counts as a standstill."""
    pauses = _closed(step.pauses, at)
    if step.ended is not None and not as_if_never_ended:
        pauses = (*pauses, Pause(started=step.ended, ended=max(at, step.ended)))
    return replace(step, ended=None, skipped=False, pauses=pauses)


def _left(step: AgendaStep, at: datetime, *, is_mistaken: bool) -> AgendaStep:
    if is_mistaken and not step.pauses:
        return replace(step, started=None)
    return replace(step, pauses=(*step.pauses, Pause(started=at)))


def _ended(step: AgendaStep, at: datetime, *, also_waiting: bool = False) -> AgendaStep:
    """A running step has ended, never before it began; one that waits ends when it was left."""
    state = state_of(step)
    if state is StepState.RUNNING and step.started is not None:
        return replace(step, ended=max(at, step.started))
    if state is StepState.INTERRUPTED and also_waiting:
        return replace(step, ended=step.pauses[-1].started, pauses=step.pauses[:-1])
    return step


def _closed(pauses: tuple[Pause, ...], at: datetime) -> tuple[Pause, ...]:
    if not pauses or pauses[-1].ended is not None:
        return pauses
    return (*pauses[:-1], replace(pauses[-1], ended=max(at, pauses[-1].started)))


def _without_idle_pause(day: AgendaDay, at: datetime) -> AgendaDay:
    return day if running_steps(day) else gone_on(day, at)
