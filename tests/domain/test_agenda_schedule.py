"""When steps are planned: pins stand, groups go beside each other, and what does not fit is said and not mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind
from advisor_app.domain.agenda_schedule import (
    Finding,
    FindingKind,
    agreed_end,
    begin_of,
    blocks_of,
    findings,
    lanes_of,
    lay_out,
    pinned_at,
    planned_end,
    schedule,
)
from advisor_app.domain.local_time import LOCAL
from tests.domain.agenda_days import DAY, any_day, at, clock, day_of, shipped_day, step, steps_of_any_day


def times(day: AgendaDay) -> list[str]:
    return [f"{clock(item.begins)}–{clock(item.ends)}" for item in schedule(day)]


def test_times_follow_from_the_order() -> None:
    assert times(DAY) == ["09:00–09:20", "09:20–10:05", "10:05–10:20", "10:20–11:05", "11:05–12:05", "12:05–12:35"]
    assert clock(planned_end(DAY)) == "12:35"
    assert findings(DAY) == ()


def test_the_shipped_day_of_module_four_goes_from_nine_to_half_past_three() -> None:
    day = shipped_day("m4-tag1")
    assert times(day)[0] == "09:00–09:20"
    lunch = next(item for item in schedule(day) if item.step.kind is StepKind.LUNCH)
    assert (clock(lunch.begins), clock(planned_end(day))) == ("12:05", "15:30")


def test_an_empty_day_ends_when_it_begins() -> None:
    assert schedule(day_of()) == ()
    assert planned_end(day_of()) == begin_of(day_of())


def test_a_step_that_is_left_out_takes_no_time() -> None:
    day = replace(DAY, steps=(DAY.steps[0], replace(DAY.steps[1], skipped=True), *DAY.steps[2:]))
    assert times(day)[:3] == ["09:00–09:20", "09:20–09:20", "09:20–09:35"]


def test_a_step_without_length_has_its_place() -> None:
    assert times(day_of(step("a", 20), step("photo", 0), step("b", 10))) == [
        "09:00–09:20",
        "09:20–09:20",
        "09:20–09:30",
    ]


def test_a_pinned_step_stands_and_the_idle_time_before_it_is_said() -> None:
    day = day_of(step("a", 60), step("lunch", 60, pinned=time(12)), step("b", 30))
    assert times(day) == ["09:00–10:00", "12:00–13:00", "13:00–13:30"]
    assert findings(day) == (Finding(kind=FindingKind.GAP, step="lunch", minutes=120),)


def test_what_runs_into_a_pinned_step_is_said_and_nothing_is_shortened() -> None:
    day = day_of(step("a", 200), step("lunch", 60, pinned=time(12)), step("b", 30))
    assert times(day) == ["09:00–12:20", "12:00–13:00", "13:00–13:30"]
    assert findings(day) == (Finding(kind=FindingKind.OVERLAP, step="lunch", minutes=20),)


def test_what_follows_a_short_pinned_step_waits_for_what_ran_into_it() -> None:
    day = day_of(step("a", 200), step("photo", 0, pinned=time(12)), step("b", 30))
    assert times(day)[2] == "12:20–12:50"


def test_a_pin_before_the_beginning_of_the_day_is_an_overlap_and_not_the_next_morning() -> None:
    day = day_of(step("a", 30, pinned=time(8, 30)), step("b", 30))
    assert times(day) == ["08:30–09:00", "09:00–09:30"]
    assert findings(day) == (Finding(kind=FindingKind.OVERLAP, step="a", minutes=30),)


def test_an_end_after_the_agreed_one_is_said() -> None:
    assert findings(replace(DAY, ends=time(12, 35))) == ()
    assert findings(replace(DAY, ends=time(12))) == (Finding(kind=FindingKind.LATE_END, minutes=35),)


def test_a_step_shorter_than_it_may_be_is_said() -> None:
    day = day_of(step("a", 20, 30))
    assert findings(day) == (Finding(kind=FindingKind.UNDER_MINIMUM, step="a", minutes=10),)


def test_an_evening_goes_on_after_midnight() -> None:
    day = day_of(step("a", 90), step("b", 60, pinned=time(0, 30)), step("c", 30), start=time(22), ends=time(2))
    assert times(day) == ["22:00–23:30", "00:30–01:30", "01:30–02:00"]
    assert [item.begins.date().day for item in schedule(day)] == [14, 15, 15]
    assert findings(day) == (Finding(kind=FindingKind.GAP, step="b", minutes=60),)


def test_the_night_in_which_clocks_go_back_has_an_hour_more() -> None:
    day = day_of(step("a", 120), step("b", 60), start=time(1), ends=time(3), on=date(2026, 10, 25))
    assert times(day) == ["01:00–02:00", "02:00–03:00"]
    assert [item.ends.astimezone(UTC).hour for item in schedule(day)] == [1, 2]
    assert findings(day) == ()


def test_groups_go_beside_each_other_and_the_next_step_waits_for_the_longest() -> None:
    day = day_of(
        step("a", 30),
        step("north 1", 20, group="Nord"),
        step("south", 45, group="Süd"),
        step("north 2", 20, group="Nord"),
        step("together", 15),
    )
    assert times(day) == ["09:00–09:30", "09:30–09:50", "09:30–10:15", "09:50–10:10", "10:15–10:30"]


def test_a_pin_in_a_group_holds_back_that_group_alone() -> None:
    day = day_of(step("a", 20, group="A"), step("b", 20, group="B"), step("a2", 20, pinned=time(9, 40), group="A"))
    assert times(day) == ["09:00–09:20", "09:00–09:20", "09:40–10:00"]
    assert findings(day) == (Finding(kind=FindingKind.GAP, step="a2", minutes=20),)


def test_blocks_and_their_groups() -> None:
    steps = (step("a", 5), step("x", 5, group="X"), step("y", 5, group="Y"), step("x2", 5, group="X"), step("b", 5))
    assert [[item.id for item in block] for block in blocks_of(steps)] == [["a"], ["x", "y", "x2"], ["b"]]
    assert [[item.id for item in lane] for lane in lanes_of(blocks_of(steps)[1])] == [["x", "x2"], ["y"]]


def test_the_agreed_end_is_the_first_after_the_beginning() -> None:
    assert agreed_end(DAY) is None
    ends = agreed_end(replace(DAY, ends=time(15, 30)))
    assert ends is not None
    assert ends.astimezone(UTC) == at("15:30")
    late = agreed_end(replace(DAY, start=time(18), ends=time(1)))
    assert late is not None
    assert late.astimezone(UTC) == at("01:00", day=15)


@given(st.times(), st.datetimes(datetime(2026, 4, 1), datetime(2026, 10, 1), timezones=st.just(UTC)))  # noqa: DTZ001  # bounds
def test_a_pin_is_of_the_day_on_which_it_lies_whatever_the_steps_before_it_take(pin: time, start: datetime) -> None:
    found = pinned_at(pin, start)
    assert timedelta(hours=-6) <= found - start < timedelta(hours=18)
    assert found.astimezone(LOCAL).time() == pin


@given(any_day())
def test_nothing_is_lost_and_every_step_has_its_length(day: AgendaDay) -> None:
    planned = schedule(day)
    assert [item.step for item in planned] == list(day.steps)
    for item in planned:
        length = item.ends.astimezone(UTC) - item.begins
        assert length == timedelta(minutes=0 if item.step.skipped else item.step.minutes)


@given(any_day())
def test_pinned_steps_stand_at_their_time(day: AgendaDay) -> None:
    for item in schedule(day):
        if item.step.pinned is not None and not item.step.skipped:
            assert item.begins.time() == item.step.pinned


@given(any_day(pins=False))
def test_without_pins_blocks_follow_without_gaps_and_last_as_long_as_their_longest_group(day: AgendaDay) -> None:
    planned = {item.step.id: item for item in schedule(day)}
    moment = begin_of(day).astimezone(UTC)
    for block in blocks_of(day.steps):
        lengths = []
        for lane in lanes_of(block):
            begins = moment
            for item in lane:
                assert planned[item.id].begins == begins
                begins = planned[item.id].ends.astimezone(UTC)
            lengths.append(begins - moment)
        moment += max(lengths)
    assert planned_end(day) == moment
    assert {finding.kind for finding in findings(day)} <= {FindingKind.LATE_END}


@given(steps_of_any_day())
def test_idle_time_and_overlaps_tell_all_that_differs_from_one_after_the_other(steps: tuple[AgendaStep, ...]) -> None:
    alone = tuple(replace(item, group="") for item in steps)
    layout = lay_out(alone, at("09:00"))
    found = {finding.step: finding for finding in layout.findings}
    moment = at("09:00")
    for item in layout.steps:
        finding = found.get(item.step.id)
        if finding is None:
            assert item.begins == moment
        elif finding.kind is FindingKind.GAP:
            assert item.begins.astimezone(UTC) - moment == timedelta(minutes=finding.minutes)
        else:
            assert moment - item.begins.astimezone(UTC) == timedelta(minutes=finding.minutes)
        moment = max(moment, item.ends.astimezone(UTC))
    assert layout.ends == moment
