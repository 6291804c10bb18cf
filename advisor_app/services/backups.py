"""Backups: made by themselves and by hand, in the data folder and a second place, given up by age, brought back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from advisor_app.domain.backup import Backup, BackupContents, BackupReason
from advisor_app.domain.backup_rotation import kept
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.backup_places import PROFILE_LETTERS, SECOND_FOLDER, BackupPlaces, newest_in
from advisor_app.services.clock import Clock
from advisor_app.storage import backups as storage
from advisor_app.storage.backup_check import check_backup, check_pieces, contents_of, key_of, structure_problem
from advisor_app.storage.connection import SALT_BYTES, first_bytes
from advisor_app.storage.database_copy import Report, holds_anything, is_unchanged
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.keyslots import Secret
from advisor_app.storage.profile import DATABASE_NAME, Profile, open_profile
from advisor_app.storage.restore import restore_backup

INTERVAL = timedelta(minutes=30)
"""How long after a backup the next one is made, where something was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBackup:
    """A backup just made. ``second`` is its copy; ``problem`` says why there is none where there should be."""

    backup: Backup
    second: Backup | None = None
    problem: AdvisorError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup brought back: where the earlier data are kept, and the backup that was made of them before."""

    backup: Backup
    aside: Path | None
    before: Backup | None


class Backups(BackupPlaces):
    """The backups of an open profile. Every method but the properties may take seconds: for a worker thread."""

    def __init__(self, profile: Profile, second: Path | None, clock: Clock) -> None:
        super().__init__(profile.folder, second)
        self._profile = replace(profile)  # goes on to know the key while the window closes
        self._clock = clock

    @property
    def second_home(self) -> Path | None:
        """The folder of this profile's backups in the second place, None where there is no such place."""
        name = self._profile.keyslots.profile[:PROFILE_LETTERS]
        return None if self.second is None else self.second / SECOND_FOLDER / name

    @property
    def is_changed(self) -> bool:
        """Whether anything was written since the newest backup; an empty profile needs none."""
        newest = self.newest
        if newest is None:
            return holds_anything(self._profile.database, self._profile.database_key)
        return not is_unchanged(self._profile.database, newest.state)

    @property
    def due_at(self) -> datetime | None:
        """When the next backup is made, where something is changed by then; None for at once."""
        newest = self.newest
        # One from the future was made before the clock was set right.
        return None if newest is None else min(newest.made_at, self._clock.now()) + INTERVAL

    @property
    def is_due(self) -> bool:
        """Whether a backup should be made now, or one is to be brought to the second place, which is there again."""
        return self._is_time() or self._awaits_second()

    def make_due(self, report: Report = storage.unreported) -> MadeBackup | None:
        """Make what is due, None where nothing is; raises like ``create``."""
        if self._is_time():
            return self._create_by_itself(BackupReason.INTERVAL, report)
        newest = self.newest
        if newest is None or not self._awaits_second():
            return None
        return self._bring_to_second(newest, report)

    def make_last(self, report: Report = storage.unreported) -> MadeBackup | None:
        """The backup on closing, None where nothing is to be done; raises like ``create``."""
        if self.is_changed:
            return self._create_by_itself(BackupReason.CLOSE, report)
        return self.make_due(report)

    def create(self, reason: BackupReason = BackupReason.BY_HAND, report: Report = storage.unreported) -> MadeBackup:
        """Make a backup, prove its structure, bring it to the second place and give up what is old.

        Raises AdvisorError: BACKUP_FAILED, DATABASE_DAMAGED where the copy shows that the database is, KEYS_CHANGING
        where a rekey is under way, CANCELLED; earlier backups are kept. What goes wrong at the second place is told in
        the result.
        """
        made = storage.create_backup(self._profile, None, self._clock.now(), reason, _part(report, 0.0, 0.6))
        if structure_problem(made, self._profile.database_key):
            storage.remove_backups(self.local, [made.folder])
            raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(self._profile.database))
        self._give_up_old(self.local)
        return self._bring_to_second(made, _part(report, 0.7, 1.0))

    def verify(self, backup: Backup, report: Report = storage.unreported, secret: Secret | None = None) -> bool:
        """Check a backup; whether it could be opened for that, else only its files were compared.

        Raises AdvisorError: BACKUP_DAMAGED, BACKUP_NEWER, BACKUP_EVIDENCE_MISSING, KEY_WRONG, CANCELLED.
        """
        return verify_backup(backup, self._profile, secret, report)

    def contents(self, backup: Backup, secret: Secret | None = None) -> BackupContents:
        """What is in a backup; raises AdvisorError(BACKUP_DAMAGED, KEY_WRONG)."""
        return look_into(backup, secret, self.folder, self._profile)

    def is_own(self, backup: Backup) -> bool:
        """Whether a backup is of this profile."""
        return backup.profile == self._profile.keyslots.profile

    def restore(
        self, backup: Backup, report: Report = storage.unreported, *, without_evidence: bool = False
    ) -> Restored:
        """Bring a backup back once the profile is closed, also one of other data; see ``restore``."""
        from advisor_app.services.data_lock import Access, hold

        with hold(self.folder, Access.WINDOW):
            return restore(
                self.folder,
                backup,
                self._profile,
                report,
                replace_other=True,
                without_evidence=without_evidence,
            )

    def _create_by_itself(self, reason: BackupReason, report: Report) -> MadeBackup | None:
        """Nothing is made in the middle of a rekey, and nobody need be told: there was a backup before it."""
        try:
            return self.create(reason, report)
        except AdvisorError as error:
            if error.problem is not Problem.KEYS_CHANGING:
                raise
            return None

    def _is_time(self) -> bool:
        due_at = self.due_at
        return (due_at is None or due_at <= self._clock.now()) and self.is_changed

    def _awaits_second(self) -> bool:
        home, newest = self.second_home, self.newest
        if home is None or newest is None or not self.is_second_present:
            return False
        there = newest_in(home)
        return there is None or there.made_at < newest.made_at

    def _bring_to_second(self, made: Backup, report: Report) -> MadeBackup:
        home = self.second_home
        if home is None or not self.is_second_present:
            return MadeBackup(backup=made)
        try:
            second = storage.copy_backup(made, home, report)
            self._give_up_old(home)
        except AdvisorError as error:
            return MadeBackup(backup=made, problem=error)
        return MadeBackup(backup=made, second=second)

    def _give_up_old(self, place: Path) -> None:
        sound, _ = storage.list_backups(place)
        stay = kept((backup.made_at for backup in sound), self._clock.now(), LOCAL)
        doomed = [backup.folder for backup in sound if backup.made_at not in stay and self.is_own(backup)]
        if doomed:
            storage.remove_backups(place, doomed)


def verify_backup(
    backup: Backup,
    profile: Profile | None,
    secret: Secret | None = None,
    report: Report = storage.unreported,
    key_file_in: Path | None = None,
) -> bool:
    """Check a backup with whatever opens it; see ``Backups.verify``."""
    folder = key_file_in if profile is None else profile.folder
    key = key_of(backup, profile, secret, key_file_in=folder)
    check_backup(backup, key, report)
    return key is not None


def look_into(
    backup: Backup, secret: Secret | None = None, folder: Path | None = None, profile: Profile | None = None
) -> BackupContents:
    """What is in a backup, opened with whatever fits: a secret, else what the device keeps for a data folder.

    Raises AdvisorError(BACKUP_DAMAGED, KEY_WRONG, KEY_UNKNOWN).
    """
    return contents_of(backup, key_of(backup, profile, secret, key_file_in=folder))


def restore(
    folder: Path,
    backup: Backup,
    present: Profile | None = None,
    report: Report = storage.unreported,
    *,
    replace_other: bool = False,
    without_evidence: bool = False,
) -> Restored:
    """Put a backup in place of what a data folder holds, which nobody has open and the caller keeps for himself.

    The present state is backed up where it opens, and kept aside in any case. ``present`` is the folder's profile,
    found here where it is None. Raises AdvisorError: DATA_PRESENT where the folder holds cases of another profile and
    ``replace_other`` was not said, and what ``restore_backup`` raises; everything is then as it was.
    """
    check_pieces(backup)
    profile = present or present_profile(folder)
    if not replace_other and _holds_others(folder, profile, backup):
        raise AdvisorError(Problem.DATA_PRESENT, folder=str(folder))
    before = None
    if profile is not None and profile.database.exists():
        with suppress(AdvisorError):  # it is kept aside as it is, also where it cannot be read any more
            before = storage.create_backup(profile, reason=BackupReason.RESTORE)
    aside = restore_backup(folder, backup, profile, report, without_evidence=without_evidence)
    return Restored(backup=backup, aside=aside, before=before)


def present_profile(folder: Path, secret: Secret | None = None) -> Profile | None:
    """The folder's profile where this device or a secret opens it; none is made."""
    if not (folder / KEYSLOTS_NAME).exists():
        return None
    for way in (None,) if secret is None else (None, secret):
        with suppress(AdvisorError):
            return open_profile(folder, way)
    return None


def _holds_others(folder: Path, present: Profile | None, backup: Backup) -> bool:
    """Whether a folder may hold cases that are not those of the backup's profile."""
    try:
        begins = first_bytes(folder / DATABASE_NAME)
    except AdvisorError:  # no file at all
        return False
    if not begins:
        return False
    if present is not None:
        other = present.keyslots.profile != backup.profile
        return other and holds_anything(present.database, present.database_key)
    with suppress(AdvisorError):
        if read_keyslots(folder / KEYSLOTS_NAME).profile == backup.profile:
            return False
    return begins != first_bytes(backup.folder / DATABASE_NAME)[:SALT_BYTES]


def _part(report: Report, begin: float, end: float) -> Callable[[float], None]:
    return lambda share: report(begin + (end - begin) * share)
