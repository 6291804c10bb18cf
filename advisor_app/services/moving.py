"""„Laptopwechsel“: everything of a data folder in one file, and on the new machine the proof that all arrived."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.backup import Backup, BackupReason
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.backups import Backups, restore, verify_backup
from advisor_app.services.clock import Clock
from advisor_app.storage.backups import unreported
from advisor_app.storage.database_copy import Report, read_counts
from advisor_app.storage.evidence_files import EvidenceFiles
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.keyslots import SlotKind
from advisor_app.storage.move_file import ENDING, read_move_head, unpack_move_file, write_move_file
from advisor_app.storage.profile import open_profile
from advisor_app.storage.replacement import MOVE_PART_NAME
from advisor_app.whole_file import refuse_target

if TYPE_CHECKING:
    from advisor_app.storage.keyslots import Secret

_CARRIED = frozenset({SlotKind.PASSPHRASE, SlotKind.RECOVERY, SlotKind.ESCROW})
"""Ways in that an adviser has on another machine too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A file for another machine and what is in it."""

    file: Path
    backup: Backup


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What has arrived. ``counts`` are the rows found by table, None where nothing at hand opened the profile.

    ``aside`` keeps what was there before.
    """

    backup: Backup
    counts: Mapping[str, int] | None
    evidence: int
    aside: Path | None


def may_pack(folder: Path) -> bool:
    """Whether the folder's profile can be opened on another machine: by passphrase, recovery sheet or escrow."""
    try:
        return bool(read_keyslots(folder / KEYSLOTS_NAME).kinds & _CARRIED)
    except AdvisorError:
        return False


def pack(backups: Backups, clock: Clock, target: Path, report: Report = unreported) -> Packed:
    """Make a backup and write it with all evidence into a file; ``target`` is the file, or a folder for it.

    Raises AdvisorError: MOVE_WITHOUT_KEY, BACKUP_FAILED, FILE_NOT_WRITABLE, CANCELLED.
    """
    if not may_pack(backups.folder):
        raise AdvisorError(Problem.MOVE_WITHOUT_KEY)
    day = clock.now().astimezone(LOCAL).date()
    file = target / f"Beraterkoffer-Umzug-{day.isoformat()}{ENDING}" if target.is_dir() else target
    refuse_target(file)
    made = backups.create(BackupReason.MOVE, lambda share: report(0.3 * share)).backup
    write_move_file(made, file, lambda share: report(0.3 + 0.7 * share))
    return Packed(file=file, backup=made)


def look_into(file: Path) -> Backup:
    """What a packed file says of itself; raises AdvisorError: MOVE_DAMAGED, MOVE_NEWER."""
    return read_move_head(file)


def unpack(
    folder: Path,
    file: Path,
    secret: Secret | None = None,
    report: Report = unreported,
    *,
    replace_other: bool = False,
) -> Arrived:
    """Put what was packed in place of what the data folder holds, which the caller keeps for himself; prove it is all.

    Every hash is compared before anything is replaced; with a secret also pages, tables and counts.
    Raises AdvisorError: MOVE_DAMAGED, MOVE_NEWER, MOVE_INCOMPLETE, KEY_WRONG, DATA_PRESENT, FILE_NOT_WRITABLE,
    RESTORE_FAILED, CANCELLED; everything is then as it was.
    """
    read_move_head(file)
    place = folder / MOVE_PART_NAME
    shutil.rmtree(place, ignore_errors=True)
    try:
        packed = unpack_move_file(file, place, lambda share: report(0.5 * share))
        try:
            verify_backup(packed, None, secret, lambda share: report(0.5 + 0.2 * share), key_file_in=folder)
        except AdvisorError as error:
            if error.problem in {Problem.BACKUP_DAMAGED, Problem.BACKUP_EVIDENCE_MISSING}:
                raise AdvisorError(Problem.MOVE_DAMAGED, file=str(file)) from error
            if error.problem is Problem.BACKUP_NEWER:
                raise AdvisorError(Problem.MOVE_NEWER, file=str(file)) from error
            raise
        restored = restore(folder, packed, report=lambda share: report(0.7 + 0.2 * share), replace_other=replace_other)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return _prove(folder, file, packed, secret, restored.aside)


def _prove(folder: Path, file: Path, packed: Backup, secret: Secret | None, aside: Path | None) -> Arrived:
    """Count what is in place now, as whoever opens the folder finds it."""
    evidence = sum(1 for _ in EvidenceFiles(folder, b"").digests())
    counts = None
    with suppress(AdvisorError):
        profile = open_profile(folder, secret)
        counts = read_counts(profile.database, profile.database_key)
    if (counts is not None and counts != dict(packed.counts)) or evidence < packed.evidence:
        raise AdvisorError(Problem.MOVE_INCOMPLETE, file=str(file))
    return Arrived(backup=packed, counts=counts, evidence=evidence, aside=aside)
