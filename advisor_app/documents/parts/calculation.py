"""How the scores came about: exact values, weights, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import (
    Align,
    Block,
    Callout,
    Column,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.wording import DASH
from advisor_app.domain.scoring import DimensionScore, Share


def calculation(current: Assessed) -> Iterator[Block]:
    """Notice, method, the sums of every dimension and of the module, and the questions left out."""
    texts, wording, scale = current.given.texts, current.given.wording, current.scale
    yield Callout((texts("documents.calculation.notice", notice=scale.notice),))
    yield Paragraph(
        text=texts(
            "documents.calculation.method",
            answers=scale.minimum_answers,
            coverage=wording.percent(Fraction(scale.minimum_coverage)),
            cap=current.cap_level,
        )
    )
    rows = [_row(current, score) for score in current.result.dimensions]
    module = current.result.module
    if module.score is not None:
        rows.insert(len(current.cross_cutting), _module_row(current))
    yield KeepTogether(
        (
            Table(
                columns=(
                    Column(title=texts("documents.dimension"), weight=1),
                    Column(title=texts("documents.calculation.weight"), align=Align.END),
                    Column(title=texts("documents.calculation.sum"), align=Align.END),
                    Column(title=texts("documents.score"), align=Align.END),
                    Column(title=texts("documents.calculation.coverage"), align=Align.END),
                    Column(title=texts("documents.calculation.status")),
                ),
                rows=tuple(rows),
                summary=texts("documents.calculation.summary"),
            ),
        )
    )
    left_out = texts.joined(list(_left_out(current)))
    if left_out:
        yield Paragraph(text=texts("documents.calculation.left-out", questions=left_out))
    yield Paragraph(
        text=texts(
            "documents.calculation.versions",
            questionnaire=current.questionnaire.title,
            version=current.questionnaire.version,
            scoring=scale.version,
        ),
        kind=ParagraphKind.NOTE,
    )


def _row(current: Assessed, score: DimensionScore) -> Row:
    texts, wording = current.given.texts, current.given.wording
    counted = [
        item
        for item in current.evaluation.explain(current.dimensions[score.id])
        if item.share is Share.COUNTED and item.answer.level is not None
    ]
    total = sum(item.question.weight * (item.answer.level or 0) for item in counted)
    weight = sum(item.question.weight for item in counted)
    status = current.status_words(score.status)
    if score.uncapped_score != score.score:
        status = texts("documents.calculation.capped", uncapped=wording.exact(score.uncapped_score))
    return Row(
        (
            current.title(score.id),
            str(score.weight) if score in current.cross_cutting else DASH,
            f"{total} / {weight}" if counted else DASH,
            wording.exact(score.score),
            wording.percent(score.coverage),
            status,
        )
    )


def _module_row(current: Assessed) -> Row:
    texts, wording, module = current.given.texts, current.given.wording, current.result.module
    scored = [score for score in current.cross_cutting if score.score is not None]
    weights = sum(score.weight for score in scored)
    total = sum((score.weight * (score.score or Fraction(0)) for score in scored), start=Fraction(0))
    return Row(
        (
            texts("documents.module-score"),
            str(weights),
            f"{wording.plain(total)} / {weights}",
            wording.exact(module.score),
            wording.percent(module.coverage),
            current.status_words(module.status),
        ),
        RowKind.TOTAL,
    )


def _left_out(current: Assessed) -> Iterator[str]:
    """Questions that did not count, with the reason in a word."""
    texts = current.given.texts
    for dimension in current.evaluation.dimensions():
        for item in current.evaluation.explain(dimension):
            if item.share is Share.NOT_APPLICABLE or item.share is Share.MISSING:
                yield f"{item.question.id} ({texts(f'questions.state.{item.answer.state.value}')})"
