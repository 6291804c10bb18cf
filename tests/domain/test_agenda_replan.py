"""The rest of a day is planned anew: pins stand, nobody gets less than the minimum, and what is missing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, StepState, find_step, state_of
from advisor_app.domain.agenda_course import advanced, begun, ended
from advisor_app.domain.agenda_edits import pinned
from advisor_app.domain.agenda_forecast import ahead, end_to_meet, forecast
from advisor_app.domain.agenda_replan import (
    Replan,
    ReplanChoice,
    Shortfall,
    StepFate,
    proposal,
    replan,
    shares,
)
from advisor_app.domain.agenda_schedule import planned_end
from tests.domain.agenda_days import DAY, any_day, at, clock, day_of, shipped_day, shipped_templates, step

NOTHING = ReplanChoice(shrink=False)


def lengths(day: AgendaDay) -> dict[str, int]:
    return {item.id: item.minutes for item in day.steps}


def fates(plan: Replan) -> dict[str, StepFate]:
    return {item.step.id: item.fate for item in plan.steps if item.fate is not StepFate.KEPT}


def orders_of(day: AgendaDay) -> dict[str, int]:
    """The drop orders of a shipped day's steps."""
    template = shipped_templates()[day.template or ""]
    return {item.id: item.drop_order for item in template.steps if item.drop_order is not None}


def held_up(template: str, step_id: str, begins: str) -> AgendaDay:
    """A shipped day in which all steps before one went somehow, and that one begins at a time."""
    day = begun(shipped_day(template), shipped_day(template).steps[0].id, at("09:00"))
    for item in day.steps:
        if item.id == step_id:
            break
        day = ended(begun(day, item.id, at(begins)), item.id, at(begins))
    return begun(day, step_id, at(begins))


def test_a_day_on_time_stays_as_it_is() -> None:
    day = begun(DAY, "opening", at("09:00"))
    plan = replan(day, at("09:10"), ReplanChoice())
    assert plan.day == day
    assert (plan.fits, fates(plan), plan.ends, plan.end) == (True, {}, plan.ends_before, at("12:35"))


def test_the_others_give_in_proportion_to_what_they_can() -> None:
    day = begun(begun(DAY, "opening", at("09:00")), "result", at("09:30"))
    plan = replan(day, at("09:30"), ReplanChoice())
    # Result and areas can give three marks each, nobody else any; ten minutes are two marks.
    assert lengths(plan.day) == lengths(DAY) | {"result": 40, "areas": 40}
    assert fates(plan) == {"result": StepFate.SHRUNK, "areas": StepFate.SHRUNK}
    assert (clock(plan.ends_before), clock(plan.ends), plan.fits) == ("12:45", "12:35", True)


def test_the_longer_rest_of_a_share_wins_and_of_equals_the_first() -> None:
    assert shares(3, [1, 4]) == [1, 2]
    assert shares(1, [2, 2]) == [1, 0]
    assert shares(5, [3, 3, 3]) == [2, 2, 1]
    assert shares(2, [0, 0]) == [0, 0]


def test_a_step_that_runs_gives_what_it_has_not_used() -> None:
    day = begun(begun(DAY, "opening", at("09:00")), "result", at("09:50"))
    plan = replan(day, at("10:27"), ReplanChoice())
    assert lengths(plan.day)["result"] == 40  # of 37 minutes used
    assert lengths(plan.day)["areas"] == 30
    assert plan.shortfalls == (Shortfall(minutes=10),)


def test_pinned_steps_stand_and_only_what_is_before_them_makes_room() -> None:
    day = begun(pinned(replace(DAY, ends=time(12, 35)), "lunch"), "areas", at("10:35"))
    plan = replan(day, at("10:36"), ReplanChoice())
    assert lengths(plan.day)["areas"] == 30
    assert find_step(plan.day, "lunch") == find_step(day, "lunch")
    assert plan.fits
    too_late = replan(begun(pinned(DAY, "lunch"), "areas", at("10:45")), at("10:46"), ReplanChoice())
    assert too_late.shortfalls == (Shortfall(minutes=10, before="lunch"),)


def test_it_says_by_how_much_it_does_not_fit() -> None:
    day = begun(DAY, "areas", at("11:00"))
    plan = replan(day, at("11:00"), ReplanChoice())
    assert (plan.shortfalls, plan.missing) == ((Shortfall(minutes=25),), 25)
    assert lengths(plan.day)["areas"] == 30


def test_ending_later_makes_room_and_is_agreed() -> None:
    day = begun(DAY, "areas", at("11:00"))
    plan = replan(day, at("11:00"), ReplanChoice(end_later=25))
    assert (plan.fits, plan.day.ends, clock(plan.end)) == (True, time(13), "13:00")
    assert replan(plan.day, at("11:00"), ReplanChoice()).day == plan.day


def test_dropping_leaves_out_and_moving_gives_to_another_day() -> None:
    day = begun(DAY, "opening", at("09:00"))
    second = replace(day_of(step("later", 30)), id="second", on=date(2026, 9, 15))
    choice = ReplanChoice(shrink=False, drop=frozenset({"result"}), moves=(("areas", "second"),))
    plan = replan(day, at("09:10"), choice, (second,))
    assert fates(plan) == {"result": StepFate.DROPPED, "areas": StepFate.MOVED}
    dropped = find_step(plan.day, "result")
    assert dropped is not None
    assert state_of(dropped) is StepState.SKIPPED
    assert find_step(plan.day, "areas") is None
    assert [[item.id for item in other.steps] for other in plan.others] == [["later", "areas"]]
    assert [item.id for item in plan.day.as_planned] == [item.id for item in DAY.steps]


def test_two_steps_can_go_to_one_day_and_what_has_begun_goes_nowhere() -> None:
    day = begun(DAY, "opening", at("09:00"))
    second = replace(day_of(), id="second")
    moves = (("areas", "second"), ("opening", "second"), ("result", "second"), ("close", "unknown"))
    plan = replan(day, at("09:10"), ReplanChoice(drop=frozenset({"opening", "x"}), moves=moves), (second,))
    assert [item.id for item in plan.others[0].steps] == ["areas", "result"]
    assert [item.id for item in plan.day.steps] == ["opening", "pause", "lunch", "close"]
    assert replan(day, at("09:10"), ReplanChoice(), (second,)).others == ()


def test_groups_give_only_what_the_block_gains_by() -> None:
    day = day_of(
        step("long", 60, 40, group="A"),
        step("short", 30, 10, group="B"),
        step("plenum", 30, 20),
        ends=time(10, 30),
    )
    plan = replan(begun(day, "long", at("09:15")), at("09:15"), ReplanChoice())
    assert lengths(plan.day) == {"long": 50, "short": 30, "plenum": 25}
    assert plan.fits


def test_a_day_that_has_not_begun_is_planned_for_its_agreed_end() -> None:
    day = replace(shipped_day("m4-tag1"), ends=time(15))
    plan = replan(day, at("12:00", day=1), ReplanChoice())
    assert plan.fits
    assert clock(planned_end(plan.day)) == "15:00"
    assert all(item.minutes >= item.minimum_minutes for item in plan.day.steps)


def test_module_four_half_an_hour_late_is_met_by_shrinking() -> None:
    """The rest can give 19 marks and has to give six: those with the greatest shares give one each."""
    day = held_up("m4-tag1", "tag1-ergebnis", "11:25")
    choice = proposal(day, at("11:25"), orders_of(day))
    plan = replan(day, at("11:25"), choice)
    assert choice == ReplanChoice()
    assert (plan.fits, clock(plan.ends_before), clock(plan.ends)) == (True, "16:00", "15:30")
    given_up = {name: lengths(day)[name] - minutes for name, minutes in lengths(plan.day).items()}
    assert {name for name, minutes in given_up.items() if minutes == 5} == {
        "tag1-ergebnis", "tag1-zielstufen", "tag1-wirkungsbereiche", "tag1-mittag", "tag1-fragen-bereiche",
        "tag1-kandidaten",
    }  # fmt: skip
    assert sum(given_up.values()) == 30


def test_module_four_two_hours_late_drops_in_the_order_of_the_pack() -> None:
    day = held_up("m4-tag1", "tag1-ergebnis", "12:55")
    choice = proposal(day, at("12:55"), orders_of(day))
    plan = replan(day, at("12:55"), choice)
    assert choice.drop == {"tag1-fragen-bereiche", "tag1-zielstufen"}
    assert plan.fits
    assert not choice.end_later


def test_module_three_hopelessly_late_ends_later() -> None:
    day = held_up("m3-tag1", "m3-tag1-funktionen", "14:45")
    choice = proposal(day, at("14:45"), orders_of(day))
    plan = replan(day, at("14:45"), choice)
    assert plan.fits
    assert choice.end_later % 5 == 0
    assert plan.day.ends == (at("15:30") + timedelta(minutes=choice.end_later, hours=2)).time()


def test_pinned_steps_are_not_proposed_for_dropping() -> None:
    day = pinned(begun(DAY, "opening", at("09:00")), "areas", time(10, 20))
    choice = proposal(day, at("10:00"), {"areas": 1, "close": 2})
    assert "areas" not in choice.drop


@st.composite
def under_way(draw: st.DrawFn) -> tuple[AgendaDay, datetime]:
    """Any day at some instant: not begun, or after some steps that took as long as they liked."""
    day = draw(any_day())
    now = at("09:00") + timedelta(minutes=draw(st.integers(-60, 600)))
    for wait in draw(st.lists(st.integers(0, 80), max_size=5)):
        day = advanced(day, now)
        now += timedelta(minutes=wait)
    return day, now


@st.composite
def choices(draw: st.DrawFn) -> ReplanChoice:
    names = st.sampled_from([f"s{number}" for number in range(9)])
    return ReplanChoice(
        shrink=draw(st.booleans()),
        drop=draw(st.frozensets(names, max_size=3)),
        moves=tuple((name, "other") for name in draw(st.lists(names, max_size=2))),
        end_later=draw(st.integers(0, 12)) * 5,
    )


OTHER = replace(day_of(step("o1", 30)), id="other")


@given(under_way(), choices())
def test_whatever_is_chosen_pins_stand_minimums_hold_and_nothing_is_lost(
    case: tuple[AgendaDay, datetime], choice: ReplanChoice
) -> None:
    day, now = case
    plan = replan(day, now, choice, (OTHER,))
    moved = [item.id for other in plan.others for item in other.steps if item.id != "o1"]
    assert sorted([item.id for item in plan.day.steps] + moved) == sorted(item.id for item in day.steps)
    kept = [item for item in day.steps if item.id not in moved]
    assert [item.id for item in plan.day.steps] == [item.id for item in kept]
    for before, after in zip(kept, plan.day.steps, strict=True):
        assert (before.started, before.ended, before.pinned) == (after.started, after.ended, after.pinned)
        assert after.minutes <= before.minutes
        assert after.minutes == before.minutes or after.minutes >= after.minimum_minutes
        assert (before.minutes - after.minutes) % 5 == 0
        if before.ended is not None or (before.pinned is not None and before.started is None):
            assert after.minutes == before.minutes
    for item in ahead(plan.day, now).steps:
        if item.step.pinned is not None and item.step.started is None and item.begins != now:
            assert item.begins.time() == item.step.pinned


@given(case=under_way(), shrink=st.booleans())
def test_planning_again_changes_nothing_more(*, case: tuple[AgendaDay, datetime], shrink: bool) -> None:
    day, now = case
    once = replan(day, now, ReplanChoice(shrink=shrink))
    again = replan(once.day, now, ReplanChoice(shrink=shrink))
    assert again.day == once.day
    assert again.shortfalls == once.shortfalls


@given(under_way())
def test_a_plan_that_fits_already_changes_nothing(case: tuple[AgendaDay, datetime]) -> None:
    day, now = case
    if replan(day, now, NOTHING).fits:
        assert replan(day, now, ReplanChoice()).day == day


@given(under_way())
def test_shrinking_never_makes_it_worse_and_never_gives_away_more_than_needed(
    case: tuple[AgendaDay, datetime],
) -> None:
    day, now = case
    before, after = replan(day, now, NOTHING), replan(day, now, ReplanChoice())
    assert after.missing <= before.missing
    if after.fits and not any(item.pinned or item.group for item in day.steps):
        late = (before.ends - before.end) // timedelta(minutes=1)
        gained = sum(lengths(day).values()) - sum(lengths(after.day).values())
        assert gained == max(-(-late // 5) * 5, 0)


@given(under_way(), st.dictionaries(st.sampled_from([f"s{number}" for number in range(9)]), st.integers(1, 9)))
def test_the_proposal_meets_its_end_where_only_the_end_is_fixed(
    case: tuple[AgendaDay, datetime], orders: dict[str, int]
) -> None:
    day, now = case
    choice = proposal(day, now, orders)
    plan = replan(day, now, choice)
    assert choice.drop <= orders.keys()
    assert not any(not item.before for item in plan.shortfalls)
    if not any(item.pinned for item in day.steps):
        assert plan.fits


@given(st.lists(st.integers(0, 40), max_size=9), st.data())
def test_shares_add_up_and_stay_under_their_weights(weights: list[int], data: st.DataObject) -> None:
    marks = data.draw(st.integers(0, sum(weights)))
    found = shares(marks, weights)
    assert sum(found) == marks
    assert all(0 <= share <= weight for share, weight in zip(found, weights, strict=True))


def test_the_plan_is_what_the_day_is_then_expected_to_be() -> None:
    day = held_up("m4-tag1", "tag1-ergebnis", "11:25")
    plan = replan(day, at("11:25"), ReplanChoice())
    found = forecast(plan.day, at("11:25"))
    assert found is not None
    assert (found.ends, found.delay) == (plan.ends, plan.ends - end_to_meet(plan.day))
    begins = {item.step.id: item.begins for item in plan.steps if item.step.started is None}
    assert begins == found.begins
