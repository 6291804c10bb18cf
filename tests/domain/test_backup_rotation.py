"""The rule of which backups stay, for every set of times."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import example, given
from hypothesis import strategies as st

from advisor_app.domain.backup_rotation import DAYS, MONTHS, WEEKS, kept

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
hours = st.integers(min_value=-48, max_value=24 * 500)
sets_of_times = st.sets(hours.map(lambda hour: NOW - timedelta(hours=hour)), max_size=120)


@given(sets_of_times)
def test_the_newest_always_stays(times: set[datetime]) -> None:
    found = kept(times, NOW, ZONE)
    assert found <= times
    if times:
        assert max(times) in found


@given(sets_of_times)
def test_everything_of_two_days_stays(times: set[datetime]) -> None:
    assert {time for time in times if NOW - time <= timedelta(days=2)} <= kept(times, NOW, ZONE)


@given(sets_of_times)
def test_applied_twice_it_gives_up_nothing_more(times: set[datetime]) -> None:
    once = kept(times, NOW, ZONE)
    assert kept(once, NOW, ZONE) == once


@given(sets_of_times, sets_of_times, st.integers(min_value=0, max_value=24 * 90))
@example({NOW - timedelta(days=30), NOW - timedelta(days=31)}, set(), 24 * 40)
def test_what_was_given_up_is_never_wanted_later(times: set[datetime], more: set[datetime], passed: int) -> None:
    later = NOW + timedelta(hours=passed)
    newer = {time for time in more if time > NOW}
    given_up = times - kept(times, NOW, ZONE)
    assert not given_up & kept(times | newer, later, ZONE)


@given(sets_of_times)
def test_old_ones_are_few(times: set[datetime]) -> None:
    old = [time for time in kept(times, NOW, ZONE) if NOW - time > timedelta(days=4)]
    assert len(old) <= DAYS + WEEKS + MONTHS


def test_a_year_of_hourly_backups_leaves_days_weeks_and_months() -> None:
    times = {NOW - timedelta(hours=hour) for hour in range(24 * 365)}
    found = sorted(kept(times, NOW, ZONE), reverse=True)
    days = [time.astimezone(ZONE).date() for time in found]
    recent = [day for day in days if day >= NOW.date() - timedelta(days=2)]
    rest = days[len(recent) :]
    assert len(recent) == 12 + 24 + 24
    assert [(NOW.date() - day).days for day in rest[:7]] == [3, 4, 5, 6, 7, 8, 9]
    assert len(rest) == DAYS + WEEKS + MONTHS
    assert (NOW.date() - rest[-1]).days > 150


def test_a_laptop_that_rested_for_a_year_keeps_its_last_backups() -> None:
    times = {NOW - timedelta(days=400 + day) for day in range(7)}
    assert kept(times, NOW, ZONE) == times
