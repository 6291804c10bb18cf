"""Times of a workshop day follow from its order."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    Section,
    StepKind,
    current_step,
    day_from_template,
    next_step,
    schedule,
)
from tests.builders import example_agenda

NOON = datetime(2026, 9, 14, 10, 0, tzinfo=UTC)


def example_day() -> AgendaDay:
    numbers = count(1)
    return day_from_template(example_agenda(), 1, lambda: f"id-{next(numbers)}")


def test_a_day_is_made_as_its_template_proposes() -> None:
    day = example_day()
    assert (day.id, day.module, day.template, day.number, day.start) == ("id-1", "M4", "m4-tag1", 1, time(9))
    assert [step.template_step for step in day.steps] == ["auftakt", "ergebnis", "pause", "bereiche", "abschluss"]
    assert len({step.id for step in day.steps}) == 5
    assert day.steps[1].section is Section.RESULTS
    assert day.steps[2].kind is StepKind.BREAK
    assert (day.steps[0].minutes, day.steps[0].minimum_minutes) == (20, 10)


def test_times_follow_from_the_order() -> None:
    planned = schedule(example_day())
    assert [(item.begins, item.ends) for item in planned] == [
        (time(9, 0), time(9, 20)),
        (time(9, 20), time(10, 5)),
        (time(10, 5), time(10, 20)),
        (time(10, 20), time(11, 20)),
        (time(11, 20), time(12, 0)),
    ]


def test_a_skipped_step_keeps_its_place_so_that_lunch_and_end_stand_as_agreed() -> None:
    day = example_day()
    steps = (replace(day.steps[0], skipped=True), *day.steps[1:])
    planned = schedule(replace(day, steps=steps))
    assert [(item.begins, item.ends) for item in planned] == [(item.begins, item.ends) for item in schedule(day)]


def test_another_start_and_day_move_everything() -> None:
    planned = schedule(replace(example_day(), start=time(13, 30), on=date(2026, 3, 29)))
    assert (planned[0].begins, planned[-1].ends) == (time(13, 30), time(16, 30))


def test_an_empty_day_has_no_times() -> None:
    assert schedule(AgendaDay(id="d", module="M4", title="", number=1)) == ()


STEPS = st.lists(st.tuples(st.integers(1, 30).map(lambda number: number * 5), st.booleans()), max_size=8)


@given(STEPS)
def test_steps_follow_without_gaps(rows: list[tuple[int, bool]]) -> None:
    steps = tuple(
        AgendaStep(id=str(index), title="", minutes=minutes, minimum_minutes=0, skipped=skipped)
        for index, (minutes, skipped) in enumerate(rows)
    )
    planned = schedule(AgendaDay(id="d", module="M4", title="", number=1, start=time(0), steps=steps))
    for before, after in pairwise(planned):
        assert before.ends == after.begins
    if planned:
        total = sum(minutes for minutes, _ in rows)
        last = planned[-1].ends
        assert (last.hour * 60 + last.minute) % 1_440 == total % 1_440


def test_the_running_and_the_next_step() -> None:
    day = example_day()
    first, second, third, fourth, fifth = day.steps
    assert current_step(day) is None
    assert next_step(day) is first

    running = replace(day, steps=(replace(first, started=NOON), second, third, fourth, fifth))
    assert current_step(running) == running.steps[0]
    assert next_step(running) is second

    done = replace(first, started=NOON, ended=NOON)
    skipped = replace(day, steps=(done, replace(second, skipped=True), third, fourth, fifth))
    assert current_step(skipped) is None
    assert next_step(skipped) is third

    last = replace(day, steps=(first, second, third, fourth, replace(fifth, started=NOON)))
    assert next_step(last) is None
