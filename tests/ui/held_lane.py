"""Work that waits, so that what is done to it comes before it ends, however fast it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from advisor_app.ui.shell.background import BackgroundLane
from tests.patience import PATIENCE_SECONDS


@contextmanager
def held(lane: BackgroundLane) -> Iterator[None]:
    """Let what is begun within the block wait for its end."""
    gate = Event()
    lane.run(lambda _job: gate.wait(PATIENCE_SECONDS))
    try:
        yield
    finally:
        gate.set()
