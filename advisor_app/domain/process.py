"""Process sheets: one administrative process as it runs today and as it is to run, step by step.

Minutes are working minutes of one run, days are days of waiting before a step goes on; both may have a fraction.
Sheets hold no data of persons: actors are offices and functions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import Enum

from advisor_app.domain.words import Words

LONGEST_STEP = Decimal(9999)
"""The most minutes or days a step can take."""


class MediaBreak(Enum):
    """How the carrier changes in a step, or something is entered once more."""

    PRINT = "print"
    RETYPE = "retype"
    SCAN = "scan"
    PAPER = "paper"
    SIGNATURE = "signature"
    OTHER = "other"


class Flow(Enum):
    """Which of the two flows of a sheet."""

    AS_IS = "as-is"
    TO_BE = "to-be"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """One step; ``origin`` is the step of today that a step to be was copied from, None times are not known yet."""

    id: str
    title: str = ""
    actor: str = ""
    aid: str = ""
    documents: str = ""
    minutes: Decimal | None = None
    waiting_days: Decimal | None = None
    media_break: MediaBreak | None = None
    problem: str = ""
    idea: str = ""
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What the benefit is computed with: percent, minutes, cents, hours; None is not agreed yet.

    ``rest_minutes`` is the time for a case that still comes the old way.
    """

    digital_percent: Decimal | None = None
    rest_minutes: Decimal | None = None
    hourly_rate: int = 0
    yearly_cost: int = 0
    once_cost: int = 0
    once_hours: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSheet:
    """A process with its head, its flow of today, its flow to be (empty until begun) and the assumptions.

    Until it is ``chosen`` for the workshop it is one of the candidates. ``group`` works on it while others work on
    another one. ``is_document_way``: it shows how a document goes through the house (module 3). ``measure`` is the
    one of the plan that it has become, if any.
    """

    id: str
    number: int
    title: str = ""
    chosen: bool = False
    group: str = ""
    service_key: str = ""
    office: str = ""
    trigger: str = ""
    result: str = ""
    legal_basis: str = ""
    written_form: bool | None = None
    procedure: str = ""
    forms: str = ""
    in_the_room: str = ""
    cases_per_year: int | None = None
    is_document_way: bool = False
    as_is: tuple[ProcessStep, ...] = ()
    to_be: tuple[ProcessStep, ...] = ()
    assumptions: Assumptions = Assumptions()
    note: Words = Words()
    measure: str = ""

    @property
    def code(self) -> str:
        """The printed number (P-01)."""
        return f"P-{self.number:02}"

    def steps(self, flow: Flow) -> tuple[ProcessStep, ...]:
        """The steps of one flow in their order."""
        return self.as_is if flow is Flow.AS_IS else self.to_be

    def with_steps(self, flow: Flow, steps: Iterable[ProcessStep]) -> ProcessSheet:
        """The sheet with other steps in one flow."""
        return replace(self, as_is=tuple(steps)) if flow is Flow.AS_IS else replace(self, to_be=tuple(steps))


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSums:
    """Sums of a flow; ``untimed`` counts the steps whose minutes nobody has named, ``actors`` are in their order."""

    steps: int
    minutes: Decimal
    waiting_days: Decimal
    media_breaks: int
    actors: tuple[str, ...]
    untimed: int


def sums_of(steps: Iterable[ProcessStep]) -> FlowSums:
    """The sums of a flow."""
    listed = tuple(steps)
    return FlowSums(
        steps=len(listed),
        minutes=sum((step.minutes or Decimal(0) for step in listed), Decimal(0)),
        waiting_days=sum((step.waiting_days or Decimal(0) for step in listed), Decimal(0)),
        media_breaks=sum(step.media_break is not None for step in listed),
        actors=tuple(dict.fromkeys(step.actor for step in listed if step.actor)),
        untimed=sum(step.minutes is None for step in listed),
    )


def begun_to_be(sheet: ProcessSheet, new_id: Callable[[], str]) -> ProcessSheet:
    """The sheet with the flow of today as the beginning of the flow to be; as it is where that was begun already."""
    if sheet.to_be:
        return sheet
    return replace(sheet, to_be=tuple(replace(step, id=new_id(), origin=step.id) for step in sheet.as_is))


class Difference(Enum):
    """What becomes of a step on the way from today's flow to the one to be."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class ComparedStep:
    """A step of either flow with what became of it; ``changed`` names the fields that differ."""

    step: ProcessStep
    difference: Difference
    changed: tuple[str, ...] = ()


_COMPARED = tuple(field.name for field in fields(ProcessStep) if field.name not in {"id", "origin", "problem", "idea"})


def compared(sheet: ProcessSheet, flow: Flow) -> tuple[ComparedStep, ...]:
    """Every step of a flow beside its counterpart in the other one; all are kept before the flow to be is begun."""
    if not sheet.to_be:
        return tuple(ComparedStep(step, Difference.KEPT) for step in sheet.steps(flow))
    before = {step.id: step for step in sheet.as_is}
    after = {step.origin: step for step in reversed(sheet.to_be) if step.origin is not None}
    found = []
    for step in sheet.steps(flow):
        other = after.get(step.id) if flow is Flow.AS_IS else before.get(step.origin or "")
        if other is None:
            found.append(ComparedStep(step, Difference.DROPPED if flow is Flow.AS_IS else Difference.NEW))
            continue
        changed = tuple(name for name in _COMPARED if getattr(step, name) != getattr(other, name))
        found.append(ComparedStep(step, Difference.CHANGED if changed else Difference.KEPT, changed))
    return tuple(found)


def next_number(sheets: Iterable[ProcessSheet]) -> int:
    """The number after the highest one that is given."""
    return max((sheet.number for sheet in sheets), default=0) + 1


def in_order(sheets: Iterable[ProcessSheet]) -> tuple[ProcessSheet, ...]:
    """Sheets by their numbers."""
    return tuple(sorted(sheets, key=lambda sheet: (sheet.number, sheet.id)))
