"""What the record of services for the funding body says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from advisor_app.documents.blocks import Callout, Document, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import Case
from advisor_app.domain.case_document import RELEASED, ArchivedDocument, DocumentKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given
from tests.example_case import example_case

RECORD = find_kind("funding-record")


def build(case: Case, item: str = "b4", **parts: Any) -> Document:
    return RECORD.make(given(case, item=item, **parts))


def lines(case: Case, item: str = "b4") -> list[str]:
    return list(story(build(case, item), aloud=True))


def value(case: Case, label: str, item: str = "b4") -> str:
    said = lines(case, item)
    return said[said.index(squeezed(label)) + 1]


def days(case: Case, item: str = "b4") -> Table:
    return next(block for block in build(case, item).blocks if isinstance(block, Table))


def test_every_booking_that_stands_has_a_record() -> None:
    case = example_case()
    gone = replace(case.bookings["b4"], id="b5", module="M3", state=BookingState.WITHDRAWN)
    assert RECORD.items is not None
    found = RECORD.items(given(replace(case, bookings={**case.bookings, "b5": gone})))
    assert [(item.code, item.title) for item in found] == [("M1", "1 OZG-Grundlagen"), ("M4", "4 Smart Region")]


def test_in_an_alliance_the_bookings_name_their_commune() -> None:
    case = example_case()
    other = replace(case.commune, id="c2", name="Bad Nachbar", designation="Stadt")
    booking = Booking(id="b9", module="M4", commune="c2")
    case = replace(
        case,
        head=replace(case.head, communes=(case.commune, other)),
        bookings={**case.bookings, "b9": booking},
    )
    assert RECORD.items is not None
    found = RECORD.items(given(case))
    assert [item.code for item in found] == ["M1-Eschentalbach", "M4-Bad-Nachbar", "M4-Eschentalbach"]
    assert found[1].title == "4 Smart Region, Stadt Bad Nachbar"
    assert value(case, "Kommune", "b9") == "StadtBadNachbar"


def test_who_pays_and_when_it_was_applied_for() -> None:
    case = example_case()
    assert value(case, "Finanzierung", "b1") == squeezed("Landesförderung: OZG-Beratung des Innenministeriums")
    assert value(case, "Antrag vom", "b1") == "01.06.2021"
    assert value(case, "Finanzierung") == "offen"
    own = replace(case.bookings["b4"], financing=Financing.OWN, programme="HMdIS")
    assert value(replace(case, bookings={"b4": own}), "Finanzierung") == "Eigenmittel"


def test_planned_days_are_marked_until_they_were_recorded() -> None:
    table = days(example_case())
    assert [squeezed(str(cell)) for cell in table.rows[0].cells] == [
        "14.09.2026", "Modul4,Tag1", "", "09:00–09:35Uhr", "20min*",
    ]  # fmt: skip
    assert table.rows[0].lines == 1
    assert squeezed(str(table.rows[-1].cells[-1])) == "20min*"


def test_recorded_days_carry_no_mark() -> None:
    case = example_case()
    nine = datetime(2026, 9, 14, 7, tzinfo=UTC)
    day = case.agenda["day-1"]
    steps = tuple(replace(step, started=nine, ended=nine + timedelta(minutes=25)) for step in day.steps)
    case = replace(case, agenda={"day-1": replace(day, steps=steps, place="Rathaus")})
    table = days(case)
    assert squeezed(str(table.rows[0].cells[-1])) == "25min"
    assert table.rows[0].lines == 0
    assert not any("*" in text for text in lines(case))


def test_a_day_without_a_date_leaves_no_sum() -> None:
    case = example_case()
    empty = AgendaDay(id="d2", module="M4", title="Tag 2", number=2)
    table = days(replace(case, agenda={**case.agenda, "d2": empty}))
    assert table.rows[1].cells[0] == ""
    assert table.rows[-1].cells[-1] == ""
    assert table.rows[-1].lines == 1


def test_without_days_there_is_room_to_write_them() -> None:
    table = days(example_case(), "b1")
    assert [row.lines for row in table.rows] == [1, 1, 1]
    assert squeezed("Leere Felder bitte von Hand ausfüllen.") in lines(example_case(), "b1")


def test_a_booking_that_is_not_completed_says_so() -> None:
    assert any(isinstance(block, Callout) for block in build(example_case()).blocks)
    assert not any(isinstance(block, Callout) for block in build(example_case(), "b1").blocks)


def test_results_are_what_was_handed_over() -> None:
    at = datetime(2026, 9, 30, 22, 30, tzinfo=UTC)

    def archived(name: str, kind: str, title: str, item: str = "") -> ArchivedDocument:
        return ArchivedDocument(
            id=name, document=DocumentKey(kind, item), title=title, handed_over_at=at, state=RELEASED, version="1",
            pages=3, digest="0" * 64, size=1,
        )  # fmt: skip

    case = example_case()
    papers = (
        archived("1", "result-report", "Ergebnisbericht Modul 4", "a1"),
        replace(archived("2", "result-report", "Ergebnisbericht Modul 4", "a1"), handed_over_at=at + timedelta(days=3)),
        archived("3", "funding-record", "Leistungsnachweis"),
    )
    case = replace(case, archived_documents={item.id: item for item in papers})
    results = {section.key: section.proposal for section in RECORD.sections(given(case, item="b4"))}["results"]
    assert results == "- Ergebnisbericht Modul 4, übergeben am 04.10.2026"
    results = {section.key: section.proposal for section in RECORD.sections(given(case, item="b1"))}["results"]
    assert results == "Es sind noch keine Unterlagen übergeben."


def test_contents_are_what_was_worked_on_without_breaks() -> None:
    contents = {section.key: section.proposal for section in RECORD.sections(given(example_case(), item="b4"))}
    assert contents["contents"] == "- Modul 4, Tag 1: Auftakt"


def test_the_house_signs() -> None:
    assert squeezed("Unterschrift und Siegel Gemeindevorstand") in lines(example_case())


def test_notes_of_the_booking_stay_inside() -> None:
    case = example_case()
    booking = replace(
        case.bookings["b4"], note=Words("geheim"), clarified=Words("geheim"), approved_on=date(2026, 7, 6)
    )
    assert not any("geheim" in text for text in lines(replace(case, bookings={"b4": booking})))


def test_without_a_booking_there_is_nothing_to_record() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(example_case(), bookings={}), "")
    assert caught.value.problem is Problem.NO_BOOKING
    with pytest.raises(AdvisorError) as caught:
        build(example_case(), "b7")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM
