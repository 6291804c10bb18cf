"""Dates that people give as months: a month means its first or its last day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from advisor_app.domain.errors import AdvisorError, Problem

# A laptop whose battery was empty believes that it is 1970; other years are slips of the pen.
_FIRST_YEAR, _LAST_YEAR = 1900, 2200

_MONTH = re.compile(r"^(0?[1-9]|1[0-2])[./](\d{4})$")
_DAY = re.compile(r"^(\d{1,2})([./])(\d{1,2})\2(\d{4})$")


def first_day(year: int, month: int) -> date:
    """First day of a month."""
    return date(year, month, 1)


def last_day(year: int, month: int) -> date:
    """Last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def is_near(day: date) -> bool:
    """Whether the year of a day or an instant is one that somebody can mean."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def parse_start(text: str) -> date:
    """Read ``03/2027``, ``01.03.2027``, ``01/03/2027`` or ``2027-03-01`` as the day something begins.

    Raises AdvisorError: BAD_DATE, DATE_FAR for a year that nobody can mean.
    """
    return _parse(text, first_day)


def parse_end(text: str) -> date:
    """Read a month or day as the day something ends; raises like ``parse_start``."""
    return _parse(text, last_day)


def _parse(text: str, day_of_month: Callable[[int, int], date]) -> date:
    stripped = text.strip()
    try:
        day = _read(stripped, day_of_month)
    except ValueError:
        raise AdvisorError(Problem.BAD_DATE, value=stripped) from None
    if not is_near(day):
        raise AdvisorError(Problem.DATE_FAR)
    return day


def _read(text: str, day_of_month: Callable[[int, int], date]) -> date:
    if match := _MONTH.match(text):
        return day_of_month(int(match[2]), int(match[1]))
    if match := _DAY.match(text):
        return date(int(match[4]), int(match[3]), int(match[1]))
    return date.fromisoformat(text)


def is_first_day(day: date) -> bool:
    """Whether a start may be shown as its month."""
    return day.day == 1


def is_last_day(day: date) -> bool:
    """Whether an end may be shown as its month."""
    return day == last_day(day.year, day.month)


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the month's last day where it has fewer days; a last day stays one."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    end = last_day(year, month + 1)
    return end if is_last_day(day) else date(year, month + 1, min(day.day, end.day))
