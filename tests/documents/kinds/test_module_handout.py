"""What participants of a module take home."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.documents.blocks import Document
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.booking import Booking
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import Certainty
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_catalog import example_catalog

HANDOUT = find_kind("module-handout")


def said(document: Document) -> list[str]:
    return list(story(document, aloud=True))


def test_the_pack_s_text_is_told_in_its_order_with_terms_at_the_end() -> None:
    text = said(HANDOUT.make(given(small_case())))
    expected = ("Smart Region zum Mitnehmen", "Worum es geht", "Nicht um Geräte.", "Ab morgen", "Zählen", "OZG")
    places = [text.index(squeezed(words)) for words in expected]
    assert places == sorted(places)
    assert squeezed("Onlinezugangsgesetz. Verpflichtet.") in text


def test_a_fact_says_when_and_where_it_was_looked_up() -> None:
    (fact,) = [text for text in said(HANDOUT.make(given(small_case()))) if "442" in text]
    catalog = example_catalog()
    assert fact.startswith(squeezed("Belegt: Hessen hat 442 Kommunen."))
    assert f"{catalog.facts['kommunen'].as_of:%d.%m.%Y}" in fact
    assert squeezed("Herausgeber, Quelle S2") in fact


def test_a_fact_that_may_not_hold_any_more_says_so() -> None:
    catalog = example_catalog()
    aged = replace(
        catalog.facts["kommunen"],
        valid_to=date(2026, 1, 31),
        check=date(2026, 6, 30),
        certainty=Certainty.LOW,
    )
    document = HANDOUT.make(given(small_case(), catalog=replace(catalog, facts={"kommunen": aged})))
    (fact,) = [text for text in said(document) if "442" in text]
    for words in ("Abgelaufen am 31.01.2026", "War bis 30.06.2026 zu prüfen", "Nicht ganz sicher belegt."):
        assert squeezed(words) in fact


def test_a_fact_that_a_pack_took_back_is_left_out() -> None:
    document = HANDOUT.make(given(small_case(), catalog=replace(example_catalog(), facts={})))
    assert not any("442" in text for text in said(document))


def test_only_booked_modules_have_one() -> None:
    booked = replace(small_case(), bookings={"b": Booking(id="b", module="M1", commune="c")})
    with pytest.raises(AdvisorError) as caught:
        HANDOUT.make(given(booked))
    assert caught.value.problem is Problem.NOTHING_FOR_DOCUMENT
