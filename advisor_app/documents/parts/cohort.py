"""A commune beside the figures of others that agreed: bars with median and middle half, and what they are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from advisor_app.charts.level_bars import LevelBars
from advisor_app.charts.level_bars import Row as BarRow
from advisor_app.charts.scene import Band, Score
from advisor_app.documents.assessed import Assessed
from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Figure,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
)
from advisor_app.documents.parts.standing import score_of
from advisor_app.documents.wording import DASH, WIDE
from advisor_app.domain.cohort import MODULE, CohortFigure, CohortFigures
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.scoring import DimensionScore


def cohort_section(current: Assessed) -> Iterator[Block]:
    """The figures that somebody put into the report about the assessment; nothing where nobody did."""
    figures = current.given.case.cohort_figures.get(current.assessment.id)
    if figures is None:
        return
    texts = current.given.texts
    yield Heading(2, texts("cohort.title"))
    yield Paragraph(text=group_words(current, figures), introduces=True)
    for scores in (current.cross_cutting, current.areas):
        chart = cohort_bars(current, figures, scores)
        if chart is not None:
            yield Figure(chart=chart, with_table=False)
            yield _table(current, figures, scores)
    yield Paragraph(text=texts("cohort.rule"), kind=ParagraphKind.NOTE)


def _table(current: Assessed, figures: CohortFigures, scores: tuple[DimensionScore, ...]) -> Block:
    texts, wording = current.given.texts, current.given.wording
    rows = []
    for score in scores:
        row = _row(current, score, figures.figure(score.id))
        others = (DASH, row.note) if row.typical is None or row.peers is None else (row.typical.words, row.peers.words)
        name = (Run(f"{score.id}{WIDE}", quiet=True), Run(row.title))
        rows.append(Row((name, wording.score(score.score), *others)))
    return Table(
        columns=(
            Column(title=texts("documents.dimension"), weight=1),
            Column(title=texts("cohort.own"), align=Align.END),
            Column(title=texts("cohort.median"), align=Align.END),
            Column(title=texts("cohort.half"), align=Align.END),
        ),
        rows=tuple(rows),
        summary=texts("cohort.summary"),
    )


def cohort_bars(current: Assessed, figures: CohortFigures, scores: tuple[DimensionScore, ...]) -> LevelBars | None:
    """A bar per dimension with median and middle half of the others; None where nobody else has a value."""
    rows = tuple(_row(current, score, figures.figure(score.id)) for score in scores)
    if all(row.typical is None for row in rows):
        return None
    return LevelBars(title=current.given.texts("cohort.title"), rows=rows)


def group_words(current: Assessed, figures: CohortFigures) -> str:
    """Who the others are, as far as it may be said, and where their module value lies."""
    texts, wording = current.given.texts, current.given.wording
    words = texts(
        "cohort.group",
        count=figures.communes,
        kind=texts(f"cohort.kind.{figures.kind.value}"),
        size="" if figures.kind is CommuneKind.DISTRICT else texts(f"cohort.size.{figures.size_class}"),
        day=wording.day(figures.as_of),
    )
    module = figures.figure(MODULE)
    own = current.result.module.score
    if module is None or own is None:
        return words
    position = "inside" if module.lower <= own <= module.upper else "below" if own < module.lower else "above"
    return " ".join((
        words,
        texts(
            "cohort.module",
            own=wording.score(own),
            median=wording.score(Fraction(module.median)),
            position=texts(f"cohort.position.{position}"),
        ),
    ))  # fmt: skip


def _row(current: Assessed, score: DimensionScore, figure: CohortFigure | None) -> BarRow:
    wording, texts = current.given.wording, current.given.texts
    typical = peers = None
    if figure is not None:
        typical = Score(float(figure.median), wording.score(Fraction(figure.median)))
        lower, upper = (wording.score(Fraction(value)) for value in (figure.lower, figure.upper))
        peers = Band(float(figure.lower), float(figure.upper), texts("cohort.between", lower=lower, upper=upper))
    return BarRow(
        key=score.id,
        title=current.dimensions[score.id].title,
        score=score_of(current, score),
        level=score.level,
        typical=typical,
        peers=peers,
        note="" if figure is not None else texts("cohort.too-few"),
    )
