"""Figures of the portfolio: whichever way they are cut, they add up to the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.figures import (
    BookingFact,
    Count,
    Cut,
    figures_of,
    fitting_district,
    years_of,
)
from tests.domain.booking_facts import FACTS, official_figures

YEARS = st.sampled_from(["", "2020", "2021", "2026", "1999"])


def added(counts: object) -> Count:
    assert isinstance(counts, dict)
    return sum(counts.values(), Count())


@given(FACTS, YEARS)
def test_every_cut_adds_up_to_the_total(facts: list[BookingFact], year: str) -> None:
    figures = figures_of(facts, year)
    assert {cut: added(counts) for cut, counts in figures.cuts.items()} == dict.fromkeys(Cut, figures.total)


@given(FACTS)
def test_all_years_and_what_has_no_date_add_up_to_everything(facts: list[BookingFact]) -> None:
    everything = figures_of(facts)
    undated = everything.cuts[Cut.MONTH].get("", Count())
    dated = sum((figures_of(facts, year).total for year in years_of(facts)), Count())
    assert dated + undated == everything.total


@given(FACTS, FACTS, YEARS)
def test_figures_of_two_portfolios_add_up(one: list[BookingFact], other: list[BookingFact], year: str) -> None:
    both, parts = figures_of([*one, *other], year), (figures_of(one, year), figures_of(other, year))
    assert both.total == parts[0].total + parts[1].total
    for cut in Cut:
        for key, count in both.cuts[cut].items():
            assert count == parts[0].cuts[cut].get(key, Count()) + parts[1].cuts[cut].get(key, Count())


@given(FACTS, st.randoms())
def test_the_order_of_bookings_changes_nothing(facts: list[BookingFact], dice: object) -> None:
    shuffled = list(facts)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    once, again = figures_of(facts), figures_of(shuffled)
    assert once == again
    assert [list(counts) for counts in once.cuts.values()] == [list(counts) for counts in again.cuts.values()]


def test_the_official_figures_of_2021_come_out() -> None:
    figures = figures_of(official_figures())
    assert figures.total == Count(385, 108)
    assert figures.cuts[Cut.MODULE]["M2"] == Count(194, 77)
    others = [count for module, count in figures.cuts[Cut.MODULE].items() if module != "M2"]
    assert sum(others, Count()) == Count(191, 31)


def test_a_year_holds_what_happened_in_it() -> None:
    begun = BookingFact("b", "M1", "Gießen", Financing.OWN, "", BookingState.COMPLETED, "2020-11", "2021-02")
    assert figures_of([begun], "2020").total == Count(1, 0)
    assert figures_of([begun], "2021").total == Count(0, 1)
    assert figures_of([begun]).cuts[Cut.MONTH] == {"2020-11": Count(1, 0), "2021-02": Count(0, 1)}
    assert years_of([begun]) == ("2021", "2020")


def test_what_is_not_known_stands_last_and_states_in_their_order() -> None:
    states = (BookingState.COMPLETED, BookingState.REQUESTED, BookingState.APPROVED)
    facts = [
        BookingFact(str(place), "M1", district, Financing.OPEN, "", state, "")
        for place, (state, district) in enumerate(zip(states, ("", "Werra", "Ahr"), strict=True))
    ]
    cuts = figures_of(facts).cuts
    assert list(cuts[Cut.DISTRICT]) == ["Ahr", "Werra", ""]
    assert list(cuts[Cut.STATE]) == ["angefragt", "bewilligt", "abgeschlossen"]


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("Landkreis  Gießen ", "Landkreis Gießen"),
        ("=HYPERLINK(1)", ""),
        ("+49", ""),
        ("Wetterau\nkreis\x00", "Wetterau kreis"),
        ("", ""),
        ("A" * 100, "A" * 80),
    ],
)
def test_a_district_is_one_short_line_and_no_formula(typed: str, counted: str) -> None:
    assert fitting_district(typed) == counted


@given(st.text())
def test_fitting_a_district_twice_changes_nothing(typed: str) -> None:
    assert fitting_district(fitting_district(typed)) == fitting_district(typed)
