"""Where backups of a data folder lie, and which there are; nothing here needs a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.backup import Backup
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.storage import backups as storage
from advisor_app.storage.backup_manifest import read_manifest
from advisor_app.storage.keyslot_file import FILE_NAME as KEYSLOTS_NAME
from advisor_app.storage.keyslot_file import read_keyslots
from advisor_app.storage.profile import DATABASE_NAME

SECOND_FOLDER = "Beraterkoffer-Sicherungen"
"""What a second place holds, with a folder for each profile that is backed up there."""

PROFILE_LETTERS = 8
"""How much of a profile's id names its folder there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBackup:
    """A backup, and where else there is the same one."""

    backup: Backup
    also: tuple[Backup, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupList:
    """The backups of a data folder, newest first, and folders that are named like one but cannot be read."""

    backups: tuple[ListedBackup, ...]
    unreadable: tuple[Path, ...]


class BackupPlaces:
    """Where the backups of a data folder lie; needs no key."""

    def __init__(self, folder: Path, second: Path | None) -> None:
        """``second`` is the folder in which copies are kept as well, on a stick or a network drive."""
        self.folder = folder
        self.local = folder / storage.FOLDER_NAME
        self.second = second

    @property
    def is_second_present(self) -> bool:
        """Whether there is a second place and it can be reached; asks the drive."""
        return self.second is not None and self.second.is_dir()

    def list(self) -> BackupList:
        """Every backup in reach."""
        found: dict[tuple[str, str], list[Backup]] = {}
        unreadable: list[Path] = []
        for place in (self.local, *self._second_folders()):
            sound, broken = storage.list_backups(place)
            unreadable += broken
            for backup in sound:
                found.setdefault((backup.name, backup.pieces[DATABASE_NAME].digest), []).append(backup)
        newest_first = sorted(found.values(), key=lambda same: (same[0].made_at, same[0].name), reverse=True)
        rows = tuple(ListedBackup(backup=same[0], also=tuple(same[1:])) for same in newest_first)
        return BackupList(backups=rows, unreadable=tuple(unreadable))

    def find(self, name: str) -> Backup:
        """A backup by its name or its folder, the newest one for an empty name.

        Raises AdvisorError: BACKUP_UNKNOWN, BACKUP_DAMAGED, BACKUP_NEWER.
        """
        if name and Path(name).is_dir():
            return read_manifest(Path(name).absolute())
        listed = self.list()
        for row in listed.backups:
            if name in {"", row.backup.name}:
                return row.backup
        for path in listed.unreadable:
            if name in {"", path.name}:
                return read_manifest(path)  # says why it cannot be used
        raise AdvisorError(Problem.BACKUP_UNKNOWN, name=name or "–")

    @property
    def newest(self) -> Backup | None:
        """The newest backup in the data folder."""
        return newest_in(self.local)

    def _second_folders(self) -> Sequence[Path]:
        """Of the second place this profile's folder; everybody's where it is not known who this is."""
        if self.second is None:
            return ()
        root = self.second / SECOND_FOLDER
        with suppress(AdvisorError):
            return (root / read_keyslots(self.folder / KEYSLOTS_NAME).profile[:PROFILE_LETTERS],)
        try:
            return sorted(path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
        except OSError:
            return ()


def newest_in(place: Path) -> Backup | None:
    """The newest backup of a place that can be read."""
    for folder in _latest_first(place):
        with suppress(AdvisorError):
            return read_manifest(folder)
    return None


def _latest_first(place: Path) -> Iterator[Path]:
    return reversed(storage.backup_folders(place))
