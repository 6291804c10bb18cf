"""Time as an injected dependency."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol

from advisor_app.domain.local_time import LOCAL


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC)


def today(clock: Clock) -> date:
    """The local day (Europe/Berlin)."""
    return clock.now().astimezone(LOCAL).date()
