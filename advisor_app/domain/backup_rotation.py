"""Which backups stay: all of two days, then one a day for 7 days, one a week for 4 weeks, one a month for 6 months.

Days, weeks and months count where there are backups, so that a laptop that rested for a year loses nothing by it.
Weeks belong to the month of their Thursday: then every day is in one week and every week in one month, and what was
given up once is never wanted again later.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, timedelta, tzinfo

ALL_FOR = timedelta(days=2)
DAYS, WEEKS, MONTHS = 7, 4, 6


def kept(times: Iterable[datetime], now: datetime, zone: tzinfo) -> frozenset[datetime]:
    """The times (aware) of the backups that stay at an instant; days are those of the zone."""
    today = now.astimezone(zone).date()
    newest_first = sorted(set(times), reverse=True)
    recent = [time for time in newest_first if time.astimezone(zone).date() >= today - ALL_FOR]
    found, rest = set(recent), newest_first[len(recent) :]
    for period_of, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        newest: dict[Hashable, datetime] = {}
        for time in rest:
            period = period_of(time.astimezone(zone).date())
            if period in newest or len(newest) < most:
                newest.setdefault(period, time)
        found.update(newest.values())
        rest = [time for time in rest if period_of(time.astimezone(zone).date()) not in newest]
    return frozenset(found)


_Period = Callable[[date], Hashable]


def _day(day: date) -> Hashable:
    return day


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    thursday = day + timedelta(days=4 - day.isoweekday())
    return (thursday.year, thursday.month)
