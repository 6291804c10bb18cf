"""Measures of the catalogue that the measured gaps call for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from advisor_app.domain.evaluation import Result
from advisor_app.domain.foundations import MAXIMUM_LEVEL, Scale
from advisor_app.domain.measure_template import Effort, MeasureTemplate
from advisor_app.domain.scoring import DimensionScore

_EFFORT_ORDER = {Effort.S: 0, Effort.M: 1, Effort.L: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The level a group wants to reach in a dimension; ``assumed`` where the group has not set one."""

    level: int
    assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A measure with the gap that called for it: target minus score, in levels, and gap times dimension weight."""

    template: MeasureTemplate
    score: Fraction
    target: Target
    gap: Fraction
    urgency: Fraction


def target_of(score: DimensionScore, targets: Mapping[str, int], scale: Scale) -> Target | None:
    """The target level of a dimension: the group's, else one step above today's level; None without a score."""
    if score.level is None:
        return None
    chosen = targets.get(score.id)
    if chosen is not None:
        return Target(level=chosen, assumed=False)
    return Target(level=min(score.level + scale.default_target_step, MAXIMUM_LEVEL), assumed=True)


def propose_measures(
    templates: Iterable[MeasureTemplate],
    result: Result,
    targets: Mapping[str, int],
    scale: Scale,
    levels: Mapping[str, int | None],
) -> tuple[Proposal, ...]:
    """Measures whose trigger holds, by gap × weight, then per dimension the lower trigger first, then effort, then id.

    A trigger holds where the dimension's level lies between the measure's ``at_least`` and ``at_most``, or where one
    of its questions is at or below its bound (``levels``: question → agreed level). Dimensions at their target are
    left out.
    """
    scores = {score.id: score for score in result.dimensions}
    found = []
    for template in templates:
        score = scores.get(template.dimension)
        if template.retired or score is None or score.score is None:
            continue
        target = target_of(score, targets, scale)
        if target is None or not _is_triggered(template, score, levels):
            continue
        gap = target.level - score.score
        if gap > 0:
            found.append(
                Proposal(template=template, score=score.score, target=target, gap=gap, urgency=gap * score.weight)
            )
    return in_urgency(found)


def in_urgency(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Proposals, also of several modules, the most urgent first."""
    return tuple(sorted(proposals, key=_order))


def _is_triggered(template: MeasureTemplate, score: DimensionScore, levels: Mapping[str, int | None]) -> bool:
    if score.level is not None and template.at_least <= score.level <= template.at_most:
        return True
    return any(
        (level := levels.get(trigger.question)) is not None and level <= trigger.at_most
        for trigger in template.questions
    )


def _order(proposal: Proposal) -> tuple[Fraction, str, int, int, str]:
    template = proposal.template
    return (
        -proposal.urgency,
        template.dimension,
        template.at_most,
        _EFFORT_ORDER[template.effort],
        template.id,
    )
