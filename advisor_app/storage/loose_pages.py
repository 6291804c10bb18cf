"""Rows read from the pages of a damaged database one by one, whether or not anything still leads to a page.

A page that is lost takes with it the way to all below it, a table's first page the way to the whole table. The rows
themselves stand in other pages. So a file of our own is put together, in which every page of the damaged one is a table
of its own; SQLite reads it, and SQLCipher vouches for each page as ever. Which table a row comes from is told by its
form. Nothing is decrypted on the disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from sqlcipher3 import dbapi2 as driver

from advisor_app.storage.connection import connect, connect_unproven, rows_checked
from advisor_app.storage.records import RECORD_KINDS
from advisor_app.storage.tables import (
    ANSWER,
    ASSESSMENT,
    BOOKING,
    CASE,
    COMMUNE,
    DEFINITION,
    ERASURE,
    LOG,
    PERSON,
    RECORD,
    STATEMENT,
    TARGET,
)

PAGE_BYTES = 4096
_BLOCK, _MAC = 16, 32  # of AES and of HMAC-SHA256: a page ends with the one block that it was begun with, and its sum
_KEY_BYTES = 32
_LEAF_OF_TABLE = 13  # the first byte of a page with rows
_MOST_COLUMNS = 17  # one more than the widest table has
_FAILED = "HMAC verification failed for page "


class LooseRow(NamedTuple):
    """A row with its number, and the table that it has the form of."""

    table: str
    number: int
    values: tuple[Any, ...]


class LoosePages:
    """The pages of a damaged database in an encrypted file of our own; raises OSError, the driver's DatabaseError."""

    def __init__(self, database: Path, key: str, folder: Path) -> None:
        """``folder`` is made for the time being and removed by ``close``; the database is only read."""
        self._folder = folder
        self._file = folder / "pages"
        self._key = key
        folder.mkdir(mode=0o700)
        try:
            folded = self._fold(database)
            self._pages = -(-folded.stat().st_size // PAGE_BYTES)
            self.damaged = _damaged_in(folded, key)
            """Numbers of the pages that were not written as they are."""
            self._gather(folded)
            self._connection = self._open()
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def close(self) -> None:
        """Remove what was put together."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def rows(self) -> Iterator[LooseRow]:
        """Every row that can be read and has the form of a table's."""
        for page in self._leaves():
            for number, *values in self._rows_in(page):
                table = table_of(values)
                if table is not None:
                    yield LooseRow(table, number, (number, *values[1:]) if table == "log" else tuple(values))

    def _leaves(self) -> Iterator[int]:
        """The whole pages that hold rows."""
        key = AES(bytes.fromhex(self._key)[:_KEY_BYTES])
        with self._file.open("rb") as stream:
            for page in range(2, self._pages + 1):
                stream.seek((page - 1) * PAGE_BYTES)
                content = stream.read(PAGE_BYTES)
                start = PAGE_BYTES - _MAC - _BLOCK
                decryptor = Cipher(key, CBC(content[start : start + _BLOCK])).decryptor()
                if page not in self.damaged and decryptor.update(content[:_BLOCK])[0] == _LEAF_OF_TABLE:
                    yield page

    def _rows_in(self, page: int) -> list[tuple[Any, ...]]:
        rows = self._asked(f"SELECT rowid, * FROM page_{page:d}")  # noqa: S608  # a number
        if rows is not None:
            return rows
        # A row goes on in a page that is lost: one by one.
        numbers = self._asked(f"SELECT rowid FROM page_{page:d}") or []  # noqa: S608 — a page's number
        single = f"SELECT rowid, * FROM page_{page:d} WHERE rowid = ?"  # noqa: S608 — a page's number
        return [row for (number,) in numbers for row in self._asked(single, number) or []]

    def _asked(self, query: str, *values: int) -> list[tuple[Any, ...]] | None:
        try:
            return rows_checked(self._connection, query, *values)
        except driver.DatabaseError:
            self._connection.close()
            self._connection = self._open()
            return None

    def _open(self) -> Any:
        return connect(self._file, self._key, "mode=ro&immutable=1")

    def _fold(self, database: Path) -> Path:
        """A copy of the damaged file with its log folded in."""
        folded = self._folder / database.name
        _copy_readable(database, folded)
        log = database.with_name(f"{database.name}-wal")
        if log.exists() and log.stat().st_size:
            shutil.copyfile(log, folded.with_name(f"{folded.name}-wal"))
            try:
                connection = connect(folded, self._key)
            except driver.DatabaseError:
                # The list of tables is lost. Any other one lets SQLite look into the log, in which it may stand whole.
                self._make_frame(self._file, 1)
                with self._file.open("rb") as source, folded.open("r+b") as target:
                    target.write(source.read(PAGE_BYTES))
                connection = connect(folded, self._key)
            with closing(connection):
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return folded

    def _gather(self, folded: Path) -> None:
        """Put the pages into a file of which each is a table."""
        self._make_frame(self._file, self._pages)
        with folded.open("rb") as source, self._file.open("r+b") as target:
            source.seek(PAGE_BYTES)
            target.seek(PAGE_BYTES)
            shutil.copyfileobj(source, target)
        folded.unlink()

    def _make_frame(self, file: Path, pages: int) -> None:
        """A database whose list of tables names each of so many pages; the list itself stands behind them."""
        file.unlink(missing_ok=True)
        file.touch(mode=0o600)
        columns = ", ".join(f"c{number}" for number in range(_MOST_COLUMNS))
        tables = (
            (f"page_{page}", f"page_{page}", page, f"CREATE TABLE page_{page} ({columns})")
            for page in range(2, pages + 1)
        )
        with closing(connect(file, self._key)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN")
            connection.execute("CREATE TABLE room (bytes)")
            connection.execute("INSERT INTO room VALUES (zeroblob(?))", (pages * PAGE_BYTES,))
            connection.execute("PRAGMA writable_schema = ON")
            connection.executemany("INSERT INTO sqlite_master VALUES ('table', ?, ?, ?, ?)", tables)
            connection.execute("COMMIT")


def _damaged_in(file: Path, key: str) -> frozenset[int]:
    with closing(connect_unproven(file, key, "mode=ro&immutable=1")) as connection:
        words = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    return frozenset(int(word.removeprefix(_FAILED)) for word in words if word.startswith(_FAILED))


def _copy_readable(source: Path, target: Path) -> None:
    """Copy a file page by page; one that the drive does not give any more is left out as zeros."""
    pages = -(-source.stat().st_size // PAGE_BYTES)
    with source.open("rb", buffering=0) as reading, target.open("wb") as writing:
        for page in range(pages):
            reading.seek(page * PAGE_BYTES)
            try:
                content = reading.read(PAGE_BYTES)
            except OSError:
                content = b""
            writing.write((content or b"").ljust(PAGE_BYTES, b"\0"))


def table_of(values: list[Any]) -> str | None:
    """The table whose rows have this form, columns that are not there being None; None for no table of ours."""
    if values[0] is None:  # the number of the row itself
        return LOG.name if _are_texts(values[1:5]) and _is_instant(values[9]) else None
    if not isinstance(values[0], str) or values[0] in _OF_SQLITE:
        return None
    last = max(number for number, value in enumerate(values) if value is not None)
    form = _FORMS.get(last)
    return None if form is None else form(values)


_OF_SQLITE = frozenset({"table", "index"})  # what lines of the list of tables begin with


def _are_texts(values: list[Any]) -> bool:
    return all(isinstance(value, (str, type(None))) for value in values)


def _is_instant(value: Any) -> bool:
    try:
        return datetime.fromisoformat(value).tzinfo is not None
    except (TypeError, ValueError):
        return False


def _four(values: list[Any]) -> str | None:
    if isinstance(values[3], int):
        return TARGET.name
    return RECORD.name if values[1] in RECORD_KINDS else DEFINITION.name


def _five(values: list[Any]) -> str | None:
    return PERSON.name if all(isinstance(value, str) for value in values[:5]) else None


def _eight(values: list[Any]) -> str | None:
    return ERASURE.name if _is_instant(values[1]) else STATEMENT.name


def _twelve(values: list[Any]) -> str | None:
    return CASE.name if isinstance(values[11], int) else ANSWER.name


# By the number of the last column that holds anything.
_FORMS: Mapping[int, Any] = {
    2: lambda _: COMMUNE.name,
    3: _four,
    4: _five,
    7: _eight,
    8: lambda _: ASSESSMENT.name,
    9: lambda _: STATEMENT.name,
    10: lambda _: ANSWER.name,
    11: _twelve,
    15: lambda _: BOOKING.name,
}
