"""Parts of papers on the electronic file: areas with gaps, ways of documents, variants of scanning, the rollout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from advisor_app.charts.gantt.rollout_rows import rollout_chart
from advisor_app.charts.swim_lanes.process import in_parts, process_lanes
from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Figure,
    Heading,
    KeepTogether,
    KeyFigure,
    KeyFigures,
    Lines,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Run,
    Table,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import DASH
from advisor_app.domain.e_file import Gap, JudgedArea, Need, counts_of, in_urgency, judged
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.process import Flow, ProcessSheet, in_order, sums_of
from advisor_app.domain.rollout import measure_of, rollout
from advisor_app.domain.scan_comparison import RankedVariant, ScanComparison, compare_variants
from advisor_app.texts.e_file import (
    crowded_sentence,
    dominated_sentences,
    e_file_word,
    period_words,
    result_sentence,
    stability_sentences,
    total_words,
)
from advisor_app.texts.processes import sums_sentence

E_FILE_MODULE = "M3"
"""The module whose report tells of electronic files."""

_STEPS_IN_ROW = 6
_MOST_URGENT = 5


def guide_of(given: DocumentInput) -> EFileGuide:
    """What the packs say about electronic files; raises AdvisorError(NO_E_FILE_GUIDE) where none does."""
    found = next(iter(given.catalog.e_file_guides.values()), None)
    if found is None:
        raise AdvisorError(Problem.NO_E_FILE_GUIDE)
    return found


def areas_of(given: DocumentInput) -> tuple[JudgedArea, ...]:
    """Every area with what was said about it."""
    return judged(guide_of(given), given.case.e_file_areas)


def e_file_section(given: DocumentInput) -> Iterator[Block]:
    """What a result report says: need and gaps, ways, the variant that is first, the rollout; nothing where empty."""
    if not given.catalog.e_file_guides:
        return
    parts = (
        *_urgent(given),
        *ways(given, heading=3, is_drawn=False),
        *_first_variant(given),
        *rollout_part(given, heading=3),
    )
    if parts:
        yield Heading(2, given.texts("documents.e-file.title"))
        yield from parts


def need_figures(given: DocumentInput, areas: Iterable[JudgedArea]) -> KeyFigures:
    """How many areas must, should and could be there, and how many of them are not."""
    counts, texts = counts_of(areas), given.texts
    return KeyFigures(
        tuple(
            KeyFigure(
                texts("documents.e-file.missing-of", missing=counts.missing[need], needed=counts.needed[need]),
                texts("documents.e-file.with-gap", need=e_file_word(need, texts)),
            )
            for need in Need
        )
    )


def areas_table(given: DocumentInput, areas: Iterable[JudgedArea]) -> Table:
    """All areas under their groups."""
    texts, rows = given.texts, []
    group = ""
    for item in areas:
        if item.area.group != group:
            group = item.area.group
            rows.append(Row((group,), RowKind.GROUP))
        rows.append(_area_row(given, item))
    names = ("number", "area", "state", "need", "gap", "responsible", "remark")
    weights = (0.0, 2.0, 0.0, 0.0, 0.0, 1.2, 2.4)
    return Table(
        columns=tuple(
            Column(title=texts(f"documents.e-file.columns.{name}"), weight=weight)
            for name, weight in zip(names, weights, strict=True)
        ),
        rows=tuple(rows),
        summary=texts("documents.e-file.areas-summary"),
        header=1,
    )


def ways(given: DocumentInput, *, heading: int, is_drawn: bool) -> Iterator[Block]:
    """The ways of documents with their sums, drawn or not; nothing where there are none."""
    sheets = [sheet for sheet in in_order(given.case.processes.values()) if sheet.is_document_way]
    if not sheets:
        return
    yield Heading(heading, given.texts("documents.e-file.ways"))
    for sheet in sheets:
        yield from _way(given, sheet, heading=heading + 1, is_drawn=is_drawn)


def comparison_part(given: DocumentInput) -> Iterator[Block]:
    """Weights, points, totals, and how firm the first place is; nothing where nobody gave points."""
    comparison = _comparison(given)
    if comparison is None:
        return
    texts = given.texts
    yield Heading(2, texts("documents.e-file.variants"))
    yield Paragraph(text=result_sentence(comparison, texts), introduces=True)
    yield KeepTogether((_figures(given, comparison),))
    told = (*stability_sentences(comparison, texts), *dominated_sentences(comparison, texts))
    if told:
        yield Bullets(told)
    yield from _decision(given, comparison)
    yield Paragraph(text=texts("documents.e-file.assumptions"), kind=ParagraphKind.NOTE)


def rollout_part(given: DocumentInput, *, heading: int) -> Iterator[Block]:
    """Which office begins when; nothing where no office is named."""
    steps = rollout(given.case.rollout.values(), given.case.measures)
    if not steps:
        return
    texts = given.texts
    yield Heading(heading, texts("e-file.rollout"))
    chart = rollout_chart(steps, texts)
    if chart is not None:
        yield Figure(chart=chart, with_table=False)
    names = ("office", "period", "responsible", "measure", "before")
    weights = (1.4, 0.0, 1.2, 0.0, 2.0)
    rows = []
    for step in steps:
        measure = measure_of(step.id, given.case.measures)
        rows.append(
            Row(
                (
                    step.office or DASH,
                    period_words(step, texts),
                    step.responsible or DASH,
                    DASH if measure is None else measure.id,
                    Lines(tuple(step.remark.text.splitlines())) if step.remark else DASH,
                )
            )
        )
    yield Table(
        columns=tuple(
            Column(title=texts(f"documents.e-file.columns.{name}"), weight=weight)
            for name, weight in zip(names, weights, strict=True)
        ),
        rows=tuple(rows),
        summary=texts("e-file.rollout"),
    )
    crowded = crowded_sentence(steps, texts)
    if crowded:
        yield Callout((crowded,))


def _area_row(given: DocumentInput, item: JudgedArea) -> Row:
    texts, standing = given.texts, item.standing
    return Row(
        (
            str(item.number),
            (Run(item.area.title, strong=True),),
            DASH if standing.state is None else e_file_word(standing.state, texts),
            DASH if standing.need is None else e_file_word(standing.need, texts),
            (Run(e_file_word(item.gap, texts), strong=item.gap is Gap.WHOLE, quiet=item.gap is Gap.OPEN),),
            standing.responsible or DASH,
            Lines(tuple(standing.remark.text.splitlines())) if standing.remark else DASH,
        )
    )


def _urgent(given: DocumentInput) -> Iterator[Block]:
    areas, texts = areas_of(given), given.texts
    if all(item.standing.need is None and item.standing.state is None for item in areas):
        return
    yield need_figures(given, areas)
    urgent = in_urgency(areas)
    if urgent:
        yield Paragraph(text=texts("documents.e-file.urgent"), introduces=True)
        yield Bullets(
            tuple(
                texts(
                    "documents.e-file.urgent-area",
                    area=f"{item.number} {item.area.title}",
                    need=e_file_word(item.standing.need or Need.COULD, texts),
                    state=DASH if item.standing.state is None else e_file_word(item.standing.state, texts),
                )
                for item in urgent[:_MOST_URGENT]
            )
        )
    yield Paragraph(text=texts("documents.e-file.more"), kind=ParagraphKind.NOTE)


def _way(given: DocumentInput, sheet: ProcessSheet, *, heading: int, is_drawn: bool) -> Iterator[Block]:
    texts = given.texts
    yield Heading(heading, f"{sheet.code} {sheet.title}".strip())
    for flow in Flow:
        steps = sheet.steps(flow)
        told = sums_sentence(sums_of(steps), texts) if steps else texts("documents.e-file.way-open")
        name = texts(f"documents.e-file.{flow.value}")
        if not is_drawn or not steps:
            yield Paragraph(text=(Run(f"{name}: ", strong=True), Run(told)))
            continue
        *rows, last = in_parts(process_lanes(sheet, flow, texts), _STEPS_IN_ROW)
        yield from (Figure(chart=row, with_table=False) for row in rows)
        yield Figure(chart=last, caption=f"{name}: {told}")


def _comparison(given: DocumentInput) -> ScanComparison | None:
    if not any(rating.points for rating in given.case.scan_ratings.values()):
        return None
    return compare_variants(guide_of(given), given.case.scan_weights, given.case.scan_ratings)


def _figures(given: DocumentInput, comparison: ScanComparison) -> Table:
    texts, guide = given.texts, guide_of(given)
    variants = comparison.variants
    rows = [
        Row(
            (
                criterion.title,
                str(comparison.weights[criterion.id]),
                *(_points(item, criterion.id) for item in variants),
            )
        )
        for criterion in guide.criteria
    ]
    totals = tuple(DASH if item.total is None else total_words(item.total, texts) for item in variants)
    places = tuple(DASH if item.place is None else str(item.place) for item in variants)
    rows.append(Row((texts("documents.e-file.total"), "", *totals), RowKind.TOTAL))
    rows.append(Row((texts("documents.e-file.place"), "", *places), RowKind.TOTAL))
    return Table(
        columns=(
            Column(title=texts("documents.e-file.columns.criterion"), weight=2),
            Column(title=texts("documents.e-file.columns.weight"), align=Align.CENTRE),
            *(Column(title=item.variant.title, weight=1, align=Align.CENTRE) for item in variants),
        ),
        rows=tuple(rows),
        summary=texts("documents.e-file.variants-summary"),
    )


def _points(item: RankedVariant, criterion: str) -> str:
    given = item.rating.given(criterion)
    return DASH if given is None else str(given)


def _decision(given: DocumentInput, comparison: ScanComparison) -> Iterator[Block]:
    chosen = comparison.chosen
    if chosen is None:
        return
    told = [given.texts("documents.e-file.chosen", name=chosen.variant.title)]
    told += [line for line in chosen.rating.remark.text.splitlines() if line.strip()]
    yield Callout(tuple(told))


def _first_variant(given: DocumentInput) -> Iterator[Block]:
    comparison = _comparison(given)
    if comparison is None:
        return
    yield Heading(3, given.texts("documents.e-file.variants"))
    yield Paragraph(text=result_sentence(comparison, given.texts))
    yield from _decision(given, comparison)
