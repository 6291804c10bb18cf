"""The list that everybody signs who takes part in a workshop day."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Align,
    Block,
    Column,
    Document,
    Fact,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import SignatureLines
from advisor_app.documents.parts.people import attendees
from advisor_app.documents.parts.sheet_code import sheet_code
from advisor_app.documents.parts.workshop_days import chosen_day, clock_words, held, module_titles
from advisor_app.domain.agenda import AgendaDay
from advisor_app.texts import Texts

KIND = "attendance-list"

_ROWS = 18
"""Rows of a sheet: names that are known come first, the others stay blank."""

_FEWEST_BLANK = 5


def build(given: DocumentInput) -> Document:
    """The list of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    code = sheet_code(day.module, given.case.id, day.id)
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day), code=code)


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    times = held(day)
    yield TitleBlock(
        title=texts("title"),
        subtitle=day.title,
        facts=(
            Fact(texts("documents.commune"), given.house),
            Fact(texts("day"), given.wording.appointment(day.on)),
            Fact(texts("documents.module"), module_titles(given, day)),
            Fact(texts("time"), clock_words(given, times.begins, times.ends) or given.wording.open),
            Fact(texts("documents.adviser"), given.wording.or_open(given.adviser)),
            Fact(texts("place"), given.wording.or_open(day.place)),
        ),
    )
    yield Paragraph(text=texts("purpose"), kind=ParagraphKind.NOTE, introduces=True)
    expected = attendees(given)
    count = max(_ROWS, len(expected) + _FEWEST_BLANK)
    known = [(person.name, person.function) for person in expected]
    rows = known + [("", "")] * (count - len(known))
    yield Table(
        columns=(
            Column(title=texts("number"), align=Align.END),
            Column(title=texts("name"), weight=1.3),
            Column(title=texts("office"), weight=1.1),
            Column(title=texts("signature"), weight=1.4),
        ),
        rows=tuple(
            Row((str(number), name, function, ""), lines=1) for number, (name, function) in enumerate(rows, start=1)
        ),
        summary=texts("summary"),
        to_write_on=True,
    )
    yield SignatureLines((texts("place-and-day"), texts("adviser-signature")))
