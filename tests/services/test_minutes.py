"""Entries made, changed, released, and tasks that become measures of the plan once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor_app.domain.agenda import day_from_template
from advisor_app.domain.changes import AgendaDaySet, MinutesEntrySet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.plan import MeasureState
from advisor_app.domain.words import Audience, Words
from advisor_app.services.ids import new_id
from advisor_app.services.minutes import Place
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.services.conftest import OpenCase


@pytest.fixture
def session(workspace: Workspace, open_case: OpenCase) -> CaseSession:
    """A case with a workshop day."""
    opened = open_case("M4")
    template = next(item for item in workspace.catalog.agendas.values() if item.module == "M4")
    day = day_from_template(template, 1, new_id)
    opened.apply(AgendaDaySet(day.id, None, day))
    return opened


def added(workspace: Workspace, session: CaseSession, kind: EntryKind, line: str) -> MinutesEntry:
    place = workspace.minutes.place_at_hand(session.case)
    assert place is not None
    entry = workspace.minutes.typed(session.case, workspace.minutes.new_entry(place, kind, line), line)
    session.apply(MinutesEntrySet(entry.id, None, entry))
    return session.case.minutes[entry.id]


def test_an_entry_belongs_to_the_step_at_hand_or_the_one_that_is_looked_at(
    workspace: Workspace, session: CaseSession
) -> None:
    place = workspace.minutes.place_at_hand(session.case)
    assert isinstance(place, Place)
    other = next(step for step in place.day.steps if step != place.step)
    looked_at = workspace.minutes.place_at_hand(session.case, other.id)
    assert looked_at == Place(place.day, other)
    assert workspace.minutes.place_at_hand(replace(session.case, agenda={})) is None


def test_a_typed_line_is_taken_apart(workspace: Workspace, session: CaseSession) -> None:
    entry = added(workspace, session, EntryKind.TASK, "@Bauamt bis 30.09.2030 Leitfaden schreiben")
    assert (entry.words, entry.who, entry.until) == (
        Words("Leitfaden schreiben", Audience.MINUTES),
        "Bauamt",
        date(2030, 9, 30),
    )
    assert added(workspace, session, EntryKind.TASK, "@Bauamt").words.text == "@Bauamt"
    assert added(workspace, session, EntryKind.NOTE, "unklar").words.audience is Audience.INTERNAL


def test_names_of_several_words_are_known_once_they_were_used(workspace: Workspace, session: CaseSession) -> None:
    added(workspace, session, EntryKind.TASK, "@„Amt für Umwelt“ Zahlen liefern")
    again = added(workspace, session, EntryKind.TASK, "@Amt für Umwelt Karten liefern")
    assert (again.who, again.words.text) == ("Amt für Umwelt", "Karten liefern")


def test_another_kind_brings_its_own_audience_unless_somebody_decided(
    workspace: Workspace, session: CaseSession
) -> None:
    note = added(workspace, session, EntryKind.NOTE, "Leitfaden")
    assert workspace.minutes.with_kind(note, EntryKind.TASK).words.audience is Audience.MINUTES
    released = replace(note, words=Words("Leitfaden", Audience.REPORT))
    assert workspace.minutes.with_kind(released, EntryKind.TASK).words.audience is Audience.REPORT
    task = replace(note, kind=EntryKind.TASK, who="Bauamt", until=date(2030, 1, 1), done=True)
    back = workspace.minutes.with_kind(task, EntryKind.NOTE)
    assert (back.who, back.until, back.done) == ("", None, False)


def test_entries_are_released_together(workspace: Workspace, session: CaseSession) -> None:
    notes = [added(workspace, session, EntryKind.NOTE, f"Notiz {number}") for number in range(3)]
    changes = workspace.minutes.release(notes, Audience.MINUTES)
    session.apply(*changes)
    assert {session.case.minutes[note.id].words.audience for note in notes} == {Audience.MINUTES}
    assert not workspace.minutes.release([session.case.minutes[note.id] for note in notes], Audience.MINUTES)


def test_a_task_becomes_a_measure_once_and_the_measure_says_where_it_comes_from(
    workspace: Workspace, session: CaseSession
) -> None:
    task = added(workspace, session, EntryKind.TASK, "@Bauamt bis 30.09.2030 Leitfaden schreiben")
    session.apply(*workspace.minutes.to_measures(session.case, [task]))
    task = session.case.minutes[task.id]
    measure = session.case.measures[task.measure]
    assert (measure.title, measure.responsible, measure.end) == ("Leitfaden schreiben", "Bauamt", date(2030, 9, 30))
    assert measure.state is MeasureState.PLANNED
    assert measure.description.startswith("Aus dem Protokoll vom ")
    assert "Schritt „" in measure.description
    with pytest.raises(AdvisorError) as refused:
        workspace.minutes.to_measures(session.case, [task])
    assert refused.value.problem is Problem.TASK_IN_PLAN
    session.undo()
    assert task.measure not in session.case.measures
    assert not session.case.minutes[task.id].measure


def test_several_tasks_become_measures_with_numbers_of_their_own(workspace: Workspace, session: CaseSession) -> None:
    before = len(session.case.measures)
    tasks = [added(workspace, session, EntryKind.TASK, f"Aufgabe {number}") for number in range(3)]
    note = added(workspace, session, EntryKind.NOTE, "keine Aufgabe")
    long = added(workspace, session, EntryKind.TASK, "Wort " * 60)
    session.apply(*workspace.minutes.to_measures(session.case, [*tasks, note, long]))
    assert len(session.case.measures) == before + 4
    assert len({session.case.minutes[task.id].measure for task in (*tasks, long)}) == 4
    cut = session.case.measures[session.case.minutes[long.id].measure]
    assert cut.title.endswith(" …")
    assert len(cut.title) <= 92
    assert cut.description.startswith("Wort Wort")


def test_a_task_whose_measure_is_gone_can_become_one_again(workspace: Workspace, session: CaseSession) -> None:
    task = added(workspace, session, EntryKind.TASK, "Leitfaden")
    orphan = replace(task, measure="U99")
    assert not workspace.minutes.is_in_plan(session.case, orphan)
    assert workspace.minutes.to_measures(session.case, [task])
