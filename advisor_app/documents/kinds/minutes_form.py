"""Blank minutes of a workshop day, step by step, to be written on while it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Column,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import SignatureLines, WritingLines
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.documents.parts.step_templates import step_templates, template_of
from advisor_app.documents.parts.workshop_days import chosen_day, module_titles, titled
from advisor_app.documents.wording import WIDE
from advisor_app.domain.agenda import AgendaDay, StepKind
from advisor_app.domain.agenda_schedule import schedule
from advisor_app.texts import Texts

KIND = "minutes-form"

_LINES_PER_STEP = 5
_ROWS = {"decisions": 5, "tasks": 8, "open-points": 5}
_COLUMNS = {
    "decisions": (("decision", 3.0), ("dissent", 1.0)),
    "tasks": (("what", 3.0), ("who", 1.0), ("until", 0.8)),
    "open-points": (("point", 3.0), ("clarifies", 1.0)),
}


def build(given: DocumentInput) -> Document:
    """The form of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    code = sheet_code(day.module, given.case.id, f"{KIND} {day.id}")
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day), code=code)


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    yield TitleBlock(
        title=texts("heading"),
        subtitle=day.title,
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("day"), given.wording.appointment(day.on)),
            Fact(texts("documents.module"), module_titles(given, day)),
            Fact(texts("place"), given.wording.or_open(day.place)),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield WritingLines(label=texts("roles"), count=2)
    yield Columns(
        left=(WritingLines(label=texts("began"), count=1),), right=(WritingLines(label=texts("ended"), count=1),)
    )
    yield Contents()
    templates = step_templates(given, day)
    steps = [item for item in schedule(day) if item.step.kind is StepKind.WORK and not item.step.skipped]
    if steps:
        yield Heading(2, texts("course"))
    for item in steps:
        template = template_of(templates, item.step)
        blocks: list[Block] = [Heading(3, f"{item.begins:%H:%M}{WIDE}{titled(item.step)}")]
        if template is not None and template.outcome:
            words = texts("expected", outcome=template.outcome)
            blocks.append(Paragraph(text=words, kind=ParagraphKind.NOTE, introduces=True))
        blocks.append(WritingLines(label=texts("result"), count=_LINES_PER_STEP))
        yield KeepTogether(tuple(blocks))
    for name, columns in _COLUMNS.items():
        yield KeepTogether((Heading(2, texts(name)), _table(texts, name, columns)))
    yield SignatureLines((texts("place-and-day"), texts("writer")))


def _table(texts: Texts, name: str, columns: tuple[tuple[str, float], ...]) -> Table:
    blank = ("",) * len(columns)
    return Table(
        columns=(
            Column(title=texts("number")),
            *(Column(title=texts(column), weight=weight) for column, weight in columns),
        ),
        rows=tuple(Row((str(number), *blank), lines=1) for number in range(1, _ROWS[name] + 1)),
        summary=texts(f"{name}-summary"),
        to_write_on=True,
    )
