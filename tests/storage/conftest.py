"""What tests of the storage share: a database in a fresh folder and an opened case in it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from advisor_app.domain.changes import HeadSet
from advisor_app.services.session import Author, CaseSession
from advisor_app.storage.cases import CaseStore
from advisor_app.storage.database import Database
from advisor_app.storage.log import Entry
from tests.example_case import example_case
from tests.profiles import database_of

CASE_ID = "case-1"
OpenSession = Callable[[], CaseSession]


class Ticking:
    """A clock that goes on by a second at every look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 9, 14, 7, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = database_of(tmp_path)
    yield opened
    opened.close()


def new_case(database: Database) -> CaseStore:
    """Return a store with one case that has just been opened."""
    store = CaseStore(database)
    head = HeadSet(None, example_case().head)
    at = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
    store.commit(CASE_ID, [head], Entry(batch="batch-0", author="Kim Berger", device="laptop", at=at))
    return store


def session_of(store: CaseStore, clock: Ticking) -> CaseSession:
    """Open the case as a program does that has just been started."""
    return CaseSession(store, store.load(CASE_ID), Author(name="Kim Berger", device="laptop"), clock)


@pytest.fixture
def store(database: Database) -> CaseStore:
    return new_case(database)


@pytest.fixture
def open_session(store: CaseStore) -> OpenSession:
    clock = Ticking()
    return lambda: session_of(store, clock)


@contextmanager
def fresh_case() -> Iterator[tuple[Database, OpenSession]]:
    """Return a database with one case, for one example of a property."""
    with TemporaryDirectory() as folder:
        database = database_of(Path(folder))
        store, clock = new_case(database), Ticking()
        yield database, lambda: session_of(store, clock)
        database.close()
