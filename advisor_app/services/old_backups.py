"""Backups, and data kept aside, from before something was erased, which so may still hold it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.backup_rotation import kept
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.clock import Clock

if TYPE_CHECKING:
    from advisor_app.domain.backup import Backup
    from advisor_app.services.backups import Backups
    from advisor_app.storage.profile import Profile

_LONGEST_HELD = 800  # days; no rotation keeps a backup that long while work goes on


@dataclass(frozen=True, slots=True)
class Held:
    """How many backups may still hold it, and until when with a new one on every day; ``until`` None: none does.

    ``lasting``: data kept aside and unreadable backups, which are never given up by themselves. ``unseen``: the second
    place cannot be reached now, there may be more.
    """

    count: int
    until: date | None
    lasting: int = 0
    unseen: bool = False

    @property
    def is_anything(self) -> bool:
        """Whether there is anything to be removed."""
        return self.count + self.lasting > 0


class OldBackups:
    """What is older than an instant: backups in the data folder and the second place, and data kept aside."""

    def __init__(self, profile: Profile, clock: Clock, local: Path, backups: Backups) -> None:
        self._profile = profile
        self._clock = clock
        self._local = local
        self._backups = backups

    def before(self, at: datetime) -> Held:
        """What is still there from before an instant."""
        old = self._made_before(at)
        until = held_until([backup.made_at for backup in old], self._clock.now())
        lasting = len(self._unreadable_before(at)) + len(self._aside_before(at))
        unseen = self._backups.second_home is not None and not self._backups.is_second_present
        return Held(count=len(old), until=until, lasting=lasting, unseen=unseen)

    def remove(self, at: datetime) -> int:
        """Make a new backup in each place, and only then remove what is from before an instant; returns how much.

        Raises AdvisorError: BACKUP_FAILED, KEYS_CHANGING, FILE_NOT_WRITABLE; what is not removed yet is then kept.
        """
        from advisor_app.storage.aside import remove_aside
        from advisor_app.storage.backups import create_backup, remove_backups

        old = [*(backup.folder for backup in self._made_before(at)), *self._unreadable_before(at)]
        for place in dict.fromkeys(folder.parent for folder in old):
            create_backup(self._profile, place, self._clock.now())
            remove_backups(place, [folder for folder in old if folder.parent == place])
        aside = self._aside_before(at)
        remove_aside(aside)
        return len(old) + len(aside)

    @property
    def _places(self) -> list[Path]:
        second = self._backups.second_home
        return [self._local] if second is None else [self._local, second]

    def _made_before(self, at: datetime) -> list[Backup]:
        from advisor_app.storage.backups import list_backups

        own = self._profile.keyslots.profile
        found = [backup for place in self._places for backup in list_backups(place)[0] if backup.profile == own]
        return [backup for backup in found if backup.made_at <= at]

    def _unreadable_before(self, at: datetime) -> list[Path]:
        from advisor_app.storage.backups import list_backups

        found = [folder for place in self._places for folder in list_backups(place)[1]]
        return [folder for folder in found if self._may_be_from_before(folder, at)]

    def _aside_before(self, at: datetime) -> list[Path]:
        from advisor_app.storage.aside import aside_folders

        return [folder for folder in aside_folders(self._profile.folder) if self._may_be_from_before(folder, at)]

    def _may_be_from_before(self, folder: Path, at: datetime) -> bool:
        """By its name, and where nothing says that it holds other people's data."""
        from advisor_app.storage.aside import profile_in
        from advisor_app.storage.time_stamp import time_of

        made_at = time_of(folder.name)
        return profile_in(folder) in {self._profile.keyslots.profile, None} and (made_at is None or made_at <= at)


def held_until(times: Iterable[datetime], now: datetime) -> date | None:
    """The day on which the last of these backups is given up, with a new one every day; None where there are none."""
    old = kept(times, now, LOCAL)
    left = set(old)
    moment = now
    for _ in range(_LONGEST_HELD):
        if not left & old:
            break
        moment += timedelta(days=1)
        left = set(kept({*left, moment}, moment, LOCAL))
    return moment.astimezone(LOCAL).date() if old else None
