"""The terms of the trade, for those who have booked something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Document, Heading
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.knowledge import Term
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_catalog import example_catalog

GLOSSARY = find_kind("glossary")


def term(name: str, *modules: str, **parts: object) -> Term:
    made = Term(id=name.casefold(), term=name, text=f"{name} erklärt.", modules=modules)
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of what is replaced


def build(*terms: Term, case: Case | None = None) -> Document:
    catalog = replace(example_catalog(), terms={item.id: item for item in terms})
    return GLOSSARY.make(given(case or small_case(), catalog=catalog))


def said(document: Document) -> list[str]:
    return list(story(document, aloud=True))


def test_terms_stand_by_the_alphabet_as_people_look_them_up() -> None:
    document = build(term("Öffnung"), term("Zeile"), term("ozg"), term("Akte"), term("Ämterblatt"), term("24/7"))
    found = [text for text in said(document) if text in {"Öffnung", "Zeile", "ozg", "Akte", "Ämterblatt", "24/7"}]
    assert found == ["24/7", "Akte", "Ämterblatt", "Öffnung", "ozg", "Zeile"]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Zahlen und Zeichen", "A bis C", "M bis O", "V bis Z"]


def test_only_terms_of_the_booked_modules_and_those_of_none_are_told() -> None:
    terms = (term("Alle"), term("Akte", "M3"), term("Sensor", "M4", "M1"))
    booked = replace(small_case(), bookings={"b": Booking(id="b", module="M4", commune="c")})
    assert "Akte" not in said(build(*terms, case=booked))
    assert {"Alle", "Sensor"} <= set(said(build(*terms, case=booked)))
    assert "Akte" in said(build(*terms, case=replace(small_case(), bookings={})))


def test_what_is_uncertain_says_so_and_abbreviations_are_written_out() -> None:
    text = said(build(term("OZG", full="Onlinezugangsgesetz", certainty=Certainty.MEDIUM)))
    assert squeezed("Onlinezugangsgesetz. OZG erklärt. Nicht ganz sicher belegt.") in text


def test_facts_behind_the_terms_are_printed_with_their_day() -> None:
    text = "".join(said(build(term("Kommune", facts=("kommunen", "gone")))))
    assert squeezed("Hessen hat 442 Kommunen.") in text


def test_packs_without_terms_have_no_glossary() -> None:
    with pytest.raises(AdvisorError) as caught:
        build()
    assert caught.value.problem is Problem.NOTHING_FOR_DOCUMENT
