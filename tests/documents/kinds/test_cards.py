"""Cards to be cut out: for voting by figures and by dots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import CardSheet
from advisor_app.documents.render.pdf import render
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from tests.documents.samples import given, small_case
from tests.example_catalog import example_catalog


def test_there_is_a_card_for_every_level_and_one_for_who_does_not_know() -> None:
    document = find_kind("voting-cards").make(given(small_case()))
    (sheet,) = document.blocks
    assert isinstance(sheet, CardSheet)
    levels = example_catalog().scale.levels
    assert [(card.figure, card.title) for card in sheet.cards[:-1]] == [
        (str(item.number), item.word) for item in levels
    ]
    assert [card.level for card in sheet.cards] == [0, 1, 2, 3, 4, None]
    assert sheet.cards[-1].figure == "?"
    assert render(document, lambda _done: None).pages == 1


def test_every_impact_area_has_a_card_with_room_for_dots() -> None:
    document = find_kind("impact-area-cards").make(given(small_case()))
    (sheet,) = document.blocks
    assert isinstance(sheet, CardSheet)
    areas = [item for item in example_catalog().dimensions.values() if item.kind is DimensionKind.IMPACT_AREA]
    assert [card.title for card in sheet.cards] == [f"{area.id} {area.title}" for area in areas]
    assert all(card.area for card in sheet.cards)


def test_without_areas_there_are_no_cards() -> None:
    with pytest.raises(AdvisorError) as caught:
        find_kind("impact-area-cards").make(given(small_case(), catalog=replace(example_catalog(), dimensions={})))
    assert caught.value.problem is Problem.NOTHING_FOR_DOCUMENT
