"""A month means its first or its last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.months import add_months, first_day, is_first_day, is_last_day, last_day, parse_end, parse_start


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("03/2027", date(2027, 3, 1), date(2027, 3, 31)),
        ("3/2027", date(2027, 3, 1), date(2027, 3, 31)),
        ("3.2027", date(2027, 3, 1), date(2027, 3, 31)),
        (" 02/2028 ", date(2028, 2, 1), date(2028, 2, 29)),
        ("12/2027", date(2027, 12, 1), date(2027, 12, 31)),
        ("14.09.2026", date(2026, 9, 14), date(2026, 9, 14)),
        ("4.9.2026", date(2026, 9, 4), date(2026, 9, 4)),
        ("14/09/2026", date(2026, 9, 14), date(2026, 9, 14)),
        ("2027-03-15", date(2027, 3, 15), date(2027, 3, 15)),
    ],
)
def test_months_and_days(text: str, start: date, end: date) -> None:
    assert (parse_start(text), parse_end(text)) == (start, end)


@pytest.mark.parametrize(
    "text", ["", "bald", "13/2027", "00/2027", "29.02.2027", "31.04.2027", "2027", "03/27", "1/1/1", "1.2/2027"]
)
def test_anything_else_is_no_date(text: str) -> None:
    for parse in (parse_start, parse_end):
        with pytest.raises(AdvisorError) as raised:
            parse(text)
        assert raised.value.problem is Problem.BAD_DATE
        assert raised.value.details == {"value": text}


@pytest.mark.parametrize("text", ["01.01.0001", "14.09.0202", "31.12.9999", "12/2201", "1899-12-31"])
def test_a_year_that_nobody_can_mean_is_told(text: str) -> None:
    for parse in (parse_start, parse_end):
        with pytest.raises(AdvisorError) as raised:
            parse(text)
        assert raised.value.problem is Problem.DATE_FAR


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS)
def test_first_and_last_days(day: date) -> None:
    assert is_first_day(first_day(day.year, day.month))
    assert is_last_day(last_day(day.year, day.month))
    assert is_last_day(day) == is_first_day(day + timedelta(days=1))
    assert parse_start(f"{day:%m/%Y}") == first_day(day.year, day.month)
    assert parse_end(f"{day:%m/%Y}") == last_day(day.year, day.month)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2027, 1, 15), 1, date(2027, 2, 15)),
        (date(2027, 1, 30), 1, date(2027, 2, 28)),
        (date(2027, 2, 28), 1, date(2027, 3, 31)),
        (date(2027, 6, 30), 6, date(2027, 12, 31)),
        (date(2027, 12, 1), 1, date(2028, 1, 1)),
        (date(2027, 3, 15), -3, date(2026, 12, 15)),
        (date(2027, 3, 15), 0, date(2027, 3, 15)),
    ],
)
def test_adding_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(DAYS, st.integers(-60, 60))
def test_added_months_land_in_the_month(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert is_last_day(moved) or (moved.day == day.day and not is_last_day(day))
