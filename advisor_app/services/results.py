"""What an assessment shows: the same words and charts on screen as in the report, with the way they were computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeVar

from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.phase_steps import PhaseSteps
from advisor_app.charts.radar import Radar
from advisor_app.documents.assessed import Assessed, assessed
from advisor_app.documents.blocks import Block, Figure, Table
from advisor_app.documents.parts.cohort import cohort_bars, group_words
from advisor_app.documents.parts.communes import CommunesBeside, communes_beside
from advisor_app.documents.parts.dimensions import level_bars, proposed_judgement
from advisor_app.documents.parts.standing import (
    limits,
    near_threshold,
    next_phase,
    phase_sentences,
    phase_steps,
    radar,
    score_of,
    standing_title,
)
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.cohort import CohortFigures
from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.proposals import Target
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.scoring import DimensionScore, Share
from advisor_app.domain.what_if import WhatIf
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

    ``module_id`` is the module (M4), ``module`` the same in words (Modul 4). ``is_near``: in a phase, and close to a
    threshold.
    """

    assessment: Assessment
    module_id: str
    module: str
    title: str
    is_near: bool
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


@dataclass(frozen=True, slots=True)
class Apart:
    """A question that stands a level or more away from the median of the others."""

    question: Question
    own: int
    median: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongOthers:
    """A commune beside others; charts are None where nobody else has a value."""

    sentence: str
    rule: str
    bars: LevelBars | None
    area_bars: LevelBars | None
    apart: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class CommuneStanding:
    """Where one commune stands (no ``commune``: all together); level and words by dimension, None where not asked."""

    assessment: str
    commune: str
    name: str
    title: str
    scores: tuple[tuple[int | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySideCommunes:
    """Communes of a joint case beside each other; ``dimensions`` are ids with titles, ``apart`` lowest to highest."""

    sentence: str
    notices: tuple[str, ...]
    dimensions: tuple[tuple[str, str], ...]
    communes: tuple[CommuneStanding, ...]
    apart: tuple[str, ...]


class Results:
    """Makes standings from snapshots."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def standing(self, case: Case, assessment: Assessment) -> Standing:
        """Where the commune stands by an assessment of the case."""
        current = self._assessed(case, assessment)
        texts = current.given.texts
        following = next_phase(current)
        return Standing(
            assessment=assessment,
            module_id=current.result.module_id,
            module=current.given.module_name(current.result.module_id),
            title=standing_title(current) or current.given.module_title(current.result.module_id),
            is_near=current.phase is not None and near_threshold(current) is not None,
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

    def what_if(self, case: Case, assessment: Assessment) -> WhatIf:
        """The assessment with answers that may be thought otherwise."""
        return WhatIf(
            questionnaire=self._documents.questionnaire(assessment),
            kind=case.assessed_commune(assessment).kind,
            answers=case.answers.get(assessment.id, {}),
            areas=assessment.areas,
        )

    def assuming(self, case: Case, assessment: Assessment, levels: Mapping[str, int]) -> Standing:
        """Where the commune would stand with other levels."""
        answers = self.what_if(case, assessment).assumed(levels)
        return self.standing(replace(case, answers={**case.answers, assessment.id: answers}), assessment)

    def among_others(self, case: Case, assessment: Assessment, figures: CohortFigures) -> AmongOthers:
        """Where the commune stands beside the figures of others."""
        current = self._assessed(case, assessment)
        return AmongOthers(
            sentence=group_words(current, figures),
            rule=current.given.texts("cohort.rule"),
            bars=cohort_bars(current, figures, current.cross_cutting),
            area_bars=cohort_bars(current, figures, current.areas) if current.areas else None,
            apart=tuple(_apart(current, figures)),
        )

    def communes(self, case: Case, assessment: Assessment) -> SideBySideCommunes | None:
        """The communes of a joint case by the questionnaire of an assessment; None where there are not two to see."""
        given = self._documents.input_of(case, "result-report", assessment=assessment.id)
        beside = communes_beside(given, assessment.questionnaire)
        if beside is None:
            return None
        first = beside.columns[0]
        return SideBySideCommunes(
            sentence=beside.sentence,
            notices=beside.notices,
            dimensions=tuple((name, first.dimensions[name].title) for name in beside.dimensions),
            communes=tuple(_commune(beside, item) for item in beside.columns),
            apart=tuple(given.wording.score(beside.apart(name)) for name in beside.dimensions),
        )

    def _assessed(self, case: Case, assessment: Assessment) -> Assessed:
        return assessed(self._documents.input_of(case, "result-report", assessment=assessment.id), assessment)


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


def _commune(beside: CommunesBeside, item: Assessed) -> CommuneStanding:
    levels = {score.id: score.level for score in item.result.dimensions}
    return CommuneStanding(
        assessment=item.assessment.id,
        commune=item.assessment.commune,
        name=beside.name(item),
        title=standing_title(item),
        scores=tuple((levels.get(name), beside.words(item, name)) for name in beside.dimensions),
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


def _apart(current: Assessed, figures: CohortFigures) -> Iterator[Apart]:
    """Questions far from the others, the furthest first; confidential ones are never among the figures."""
    found = []
    for dimension in current.evaluation.dimensions():
        for item in current.evaluation.explain(dimension):
            figure = figures.figure(item.question.id)
            if figure is not None and item.share is Share.COUNTED and item.answer.level is not None:
                found.append(Apart(item.question, item.answer.level, Fraction(figure.median)))
    yield from sorted(
        (item for item in found if abs(item.own - item.median) >= 1), key=lambda item: -abs(item.own - item.median)
    )
