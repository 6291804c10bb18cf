"""The room set aside for a full disk: kept while there is plenty, given up by the change that needs it."""

from __future__ import annotations

import shutil
from pathlib import Path

from advisor_app.storage.reserve import RESERVE_BYTES, has_reserve, keep_reserve

ROOM_BYTES = 4 * RESERVE_BYTES
"""Free room from which on the reserve is made: else it would take what the next change needs."""


class Reserve:
    """The reserve of a data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def is_kept(self) -> bool:
        """Whether it is there."""
        return has_reserve(self._folder)

    def keep(self) -> bool:
        """Make it where it is missing and there is room; whether it is there. Waits for the disk."""
        if self.is_kept:
            return True
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError:
            return False
        return free >= ROOM_BYTES and keep_reserve(self._folder)
