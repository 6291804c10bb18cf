"""A copy of a database that others go on writing to, checked page by page.

The quick way: once the write-ahead log is folded in, a reader holds the file still (no checkpoint may write to it while
somebody reads it alone), writers go on in the log, and the file is copied as it is. Where the log cannot be folded in,
because somebody reads an older state, ``VACUUM INTO`` builds the copy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.backup import Piece
from advisor_app.domain.errors import AdvisorError
from advisor_app.storage.backup_manifest import piece_of
from advisor_app.storage.connection import SALT_BYTES, connect, first_bytes
from advisor_app.whole_file import sync_file

Report = Callable[[float], None]
"""Takes what is done from 0 to 1; may raise AdvisorError(CANCELLED)."""

_GATE_MS = 500
_LOOK_SECONDS = 0.1
_STEPS_BETWEEN_LOOKS = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseCopy:
    """A finished copy. ``state`` is how the files that were copied looked, see ``is_unchanged``."""

    piece: Piece
    version: int
    counts: dict[str, int]
    state: str


def copy_database(path: Path, key: str, copy: Path, report: Report) -> DatabaseCopy:
    """A copy on the disk of which every page is authentic.

    Raises OSError and the driver's DatabaseError; AdvisorError that ``report`` raises.
    """
    before = state_of(path)
    with _still(path, key) as still:
        copied = still is not None and _copy_file(path, copy, report)
    if not copied:
        _build(path, key, copy, report)
    report(0.4)
    with ThreadPoolExecutor(1) as beside:
        settled = beside.submit(_settle, copy, key)
        check_pages(copy, key)
        piece, version, counts = settled.result()
    return DatabaseCopy(piece=piece, version=version, counts=counts, state=still if copied and still else before)


def state_of(path: Path) -> str:
    """How a database file and its log look; what is written to them changes it."""
    looks = []
    for name in (path.name, f"{path.name}-wal"):
        try:
            status = path.with_name(name).stat()
        except OSError:
            continue
        if status.st_size:
            looks.append(f"{status.st_size}-{status.st_mtime_ns}")
    return " ".join(looks)


def is_unchanged(path: Path, state: str) -> bool:
    """Whether nothing was written since the files looked so; a log that was folded in before may be gone."""
    return set(state_of(path).split()) <= set(state.split())


def check_pages(file: Path, key: str) -> None:
    """Raise the driver's DatabaseError for a file with a page that was not written with the key as it is.

    Only for files that nobody writes to, and on a connection of its own: else there are false alarms.
    """
    if first_bytes(file) != bytes.fromhex(key)[-SALT_BYTES:]:
        raise driver.DatabaseError("the file has another key")
    with closing(connect(file, key, "mode=ro&immutable=1")) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise driver.DatabaseError("a page is damaged")


def read_version(file: Path, key: str) -> tuple[int, dict[str, int]]:
    """Version and rows by table of a file that nobody writes to; raises the driver's DatabaseError."""
    with closing(connect(file, key, "mode=ro&immutable=1")) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0]), counts_of(connection)


def check_structure(file: Path, key: str) -> None:
    """Raise the driver's DatabaseError for a file whose tables and indexes do not fit together."""
    with closing(connect(file, key, "mode=ro&immutable=1")) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise driver.DatabaseError(verdict)


def is_sound(file: Path, key: str) -> bool:
    """Whether every page, table and index of a database that is in use or not can be read and fit together."""
    try:
        with closing(_connect(file, key)) as connection:
            return bool(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
    except driver.DatabaseError:
        return False


def read_counts(file: Path, key: str) -> dict[str, int]:
    """The rows by table of a database that is in use or not; raises the driver's DatabaseError."""
    with closing(_connect(file, key)) as connection:
        return counts_of(connection)


def holds_anything(file: Path, key: str) -> bool:
    """Whether anything was ever entered in a database; one that cannot be read may hold anything."""
    try:
        with closing(_connect(file, key)) as connection:
            return connection.execute("SELECT 1 FROM log LIMIT 1").fetchone() is not None
    except driver.DatabaseError:
        return True


def counts_of(connection: Any) -> dict[str, int]:
    """The number of rows of each table."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    own = [name for name in names if not name.startswith("sqlite_")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in own}  # noqa: S608  # own tables


@contextmanager
def _still(path: Path, key: str) -> Iterator[str | None]:
    """Hold the database file as it is, with everything committed in it: its state, None where that is not possible."""
    with closing(_connect(path, key)) as reader, closing(_connect(path, key)) as gate:
        yield _state_held(path, reader, gate)


def _state_held(path: Path, reader: Any, gate: Any) -> str | None:
    try:
        if reader.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            return None
        reader.execute("PRAGMA wal_checkpoint(PASSIVE)")  # most of it before anybody has to wait
        gate.execute(f"PRAGMA busy_timeout = {_GATE_MS:d}")
        gate.execute("BEGIN IMMEDIATE")
        try:
            busy, logged, folded = reader.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            reader.execute("BEGIN")
            # With the whole log folded in, this reads the file alone: until it ends no checkpoint touches the file.
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
            state = state_of(path)
        finally:
            gate.execute("ROLLBACK")
    except driver.OperationalError:  # locked, or nothing can be written beside the file
        return None
    return None if busy or logged != folded else state


def _copy_file(path: Path, copy: Path, report: Report) -> bool:
    """Copy the file's bytes; whether that was possible.

    Outside Windows a program of its own does it: where this process closes a file that SQLite has open, the system
    drops SQLite's locks on it.
    """
    if os.name == "nt":
        shutil.copyfile(path, copy)
        return True
    program = shutil.which("cp")
    if program is None:
        return False
    process = subprocess.Popen([program, "--", str(path), str(copy)], stderr=subprocess.DEVNULL)
    with ThreadPoolExecutor(1) as beside:
        try:
            ended = beside.submit(process.wait)  # waiting with a time limit would look only now and then
            while not wait([ended], _LOOK_SECONDS).done:
                report(0.2)
        finally:
            process.kill()
        if ended.result():
            raise OSError(f"{copy.name} could not be written")
    return True


def _build(path: Path, key: str, copy: Path, report: Report) -> None:
    copy.unlink(missing_ok=True)
    with closing(_connect(path, key)) as connection:
        connection.set_progress_handler(lambda: _is_stopped(report), _STEPS_BETWEEN_LOOKS)
        try:
            connection.execute("VACUUM INTO ?", (str(copy),))
        except driver.OperationalError:
            report(0.2)  # raises where this was asked for
            raise


def _connect(path: Path, key: str) -> Any:
    """A connection of its own; where nothing can be written beside the file, one that does not try."""
    try:
        return connect(path, key)
    except driver.OperationalError:
        return connect(path, key, "mode=ro&immutable=1")


def _is_stopped(report: Report) -> bool:
    try:
        report(0.2)
    except AdvisorError:
        return True
    return False


def _settle(copy: Path, key: str) -> tuple[Piece, int, dict[str, int]]:
    sync_file(copy)
    version, counts = read_version(copy, key)
    return piece_of(copy), version, counts
