"""Where a commune stands: profile, phase, and what keeps it from the next one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from advisor_app.charts.phase_steps import PhaseSteps, Step, StepState
from advisor_app.charts.radar import Axis, Radar, Series
from advisor_app.charts.scene import Band, Score
from advisor_app.documents.assessed import Assessed, has_other_figures, pre_survey_before
from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Heading,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Steps,
    Table,
)
from advisor_app.documents.wording import DASH, WIDE
from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.phases import MODULE_SCORE, Limit, PhaseResult
from advisor_app.domain.questionnaire import Phase
from advisor_app.domain.scoring import DimensionScore, Status, band, is_near

_FEWEST_AXES = 3
_MOST_NAMED = 8


def phase_title(current: Assessed) -> str:
    """The phase in a few words: with its name, as a range where answers are missing."""
    texts, phase, result = current.given.texts, current.phase, current.result.phase
    if result is None:
        return ""
    if phase is not None:
        title = texts("documents.phase.reached", number=phase.number, title=phase.title)
    elif current.result.module.status is Status.NOT_ASSESSABLE:
        return texts("documents.phase.none")
    elif result.best == result.worst:
        title = texts("documents.phase.provisional-one", number=result.best)
    else:
        title = texts("documents.phase.provisional", worst=result.worst, best=result.best)
    if current.assessment.kind is AssessmentKind.PRE_SURVEY:
        return texts("documents.phase.pre-survey", phase=title)
    return title


def standing_title(current: Assessed) -> str:
    """Where the commune stands in a few words: the phase, or without phases the level of the module's score."""
    score = current.result.module.score
    if current.questionnaire.phases:
        return phase_title(current)
    return "" if score is None else current.level_words(band(score, current.scale))


def phase_steps(current: Assessed) -> Iterator[Block]:
    """All phases with the one reached, or those that are possible while answers are missing."""
    result = current.result.phase
    if result is None:
        return
    texts, wording = current.given.texts, current.given.wording
    steps = tuple(
        Step(
            number=phase.number,
            title=phase.title,
            threshold=texts("documents.phase.from", score=wording.score(Fraction(phase.threshold))),
            state=_step_state(phase.number, result),
        )
        for phase in current.questionnaire.phases
    )
    chart = PhaseSteps(title=texts("documents.phase.steps"), summary=f"{phase_title(current)}.", steps=steps)
    yield Figure(chart=chart, with_table=False)


def phase_steps_in_column(current: Assessed) -> Iterator[Block]:
    """The same where there is little room: without thresholds."""
    phases = current.questionnaire.phases
    if not phases:
        return
    reached = current.phase
    yield Steps(
        titles=tuple(Lines((str(phase.number), phase.title)) for phase in phases),
        current=None if reached is None else phases.index(reached),
        words=f"{current.given.texts('documents.phase.steps')}: {phase_title(current)}.",
    )


def _step_state(number: int, result: PhaseResult) -> StepState:
    if number == result.number:
        return StepState.REACHED
    if result.number is None and result.worst <= number <= result.best:
        return StepState.POSSIBLE
    reached = result.worst if result.number is None else result.number
    return StepState.PASSED if number < reached else StepState.AHEAD


def phase_sentences(current: Assessed) -> str:
    """The module's score, how near it is to a threshold, and what the missing answers leave open."""
    given, module = current.given, current.result.module
    texts, wording = given.texts, given.wording
    if module.score is None:
        return texts("documents.phase.no-score")
    level = band(module.score, current.scale)
    sentences = [
        texts(
            "documents.phase.score",
            module=given.module_title(current.result.module_id),
            score=wording.score(module.score),
            level=current.level_words(level),
        )
    ]
    near = near_threshold(current)
    if near is not None:
        side = "above" if module.score >= near else "below"
        sentences.append(texts(f"documents.phase.near-{side}", threshold=wording.score(near)))
    phase = current.phase
    if phase is not None:
        sentences.append(phase.text)
    if module.status is Status.PROVISIONAL:
        sentences.append(texts("documents.phase.is-provisional", coverage=wording.percent(module.coverage)))
    sentences += _band_sentence(current)
    return " ".join(sentences)


def near_threshold(current: Assessed) -> Fraction | None:
    """The phase's threshold that the module's score lies close to."""
    score = current.result.module.score
    if score is None:
        return None
    thresholds = [Fraction(phase.threshold) for phase in current.questionnaire.phases if phase.threshold]
    return next((threshold for threshold in thresholds if is_near(score, (threshold,), current.scale)), None)


def _band_sentence(current: Assessed) -> Iterator[str]:
    result = current.result.phase
    missing = current.evaluation.missing()
    if result is None or not missing:
        return
    texts = current.given.texts
    named = list(missing[:_MOST_NAMED])
    rest = len(missing) - len(named)
    questions = texts.joined(named) if not rest else texts("documents.and-more", names=", ".join(named), count=rest)
    key = "band" if result.best != result.worst else "band-same"
    yield texts(f"documents.phase.{key}", worst=result.worst, best=result.best, count=len(missing), questions=questions)


def next_phase(current: Assessed) -> Phase | None:
    """The phase after the one reached, or after the lowest possible one; None after the last."""
    result = current.result.phase
    if result is None:
        return None
    floor = result.number if result.number is not None else result.worst
    return next((phase for phase in current.questionnaire.phases if phase.number > floor), None)


def limits(current: Assessed, *, heading: int) -> Iterator[Block]:
    """Every condition of the next phase that is not met."""
    result = current.result.phase
    if result is None:
        return
    texts = current.given.texts
    if not result.limited_by:
        if current.phase is not None:
            yield Paragraph(text=texts("documents.phase.highest"))
        return
    following = next_phase(current)
    if following is None:
        return
    yield Heading(heading, texts("documents.phase.missing", number=following.number, title=following.title))
    yield Table(
        columns=(
            Column(title=texts("documents.phase.condition"), weight=1),
            Column(title=texts("documents.phase.actual"), align=Align.END),
            Column(title=texts("documents.phase.required"), align=Align.END),
        ),
        rows=tuple(_limit(current, limit) for limit in result.limited_by),
        summary=texts("documents.phase.missing", number=following.number, title=following.title),
    )


def _limit(current: Assessed, limit: Limit) -> Row:
    texts, wording = current.given.texts, current.given.wording
    question = current.questions.get(limit.id)
    if question is not None:
        name = f"{question.id}{WIDE}{question.short}"
        required = texts("documents.level-only", level=int(limit.required))
        actual = DASH if limit.actual is None else texts("documents.level-only", level=int(limit.actual))
        if question.confidential:
            actual = texts("documents.confidential")
        return Row((name, actual, required))
    name = texts("documents.module-score") if limit.id == MODULE_SCORE else _numbered(current, limit.id)
    required, actual = wording.score(limit.required), wording.score(limit.actual)
    if actual == required:
        actual = texts("documents.just-below", value=required)
    return Row((name, actual, required))


def _numbered(current: Assessed, dimension: str) -> str:
    return f"{dimension}{WIDE}{current.dimensions[dimension].title}"


def radar(current: Assessed, *, with_table: bool) -> Iterator[Block]:
    """Today's scores against the pre-survey's and the targets, with a note where figures of the two are others.

    Nothing where there are too few axes for a radar.
    """
    before = pre_survey_before(current.given, current)
    picture = tuple(radar_against(current, before, with_table=with_table))
    yield from picture
    if picture and before is not None and has_other_figures(before, current):
        yield Paragraph(text=current.given.texts("documents.of-version-note"), kind=ParagraphKind.NOTE)


def radar_against(current: Assessed, before: Assessed | None, *, with_table: bool) -> Iterator[Block]:
    """Scores against those of an earlier assessment and the targets; nothing where there are too few axes."""
    scores = current.cross_cutting
    if len(scores) < _FEWEST_AXES or all(score.score is None for score in scores):
        return
    given = current.given
    series = [Series(kind="current", name=current.occasion, scores=tuple(score_of(current, item) for item in scores))]
    if before is not None:
        name = before.occasion
        if has_other_figures(before, current):
            name = given.texts("documents.of-version", occasion=name, version=before.questionnaire.version)
        known = {score.id: score for score in before.cross_cutting}
        found = tuple(score_of(before, known[item.id]) if item.id in known else Score(None, DASH) for item in scores)
        series.append(Series(kind="before", name=name, scores=found))
    targets = tuple(_target_score(current, item) for item in scores)
    series.append(Series(kind="target", name=given.texts("documents.target"), scores=targets))
    axes = tuple(
        Axis(key=item.id, title=current.dimensions[item.id].short, band=band_of(current, item)) for item in scores
    )
    chart = Radar(title=given.texts("documents.profile"), axes=axes, series=tuple(series))
    yield Figure(chart=chart, with_table=with_table)


def score_of(current: Assessed, score: DimensionScore) -> Score:
    """A score as charts draw it."""
    if score.score is None:
        return Score(None, current.status_words(score.status))
    return Score(float(score.score), current.given.wording.score(score.score))


def _target_score(current: Assessed, score: DimensionScore) -> Score:
    target = current.target(score)
    return Score(None, DASH) if target is None else Score(float(target.level), str(target.level))


def band_of(current: Assessed, score: DimensionScore) -> Band | None:
    """How far a score may move while answers are missing; None where none are."""
    if score.best is None or score.worst is None or score.best == score.worst:
        return None
    return Band(float(score.worst), float(score.best), band_words(current, score))


def band_words(current: Assessed, score: DimensionScore) -> str:
    """From where to where a score may move while answers are missing."""
    wording = current.given.wording
    return current.given.texts("documents.span", worst=wording.score(score.worst), best=wording.score(score.best))


def dimension_table(current: Assessed, scores: tuple[DimensionScore, ...]) -> Iterator[Block]:
    """Level, score and target of each dimension, with a note on targets that were assumed."""
    if not scores:
        return
    texts, wording = current.given.texts, current.given.wording
    assumed = False
    rows = []
    for score in scores:
        target = current.target(score)
        assumed = assumed or (target is not None and target.assumed)
        aim = DASH if target is None else f"{target.level}{'*' if target.assumed else ''}"
        name = (Run(f"{score.id}{WIDE}", quiet=True), Run(current.dimensions[score.id].title))
        rows.append(Row((name, (current.chip(score),), wording.score(score.score), aim)))
    yield Table(
        columns=(
            Column(title=texts("documents.dimension"), weight=1),
            Column(title=texts("documents.level-head"), align=Align.CENTRE),
            Column(title=texts("documents.score"), align=Align.END),
            Column(title=texts("documents.aim"), align=Align.END),
        ),
        rows=tuple(rows),
        summary=texts("documents.dimension-summary"),
    )
    if assumed:
        yield Paragraph(text=texts("documents.assumed-note"), kind=ParagraphKind.NOTE)
