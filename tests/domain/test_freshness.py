"""Whether something still holds on a day: expired, due for checking, uncertain, old."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.foundations import Certainty
from advisor_app.domain.freshness import Doubt, doubts, fact_doubts, is_old
from advisor_app.domain.knowledge import Fact

DAY = date(2026, 11, 22)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_what_is_fresh_and_sure_has_no_doubt() -> None:
    assert doubts(DAY, as_of=DAY, valid_to=DAY, check=DAY) == ()
    assert doubts(DAY) == ()


@pytest.mark.parametrize(
    ("given_as", "doubt"),
    [
        ({"valid_to": DAY - timedelta(days=1)}, Doubt.EXPIRED),
        ({"check": DAY - timedelta(days=1)}, Doubt.CHECK_DUE),
        ({"certainty": Certainty.MEDIUM}, Doubt.UNCERTAIN),
        ({"certainty": Certainty.LOW}, Doubt.UNCERTAIN),
        ({"as_of": date(2025, 11, 21)}, Doubt.OLD),
    ],
)
def test_each_doubt_by_itself(given_as: dict[str, Any], doubt: Doubt) -> None:
    assert doubts(DAY, **given_as) == (doubt,)


def test_a_year_to_the_day_is_not_old() -> None:
    assert not is_old(date(2025, 11, 22), DAY)
    assert is_old(date(2025, 11, 21), DAY)
    assert not is_old(date(2024, 2, 29), date(2025, 2, 28))
    assert is_old(date(2024, 2, 29), date(2025, 3, 1))


def test_all_doubts_come_in_their_order() -> None:
    fact = Fact(
        id="alt",
        text="Es galt einmal.",
        as_of=date(2020, 1, 1),
        sources=("AW",),
        certainty=Certainty.LOW,
        valid_to=date(2021, 1, 1),
        check=date(2021, 1, 1),
    )
    assert fact_doubts(fact, DAY) == tuple(Doubt)


@given(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, DAYS, st.integers(0, 4000))
def test_doubts_never_go_away_by_waiting(
    as_of: date | None, valid_to: date | None, check: date | None, on: date, days: int
) -> None:
    now = doubts(on, as_of=as_of, valid_to=valid_to, check=check)
    later = doubts(on + timedelta(days=days), as_of=as_of, valid_to=valid_to, check=check)
    assert set(now) <= set(later)
