"""One connection to an encrypted SQLite file (SQLCipher): the key first, then a read that proves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.regular_file import read_beginning
from advisor_app.storage.migrations import CURRENT_VERSION

# By these a database is known as one of this program's, of whatever version.
_OWN_TABLES = frozenset({"case_head", "log"})

_PROBLEMS = {
    driver.SQLITE_BUSY: Problem.DATABASE_LOCKED,
    driver.SQLITE_LOCKED: Problem.DATABASE_LOCKED,
    driver.SQLITE_FULL: Problem.DISK_FULL,
    driver.SQLITE_READONLY: Problem.DATABASE_READ_ONLY,
    driver.SQLITE_CANTOPEN: Problem.DATABASE_READ_ONLY,
    driver.SQLITE_IOERR: Problem.DISK_FAILED,
    driver.SQLITE_CORRUPT: Problem.DATABASE_DAMAGED,
    driver.SQLITE_NOTADB: Problem.DATABASE_DAMAGED,
}

# Of the encrypted file the first bytes are the key's public salt.
SALT_BYTES = 16
PLAIN_HEADER = b"SQLite format 3\0"


def connect(path: Path, key: str, query: str = "mode=rw") -> Any:
    """Open a file with its raw key (96 hex digits: key, salt); raises the driver's DatabaseError, 26 for another key.

    ``mode=rw``: a missing file is never made by accident.
    """
    connection = connect_unproven(path, key, query)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.Error:
        connection.close()
        raise
    return connection


def connect_unproven(path: Path, key: str, query: str) -> Any:
    """Like ``connect`` without the read that proves the key: for a file of which the list of tables may be damaged."""
    connection = driver.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        use_page_checks(connection)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    except driver.Error:
        connection.close()
        raise
    return connection


def rows_checked(connection: Any, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """All rows of a query; raises the driver's DatabaseError where one of their pages is damaged."""
    rows = list(connection.execute(query, values))
    vouch(connection)
    return rows


def vouch(connection: Any) -> None:
    """Raise the driver's DatabaseError where a damaged page was read on this connection; no transaction may be open.

    SQLCipher gives a page that it cannot vouch for as zeros, and says so with the next page that it reads. Where that
    page was the last one of a query nobody would ever know: so another one is read, of which none is kept in memory.
    """
    connection.execute("PRAGMA shrink_memory")
    connection.execute("PRAGMA user_version").fetchone()


def use_page_checks(connection: Any) -> None:
    """Choose how pages are authenticated, for this connection and files attached to it, before any key is set.

    HMAC-SHA256 reads a file more than twice as fast as SQLCipher's own choice, HMAC-SHA512: processors know it.
    """
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA cipher_default_hmac_algorithm = HMAC_SHA256")


def first_bytes(path: Path) -> bytes:
    """The first 16 bytes of a database file, fewer of one that is not finished, none where there is none.

    Raises AdvisorError: NOT_A_FILE for anything else in its place, FILE_FORBIDDEN.
    """
    try:
        return read_beginning(path, SALT_BYTES)
    except FileNotFoundError:
        return b""


def check_version(connection: Any, path: Path) -> int:
    """The version of a database's tables; raises AdvisorError: DATABASE_NEWER, DATABASE_DAMAGED for a foreign one."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if version > CURRENT_VERSION:
        raise AdvisorError(Problem.DATABASE_NEWER, file=str(path))
    if not (tables >= _OWN_TABLES if version else not tables):
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(path))
    return version


def problem_of(error: BaseException | None) -> Problem | None:
    """What an error of SQLite means to a user, None where it is a bug."""
    return _PROBLEMS.get((getattr(error, "sqlite_errorcode", None) or 0) & 0xFF)
