"""The rollout by office and the plan: which measure stands for which office, and how both stay in step.

The measure names the step (``Measure.rollout``), so that a measure that was taken out, or whose number somebody else
got, can never be mistaken for it, and no office gets two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from advisor_app.domain.changes import Change, MeasureSet, RolloutStepSet
from advisor_app.domain.e_file import RolloutStep
from advisor_app.domain.plan import Measure
from advisor_app.domain.plan_edits import LETTER, last_number, next_position, removal

MOST_STARTS = 2
"""Starts in a quarter that a house can take (own assumption, as measure F224 says)."""

_SHARED = ("start", "end", "responsible")


@dataclass(frozen=True, slots=True)
class RolloutWords:
    """How a measure for an office is worded; ``title`` has a place for it (``{office}``)."""

    title: str
    goal: str
    indicator: str
    dimension: str


def measure_of(step: str, measures: Mapping[str, Measure]) -> Measure | None:
    """The measure that stands for a step; the first one should there be several."""
    return next((measure for measure in measures.values() if measure.rollout == step), None)


def resolved(step: RolloutStep, measures: Mapping[str, Measure]) -> RolloutStep:
    """The step with what its measure says."""
    measure = measure_of(step.id, measures)
    if measure is None:
        return step
    return replace(step, start=measure.start, end=measure.end, responsible=measure.responsible)


def rollout(steps: Iterable[RolloutStep], measures: Mapping[str, Measure]) -> tuple[RolloutStep, ...]:
    """All steps as they hold, by their beginnings, those without one at the end."""
    found = (resolved(step, measures) for step in steps)
    return tuple(sorted(found, key=lambda step: (step.start is None, step.start or date.min, step.office, step.id)))


def edited(
    stored: RolloutStep, after: RolloutStep, measures: Mapping[str, Measure], words: RolloutWords
) -> tuple[Change, ...]:
    """A step that was edited, with its measure; ``stored`` is the record, ``after`` what is to hold.

    A measure's title follows the office as long as nobody has worded it otherwise.
    """
    change = RolloutStepSet(after.id, stored, after)
    measure = measure_of(after.id, measures)
    if measure is None:
        return (change,) if stored != after else ()
    values = {name: getattr(after, name) for name in _SHARED}
    if measure.title == words.title.format(office=stored.office):
        values["title"] = words.title.format(office=after.office)
    changed = replace(measure, **values)
    both: tuple[Change, ...] = (change, MeasureSet(measure.id, measure, changed))
    return tuple(item for item in both if item.before != item.after)


def planned(
    steps: Iterable[RolloutStep], measures: Mapping[str, Measure], words: RolloutWords
) -> tuple[MeasureSet, ...]:
    """New measures for the steps that have none, at the end of the plan; nothing for those that have one."""
    known = dict(measures)
    found = []
    for step in steps:
        if measure_of(step.id, known) is not None:
            continue
        measure = Measure(
            id=f"{LETTER}{last_number(known) + 1}",
            title=words.title.format(office=step.office),
            rollout=step.id,
            dimension=words.dimension,
            goal=words.goal,
            indicator=words.indicator,
            start=step.start,
            end=step.end,
            responsible=step.responsible,
            position=next_position(known.values()),
        )
        known[measure.id] = measure
        found.append(MeasureSet(measure.id, None, measure))
    return tuple(found)


def removed(stored: RolloutStep, measures: Mapping[str, Measure]) -> tuple[Change, ...]:
    """A step taken out with its measure; measures that waited for it wait for it no longer."""
    measure = measure_of(stored.id, measures)
    return (
        RolloutStepSet(stored.id, stored, None),
        *(() if measure is None else removal(measures, measure.id)),
    )


def crowded_quarters(steps: Iterable[RolloutStep]) -> tuple[tuple[int, int], ...]:
    """Quarters (year, 1 to 4) in which more than ``MOST_STARTS`` offices begin."""
    starts = [(step.start.year, (step.start.month + 2) // 3) for step in steps if step.start is not None]
    return tuple(sorted(quarter for quarter in set(starts) if starts.count(quarter) > MOST_STARTS))
