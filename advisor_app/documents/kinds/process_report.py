"""A process as it was worked out: how it runs today, how it is to run, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from advisor_app.charts.swim_lanes.process import in_parts, process_lanes
from advisor_app.documents.blocks import (
    Align,
    Block,
    Callout,
    Column,
    Contents,
    Document,
    Fact,
    FactTable,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Lines,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import EditableSection, Item, section_of, written
from advisor_app.documents.paper_blocks import Orientation
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.process import Flow, ProcessSheet, ProcessStep, in_order, sums_of
from advisor_app.domain.process_benefit import Benefit, benefit_of
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_cents, format_decimal
from advisor_app.texts.processes import (
    benefit_lines,
    break_words,
    days_words,
    hours_words,
    minutes_words,
    missing_sentence,
    payback_words,
)

KIND = "process-report"

_RECOMMENDATION = "recommendation"
_STEPS_IN_ROW = 6
"""What one row of lanes holds on a sheet across. Each row is a figure, so that a long flow goes on on the next page."""


def items(given: DocumentInput) -> tuple[Item, ...]:
    """Process sheets by number."""
    return tuple(
        Item(sheet.id, f"{sheet.code} {sheet.title}".strip(), code=sheet.code)
        for sheet in in_order(given.case.processes.values())
    )


def build(given: DocumentInput) -> Document:
    """The report on the chosen process, or on the only one.

    Raises AdvisorError: NO_PROCESS where the case has none, UNKNOWN_PROCESS where none or several fit the choice.
    """
    texts = given.texts.of_document(KIND)
    sheet = _chosen(given)
    title = sheet.title or texts("untitled")
    document = given.document(KIND, texts("title", code=sheet.code), title, _blocks(given, texts, sheet))
    return replace(document, orientation=Orientation.LANDSCAPE)


def sections(given: DocumentInput) -> tuple[EditableSection, ...]:
    """What the adviser recommends."""
    texts = given.texts.of_document(KIND)
    sheet = _chosen(given)
    benefit = benefit_of(sheet)
    proposal = texts("recommend-open" if sheet.as_is else "recommend-empty")
    if benefit is not None:
        proposal = texts("recommend", hours=hours_words(benefit, given.texts))
    return (EditableSection(_RECOMMENDATION, given.texts("documents.recommendation"), proposal),)


def _chosen(given: DocumentInput) -> ProcessSheet:
    known = in_order(given.case.processes.values())
    if not known:
        raise AdvisorError(Problem.NO_PROCESS)
    found = [sheet for sheet in known if given.item in {sheet.id, sheet.code}] if given.item else known
    if len(found) != 1:
        raise AdvisorError(Problem.UNKNOWN_PROCESS, name=given.item)
    return found[0]


def _blocks(given: DocumentInput, texts: Texts, sheet: ProcessSheet) -> Iterator[Block]:
    benefit = benefit_of(sheet)
    yield TitleBlock(
        title=f"{sheet.code} {sheet.title or texts('untitled')}",
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield _key_figures(given, texts, sheet, benefit)
    yield from written(given, KIND, section_of(sections(given), _RECOMMENDATION))
    yield Heading(2, texts("head"))
    yield FactTable(_facts(given, texts, sheet))
    yield Contents()
    for flow in Flow:
        yield from _flow(given, texts, sheet, flow)
    if benefit is not None:
        yield PageBreak()
    yield from _benefit(given, texts, sheet, benefit)


def _key_figures(given: DocumentInput, texts: Texts, sheet: ProcessSheet, benefit: Benefit | None) -> KeyFigures:
    before, after = sums_of(sheet.as_is), sums_of(sheet.to_be)
    days = given.texts("process.days", number=format_decimal(before.waiting_days, 0, given.texts.language))
    figures = (
        KeyFigure(minutes_words(before.minutes, given.texts), texts("figures.minutes")),
        KeyFigure(str(before.media_breaks), texts("figures.breaks")),
        KeyFigure(days, texts("figures.days")),
    )
    if not sheet.to_be:
        return KeyFigures(figures)
    change = f"{before.media_breaks} → {after.media_breaks}"
    times = f"{minutes_words(before.minutes, given.texts)} → {minutes_words(after.minutes, given.texts)}"
    gained = "–" if benefit is None else format_decimal(benefit.hours, 1, given.texts.language)
    return KeyFigures(
        (
            KeyFigure(times, texts("figures.minutes")),
            KeyFigure(change, texts("figures.breaks")),
            KeyFigure(gained, texts("figures.hours")),
            KeyFigure("–" if benefit is None else payback_words(benefit, given.texts), texts("figures.payback")),
        )
    )


def _facts(given: DocumentInput, texts: Texts, sheet: ProcessSheet) -> tuple[Fact, ...]:
    language = given.texts.language
    cases = "" if sheet.cases_per_year is None else format_decimal(sheet.cases_per_year, 0, language)
    form = "" if sheet.written_form is None else given.texts("history.yes" if sheet.written_form else "history.no")
    values = (
        ("service_key", sheet.service_key),
        ("office", sheet.office),
        ("trigger", sheet.trigger),
        ("result", sheet.result),
        ("legal_basis", sheet.legal_basis),
        ("written_form", form),
        ("procedure", sheet.procedure),
        ("forms", sheet.forms),
        ("cases_per_year", cases),
        *([("group", sheet.group)] if sheet.group else []),
    )
    told = [Fact(given.texts(f"history.field.{name}"), given.wording.or_open(words)) for name, words in values]
    return (*told, *((Fact(texts("note"), Lines(tuple(sheet.note.text.splitlines()))),) if sheet.note.text else ()))


def _flow(given: DocumentInput, texts: Texts, sheet: ProcessSheet, flow: Flow) -> Iterator[Block]:
    steps = sheet.steps(flow)
    if steps:
        yield PageBreak()
    yield Heading(2, texts(flow.value))
    if not steps:
        yield Paragraph(text=texts(f"{flow.value}-open"), kind=ParagraphKind.NOTE)
        return
    lanes = process_lanes(sheet, flow, given.texts)
    *rows, last = in_parts(lanes, _STEPS_IN_ROW)
    yield from (Figure(chart=row, with_table=False) for row in rows)
    yield Figure(chart=last, caption=texts(f"{flow.value}-caption"), with_table=False)
    yield _table(given, texts, steps, texts(f"{flow.value}-summary"))


def _table(given: DocumentInput, texts: Texts, steps: tuple[ProcessStep, ...], summary: str) -> Table:
    sums = sums_of(steps)
    rows = [_row(number, step, given.texts) for number, step in enumerate(steps, 1)]
    days = days_words(sums.waiting_days, given.texts) or "–"
    breaks = given.texts("process.breaks", count=sums.media_breaks)
    total = ("", texts("sum"), "", "", minutes_words(sums.minutes, given.texts), days, breaks, "")
    names = ("activity", "actor", "aid", "minutes", "days", "break", "remark")
    weights = (2.4, 1.3, 1.3, 0.8, 0.8, 1.1, 2.2)
    ends = {"minutes", "days"}
    return Table(
        columns=(
            Column(title=texts("columns.number"), align=Align.END),
            *(
                Column(title=texts(f"columns.{name}"), weight=weight, align=Align.END if name in ends else Align.START)
                for name, weight in zip(names, weights, strict=True)
            ),
        ),
        rows=(*rows, Row(total, RowKind.TOTAL)),
        summary=summary,
        header=1,
        matches=True,
    )


def _row(number: int, step: ProcessStep, texts: Texts) -> Row:
    remarks = tuple(filter(None, (step.problem, step.idea)))
    aids = tuple(filter(None, (step.aid, step.documents)))
    return Row(
        (
            str(number),
            step.title or "–",
            step.actor or texts("process.no-actor"),
            Lines(aids) if aids else "–",
            minutes_words(step.minutes, texts) or "–",
            days_words(step.waiting_days, texts) or "–",
            break_words(step.media_break, texts) or "–",
            Lines(remarks) if remarks else "–",
        )
    )


def _benefit(given: DocumentInput, texts: Texts, sheet: ProcessSheet, benefit: Benefit | None) -> Iterator[Block]:
    yield Heading(2, texts("benefit"))
    if benefit is None:
        yield Callout((missing_sentence(sheet, given.texts),))
        return
    yield FactTable(tuple(Fact(*pair) for pair in benefit_lines(sheet, benefit, given.texts)))
    yield Paragraph(text=_reckoning(given, texts, sheet, benefit), kind=ParagraphKind.NOTE)
    yield Callout((texts("caveat"),))


def _reckoning(given: DocumentInput, texts: Texts, sheet: ProcessSheet, benefit: Benefit) -> str:
    """The formula with the figures of this sheet, so that anybody can do the sum again."""
    language, assumptions = given.texts.language, sheet.assumptions
    share = (assumptions.digital_percent or Decimal(0)) / 100

    def plain(number: Decimal | int) -> str:
        return format_decimal(number, 2, language).rstrip("0").rstrip(",.")

    return texts(
        "reckoning",
        cases=format_decimal(sheet.cases_per_year or 0, 0, language),
        before=plain(sums_of(sheet.as_is).minutes),
        share=plain(share),
        after=plain(sums_of(sheet.to_be).minutes),
        rest=plain(assumptions.rest_minutes or 0),
        others=plain(1 - share),
        hours=format_decimal(benefit.hours, 1, language),
        rate=format_cents(assumptions.hourly_rate, language),
        yearly=format_cents(assumptions.yearly_cost, language),
        saving=format_cents(benefit.saving, language),
        once=format_cents(benefit.once, language),
    )
