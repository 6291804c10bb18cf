"""A commit that was told as failed and stands all the same: whatever comes next, no change is logged twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.case import CaseNote
from advisor_app.domain.changes import HeadSet, NoteSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words
from advisor_app.services.session import CaseSession
from advisor_app.storage.cases import CaseStore, UntoldCommit
from advisor_app.storage.database import Database
from advisor_app.storage.log import Entry
from advisor_app.storage.reserve import keep_reserve
from tests.profiles import database_of
from tests.storage.conftest import CASE_ID, Ticking, new_case, session_of
from tests.storage.failing_commits import FailingCommits, Fault, failing_commits

IOERR_FSYNC = driver.SQLITE_IOERR | 4 << 8
CODES = [driver.SQLITE_IOERR, IOERR_FSYNC, driver.SQLITE_BUSY, driver.SQLITE_FULL]


@pytest.fixture(autouse=True)
def failing() -> Iterator[FailingCommits]:
    with failing_commits() as faults:
        yield faults


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    database = database_of(folder)
    yield database
    database.close()


@pytest.fixture
def session(database: Database) -> CaseSession:
    return session_of(new_case(database), Ticking())


def room(session: CaseSession, words: str) -> HeadSet:
    head = session.case.head
    return HeadSet(head, replace(head, room=words))


def note(name: str, words: str) -> NoteSet:
    return NoteSet(name, None, CaseNote(id=name, at=Ticking().now(), words=Words(words)))


def refused(session: CaseSession, *changes: HeadSet | NoteSet, batch: str | None = None) -> Problem:
    before = session.case
    with pytest.raises(AdvisorError) as caught:
        session.apply(*changes, batch=batch)
    assert session.case == before
    return caught.value.problem


def logged(database: Database) -> list[dict[str, Any]]:
    """The rows behind the opening of the case; each goes on where the one before it of its record ended."""
    with database.read() as connection:
        rows = [dict(row._mapping) for row in connection.exec_driver_sql("SELECT * FROM log ORDER BY seq")]
    last: dict[str, dict[str, Any]] = {}
    for row in rows:
        before = last.get(row["key"])
        assert row["parent"] == (None if before is None else before["id"])
        assert row["before"] == (None if before is None else before["after"])
        last[row["key"]] = row
    return rows[1:]


def on_disk(database: Database) -> CaseSession:
    """The case as a program reads it that has just been started."""
    return session_of(CaseStore(database), Ticking())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("fault", Fault)
def test_a_retry_logs_a_change_once(
    session: CaseSession, database: Database, failing: FailingCommits, fault: Fault, code: int
) -> None:
    failing.faults, failing.code = [fault], code
    refused(session, room(session, "Saal 2"), note("n1", "Am Telefon"))
    session.apply(room(session, "Saal 2"), note("n1", "Am Telefon"))
    assert [row["key"].split("\x1f")[0] for row in logged(database)] == ["head", "note"]
    assert on_disk(database).case == session.case
    session.undo()
    assert session.case.head.room == ""
    assert not session.can_undo
    assert on_disk(database).case == session.case


def test_what_is_typed_on_begins_where_the_last_told_state_ended(
    session: CaseSession, database: Database, failing: FailingCommits
) -> None:
    session.apply(room(session, "S"), batch="typing")
    failing.faults = [Fault.AFTER, Fault.BEFORE, Fault.AFTER]
    for words in ("Sa", "Saa", "Saal"):
        refused(session, room(session, words), batch="typing")
    session.apply(room(session, "Saal 2"), batch="typing")
    assert len(logged(database)) == 2
    assert on_disk(database).case.head.room == "Saal 2"
    session.undo()
    assert session.case.head.room == ""
    assert on_disk(database).case == session.case


def test_another_edit_does_not_bring_back_what_was_given_up(
    session: CaseSession, database: Database, failing: FailingCommits
) -> None:
    failing.faults = [Fault.AFTER]
    refused(session, note("n1", "Am Telefon"))
    session.apply(room(session, "Saal 2"))
    assert [row["key"] for row in logged(database)] == ["head"]
    assert on_disk(database).case == session.case
    assert not session.case.notes


def test_an_undo_that_was_told_as_failed_takes_one_step_back(
    session: CaseSession, database: Database, failing: FailingCommits
) -> None:
    session.apply(room(session, "Saal 1"))
    session.apply(room(session, "Saal 2"))
    failing.faults = [Fault.AFTER]
    with pytest.raises(AdvisorError):
        session.undo()
    session.undo()
    assert session.case.head.room == "Saal 1"
    assert on_disk(database).case == session.case
    session.redo()
    assert session.case.head.room == "Saal 2"
    assert len(logged(database)) == 4


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of files in use")
def test_a_folder_that_is_moved_away_behind_a_commit_brings_no_second_one(
    session: CaseSession, database: Database, failing: FailingCommits, folder: Path
) -> None:
    session.apply(room(session, "Saal 1"))
    away = folder.with_name("away")
    failing.after = lambda: folder.rename(away)
    assert refused(session, room(session, "Saal 2")) is Problem.DATABASE_GONE
    failing.after = lambda: None
    assert refused(session, room(session, "Saal 2")) is Problem.DATABASE_GONE
    away.rename(folder)
    assert on_disk(database).case.head.room == "Saal 2"  # it stands, though nobody was told
    session.apply(room(session, "Saal 2"))
    assert len(logged(database)) == 2


def test_the_try_with_the_room_of_the_reserve_is_no_second_change(
    session: CaseSession, database: Database, failing: FailingCommits, folder: Path
) -> None:
    assert keep_reserve(folder)
    failing.faults, failing.code = [Fault.AFTER], driver.SQLITE_FULL
    session.apply(room(session, "Saal 2"))
    assert not failing.faults
    assert len(logged(database)) == 1
    assert on_disk(database).case == session.case


def test_what_others_built_upon_stays(session: CaseSession, database: Database, failing: FailingCommits) -> None:
    failing.faults = [Fault.AFTER]
    refused(session, note("n1", "Am Telefon"))
    later = on_disk(database)  # opened anew, it shows what stands
    assert later.case.notes["n1"].words.text == "Am Telefon"
    later.apply(room(later, "Saal 2"))
    session.apply(note("n2", "Im Rathaus"))
    assert set(on_disk(database).case.notes) == {"n1", "n2"}
    assert len(logged(database)) == 3


@settings(max_examples=40, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["a", "b", "undo", "redo"]), st.sampled_from([None, *Fault]), st.booleans()),
        max_size=12,
    )
)
def test_file_and_memory_agree_after_any_faults(steps: list[tuple[str, Fault | None, bool]]) -> None:
    with TemporaryDirectory() as folder, failing_commits() as failing:
        database = database_of(Path(folder))
        session = session_of(new_case(database), Ticking())
        told = 0
        for number, (step, fault, is_retried) in enumerate(steps):
            failing.faults = [fault]
            for _attempt in range(2 if is_retried else 1):
                before = session.case
                try:
                    if step == "undo":
                        session.undo()
                    elif step == "redo":
                        session.redo()
                    else:
                        session.apply(room(session, f"{step}{number // 2}"), batch=step)
                except AdvisorError:
                    assert session.case == before
                    continue
                told += session.case != before
                break
        failing.faults = []
        session.apply(note("last", "Ende"))
        assert on_disk(database).case == session.case
        assert len(logged(database)) == told + 1
        database.close()


def test_a_commit_of_nothing_that_fails_stands_in_nobodys_way(
    database: Database, session: CaseSession, failing: FailingCommits
) -> None:
    store, untold = CaseStore(database), list[UntoldCommit]()
    nothing = Entry(batch="nothing", author="Kim Berger", device="laptop", at=Ticking().now())
    failing.faults = [Fault.BEFORE]
    with pytest.raises(AdvisorError):
        store.commit(CASE_ID, [], nothing, untold)
    store.commit(CASE_ID, [room(session, "Saal 2")], replace(nothing, batch="room"), untold)
    assert on_disk(database).case.head.room == "Saal 2"
    assert not untold
