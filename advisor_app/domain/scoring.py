"""Maturity scores, exactly as the model's version 1.0 defines them.

Everything inside is a fraction or an integer; floats are made at the edges only. "Missing" is unanswered or unknown;
a hidden question counts as not applicable. See ``docs/ARCHITECTURE.md`` for the rules in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.foundations import MAXIMUM_LEVEL, DimensionKind, Scale
from advisor_app.domain.questionnaire import Dimension, Question


class Status(Enum):
    """How far a score can be relied on."""

    OK = "ok"
    PROVISIONAL = "provisional"
    NOT_ASSESSABLE = "not-assessable"
    NOT_APPLICABLE = "not-applicable"


class Share(Enum):
    """What a scoring question contributes to its dimension."""

    COUNTED = "counted"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    HIDDEN = "hidden"


def share_of(answer: Answer, *, visible: bool) -> Share:
    """How an answer enters the score of its dimension."""
    if not visible:
        return Share.HIDDEN
    if answer.state is AnswerState.NOT_APPLICABLE:
        return Share.NOT_APPLICABLE
    if answer.state is AnswerState.ANSWERED and answer.level is not None:
        return Share.COUNTED
    return Share.MISSING


@dataclass(slots=True)
class Tally:
    """The sums of one dimension."""

    applicable: int = 0
    answered: int = 0
    weight_applicable: int = 0
    weight_answered: int = 0
    weighted_levels: int = 0
    blocked: int = 0
    blocking_missing: int = 0

    def add(self, question: Question, share: Share, level: int | None) -> None:
        """Count one question in."""
        if share is Share.HIDDEN or share is Share.NOT_APPLICABLE:
            return
        self.applicable += 1
        self.weight_applicable += question.weight
        if share is Share.COUNTED and level is not None:
            self.answered += 1
            self.weight_answered += question.weight
            self.weighted_levels += question.weight * level
            self.blocked += question.blocking and level == 0
        else:
            self.blocking_missing += question.blocking


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """Score of one dimension on 0–4 with its band for missing answers; ``capped_by`` are blocking questions at 0."""

    id: str
    kind: DimensionKind
    weight: int
    score: Fraction | None
    uncapped_score: Fraction | None
    best: Fraction | None
    worst: Fraction | None
    coverage: Fraction | None
    status: Status
    capped_by: tuple[str, ...]
    level: int | None

    @property
    def capped(self) -> bool:
        """Whether a blocking question at level 0 limits the score."""
        return bool(self.capped_by)

    @property
    def percent(self) -> Fraction | None:
        """The score as a share of the highest level, 0–100."""
        return None if self.score is None else self.score / MAXIMUM_LEVEL * 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleScore:
    """The weighted mean over the cross-cutting dimensions."""

    score: Fraction | None
    best: Fraction | None
    worst: Fraction | None
    coverage: Fraction | None
    status: Status


def band(score: Fraction, scale: Scale) -> int:
    """The level whose band holds the unrounded score."""
    for level in scale.levels:
        if level.below is None or score < Fraction(level.below):
            return level.number
    return scale.levels[-1].number


def is_near(score: Fraction, thresholds: Iterable[Fraction], scale: Scale) -> bool:
    """Whether the score lies so close to a threshold that it must be called "knapp"."""
    near = Fraction(scale.near)
    return any(abs(score - threshold) <= near for threshold in thresholds)


def score_dimension(dimension: Dimension, tally: Tally, blocked: Sequence[str], scale: Scale) -> DimensionScore:
    """Score one dimension from its sums; ``blocked`` are the ids of its blocking questions at level 0."""
    cap = Fraction(scale.blocking_cap)
    coverage = Fraction(tally.weight_answered, tally.weight_applicable) if tally.weight_applicable else None
    applicable = tally.applicable >= scale.minimum_answers
    assessable = applicable and tally.answered >= scale.minimum_answers
    best = worst = plain = None
    if applicable and tally.weight_applicable:
        missing = tally.weight_applicable - tally.weight_answered
        best = Fraction(tally.weighted_levels + MAXIMUM_LEVEL * missing, tally.weight_applicable)
        worst = Fraction(tally.weighted_levels, tally.weight_applicable)
        best = min(best, cap) if tally.blocked else best
        worst = min(worst, cap) if tally.blocked or tally.blocking_missing else worst
    if assessable and tally.weight_answered:
        plain = Fraction(tally.weighted_levels, tally.weight_answered)
    score = min(plain, cap) if plain is not None and blocked else plain
    if not applicable:
        status = Status.NOT_APPLICABLE
    elif score is None or coverage is None:
        status = Status.NOT_ASSESSABLE
    else:
        status = Status.OK if coverage >= Fraction(scale.minimum_coverage) else Status.PROVISIONAL
    return DimensionScore(
        id=dimension.id,
        kind=dimension.kind,
        weight=dimension.weight,
        score=score,
        uncapped_score=plain,
        best=best,
        worst=worst,
        coverage=coverage,
        status=status,
        capped_by=tuple(blocked) if score is not None else (),
        level=None if score is None else band(score, scale),
    )


def score_module(dimensions: Iterable[DimensionScore], scale: Scale) -> ModuleScore:
    """Weighted mean over the cross-cutting dimensions that have a score."""
    cross = [item for item in dimensions if item.kind is DimensionKind.CROSS_CUTTING]
    applicable = [item for item in cross if item.status is not Status.NOT_APPLICABLE]
    score = _mean((item.weight, item.score) for item in applicable)
    weight = sum(item.weight for item in applicable)
    valid = sum(item.weight for item in applicable if item.status is Status.OK)
    coverage = Fraction(valid, weight) if weight else None
    if score is None or coverage is None:
        status = Status.NOT_ASSESSABLE
    else:
        status = Status.OK if coverage >= Fraction(scale.minimum_coverage) else Status.PROVISIONAL
    return ModuleScore(
        score=score,
        best=_mean((item.weight, item.best) for item in applicable),
        worst=_mean((item.weight, item.worst) for item in applicable),
        coverage=coverage,
        status=status,
    )


def _mean(weighted: Iterable[tuple[int, Fraction | None]]) -> Fraction | None:
    total = Fraction(0)
    weights = 0
    for weight, value in weighted:
        if value is not None:
            total += weight * value
            weights += weight
    return total / weights if weights else None
