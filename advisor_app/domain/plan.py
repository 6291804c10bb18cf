"""The implementation plan: measures, their priority, order, money and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from advisor_app.domain.foundations import Scale
from advisor_app.domain.use_case import Milestone


class Priority(Enum):
    """Order of importance: A first."""

    A = "A"
    B = "B"
    C = "C"


class MeasureState(Enum):
    """How far a measure has come."""

    PROPOSED = "vorgeschlagen"
    PLANNED = "geplant"
    RUNNING = "läuft"
    DONE = "erledigt"
    DROPPED = "entfällt"


class GrantState(Enum):
    """How far a grant has come."""

    OPEN = "offen"
    APPLIED = "beantragt"
    APPROVED = "bewilligt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Funding of a measure: ``programme`` is a support id or free text, ``amount`` in cents, None while it is open."""

    programme: str
    quota_percent: int | None = None
    amount: int | None = None
    state: GrantState = GrantState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of the plan. ``id`` is printed (U1); costs in cents, None while they are open.

    ``rollout`` is the step of the rollout that it stands for, if any.
    """

    id: str
    title: str
    template: str | None = None
    dimension: str = ""
    description: str = ""
    first_step: str = ""
    goal: str = ""
    benefit: int | None = None
    effort: int | None = None
    priority: Priority | None = None
    priority_reason: str = ""
    responsible: str = ""
    participants: str = ""
    start: date | None = None
    end: date | None = None
    predecessors: tuple[str, ...] = ()
    cost_once: int | None = None
    cost_yearly: int | None = None
    cost_class: int | None = None
    grants: tuple[Grant, ...] = ()
    indicator: str = ""
    indicator_target: str = ""
    risk: str = ""
    countermeasure: str = ""
    milestones: tuple[Milestone, ...] = ()
    state: MeasureState = MeasureState.PROPOSED
    position: int = 0
    rollout: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The head of the plan."""

    module: str = ""
    start: date | None = None
    end: date | None = None
    steering: str = ""
    as_of: date | None = None
    release: str = ""
    summary: str = ""
    milestones: tuple[Milestone, ...] = ()


def computed_priority(measure: Measure, scale: Scale) -> Priority | None:
    """Priority by benefit minus effort; None while one of them is empty."""
    if measure.benefit is None or measure.effort is None:
        return None
    difference = measure.benefit - measure.effort
    if difference >= scale.priority_a:
        return Priority.A
    return Priority.C if difference <= scale.priority_c else Priority.B


def effective_priority(measure: Measure, scale: Scale) -> Priority | None:
    """The priority that somebody set with a reason, else the computed one."""
    return measure.priority or computed_priority(measure, scale)


class Finding(Enum):
    """What is wrong with a measure; the value is the key of its sentence under ``documents.finding``."""

    END_BEFORE_START = "end-before-start"
    PREDECESSOR_ENDS_LATER = "predecessor-ends-later"
    UNKNOWN_PREDECESSOR = "unknown-predecessor"
    CYCLE = "cycle"
    OVERRIDE_WITHOUT_REASON = "override-without-reason"
    COST_OPEN = "cost-open"
    DATES_OPEN = "dates-open"
    GRANTS_EXCEED_COST = "grants-exceed-cost"
    GRANT_EXPIRED = "grant-expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFinding:
    """A finding with the measure and, where there is one, the other measure, the whole circle or the programme."""

    finding: Finding
    measure: str
    others: tuple[str, ...] = ()


def natural_order(name: str) -> tuple[tuple[int, int | str], ...]:
    """Sort key that puts U2 before U10."""
    parts = re.findall(r"\d+|\D+", name)
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts)


def in_order(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Measures as the adviser arranged them, ties by id."""
    return tuple(sorted(measures, key=lambda measure: (measure.position, natural_order(measure.id))))


def find_cycle(predecessors: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """A circle of predecessors, first id repeated at its end; empty where there is none."""
    try:
        TopologicalSorter(predecessors).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()


def check_plan(
    measures: Iterable[Measure], expired: Mapping[str, str] = MappingProxyType({})
) -> tuple[PlanFinding, ...]:
    """Everything that is impossible, missing or contradictory: a circle first and once, then measure by measure.

    ``expired`` are the programmes, title by id, from which nothing more can be had; what they have approved stays.
    """
    ordered = in_order(measures)
    by_id = {measure.id: measure for measure in ordered}
    findings = [finding for measure in ordered for finding in _check_measure(measure, by_id, expired)]
    circle = find_cycle({measure.id: measure.predecessors for measure in ordered})
    if circle:
        findings.insert(0, PlanFinding(finding=Finding.CYCLE, measure=circle[0], others=circle))
    return tuple(findings)


def _check_measure(measure: Measure, by_id: Mapping[str, Measure], expired: Mapping[str, str]) -> Iterator[PlanFinding]:
    if measure.start and measure.end and measure.end < measure.start:
        yield PlanFinding(finding=Finding.END_BEFORE_START, measure=measure.id)
    for name in measure.predecessors:
        before = by_id.get(name)
        if before is None:
            yield PlanFinding(finding=Finding.UNKNOWN_PREDECESSOR, measure=measure.id, others=(name,))
        elif before.end and measure.start and before.end >= measure.start:
            yield PlanFinding(finding=Finding.PREDECESSOR_ENDS_LATER, measure=measure.id, others=(name,))
    if measure.priority is not None and not measure.priority_reason.strip():
        yield PlanFinding(finding=Finding.OVERRIDE_WITHOUT_REASON, measure=measure.id)
    if measure.start is None or measure.end is None:
        yield PlanFinding(finding=Finding.DATES_OPEN, measure=measure.id)
    if measure.cost_once is None:
        yield PlanFinding(finding=Finding.COST_OPEN, measure=measure.id)
    elif sum(grant.amount or 0 for grant in measure.grants) > measure.cost_once:
        yield PlanFinding(finding=Finding.GRANTS_EXCEED_COST, measure=measure.id)
    hoped_for = [grant.programme for grant in measure.grants if grant.state is not GrantState.APPROVED]
    for name in dict.fromkeys(hoped_for):
        if name in expired:
            yield PlanFinding(finding=Finding.GRANT_EXPIRED, measure=measure.id, others=(expired[name],))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTotals:
    """Sums in cents over measures that are not dropped; measures with open cost are named, never counted as 0."""

    once: int
    yearly: int
    grants: Mapping[GrantState, int]
    own_share: int
    cost_open: tuple[str, ...]
    yearly_open: tuple[str, ...]
    grant_open: tuple[str, ...]


def plan_totals(measures: Iterable[Measure]) -> PlanTotals:
    """Cost and funding totals; the own share counts only grants that are approved."""
    kept = [measure for measure in in_order(measures) if measure.state is not MeasureState.DROPPED]
    once = sum(measure.cost_once or 0 for measure in kept)
    grants = {
        state: sum(grant.amount or 0 for measure in kept for grant in measure.grants if grant.state is state)
        for state in GrantState
    }
    return PlanTotals(
        once=once,
        yearly=sum(measure.cost_yearly or 0 for measure in kept),
        grants=grants,
        own_share=once - grants[GrantState.APPROVED],
        cost_open=tuple(measure.id for measure in kept if measure.cost_once is None),
        yearly_open=tuple(measure.id for measure in kept if measure.cost_yearly is None),
        grant_open=tuple(measure.id for measure in kept if any(grant.amount is None for grant in measure.grants)),
    )
