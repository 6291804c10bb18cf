"""A workshop day is made as its module proposes it, and tells how far its steps are."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import count
from typing import Any

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    Pause,
    Section,
    StepKind,
    StepState,
    current_step,
    day_from_template,
    is_over,
    is_paused,
    modules_of,
    running_steps,
    state_of,
)
from advisor_app.domain.agenda_course import next_step
from tests.example_catalog import example_agenda

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


def step(**values: Any) -> AgendaStep:
    return replace(AgendaStep(id="s", title="Auftakt", minutes=20, minimum_minutes=10), **values)


def test_how_far_a_step_is() -> None:
    waits = (Pause(started=NOON),)
    goes_on = (Pause(started=NOON, ended=NOON + timedelta(minutes=5)),)
    assert state_of(step()) is StepState.OPEN
    assert state_of(step(started=NOON)) is StepState.RUNNING
    assert state_of(step(started=NOON, pauses=waits)) is StepState.INTERRUPTED
    assert state_of(step(started=NOON, pauses=goes_on)) is StepState.RUNNING
    assert state_of(step(started=NOON, ended=NOON)) is StepState.DONE
    assert state_of(step(started=NOON, ended=NOON, skipped=True)) is StepState.SKIPPED


def test_a_day_tells_what_runs_whether_its_clock_stands_and_what_it_works_on() -> None:
    day = AgendaDay(id="d", module="M4", title="", number=1)
    both = (step(id="a", group="A", started=NOON), step(id="b", group="B", started=NOON, module="M1"))
    assert [item.id for item in running_steps(replace(day, steps=both))] == ["a", "b"]
    assert modules_of(replace(day, steps=both)) == ("M4", "M1")
    assert not is_paused(day)
    assert is_paused(replace(day, pauses=(Pause(started=NOON),)))
    assert not is_over(day)
    assert not is_over(replace(day, steps=(step(started=NOON, pauses=(Pause(started=NOON),)),)))
    assert is_over(replace(day, steps=(step(started=NOON, ended=NOON), step(skipped=True))))
