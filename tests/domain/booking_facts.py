"""Bookings to count: any, and those of the press release of 04.08.2021."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from advisor_app.domain.booking import BookingState, Financing
from advisor_app.domain.figures import BookingFact

MONTHS = st.sampled_from(["", "2020-01", "2020-12", "2021-08", "2026-09"])


@st.composite
def _facts(draw: st.DrawFn) -> BookingFact:
    state = draw(st.sampled_from(BookingState))
    return BookingFact(
        booking=draw(st.uuids().map(str)),
        module=draw(st.sampled_from(["M1", "M2", "M3", "M4"])),
        district=draw(st.sampled_from(["", "Gießen", "Fulda", "Kassel, Stadt", "Ödland"])),
        financing=draw(st.sampled_from(Financing)),
        programme=draw(st.sampled_from(["", "starke-heimat-hessen", "hmdis-2020"])),
        state=state,
        requested=draw(MONTHS),
        completed=draw(MONTHS) if state is BookingState.COMPLETED else "",
    )


FACTS = st.lists(_facts(), max_size=30, unique_by=lambda fact: fact.booking)


def official_figures() -> list[BookingFact]:
    """385 requests, of which 108 are completed; in module 2 194 and 77."""
    counts = {"M1": (80, 15), "M2": (194, 77), "M3": (61, 10), "M4": (50, 6)}
    return [
        fact for module, (requests, completed) in counts.items() for fact in _of_module(module, requests, completed)
    ]


def _of_module(module: str, requests: int, completed: int) -> Iterator[BookingFact]:
    open_states = [state for state in BookingState if state is not BookingState.COMPLETED]
    for number in range(requests):
        is_done = number < completed
        yield BookingFact(
            booking=f"{module}-{number}",
            module=module,
            district=("Gießen", "Fulda", "Bergstraße", "")[number % 4],
            financing=list(Financing)[number % 5],
            programme="starke-heimat-hessen" if number % 5 == 0 else "",
            state=BookingState.COMPLETED if is_done else open_states[number % len(open_states)],
            requested=f"2020-{1 + number % 12:02}",
            completed=f"2021-{1 + number % 7:02}" if is_done else "",
        )
