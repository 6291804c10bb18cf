"""What an assessment shows: the same words and charts on screen as in the report, with the way they were computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.phase_steps import PhaseSteps
from advisor_app.charts.radar import Radar
from advisor_app.documents.assessed import Assessed, assessed
from advisor_app.documents.blocks import Block, Figure, Table
from advisor_app.documents.parts.dimensions import level_bars, proposed_judgement
from advisor_app.documents.parts.standing import (
    limits,
    next_phase,
    phase_sentences,
    phase_steps,
    radar,
    score_of,
    standing_title,
)
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.proposals import Target
from advisor_app.domain.scoring import DimensionScore, Share
from advisor_app.services.documents import Documents

C = TypeVar("C", LevelBars, PhaseSteps, Radar)


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionStanding:
    """One dimension: its score and target with their words, a plain sentence, and every answer's part in it."""

    score: DimensionScore
    title: str
    words: str
    level_words: str
    sentence: str
    target: Target | None
    gap: Fraction | None
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmetCondition:
    """A condition of the next phase that is not met, in words; ``item`` is the question or dimension it is about."""

    item: str
    title: str
    actual: str
    required: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a commune stands by one assessment; charts are None where there is too little to draw.

    ``module_id`` is the module (M4), ``module`` the same in words (Modul 4).
    """

    assessment: Assessment
    module_id: str
    module: str
    title: str
    sentences: str
    steps: PhaseSteps | None
    radar: Radar | None
    bars: LevelBars | None
    area_bars: LevelBars | None
    dimensions: tuple[DimensionStanding, ...]
    areas: tuple[DimensionStanding, ...]
    unmet_title: str
    unmet: tuple[UnmetCondition, ...]
    notice: str
    versions: str


class Results:
    """Makes standings from snapshots."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def standing(self, case: Case, assessment: Assessment) -> Standing:
        """Where the commune stands by an assessment of the case."""
        current = assessed(self._documents.input_of(case, "result-report", assessment=assessment.id), assessment)
        texts = current.given.texts
        following = next_phase(current)
        return Standing(
            assessment=assessment,
            module_id=current.result.module_id,
            module=current.given.module_name(current.result.module_id),
            title=standing_title(current) or current.given.module_title(current.result.module_id),
            sentences=phase_sentences(current),
            steps=_chart(phase_steps(current), PhaseSteps),
            radar=_chart(radar(current, with_table=False), Radar),
            bars=_chart(level_bars(current, current.cross_cutting, ""), LevelBars),
            area_bars=_chart(level_bars(current, current.areas, ""), LevelBars),
            dimensions=tuple(_dimension(current, score) for score in current.cross_cutting),
            areas=tuple(_dimension(current, score) for score in current.areas),
            unmet_title=""
            if following is None
            else texts("documents.phase.missing", number=following.number, title=following.title),
            unmet=tuple(_unmet(current)),
            notice=current.scale.notice,
            versions=texts(
                "documents.calculation.versions",
                questionnaire=current.questionnaire.title,
                version=current.questionnaire.version,
                scoring=current.scale.version,
            ),
        )


def part_of(contribution: Contribution) -> int | None:
    """What an answer adds to its dimension's sum: weight times level; None where it does not count."""
    if contribution.share is not Share.COUNTED or contribution.answer.level is None:
        return None
    return contribution.question.weight * contribution.answer.level


def _chart(blocks: Iterator[Block], kind: type[C]) -> C | None:
    charts = (block.chart for block in blocks if isinstance(block, Figure))
    return next((chart for chart in charts if isinstance(chart, kind)), None)


def _dimension(current: Assessed, score: DimensionScore) -> DimensionStanding:
    target = current.target(score)
    return DimensionStanding(
        score=score,
        title=current.dimensions[score.id].title,
        words=score_of(current, score).words,
        level_words=current.status_words(score.status) if score.level is None else current.level_words(score.level),
        sentence=proposed_judgement(current, score),
        target=target,
        gap=None if target is None or score.score is None else max(target.level - score.score, Fraction(0)),
        contributions=current.evaluation.explain(current.dimensions[score.id]),
    )


def _unmet(current: Assessed) -> Iterator[UnmetCondition]:
    result = current.result.phase
    if result is None:
        return
    tables = (block for block in limits(current, heading=3) if isinstance(block, Table))
    rows = next((table.rows for table in tables), ())
    for limit, row in zip(result.limited_by, rows, strict=False):
        title, actual, required = (str(cell) for cell in row.cells)
        yield UnmetCondition(item=limit.id, title=title, actual=actual, required=required)
