"""Edits go in, changes come out; what a lock holds up is written when it is free."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import Answer
from advisor_app.domain.case import CaseNote, Person
from advisor_app.domain.changes import AnswerSet, Change, HeadSet, NoteSet
from advisor_app.domain.words import Words
from advisor_app.ui.shell.bridge import CaseBridge
from tests.profiles import connect_to
from tests.ui.conftest import MONDAY, OpenCase, Stored

NOTE = CaseNote(id="n1", at=MONDAY, words=Words("Am Telefon"))


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def lock(data_folder: Path) -> Iterator[Any]:
    """Somebody else writes; ask for it after the case."""
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


def room(bridge: CaseBridge, words: str) -> HeadSet:
    head = bridge.case.head
    return HeadSet(head, replace(head, room=words))


def test_an_edit_is_on_disk_and_announced(qtbot: QtBot, bridge: CaseBridge, stored: Stored) -> None:
    change = room(bridge, "Saal 2")
    with qtbot.waitSignals([bridge.changed, bridge.committed]):
        assert bridge.edit(change)
    assert stored(bridge.case.id).head.room == "Saal 2"


def test_a_stale_edit_is_refused_in_a_sentence(qtbot: QtBot, bridge: CaseBridge) -> None:
    stale = room(bridge, "Saal 2")
    bridge.edit(room(bridge, "Saal 3"))
    with qtbot.waitSignal(bridge.refused) as blocker:
        assert not bridge.edit(stale)
    assert blocker.args is not None
    assert blocker.args[0].startswith("Der Eintrag wurde inzwischen an anderer Stelle geändert.")
    assert not bridge.is_waiting
    assert bridge.case.head.room == "Saal 3"


def test_a_locked_edit_waits_and_is_written_by_itself(
    qtbot: QtBot, bridge: CaseBridge, stored: Stored, lock: Any
) -> None:
    with qtbot.waitSignal(bridge.refused):
        assert not bridge.edit(room(bridge, "Saal 2"))
    assert bridge.is_waiting
    assert not bridge.retry()
    lock.execute("ROLLBACK")
    with qtbot.waitSignal(bridge.committed):
        pass
    assert not bridge.is_waiting
    assert stored(bridge.case.id).head.room == "Saal 2"


def test_a_newer_edit_of_the_same_record_takes_the_place_of_the_waiting_one(bridge: CaseBridge, lock: Any) -> None:
    bridge.edit(room(bridge, "Saal 2"))
    lock.execute("ROLLBACK")
    assert bridge.edit(room(bridge, "Saal 3"))
    assert not bridge.is_waiting
    assert bridge.retry()
    assert bridge.case.head.room == "Saal 3"


def test_a_waiting_edit_never_overwrites_what_another_part_changed_meanwhile(bridge: CaseBridge, lock: Any) -> None:
    bridge.edit(room(bridge, "Saal 2"))
    lock.execute("ROLLBACK")
    seen: list[tuple[Change, ...]] = []
    bridge.changed.connect(seen.append)
    assert bridge.retry()
    assert [change.after for change in seen[0]] == [replace(bridge.case.head, room="Saal 2")]


def test_people_stay_out_of_undo(bridge: CaseBridge, stored: Stored) -> None:
    assert not bridge.can_undo
    assert bridge.save_person(Person(id="p1", name="Jo Beispiel"))
    assert not bridge.can_undo
    assert stored(bridge.case.id).people["p1"].name == "Jo Beispiel"


def test_undo_and_redo(bridge: CaseBridge) -> None:
    bridge.edit(room(bridge, "Saal 2"))
    assert bridge.can_undo
    assert bridge.undo()
    assert bridge.case.head.room == ""
    assert bridge.can_redo
    assert bridge.redo()
    assert bridge.case.head.room == "Saal 2"


def test_a_service_works_on_the_case_and_its_refusal_is_told(qtbot: QtBot, bridge: CaseBridge) -> None:
    assert bridge.perform(lambda session: session.case.id) == bridge.case.id
    stale = room(bridge, "Saal 2")
    bridge.edit(room(bridge, "Saal 3"))
    with qtbot.waitSignal(bridge.refused):
        assert bridge.perform(lambda session: session.apply(stale)) is None


def test_what_waits_counts_as_entered_and_the_next_edit_builds_on_it(
    bridge: CaseBridge, stored: Stored, lock: Any
) -> None:
    seen: list[tuple[Change, ...]] = []
    bridge.changed.connect(seen.append)
    assert not bridge.edit(room(bridge, "Saal 2"))
    assert bridge.case.head.room == "Saal 2"
    assert bridge.stored.head.room == ""
    assert len(seen) == 1
    head = bridge.case.head
    assert not bridge.edit(HeadSet(head, replace(head, wish="Rat")))
    assert not bridge.edit(NoteSet("n1", None, NOTE))
    assert bridge.case.notes == {"n1": NOTE}
    lock.execute("ROLLBACK")
    committed: list[object] = []
    bridge.committed.connect(committed.append)
    assert bridge.retry()
    assert len(committed) == 1  # only once all of it is on disk
    assert bridge.case is bridge.stored
    case = stored(bridge.case.id)
    assert (case.head.room, case.head.wish, case.notes) == ("Saal 2", "Rat", {"n1": NOTE})


def test_a_refused_edit_beside_a_waiting_one_is_dropped_and_the_waiting_one_stays(
    bridge: CaseBridge, lock: Any
) -> None:
    stale = room(bridge, "Saal 1")
    bridge.edit(room(bridge, "Saal 2"))
    assert not bridge.edit(stale)
    assert bridge.case.head.room == "Saal 2"
    lock.execute("ROLLBACK")
    assert not bridge.edit(AnswerSet("none", "4.1.2", None, Answer(level=9)))
    assert not bridge.is_waiting
    assert bridge.stored.head.room == "Saal 2"


def test_an_edit_undone_while_it_waits_leaves_no_trace(bridge: CaseBridge, lock: Any) -> None:
    bridge.edit(NoteSet("n1", None, NOTE))
    bridge.edit(NoteSet("n1", NOTE, None))
    assert bridge.case.notes == {}
    lock.execute("ROLLBACK")
    assert bridge.retry()
    assert not bridge.is_waiting
    assert not bridge.can_undo


def test_words_of_a_person_that_wait_are_shown(bridge: CaseBridge, lock: Any) -> None:
    lock.execute("ROLLBACK")
    bridge.save_person(Person(id="p1", name="Jo Beispiel"))
    lock.execute("BEGIN IMMEDIATE")
    assert not bridge.save_person(Person(id="p1", name="Jo Beispiel", phone="12"))
    assert bridge.case.people["p1"].phone == "12"
    assert bridge.stored.people["p1"].phone == ""
