"""What may be known of other communes, and what nobody can find out."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.cohort import (
    FEWEST,
    CohortConsent,
    CohortFigure,
    CohortFigures,
    Peer,
    agreed,
    cohort_of,
    full_fives,
    quantile,
    size_class,
)
from advisor_app.domain.commune import CommuneKind

DAY = date(2026, 3, 2)
TOWN = CommuneKind.MUNICIPALITY


def peer(number: int, **values: Fraction | int) -> Peer:
    """A commune that agreed some days after the others."""
    told = {name: Fraction(value) for name, value in values.items()}
    return Peer(commune=f"c{number:03}", name=f"c{number:03}", agreed_on=DAY + timedelta(days=number), values=told)


def cohort(*peers: Peer) -> CohortFigures | None:
    return cohort_of(peers, ("A", "B"), TOWN, 1, DAY)


@pytest.mark.parametrize(
    ("kind", "population", "expected"),
    [
        (TOWN, 4_999, 0),
        (TOWN, 5_000, 1),
        (TOWN, 19_999, 2),
        (TOWN, 50_000, 4),
        (TOWN, None, None),
        (CommuneKind.DISTRICT, 250_000, 0),
        (CommuneKind.DISTRICT, None, 0),
    ],
)
def test_size_classes_begin_with_their_limit(kind: CommuneKind, population: int | None, expected: int | None) -> None:
    assert size_class(kind, population) == expected


def test_four_communes_are_no_cohort() -> None:
    assert cohort(*(peer(number, A=2) for number in range(4))) is None
    assert cohort() is None


def test_five_communes_tell_median_and_quartiles_on_half_levels() -> None:
    found = cohort(*(peer(number, A=value) for number, value in enumerate((0, 1, 2, 3, 4))))
    assert found is not None
    assert found.communes == 5
    assert found.figures == (CohortFigure(code="A", lower=Decimal(1), median=Decimal(2), upper=Decimal(3)),)
    odd = cohort(*(peer(number, A=Fraction(13, 10)) for number in range(5)))
    assert odd is not None
    assert odd.figures[0].median == Decimal("1.5")


def test_a_figure_that_fewer_than_five_have_is_not_told() -> None:
    peers = [peer(number, A=2, B=3) for number in range(4)] + [peer(number, A=2) for number in range(4, 9)]
    found = cohort(*peers)
    assert found is not None
    assert [item.code for item in found.figures] == ["A"]
    assert found.figure("B") is None


def test_the_sixth_cannot_be_told_by_subtraction() -> None:
    five = [peer(number, A=2) for number in range(5)]
    before = cohort(*five)
    for newcomer in range(4):
        assert cohort(*five, *(peer(5 + number, A=4) for number in range(newcomer + 1))) == before
    after = cohort(*five, *(peer(5 + number, A=4) for number in range(5)))
    assert after is not None
    assert after.communes == 10
    assert after != before


VALUES = st.fractions(0, 4, max_denominator=12)


@given(st.lists(VALUES, max_size=23), st.randoms())
def test_every_figure_stands_on_full_fives_and_the_order_of_reading_is_nothing(
    values: list[Fraction], random: Random
) -> None:
    peers = [peer(number, A=value) for number, value in enumerate(values)]
    shuffled = list(peers)
    random.shuffle(shuffled)
    assert cohort(*shuffled) == cohort(*peers)
    members = full_fives(peers)
    assert len(members) % FEWEST == 0
    assert len(peers) - len(members) < FEWEST
    found = cohort(*peers)
    assert (found is None) == (len(values) < FEWEST)
    if found is not None:
        (figure,) = found.figures
        assert figure.lower <= figure.median <= figure.upper
        assert all(value * 2 == int(value * 2) for value in (figure.lower, figure.median, figure.upper))


@given(st.lists(VALUES, min_size=1, max_size=20))
def test_quantiles_lie_within_their_values(values: list[Fraction]) -> None:
    ordered = sorted(values)
    quartiles = [quantile(ordered, Fraction(number, 4)) for number in range(5)]
    assert quartiles == sorted(quartiles)
    assert (quartiles[0], quartiles[-1]) == (ordered[0], ordered[-1])


def test_the_last_word_of_a_commune_holds_over_all_its_cases() -> None:
    early = CohortConsent(given_on=DAY)
    late = CohortConsent(given_on=DAY + timedelta(days=9))
    gone = CohortConsent(given_on=DAY, withdrawn_on=DAY + timedelta(days=5))
    assert agreed([("a", early), ("a", gone)]) == {}
    assert agreed([("a", gone), ("a", late)]) == {"a": late.given_on}
    assert agreed([("a", CohortConsent(given_on=DAY, withdrawn_on=late.given_on)), ("a", late)]) == {}
    assert agreed([("a", early), ("b", gone)]) == {"a": DAY}
