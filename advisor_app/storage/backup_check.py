"""Looking into a backup: whether it is what it was when it was made, which key opens it, and which cases it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.backup import Backup, BackupCase, BackupContents, Piece
from advisor_app.domain.case import CaseCommune
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.sealing import derive
from advisor_app.storage.backup_evidence import path_in
from advisor_app.storage.backup_manifest import piece_of, read_evidence
from advisor_app.storage.backups import unreported
from advisor_app.storage.connection import connect
from advisor_app.storage.database_copy import Report, check_pages, check_structure, read_version
from advisor_app.storage.device_keys import DeviceKeyring, SystemKeyring, read_key_file
from advisor_app.storage.json_records import from_json
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.keyslots import Secret
from advisor_app.storage.log import read_instant
from advisor_app.storage.migrations import CURRENT_VERSION
from advisor_app.storage.profile import DATABASE_NAME, Profile

_CASES = """SELECT head.communes, head.opened_on,
    (SELECT max(at) FROM log WHERE stream = 'case:' || head.id),
    (SELECT count(*) FROM answer WHERE case_id = head.id)
    FROM case_head AS head ORDER BY head.opened_on DESC, head.id"""


def key_of(
    backup: Backup,
    profile: Profile | None = None,
    secret: Secret | None = None,
    keyring: DeviceKeyring | None = None,
    key_file_in: Path | None = None,
) -> str | None:
    """The raw key of a backup's database, from the open profile, a secret or this device; None where none opens it.

    Raises AdvisorError: KEY_WRONG and KEY_UNKNOWN for a secret that is needed and does not fit, KEYSLOTS_….
    """
    keyslots = read_keyslots(backup.folder / KEYSLOTS_NAME)
    candidates = _data_keys(backup, profile, secret, keyring or SystemKeyring(), key_file_in)
    for data_key in candidates:
        key = derive(data_key, "database").hex() + keyslots.salt.hex()
        try:
            connect(backup.folder / DATABASE_NAME, key, "mode=ro&immutable=1").close()
        except driver.DatabaseError:
            continue
        return key
    return None


def check_backup(backup: Backup, key: str | None, report: Report = unreported) -> None:
    """Compare everything in a backup with its manifest and, with its key, look at every page, table and index.

    Raises AdvisorError: BACKUP_DAMAGED, BACKUP_NEWER, BACKUP_EVIDENCE_MISSING; CANCELLED by ``report``.
    """
    check_pieces(backup, report)
    if key is not None:
        database = backup.folder / DATABASE_NAME
        try:
            check_pages(database, key)
            check_structure(database, key)
            if read_version(database, key) != (backup.version, dict(backup.counts)):
                raise AdvisorError(Problem.BACKUP_DAMAGED, folder=str(backup.folder))
        except (OSError, driver.DatabaseError) as error:
            raise AdvisorError(Problem.BACKUP_DAMAGED, folder=str(backup.folder)) from error
    missing = missing_evidence(backup, report, thorough=True)
    if missing:
        raise AdvisorError(Problem.BACKUP_EVIDENCE_MISSING, folder=str(backup.folder), count=missing)


def structure_problem(backup: Backup, key: str) -> bool:
    """Whether tables and indexes of a backup do not fit together."""
    try:
        check_structure(backup.folder / DATABASE_NAME, key)
    except driver.DatabaseError:
        return True
    return False


def check_pieces(backup: Backup, report: Report = unreported) -> None:
    """Compare each file of a backup's folder with its manifest; raises like ``check_backup``."""
    if backup.version > CURRENT_VERSION:
        raise AdvisorError(Problem.BACKUP_NEWER, folder=str(backup.folder))
    for number, (name, piece) in enumerate(backup.pieces.items()):
        report(0.5 * number / len(backup.pieces))
        if not _is_sound(backup.folder / name, piece):
            raise AdvisorError(Problem.BACKUP_DAMAGED, folder=str(backup.folder))


def missing_evidence(backup: Backup, report: Report = unreported, *, thorough: bool = False) -> int:
    """How many of the evidence files that a backup needs are not in its place; thorough: or are not what they were."""
    place, missing = backup.folder.parent, 0
    files = read_evidence(backup.folder)
    for number, (piece, _) in enumerate(files.values()):
        report(0.5 + 0.5 * number / len(files))
        file = path_in(place, piece.digest)
        missing += not (_is_sound(file, piece) if thorough else _has_size(file, piece))
    return missing


def contents_of(backup: Backup, key: str | None) -> BackupContents:
    """What a backup holds; raises AdvisorError(BACKUP_DAMAGED) for a database that cannot be read."""
    cases = None
    try:
        if key is not None:
            with closing(connect(backup.folder / DATABASE_NAME, key, "mode=ro&immutable=1")) as connection:
                cases = tuple(_case(row) for row in connection.execute(_CASES))
    except (driver.DatabaseError, ValueError) as error:
        raise AdvisorError(Problem.BACKUP_DAMAGED, folder=str(backup.folder)) from error
    return BackupContents(cases=cases, missing_evidence=missing_evidence(backup))


def _data_keys(
    backup: Backup, profile: Profile | None, secret: Secret | None, keyring: DeviceKeyring, key_file_in: Path | None
) -> Iterator[bytes]:
    keyslots = read_keyslots(backup.folder / KEYSLOTS_NAME)
    if profile is not None:
        yield profile.data_key
    if secret is not None:
        yield from (one.data_key for one in keyslots.unlock(secret))
        return
    kept = [keyring.read(keyslots.profile), None if key_file_in is None else read_key_file(key_file_in)]
    for held in kept:
        if held is not None:
            try:
                yield from (one.data_key for one in keyslots.unlock(held))
            except AdvisorError:
                continue  # another profile's


def _case(row: Any) -> BackupCase:
    communes, opened_on, changed_at, answers = row
    return BackupCase(
        communes=tuple(commune.title for commune in from_json(tuple[CaseCommune, ...], communes)),
        opened_on=date.fromisoformat(opened_on),
        changed_at=None if changed_at is None else read_instant(changed_at),
        answers=answers,
    )


def _is_sound(file: Path, piece: Piece) -> bool:
    """Whether a file is what was listed; a larger one is not read to its end."""
    try:
        return _has_size(file, piece) and piece_of(file) == piece
    except OSError:
        return False


def _has_size(file: Path, piece: Piece) -> bool:
    try:
        return not file.is_symlink() and file.is_file() and file.stat().st_size == piece.size
    except OSError:
        return False
