"""What people do to the measures of a plan, as changes; each of these is one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from advisor_app.domain.changes import MeasureSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.months import add_months
from advisor_app.domain.plan import Measure, find_cycle, in_order

LETTER = "U"
"""Measures are printed as U1, U2 …"""


def last_number(names: Iterable[str]) -> int:
    """The highest number that the ids of measures carry; 0 where there is none."""
    numbers = (name.removeprefix(LETTER) for name in names if name.startswith(LETTER))
    return max((int(number) for number in numbers if number.isascii() and number.isdigit()), default=0)


def next_position(measures: Iterable[Measure]) -> int:
    """The position behind the last measure."""
    return max((measure.position for measure in measures), default=-1) + 1


def addition(measures: Mapping[str, Measure], title: str = "") -> MeasureSet:
    """A new measure at the end of the plan."""
    name = f"{LETTER}{last_number(measures) + 1}"
    return MeasureSet(name, None, Measure(id=name, title=title, position=next_position(measures.values())))


def removal(measures: Mapping[str, Measure], name: str) -> tuple[MeasureSet, ...]:
    """A measure taken out; those that waited for it wait for it no longer."""
    changes = [MeasureSet(name, measures[name], None)]
    for measure in measures.values():
        if name in measure.predecessors:
            left = tuple(other for other in measure.predecessors if other != name)
            changes.append(MeasureSet(measure.id, measure, replace(measure, predecessors=left)))
    return tuple(changes)


def reordering(measures: Mapping[str, Measure], name: str, steps: int) -> tuple[MeasureSet, ...]:
    """A measure moved down by some places (up where negative); nothing where it would leave the plan."""
    order = [measure.id for measure in in_order(measures.values())]
    place = order.index(name)
    if not 0 <= place + steps < len(order):
        return ()
    order.insert(place + steps, order.pop(place))
    return tuple(
        MeasureSet(other, measures[other], replace(measures[other], position=position))
        for position, other in enumerate(order)
        if measures[other].position != position
    )


def shifted(measure: Measure, months: int) -> Measure:
    """A measure some months later, its milestones with it."""
    return replace(
        measure,
        start=_months_on(measure.start, months),
        end=_months_on(measure.end, months),
        milestones=tuple(replace(item, on=_months_on(item.on, months)) for item in measure.milestones),
    )


def with_end_moved(measure: Measure, months: int) -> Measure:
    """A measure that ends some months later, never before it begins."""
    end = _months_on(measure.end, months)
    return measure if end is None or (measure.start and end < measure.start) else replace(measure, end=end)


def with_predecessors(measures: Mapping[str, Measure], name: str, predecessors: Iterable[str]) -> Measure:
    """A measure that waits for others; raises AdvisorError(UNKNOWN_MEASURE, PLAN_CYCLE)."""
    waiting = tuple(dict.fromkeys(predecessors))
    for other in waiting:
        if other not in measures:
            raise AdvisorError(Problem.UNKNOWN_MEASURE, name=other)
    graph = {measure.id: measure.predecessors for measure in measures.values()}
    circle = find_cycle({**graph, name: waiting})
    if circle:
        raise AdvisorError(Problem.PLAN_CYCLE, names=", ".join(circle[:-1]))
    return replace(measures[name], predecessors=waiting)


def _months_on(day: date | None, months: int) -> date | None:
    if day is None:
        return None
    year = day.year + (day.month - 1 + months) // 12
    return add_months(day, months) if date.min.year <= year <= date.max.year else day
