"""Backups that were made before something was erased, and so may still hold it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.backup_rotation import kept
from advisor_app.services.clock import LOCAL, Clock

if TYPE_CHECKING:
    from advisor_app.domain.backup import Backup
    from advisor_app.services.backups import Backups
    from advisor_app.storage.profile import Profile

_LONGEST_HELD = 800  # days; no rotation keeps a backup that long while work goes on


@dataclass(frozen=True, slots=True)
class Held:
    """How many backups may still hold it, and until when with a new one on every day; ``until`` None: none does.

    ``unseen``: the second place cannot be reached now, there may be more.
    """

    count: int
    until: date | None
    unseen: bool = False


class OldBackups:
    """Backups in the data folder and in the second place that are older than an instant."""

    def __init__(self, profile: Profile, clock: Clock, local: Path, backups: Backups) -> None:
        self._profile = profile
        self._clock = clock
        self._local = local
        self._backups = backups

    def before(self, at: datetime) -> Held:
        """What is still there from before an instant."""
        old = self._made_before(at)
        until = held_until([backup.made_at for backup in old], self._clock.now())
        unseen = self._backups.second_home is not None and not self._backups.is_second_present
        return Held(len(old), until, unseen)

    def remove(self, at: datetime) -> int:
        """Make a new backup in each place, and only then remove those from before an instant; returns how many.

        Raises AdvisorError(BACKUP_FAILED); the backups of that place are then kept.
        """
        from advisor_app.storage.backups import create_backup, remove_backups

        old = self._made_before(at)
        for place in {backup.folder.parent for backup in old}:
            create_backup(self._profile, place, self._clock.now())
            remove_backups(place, [backup for backup in old if backup.folder.parent == place])
        return len(old)

    def _made_before(self, at: datetime) -> list[Backup]:
        from advisor_app.storage.backups import list_backups

        own, second = self._profile.keyslots.profile, self._backups.second_home
        places = [self._local] if second is None else [self._local, second]
        found = [backup for place in places for backup in list_backups(place)[0] if backup.profile == own]
        return [backup for backup in found if backup.made_at <= at]


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
