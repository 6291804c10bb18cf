"""What the room of a workshop needs."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.documents.blocks import Document, KeepTogether
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import TickList
from advisor_app.documents.render.pdf import render
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

ROOM = find_kind("room-equipment-list")


def build(case: Case) -> Document:
    return ROOM.make(given(case))


def said(document: Document) -> str:
    return "".join(story(document, aloud=True))


def test_everything_can_be_ticked_off_on_one_sheet() -> None:
    document = build(example_case())
    lists = [block for item in document.blocks if isinstance(item, KeepTogether) for block in item.blocks]
    ticks = [tick for block in lists if isinstance(block, TickList) for tick in block.ticks]
    assert len(ticks) == 25
    assert not any(tick.ticked for tick in ticks)
    assert render(document, lambda _done: None).pages == 1


def test_days_and_what_was_agreed_stand_above() -> None:
    case = replace(example_case(), head=replace(example_case().head, room="Sitzungssaal, Beamer ist da"))
    assert "14.09.2026,09:00" in said(build(case))
    assert squeezed("Sitzungssaal, Beamer ist da") in said(build(case))
    bare = said(build(replace(small_case(), agenda={})))
    assert bare.count("offen") == 2


def test_the_words_above_the_list_can_be_written() -> None:
    key = SectionKey("room-equipment-list", "", "introduction")
    case = replace(small_case(), sections={key: Words("Der Saal ist ab 8 Uhr offen.", Audience.REPORT)})
    assert squeezed("Der Saal ist ab 8 Uhr offen.") in said(build(case))
