"""One connection to an encrypted SQLite file (SQLCipher): the key first, then a read that proves it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

# Of the encrypted file the first bytes are the key's public salt.
SALT_BYTES = 16
PLAIN_HEADER = b"SQLite format 3\0"


def connect(path: Path, key: str, query: str = "mode=rw") -> Any:
    """Open a file with its raw key (96 hex digits: key, salt); raises the driver's DatabaseError, 26 for another key.

    ``mode=rw``: a missing file is never made by accident.
    """
    connection = driver.connect(
        f"{path.absolute().as_uri()}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.Error:
        connection.close()
        raise
    return connection


def first_bytes(path: Path) -> bytes:
    """The first 16 bytes of a database file, fewer of one that is not finished, none where there is none."""
    try:
        with path.open("rb") as stream:
            return stream.read(SALT_BYTES)
    except FileNotFoundError:
        return b""
