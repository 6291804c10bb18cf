"""Waiting in tests: as long as a busy machine may need, and without keeping it from its work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partialmethod
from time import monotonic, process_time

from pytestqt.exceptions import TimeoutError as TookTooLong
from pytestqt.qtbot import QtBot

from advisor_app.override import override

PATIENCE_SECONDS = 120.0
PATIENCE_MS = round(1000 * PATIENCE_SECONDS)
_FIRST_PAUSE_MS, _LONGEST_PAUSE_MS = 5, 100


@contextmanager
def cheaply() -> Iterator[None]:
    """Fail for work that would take minutes or never end: by this process's own time, as others may be busy."""
    begun = process_time()
    yield
    assert process_time() - begun < PATIENCE_SECONDS / 4


class PatientBot(QtBot):
    """Only what never comes fails a test; pytest-qt by itself gives up after five seconds.

    What is asked again and again is asked ever more rarely: with a question every ten milliseconds the window's thread
    takes the interpreter from the thread that works, which on a busy machine then gets one moment in twenty.
    """

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        __tracebackhide__ = True
        pause, end = float(_FIRST_PAUSE_MS), monotonic() + timeout / 1000
        while True:
            missed: AssertionError | None = None
            try:
                answer = callback()
            except AssertionError as error:
                answer, missed = False, error
            if answer is None or answer is True:
                return
            if answer is not False:
                raise TypeError(f"neither yes nor no: {answer!r}")
            if monotonic() > end:
                raise TookTooLong(f"not so after {timeout} ms") from missed
            self.wait(round(pause))
            pause = min(1.3 * pause, _LONGEST_PAUSE_MS)


# Each waits for something of Qt and takes nothing from anybody meanwhile: only its patience is longer.
for _name in ("waitActive", "waitCallback", "waitExposed", "waitSignal", "waitSignals"):
    setattr(PatientBot, _name, partialmethod(getattr(QtBot, _name), timeout=PATIENCE_MS))
