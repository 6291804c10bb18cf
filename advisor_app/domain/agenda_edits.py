"""What can be changed in the order of a workshop day; every edit takes a day and returns the day as it then is.

Steps that have begun keep their place, and what cannot be done leaves the day as it is. An edit that touches two days
returns both, so that a caller can put them into one batch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import time

from advisor_app.domain.agenda import (
    LONGEST_STEP,
    MINUTES_MARK,
    AgendaDay,
    AgendaStep,
    StepState,
    find_step,
    module_of,
    state_of,
    with_step,
)
from advisor_app.domain.agenda_schedule import schedule


def inserted(day: AgendaDay, step: AgendaStep, place: int) -> AgendaDay:
    """The day with one more step at a place (from 0)."""
    return replace(day, steps=(*day.steps[:place], step, *day.steps[place:]))


def without(day: AgendaDay, step_id: str) -> AgendaDay:
    """The day without a step."""
    return replace(day, steps=tuple(step for step in day.steps if step.id != step_id))


def moved(day: AgendaDay, step_id: str, place: int) -> AgendaDay:
    """The open step stands at another place (from 0), behind all that has begun; a pin goes with it."""
    step = find_step(day, step_id)
    if step is None or step.started is not None:
        return day
    rest = [other for other in day.steps if other.id != step_id]
    first = max((index + 1 for index, other in enumerate(rest) if other.started is not None), default=0)
    rest.insert(min(max(place, first), len(rest)), step)
    return replace(day, steps=tuple(rest))


def stretched(day: AgendaDay, step_id: str, marks: int) -> AgendaDay:
    """The step takes so many five-minute marks more or less, on marks; what it needs at least is not touched.

    Nothing is shortened to less than one mark, and a step without length stays one.
    """
    step = find_step(day, step_id)
    if step is None or marks == 0:
        return day
    below = step.minutes // MINUTES_MARK
    mark = below + marks if marks > 0 else -(-step.minutes // MINUTES_MARK) + marks
    least = min(step.minutes, MINUTES_MARK)
    return with_step(day, replace(step, minutes=min(max(mark * MINUTES_MARK, least), LONGEST_STEP)))


def pinned(day: AgendaDay, step_id: str, at: time | None = None) -> AgendaDay:
    """The step begins at a local time, without one at the time at which it is planned now."""
    step = find_step(day, step_id)
    if step is None or step.started is not None:
        return day
    if at is None:
        begins = next(item.begins for item in schedule(day) if item.step.id == step_id)
        at = begins.time()
    return with_step(day, replace(step, pinned=at))


def unpinned(day: AgendaDay, step_id: str) -> AgendaDay:
    """The step begins when the one before it ends."""
    step = find_step(day, step_id)
    return day if step is None else with_step(day, replace(step, pinned=None))


def split(day: AgendaDay, step_id: str, minutes: int, *, new_id: str, title: str) -> AgendaDay:
    """The step keeps its first ``minutes``, a new one behind it gets the rest and the given title; the sum stays.

    Pin, note and ticked points stay with the first part. What the step needs at least is shared on five-minute marks.
    The day as it is where there is nothing to part or the step is done.
    """
    step = find_step(day, step_id)
    if step is None or not 0 < minutes < step.minutes or state_of(step) is StepState.DONE:
        return day
    least = min(step.minimum_minutes, step.minutes)
    share = least * minutes // step.minutes // MINUTES_MARK * MINUTES_MARK
    first = min(max(share, least - (step.minutes - minutes)), minutes)
    rest = AgendaStep(
        id=new_id,
        title=title,
        minutes=step.minutes - minutes,
        minimum_minutes=least - first,
        kind=step.kind,
        template_step=step.template_step,
        section=step.section,
        dimensions=step.dimensions,
        part=step.part,
        document_kinds=step.document_kinds,
        skipped=step.skipped and step.started is None,
        module=step.module,
        group=step.group,
        part_of=step.id,
    )
    kept = replace(step, minutes=minutes, minimum_minutes=first)
    return inserted(with_step(day, kept), rest, day.steps.index(step) + 1)


def moved_to_day(
    day: AgendaDay, other: AgendaDay, step_id: str, place: int | None = None
) -> tuple[AgendaDay, AgendaDay]:
    """Both days after an open step went from one to a place of the other, without a place to its end.

    Its pin and its group stay behind; it keeps its module, and is no longer left out.
    """
    step = find_step(day, step_id)
    if step is None or step.started is not None or day.id == other.id:
        return day, other
    module = module_of(day, step)
    gone = replace(step, pinned=None, group="", skipped=False, module="" if module == other.module else module)
    place = len(other.steps) if place is None else place
    return without(day, step_id), moved(inserted(other, gone, place), step_id, place)


def grouped(day: AgendaDay, groups: Mapping[str, str]) -> AgendaDay:
    """A parallel block of open steps where the first of them stands; ``groups`` are their groups by their ids.

    The day as it is where there is only one group, or one of the steps is missing or has begun.
    """
    steps = [step for step in day.steps if step.id in groups]
    names = {groups[step.id].strip() for step in steps}
    if len(steps) < len(groups) or len(names) < 2 or "" in names or any(step.started for step in steps):
        return day
    place = day.steps.index(steps[0])
    before, after = day.steps[:place], day.steps[place:]
    block = tuple(replace(step, group=groups[step.id].strip()) for step in steps)
    return replace(day, steps=(*before, *block, *(step for step in after if step.id not in groups)))


def ungrouped(day: AgendaDay, step_ids: frozenset[str]) -> AgendaDay:
    """The steps follow each other as they stand."""
    return replace(day, steps=tuple(replace(s, group="") if s.id in step_ids else s for s in day.steps))


def ticked(day: AgendaDay, step_id: str, point: int) -> AgendaDay:
    """A talking point (from 1) is dealt with, or is not after all."""
    step = find_step(day, step_id)
    if step is None:
        return day
    points = frozenset(step.ticked) ^ {point}
    return with_step(day, replace(step, ticked=tuple(sorted(points))))
