"""How a workshop day goes: what begins, ends and is skipped, and when the rest is to be expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind, current_step
from advisor_app.domain.agenda_course import (
    StepState,
    begun,
    day_at_hand,
    deadline,
    ended,
    find_step,
    forecast,
    inserted,
    moved,
    skipped,
    state_of,
    step_at_hand,
    taken_up,
    with_step,
    without,
)

HESSE = ZoneInfo("Europe/Berlin")


def at(clock: str) -> datetime:
    """A local time of the workshop day as an instant in UTC."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 9, 14, hour, minute, tzinfo=HESSE).astimezone(UTC)


def step(name: str, minutes: int, minimum: int = 0, kind: StepKind = StepKind.WORK) -> AgendaStep:
    return AgendaStep(id=name, title=name, minutes=minutes, minimum_minutes=minimum or minutes, kind=kind)


DAY = AgendaDay(
    id="day",
    module="M4",
    title="Tag 1",
    number=1,
    on=date(2026, 9, 14),
    start=time(9),
    steps=(
        step("opening", 20, 10),
        step("result", 45, 30),
        step("pause", 15, kind=StepKind.BREAK),
        step("areas", 45, 30),
        step("lunch", 60, kind=StepKind.LUNCH),
        step("close", 30),
    ),
)


def states(day: AgendaDay) -> list[StepState]:
    return [state_of(item) for item in day.steps]


def clock_of(instant: datetime) -> str:
    return f"{instant.astimezone(HESSE):%H:%M}"


def test_a_step_begins_and_ends() -> None:
    running = begun(DAY, "opening", at("09:02"))
    assert states(running)[:2] == [StepState.RUNNING, StepState.OPEN]
    done = ended(running, "opening", at("09:22"))
    assert states(done)[:2] == [StepState.DONE, StepState.OPEN]
    assert (done.steps[0].started, done.steps[0].ended) == (at("09:02"), at("09:22"))


def test_beginning_a_step_ends_the_one_that_runs() -> None:
    day = begun(begun(DAY, "opening", at("09:00")), "result", at("09:25"))
    assert states(day)[:2] == [StepState.DONE, StepState.RUNNING]
    assert day.steps[0].ended == day.steps[1].started == at("09:25")


def test_a_step_that_was_ended_too_soon_goes_on_with_its_first_beginning() -> None:
    day = begun(ended(begun(DAY, "opening", at("09:00")), "opening", at("09:10")), "opening", at("09:11"))
    assert current_step(day) == replace(DAY.steps[0], started=at("09:00"))


def test_a_running_step_that_is_skipped_is_broken_off_and_keeps_its_times() -> None:
    day = skipped(begun(DAY, "opening", at("09:00")), "opening", at("09:05"))
    assert (day.steps[0].skipped, day.steps[0].started, day.steps[0].ended) == (True, at("09:00"), at("09:05"))
    assert state_of(taken_up(day, "opening").steps[0]) is StepState.DONE


def test_a_step_is_skipped_and_taken_up_again() -> None:
    day = skipped(DAY, "result", at("09:00"))
    assert states(day)[1] is StepState.SKIPPED
    assert taken_up(day, "result") == DAY
    assert state_of(begun(day, "result", at("10:00")).steps[1]) is StepState.RUNNING


def test_open_steps_move_and_begun_ones_stay() -> None:
    day = begun(DAY, "opening", at("09:00"))
    assert [item.id for item in moved(day, "close", 1).steps][:3] == ["opening", "close", "result"]
    assert [item.id for item in moved(day, "result", 99).steps][-1] == "result"
    assert moved(day, "opening", 3) == day
    assert moved(day, "nothing", 3) == day


def test_steps_come_and_go() -> None:
    extra = step("extra", 10)
    day = inserted(DAY, extra, 2)
    assert [item.id for item in day.steps][1:4] == ["result", "extra", "pause"]
    assert without(day, "extra") == DAY
    assert find_step(with_step(day, replace(extra, minutes=5)), "extra") == replace(extra, minutes=5)
    assert find_step(DAY, "extra") is None


def test_the_step_at_hand() -> None:
    assert step_at_hand(DAY) is DAY.steps[0]
    assert step_at_hand(replace(DAY, steps=())) is None
    running = begun(DAY, "result", at("09:20"))
    assert step_at_hand(running) == running.steps[1]
    later = ended(running, "result", at("10:00"))
    assert step_at_hand(later) == later.steps[2]
    only_the_first_is_open = DAY
    for item in DAY.steps[1:]:
        only_the_first_is_open = begun(only_the_first_is_open, item.id, at("10:00"))
    only_the_first_is_open = ended(only_the_first_is_open, "close", at("11:00"))
    assert step_at_hand(only_the_first_is_open) == DAY.steps[0]
    over = skipped(only_the_first_is_open, "opening", at("11:00"))
    assert step_at_hand(over) == over.steps[-1]


def test_the_day_at_hand() -> None:
    monday, undated = DAY, replace(DAY, id="undated", number=0, on=None)
    later = replace(DAY, id="later", number=2, on=date(2026, 12, 16))
    days = (later, monday, undated)
    assert day_at_hand((), date(2026, 9, 14)) is None
    assert day_at_hand(days, date(2026, 9, 14)) is monday
    assert day_at_hand(days, date(2026, 9, 15)) is later
    assert day_at_hand(days, date(2027, 1, 1)) is undated
    assert day_at_hand((later, monday), date(2027, 1, 1)) is later
    running = begun(undated, "opening", at("09:00"))
    assert day_at_hand((later, monday, running), date(2026, 9, 14)) is running
    over = monday
    for item in DAY.steps:
        over = skipped(over, item.id, at("10:00"))
    assert day_at_hand((over,), date(2026, 9, 14)) is over
    assert day_at_hand((over, later), date(2026, 9, 14)) is later


def deadline_of(started: str, *, on: date | None = DAY.on) -> str:
    day = replace(begun(DAY, "result", at(started)), on=on)
    ends = deadline(day, day.steps[1], HESSE)
    assert ends is not None
    return clock_of(ends)


def test_a_late_step_still_ends_as_planned() -> None:
    assert deadline_of("09:23") == "10:05"


def test_a_step_never_gets_less_than_its_least_nor_more_than_its_full_time() -> None:
    assert deadline_of("09:50") == "10:20"
    assert deadline_of("09:00") == "09:45"


def test_a_step_on_another_day_than_planned_gets_its_full_time() -> None:
    assert deadline_of("09:50", on=None) == "10:35"
    assert deadline_of("09:50", on=date(2026, 9, 15)) == "10:35"


def test_a_step_that_has_not_begun_has_no_deadline() -> None:
    assert deadline(DAY, DAY.steps[0], HESSE) is None


def test_before_the_day_begins_it_is_expected_as_planned() -> None:
    expected = forecast(DAY, at("08:30"), HESSE)
    assert expected is not None
    assert [clock_of(moment) for moment in expected.begins.values()] == [
        "09:00", "09:20", "10:05", "10:20", "11:05", "12:05",
    ]  # fmt: skip
    assert (clock_of(expected.ends), expected.delay) == ("12:35", timedelta())


def test_a_late_beginning_moves_everything() -> None:
    expected = forecast(DAY, at("09:07"), HESSE)
    assert expected is not None
    assert (clock_of(expected.ends), expected.delay) == ("12:42", timedelta(minutes=7))


def test_a_step_over_its_time_delays_the_rest() -> None:
    day = begun(DAY, "result", at("09:20"))
    on_time, late = forecast(day, at("10:00"), HESSE), forecast(day, at("10:14"), HESSE)
    assert on_time is not None
    assert late is not None
    assert on_time.delay == timedelta()
    assert late.delay == timedelta(minutes=9)
    assert clock_of(late.begins["pause"]) == "10:14"


def test_skipping_catches_up_and_lunch_is_not_earlier_than_planned() -> None:
    day = begun(DAY, "result", at("09:29"))
    late = forecast(day, at("10:14"), HESSE)
    caught_up = forecast(skipped(day, "areas", at("10:14")), at("10:14"), HESSE)
    assert late is not None
    assert caught_up is not None
    assert late.delay == timedelta(minutes=9)
    assert (clock_of(caught_up.begins["lunch"]), caught_up.delay) == ("11:05", timedelta())
    assert "areas" not in caught_up.begins


def test_a_day_that_is_not_today_or_over_has_no_forecast() -> None:
    assert forecast(replace(DAY, on=date(2026, 9, 15)), at("10:00"), HESSE) is None
    assert forecast(replace(DAY, on=None), at("10:00"), HESSE) is None
    assert forecast(replace(DAY, steps=()), at("10:00"), HESSE) is None
    over = DAY
    for item in DAY.steps:
        over = skipped(over, item.id, at("10:00"))
    assert forecast(over, at("10:00"), HESSE) is None


def test_a_step_that_runs_on_a_day_without_date_is_foreseen_without_delay() -> None:
    day = begun(replace(DAY, on=None), "opening", at("13:00"))
    expected = forecast(day, at("13:05"), HESSE)
    assert expected is not None
    assert (clock_of(expected.begins["result"]), expected.delay) == ("13:20", None)


EVENTS = st.lists(
    st.tuples(st.sampled_from(("begin", "end", "skip", "take up")), st.sampled_from([item.id for item in DAY.steps])),
    max_size=12,
)


@given(EVENTS)
def test_whatever_happens_at_most_one_step_runs_and_the_rest_is_foreseen_in_order(
    events: list[tuple[str, str]],
) -> None:
    day, now = DAY, at("09:00")
    for event, name in events:
        now += timedelta(minutes=7)
        chosen = find_step(day, name)
        assert chosen is not None
        match event:
            case "begin":
                day = begun(day, name, now)
            case "end" if state_of(chosen) is StepState.RUNNING:
                day = ended(day, name, now)
            case "skip":
                day = skipped(day, name, now)
            case _:
                day = taken_up(day, name)
        assert states(day).count(StepState.RUNNING) <= 1
        running = current_step(day)
        ends = deadline(day, running, HESSE) if running else None
        if running is not None and running.started is not None and ends is not None:
            assert running.started <= ends <= running.started + timedelta(minutes=running.minutes)
        expected = forecast(day, now, HESSE)
        if expected is not None:
            moments = list(expected.begins.values())
            assert moments == sorted(moments)
            assert expected.ends >= max([now, *moments])
