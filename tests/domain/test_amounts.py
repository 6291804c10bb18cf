"""Money as people and files write it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.amounts import MOST_CENTS, cents_of, format_amount, parse_amount


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0),
        ("4000", 400_000),
        ("4.000", 400_000),
        ("2428.50", 242_850),
        ("2428,5", 242_850),
        ("2.428,50", 242_850),
        ("121.425", 12_142_500),
        ("1.234.567,89", 123_456_789),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, cents: int) -> None:
    assert parse_amount(text) == cents


@pytest.mark.parametrize(
    "text", ["", "-1", "1,234.50", "1.23.456", "1,2,3", "4000 €", "1e3", "NaN", "٣", "0.005", "9" * 14, "1 000"]
)
def test_anything_else_is_none(text: str) -> None:
    assert parse_amount(text) is None


@given(st.integers(0, MOST_CENTS))
def test_what_is_written_is_read(cents: int) -> None:
    assert parse_amount(format_amount(cents)) == cents


@pytest.mark.parametrize(("number", "cents"), [(4000, 400_000), (Decimal("2428.5"), 242_850), (Decimal("0.10"), 10)])
def test_numbers_become_cents(number: int | Decimal, cents: int) -> None:
    assert cents_of(number) == cents


@pytest.mark.parametrize("number", [-1, Decimal("0.005"), 10**15, Decimal("-0.01")])
def test_numbers_that_are_no_money_are_none(number: int | Decimal) -> None:
    assert cents_of(number) is None
