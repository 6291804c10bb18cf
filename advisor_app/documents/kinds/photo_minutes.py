"""Photo minutes of a workshop day: flipcharts, pin boards and cards with their captions, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import (
    Block,
    Contents,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    ParagraphKind,
    TitleBlock,
)
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Picture
from advisor_app.documents.parts.minutes import changed_since, day_facts
from advisor_app.documents.parts.workshop_days import chosen_day
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.day_minutes import day_minutes
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.evidence import Evidence
from advisor_app.domain.local_time import LOCAL
from advisor_app.texts import Texts

KIND = "photo-minutes"

_GREATEST_HEIGHT = 96.0
"""Millimetres: two flipcharts fit on a page, one below the other."""


def build(given: DocumentInput) -> Document:
    """The photos of the chosen day, or of the first; raises AdvisorError(NO_DAY, UNKNOWN_DOCUMENT_ITEM)."""
    day = chosen_day(given, KIND)
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), day.title, _blocks(given, texts, day))


def _blocks(given: DocumentInput, texts: Texts, day: AgendaDay) -> Iterator[Block]:
    minutes = day_minutes(given.case, day)
    yield TitleBlock(title=texts("title"), subtitle=day.title, facts=day_facts(given, day))
    yield from changed_since(given, day)
    count = len(minutes.photos)
    yield Paragraph(text=texts("about", count=count) if count else texts("empty"), kind=ParagraphKind.LEAD)
    yield Contents()
    number = 0
    for part in minutes.steps:
        for place, photo in enumerate(part.photos):
            number += 1
            block = _photo(given, texts, photo, number)
            if place == 0:
                title = texts("whole-day") if part.step is None else part.step.title
                yield KeepTogether((Heading(2, title), block))
            else:
                yield block


def _photo(given: DocumentInput, texts: Texts, photo: Evidence, number: int) -> Block:
    about = photo.caption.text.strip() or texts("no-caption")
    taken = f"{photo.when.astimezone(LOCAL):%H:%M}"
    caption = texts("caption", number=number, about=about, time=taken)
    content = _content(given, photo)
    if content is None:
        return Paragraph(text=texts("missing", caption=caption), kind=ParagraphKind.NOTE)
    words = texts("words", number=number, about=about)
    return Picture(content=content, words=words, caption=caption, greatest_height=_GREATEST_HEIGHT)


def _content(given: DocumentInput, photo: Evidence) -> bytes | None:
    """The picture; None where its file is missing or damaged, which is no reason to lose all the others."""
    if given.photo is None or photo.digest is None:
        return None
    try:
        return given.photo(photo.digest)
    except AdvisorError:
        return None
