"""Priority matrix and Gantt chart of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.gantt import Measure as GanttMeasure
from advisor_app.charts.gantt import Milestone as GanttMilestone
from advisor_app.charts.priority_matrix import MatrixMeasure, PriorityMatrix
from advisor_app.documents.blocks import Align, Block, Column, Columns, Figure, Heading, Row, Run, Table
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH
from advisor_app.domain.plan import Measure, MeasureState, effective_priority
from advisor_app.domain.use_case import Milestone

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
    rows = [
        GanttMeasure(
            id=measure.id,
            title=measure.title,
            period=given.wording.period(measure.start, measure.end),
            start=measure.start,
            end=measure.end,
            priority=_letter(given, measure),
            predecessors=measure.predecessors,
            milestones=_milestones(measure.milestones),
        )
        for measure in kept
    ]
    general = _milestones(given.case.plan.milestones)
    if general:
        rows.append(GanttMeasure(id="", title=given.texts("documents.milestones"), period="", milestones=general))
    chart = Gantt(title=title, measures=tuple(rows), first=given.case.plan.start, last=given.case.plan.end)
    yield Heading(2, title)
    yield Figure(chart=chart, with_table=False)


def _kept(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    return tuple(measure for measure in measures if measure.state is not MeasureState.DROPPED)


def _letter(given: DocumentInput, measure: Measure) -> str:
    found = effective_priority(measure, given.catalog.scale)
    return "" if found is None else found.value


def _milestones(milestones: tuple[Milestone, ...]) -> tuple[GanttMilestone, ...]:
    return tuple(GanttMilestone(item.on, item.title) for item in milestones if item.on is not None)
