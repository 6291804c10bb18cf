"""Tasks before a workshop: counted back from its days, overdue only while it is ahead, added to by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.booking import Booking, BookingState
from advisor_app.domain.case import Case
from advisor_app.domain.preparation import Doer, PlannedTask, PreparationTask, TaskTemplate, tasks_of
from tests.example_case import example_case

WORKSHOP = date(2026, 9, 14)
NOW = datetime(2026, 8, 1, 8, tzinfo=UTC)
ROOM = TaskTemplate(id="raum", title="Raum", days_before=35, who=Doer.COMMUNE)
EVE = TaskTemplate(id="eve", title="Startklar", days_before=1, who=Doer.ADVISER, each_day=True)
OTHER = TaskTemplate(id="prozesse", title="Prozesse", days_before=42, who=Doer.ADVISER, module="M2")


def day(name: str, on: date | None, **parts: Any) -> AgendaDay:
    return AgendaDay(id=name, module="M4", title=name, number=1, on=on, **parts)


def case_with(*days: AgendaDay, records: tuple[PreparationTask, ...] = (), **parts: Any) -> Case:
    booking = Booking(id="b", module="M4", commune="c", state=parts.pop("state", BookingState.SCHEDULED))
    return replace(
        example_case(),
        bookings={"b": booking},
        agenda={item.id: item for item in days},
        preparation={item.id: item for item in records},
    )


def tasks(case: Case, *templates: TaskTemplate) -> Mapping[str, PlannedTask]:
    found = tasks_of(case, templates or (ROOM, EVE, OTHER), lambda day: day.title != "Bogen")
    return {task.id: task for task in found}


def test_tasks_are_counted_back_from_the_first_day_and_where_wanted_from_every_day() -> None:
    case = case_with(day("zwei", WORKSHOP + timedelta(days=1)), day("eins", WORKSHOP), day("Bogen", date(2026, 8, 20)))
    found = tasks(case)
    assert {name: task.due_on for name, task in found.items()} == {
        "raum@M4": date(2026, 8, 10),
        "eve@eins": date(2026, 9, 13),
        "eve@zwei": date(2026, 9, 14),
    }
    assert list(found) == ["raum@M4", "eve@eins", "eve@zwei"]
    assert (found["raum@M4"].who, found["eve@zwei"].day) == (Doer.COMMUNE, "zwei")


def test_without_a_date_nothing_is_due_and_tasks_stand_last() -> None:
    own = PreparationTask(id="own", module="M4", title="Aushang", due_on=date(2026, 9, 1))
    found = tasks(case_with(day("eins", None), records=(own,)))
    assert list(found) == ["own", "raum@M4", "eve@eins"]
    assert found["raum@M4"].due_on is None
    assert not found["raum@M4"].is_overdue(date(2030, 1, 1))


def test_what_the_hand_says_stands_in_the_place_of_what_was_proposed() -> None:
    moved = PreparationTask(id="raum@M4", module="M4", due_on=date(2026, 9, 1), who=Doer.OFFICE)
    done = PreparationTask(id="eve@eins", module="M4", done_at=NOW)
    found = tasks(case_with(day("eins", WORKSHOP), records=(moved, done)))
    room = found["raum@M4"]
    assert (room.due_on, room.who, room.title) == (date(2026, 9, 1), Doer.OFFICE, "Raum")
    assert (room.is_overdue(date(2026, 9, 1)), room.is_overdue(date(2026, 9, 2))) == (False, True)
    assert found["eve@eins"].is_done
    assert not found["eve@eins"].is_overdue(date(2030, 1, 1))
    left = replace(moved, left_out=True)
    assert not tasks(case_with(day("eins", WORKSHOP), records=(left,)))["raum@M4"].is_open


def test_nothing_is_overdue_once_the_workshop_is_over() -> None:
    step = AgendaStep(id="s", title="Auftakt", minutes=5, minimum_minutes=5, started=NOW, ended=NOW)
    over = tasks(case_with(day("eins", WORKSHOP, steps=(step,))))
    behind = tasks(case_with(day("eins", WORKSHOP), state=BookingState.FOLLOW_UP))
    for found in (over, behind):
        assert not any(task.is_overdue(date(2030, 1, 1)) for task in found.values())
    assert tasks(case_with(day("eins", WORKSHOP), state=BookingState.WITHDRAWN)) == {}


def test_a_task_that_no_pack_knows_any_more_goes_unless_it_is_ones_own() -> None:
    gone = PreparationTask(id="alt@M4", module="M4", done_at=NOW)
    own = PreparationTask(id="own", module="M1", title="Aushang")
    found = tasks(case_with(day("eins", WORKSHOP), records=(gone, own)))
    assert "alt@M4" not in found
    assert (found["own"].is_own, found["own"].who) == (True, Doer.ADVISER)


@given(on=st.dates(date(2020, 1, 1), date(2035, 1, 1)), before=st.integers(0, 365))
def test_a_task_is_due_as_many_days_before_as_it_says(on: date, before: int) -> None:
    template = replace(ROOM, days_before=before)
    (found,) = tasks(case_with(day("eins", on)), template).values()
    assert found.due_on == on - timedelta(days=before)
    assert not found.is_overdue(found.due_on)
    assert found.is_overdue(found.due_on + timedelta(days=1))
