"""Processes that were recorded: effort, waiting and media breaks today and as it is to be, and what that is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from advisor_app.documents.blocks import Align, Block, Column, Heading, Lines, Paragraph, ParagraphKind, Row, Table
from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.process import FlowSums, ProcessSheet, in_order, sums_of
from advisor_app.domain.process_benefit import benefit_of
from advisor_app.domain.process_questions import MEDIA_BREAKS, QUESTIONNAIRE, example_process
from advisor_app.texts.processes import days_words, hours_words, minutes_words


def process_section(given: DocumentInput, questionnaire: str) -> Iterator[Block]:
    """A row for each process with a flow; nothing where none was recorded."""
    sheets = [sheet for sheet in in_order(given.case.processes.values()) if sheet.as_is]
    if not sheets:
        return
    texts = given.texts
    yield Heading(2, texts("documents.processes.title"))
    yield Paragraph(text=texts("documents.processes.intro", count=len(sheets)), introduces=True)
    yield Table(
        columns=(
            Column(title=texts("documents.processes.process"), weight=2.4),
            *(
                Column(title=texts(f"documents.processes.{name}"), align=Align.END, weight=1)
                for name in ("minutes", "waiting", "breaks", "gain")
            ),
        ),
        rows=tuple(_row(given, sheet) for sheet in sheets),
        summary=texts("documents.processes.summary"),
    )
    example = example_process(sheets)
    if questionnaire == QUESTIONNAIRE and example is not None:
        count = sums_of(example.as_is).media_breaks
        note = texts(
            "documents.processes.example",
            code=example.code,
            breaks=texts("process.breaks", count=count),
            question=MEDIA_BREAKS,
        )
        yield Paragraph(text=note, kind=ParagraphKind.NOTE)


def _row(given: DocumentInput, sheet: ProcessSheet) -> Row:
    texts = given.texts
    before, after = sums_of(sheet.as_is), sums_of(sheet.to_be) if sheet.to_be else None
    benefit = benefit_of(sheet)
    title = f"{sheet.code} {sheet.title or texts('documents.processes.untitled')}"
    return Row(
        (
            Lines((title, sheet.office)) if sheet.office else title,
            _both(before, after, lambda sums: minutes_words(sums.minutes, texts)),
            _both(before, after, lambda sums: days_words(sums.waiting_days, texts) or "–"),
            _both(before, after, lambda sums: str(sums.media_breaks)),
            "–" if benefit is None else hours_words(benefit, texts),
        )
    )


def _both(before: FlowSums, after: FlowSums | None, words: Callable[[FlowSums], str]) -> str:
    today = words(before)
    return today if after is None or words(after) == today else f"{today} → {words(after)}"
