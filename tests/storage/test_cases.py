"""Cases in the database: every change, its log, undo and redo over restarts."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import Case, CaseNote, Contact, Handover, Person
from advisor_app.domain.changes import (
    AnswerSet,
    BookingSet,
    Change,
    ContactSet,
    HandoverSet,
    HeadSet,
    NoteSet,
    TargetSet,
)
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from advisor_app.services.session import Author, CaseSession
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.database import Database
from advisor_app.storage.log import Entry
from tests.domain.records.kinds import KINDS, changes
from tests.example_case import example_case
from tests.storage.conftest import CASE_ID, OpenSession, Ticking, fresh_case


def answer(level: int) -> Answer:
    return Answer(state=AnswerState.ANSWERED, level=level)


def log_rows(database: Database) -> list[dict[str, Any]]:
    with database.read() as connection:
        return [dict(row._mapping) for row in connection.exec_driver_sql("SELECT * FROM log ORDER BY seq")]


@st.composite
def storable(draw: st.DrawFn, case: Case) -> Change:
    """A change as pages make it: bookings keep their ids, a case that was handed over is taken back first."""
    if case.handover is not None:
        return HandoverSet(case.handover, None)
    change = draw(changes(case))
    if isinstance(change, BookingSet) and change.after is not None:
        return BookingSet(change.id, change.before, replace(change.after, id=change.id))
    return change


@settings(max_examples=60)
@given(data=st.data())
def test_store_and_reducer_agree_on_any_changes(data: st.DataObject) -> None:
    assert set(KINDS) == set(get_args(Change))
    with fresh_case() as (_, open_session):
        session = open_session()
        for _ in range(data.draw(st.integers(1, 4))):
            session.apply(data.draw(storable(session.case)))
            assert open_session().case == session.case


@settings(max_examples=60)
@given(data=st.data())
def test_undo_and_redo_go_all_the_way_and_back_after_a_restart(data: st.DataObject) -> None:
    with fresh_case() as (_, open_session):
        session = open_session()
        states = [session.case]
        for _ in range(data.draw(st.integers(1, 4))):
            change = data.draw(storable(session.case))
            session.apply(change)
            if change.before != change.after:
                states.append(session.case)
        session = open_session()
        for state in reversed(states[:-1]):
            session.undo()
            assert session.case == open_session().case == state
        assert not session.can_undo
        session = open_session()
        for state in states[1:]:
            session.redo()
            assert session.case == open_session().case == state
        assert not session.can_redo


def test_a_row_of_the_log_knows_what_it_replaced(database: Database, open_session: OpenSession) -> None:
    session = open_session()
    session.apply(AnswerSet("a1", "4.1.1", None, answer(1)))
    session.apply(AnswerSet("a1", "4.1.1", answer(1), answer(2)), why="antworten.csv")
    session.apply(AnswerSet("a1", "4.1.2", None, answer(3)))
    opened, first, second, other = log_rows(database)
    assert (opened["parent"], first["parent"], second["parent"], other["parent"]) == (None, None, first["id"], None)
    assert len({row["batch"] for row in (opened, first, second, other)}) == 4
    assert (second["stream"], second["key"]) == (f"case:{CASE_ID}", "answer\x1fa1\x1f4.1.1")
    assert (second["author"], second["device"], second["why"]) == ("Kim Berger", "laptop", "antworten.csv")
    assert datetime.fromisoformat(second["at"]).tzinfo == UTC
    assert json.loads(second["before"]) == json.loads(first["after"])
    assert [row["seq"] for row in log_rows(database)] == [1, 2, 3, 4]
    assert first["id"] < second["id"] < other["id"]


def test_an_import_is_one_batch_and_one_step(database: Database, open_session: OpenSession) -> None:
    session = open_session()
    session.apply(*(AnswerSet("a1", f"4.1.{number}", None, answer(1)) for number in range(1, 5)))
    rows = log_rows(database)[1:]
    assert len({row["batch"] for row in rows}) == 1
    assert len(session.undo()) == 4
    assert session.case.answers == {}
    assert not session.can_undo
    undone = log_rows(database)[5:]
    assert {row["undoes"] for row in undone} == {row["id"] for row in rows}
    assert len(session.redo()) == 4
    assert len(session.case.answers["a1"]) == 4


def test_typing_in_one_field_is_one_step(open_session: OpenSession) -> None:
    session = open_session()
    session.apply(AnswerSet("a1", "4.1.1", None, answer(1)), batch="typing")
    session.apply(AnswerSet("a1", "4.1.1", answer(1), answer(2)), batch="typing")
    session = open_session()
    session.undo()
    assert session.case.answers == {}
    session = open_session()
    session.redo()
    assert session.case.answer("a1", "4.1.1") == answer(2)


def test_typing_on_after_another_edit_or_an_undo_is_a_step_of_its_own(open_session: OpenSession) -> None:
    session = open_session()
    session.apply(AnswerSet("a1", "4.1.1", None, answer(1)), batch="typing")
    session.apply(TargetSet("a1", "4.1", None, 3))
    session.apply(AnswerSet("a1", "4.1.1", answer(1), answer(2)), batch="typing")
    session.apply(AnswerSet("a1", "4.1.1", answer(2), answer(3)), batch="typing")
    session.undo()
    assert session.case.answer("a1", "4.1.1") == answer(1)
    session.apply(AnswerSet("a1", "4.1.1", answer(1), answer(4)), batch="typing")
    session = open_session()
    for level in (1, 1):
        session.undo()
        assert session.case.answer("a1", "4.1.1") == answer(level)
    assert session.case.targets == {}
    session.undo()
    assert session.case.answers == {}
    assert not session.can_undo


def test_a_new_edit_ends_what_could_be_redone(open_session: OpenSession) -> None:
    session = open_session()
    session.apply(TargetSet("a1", "4.1", None, 3))
    session.undo()
    session.apply(TargetSet("a1", "4.2", None, 2))
    assert not session.can_redo
    assert not open_session().can_redo


def test_the_opening_of_a_case_is_not_undone(open_session: OpenSession) -> None:
    session = open_session()
    assert not session.can_undo
    assert session.undo() == ()
    assert session.redo() == ()


def test_a_change_that_changes_nothing_leaves_no_trace(database: Database, open_session: OpenSession) -> None:
    session = open_session()
    session.apply(TargetSet("a1", "4.1", None, None))
    assert len(log_rows(database)) == 1


def test_a_change_to_what_has_moved_on_is_refused_and_nothing_is_written(
    database: Database, open_session: OpenSession
) -> None:
    session = open_session()
    before = log_rows(database)
    with pytest.raises(AdvisorError) as caught:
        session.apply(TargetSet("a1", "4.2", None, 1), TargetSet("a1", "4.1", 2, 3))
    assert caught.value.problem is Problem.STALE_CHANGE
    assert log_rows(database) == before
    assert session.case.targets == {}


def test_a_check_that_refuses_stops_the_whole_step(store: CaseStore, database: Database) -> None:
    def refuse_level_4(_: object, change: Change) -> None:
        if change.after == answer(4):
            raise AdvisorError(Problem.BAD_LEVEL, name="4.1.2")

    author = Author(name="Kim Berger", device="laptop")
    session = CaseSession(store, store.load(CASE_ID), author, Ticking(), (refuse_level_4,))
    with pytest.raises(AdvisorError):
        session.apply(AnswerSet("a1", "4.1.1", None, answer(1)), AnswerSet("a1", "4.1.2", None, answer(4)))
    assert len(log_rows(database)) == 1


def test_data_of_people_never_enters_the_log(database: Database, open_session: OpenSession) -> None:
    session = open_session()
    person = Person(id="p1", name="Miriam Feldmann", phone="06000 1234", email="m@example.org")
    session.save_person(person)
    session.apply(ContactSet("k", None, Contact(id="k", person="p1", function="Digitalisierung")))
    assert open_session().case.people == {"p1": person}
    assert "Feldmann" not in json.dumps(log_rows(database))
    session.save_person(Person(id="p1", name="Anders"))
    assert open_session().case.people["p1"].name == "Anders"


def test_listeners_hear_of_steps_until_they_stop(open_session: OpenSession) -> None:
    session = open_session()
    heard: list[int] = []
    stop = session.subscribe(lambda applied: heard.append(len(applied)))
    session.apply(TargetSet("a1", "4.1", None, 3), TargetSet("a1", "4.2", None, 3))
    session.undo()
    stop()
    session.redo()
    assert heard == [2, 2]


def test_cases_are_found_by_their_commune_and_bookings_too(store: CaseStore) -> None:
    commune = example_case().commune.id
    assert store.ids() == store.ids(commune) == [CASE_ID]
    assert store.ids("another") == []
    booking = Booking(id="b1", module="M1", commune=commune)
    entry = Entry(batch="b", author="Kim", device="laptop", at=datetime(2026, 9, 14, tzinfo=UTC))
    store.commit(CASE_ID, [BookingSet("b1", None, booking)], entry)
    assert store.bookings_of(commune) == [(CASE_ID, booking)]


def test_an_unknown_case_is_told(store: CaseStore) -> None:
    with pytest.raises(AdvisorError) as caught:
        store.load("another")
    assert caught.value.problem is Problem.UNKNOWN_CASE


def test_two_cases_do_not_meet(store: CaseStore, open_session: OpenSession) -> None:
    entry = Entry(batch="x", author="Kim", device="laptop", at=datetime(2026, 9, 14, tzinfo=UTC))
    store.commit("case-2", [HeadSet(None, example_case().head)], entry)
    session = open_session()
    note = CaseNote(id="n", at=datetime(2026, 9, 14, 8, tzinfo=UTC), words=Words("Anruf"))
    session.apply(NoteSet("n", None, note))
    assert store.load("case-2").notes == {}
    assert store.load(CASE_ID).notes == {"n": note}
    assert [case.id for case in store.load_all()] == [CASE_ID, "case-2"]


def test_a_case_that_was_handed_over_is_read_only_until_that_is_taken_back(open_session: OpenSession) -> None:
    session = open_session()
    session.apply(TargetSet("a1", "4.1", None, 3))
    given = Handover(to="Robin Falk", at=datetime(2026, 9, 14, tzinfo=UTC), file="0" * 64)
    session.apply(HandoverSet(None, given))
    acts: tuple[Callable[[], None], ...] = (
        lambda: session.apply(TargetSet("a1", "4.1", 3, 4)),
        lambda: session.save_person(Person(id="p", name="Jo Beispiel")),
    )
    for act in acts:
        with pytest.raises(AdvisorError) as refused:
            act()
        assert refused.value.problem is Problem.CASE_HANDED_OVER
    assert open_session().case == session.case
    session.apply(HandoverSet(given, None))
    session.apply(TargetSet("a1", "4.1", 3, 4))
    assert open_session().case.handover is None


def test_undo_takes_back_a_handover_and_nothing_below_it(open_session: OpenSession) -> None:
    session = open_session()
    session.apply(TargetSet("a1", "4.1", None, 3))
    session.apply(HandoverSet(None, Handover(to="Robin Falk", at=datetime(2026, 9, 14, tzinfo=UTC), file="")))
    session.undo()
    assert session.case.handover is None
    assert session.case.targets == {"a1": {"4.1": 3}}
