"""The way of a booking: usual steps, the days that belong to states, and what does not fit together."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.booking_course import DAYS, BookingFinding, financed, findings, is_usual, moved, usual_next

BOOKING = Booking(id="b", module="M4", commune="c")
DAY = date(2026, 9, 14)
STATES = st.sampled_from(BookingState)


def test_the_usual_way_from_a_request_to_the_end() -> None:
    way = ["angefragt", "beantragt", "bewilligt", "terminiert", "in Durchführung", "Nachbereitung", "abgeschlossen"]
    states = [BookingState(word) for word in way]
    assert all(is_usual(before, after) for before, after in pairwise(states))
    assert not is_usual(BookingState.REQUESTED, BookingState.COMPLETED)
    assert usual_next(BookingState.COMPLETED) == ()  # a completed booking is never reopened by itself
    assert set(BookingState) == {state for state in BookingState if usual_next(state) is not None}


@given(before=STATES, after=STATES)
def test_any_step_can_be_taken_and_no_day_is_changed_that_still_holds(
    before: BookingState, after: BookingState
) -> None:
    known = replace(BOOKING, state=before, **dict.fromkeys(DAYS, DAY))  # type: ignore[arg-type]  # all are days
    is_opened = before is BookingState.COMPLETED and after is not BookingState.COMPLETED
    completed = None if is_opened else DAY
    assert moved(known, after, date(2030, 1, 1)) == replace(known, state=after, completed_on=completed)
    fresh = moved(replace(BOOKING, state=before), after, DAY)
    assert fresh.state is after
    filled = {name for name in DAYS if getattr(fresh, name) is not None}
    assert filled == {name for name, of in DAYS.items() if of is after}


@pytest.mark.parametrize("state", [BookingState.FOLLOW_UP, BookingState.RUNNING, BookingState.PAUSED])
def test_what_is_opened_again_is_completed_on_the_day_of_its_new_end(state: BookingState) -> None:
    completed = replace(BOOKING, state=BookingState.COMPLETED, approved_on=DAY, completed_on=DAY)
    opened = moved(completed, state, date(2026, 10, 1))
    assert (opened.approved_on, opened.completed_on) == (DAY, None)
    assert moved(opened, BookingState.COMPLETED, date(2026, 11, 2)).completed_on == date(2026, 11, 2)


def test_only_the_land_has_a_programme() -> None:
    funded = financed(BOOKING, Financing.PROGRAMME, "SHH")
    assert (funded.financing, funded.programme) == (Financing.PROGRAMME, "SHH")
    assert financed(funded, Financing.OWN, "SHH").programme is None


@pytest.mark.parametrize(
    ("parts", "workshop", "expected"),
    [
        ({}, (), set()),
        ({"applied_on": DAY, "approved_on": date(2026, 9, 1)}, (), {BookingFinding.ORDER}),
        ({"state": BookingState.APPLIED}, (), {BookingFinding.DAY_MISSING}),
        ({"financing": Financing.PROGRAMME}, (), {BookingFinding.PROGRAMME_MISSING}),
        ({"state": BookingState.SCHEDULED}, (), {BookingFinding.SCHEDULED_WITHOUT_DAY}),
        ({"state": BookingState.SCHEDULED}, (DAY,), set()),
        (
            {"state": BookingState.COMPLETED, "completed_on": date(2026, 9, 1)},
            (DAY,),
            {BookingFinding.COMPLETED_BEFORE_WORKSHOP},
        ),
        ({"state": BookingState.COMPLETED, "completed_on": DAY}, (DAY,), set()),
    ],
)
def test_what_does_not_fit_is_found(
    parts: dict[str, object], workshop: tuple[date, ...], expected: set[BookingFinding]
) -> None:
    booking = replace(BOOKING, requested_on=date(2026, 8, 1), **parts)  # type: ignore[arg-type]  # the fields' own types
    assert set(findings(booking, workshop)) == expected
