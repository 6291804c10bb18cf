"""Numbers, money and dates are worded as people in each language write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.texts.numbers import format_cents, format_date, format_decimal, format_month


@pytest.mark.parametrize(
    ("value", "digits", "words"),
    [
        (1234.5, 1, "1.234,5"),
        (0.05, 1, "0,1"),
        (0.15, 1, "0,2"),
        (Fraction(146, 90), 2, "1,62"),
        (Decimal("-1234567.895"), 2, "−1.234.567,90"),
        (-0.04, 1, "0,0"),
        (7, 0, "7"),
    ],
)
def test_german_decimals(value: float | Decimal | Fraction, digits: int, words: str) -> None:
    assert format_decimal(value, digits, "de") == words


def test_english_decimals() -> None:
    assert format_decimal(1234.5, 1, "en") == "1,234.5"


@pytest.mark.parametrize(("value", "words"), [(0.25, "+0,3"), (-0.38, "−0,4"), (0.0, "±0,0"), (-0.01, "±0,0")])
def test_signed_differences(value: float, words: str) -> None:
    assert format_decimal(value, 1, "de", signed=True) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_words_read_back_within_half_a_step(value: Decimal) -> None:
    words = format_decimal(value, 2, "de")
    read = Decimal(words.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(read - value) <= Decimal("0.005")


def test_money() -> None:
    assert format_cents(2_428_500, "de") == "24.285\N{NO-BREAK SPACE}€"
    assert format_cents(242_850, "de") == "2.428,50\N{NO-BREAK SPACE}€"
    assert format_cents(-5, "de") == "−0,05\N{NO-BREAK SPACE}€"


def test_dates() -> None:
    assert format_date(date(2026, 9, 4), "de") == "04.09.2026"
    assert format_date(date(2026, 9, 4), "en") == "04/09/2026"
    assert format_month(date(2026, 9, 4), "de") == "09/2026"
