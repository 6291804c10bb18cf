"""One dimension in words: its score, the judgement, what is strong and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.level_bars import Row as BarRow
from advisor_app.charts.scene import Score
from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import (
    Block,
    Fact,
    FactTable,
    Figure,
    Heading,
    Inline,
    KeepTogether,
    Lines,
    Paragraph,
    Run,
)
from advisor_app.documents.parts.standing import band_of, band_words, score_of
from advisor_app.documents.wording import WIDE
from advisor_app.domain.evaluation import Contribution
from advisor_app.domain.questionnaire import Dimension
from advisor_app.domain.scoring import DimensionScore, Share, Status
from advisor_app.questions.form import state_wording

_STRONG, _WEAK = 3, 1
_MOST_NAMED = 3


def level_bars(current: Assessed, scores: tuple[DimensionScore, ...], title: str) -> Iterator[Block]:
    """A bar per dimension with level, score and target; everything they show stands in the text below them too."""
    if not scores:
        return
    wording = current.given.wording
    rows = []
    for score in scores:
        target = current.target(score)
        rows.append(
            BarRow(
                key=score.id,
                title=current.dimensions[score.id].title,
                score=score_of(current, score),
                level=score.level,
                target=None if target is None else Score(float(target.level), wording.number(target.level)),
                band=band_of(current, score),
            )
        )
    yield Figure(chart=LevelBars(title=title, rows=tuple(rows)), with_table=False)


def dimension_in_detail(current: Assessed, score: DimensionScore, judgement: Iterable[Block]) -> Iterator[Block]:
    """Heading, verdict, judgement and the answers that carry it."""
    dimension = current.dimensions[score.id]
    blocks: list[Block] = [
        Heading(3, current.title(score.id)),
        Paragraph(text=verdict(current, score), introduces=True),
        *judgement,
    ]
    facts = tuple(_facts(current, score, dimension))
    if facts:
        blocks.append(FactTable(facts))
    yield KeepTogether(tuple(blocks))


def verdict(current: Assessed, score: DimensionScore) -> tuple[Inline, ...]:
    """Level, score and everything that limits how far they can be relied on."""
    texts, wording = current.given.texts, current.given.wording
    parts: list[str] = []
    if score.score is None or score.level is None:
        parts.append(current.status_words(score.status))
        if score.status is Status.NOT_ASSESSABLE and score.best is not None:
            parts.append(band_words(current, score))
        return (current.chip(score), Run(WIDE + ", ".join(parts), strong=True))
    parts.append(texts("documents.verdict.score", score=wording.score(score.score)))
    if score.capped:
        parts += _capped(current, score)
    if score.status is Status.PROVISIONAL:
        coverage = wording.percent(score.coverage)
        parts.append(texts("documents.verdict.provisional", coverage=coverage, span=band_words(current, score)))
    elif score.best != score.worst:
        parts.append(texts("documents.verdict.open", span=band_words(current, score)))
    head = Run(WIDE + current.level_words(score.level), strong=True)
    return (current.chip(score), head, Run("".join(f"; {part}" for part in parts)))


def _capped(current: Assessed, score: DimensionScore) -> Iterator[str]:
    """Which blocking questions hold the dimension down; a confidential one is not named, as its level is told by it."""
    is_lower = score.uncapped_score != score.score
    named = [name for name in score.capped_by if not current.questions[name].confidential]
    if named:
        key = "capped" if is_lower else "blocked"
        questions = current.given.texts.joined(named)
        yield current.given.texts(f"documents.verdict.{key}", level=current.cap_level, questions=questions)
    elif is_lower:
        yield current.given.texts("documents.verdict.capped-confidential", level=current.cap_level)


def proposed_judgement(current: Assessed, score: DimensionScore) -> str:
    """A neutral sentence from the figures."""
    texts, wording = current.given.texts, current.given.wording
    if score.score is None or score.level is None:
        return texts(f"documents.judgement.{score.status.value}", dimension=current.dimensions[score.id].title)
    level = current.scale.levels[score.level]
    sentences = [texts("documents.judgement.level", meaning=level.meaning)]
    module = current.result.module.score
    if score in current.cross_cutting and module is not None and score.score != module:
        side = "above" if score.score > module else "below"
        sentences.append(texts(f"documents.judgement.{side}", module=wording.score(module)))
    target = current.target(score)
    if target is not None:
        gap = target.level - score.score
        key = "reached" if gap <= 0 else "gap"
        sentences.append(texts(f"documents.judgement.{key}", target=target.level, gap=wording.score(max(gap, gap * 0))))
    return " ".join(sentences)


def _facts(current: Assessed, score: DimensionScore, dimension: Dimension) -> Iterator[Fact]:
    texts = current.given.texts
    shown = [item for item in current.evaluation.explain(dimension) if not item.question.confidential]
    counted = [item for item in shown if item.share is Share.COUNTED and item.answer.level is not None]
    counted.sort(key=lambda item: -item.question.weight)
    strong = sorted((item for item in counted if _level(item) >= _STRONG), key=lambda item: -_level(item))
    middle = [item for item in counted if _WEAK < _level(item) < _STRONG]
    weak = sorted((item for item in counted if _level(item) <= _WEAK), key=_level)
    for key, found in (("strong", strong), ("middle", middle), ("weak", weak)):
        if found:
            yield Fact(texts(f"documents.answers.{key}"), Lines(tuple(_named(current, found))))
    missing = [item for item in shown if item.share is Share.MISSING]
    if missing:
        yield Fact(texts("documents.answers.missing"), Lines(tuple(_missing(current, missing))))
    target = current.target(score)
    if target is not None:
        key = "assumed" if target.assumed else "set"
        yield Fact(texts("documents.target"), texts(f"documents.target-{key}", level=current.level_words(target.level)))


def _level(item: Contribution) -> int:
    return item.answer.level or 0


def _named(current: Assessed, found: list[Contribution]) -> Iterator[tuple[Inline, ...]]:
    kind = current.given.case.commune.kind
    for item in found[:_MOST_NAMED]:
        anchors = item.question.wording(kind).anchors or ()
        anchor = anchors[_level(item)] if anchors else ""
        number = Run(f"{item.question.id}{WIDE}", quiet=True)
        yield (number, Run(f"{item.question.short}: ", strong=True), Run(anchor))
    if len(found) > _MOST_NAMED:
        yield (Run(current.given.texts("documents.answers.more", count=len(found) - _MOST_NAMED), quiet=True),)


def _missing(current: Assessed, missing: list[Contribution]) -> Iterator[tuple[Inline, ...]]:
    texts = current.given.texts
    for item in missing:
        state = state_wording(item.answer, texts)
        number = Run(f"{item.question.id}{WIDE}", quiet=True)
        yield (number, Run(f"{item.question.short}: ", strong=True), Run(state))
