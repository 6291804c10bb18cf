"""The clock of a day: how urgent a step is, and that a clock that is set neither takes nor gives a minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, ClockChange
from advisor_app.domain.agenda_clock import (
    Absence,
    ClockTimes,
    Return,
    Urgency,
    clock_of,
    clock_set,
    returned,
    urgency_of,
    with_clock_set,
)
from advisor_app.domain.agenda_course import advanced, back, begun, paused, skipped
from advisor_app.domain.agenda_forecast import spent
from tests.domain.agenda_days import DAY, any_day, at, day_of, step

MINUTE = timedelta(minutes=1)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (40, Urgency.CALM),
        (8.1, Urgency.CALM),
        (8, Urgency.AMBER),
        (2.1, Urgency.AMBER),
        (2, Urgency.RED),
        (0, Urgency.RED),
        (-3, Urgency.RED),
    ],
)
def test_the_clock_turns_amber_at_a_fifth_and_red_at_a_twentieth(left: float, urgency: Urgency) -> None:
    assert urgency_of(minutes(left), minutes(40)) is urgency


def test_a_step_without_length_counts_as_a_minute() -> None:
    assert urgency_of(minutes(0), minutes(0)) is Urgency.CALM
    assert urgency_of(-minutes(0.9), minutes(0)) is Urgency.AMBER
    assert urgency_of(-minutes(1), minutes(0)) is Urgency.RED


def test_the_clock_of_a_step_that_runs() -> None:
    day = paused(begun(DAY, "result", at("09:20")), at("09:57"))
    found = clock_of(day, day.steps[1], at("10:30"))
    assert found is not None
    assert (found.spent, found.given, found.left) == (minutes(37), minutes(45), minutes(8))
    assert (found.urgency, found.is_paused, found.ends) == (Urgency.AMBER, True, at("10:38"))
    assert clock_of(day, day.steps[2], at("10:30")) is None


def times(wall: str, up: float, boot: str = "") -> ClockTimes:
    return ClockTimes(now=at(wall), up=minutes(up), boot=boot)


def test_a_clock_that_is_set_while_the_program_runs_is_noticed_and_one_that_drifts_is_not() -> None:
    assert clock_set(times("09:00", 10), times("09:01", 11)) == timedelta()
    assert clock_set(times("09:00", 10), times("09:01:04", 11)) == timedelta()
    assert clock_set(times("09:00", 10), times("10:01", 11)) == minutes(60)
    assert clock_set(times("09:00", 10), times("08:31", 11)) == -minutes(30)


def test_a_lid_that_was_closed_is_no_clock_that_was_set() -> None:
    assert clock_set(times("09:00", 10), times("09:45", 55)) == timedelta()


@pytest.mark.parametrize("by", [minutes(60), -minutes(60)])
def test_a_step_keeps_its_time_when_the_clock_is_set(by: timedelta) -> None:
    day = begun(begun(DAY, "opening", at("09:00")), "result", at("09:25"))
    after = with_clock_set(day, by, at("09:40") + by)
    assert spent(after, after.steps[0], at("09:40") + by) == minutes(25)
    assert spent(after, after.steps[1], at("09:40") + by) == minutes(15)
    assert after.as_planned == day.as_planned
    assert after.clock_changes == (ClockChange(at=at("09:40") + by, seconds=int(by.total_seconds())),)


def test_a_day_that_has_not_begun_or_is_over_is_not_touched() -> None:
    assert with_clock_set(DAY, MINUTE, at("09:00")) == DAY
    day = skipped(begun(day_of(step("a", 5)), "a", at("09:00")), "a", at("09:03"))
    assert with_clock_set(day, MINUTE, at("09:05")) == day
    running = begun(DAY, "opening", at("09:00"))
    assert with_clock_set(running, timedelta(), at("09:05")) == running


@given(any_day(), st.integers(-600, 600), st.lists(st.tuples(st.booleans(), st.integers(1, 50)), max_size=8))
def test_a_clock_set_forward_and_back_leaves_every_instant_as_it_was(
    day: AgendaDay, by: int, course: list[tuple[bool, int]]
) -> None:
    now = at("09:00")
    for goes_back, wait in course:
        day = back(day, now) if goes_back else advanced(day, now)
        now += minutes(wait)
    once = with_clock_set(day, minutes(by), now + minutes(by))
    for before, after in zip(day.steps, once.steps, strict=True):
        assert spent(once, after, now + minutes(by)) == spent(day, before, now)
    assert replace(with_clock_set(once, -minutes(by), now), clock_changes=()) == day


def test_a_short_absence_in_the_same_run_of_the_machine() -> None:
    seen, now = times("10:42", 100, "b"), times("10:49", 107, "b")
    assert returned(seen, now) == Return(absence=Absence.SHORT, away=minutes(7), clock_set=timedelta())


def test_an_absence_in_which_the_clock_was_set() -> None:
    forward = returned(times("10:42", 100, "b"), times("11:49", 107, "b"))
    assert forward == Return(absence=Absence.SHORT, away=minutes(7), clock_set=minutes(60))
    backward = returned(times("10:42", 100, "b"), times("09:49", 107, "b"))
    assert backward == Return(absence=Absence.SHORT, away=minutes(7), clock_set=-minutes(60))


def test_a_machine_that_was_started_anew_believes_its_clock_unless_it_went_back() -> None:
    assert returned(times("10:42", 100, "b"), times("10:49", 2, "c")) == Return(
        absence=Absence.SHORT, away=minutes(7), clock_set=timedelta()
    )
    assert returned(times("10:42", 100, "b"), times("07:00", 2, "c")) == Return(
        absence=Absence.UNSURE, away=minutes(2), clock_set=-minutes(224)
    )


def test_whoever_comes_back_the_next_day_is_asked() -> None:
    late = ClockTimes(now=at("08:00", day=15), up=minutes(5), boot="c")
    found = returned(times("15:00", 400, "b"), late)
    assert (found.absence, found.away) == (Absence.LONG, minutes(17 * 60))


def test_without_a_name_of_the_run_what_fits_without_setting_the_clock_is_believed() -> None:
    same = returned(times("10:42", 100), times("10:49", 107))
    assert (same.away, same.clock_set) == (minutes(7), timedelta())
    anew = returned(times("10:42", 3), times("10:52", 5))
    assert (anew.away, anew.clock_set) == (minutes(10), timedelta())
    set_back = returned(times("10:42", 100), times("09:49", 107))
    assert (set_back.away, set_back.clock_set) == (minutes(7), -minutes(60))


@given(st.integers(0, 300), st.integers(-500, 500), st.integers(0, 10_000))
def test_in_the_same_run_no_minute_is_lost_or_made_up(away: int, by: int, up: int) -> None:
    seen = ClockTimes(now=datetime(2026, 9, 14, 8, tzinfo=UTC), up=minutes(up), boot="b")
    now = ClockTimes(now=seen.now + minutes(away + by), up=minutes(up + away), boot="b")
    found = returned(seen, now)
    assert (found.away, found.clock_set) == (minutes(away), minutes(by))
    day = begun(day_of(step("a", 45), start=time(8)), "a", seen.now)
    after = with_clock_set(day, found.clock_set, now.now)
    assert spent(after, after.steps[0], now.now) == minutes(away)
