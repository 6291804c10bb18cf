"""A backup brought back into a data folder; what was there is kept aside."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from advisor_app.domain.backup import Backup
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage.aside import profile_in
from advisor_app.storage.backup_check import check_pieces, missing_evidence
from advisor_app.storage.backup_evidence import copy_checked, path_in
from advisor_app.storage.backup_manifest import SETTINGS_NAME, TREES, piece_of, read_evidence
from advisor_app.storage.backups import unreported
from advisor_app.storage.connection import connect
from advisor_app.storage.database_copy import Report
from advisor_app.storage.device_keys import KEY_FILE_NAME
from advisor_app.storage.evidence_files import FOLDER_NAME as FILES_NAME
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import write_keyslots
from advisor_app.storage.profile import DATABASE_NAME, Profile
from advisor_app.storage.replacement import (
    ASIDE_NAME,
    begin_replacement,
    check_unused,
    free_aside_name,
    give_up_replacement,
    replace_files,
)
from advisor_app.storage.time_stamp import stamp_of


def restore_backup(
    folder: Path,
    backup: Backup,
    present: Profile | None,
    report: Report = unreported,
    *,
    without_evidence: bool = False,
) -> Path | None:
    """Put a backup in place of a data folder's profile, which nobody may have open.

    Settings, logos and packs come back where there are none; evidence where it is missing or another. ``present`` is
    the folder's profile where it opens: where its key is the backup's, passphrase and recovery sheet of today go on to
    hold, else those of then do. Returns the folder with what was replaced, None where there was nothing.
    Raises AdvisorError: BACKUP_DAMAGED, BACKUP_NEWER, BACKUP_EVIDENCE_MISSING, DATABASE_LOCKED, RESTORE_FAILED,
    CANCELLED; everything is then as it was.
    """
    check_pieces(backup)
    missing = 0 if without_evidence else missing_evidence(backup)
    if missing:
        raise AdvisorError(Problem.BACKUP_EVIDENCE_MISSING, folder=str(backup.folder), count=missing)
    try:
        _gather(folder, backup, present, report)
        if present is not None and (folder / DATABASE_NAME).exists():
            check_unused(folder / DATABASE_NAME, present.database_key)
        aside = free_aside_name(folder, stamp_of(datetime.now(UTC)))
        replace_files(folder, DATABASE_NAME, aside, _retired(folder, backup.profile))
    except (OSError, AdvisorError) as error:
        if isinstance(error, AdvisorError) and error.problem is not Problem.FILE_NOT_WRITABLE:
            raise
        raise AdvisorError(Problem.RESTORE_FAILED, folder=str(folder)) from error
    finally:
        give_up_replacement(folder)
    kept = folder / ASIDE_NAME / aside
    return kept if kept.exists() else None


def _gather(folder: Path, backup: Backup, present: Profile | None, report: Report) -> None:
    """Everything that is to be put in place, checked piece by piece; raises OSError."""
    part = begin_replacement(folder)
    same = profile_in(folder) == backup.profile
    needed = {DATABASE_NAME, KEYSLOTS_NAME}
    if same and present is not None and _opens(present, backup):
        write_keyslots(part / KEYSLOTS_NAME, present.present_slots())
        needed.remove(KEYSLOTS_NAME)
    names = [name for name in backup.pieces if name in needed or _is_wanted(folder, name)]
    files = read_evidence(backup.folder)
    steps, done = len(names) + len(files), 0

    def step() -> None:
        report(min(0.95, done / steps))

    for name in names:
        copy_checked(backup.folder / name, part / name, backup.pieces[name], step)
        done += 1
    for name, (piece, _) in files.items():
        source, target = path_in(backup.folder.parent, piece.digest), folder / FILES_NAME / name
        is_there = same and target.is_file() and target.stat().st_size == piece.size and piece_of(target) == piece
        if not is_there and source.exists():
            copy_checked(source, part / FILES_NAME / name, piece, step)
        done += 1


def _opens(present: Profile, backup: Backup) -> bool:
    """Whether the key of a profile is the one of a backup: a passphrase that was given up since must not come back."""
    try:
        connect(backup.folder / DATABASE_NAME, present.database_key, "mode=ro&immutable=1").close()
    except driver.DatabaseError:
        return False
    return True


def _is_wanted(folder: Path, name: str) -> bool:
    """Whether a piece beside them comes back: settings, and each pack and logo, where there is none of that name."""
    parts = name.split("/")
    if parts[0] in TREES:
        return not (folder / parts[0] / parts[1]).exists()
    return name == SETTINGS_NAME and not (folder / name).exists()


def _retired(folder: Path, profile: str) -> list[str]:
    """What is there that belongs to the replaced profile only and must not meet another one's."""
    own = [] if profile_in(folder) in {profile, None} else [KEY_FILE_NAME, FILES_NAME]
    return [name for name in own if (folder / name).exists()]
