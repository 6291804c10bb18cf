"""The sign on the door."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import Orientation
from advisor_app.documents.render.pdf import render
from advisor_app.domain.errors import AdvisorError, Problem
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

SIGN = find_kind("workshop-sign")


def test_the_sign_says_what_when_and_where_on_one_sheet_across() -> None:
    case = example_case()
    day = replace(case.agenda["day-1"], place="Sitzungssaal, 1. Stock")
    document = SIGN.make(given(replace(case, agenda={"day-1": day})))
    text = "".join(story(document, aloud=True))
    for words in (
        "Smart Region",
        "Montag, 14.09.2026, 09:00–09:35 Uhr",
        "Sitzungssaal, 1. Stock",
        "Gemeinde Eschentalbach",
    ):
        assert squeezed(words) in text
    assert document.orientation is Orientation.LANDSCAPE
    assert render(document, lambda _done: None).pages == 1


def test_what_is_open_is_left_out() -> None:
    assert "offen" not in "".join(story(SIGN.make(given(small_case())), aloud=True))


def test_without_a_day_there_is_no_sign() -> None:
    with pytest.raises(AdvisorError) as caught:
        SIGN.make(given(replace(small_case(), agenda={})))
    assert caught.value.problem is Problem.NO_DAY
