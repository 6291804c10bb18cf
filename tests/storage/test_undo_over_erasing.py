"""Undo and redo to the first state and back: after a restart, over a redaction, and after a kill."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.case import Case, CaseNote, Person
from advisor_app.domain.changes import AnswerSet, Change, MeasureSet, NoteSet, SectionSet
from advisor_app.domain.free_text import REDACTED, traces_of
from advisor_app.domain.plan import Measure
from advisor_app.domain.words import Words
from advisor_app.services.session import CaseSession
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.erasure import ErasureStore
from advisor_app.storage.erasure_records import ErasureRecord
from tests.domain.records.kinds import SECTION
from tests.profiles import database_of
from tests.storage.conftest import CASE_ID, OpenSession, Ticking, fresh_case, new_case, session_of

CHECKOUT = Path(__file__).resolve().parents[2]
NAME = "Wolkenhauer"
AT = datetime(2026, 9, 14, 7, tzinfo=UTC)
TEXTS = st.sampled_from(("", NAME, f"Frau {NAME}", "Frau Wolken", f"{NAME}s Büro und mehr", "nichts davon", REDACTED))
ACTIONS = st.lists(st.sampled_from(("edit", "edit", "type", "undo", "redo")), min_size=1, max_size=10)


@st.composite
def naming(draw: st.DrawFn, case: Case) -> Change:
    """A change of a text in which somebody may be named; sometimes it takes the record away."""
    words = Words(draw(TEXTS))
    there = draw(st.integers(0, 4)) > 0
    match draw(st.integers(0, 3)):
        case 0:
            note = CaseNote(id="n", at=AT, words=words)
            return NoteSet("n", case.notes.get("n"), note if there else None)
        case 1:
            answer = Answer(state=AnswerState.UNKNOWN, note=words)
            before = case.answers.get("a1", {}).get("4.1.1")
            return AnswerSet("a1", "4.1.1", before, answer if there else None)
        case 2:
            measure = Measure(id="U7", title="Konzept", responsible=words.text)
            return MeasureSet("U7", case.measures.get("U7"), measure if there else None)
        case _:
            return SectionSet(SECTION, case.sections.get(SECTION), words if there else None)


def act(session: CaseSession, action: str, data: st.DataObject) -> None:
    if action in ("edit", "type"):
        session.apply(data.draw(naming(session.case)), batch="typing" if action == "type" else None)
    elif action == "undo":
        session.undo()
    else:
        session.redo()


def to_the_first_and_back(open_session: OpenSession) -> None:
    """Undo as long as there is something to undo, then redo all of it; every state is on disk as it is in memory."""
    session = open_session()
    states = [session.case]
    while session.can_undo:
        session.undo()
        states.append(session.case)
        assert open_session().case == session.case
    session = open_session()
    for state in reversed(states[:-1]):
        session.redo()
        assert session.case == open_session().case == state


@settings(max_examples=40)
@given(actions=ACTIONS, data=st.data())
def test_undo_goes_over_a_redaction_and_brings_no_name_back(actions: list[str], data: st.DataObject) -> None:
    with fresh_case() as (database, open_session):
        session = open_session()
        for action in actions:
            act(session, action, data)
        store, traces = ErasureStore(database), traces_of([Person(id="p", name=NAME)])
        keys = [found.key for found in store.find(session.case, traces)]
        record = ErasureRecord(
            id="e", at=AT, author="Kim", device="laptop", what="texts", subject=CASE_ID, reason="", counts={}
        )
        store.redact(session.case, keys, traces, record)
        session = open_session()
        assert NAME not in repr(session.case)
        assert store.find(session.case, traces) == []
        to_the_first_and_back(open_session)
        for action in data.draw(ACTIONS):  # work goes on
            if action in ("undo", "redo"):
                act(session := open_session(), action, data)
                assert NAME not in repr(session.case)
        with database.read() as connection:
            rows = connection.exec_driver_sql("SELECT before, after, why FROM log").fetchall()
        assert NAME not in repr(rows)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_a_kill_undo_goes_to_the_first_state_and_back(tmp_path: Path, seed: int) -> None:
    database = database_of(tmp_path)
    new_case(database)
    database.close()
    command = [sys.executable, str(Path(__file__).with_name("stepping.py")), str(tmp_path), str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        for _ in range(10 + 7 * seed):
            process.stdout.readline()
        process.kill()
    database = database_of(tmp_path)
    store, clock = CaseStore(database), Ticking()
    to_the_first_and_back(lambda: session_of(store, clock))
    database.close()
