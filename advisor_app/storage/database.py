"""The SQLite file: how it is opened, and how its errors are told.

WAL with ``synchronous=FULL``: what a commit has acknowledged survives a power cut. Every writing transaction begins
IMMEDIATE, so that it never fails in its middle because somebody else writes; a reading one sees one state throughout.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.migrations import CURRENT_VERSION, migrate

FILE_NAME = "beraterkoffer.sqlite"
WINDOW_WAIT_MS = 50
COMMAND_WAIT_MS = 5000

# By these a database is known as one of this program's, of whatever version.
_OWN_TABLES = frozenset({"case_head", "log"})

_PROBLEMS = {
    sqlite3.SQLITE_BUSY: Problem.DATABASE_LOCKED,
    sqlite3.SQLITE_LOCKED: Problem.DATABASE_LOCKED,
    sqlite3.SQLITE_FULL: Problem.DISK_FULL,
    sqlite3.SQLITE_READONLY: Problem.DATABASE_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: Problem.DATABASE_READ_ONLY,
    sqlite3.SQLITE_IOERR: Problem.DISK_FULL,
    sqlite3.SQLITE_CORRUPT: Problem.DATABASE_DAMAGED,
    sqlite3.SQLITE_NOTADB: Problem.DATABASE_DAMAGED,
}


class Database:
    """One open database file. ``wait_ms`` is how long a statement waits for somebody else's lock."""

    def __init__(self, path: Path, wait_ms: int = COMMAND_WAIT_MS) -> None:
        self.path = path
        self._wait_ms = wait_ms
        self._engine = self._connect()

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded in by the last one."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the file; raises AdvisorError for what a user can mend."""
        with self._told(), self._engine.connect() as connection:
            yield connection.execution_options(reading=True)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is committed at its end or leaves no trace; raises AdvisorError."""
        with self._told(), self._engine.begin() as connection:
            yield connection

    def _connect(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=self._open_connection,
            poolclass=QueuePool,
            pool_size=2,
            pool_reset_on_return=None,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _open_connection(self) -> sqlite3.Connection:
        # mode=rw: a missing file is never made by accident; ``open_database`` makes it on purpose.
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
        connection.execute(f"PRAGMA busy_timeout = {self._wait_ms}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            problem = _problem_of(error.orig if isinstance(error, DatabaseError) else error)
            if problem is None:
                raise
            raise AdvisorError(problem, file=str(self.path)) from error


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    driver: Any = connection.connection.driver_connection  # SQLAlchemy would need ten times as long to run it
    driver.execute("BEGIN" if reading else "BEGIN IMMEDIATE")


def open_database(folder: Path, wait_ms: int = COMMAND_WAIT_MS) -> Database:
    """Open the folder's database, make it where it is missing, and bring its tables up to date.

    Raises AdvisorError for a newer, damaged or unreadable file; the file is then as it was.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            path.touch()
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(folder), reason=error.strerror or "") from error
    version = _version_of(path)
    if version > CURRENT_VERSION:
        raise AdvisorError(Problem.DATABASE_NEWER, file=str(path))
    database = Database(path, wait_ms)
    if version < CURRENT_VERSION:
        if version:
            _keep_copy(database, version)
        with database.write() as connection:
            migrate(connection, str(path))
    return database


def _version_of(path: Path) -> int:
    """The file's version, read without writing a byte to it; another program's database counts as damaged."""
    # While nobody has the file open, not even the files of a write-ahead log may appear beside it.
    immutable = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{immutable}", uri=True)) as connection:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        raise AdvisorError(_problem_of(error) or Problem.DATABASE_DAMAGED, file=str(path)) from error
    if version <= CURRENT_VERSION and not (tables >= _OWN_TABLES if version else not tables):
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(path))
    return version


def _problem_of(error: BaseException | None) -> Problem | None:
    """What an error of SQLite means to a user, None where it is a bug."""
    return _PROBLEMS.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)


def _keep_copy(database: Database, version: int) -> None:
    """A verified copy of the file before its tables change."""
    folder = database.path.parent / "backups"
    folder.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = folder / f"before-version-{version + 1}-{stamp}.sqlite"
    part = copy.with_suffix(".part")
    with closing(sqlite3.connect(database.path)) as source:
        source.execute("VACUUM INTO ?", (str(part),))
    with closing(sqlite3.connect(part)) as check:
        verdict = check.execute("PRAGMA integrity_check").fetchone()[0]
    if verdict != "ok":
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(database.path))
    shutil.move(part, copy)
