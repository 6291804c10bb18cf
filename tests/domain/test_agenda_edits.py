"""The order of a day is changed: steps are moved, split, stretched, pinned and put beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from hypothesis import assume, given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepKind, find_step, modules_of, with_step
from advisor_app.domain.agenda_course import begun, ended, skipped
from advisor_app.domain.agenda_edits import (
    grouped,
    inserted,
    moved,
    moved_to_day,
    pinned,
    split,
    stretched,
    ticked,
    ungrouped,
    unpinned,
    without,
)
from advisor_app.domain.agenda_schedule import schedule
from advisor_app.domain.words import Words
from tests.domain.agenda_days import DAY, any_day, at, clock, day_of, step


def names(day: AgendaDay) -> list[str]:
    return [item.id for item in day.steps]


def begins(day: AgendaDay) -> dict[str, str]:
    return {item.step.id: clock(item.begins) for item in schedule(day)}


def found(day: AgendaDay, name: str) -> AgendaStep:
    step = find_step(day, name)
    assert step is not None
    return step


def test_steps_come_and_go() -> None:
    extra = step("extra", 10)
    day = inserted(DAY, extra, 2)
    assert names(day)[1:4] == ["result", "extra", "pause"]
    assert without(day, "extra") == DAY
    assert find_step(with_step(day, replace(extra, minutes=5)), "extra") == replace(extra, minutes=5)


def test_open_steps_move_and_begun_ones_stay() -> None:
    day = begun(DAY, "opening", at("09:00"))
    assert names(moved(day, "close", 1))[:3] == ["opening", "close", "result"]
    assert names(moved(day, "result", 99))[-1] == "result"
    assert names(moved(day, "close", 0))[:2] == ["opening", "close"]
    assert moved(day, "opening", 3) == day
    assert moved(day, "nothing", 3) == day


def test_a_step_moves_among_pinned_ones_and_they_stand() -> None:
    day = pinned(pinned(DAY, "lunch"), "pause", time(10, 30))
    later = moved(day, "result", 4)
    assert names(later) == ["opening", "pause", "areas", "lunch", "result", "close"]
    assert begins(later) == {
        "opening": "09:00", "pause": "10:30", "areas": "10:45", "lunch": "11:05", "result": "12:05", "close": "12:50",
    }  # fmt: skip


def test_a_step_is_pinned_where_it_stands_or_at_a_time_and_unpinned() -> None:
    assert found(pinned(DAY, "lunch"), "lunch").pinned == time(11, 5)
    day = pinned(DAY, "lunch", time(12))
    assert begins(day)["close"] == "13:00"
    assert unpinned(day, "lunch") == DAY
    assert pinned(DAY, "nothing") == unpinned(DAY, "nothing") == DAY
    running = begun(DAY, "opening", at("09:00"))
    assert pinned(running, "opening", time(9, 30)) == running


def test_a_step_is_stretched_on_five_minute_marks() -> None:
    day = day_of(step("odd", 33, 30), step("short", 5), step("photo", 0), step("long", 470))
    assert found(stretched(day, "odd", 1), "odd").minutes == 35
    assert found(stretched(day, "odd", -1), "odd").minutes == 30
    assert found(stretched(day, "odd", -2), "odd") == replace(day.steps[0], minutes=25)
    assert found(stretched(day, "short", -3), "short").minutes == 5
    assert found(stretched(day, "photo", -1), "photo").minutes == 0
    assert found(stretched(day, "photo", 1), "photo").minutes == 5
    assert found(stretched(day, "long", 9), "long").minutes == 480
    assert stretched(day, "odd", 0) == stretched(day, "nothing", 1) == day


def test_a_step_is_split_and_its_parts_tell_of_each_other() -> None:
    whole = replace(
        step("work", 80, 60), template_step="ausarbeitung", module="M1", group="A", note=Words("Herr X"), ticked=(1,)
    )
    day = split(day_of(whole), "work", 45, new_id="rest", title="work (Teil 2)")
    first, rest = day.steps
    assert first == replace(whole, minutes=45, minimum_minutes=30)
    assert rest == AgendaStep(
        id="rest",
        title="work (Teil 2)",
        minutes=35,
        minimum_minutes=30,
        template_step="ausarbeitung",
        module="M1",
        group="A",
        part_of="work",
    )


def test_what_is_done_or_has_nothing_to_part_is_not_split() -> None:
    done = ended(begun(DAY, "opening", at("09:00")), "opening", at("09:20"))
    assert split(done, "opening", 10, new_id="x", title="x") == done
    for minutes in (0, 20, -5):
        assert split(DAY, "opening", minutes, new_id="x", title="x") == DAY
    assert split(DAY, "nothing", 10, new_id="x", title="x") == DAY


def test_the_second_part_goes_to_another_day() -> None:
    other = replace(day_of(step("later", 30)), id="other", module="M1")
    day, target = moved_to_day(split(DAY, "areas", 20, new_id="rest", title="areas 2"), other, "rest", 0)
    assert names(day) == names(DAY)
    assert names(target) == ["rest", "later"]
    assert (target.steps[0].minutes, target.steps[0].module) == (25, "M4")
    assert modules_of(target) == ("M1", "M4")


def test_a_step_goes_to_another_day_without_pin_and_group_and_comes_back() -> None:
    other = replace(day_of(), id="other")
    day = pinned(skipped(DAY, "lunch", at("08:00")), "lunch", time(12))
    emptied, target = moved_to_day(day, other, "lunch")
    assert names(emptied) == [name for name in names(DAY) if name != "lunch"]
    assert target.steps == (DAY.steps[4],)
    back, left = moved_to_day(target, emptied, "lunch", 4)
    assert (back, left) == (other, DAY)


def test_what_has_begun_stays_on_its_day() -> None:
    other = replace(day_of(), id="other")
    running = begun(DAY, "opening", at("09:00"))
    assert moved_to_day(running, other, "opening") == (running, other)
    assert moved_to_day(DAY, DAY, "opening") == (DAY, DAY)
    assert moved_to_day(DAY, other, "nothing") == (DAY, other)
    underway = begun(replace(other, steps=(step("x", 5),)), "x", at("09:00"))
    assert names(moved_to_day(DAY, underway, "opening", 0)[1]) == ["x", "opening"]


def test_steps_are_put_beside_each_other_and_after_each_other_again() -> None:
    day = grouped(DAY, {"areas": "Süd", "result": " Nord "})
    assert names(day) == ["opening", "result", "areas", "pause", "lunch", "close"]
    assert [item.group for item in day.steps[1:3]] == ["Nord", "Süd"]
    assert begins(day)["pause"] == "10:05"
    assert ungrouped(day, frozenset({"areas", "result"})) == replace(
        DAY, steps=tuple(found(DAY, name) for name in names(day))
    )


def test_a_block_needs_two_groups_of_open_steps() -> None:
    for groups in (
        {"areas": "A"},
        {"areas": "A", "result": "A"},
        {"areas": "A", "result": " "},
        {"areas": "A", "x": "B"},
    ):
        assert grouped(DAY, groups) == DAY
    running = begun(DAY, "result", at("09:00"))
    assert grouped(running, {"areas": "A", "result": "B"}) == running


def test_talking_points_are_ticked_off_and_on_again() -> None:
    day = ticked(ticked(DAY, "opening", 3), "opening", 1)
    assert found(day, "opening").ticked == (1, 3)
    assert found(ticked(day, "opening", 3), "opening").ticked == (1,)
    assert ticked(DAY, "nothing", 1) == DAY


@given(any_day(), st.integers(0, 8), st.integers(-5, 100))
def test_splitting_keeps_the_sum_and_every_other_step(day: AgendaDay, number: int, minutes: int) -> None:
    assume(number < len(day.steps))
    whole = day.steps[number]
    after = split(day, whole.id, minutes, new_id="rest", title="Rest")
    assert sum(item.minutes for item in after.steps) == sum(item.minutes for item in day.steps)
    assert [item for item in after.steps if item.id not in (whole.id, "rest")] == [
        item for item in day.steps if item.id != whole.id
    ]
    if after != day:
        parts = (found(after, whole.id), found(after, "rest"))
        assert sum(part.minimum_minutes for part in parts) == min(whole.minimum_minutes, whole.minutes)
        assert all(0 <= part.minimum_minutes <= part.minutes for part in parts)


@given(any_day(), st.integers(0, 8), st.integers(-3, 12))
def test_moving_keeps_all_steps_and_the_order_of_the_others(day: AgendaDay, number: int, place: int) -> None:
    assume(number < len(day.steps))
    name = day.steps[number].id
    after = moved(day, name, place)
    assert sorted(names(after)) == sorted(names(day))
    assert [other for other in names(after) if other != name] == [other for other in names(day) if other != name]
    assert names(after).index(name) == min(max(place, 0), len(day.steps) - 1)


@given(any_day(), any_day(), st.integers(0, 8))
def test_moving_to_another_day_loses_nothing(day: AgendaDay, other: AgendaDay, number: int) -> None:
    assume(number < len(day.steps))
    target = replace(other, id="other", steps=tuple(replace(item, id=f"o{item.id}") for item in other.steps))
    name = day.steps[number].id
    left, got = moved_to_day(day, target, name)
    assert names(left) + names(got) == [n for n in names(day) if n != name] + names(target) + [name]
    assert found(got, name).minutes == day.steps[number].minutes
    assert (found(got, name).kind, found(got, name).pinned) == (StepKind.WORK, None)
