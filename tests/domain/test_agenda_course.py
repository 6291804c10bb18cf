"""How a workshop day goes: what begins, ends, is skipped, resumed and paused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import (
    AgendaDay,
    Pause,
    PlannedStep,
    StepState,
    current_step,
    find_step,
    is_over,
    is_paused,
    running_steps,
    state_of,
)
from advisor_app.domain.agenda_course import (
    advanced,
    back,
    begun,
    day_at_hand,
    ended,
    gone_on,
    next_step,
    paused,
    skipped,
    step_at_hand,
    taken_up,
)
from advisor_app.domain.agenda_forecast import spent
from advisor_app.domain.agenda_schedule import block_of
from tests.domain.agenda_days import DAY, any_day, at, clock, day_of, step


def states(day: AgendaDay) -> list[StepState]:
    return [state_of(item) for item in day.steps]


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
    stood_still = (Pause(started=at("09:10"), ended=at("09:11")),)
    assert current_step(day) == replace(DAY.steps[0], started=at("09:00"), pauses=stood_still)
    assert spent(day, day.steps[0], at("09:20")) == timedelta(minutes=19)


def test_a_running_step_that_is_skipped_is_broken_off_and_keeps_its_times() -> None:
    day = skipped(begun(DAY, "opening", at("09:00")), "opening", at("09:05"))
    assert (day.steps[0].skipped, day.steps[0].started, day.steps[0].ended) == (True, at("09:00"), at("09:05"))
    assert state_of(taken_up(day, "opening").steps[0]) is StepState.DONE


def test_a_step_is_skipped_and_taken_up_again() -> None:
    day = skipped(DAY, "result", at("09:00"))
    assert states(day)[1] is StepState.SKIPPED
    assert taken_up(day, "result") == DAY
    assert state_of(begun(day, "result", at("10:00")).steps[1]) is StepState.RUNNING


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


def test_the_plan_is_kept_when_the_first_step_begins_and_stays() -> None:
    day = begun(DAY, "opening", at("09:02"))
    assert day.as_planned[0] == PlannedStep(id="opening", title="opening", begins=at("09:00"), minutes=20)
    assert [clock(item.begins) for item in day.as_planned] == ["09:00", "09:20", "10:05", "10:20", "11:05", "12:05"]
    later = begun(replace(day, steps=(day.steps[0], *reversed(day.steps[1:]))), "close", at("09:30"))
    assert later.as_planned == day.as_planned


def test_a_day_without_date_or_on_another_one_is_planned_as_if_it_began_on_time() -> None:
    for on in (None, date(2026, 9, 13)):
        day = begun(replace(DAY, on=on), "opening", at("13:00"))
        assert [clock(item.begins) for item in day.as_planned][:2] == ["13:00", "13:20"]


def test_what_was_left_out_before_the_day_was_planned_with_no_time() -> None:
    day = begun(skipped(DAY, "areas", at("08:00")), "opening", at("09:00"))
    assert {item.id: item.minutes for item in day.as_planned}["areas"] == 0


def test_a_pause_stops_the_clock_and_going_on_starts_it() -> None:
    day = begun(DAY, "opening", at("09:00"))
    stands = paused(day, at("09:10"), resumes=at("09:20"))
    assert is_paused(stands)
    assert spent(stands, stands.steps[0], at("09:40")) == timedelta(minutes=10)
    goes_on = gone_on(stands, at("09:25"))
    assert goes_on.pauses == (Pause(started=at("09:10"), ended=at("09:25"), resumes=at("09:20")),)
    assert spent(goes_on, goes_on.steps[0], at("09:30")) == timedelta(minutes=15)
    assert gone_on(goes_on, at("09:31")) == goes_on


def test_a_pause_can_be_announced_anew_and_needs_a_step_that_runs() -> None:
    assert paused(DAY, at("09:00")) == DAY
    stands = paused(begun(DAY, "opening", at("09:00")), at("09:10"))
    assert paused(stands, at("09:12"), resumes=at("09:30")).pauses == (Pause(started=at("09:10"), resumes=at("09:30")),)


def test_what_begins_or_ends_ends_a_pause() -> None:
    stands = paused(begun(DAY, "opening", at("09:00")), at("09:10"))
    assert not is_paused(begun(stands, "result", at("09:20")))
    assert not is_paused(ended(stands, "opening", at("09:20")))
    assert not is_paused(skipped(stands, "opening", at("09:20")))
    assert is_paused(skipped(stands, "lunch", at("09:20")))


def test_next_goes_through_the_day_and_ends_it() -> None:
    day, minute = DAY, 0
    for name in ("opening", "result", "pause", "areas", "lunch", "close"):
        day = advanced(day, at("09:00") + timedelta(minutes=minute))
        current = current_step(day)
        assert current is not None
        assert current.id == name
        minute += 10
    day = advanced(day, at("10:00"))
    assert is_over(day)
    assert advanced(day, at("10:01")) == day


def test_next_leaves_out_what_is_skipped() -> None:
    day = advanced(skipped(begun(DAY, "opening", at("09:00")), "result", at("09:01")), at("09:20"))
    assert states(day)[:3] == [StepState.DONE, StepState.SKIPPED, StepState.RUNNING]


def test_back_lets_the_step_before_go_on_and_next_takes_up_what_waits() -> None:
    day = begun(begun(DAY, "opening", at("09:00")), "result", at("09:20"))
    gone_back = back(day, at("09:30"))
    assert states(gone_back)[:2] == [StepState.RUNNING, StepState.INTERRUPTED]
    assert gone_back.steps[0].pauses == (Pause(started=at("09:20"), ended=at("09:30")),)
    forward = advanced(gone_back, at("09:35"))
    assert states(forward)[:2] == [StepState.DONE, StepState.RUNNING]
    assert spent(forward, forward.steps[0], at("10:00")) == timedelta(minutes=25)
    assert spent(forward, forward.steps[1], at("09:45")) == timedelta(minutes=20)


def test_a_step_begun_by_mistake_and_left_at_once_counts_as_never_begun() -> None:
    before = begun(DAY, "opening", at("09:00"))
    day = back(begun(before, "result", at("09:10")), at("09:10:40"))
    assert day == before


def test_back_where_nothing_runs_lets_the_last_one_go_on() -> None:
    day = back(ended(begun(DAY, "opening", at("09:00")), "opening", at("09:20")), at("09:25"))
    assert states(day)[0] is StepState.RUNNING
    assert spent(day, day.steps[0], at("09:30")) == timedelta(minutes=25)


def test_there_is_no_way_back_from_the_first_step() -> None:
    assert back(DAY, at("09:00")) == DAY
    day = begun(DAY, "opening", at("09:00"))
    assert back(day, at("09:10")) == day


def test_a_step_that_waits_ends_when_it_was_left() -> None:
    day = back(begun(begun(DAY, "opening", at("09:00")), "result", at("09:20")), at("09:30"))
    done = ended(day, "result", at("10:00"))
    assert (done.steps[1].ended, done.steps[1].pauses) == (at("09:30"), ())
    left_out = skipped(day, "result", at("10:00"))
    assert (left_out.steps[1].ended, state_of(left_out.steps[1])) == (at("09:30"), StepState.SKIPPED)


def test_times_never_run_backwards() -> None:
    day = begun(DAY, "opening", at("09:10"))
    assert ended(day, "opening", at("09:00")).steps[0].ended == at("09:10")
    stands = paused(day, at("09:20"))
    assert gone_on(stands, at("09:15")).pauses[0].ended == at("09:20")


GROUPS = day_of(
    step("intro", 10),
    step("north 1", 20, group="Nord"),
    step("south", 45, group="Süd"),
    step("north 2", 25, group="Nord"),
    step("together", 15),
)


def running(day: AgendaDay) -> list[str]:
    return [item.id for item in running_steps(day)]


def test_groups_begin_together_and_go_on_by_themselves() -> None:
    day = advanced(advanced(GROUPS, at("09:00")), at("09:10"))
    assert running(day) == ["north 1", "south"]
    day = advanced(day, at("09:30"))
    assert running(day) == ["south", "north 2"]
    assert day.steps[1].ended == at("09:30")
    day = advanced(day, at("09:55"))
    assert running(day) == ["together"]
    assert {item.ended for item in day.steps[2:4]} == {at("09:55")}


def test_back_into_groups_and_out_of_them() -> None:
    day = advanced(advanced(advanced(GROUPS, at("09:00")), at("09:10")), at("09:30"))
    inside = back(day, at("09:35"))
    assert running(inside) == ["north 1", "south"]
    assert state_of(inside.steps[3]) is StepState.INTERRUPTED
    outside = back(advanced(advanced(GROUPS, at("09:00")), at("09:10")), at("09:15"))
    assert running(outside) == ["intro"]
    assert states(outside)[1:3] == [StepState.INTERRUPTED, StepState.INTERRUPTED]
    assert running(advanced(outside, at("09:20"))) == ["north 1"]


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(("begin", "end", "skip", "take up", "next", "back", "pause", "go on")), st.integers(0, 8)
    ),
    max_size=14,
)


@given(any_day(), ACTIONS)
def test_whatever_happens_one_block_runs_and_no_minute_is_counted_twice(
    day: AgendaDay, actions: list[tuple[str, int]]
) -> None:
    now = first = at("09:00")
    for action, number in actions:
        now += timedelta(minutes=7)
        name = f"s{number}"
        chosen = find_step(day, name)
        match action:
            case "begin":
                day = begun(day, name, now)
            case "end" if chosen is not None and state_of(chosen) is StepState.RUNNING:
                day = ended(day, name, now)
            case "skip":
                day = skipped(day, name, now)
            case "take up":
                day = taken_up(day, name)
            case "next":
                day = advanced(day, now)
            case "back":
                day = back(day, now)
            case "pause":
                day = paused(day, now)
            case "go on":
                day = gone_on(day, now)
        run = running_steps(day)
        assert len({item.group for item in run}) == len(run)
        assert all(block_of(day, item) == block_of(day, run[0]) for item in run)
        assert len(run) <= 1 or all(item.group for item in run)
        following = next_step(day)
        assert following is None or state_of(following) in (StepState.OPEN, StepState.INTERRUPTED)
    times = [spent(day, item, now) for item in day.steps]
    assert all(time >= timedelta() for time in times)
    if not any(item.group for item in day.steps):
        assert sum(times, start=timedelta()) <= now - first
