"""Backups of a profile: a verified copy of the database, its keyslot file and a manifest, in one folder each."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app import __version__
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.connection import connect
from advisor_app.storage.keyslots import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.profile import DATABASE_NAME, Profile
from advisor_app.whole_file import sync_file, sync_folder, write_file

FOLDER_NAME = "backups"
MANIFEST_NAME = "manifest.json"
_STAMP = "%Y-%m-%dT%H-%M-%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One backup: its folder and what its manifest says."""

    folder: Path
    made_at: datetime
    program: str
    version: int
    counts: dict[str, int]
    digest: str
    """SHA-256 of the database file."""


def create_backup(profile: Profile, place: Path | None = None, at: datetime | None = None) -> Backup:
    """Copy the profile as it is now, check the copy, and only then give it its name.

    Raises AdvisorError: BACKUP_FAILED where the copy is not sound or cannot be written; earlier backups are kept.
    """
    made_at = (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    parent = place or profile.folder / FOLDER_NAME
    part = parent / f"{made_at.strftime(_STAMP)}.part"
    target = part.with_suffix("")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        copy = part / DATABASE_NAME
        with closing(connect(profile.database, profile.database_key, "mode=ro")) as live:
            live.execute("VACUUM INTO ?", (str(copy),))
        sync_file(copy)
        version, counts = _checked(copy, profile.database_key)
        shutil.copyfile(profile.folder / KEYSLOTS_NAME, part / KEYSLOTS_NAME)
        sync_file(part / KEYSLOTS_NAME)
        digest = _digest(copy)
        backup = Backup(
            folder=target, made_at=made_at, program=__version__, version=version, counts=counts, digest=digest
        )
        write_file(part / MANIFEST_NAME, _manifest(backup))
        part.replace(target)
        sync_folder(parent)
    except (OSError, driver.DatabaseError) as error:
        shutil.rmtree(part, ignore_errors=True)
        raise AdvisorError(Problem.BACKUP_FAILED, folder=str(parent)) from error
    return backup


def _checked(copy: Path, key: str) -> tuple[int, dict[str, int]]:
    """Version and number of rows by table of a sound copy, read on a connection of its own."""
    with closing(connect(copy, key, "mode=ro")) as connection:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if broken or verdict != "ok":
            raise driver.DatabaseError(verdict)
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        return version, _counts(connection)


def _counts(connection: Any) -> dict[str, int]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    own = [name for name in names if not name.startswith("sqlite_")]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in own}  # noqa: S608  # own tables


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _manifest(backup: Backup) -> bytes:
    table = {
        "made_at": backup.made_at.isoformat(),
        "program": backup.program,
        "version": backup.version,
        "counts": backup.counts,
        "digest": backup.digest,
    }
    return json.dumps(table, indent=1).encode()
