"""A case as the template of another one: how the work is arranged, and nothing of what was found out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count

import pytest

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.case import Case, Contact, Person, RoleMapping
from advisor_app.domain.case_template import TemplatePart, sizes, template_changes
from advisor_app.domain.plan import Measure, MeasureState
from advisor_app.domain.preparation import Doer, PreparationTask
from advisor_app.domain.reduction import reduce
from advisor_app.domain.words import Words
from tests.example_case import example_case

NAME = "Erika Mustermann"
NOW = datetime(2026, 9, 14, 8, tzinfo=UTC)


def source() -> Case:
    """The worked example after its workshop, with a person named wherever one can write."""
    step = AgendaStep(
        id="s1", title=f"Begrüßung durch {NAME}", minutes=15, minimum_minutes=5, started=NOW, ended=NOW,
        note=Words(NAME), ticked=(1, 2), group="A",
    )  # fmt: skip
    second = AgendaStep(id="s2", title="Zweiter Teil", minutes=30, minimum_minutes=20, part_of="s1")
    day = AgendaDay(
        id="d1", module="M4", title="Tag 1", number=1, on=date(2026, 9, 14), start=time(8, 30), place=NAME,
        steps=(step, second), ends=time(16, 0),
    )  # fmt: skip
    measure = Measure(
        id="U1", title="Konzept", template="F01", dimension="4.1", description=NAME, responsible=NAME, benefit=4,
        start=date(2027, 1, 1), predecessors=("U2",), cost_once=500_000, state=MeasureState.DONE, position=3,
    )  # fmt: skip
    return replace(
        example_case(),
        people={"p1": Person(id="p1", name=NAME)},
        contacts={"k1": Contact(id="k1", person="p1")},
        agenda={"d1": day},
        vocabulary={"executive": "Magistrat"},
        roles={"IT": RoleMapping(title="Zweckverband", merged_into="HA")},
        preparation={
            "own": PreparationTask(
                id="own", module="M4", title="Beamer leihen", due_on=date(2026, 9, 1), done_at=NOW, who=Doer.OFFICE
            ),
            "v-raum@M4": PreparationTask(id="v-raum@M4", module="M4", left_out=True, done_at=NOW),
            "v-tag@d1": PreparationTask(id="v-tag@d1", module="M4", left_out=True),
            "v-post@M4": PreparationTask(id="v-post@M4", module="M4", due_on=date(2026, 9, 1)),
        },
        measures={"U1": measure},
    )


def made(*parts: TemplatePart) -> Case:
    """A new case of the same modules to which parts were brought."""
    ids = (f"new-{number}" for number in count())
    proposed = AgendaDay(id="proposed", module="M4", title="Vorschlag", number=1)
    case = Case(id="new", head=example_case().head, agenda={"proposed": proposed})
    for change in template_changes(source(), parts, case, lambda: next(ids)):
        case = reduce(case, change)
    return case


@pytest.mark.parametrize("part", TemplatePart)
def test_only_what_was_chosen_comes_along(part: TemplatePart) -> None:
    case = made(part)
    found = {
        TemplatePart.AGENDA: "proposed" not in case.agenda,
        TemplatePart.WORDS: bool(case.vocabulary),
        TemplatePart.ROLES: bool(case.roles),
        TemplatePart.CHECKLIST: bool(case.preparation),
        TemplatePart.PLAN: bool(case.measures),
    }
    assert found == {name: name is part for name in TemplatePart}


def test_no_answer_no_person_no_word_and_no_date_comes_along() -> None:
    case = made(*TemplatePart)
    assert NAME not in repr(case)
    assert (case.answers, case.assessments, case.people, case.contacts, case.notes, case.evidence) == ({},) * 6
    assert (case.use_cases, case.sections, case.minutes, case.bookings, case.targets) == ({},) * 5
    (day,) = case.agenda.values()
    first = day.steps[0]
    assert (day.on, day.place, first.started, first.ended, first.ticked) == (None, "", None, None, ())
    assert not first.note


def test_the_agenda_keeps_how_the_day_is_arranged() -> None:
    (day,) = made(TemplatePart.AGENDA).agenda.values()
    first, second = day.steps
    assert (day.title, day.start, day.ends, day.id != "d1") == ("Tag 1", time(8, 30), time(16, 0), True)
    assert [(step.minutes, step.minimum_minutes, step.group) for step in day.steps] == [(15, 5, "A"), (30, 20, "")]
    assert second.part_of == first.id != "s1"


def test_measures_are_headings_and_tasks_are_open_again() -> None:
    case = made(TemplatePart.PLAN, TemplatePart.CHECKLIST)
    assert case.measures["U1"] == Measure(
        id="U1", title="Konzept", template="F01", dimension="4.1", predecessors=("U2",), position=3
    )
    tasks = {task.title or task.id: task for task in case.preparation.values()}
    assert set(tasks) == {"Beamer leihen", "v-raum@M4"}
    assert (tasks["Beamer leihen"].due_on, tasks["Beamer leihen"].done_at) == (None, None)
    assert tasks["Beamer leihen"].who is Doer.OFFICE
    assert tasks["v-raum@M4"].left_out


def test_how_much_there_is_to_give() -> None:
    assert sizes(source()) == {
        TemplatePart.AGENDA: 1,
        TemplatePart.WORDS: 1,
        TemplatePart.ROLES: 1,
        TemplatePart.CHECKLIST: 2,
        TemplatePart.PLAN: 1,
    }
