"""Every question can be asked: some set of answers, areas and kind of commune makes its condition hold.

A condition is spread out into alternatives, each a plain list of demands, and each alternative is searched for a
contradiction. What a demanded question itself needs to be visible is demanded along with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import assert_never

from advisor_app.content.entry import Entry
from advisor_app.content.questionnaire import QuestionnaireContent
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Condition, Not, QuestionWithin
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.questionnaire import Question
from advisor_app.questions import kind_of
from advisor_app.questions.form import Bounds

_MOST_ALTERNATIVES = 2_000

_NOTHING: Bounds = (Decimal(1), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Demands:
    """What one alternative demands: comparisons that hold or fail, areas chosen or not, and the kinds left."""

    holds: frozenset[QuestionWithin] = frozenset()
    fails: frozenset[QuestionWithin] = frozenset()
    chosen: frozenset[str] = frozenset()
    not_chosen: frozenset[str] = frozenset()
    kinds: frozenset[CommuneKind] = field(default_factory=lambda: frozenset(CommuneKind))

    def joined(self, other: _Demands) -> _Demands:
        """Both together."""
        return _Demands(
            holds=self.holds | other.holds,
            fails=self.fails | other.fails,
            chosen=self.chosen | other.chosen,
            not_chosen=self.not_chosen | other.not_chosen,
            kinds=self.kinds & other.kinds,
        )


class _TooManyError(Exception):
    """More alternatives than can be looked at; the condition then counts as reachable."""


def check_reachability(content: QuestionnaireContent, areas: Iterable[str]) -> None:
    """Note conditions that can never hold, and comparisons with what a question can never be."""
    search = _Search({entry.value.id: entry.value for entry in content.questions}, frozenset(areas))
    for entry in content.questions:
        question = entry.value
        if question.retired or question.when is None or not entry.table.sound:
            continue
        if _can_compare(entry, question.when, search) and not search.is_reachable(question):
            entry.table.flaw("condition-never", "when", id=question.id)


def _can_compare(entry: Entry[Question], condition: Condition, search: _Search) -> bool:
    """Note comparisons that can never hold; whether there are none."""
    before = len(entry.table.document.flaws)
    for comparison in dict.fromkeys(_comparisons(condition)):
        bounds = search.range_of(comparison.question)
        if bounds == _NOTHING:
            entry.table.flaw("condition-no-value", "when", name=comparison.question)
        elif not _meet((comparison.at_least, comparison.at_most), bounds):
            low, high = ("…" if bound is None else str(bound) for bound in bounds)
            entry.table.flaw("condition-out-of-range", "when", name=comparison.question, low=low, high=high)
    return len(entry.table.document.flaws) == before


def _comparisons(condition: Condition) -> Iterator[QuestionWithin]:
    match condition:
        case QuestionWithin():
            yield condition
        case AllOf():
            for part in condition.all:
                yield from _comparisons(part)
        case AnyOf():
            for part in condition.any:
                yield from _comparisons(part)
        case Not():
            yield from _comparisons(condition.negated)
        case AreaChosen() | CommuneKindIs():
            return
        case _:
            assert_never(condition)


class _Search:
    """Looks for contradictions; conditions must be free of circles and of unknown questions."""

    def __init__(self, questions: Mapping[str, Question], areas: frozenset[str]) -> None:
        self._questions = questions
        self._areas = areas

    def is_reachable(self, question: Question) -> bool:
        """Whether some alternative of the question's condition is free of contradictions."""
        try:
            return any(map(self._is_possible, self._visible(question)))
        except _TooManyError:
            return True

    def range_of(self, name: str) -> Bounds:
        """Least and greatest value that a question can have; None is open, crossed bounds mean never any."""
        question = self._questions[name]
        kind = kind_of(question)
        return kind.bounds(question, self.range_of) if kind.is_figure else _NOTHING

    def _visible(self, question: Question) -> list[_Demands]:
        demands = [_Demands()]
        if question.dimension in self._areas:
            demands = [_Demands(chosen=frozenset({question.dimension}))]
        return demands if question.when is None else _product(demands, self._spread(question.when, wanted=True))

    def _spread(self, condition: Condition, *, wanted: bool) -> list[_Demands]:
        """The alternatives under which a condition holds (or does not)."""
        match condition:
            case QuestionWithin():
                if not wanted:
                    return [_Demands(fails=frozenset({condition}))]
                visible = self._visible(self._questions[condition.question])
                return _product([_Demands(holds=frozenset({condition}))], visible)
            case AreaChosen(area=area):
                return [_Demands(chosen=frozenset({area})) if wanted else _Demands(not_chosen=frozenset({area}))]
            case CommuneKindIs(commune_kind=kind):
                return [_Demands(kinds=frozenset({kind}) if wanted else frozenset(CommuneKind) - {kind})]
            case AllOf():
                return self._combine(condition.all, wanted=wanted, together=wanted)
            case AnyOf():
                return self._combine(condition.any, wanted=wanted, together=not wanted)
            case Not():
                return self._spread(condition.negated, wanted=not wanted)
            case _:
                assert_never(condition)

    def _combine(self, parts: Iterable[Condition], *, wanted: bool, together: bool) -> list[_Demands]:
        spread = [self._spread(part, wanted=wanted) for part in parts]
        if not together:
            return [demands for alternatives in spread for demands in alternatives]
        product = [_Demands()]
        for alternatives in spread:
            product = _product(product, alternatives)
        return product

    def _is_possible(self, demands: _Demands) -> bool:
        if not demands.kinds or demands.chosen & demands.not_chosen:
            return False
        return all(self._has_value(name, demands) for name in {item.question for item in demands.holds})

    def _has_value(self, name: str, demands: _Demands) -> bool:
        """Whether some value of the question meets every comparison; one that fails could be left unanswered."""
        bounds = self.range_of(name)
        if bounds == _NOTHING:
            return False
        holds = [(item.at_least, item.at_most) for item in demands.holds if item.question == name]
        fails = [(item.at_least, item.at_most) for item in demands.fails if item.question == name]
        whole = self._questions[name].scores
        possible = _candidates([bounds, *holds, *fails], whole=whole)
        possible = [value for value in possible if all(_contains(item, value) for item in (bounds, *holds))]
        return any(not any(_contains(item, value) for item in fails) for value in possible)


def _product(left: list[_Demands], right: list[_Demands]) -> list[_Demands]:
    if len(left) * len(right) > _MOST_ALTERNATIVES:
        raise _TooManyError
    return [first.joined(second) for first in left for second in right]


def _contains(bounds: Bounds, value: Decimal) -> bool:
    low, high = bounds
    return (low is None or low <= value) and (high is None or value <= high)


def _meet(first: Bounds, second: Bounds) -> bool:
    lows = [bound for bound in (first[0], second[0]) if bound is not None]
    highs = [bound for bound in (first[1], second[1]) if bound is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _candidates(all_bounds: Iterable[Bounds], *, whole: bool) -> list[Decimal]:
    """Values that stand for all others: every bound, a value between each two, one below and one above all."""
    if whole:
        return [Decimal(level) for level in range(MAXIMUM_LEVEL + 1)]
    bounds = sorted({bound for pair in all_bounds for bound in pair if bound is not None})
    if not bounds:
        return [Decimal(0)]
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    return [bounds[0] - 1, *bounds, *between, bounds[-1] + 1]
