"""When days were held and how long the work took."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given as for_all
from hypothesis import strategies as st

from advisor_app.documents.parts.workshop_days import clock_words, contents_of, days_of, duration_words, held
from advisor_app.domain.agenda import AgendaDay, AgendaStep, Pause, StepKind
from tests.documents.samples import given
from tests.example_case import example_case

MINUTE = timedelta(minutes=1)
NINE = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)
"""Nine o'clock of a summer's day in Berlin."""


def step(name: str, minutes: int, kind: StepKind = StepKind.WORK) -> AgendaStep:
    return AgendaStep(id=name, title=name, minutes=minutes, minimum_minutes=5, kind=kind)


def day(*steps: AgendaStep) -> AgendaDay:
    return AgendaDay(id="d", module="M4", title="Tag 1", number=1, on=date(2026, 9, 14), steps=steps)


def taken(item: AgendaStep, begin: int, end: int) -> AgendaStep:
    """The step with the times that were taken, in minutes after nine."""
    return replace(item, started=NINE + timedelta(minutes=begin), ended=NINE + timedelta(minutes=end))


def test_a_planned_day_counts_work_without_breaks() -> None:
    found = held(day(step("a", 90), step("b", 15, StepKind.BREAK), step("c", 60), step("d", 60, StepKind.LUNCH)))
    assert (found.begins, found.ends, found.minutes, found.recorded) == (time(9), time(12, 45), 150, False)


def test_what_was_left_out_is_no_work() -> None:
    found = held(day(step("a", 90), replace(step("b", 30), skipped=True)))
    assert found.minutes == 90
    assert contents_of(found.day) == ("a",)


def test_a_day_that_is_over_counts_the_times_that_were_taken() -> None:
    steps = (
        taken(step("a", 90), 5, 80),
        taken(step("b", 15, StepKind.BREAK), 80, 100),
        replace(step("c", 60), skipped=True),
        taken(step("d", 30), 100, 145),
    )
    found = held(day(*steps))
    assert (found.begins, found.ends, found.minutes, found.recorded) == (time(9, 5), time(11, 25), 120, True)


def test_groups_beside_each_other_count_once_and_pauses_not_at_all() -> None:
    north, south = (replace(step(name, 60), group=name) for name in ("Nord", "Süd"))
    assert held(day(north, south)).minutes == 60
    over = replace(
        day(taken(north, 0, 60), taken(south, 0, 70)), pauses=(Pause(started=NINE, ended=NINE + 5 * MINUTE),)
    )
    assert held(over).minutes == 65


def test_a_planned_day_ends_when_it_was_agreed() -> None:
    assert held(replace(day(step("a", 60)), ends=time(10, 30))).ends == time(10, 30)


def test_a_day_without_steps_says_nothing() -> None:
    found = held(day())
    assert (found.begins, found.ends, found.minutes) == (None, None, None)
    words = given(example_case())
    assert clock_words(words, found.begins, found.ends) == duration_words(words, found.minutes) == ""


def test_days_stand_in_the_order_of_their_dates_those_without_last() -> None:
    case = example_case()
    first = replace(day(), id="x", number=3, on=date(2026, 1, 1))
    open_one = replace(day(), id="y", number=1, on=None)
    other = replace(day(), id="z", module="M1")
    days = {item.id: item for item in (open_one, other, first, *case.agenda.values())}
    assert [item.id for item in days_of(replace(case, agenda=days), "M4")] == ["x", "day-1", "y"]


def test_durations_are_read_in_hours_and_minutes() -> None:
    words = given(example_case())
    plain = [duration_words(words, minutes).replace("\N{NO-BREAK SPACE}", " ") for minutes in (45, 60, 345, 0)]
    assert plain == ["45 min", "1 h", "5 h 45 min", "0 min"]
    assert clock_words(words, time(9), time(15, 30)) == "09:00–15:30 Uhr"


@for_all(st.lists(st.tuples(st.integers(1, 120), st.sampled_from(StepKind)), min_size=1, max_size=12))
def test_recorded_on_time_is_the_same_as_planned(plan: list[tuple[int, StepKind]]) -> None:
    planned = tuple(step(str(number), minutes, kind) for number, (minutes, kind) in enumerate(plan))
    moment, done = 0, []
    for item in planned:
        done.append(taken(item, moment, moment + item.minutes))
        moment += item.minutes
    before, after = held(day(*planned)), held(day(*done))
    assert after.recorded
    assert (before.begins, before.ends, before.minutes) == (after.begins, after.ends, after.minutes)
