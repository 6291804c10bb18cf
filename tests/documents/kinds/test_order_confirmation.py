"""What the confirmation of an order says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.kinds import find_kind
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.booking import Financing
from advisor_app.domain.case import Case
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given
from tests.example_case import example_case

CONFIRMATION = find_kind("order-confirmation")


def lines(case: Case, item: str = "b4") -> list[str]:
    return list(story(CONFIRMATION.make(given(case, item=item)), aloud=True))


def value(case: Case, label: str, item: str = "b4") -> str:
    said = lines(case, item)
    return said[said.index(squeezed(label)) + 1]


def test_it_confirms_one_booking() -> None:
    assert squeezed("Modul 4 Smart Region, Gemeinde Eschentalbach") in lines(example_case())
    assert squeezed("Modul 1 OZG-Grundlagen, Gemeinde Eschentalbach") in lines(example_case(), "b1")


def test_price_and_payer_as_agreed() -> None:
    case = example_case()
    agreed = replace(case.bookings["b4"], price=480_050, financing=Financing.OWN)
    case = replace(case, bookings={"b4": agreed})
    assert value(case, "Preis") == "4.800,50€"
    assert value(case, "Wer zahlt") == "Eigenmittel"
    assert value(example_case(), "Preis") == squeezed("[Preis, bitte eintragen]")


def test_days_of_the_module_with_what_is_open_in_brackets() -> None:
    case = example_case()
    empty = AgendaDay(id="d2", module="M4", title="Tag 2", number=2)
    said = lines(replace(case, agenda={**case.agenda, "d2": empty}))
    start = said.index("14.09.2026")
    assert said[start : start + 8] == [
        "14.09.2026", "Modul4,Tag1", "09:00–09:35Uhr", "[Ort]",
        "[Datum]", "Tag2", "[Uhrzeit]", "[Ort]",
    ]  # fmt: skip


def test_days_of_other_modules_are_not_promised() -> None:
    assert "14.09.2026" not in lines(example_case(), "b1")
    assert squeezed("Die Termine stimmen wir mit Ihnen noch ab.") in lines(example_case(), "b1")


def test_notes_stay_inside() -> None:
    case = full_case()
    booking = replace(case.bookings["b4"], clarified=Words("geheim"), note=Words("geheim"))
    assert not any("geheim" in text for text in lines(replace(case, bookings={"b4": booking})))


def test_a_booking_that_does_not_stand_cannot_be_confirmed() -> None:
    with pytest.raises(AdvisorError) as caught:
        lines(example_case(), "b9")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM
