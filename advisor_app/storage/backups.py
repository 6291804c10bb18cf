"""Backups of a profile: a verified copy of the database, its keyslot file and a manifest, in one folder each.

A place of backups holds one folder per backup and the evidence files of all of them once, see ``backup_evidence``.
A folder is filled as ``<name>.part`` and gets its name when everything in it was checked.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlcipher3 import dbapi2 as driver

from advisor_app import __version__
from advisor_app.domain.backup import Backup, BackupReason
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.backup_evidence import bring, copy_checked, list_evidence, path_in, remove_unneeded
from advisor_app.storage.backup_manifest import (
    EVIDENCE_LIST_NAME,
    MANIFEST_NAME,
    SETTINGS_NAME,
    TREES,
    EvidenceList,
    encoded_evidence,
    is_inside,
    piece_of,
    read_evidence,
    read_manifest,
    write_manifest,
)
from advisor_app.storage.database_copy import DatabaseCopy, Report, copy_database, is_sound
from advisor_app.storage.evidence_files import FOLDER_NAME as FILES_NAME
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.keyslots import Slot
from advisor_app.storage.profile import DATABASE_NAME, Profile
from advisor_app.storage.time_stamp import is_stamp, stamp_of
from advisor_app.whole_file import sync_file, sync_folder, write_file

FOLDER_NAME = "backups"
_LOCK_NAME = "backups.lock"
_LOCK_SECONDS = 60.0


def unreported(_share: float) -> None:
    """For who does not want to know how far it is."""


def create_backup(
    profile: Profile,
    place: Path | None = None,
    at: datetime | None = None,
    reason: BackupReason = BackupReason.BY_HAND,
    report: Report = unreported,
) -> Backup:
    """Copy the profile as it is now, check the copy, and only then give it its name.

    Raises AdvisorError: BACKUP_FAILED where the copy is not sound or cannot be written, DATABASE_DAMAGED where the
    database is, KEYS_CHANGING where a rekey is under way, CANCELLED; earlier backups are kept.
    """
    made_at = (at or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    parent = place or profile.folder / FOLDER_NAME
    with _filling(parent) as begin:
        slots = _settled_slots(profile)
        target = _free_name(parent, made_at)
        part = begin(target)
        copied = _copied(profile, part / DATABASE_NAME, report)
        shutil.copyfile(profile.folder / KEYSLOTS_NAME, part / KEYSLOTS_NAME)
        sync_file(part / KEYSLOTS_NAME)
        _copy_settings(profile.folder, part)
        evidence = _take_evidence(profile, parent, report)
        write_file(part / EVIDENCE_LIST_NAME, encoded_evidence(evidence))
        if slots.isdisjoint(_settled_slots(profile)):  # a rekey meanwhile: evidence has another key
            raise AdvisorError(Problem.KEYS_CHANGING, folder=str(profile.folder))
        names = [name for name in _names_in(part) if name != DATABASE_NAME]
        backup = Backup(
            folder=target,
            made_at=made_at,
            program=__version__,
            version=copied.version,
            profile=profile.keyslots.profile,
            reason=reason,
            state=copied.state,
            counts=copied.counts,
            pieces={DATABASE_NAME: copied.piece, **{name: piece_of(part / name) for name in names}},
            evidence=len(evidence),
        )
        write_manifest(part, backup)
    report(1.0)
    return backup


def _copied(profile: Profile, target: Path, report: Report) -> DatabaseCopy:
    """The database's copy; raises AdvisorError(DATABASE_DAMAGED) where it is the database that is not sound."""
    try:
        return copy_database(profile.database, profile.database_key, target, report)
    except driver.DatabaseError as error:
        if is_sound(profile.database, profile.database_key):
            raise
        raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(profile.database)) from error


def copy_backup(backup: Backup, place: Path, report: Report = unreported) -> Backup:
    """Copy a finished backup with its evidence to another place, checked; raises like ``create_backup``."""
    here = backup.folder.parent
    with _filling(place) as begin:
        target = place / backup.name
        target = _free_name(place, backup.made_at) if target.exists() else target
        part = begin(target)
        steps = max(1, len(backup.pieces) + backup.evidence)
        step = _counted(report, steps)
        for name, piece in backup.pieces.items():
            copy_checked(backup.folder / name, part / name, piece, step)
        bring(lambda _, piece: path_in(here, piece.digest), read_evidence(part), place, step)
        shutil.copyfile(backup.folder / MANIFEST_NAME, part / MANIFEST_NAME)
        sync_file(part / MANIFEST_NAME)
    return read_manifest(target)


def list_backups(place: Path) -> tuple[list[Backup], list[Path]]:
    """The backups of a place, newest first, and the folders that are named like one but cannot be read.

    A place that is not there has none.
    """
    sound, unreadable = [], []
    for folder in backup_folders(place):
        try:
            sound.append(read_manifest(folder))
        except AdvisorError:
            unreadable.append(folder)
    return sorted(sound, key=lambda backup: (backup.made_at, backup.name), reverse=True), unreadable


def backup_folders(place: Path) -> list[Path]:
    """The folders of a place that have the name of a finished backup; links are passed over."""
    try:
        return sorted(
            path for path in place.iterdir() if is_stamp(path.name) and path.is_dir() and not path.is_symlink()
        )
    except OSError:
        return []


def remove_backups(place: Path, doomed: Iterable[Path]) -> None:
    """Remove folders of backups, and the evidence that none of those left needs; raises AdvisorError(BACKUP_FAILED)."""
    with _alone(place):
        for folder in doomed:
            if folder.parent == place and is_stamp(folder.name):
                # Under another name first: a kill must not leave a backup that is there by half.
                part = folder.with_name(f"{folder.name}.part")
                folder.replace(part)
                shutil.rmtree(part)
        remove_unneeded(place, backup_folders(place))


def _settled_slots(profile: Profile) -> frozenset[Slot]:
    """The profile's slots as they stand on disk; raises AdvisorError(KEYS_CHANGING) while a rekey is under way."""
    keyslots = read_keyslots(profile.folder / KEYSLOTS_NAME)
    if keyslots.is_changing:
        raise AdvisorError(Problem.KEYS_CHANGING, folder=str(profile.folder))
    return frozenset(keyslots.slots)


def _copy_settings(folder: Path, part: Path) -> None:
    """Settings, logos and the folder's own packs, as they are."""
    if (folder / SETTINGS_NAME).is_file():
        shutil.copyfile(folder / SETTINGS_NAME, part / SETTINGS_NAME)
        sync_file(part / SETTINGS_NAME)
    for tree in TREES:
        if (folder / tree).is_symlink():
            continue
        for name in _names_in(folder / tree):
            target = part / tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / tree / name, target)
            sync_file(target)


def _take_evidence(profile: Profile, place: Path, report: Report) -> EvidenceList:
    """Bring what the place does not have yet; the newest backup there says what has been read before."""
    known: EvidenceList = {}
    for folder in reversed(backup_folders(place)):
        try:
            known = read_evidence(folder)
            break
        except AdvisorError:
            continue
    files = profile.folder / FILES_NAME

    def step() -> None:
        report(0.8)

    evidence = list_evidence(profile.folder, known, step)
    bring(lambda name, _: files / name, evidence, place, step)
    return evidence


def _names_in(root: Path) -> list[str]:
    """The files in a folder and below, by their relative names; links and names no other system takes are left out."""
    if not root.is_dir():
        return []
    found = []
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if is_inside(name) and path.is_file() and not any(one.is_symlink() for one in (path, *_below(root, path))):
            found.append(name)
    return found


def _below(root: Path, path: Path) -> list[Path]:
    return [parent for parent in path.parents if root in parent.parents]


def _counted(report: Report, steps: int) -> Callable[[], None]:
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        report(min(0.95, done / steps))

    return step


def _free_name(place: Path, made_at: datetime) -> Path:
    stamp = stamp_of(made_at)
    names = (place / (stamp if number == 1 else f"{stamp}-{number}") for number in range(1, 1000))
    return next(path for path in names if not path.exists())


@contextmanager
def _filling(place: Path) -> Iterator[Callable[[Path], Path]]:
    """Fill a folder that gets its name at the end, or goes away again; raises AdvisorError(BACKUP_FAILED)."""
    begun: list[Path] = []

    def begin(target: Path) -> Path:
        part = target.with_name(f"{target.name}.part")
        part.mkdir(mode=0o700)
        begun.append(target)
        return part

    with _alone(place):
        try:
            yield begin
            for target in begun:
                target.with_name(f"{target.name}.part").replace(target)
            sync_folder(place)
        finally:
            _clear_parts(place)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """One at a time in a place of backups; what a kill has left there is removed first."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        with FileLock(place / _LOCK_NAME, timeout=_LOCK_SECONDS, fallback_to_soft=False):
            _clear_parts(place)
            yield
    except (OSError, Timeout, NotImplementedError, driver.Error) as error:
        raise AdvisorError(Problem.BACKUP_FAILED, folder=str(place)) from error
    except AdvisorError as error:
        if error.problem in {Problem.FILE_NOT_WRITABLE, Problem.DISK_FULL}:
            raise AdvisorError(Problem.BACKUP_FAILED, folder=str(place)) from error
        raise


def _clear_parts(place: Path) -> None:
    for part in place.glob("*.part"):
        if is_stamp(part.name.removesuffix(".part")):
            shutil.rmtree(part, ignore_errors=True)
