"""Conditions under which a question is asked, and their compilation to closures.

A comparison with a question that is unanswered, unknown, not applicable or hidden is false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from advisor_app.domain.commune import CommuneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWithin:
    """The question's level or number is at least / at most a bound (None: open on that side)."""

    question: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChosen:
    """The commune chose this impact area."""

    area: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneKindIs:
    """The commune is of this kind."""

    commune_kind: CommuneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf:
    """Every part holds."""

    all: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one part holds."""

    any: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """The part does not hold."""

    negated: Condition


Condition = QuestionWithin | AreaChosen | CommuneKindIs | AllOf | AnyOf | Not

Value = int | Decimal | None
Test = Callable[[], bool]


def referenced_questions(condition: Condition) -> Iterator[str]:
    """Ids of the questions that a condition looks at."""
    match condition:
        case QuestionWithin():
            yield condition.question
        case AllOf():
            for part in condition.all:
                yield from referenced_questions(part)
        case AnyOf():
            for part in condition.any:
                yield from referenced_questions(part)
        case Not():
            yield from referenced_questions(condition.negated)
        case AreaChosen() | CommuneKindIs():
            return
        case _:
            assert_never(condition)


def referenced_areas(condition: Condition) -> Iterator[str]:
    """Ids of the impact areas that a condition looks at."""
    match condition:
        case AreaChosen():
            yield condition.area
        case AllOf():
            for part in condition.all:
                yield from referenced_areas(part)
        case AnyOf():
            for part in condition.any:
                yield from referenced_areas(part)
        case Not():
            yield from referenced_areas(condition.negated)
        case QuestionWithin() | CommuneKindIs():
            return
        case _:
            assert_never(condition)


def for_kind(condition: Condition | None, kind: CommuneKind) -> Condition | bool:
    """What is left of a condition for one kind of commune; True: it always holds there, False: never."""
    match condition:
        case None:
            return True
        case CommuneKindIs(commune_kind=wanted):
            return kind is wanted
        case Not(negated=part):
            left = for_kind(part, kind)
            return not left if isinstance(left, bool) else Not(negated=left)
        case AllOf(all=parts):
            return _joined(parts, kind, lambda left: AllOf(all=left), settled_by=False)
        case AnyOf(any=parts):
            return _joined(parts, kind, lambda left: AnyOf(any=left), settled_by=True)
        case QuestionWithin() | AreaChosen():
            return condition
        case _:
            assert_never(condition)


def _joined(
    parts: Sequence[Condition],
    kind: CommuneKind,
    join: Callable[[tuple[Condition, ...]], Condition],
    *,
    settled_by: bool,
) -> Condition | bool:
    """The parts that the kind leaves open; one part that is ``settled_by`` decides all of them."""
    found = [for_kind(part, kind) for part in parts]
    if any(part is settled_by for part in found):
        return settled_by
    left = tuple(part for part in found if not isinstance(part, bool))
    if not left:
        return not settled_by
    return left[0] if len(left) == 1 else join(left)


def compile_condition(
    condition: Condition,
    position: Mapping[str, int],
    values: Sequence[Value],
    areas: set[str],
    kind: CommuneKind,
) -> Test:
    """Turn a condition into a closure over live ``values`` (by question position) and ``areas``.

    Raises KeyError for a question that the questionnaire does not have.
    """

    def closure(part: Condition) -> Test:
        return compile_condition(part, position, values, areas, kind)

    match condition:
        case QuestionWithin():
            return _within(condition, position[condition.question], values)
        case AreaChosen(area=area):
            return lambda: area in areas
        case CommuneKindIs(commune_kind=wanted):
            return lambda: kind is wanted
        case AllOf():
            return _every(tuple(map(closure, condition.all)))
        case AnyOf():
            return _some(tuple(map(closure, condition.any)))
        case Not():
            negated = closure(condition.negated)
            return lambda: not negated()
        case _:
            assert_never(condition)


# Plain loops, as generators inside all() and any() double the cost of the tests.


def _every(tests: Sequence[Test]) -> Test:
    def holds() -> bool:
        for test in tests:  # noqa: SIM110 — see above
            if not test():
                return False
        return True

    return holds


def _some(tests: Sequence[Test]) -> Test:
    def holds() -> bool:
        for test in tests:  # noqa: SIM110 — see above
            if test():
                return True
        return False

    return holds


def _within(condition: QuestionWithin, index: int, values: Sequence[Value]) -> Test:
    low, high = condition.at_least, condition.at_most
    # Levels are compared as integers where the bound is one: a comparison with a Decimal costs ten times as much.
    low_bound = int(low) if low is not None and low == int(low) else low
    high_bound = int(high) if high is not None and high == int(high) else high
    if high_bound is None and low_bound is not None:
        return lambda: (value := values[index]) is not None and value >= low_bound
    if low_bound is None and high_bound is not None:
        return lambda: (value := values[index]) is not None and value <= high_bound
    if low_bound is not None and high_bound is not None:
        return lambda: (value := values[index]) is not None and low_bound <= value <= high_bound
    return lambda: values[index] is not None
