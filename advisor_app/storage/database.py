"""The SQLite file: how it is opened, and how its errors are told.

WAL with ``synchronous=FULL``: what a commit has acknowledged survives a power cut. Every writing transaction begins
IMMEDIATE, so that it never fails in its middle because somebody else writes; a reading one sees one state throughout.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import Pool, QueuePool
from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import PLAIN_HEADER, check_version, connect, first_bytes, problem_of, vouch
from advisor_app.storage.migrations import CURRENT_VERSION, migrate
from advisor_app.storage.profile import Profile
from advisor_app.storage.read_only import is_read_only, query_to_read

WINDOW_WAIT_MS = 50
COMMAND_WAIT_MS = 5000
PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
"""What every connection is set to: what it acknowledges is on the disk."""


_OF_THE_DRIVE = frozenset({Problem.DATABASE_READ_ONLY, Problem.DISK_FAILED, Problem.DATABASE_DAMAGED})
"""What SQLite says of a drive that was taken away."""


class Database:
    """One open database file. ``wait_ms`` is how long a statement waits for somebody else's lock."""

    def __init__(self, path: Path, key: str, wait_ms: int = COMMAND_WAIT_MS, read_query: str = "") -> None:
        """``read_query`` is how a file that takes no changes is opened; empty for one that does."""
        self.path = path
        self.is_damaged = False
        self._name = str(path)
        self._key = key
        self._wait_ms = wait_ms
        self._read_query = read_query
        self._identity: tuple[int, int] | None = None  # of the file that is worked with, since it was first opened
        self._is_released = False
        self._writers: list[Connection] = []
        self._giving_back = RLock()  # garbage that is collected meanwhile may give one back, too
        self._engine = self._connect()

    def close(self) -> None:
        """Close all connections for good; the write-ahead log is folded in by the last one."""
        self._is_released = True  # else whoever comes too late would open the file anew
        self._close_connections()

    @contextmanager
    def released(self) -> Iterator[None]:
        """Let go of the file for a while; reading and writing then raise AdvisorError(DATABASE_LOCKED)."""
        self._is_released = True
        self._close_connections()
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
        with self._told():
            pool, connection = self._engine.pool, self._engine.connect()
            try:
                try:
                    yield connection
                finally:  # whatever was made of what a damaged page did not say
                    connection.rollback()
                    vouch(connection.connection.driver_connection)
            finally:
                self._give_back(connection, pool)

    @property
    def is_read_only(self) -> bool:
        """Whether the file was opened for reading only."""
        return bool(self._read_query)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is committed at its end or leaves no trace; raises AdvisorError.

        Nothing more is written to a file in which a damaged page was found, nor to one that is no longer in its place.
        """
        if self.is_read_only:
            raise AdvisorError(Problem.DATABASE_READ_ONLY, file=str(self.path))
        if self.is_damaged:
            raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(self.path))
        with self._told():
            pool, connection = self._engine.pool, self._take_writer()
            raw: Any = connection.connection.driver_connection
            identity = self._identity
            try:
                raw.execute("BEGIN IMMEDIATE")
                self._check_in_place(identity)
                yield connection
                raw.commit()
            finally:
                _leave_no_transaction(connection)
                self._give_back(connection, pool, writes=True)
            self._check_in_place(identity)

    def check_writable(self) -> None:
        """Raise AdvisorError where a change could not be written now; waits for a lock, so not on the GUI thread."""
        with self.write():
            pass

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

    def _take_writer(self) -> Connection:
        """A connection to write with, kept open between two changes.

        To take one from the pool, and to have SQLAlchemy begin and commit, costs more than all else that a change
        does, but for the disk.
        """
        try:
            return self._writers.pop()
        except IndexError:  # the first one, or another thread is writing
            return self._engine.connect()

    def _give_back(self, connection: Connection, pool: Pool, *, writes: bool = False) -> None:
        """Keep a connection for the next who needs one; close it where the file was let go of meanwhile.

        The pool that it came from would go on to hold the file open until garbage is collected.
        """
        with self._giving_back:
            if self._is_released or pool is not self._engine.pool:
                connection.detach()
            elif writes:
                self._writers.append(connection)
                return
            connection.close()

    def _close_connections(self) -> None:
        """Close what nobody works with; the others are closed when they are given back."""
        with self._giving_back:
            while self._writers:
                self._writers.pop().close()
            self._engine.dispose()

    def _open_connection(self) -> Any:
        connection = connect(self.path, self._key, self._read_query or "mode=rw")
        connection.execute(f"PRAGMA busy_timeout = {self._wait_ms}")
        for pragma in () if self.is_read_only else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if self._identity is None:  # else another file would pass for the one that others have open
            self._identity = _identity_of(self._name)
        return connection

    def _check_in_place(self, identity: tuple[int, int] | None) -> None:
        """Raise AdvisorError(DATABASE_GONE) where another file or none is in the place of the one that is open.

        A system lets one write into a file that was taken away, and everything would be lost without a word.
        """
        if identity is None or _identity_of(self._name) != identity:
            self._forget_file()
            raise AdvisorError(Problem.DATABASE_GONE, folder=str(self.path.parent))

    def _is_gone(self) -> bool:
        """Whether there is no file any more, or another one than was opened."""
        present = _identity_of(self._name)
        return present is None or self._identity not in (None, present)

    def _forget_file(self) -> None:
        """Open anew whatever is there next."""
        self._close_connections()
        self._identity = None

    def _still_reads(self) -> bool:
        """Whether what is open is good for anything: not what was opened before a drive was away, once that is back.

        On a drive over its quota it is, and nothing could be opened anew.
        """
        pool = self._engine.pool
        try:
            writer = self._writers.pop()
        except IndexError:
            return False
        try:
            vouch(writer.connection.driver_connection)
        except driver.DatabaseError:
            return False
        else:
            return True
        finally:
            self._give_back(writer, pool, writes=True)

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
            if problem in _OF_THE_DRIVE and self._is_gone():
                self._forget_file()
                raise AdvisorError(Problem.DATABASE_GONE, folder=str(self.path.parent)) from error
            if problem is Problem.DISK_FAILED and not self._still_reads():
                self._close_connections()
            self.is_damaged = self.is_damaged or problem is Problem.DATABASE_DAMAGED
            raise AdvisorError(problem, file=str(self.path)) from error


def _identity_of(path: str) -> tuple[int, int] | None:
    """By what one file is told from another in the same place."""
    try:
        status = os.stat(path)  # noqa: PTH116  # with every change, and in a third of a Path's time
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _begin(connection: Connection) -> None:
    raw: Any = connection.connection.driver_connection  # SQLAlchemy would need ten times as long to run it
    if not raw.in_transaction:  # a writing transaction is begun before SQLAlchemy hears of it
        raw.execute("BEGIN")


def _leave_no_transaction(connection: Connection) -> None:
    """Roll back what was not committed, or a commit that failed has left open: it would go on to hold the lock."""
    raw: Any = connection.connection.driver_connection
    if raw.in_transaction:
        raw.rollback()
    if connection.in_transaction():  # what SQLAlchemy keeps of a transaction that is over
        connection.rollback()


def open_database(profile: Profile, wait_ms: int = COMMAND_WAIT_MS) -> Database:
    """Open the profile's database, make it where it is not there yet, and bring its tables up to date.

    Where the file or its folder takes no changes it is opened for reading only. Raises AdvisorError for a newer,
    damaged or unreadable file, READ_ONLY_OLDER and READ_ONLY_LOG for one that would have to be written to; the file is
    then as it was.
    """
    path = profile.database
    if is_read_only(path):
        return _open_to_read(profile, wait_ms)
    if first_bytes(path) == PLAIN_HEADER:
        from advisor_app.storage.plain_profile import encrypt

        encrypt(profile)
    if not path.exists():
        try:
            path.touch()
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(path), reason=error.strerror or "") from error
    version = version_of(path, profile.database_key)
    with ExitStack() as undone:
        database = Database(path, profile.database_key, wait_ms)
        undone.callback(database.close)
        if version < CURRENT_VERSION:
            if version:
                from advisor_app.storage.backups import create_backup

                create_backup(profile)
            with database.write() as connection:
                migrate(connection, str(path))
        if profile.keyslots.fresh:
            profile.finish()
        undone.pop_all()
    return database


def _open_to_read(profile: Profile, wait_ms: int) -> Database:
    path, query = profile.database, query_to_read(profile.database)
    if first_bytes(path) == PLAIN_HEADER or version_of(path, profile.database_key, query) < CURRENT_VERSION:
        raise AdvisorError(Problem.READ_ONLY_OLDER, file=str(path))
    return Database(path, profile.database_key, wait_ms, query)


def version_of(path: Path, key: str, query: str = "") -> int:
    """The file's version, read without writing a byte to it; another program's database counts as damaged."""
    # While nobody has the file open, not even the files of a write-ahead log may appear beside it.
    immutable = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    try:
        with closing(connect(path, key, query or f"mode=ro{immutable}")) as connection:
            return check_version(connection, path)
    except driver.DatabaseError as error:
        raise AdvisorError(problem_of(error) or Problem.DATABASE_DAMAGED, file=str(path)) from error
