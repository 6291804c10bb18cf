"""The worksheet for one administrative process: how it runs today and how it should, step by step, to be written on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor_app.documents.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Column,
    Columns,
    Contents,
    Document,
    Fact,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Row,
    RowKind,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Orientation, WritingLines
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.texts import Texts

KIND = "process-sheet"

_LEFT = ("process", "key", "office", "trigger", "result")
_RIGHT = ("law", "cases", "written-form", "procedure", "forms")
_STEPS = 14
_LINES_PER_STEP = 1
_BENEFIT = (
    "cases-per-year",
    "minutes-today",
    "digital-share",
    "minutes-digital",
    "minutes-rest",
    "rate",
    "yearly",
    "once",
)
_HINTS = ("walk-through", "who", "breaks", "times")


def build(given: DocumentInput) -> Document:
    """A blank sheet across: the process, its steps today, its steps to be, and what that saves."""
    texts = given.texts.of_document(KIND)
    code = sheet_code("M2", given.case.id, KIND)
    document = given.document(KIND, texts("title"), texts("heading"), _blocks(given, texts), code=code)
    return replace(document, orientation=Orientation.LANDSCAPE)


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    yield TitleBlock(
        title=texts("heading"),
        subtitle=texts("subtitle"),
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
        ),
    )
    yield Columns(_lines(texts, _LEFT), _lines(texts, _RIGHT))
    yield WritingLines(label=texts("head.participants"), count=2)
    yield Bullets(tuple(texts(f"hints.{name}") for name in _HINTS))
    yield Contents()
    for state in ("as-is", "to-be"):
        yield PageBreak()
        yield Heading(2, texts(state))
        yield _steps(texts, texts(f"{state}-summary"))
        yield Paragraph(text=texts(f"{state}-note"), kind=ParagraphKind.NOTE)
    yield PageBreak()
    yield from _benefit(texts)


def _lines(texts: Texts, names: Sequence[str]) -> tuple[Block, ...]:
    return tuple(WritingLines(label=texts(f"head.{name}"), count=1) for name in names)


def _steps(texts: Texts, summary: str) -> Table:
    blank = ("",) * 8
    rows = [Row((str(number), *blank), lines=_LINES_PER_STEP) for number in range(1, _STEPS + 1)]
    rows.append(Row((texts("sum"), *blank), RowKind.TOTAL, lines=1))
    return Table(
        columns=(
            Column(title=texts("number")),
            Column(title=texts("activity"), weight=3),
            Column(title=texts("role"), weight=1.2),
            Column(title=texts("aids"), weight=1.2),
            Column(title=texts("minutes"), weight=0.8),
            Column(title=texts("days"), weight=0.8),
            Column(title=texts("break"), weight=1.2),
            Column(title=texts("problem"), weight=1.8),
            Column(title=texts("idea"), weight=1.8),
        ),
        rows=tuple(rows),
        summary=summary,
        to_write_on=True,
    )


def _benefit(texts: Texts) -> Iterator[Block]:
    """What the change is worth; the formula is the one of the process page, so that both come to the same."""
    yield Heading(2, texts("benefit"))
    yield Table(
        columns=(
            Column(title=texts("sign"), align=Align.CENTRE),
            Column(title=texts("quantity"), weight=1.4),
            Column(title=texts("value"), weight=0.8),
            Column(title=texts("origin"), weight=1.6),
        ),
        rows=tuple(Row((texts(f"signs.{name}"), texts(f"quantities.{name}"), "", ""), lines=1) for name in _BENEFIT),
        summary=texts("benefit"),
        header=1,
        to_write_on=True,
    )
    yield KeepTogether(
        (
            Callout((texts("formula-hours"), texts("formula-money"), texts("formula-years"))),
            Paragraph(text=texts("no-saving"), kind=ParagraphKind.NOTE),
        )
    )
    yield WritingLines(label=texts("calculation"), count=4)
