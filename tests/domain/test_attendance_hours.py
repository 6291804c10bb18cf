"""Hours of a workshop day by halves: work only, as it was or else is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep, Pause, StepKind
from advisor_app.domain.attendance import HalfDay, Participant, with_presence
from advisor_app.domain.attendance_hours import is_recorded, minutes_by_half, minutes_of

START = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)  # 09:00 in Hesse
MINUTE = timedelta(minutes=1)


def step(name: str, minutes: int, kind: StepKind = StepKind.WORK) -> AgendaStep:
    return AgendaStep(id=name, title=name, minutes=minutes, minimum_minutes=5, kind=kind)


DAY = AgendaDay(
    id="d1",
    module="M4",
    title="Tag 1",
    number=1,
    on=date(2026, 9, 14),
    start=time(9, 0),
    steps=(
        step("a", 60),
        step("break", 15, StepKind.BREAK),
        step("b", 90),
        step("lunch", 60, StepKind.LUNCH),
        step("c", 120),
    ),
)


def ran(day: AgendaDay, late: int = 0) -> AgendaDay:
    """The day as it went: every step took some minutes more than planned."""
    moment, steps = START, []
    for item in day.steps:
        end = moment + (item.minutes + late) * MINUTE
        steps.append(replace(item, started=moment, ended=end))
        moment = end
    return replace(day, steps=tuple(steps))


def test_the_plan_counts_before_the_day_is_over() -> None:
    assert minutes_by_half(DAY) == {HalfDay.MORNING: 150, HalfDay.AFTERNOON: 120}
    begun = replace(DAY, steps=(ran(DAY).steps[0], *DAY.steps[1:]))
    assert not is_recorded(begun)
    assert minutes_by_half(begun) == minutes_by_half(DAY)


def test_then_the_actual_times_count() -> None:
    assert minutes_by_half(ran(DAY, late=10)) == {HalfDay.MORNING: 170, HalfDay.AFTERNOON: 130}


def test_what_was_left_out_counts_for_nobody() -> None:
    day = ran(DAY)
    skipped = replace(DAY.steps[4], skipped=True)
    assert minutes_by_half(replace(day, steps=(*day.steps[:4], skipped))) == {HalfDay.MORNING: 150}
    assert minutes_by_half(replace(DAY, steps=(*DAY.steps[:4], skipped))) == {HalfDay.MORNING: 150}


def test_a_stopped_clock_counts_for_nobody() -> None:
    day = replace(ran(DAY), pauses=(Pause(started=START + 10 * MINUTE, ended=START + 30 * MINUTE),))
    assert minutes_by_half(day)[HalfDay.MORNING] == 130
    first = replace(day.steps[0], pauses=(Pause(started=START + 20 * MINUTE, ended=START + 40 * MINUTE),))
    assert minutes_by_half(replace(day, steps=(first, *day.steps[1:])))[HalfDay.MORNING] == 120


def test_parallel_groups_count_once() -> None:
    day = ran(DAY)
    beside = replace(day.steps[4], id="d", group="Gruppe B")
    assert minutes_by_half(replace(day, steps=(*day.steps, beside)))[HalfDay.AFTERNOON] == 120


def test_without_lunch_the_clock_parts_the_day() -> None:
    short = replace(DAY, steps=(step("a", 120), step("b", 120)))
    assert minutes_by_half(short) == {HalfDay.MORNING: 240}
    late = replace(short, start=time(12, 0))
    assert minutes_by_half(late) == {HalfDay.MORNING: 120, HalfDay.AFTERNOON: 120}
    over_midnight = replace(short, start=time(23, 0))
    assert minutes_by_half(over_midnight) == {HalfDay.AFTERNOON: 120, HalfDay.MORNING: 120}


@given(st.lists(st.integers(0, 200), min_size=5, max_size=5), st.booleans())
def test_halves_add_up_to_the_work_of_the_day(minutes: list[int], recorded: bool) -> None:  # noqa: FBT001  # drawn
    steps = tuple(replace(item, minutes=count) for item, count in zip(DAY.steps, minutes, strict=True))
    day = replace(DAY, steps=steps)
    found = minutes_by_half(ran(day) if recorded else day)
    assert sum(found.values()) == minutes[0] + minutes[2] + minutes[4]


def test_somebody_who_left_at_noon_has_the_morning_s_hours() -> None:
    somebody = Participant(id="t1", person="p1")
    assert minutes_of(somebody, [DAY]) == 0
    morning = with_presence(somebody, "d1", [HalfDay.MORNING], present=True)
    assert minutes_of(morning, [DAY]) == 150
    assert minutes_of(with_presence(morning, "d1", HalfDay, present=True), [DAY]) == 270
