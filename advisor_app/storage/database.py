"""The SQLite file: how it is opened, and how its errors are told.

WAL with ``synchronous=FULL``: what a commit has acknowledged survives a power cut. Every writing transaction begins
IMMEDIATE, so that it never fails in its middle because somebody else writes; a reading one sees one state throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import PLAIN_HEADER, check_version, connect, first_bytes, problem_of
from advisor_app.storage.migrations import CURRENT_VERSION, migrate
from advisor_app.storage.profile import Profile

WINDOW_WAIT_MS = 50
COMMAND_WAIT_MS = 5000
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
"""What every connection is set to: what it acknowledges is on the disk."""


class Database:
    """One open database file. ``wait_ms`` is how long a statement waits for somebody else's lock."""

    def __init__(self, path: Path, key: str, wait_ms: int = COMMAND_WAIT_MS) -> None:
        self.path = path
        self._key = key
        self._wait_ms = wait_ms
        self._is_released = False
        self._engine = self._connect()

    def close(self) -> None:
        """Close all connections; the write-ahead log is folded in by the last one."""
        self._engine.dispose()

    @contextmanager
    def released(self) -> Iterator[None]:
        """Let go of the file for a while; reading and writing then raise AdvisorError(DATABASE_LOCKED)."""
        self._is_released = True
        self._engine.dispose()
        try:
            yield
        finally:
            self._is_released = False

    def use_key(self, key: str) -> None:
        """Open the file with another key from now on; only while it is released."""
        self._key = key

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

    def compact(self) -> None:
        """Write the file anew without what was deleted, and empty the write-ahead log.

        Raises AdvisorError: DATABASE_LOCKED while somebody else reads, DISK_FULL; the data are then as they were.
        """
        with self._told(), closing(self._open_connection()) as connection:
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("VACUUM")
            busy, _frames, _written = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if busy:
                raise AdvisorError(Problem.DATABASE_LOCKED, file=str(self.path))

    def _connect(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            module=driver,
            creator=self._open_connection,
            poolclass=QueuePool,
            pool_size=2,
            pool_reset_on_return=None,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _open_connection(self) -> Any:
        connection = connect(self.path, self._key)
        connection.execute(f"PRAGMA busy_timeout = {self._wait_ms}")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        if self._is_released:
            raise AdvisorError(Problem.DATABASE_LOCKED, file=str(self.path))
        try:
            yield
        except (DatabaseError, driver.DatabaseError) as error:
            problem = problem_of(error.orig if isinstance(error, DatabaseError) else error)
            if problem is None:
                raise
            raise AdvisorError(problem, file=str(self.path)) from error


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    raw: Any = connection.connection.driver_connection  # SQLAlchemy would need ten times as long to run it
    raw.execute("BEGIN" if reading else "BEGIN IMMEDIATE")


def open_database(profile: Profile, wait_ms: int = COMMAND_WAIT_MS) -> Database:
    """Open the profile's database, make it where it is not there yet, and bring its tables up to date.

    Raises AdvisorError for a newer, damaged or unreadable file; the file is then as it was.
    """
    path = profile.database
    if first_bytes(path) == PLAIN_HEADER:
        from advisor_app.storage.plain_profile import encrypt

        encrypt(profile)
    if not path.exists():
        try:
            path.touch()
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path), reason=error.strerror or "") from error
    version = version_of(path, profile.database_key)
    database = Database(path, profile.database_key, wait_ms)
    if version < CURRENT_VERSION:
        if version:
            from advisor_app.storage.backups import create_backup

            create_backup(profile)
        with database.write() as connection:
            migrate(connection, str(path))
    if profile.keyslots.fresh:
        profile.finish()
    return database


def version_of(path: Path, key: str) -> int:
    """The file's version, read without writing a byte to it; another program's database counts as damaged."""
    # While nobody has the file open, not even the files of a write-ahead log may appear beside it.
    immutable = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    try:
        with closing(connect(path, key, f"mode=ro{immutable}")) as connection:
            return check_version(connection, path)
    except driver.DatabaseError as error:
        raise AdvisorError(problem_of(error) or Problem.DATABASE_DAMAGED, file=str(path)) from error
