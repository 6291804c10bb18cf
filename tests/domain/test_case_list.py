"""Lists of cases: which modules a cell names, and what is there already."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import Case, CaseCommune, CaseHead
from advisor_app.domain.case_list import KnownBookings, ListedBooking, contact_of, listed_bookings, read_modules
from advisor_app.domain.case_list_payment import RowPayment
from advisor_app.domain.column_mapping import MappedRow
from advisor_app.domain.commune import CommuneKind

TITLES = {"M1": "OZG Grundlagen", "M2": "Umsetzungsberatung", "M3": "E-Akte", "M4": "Smart Region"}
DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "modules"),
    [
        ("M1", ("M1",)),
        ("m4, m1", ("M1", "M4")),
        ("Modul 1 und 4", ("M1", "M4")),
        ("1+4", ("M1", "M4")),
        ("1-3", ("M1", "M2", "M3")),
        ("M2 bis M4", ("M2", "M3", "M4")),
        ("Smart Region", ("M4",)),
        ("2", ("M2",)),
        ("M7", ()),
        ("M1, M9", ()),
        ("2025", ()),
        ("alles", ()),
        ("", ()),
    ],
)
def test_a_cell_names_modules(text: str, modules: tuple[str, ...]) -> None:
    assert read_modules(text, TITLES) == modules


@given(st.text(max_size=30))
def test_any_cell_names_known_modules_or_none(text: str) -> None:
    assert set(read_modules(text, TITLES)) <= set(TITLES)


def test_a_day_of_completion_completes() -> None:
    row = MappedRow(2, {"completed_on": DAY})
    assert [item.state for item in listed_bookings(row, ("M1", "M2"), RowPayment())] == [BookingState.COMPLETED] * 2
    row = MappedRow(2, {"state": "ruht", "completed_on": DAY})
    (booking,) = listed_bookings(row, ("M1",), RowPayment(financing=Financing.ALLIANCE))
    assert (booking.state, booking.financing) == (BookingState.PAUSED, Financing.ALLIANCE)
    assert contact_of(row) is None


def test_a_price_belongs_to_one_module() -> None:
    row = MappedRow(2, {"price": Decimal("1666.665")})
    assert [item.price for item in listed_bookings(row, ("M1",), RowPayment())] == [166_667]
    assert [item.price for item in listed_bookings(row, ("M1", "M4"), RowPayment())] == [None, None]


def test_only_what_contradicts_is_another_booking() -> None:
    commune = CaseCommune(id="c", key=None, name="A", designation="Gemeinde", kind=CommuneKind.MUNICIPALITY)
    booking = Booking(id="b", module="M1", commune="c", requested_on=DAY)
    head = CaseHead(communes=(commune,), opened_on=DAY, provider_reference="Az 1")
    known = KnownBookings([Case(id="x", head=head, bookings={"b": booking})])

    def listed(module: str = "M1", on: date | None = DAY) -> ListedBooking:
        return ListedBooking(module=module, state=BookingState.REQUESTED, financing=Financing.OPEN, requested_on=on)

    assert known.holds("c", listed(), "")
    assert known.holds("c", listed(on=None), "Az 1")
    assert not known.holds("c", listed(), "Az 2")
    assert not known.holds("c", listed(on=date(2026, 3, 1)), "Az 1")
    assert not known.holds("c", listed("M2"), "Az 1")
    assert not known.holds("d", listed(), "Az 1")


@pytest.mark.parametrize(
    ("days", "is_known"),
    [
        ({}, True),
        ({"completed_on": date(2025, 9, 1)}, True),  # the list is further on than the case
        ({"completed_on": date(2019, 6, 1)}, False),  # over before the known one was asked for
        ({"approved_on": date(2025, 4, 1)}, True),
        ({"approved_on": date(2025, 4, 2)}, False),
        ({"applied_on": date(2025, 3, 9)}, True),
    ],
)
def test_an_earlier_booking_of_the_same_module_is_no_known_one(days: dict[str, date], is_known: bool) -> None:  # noqa: FBT001  # what is expected
    commune = CaseCommune(id="c", key=None, name="Lich", designation="Stadt", kind=CommuneKind.MUNICIPALITY)
    booking = Booking(id="b", module="M1", commune="c", requested_on=DAY, approved_on=date(2025, 4, 1))
    known = KnownBookings([Case(id="x", head=CaseHead(communes=(commune,), opened_on=DAY), bookings={"b": booking})])
    row = MappedRow(2, {"state": BookingState.COMPLETED.value, **days})
    (listed,) = listed_bookings(row, ("M1",), RowPayment())
    assert known.holds("c", listed, "") is is_known
