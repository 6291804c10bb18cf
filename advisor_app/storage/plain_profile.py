"""Profiles of early builds, whose database was not encrypted: turned into an encrypted one, once."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import check_version, connect, problem_of, use_page_checks
from advisor_app.whole_file import sync_file, sync_folder

if TYPE_CHECKING:
    from advisor_app.storage.profile import Profile


def check_plain(path: Path) -> None:
    """Look at a plain database without writing a byte; raises AdvisorError: DATABASE_NEWER, DATABASE_DAMAGED."""
    wal = path.with_name(f"{path.name}-wal").exists()
    try:
        query = "mode=ro" if wal else "mode=ro&immutable=1"
        with closing(driver.connect(f"{path.absolute().as_uri()}?{query}", uri=True)) as plain:
            check_version(plain, path)
    except driver.DatabaseError as error:
        raise AdvisorError(problem_of(error) or Problem.DATABASE_DAMAGED, file=str(path)) from error


def encrypt(profile: Profile) -> None:
    """Replace the plain database by an encrypted copy that was compared with it row by row.

    Raises AdvisorError: DATABASE_NEWER, DATABASE_DAMAGED, DATABASE_LOCKED, DISK_FULL; the plain one is then as it was.
    """
    path, key = profile.database, profile.database_key
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(driver.connect(path, isolation_level=None)) as plain:
            use_page_checks(plain)
            version = check_version(plain, path)
            plain.execute("PRAGMA journal_mode = DELETE")  # folds the write-ahead log in and removes it
            plain.execute(f"ATTACH DATABASE ? AS encrypted KEY \"x'{key}'\"", (str(part),))
            plain.execute("SELECT sqlcipher_export('encrypted')")
            plain.execute(f"PRAGMA encrypted.user_version = {version:d}")
            plain.execute("DETACH DATABASE encrypted")
            _compare(plain, part, key)
    except driver.DatabaseError as error:
        part.unlink(missing_ok=True)
        raise AdvisorError(problem_of(error) or Problem.DATABASE_DAMAGED, file=str(path)) from error
    sync_file(part)
    part.replace(path)
    sync_folder(path.parent)


def _compare(plain: Any, part: Path, key: str) -> None:
    """Check that the encrypted copy is sound and holds the same rows in the same order."""
    with closing(connect(part, key, "mode=ro")) as encrypted:
        verdict = encrypted.execute("PRAGMA integrity_check").fetchone()[0]
        tables = [row[0] for row in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        same = all(
            _rows(plain, table) == _rows(encrypted, table) for table in tables if not table.startswith("sqlite_")
        )
        if verdict != "ok" or not same:
            raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(part))


def _rows(connection: Any, table: str) -> list[Any]:
    rows: list[Any] = connection.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2').fetchall()  # noqa: S608  # own tables
    return rows
