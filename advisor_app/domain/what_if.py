"""Which answers lift a commune to the next phase: the way that takes the fewest single steps of level.

What holds today stays; only what was answered may rise, and an open question that the phase asks for by name. Within a
dimension a step of a heavier question counts more, so taking those first takes the fewest; a capped dimension counts
more only once its blocking questions leave level 0, and every choice of such dimensions is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, combinations
from math import ceil

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import UNANSWERED, Answer
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.foundations import MAXIMUM_LEVEL, DimensionKind
from advisor_app.domain.questionnaire import Dimension, Phase, Question, Questionnaire
from advisor_app.domain.scoring import Share

_MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Rise:
    """A question that would have to stand at another level; ``before`` is None where it has none today."""

    question: Question
    before: int | None
    after: int

    @property
    def steps(self) -> int:
        """How many single steps of level that is."""
        return self.after - (self.before or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How the next phase is reached; without rises it cannot be, by answers that stand today.

    ``missing`` are questions to be answered first: as long as they are, nobody can tell the phase.
    """

    phase: Phase
    rises: tuple[Rise, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """An assessment whose answers may be thought otherwise."""

    questionnaire: Questionnaire
    kind: CommuneKind
    answers: Mapping[str, Answer]
    areas: tuple[str, ...] = ()

    def assumed(self, levels: Mapping[str, int]) -> Mapping[str, Answer]:
        """The answers with other levels in the place of what stands there."""
        changed = {name: with_level(self.answers.get(name, UNANSWERED), level) for name, level in levels.items()}
        return {**self.answers, **changed}

    def evaluation(self, levels: Mapping[str, int]) -> Evaluation:
        """The assessment evaluated with other levels."""
        return Evaluation(self.questionnaire, self.kind, self.assumed(levels), self.areas)

    def way(self) -> Way | None:
        """The way to the next phase; None where there are no phases or the highest is reached."""
        result = self.evaluation({}).result().phase
        if result is None:
            return None
        number = result.worst if result.number is None else result.number
        phase = next((item for item in self.questionnaire.phases if item.number > number), None)
        if phase is None:
            return None
        if result.number is None:
            return Way(phase=phase, missing=self.evaluation({}).missing())
        levels: dict[str, int] = {}
        for _ in range(_MOST_ROUNDS):  # a level may bring up questions that nobody was asked before
            evaluation = self.evaluation(levels)
            reached = evaluation.result().phase
            if reached is None or reached.number is None:
                return Way(phase=phase, rises=self._rises(levels), missing=evaluation.missing())
            if reached.number >= phase.number:
                return Way(phase=phase, rises=self._rises(levels))
            further = _fewest_steps(evaluation, phase)
            if not further:
                break
            levels.update(further)
        return Way(phase=phase)

    def _rises(self, levels: Mapping[str, int]) -> tuple[Rise, ...]:
        return tuple(
            Rise(question, self.answers.get(question.id, UNANSWERED).level, levels[question.id])
            for question in self.questionnaire.questions
            if question.id in levels
        )


@dataclass(frozen=True, slots=True)
class _Lift:
    """Levels of a dimension's answered questions, while they are raised."""

    dimension: Dimension
    levels: Mapping[str, int]
    cap: Fraction

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its answered questions."""
        return tuple(item for item in self.dimension.questions if item.id in self.levels)

    @property
    def score(self) -> Fraction:
        """The weighted mean, capped while a blocking question stands at 0."""
        weight = sum(item.weight for item in self.questions)
        plain = Fraction(sum(item.weight * self.levels[item.id] for item in self.questions), weight)
        return min(plain, self.cap) if self.blocked else plain

    @property
    def blocked(self) -> tuple[str, ...]:
        """Blocking questions at level 0."""
        return tuple(item.id for item in self.questions if item.blocking and self.levels[item.id] == 0)

    def raised(self, *names: str) -> _Lift:
        """The same with questions a level higher."""
        return replace(self, levels={**self.levels, **{name: self.levels[name] + 1 for name in names}})

    def next_step(self) -> str | None:
        """The question whose next level counts most; of several the lowest one. None where all are at the top."""
        lower = [item for item in self.questions if self.levels[item.id] < MAXIMUM_LEVEL]
        return min(lower, key=lambda item: (-item.weight, self.levels[item.id])).id if lower else None


def _fewest_steps(evaluation: Evaluation, phase: Phase) -> Mapping[str, int] | None:
    """The levels that meet a phase as the questions are asked now; None where no levels do."""
    named = _asked_by_name(evaluation, phase)
    if named is None:
        return None
    begun = {item.dimension.id: item for item in _lifts(evaluation, named)}
    least = _least(phase, begun, [item.id for item in evaluation.dimensions() if _is_cross_cutting(item)])
    if least is None:
        return None
    capped = [name for name, lift in begun.items() if lift.blocked]
    choices = chain.from_iterable(combinations(capped, size) for size in range(len(capped) + 1))
    found = [result for choice in choices if (result := _raised(begun, choice, least, phase)) is not None]
    if not found:
        return None
    levels = {name: level for lift in min(found, key=_total).values() for name, level in lift.levels.items()}
    return {name: level for name, level in levels.items() if evaluation.answer(name).level != level}


def _total(lifts: Mapping[str, _Lift]) -> int:
    return sum(sum(lift.levels.values()) for lift in lifts.values())


def _asked_by_name(evaluation: Evaluation, phase: Phase) -> Mapping[str, int] | None:
    """The levels that the phase asks of single questions; None where one of them is not asked or does not apply."""
    dimensions = evaluation.dimensions()
    shares = {item.question.id: item for dimension in dimensions for item in evaluation.explain(dimension)}
    wanted: dict[str, int] = {}
    for criterion in phase.criteria:
        if criterion.question is None:
            continue
        item = shares.get(criterion.question)
        if item is None or item.share not in {Share.COUNTED, Share.MISSING}:
            return None
        least = ceil(criterion.at_least)
        if item.share is Share.MISSING or (item.answer.level or 0) < least:
            wanted[criterion.question] = max(least, wanted.get(criterion.question, 0))
    return wanted


def _is_cross_cutting(dimension: Dimension) -> bool:
    return dimension.kind is DimensionKind.CROSS_CUTTING


def _lifts(evaluation: Evaluation, named: Mapping[str, int]) -> Iterator[_Lift]:
    """Every cross-cutting dimension that has a score, with the levels that are asked by name."""
    scale = evaluation.questionnaire.scale
    for dimension in evaluation.dimensions():
        if not _is_cross_cutting(dimension):
            continue
        levels = {
            item.question.id: item.answer.level
            for item in evaluation.explain(dimension)
            if item.share is Share.COUNTED and item.answer.level is not None
        }
        own = {item.id for item in dimension.questions}
        levels.update({name: level for name, level in named.items() if name in own})
        if len(levels) >= scale.minimum_answers and evaluation.score(dimension).score is not None:
            yield _Lift(dimension, levels, Fraction(scale.blocking_cap))


def _least(phase: Phase, lifts: Mapping[str, _Lift], every: Sequence[str]) -> Mapping[str, Fraction] | None:
    """What the phase asks of dimensions; None where it asks it of one without a score."""
    least: dict[str, Fraction] = {}
    for criterion in phase.criteria:
        if criterion.question is not None:
            continue
        for name in every if criterion.dimension is None else (criterion.dimension,):
            if name not in lifts:
                return None
            least[name] = max(least.get(name, Fraction(0)), Fraction(criterion.at_least))
    return least


def _raised(
    begun: Mapping[str, _Lift], lifted: Sequence[str], least: Mapping[str, Fraction], phase: Phase
) -> Mapping[str, _Lift] | None:
    """The dimensions raised until the phase holds, those ``lifted`` freed of their cap; None where that fails."""
    lifts = {name: lift.raised(*lift.blocked) if name in lifted else lift for name, lift in begun.items()}
    for name, wanted in least.items():
        while lifts[name].score < wanted:
            step = lifts[name].next_step()
            if step is None or (lifts[name].blocked and lifts[name].score == lifts[name].cap):
                return None
            lifts[name] = lifts[name].raised(step)
    weights = sum(lift.dimension.weight for lift in lifts.values())
    threshold = Fraction(phase.threshold) * weights
    while sum(lift.dimension.weight * lift.score for lift in lifts.values()) < threshold:
        gains = [
            ((raised.score - lift.score) * lift.dimension.weight, -lift.levels[step], name, raised)
            for name, lift in sorted(lifts.items())
            if (step := lift.next_step()) is not None
            for raised in (lift.raised(step),)
        ]
        if not gains or max(gains, key=_gained)[0] <= 0:
            return None
        _, _, name, raised = max(gains, key=_gained)
        lifts[name] = raised
    return lifts


def _gained(step: tuple[Fraction, int, str, _Lift]) -> tuple[Fraction, int]:
    """By how much a step raises the module; of equal ones that of the lower question."""
    return step[:2]
