"""The phase of digitalisation: the highest one whose threshold and minimum criteria, and all earlier ones', hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Criterion, Phase
from advisor_app.domain.scoring import DimensionScore, ModuleScore, Status

MODULE_SCORE = "Q"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """An unmet condition: ``id`` is ``Q``, a question or a dimension; ``actual`` is None where there is no value."""

    id: str
    required: Fraction
    actual: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseResult:
    """The phase reached (None unless the module's score is ok), its range, and what keeps it from the next."""

    number: int | None
    best: int
    worst: int
    limited_by: tuple[Limit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read the answers: as they are, or with everything missing at its best or worst."""

    module: Fraction | None
    question: Callable[[str], Fraction | None]
    dimension: Mapping[str, Fraction | None]


def unmet(phase: Phase, reading: Reading) -> Iterator[Limit]:
    """Conditions of one phase that the reading does not meet, in the table's order."""
    if reading.module is None or reading.module < Fraction(phase.threshold):
        yield Limit(id=MODULE_SCORE, required=Fraction(phase.threshold), actual=reading.module)
    for criterion in phase.criteria:
        for name, actual in _subjects(criterion, reading):
            if actual is None or actual < Fraction(criterion.at_least):
                yield Limit(id=name, required=Fraction(criterion.at_least), actual=actual)


def _subjects(criterion: Criterion, reading: Reading) -> Iterator[tuple[str, Fraction | None]]:
    if criterion.question is not None:
        yield criterion.question, reading.question(criterion.question)
    elif criterion.dimension is not None:
        yield criterion.dimension, reading.dimension.get(criterion.dimension)
    else:
        yield from reading.dimension.items()


def reached(phases: Sequence[Phase], reading: Reading) -> int:
    """Number of the highest phase whose conditions and all earlier ones hold (0: not even the first)."""
    number = 0
    for phase in phases:
        if any(unmet(phase, reading)):
            break
        number = phase.number
    return number


def determine_phase(
    phases: Sequence[Phase],
    module: ModuleScore,
    dimensions: Sequence[DimensionScore],
    question: Callable[[str, Fraction | None], Fraction | None],
) -> PhaseResult | None:
    """Phase from scores; None for a questionnaire without phases.

    ``question(id, missing)`` yields a level, ``missing`` where it is missing, None where it does not apply.
    """
    if not phases:
        return None
    cross = [item for item in dimensions if item.kind is DimensionKind.CROSS_CUTTING]

    def reading(
        score: Fraction | None, pick: Callable[[DimensionScore], Fraction | None], missing: int | None
    ) -> Reading:
        substitute = None if missing is None else Fraction(missing)
        return Reading(
            module=score,
            question=lambda name: question(name, substitute),
            dimension={item.id: pick(item) for item in cross},
        )

    actual = reading(module.score, lambda item: item.score, None)
    best = max(1, reached(phases, reading(module.best, lambda item: item.best, 4)))
    worst = max(1, reached(phases, reading(module.worst, lambda item: item.worst, 0)))
    number = reached(phases, actual) if module.status is Status.OK else None
    following = next((phase for phase in phases if phase.number > (worst if number is None else number)), None)
    limits = tuple(unmet(following, actual)) if following is not None else ()
    return PhaseResult(number=number, best=best, worst=worst, limited_by=limits)
