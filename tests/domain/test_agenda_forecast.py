"""What a day under way comes to: time used and left, the end to be expected, and planned against actual times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, current_step
from advisor_app.domain.agenda_course import advanced, back, begun, gone_on, paused, skipped
from advisor_app.domain.agenda_edits import pinned
from advisor_app.domain.agenda_forecast import (
    Forecast,
    deadline,
    end_to_meet,
    forecast,
    is_its_day,
    remaining,
    spent,
    standstill,
    steps_ahead,
)
from advisor_app.domain.agenda_schedule import Finding, FindingKind
from tests.domain.agenda_days import DAY, any_day, at, clock, day_of, step


def expected(day: AgendaDay, now: str) -> Forecast:
    found = forecast(day, at(now))
    assert found is not None
    return found


def begins(found: Forecast) -> dict[str, str]:
    return {name: clock(moment) for name, moment in found.begins.items()}


def over() -> AgendaDay:
    day = DAY
    for item in DAY.steps:
        day = skipped(day, item.id, at("10:00"))
    return day


def test_a_step_has_its_full_time_from_its_own_beginning_on() -> None:
    day = begun(DAY, "result", at("09:23"))
    assert deadline(day, day.steps[1], at("09:30")) == at("10:08")
    assert remaining(day, day.steps[1], at("09:30")) == timedelta(minutes=38)
    assert remaining(day, day.steps[1], at("10:10")) == -timedelta(minutes=2)
    assert deadline(DAY, DAY.steps[0], at("09:30")) is None


def test_the_end_of_a_step_moves_on_while_the_clock_stands() -> None:
    day = paused(begun(DAY, "opening", at("09:00")), at("09:10"))
    assert deadline(day, day.steps[0], at("09:25")) == at("09:35")
    assert standstill(day, day.steps[0], at("10:00")) == timedelta(minutes=50)
    later = gone_on(day, at("09:30"))
    assert standstill(later, later.steps[0], at("10:00")) == timedelta(minutes=20)


def test_a_pause_during_a_standstill_counts_once() -> None:
    day = begun(begun(DAY, "opening", at("09:00")), "result", at("09:20"))
    day = gone_on(paused(day, at("09:25")), at("09:40"))
    day = back(day, at("09:50"))
    assert spent(day, day.steps[0], at("10:00")) == timedelta(minutes=30)
    assert spent(day, day.steps[1], at("10:00")) == timedelta(minutes=15)


def test_before_the_day_begins_it_is_expected_as_planned() -> None:
    found = expected(DAY, "08:30")
    assert list(begins(found).values()) == ["09:00", "09:20", "10:05", "10:20", "11:05", "12:05"]
    assert (clock(found.ends), found.delay, found.findings) == ("12:35", timedelta(), ())


def test_a_late_beginning_moves_everything() -> None:
    found = expected(DAY, "09:07")
    assert (clock(found.ends), found.delay) == ("12:42", timedelta(minutes=7))


def test_a_step_over_its_time_delays_the_rest() -> None:
    day = begun(DAY, "result", at("09:20"))
    assert expected(day, "10:00").delay == timedelta()
    late = expected(day, "10:14")
    assert (late.delay, begins(late)["pause"]) == (timedelta(minutes=9), "10:14")


def test_skipping_catches_up_and_lunch_is_not_earlier_than_planned() -> None:
    day = begun(DAY, "result", at("09:29"))
    assert expected(day, "10:14").delay == timedelta(minutes=9)
    caught_up = expected(skipped(day, "areas", at("10:14")), "10:14")
    assert (begins(caught_up)["lunch"], caught_up.delay) == ("11:05", timedelta())
    assert caught_up.findings == (Finding(kind=FindingKind.GAP, step="lunch", minutes=36),)
    assert "areas" not in caught_up.begins


def test_a_lunch_that_begins_early_runs_from_then_on() -> None:
    day = begun(DAY, "lunch", at("10:50"))
    assert clock(expected(day, "10:55").ends) == "12:20"


def test_a_pinned_lunch_stands_and_what_runs_into_it_is_told() -> None:
    day = begun(pinned(DAY, "lunch"), "areas", at("10:30"))
    found = expected(day, "10:40")
    assert begins(found) == {"lunch": "11:05", "close": "12:05"}
    assert (found.delay, found.findings) == (
        timedelta(),
        (Finding(kind=FindingKind.OVERLAP, step="lunch", minutes=10),),
    )


def test_a_pinned_step_whose_time_is_past_begins_as_soon_as_it_can() -> None:
    day = begun(pinned(DAY, "lunch"), "areas", at("10:30"))
    found = expected(day, "11:20")
    assert (begins(found)["lunch"], clock(found.ends)) == ("11:20", "12:50")
    assert found.findings == (Finding(kind=FindingKind.OVERLAP, step="lunch", minutes=15),)


def test_an_end_after_the_agreed_one_is_told() -> None:
    day = begun(replace(DAY, ends=time(12, 30)), "opening", at("09:00"))
    found = expected(day, "09:05")
    assert (found.delay, found.findings) == (
        timedelta(minutes=5),
        (Finding(kind=FindingKind.LATE_END, minutes=5),),
    )


def test_a_pause_with_an_end_puts_off_what_follows_until_then() -> None:
    day = paused(begun(DAY, "opening", at("09:00")), at("09:10"), resumes=at("09:30"))
    assert begins(expected(day, "09:15"))["result"] == "09:40"
    assert begins(expected(day, "09:45"))["result"] == "09:55"


def test_a_day_that_is_not_today_or_over_has_no_forecast() -> None:
    for day in (replace(DAY, on=date(2026, 9, 15)), replace(DAY, on=None), replace(DAY, steps=()), over()):
        assert forecast(day, at("10:00")) is None


def test_a_step_that_runs_on_a_day_without_date_is_foreseen_without_delay() -> None:
    day = begun(replace(DAY, on=None), "opening", at("13:00"))
    found = expected(day, "13:05")
    assert (begins(found)["result"], found.delay) == ("13:20", None)


def test_an_evening_is_still_its_day_after_midnight() -> None:
    evening = day_of(step("a", 60), step("b", 90), start=time(23))
    day = begun(begun(evening, "a", at("23:00")), "b", at("00:10", day=15))
    assert is_its_day(day, at("00:30", day=15))
    found = forecast(day, at("00:30", day=15))
    assert found is not None
    assert (clock(found.ends), found.delay) == ("01:40", timedelta(minutes=10))
    assert not is_its_day(evening, at("00:30", day=15))


def test_groups_that_run_end_with_the_longest() -> None:
    day = day_of(
        step("north 1", 20, group="N"), step("south", 45, group="S"), step("north 2", 20, group="N"), step("end", 10)
    )
    day = advanced(day, at("09:00"))
    found = expected(day, "09:10")
    assert begins(found) == {"north 2": "09:20", "end": "09:45"}
    late = expected(advanced(day, at("09:40")), "09:40")
    assert begins(late) == {"end": "10:00"}
    assert [item.id for item in steps_ahead(day)] == ["north 1", "south", "north 2", "end"]


def test_the_end_to_meet_is_the_agreed_one_else_the_one_planned_in_the_morning() -> None:
    assert clock(end_to_meet(DAY)) == "12:35"
    shorter = skipped(begun(DAY, "opening", at("09:00")), "areas", at("09:10"))
    assert clock(end_to_meet(shorter)) == "12:35"
    assert clock(end_to_meet(replace(shorter, ends=time(13)))) == "13:00"
    assert clock(end_to_meet(skipped(DAY, "areas", at("08:00")))) == "12:35"


@given(any_day(), st.integers(0, 400), st.lists(st.integers(1, 60), max_size=8))
def test_the_rest_is_foreseen_in_order_and_never_in_the_past(day: AgendaDay, late: int, waits: list[int]) -> None:
    now = at("09:00") + timedelta(minutes=late)
    for wait in waits:
        day = advanced(day, now)
        now += timedelta(minutes=wait)
    found = forecast(day, now)
    if found is None:
        assert current_step(day) is None
        return
    if current_step(day) is not None:
        assert found.ends >= now
        assert all(now <= moment <= found.ends for moment in found.begins.values())
    if not any(item.group or item.pinned for item in day.steps):
        moments = list(found.begins.values())
        assert moments == sorted(moments)
