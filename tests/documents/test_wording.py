"""Figures, dates and money as documents write them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from advisor_app.documents.wording import Wording
from advisor_app.texts import load_texts

WORDING = Wording(load_texts("de"))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2027, 1, 1), date(2027, 2, 28), "01/2027–02/2027"),
        (date(2027, 1, 15), date(2027, 2, 27), "15.01.2027–27.02.2027"),
        (date(2027, 1, 1), None, "ab 01/2027"),
        (None, date(2028, 2, 29), "bis 02/2028"),
        (None, None, "offen"),
    ],
)
def test_periods(start: date | None, end: date | None, words: str) -> None:
    assert WORDING.period(start, end) == words


def test_days_on_which_people_meet_have_their_weekday() -> None:
    assert WORDING.appointment(date(2026, 9, 14)) == "Montag, 14.09.2026"
    assert WORDING.appointment(date(2026, 9, 20)) == "Sonntag, 20.09.2026"
    assert WORDING.appointment(None) == "offen"


def test_scores_have_one_decimal_and_exact_ones_three() -> None:
    score = Fraction(146, 90)
    assert WORDING.score(score) == "1,6"
    assert WORDING.exact(score) == "1,622"
    assert WORDING.score(None) == "–"


@pytest.mark.parametrize(
    ("value", "words"), [(Fraction(9), "9"), (Fraction(146, 10), "14,6"), (Fraction(10, 3), "3,33")]
)
def test_plain_numbers_have_the_decimals_they_need(value: Fraction, words: str) -> None:
    assert WORDING.plain(value) == words


def test_open_money_is_never_nothing() -> None:
    assert WORDING.money(None) == "offen"
    assert WORDING.money(0) == "0\N{NO-BREAK SPACE}€"
    assert WORDING.money(2_428_500) == "24.285\N{NO-BREAK SPACE}€"


def test_shares_are_whole_percents() -> None:
    assert WORDING.percent(Fraction(2, 3)) == "67\N{NO-BREAK SPACE}%"
    assert WORDING.percent(None) == "–"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Fraction(3, 2), Fraction(2), "+0,5"),
        (Fraction(2), Fraction(3, 2), "−0,5"),
        (Fraction(161, 100), Fraction(164, 100), "±0,0"),
        (Fraction(164, 100), Fraction(165, 100), "+0,1"),
        (None, Fraction(1), "–"),
    ],
)
def test_a_change_is_the_difference_of_what_is_shown(before: Fraction | None, after: Fraction, words: str) -> None:
    assert WORDING.change(before, after) == words
