"""Data that take no changes are read, and a change is refused in a sentence."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.database import Database
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME
from tests.faults import read_only
from tests.profiles import connect_to, database_of
from tests.storage.conftest import CASE_ID, new_case
from tests.storage.test_reserve import answer, entry


def filled(folder: Path) -> Path:
    database = database_of(folder)
    new_case(database).commit(CASE_ID, [answer(1)], entry(1))
    database.close()
    return folder


def check_reads_only(database: Database) -> None:
    assert database.is_read_only
    store = CaseStore(database)
    assert list(store.load(CASE_ID).answers["a1"]) == ["4.1.1"]
    with pytest.raises(AdvisorError) as caught:
        store.commit(CASE_ID, [answer(2)], entry(2))
    assert caught.value.problem is Problem.DATABASE_READ_ONLY
    assert list(store.load(CASE_ID).answers["a1"]) == ["4.1.1"]


def test_a_folder_that_can_only_be_read_is_read(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with read_only(folder):
        database = database_of(folder)
        check_reads_only(database)
        database.close()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="rights do not hold up root")
def test_a_file_that_can_only_be_read_is_read(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data")
    (folder / DATABASE_NAME).chmod(0o400)
    database = database_of(folder)
    check_reads_only(database)
    database.close()


def test_an_empty_log_is_in_nobodys_way(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data")
    (folder / f"{DATABASE_NAME}-wal").touch()
    with read_only(folder):
        database = database_of(folder)
        check_reads_only(database)
        database.close()


def with_a_log(folder: Path, *, shared_memory: bool) -> None:
    """Leave the last change in the log, as a killed program does."""
    database = database_of(folder)
    new_case(database).commit(CASE_ID, [answer(1)], entry(1))
    kept = {path: path.read_bytes() for path in folder.glob(f"{DATABASE_NAME}*")}
    database.close()
    for path, content in kept.items():
        if shared_memory or not path.name.endswith("-shm"):
            path.write_bytes(content)


def test_changes_in_the_log_are_read_with_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with_a_log(folder, shared_memory=True)
    with read_only(folder):
        database = database_of(folder)
        check_reads_only(database)
        database.close()


def test_a_log_that_cannot_be_read_is_told_and_never_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with_a_log(folder, shared_memory=False)
    with read_only(folder), pytest.raises(AdvisorError) as caught:
        database_of(folder)
    assert caught.value.problem is Problem.READ_ONLY_LOG
    database = database_of(folder)  # with the right to write nothing is lost
    assert list(CaseStore(database).load(CASE_ID).answers["a1"]) == ["4.1.1"]
    database.close()


def test_an_older_database_cannot_be_converted_there(tmp_path: Path) -> None:
    folder = filled(tmp_path / "data")
    with closing(connect_to(folder)) as connection:
        connection.execute(f"PRAGMA user_version = {CURRENT_VERSION - 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with read_only(folder), pytest.raises(AdvisorError) as caught:
        database_of(folder)
    assert caught.value.problem is Problem.READ_ONLY_OLDER
