"""Time as an injected dependency."""

from __future__ import annotations

import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from advisor_app.domain.local_time import LOCAL

if TYPE_CHECKING:
    from advisor_app.domain.agenda_clock import ClockTimes

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...


@runtime_checkable
class MachineClock(Clock, Protocol):
    """A clock that also tells how long its machine has been up, which nobody can set."""

    def up(self) -> timedelta:
        """Time since the machine was started, sleep included."""
        ...

    @property
    def boot(self) -> str:
        """A name of this run of the machine, empty where it has none."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC)

    def up(self) -> timedelta:
        """Time since the machine was started; it goes on while a lid is closed."""
        return timedelta(seconds=_up_seconds())

    @property
    def boot(self) -> str:
        """The name that Linux gives this run; other systems have none."""
        try:
            return _BOOT_ID.read_text("ascii").strip()
        except (OSError, ValueError):
            return ""


def clock_times(clock: Clock) -> ClockTimes:
    """Both times of a machine; a clock of its own, which nobody sets, counts as up since 1970."""
    from advisor_app.domain.agenda_clock import ClockTimes  # only where a day runs

    now = clock.now()
    if isinstance(clock, MachineClock):
        return ClockTimes(now=now, up=clock.up(), boot=clock.boot)
    return ClockTimes(now=now, up=now - _EPOCH)


def _up_seconds() -> float:
    """Each system has a clock that counts sleep: Linux's since boot, macOS's monotonic one, Windows' only one."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def today(clock: Clock) -> date:
    """The local day (Europe/Berlin)."""
    return clock.now().astimezone(LOCAL).date()
