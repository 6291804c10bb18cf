"""A way out of a data folder that does not open or is damaged: the newest sound backup, or what can still be read.

Nobody else may have the folder: the caller holds it. What was there is kept aside, whatever the adviser decides on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.backup import Backup, BackupContents
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.backup_places import BackupPlaces
from advisor_app.services.backups import Restored, restore, verify_backup
from advisor_app.storage.backup_check import contents_of, key_of
from advisor_app.storage.connection import SALT_BYTES, first_bytes
from advisor_app.storage.profile import DATABASE_NAME, Profile
from advisor_app.storage.salvage import Salvaged, SalvageOrder, salvage_in_place
from advisor_app.texts import Texts

Report = Callable[[float], None]
"""Takes what is done from 0 to 1; may raise AdvisorError(CANCELLED)."""


_PEOPLE = "person"  # of all that people enter, these rows alone are not in the log


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The newest backup that is whole; ``contents`` is None where nothing here opens it."""

    backup: Backup
    contents: BackupContents | None
    passed_over: int
    """Newer ones that are not whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What came back of each table, and the folder where the damaged database is kept."""

    tables: tuple[Salvaged, ...]
    aside: Path

    @property
    def lost(self) -> int | None:
        """Rows that are gone, None where of some table nobody knows how many there were."""
        lost = [table.lost for table in self.tables]
        return None if None in lost else sum(number or 0 for number in lost)


class Rescue:
    """Works on a closed data folder; every method may take a while: for a worker thread."""

    def __init__(self, folder: Path, second: Path | None = None, profile: Profile | None = None) -> None:
        """``profile`` is the folder's where it was opened; without it nothing can be read row by row."""
        self._folder = folder
        self._places = BackupPlaces(folder, second)
        self._profile = profile

    @property
    def can_salvage(self) -> bool:
        """Whether there is a key, and a database that it may belong to."""
        try:
            begins = first_bytes(self._folder / DATABASE_NAME)
        except AdvisorError:
            return False
        return self._profile is not None and len(begins) == SALT_BYTES

    def newest(self, report: Report) -> Offer | None:
        """The newest backup of which everything was checked, None where there is none."""
        for passed_over, row in enumerate(self._places.list().backups):
            for backup in (row.backup, *row.also):
                try:
                    verify_backup(backup, self._profile, None, report, key_file_in=self._folder)
                    return Offer(backup=backup, contents=self._contents(backup), passed_over=passed_over)
                except AdvisorError as error:
                    if error.problem is Problem.CANCELLED:
                        raise
        return None

    def restore(self, backup: Backup, report: Report) -> Restored:
        """Bring a backup back; raises as ``services.backups.restore`` does, everything is then as it was."""
        return restore(self._folder, backup, self._profile, report, replace_other=True)

    def salvage(self, report: Report, texts: Texts) -> Saved:
        """Put what is left of the damaged database in its place, checked.

        Raises AdvisorError: DATABASE_DAMAGED where nothing is left, DATABASE_NEWER, RESTORE_FAILED, CANCELLED;
        everything is then as it was.
        """
        profile = self._profile
        if profile is None or not self.can_salvage:
            raise AdvisorError(Problem.DATABASE_DAMAGED, file=str(self._folder / DATABASE_NAME))
        listed = self._places.list().backups
        expected = listed[0].backup.counts if listed else {}
        order = SalvageOrder(expected=expected, why=texts("faults.salvage.why"), progress=report)
        tables, aside = salvage_in_place(profile, order)
        return Saved(tables=tuple(tables), aside=aside)

    def _contents(self, backup: Backup) -> BackupContents | None:
        key = key_of(backup, self._profile, key_file_in=self._folder)
        return None if key is None else contents_of(backup, key)


def outcome_words(saved: Saved, texts: Texts) -> str:
    """In one sentence whether everything is back."""
    if saved.lost is None:
        return texts("faults.salvage.unknown")
    return texts("faults.salvage.lost", count=saved.lost) if saved.lost else texts("faults.salvage.whole")


def table_words(tables: tuple[Salvaged, ...], texts: Texts) -> list[str]:
    """What is back in plain words, one line for each table that held something, and what to do about lost people."""
    lines = [_line(table, texts) for table in tables if table.found or table.lost != 0]
    if any(table.table == _PEOPLE and table.lost != 0 for table in tables):
        lines.append(texts("faults.salvage.people"))
    return lines


def _line(table: Salvaged, texts: Texts) -> str:
    key = f"faults.table.{table.table}"
    name = texts(key) if key in texts else table.table
    if table.total is None:
        line = texts("faults.table.unknown", name=name, found=table.found)
    elif table.lost:
        line = texts("faults.table.partial", name=name, found=table.found, all=table.total)
    else:
        line = texts("faults.table.whole", name=name, found=table.found)
    return texts("faults.table.rebuilt", line=line, count=table.rebuilt) if table.rebuilt else line
