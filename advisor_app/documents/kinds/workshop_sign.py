"""The sign for the door of the room in which a workshop day is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.documents.blocks import Block, Document, Paragraph, ParagraphKind, TitleBlock
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Framed, Orientation
from advisor_app.documents.parts.workshop_days import chosen_day, clock_words, held
from advisor_app.domain.agenda import AgendaDay
from advisor_app.texts import Texts

KIND = "workshop-sign"


def build(given: DocumentInput) -> Document:
    """A sign across for the chosen day, or for the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    page = Framed(tuple(_blocks(given, texts, day)), foot=(Paragraph(text=texts("quiet"), kind=ParagraphKind.LEAD),))
    document = given.document(KIND, texts("title"), day.title, (page,))
    return replace(document, orientation=Orientation.LANDSCAPE)


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    times = held(day)
    yield TitleBlock(title=texts("heading"), subtitle=given.house)
    module = given.catalog.modules.get(day.module)
    yield Paragraph(text=day.title if module is None else module.title, kind=ParagraphKind.DISPLAY)
    clock = clock_words(given, times.begins, times.ends)
    when = ", ".join(filter(None, (given.wording.appointment(day.on) if day.on is not None else "", clock)))
    for words in (when, day.place):
        if words.strip():
            yield Paragraph(text=words, kind=ParagraphKind.LEAD)
