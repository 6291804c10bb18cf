"""Priority matrix and Gantt chart of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.gantt.plan_rows import plan_rows
from advisor_app.charts.priority_matrix import MatrixMeasure, PriorityMatrix
from advisor_app.documents.blocks import Align, Block, Column, Columns, Figure, Heading, Row, Run, Table
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH
from advisor_app.domain.plan import Measure, MeasureState, effective_priority

_MOST_BESIDE = 12
"""Measures whose table still fits beside the matrix."""


def priority_matrix(given: DocumentInput, measures: tuple[Measure, ...]) -> Iterator[Block]:
    """Measures by benefit and effort; the same figures stand with each measure."""
    kept = _kept(measures)
    if not kept:
        return
    title = given.texts("documents.plan.priorities")
    chart = PriorityMatrix(
        title=title,
        measures=tuple(
            MatrixMeasure(
                id=measure.id,
                title=measure.title,
                benefit=measure.benefit,
                effort=measure.effort,
                priority=_letter(given, measure),
            )
            for measure in kept
        ),
    )
    yield Heading(2, title)
    figure, table = Figure(chart=chart, with_table=False), _ratings(given, kept)
    if len(kept) > _MOST_BESIDE:
        yield figure
        yield table
    else:
        yield Columns(left=(figure,), right=(table,))


def _ratings(given: DocumentInput, measures: tuple[Measure, ...]) -> Table:
    texts = given.texts
    return Table(
        columns=(
            Column(title=texts("documents.plan.number")),
            Column(title=texts("documents.plan.measure"), weight=1),
            Column(title=texts("documents.plan.benefit"), align=Align.END),
            Column(title=texts("documents.plan.effort"), align=Align.END),
            Column(title=texts("documents.plan.priority-short"), align=Align.CENTRE),
        ),
        rows=tuple(
            Row(
                (
                    measure.id,
                    measure.title,
                    DASH if measure.benefit is None else str(measure.benefit),
                    DASH if measure.effort is None else str(measure.effort),
                    (Run(_letter(given, measure) or DASH, strong=True),),
                )
            )
            for measure in measures
        ),
        summary=texts("documents.plan.priorities"),
        header=1,
    )


def gantt(given: DocumentInput, measures: tuple[Measure, ...]) -> Iterator[Block]:
    """Measures and milestones over time; the same dates stand in the table of measures."""
    kept = _kept(measures)
    if not kept:
        return
    title = given.texts("documents.plan.schedule")
    rows = plan_rows(
        kept,
        given.case.plan.milestones,
        given.texts,
        period=given.wording.period,
        priority=lambda measure: _letter(given, measure),
    )
    chart = Gantt(title=title, measures=rows, first=given.case.plan.start, last=given.case.plan.end)
    yield Heading(2, title)
    yield Figure(chart=chart, with_table=False)


def _kept(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    return tuple(measure for measure in measures if measure.state is not MeasureState.DROPPED)


def _letter(given: DocumentInput, measure: Measure) -> str:
    found = effective_priority(measure, given.catalog.scale)
    return "" if found is None else found.value
