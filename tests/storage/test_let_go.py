"""The file is let go of by whoever still works with it, and what is open is never mistaken for what is there now."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage import database as database_module
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.database import Database
from advisor_app.storage.profile import DATABASE_NAME
from tests.profiles import connect_to, database_of
from tests.storage.conftest import CASE_ID, new_case
from tests.storage.test_reserve import answer, entry

WORK = pytest.mark.parametrize("work", [Database.read, Database.write], ids=["reading", "writing"])
Work = Callable[[Database], AbstractContextManager[Connection]]


@contextmanager
def somebody_at_work(database: Database, work: Work) -> Iterator[Callable[[], None]]:
    """Another thread in the middle of its work; what is given lets it end and waits for that."""
    begun, over = Event(), Event()

    def run() -> None:
        with work(database) as connection:
            connection.exec_driver_sql("SELECT count(*) FROM log").scalar_one()
            begun.set()
            over.wait()

    def end() -> None:
        over.set()
        thread.join()

    thread = Thread(target=run)
    thread.start()
    try:
        assert begun.wait(60)
        yield end
    finally:
        end()


def is_open_nowhere(folder: Path) -> bool:
    """Whether one connection has the file for itself: only then can it leave the write-ahead log."""
    with closing(connect_to(folder)) as connection:
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
        except driver.OperationalError:
            return False


@WORK
def test_who_works_while_the_database_is_closed_lets_go_of_the_file_at_the_end(tmp_path: Path, work: Work) -> None:
    database = database_of(tmp_path)
    with somebody_at_work(database, work) as end:
        database.close()
        assert not is_open_nowhere(tmp_path)
        end()
        assert is_open_nowhere(tmp_path)


@WORK
def test_who_works_while_the_file_is_needed_lets_go_of_it_at_the_end(tmp_path: Path, work: Work) -> None:
    database = database_of(tmp_path)
    with somebody_at_work(database, work) as end, database.released():
        end()
        assert is_open_nowhere(tmp_path)
    with database.write() as connection:
        connection.exec_driver_sql("PRAGMA user_version")
    database.close()


def test_a_database_that_cannot_be_brought_up_to_date_is_not_kept_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise AdvisorError(Problem.DISK_FULL, file="")

    monkeypatch.setattr(database_module, "migrate", fail)
    with pytest.raises(AdvisorError) as caught:
        database_of(tmp_path)
    assert caught.value.problem is Problem.DISK_FULL
    assert is_open_nowhere(tmp_path)


def replace_by_copy(folder: Path) -> None:
    """Put other files with the same contents in the place of the database and its log."""
    for path in tuple(folder.glob(f"{DATABASE_NAME}*")):
        if not path.name.endswith("-shm"):
            shutil.copy(path, f"{path}.copy")
        path.unlink()
    for path in tuple(folder.glob("*.copy")):
        path.rename(path.with_suffix(""))


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of files in use")
def test_another_file_that_was_read_is_not_taken_for_the_one_that_is_written_to(tmp_path: Path) -> None:
    database = database_of(tmp_path)
    store = new_case(database)
    store.commit(CASE_ID, [answer(1)], entry(1))
    replace_by_copy(tmp_path)
    with database.read(), database.read(), database.read():  # more than were open: the last one opens the copy
        pass
    with pytest.raises(AdvisorError) as caught:
        store.commit(CASE_ID, [answer(2)], entry(2))
    assert caught.value.problem is Problem.DATABASE_GONE
    store.commit(CASE_ID, [answer(2)], entry(2))
    database.close()
    database = database_of(tmp_path)
    assert len(CaseStore(database).load(CASE_ID).answers["a1"]) == 2
    database.close()


def spoil(folder: Path) -> None:
    """Let every handle on the database and its log fail, as those of a network drive do that was away."""
    broken = os.open("/proc/self/mem", os.O_RDONLY)
    for handle in tuple(Path("/proc/self/fd").iterdir()):
        try:
            target = handle.readlink()
        except OSError:
            continue
        if target.parent == folder and target.name.split(" ")[0] in (DATABASE_NAME, f"{DATABASE_NAME}-wal"):
            os.dup2(broken, int(handle.name))
    os.close(broken)


LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="handles are spoiled by what only Linux has")


@LINUX
def test_a_drive_that_comes_back_is_opened_anew(tmp_path: Path) -> None:
    database = database_of(tmp_path)
    store = new_case(database)
    store.commit(CASE_ID, [answer(1)], entry(1))
    spoil(tmp_path)
    with pytest.raises(AdvisorError) as caught:
        store.commit(CASE_ID, [answer(2)], entry(2))
    assert caught.value.problem is Problem.DISK_FAILED
    store.commit(CASE_ID, [answer(2)], entry(2))
    assert len(store.load(CASE_ID).answers["a1"]) == 2
    database.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows bounds no file")
def test_what_a_drive_over_its_quota_holds_can_still_be_read(tmp_path: Path) -> None:
    """Nothing could be opened anew there: for that SQLite has to write, too."""
    import resource

    database = database_of(tmp_path)
    store = new_case(database)
    store.commit(CASE_ID, [answer(1)], entry(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(AdvisorError) as caught:
            store.commit(CASE_ID, [answer(2)], entry(2))
        assert caught.value.problem is Problem.DISK_FAILED
        assert len(store.load(CASE_ID).answers["a1"]) == 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.commit(CASE_ID, [answer(2)], entry(2))
    database.close()


@LINUX
def test_a_stick_that_was_put_in_again_is_not_called_damaged(tmp_path: Path) -> None:
    """What Linux says of a device that is gone SQLite takes for a damaged file."""
    database = database_of(tmp_path)
    store = new_case(database)
    store.commit(CASE_ID, [answer(1)], entry(1))
    store.load(CASE_ID)
    replace_by_copy(tmp_path)
    spoil(tmp_path)
    with pytest.raises(AdvisorError) as caught:
        store.load(CASE_ID)
    assert caught.value.problem is Problem.DATABASE_GONE
    store.commit(CASE_ID, [answer(2)], entry(2))
    assert len(store.load(CASE_ID).answers["a1"]) == 2
    database.close()


def test_garbage_that_is_collected_while_the_file_is_let_go_of_holds_nothing_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = database_of(tmp_path)
    reading = database.read()
    reading.__enter__()
    left: list[object] = [reading]
    left.append(left)  # nobody ends it but the collector
    dispose = database._engine.dispose

    def dispose_late() -> None:
        gc.collect()
        dispose()

    monkeypatch.setattr(database._engine, "dispose", dispose_late)
    del reading, left
    closing_it = Thread(target=database.close, daemon=True)
    closing_it.start()
    closing_it.join(30)
    assert not closing_it.is_alive()
    assert is_open_nowhere(tmp_path)
