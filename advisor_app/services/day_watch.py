"""Watches both times of the machine while a workshop day runs, and finds out afterwards how long nobody watched.

A small file in the data folder says when the program last looked. It is there while a step runs, and is left behind by
a window that was closed or killed meanwhile. It says nothing about people or cases; the day itself is in its record.
"""

from __future__ import annotations

import json
import math
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from advisor_app.domain.agenda_clock import ClockTimes, Return, clock_set, returned
from advisor_app.domain.errors import AdvisorError
from advisor_app.services.clock import Clock, clock_times
from advisor_app.whole_file import write_file

FILE_NAME = "day-run.json"
MARK_EVERY = timedelta(seconds=15)
"""How old the mark may be; a program that is killed is thought to have been away for at most so much longer."""
_LARGEST = 4096


class DayWatch:
    """Both clocks of a machine, beside one data folder.

    While a step runs, a window calls :meth:`look` every second and, where :attr:`is_due`, :meth:`mark` in the
    background; once none runs any more :meth:`end`. When it opens a day that runs it asks :meth:`returned` first.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._file = folder / FILE_NAME
        self._clock = clock
        self._seen: ClockTimes | None = None
        self._marked: ClockTimes | None = None

    def look(self) -> timedelta:
        """By how much the clock was set since the last look (forward: positive); nothing at the first one."""
        now = clock_times(self._clock)
        before, self._seen = self._seen, now
        by = timedelta() if before is None else clock_set(before, now)
        if by:
            self._marked = None  # what the file says is of the old time
        return by

    @property
    def is_due(self) -> bool:
        """Whether the mark in the folder is too old."""
        if self._seen is None:
            return False
        return self._marked is None or self._seen.up - self._marked.up >= MARK_EVERY

    def mark(self) -> None:
        """Write when the last look was; a folder that takes no files gets no mark. Safe in another thread."""
        seen = self._seen
        if seen is None:
            return
        self._marked = seen
        mark = {"seen": seen.now.isoformat(), "up": seen.up.total_seconds(), "boot": seen.boot}
        with suppress(AdvisorError):
            write_file(self._file, json.dumps(mark).encode())

    def returned(self) -> Return | None:
        """What is found after nobody watched; None where no mark was left behind, or one that cannot be read."""
        seen = self._left_behind()
        return None if seen is None else returned(seen, clock_times(self._clock))

    def end(self) -> None:
        """Nothing runs any more: take the mark away."""
        self._seen = self._marked = None
        with suppress(OSError):
            self._file.unlink(missing_ok=True)

    def _left_behind(self) -> ClockTimes | None:
        try:
            with self._file.open("rb") as stream:
                mark = json.loads(stream.read(_LARGEST))
            seen, up = datetime.fromisoformat(mark["seen"]), float(mark["up"])
            times = ClockTimes(now=seen, up=timedelta(seconds=up), boot=str(mark["boot"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError):
            return None
        return times if seen.tzinfo is not None and math.isfinite(up) else None
