"""A data folder taken away in the middle of work: nothing is called saved that is not there, and it goes on after."""

import os
import shutil
from pathlib import Path

import pytest

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.profile import DATABASE_NAME
from tests.faults import small_disk
from tests.profiles import database_of
from tests.storage.conftest import CASE_ID, new_case
from tests.storage.test_reserve import answer, entry

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of files in use")


def refused(store: CaseStore) -> Problem:
    with pytest.raises(AdvisorError) as caught:
        store.commit(CASE_ID, [answer(2)], entry(2))
    return caught.value.problem


def test_a_folder_that_was_moved_away_takes_nothing_until_it_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database = database_of(folder)
    store = new_case(database)
    store.commit(CASE_ID, [answer(1)], entry(1))
    folder.rename(tmp_path / "away")
    assert refused(store) is Problem.DATABASE_GONE
    assert refused(store) is Problem.DATABASE_GONE
    (tmp_path / "away").rename(folder)
    store.commit(CASE_ID, [answer(2)], entry(2))
    database.close()
    database = database_of(folder)
    assert len(CaseStore(database).load(CASE_ID).answers["a1"]) == 2
    database.close()


def test_another_file_in_its_place_is_not_written_to_unseen(tmp_path: Path) -> None:
    database = database_of(tmp_path)
    store = new_case(database)
    store.commit(CASE_ID, [answer(1)], entry(1))
    with database.write():
        pass
    file = tmp_path / DATABASE_NAME
    copies = [path for path in tmp_path.glob(f"{DATABASE_NAME}*") if not path.name.endswith("-shm")]
    for path in copies:
        shutil.copy(path, f"{path}.copy")
        path.unlink()
        path.with_name(f"{path.name}.copy").rename(path)
    (tmp_path / f"{DATABASE_NAME}-shm").unlink()
    assert refused(store) is Problem.DATABASE_GONE
    assert file.exists()
    store.commit(CASE_ID, [answer(2)], entry(2))  # the copy, opened anew, with everything that was in the log
    assert len(store.load(CASE_ID).answers["a1"]) == 2
    database.close()


def test_a_drive_that_is_pulled_out(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick") as stick:
        database = database_of(stick)
        store = new_case(database)
        store.commit(CASE_ID, [answer(1)], entry(1))
    assert refused(store) is Problem.DATABASE_GONE
    with pytest.raises(AdvisorError) as caught:
        store.load(CASE_ID)
    assert caught.value.problem is Problem.DATABASE_GONE
    database.close()
