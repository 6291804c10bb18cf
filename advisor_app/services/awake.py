"""Keeps display and computer from going to sleep while something is shown to a room.

The ways of the systems are wakepy's: ``SetThreadExecutionState`` on Windows, ``caffeinate`` on macOS, the screensaver
and session services over D-Bus on Linux. All of them end with the process, however it ends.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

_LOOK_EVERY_S = 1.0


class KeepAwake:
    """Holds the machine awake between ``start`` and ``stop``; a thread of its own asks, as the asking can take seconds.

    ``told`` hears from that thread whether the system has agreed.
    """

    def __init__(self, told: Callable[[bool], None]) -> None:
        self._told = told
        self._over: threading.Event | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_on(self) -> bool:
        """Whether sleep is to be kept away now."""
        return self._over is not None

    def start(self) -> None:
        """Keep awake from now on; nothing more where that is so already."""
        if self._over is None:
            self._over = threading.Event()
            self._thread = threading.Thread(target=self._hold, args=(self._over,), name="keep-awake", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Let the machine sleep again, and wait a moment until that is said."""
        if self._over is not None and self._thread is not None:
            self._over.set()
            self._thread.join(timeout=5)
            self._over = self._thread = None

    def _hold(self, over: threading.Event) -> None:
        from wakepy import keep

        with keep.presenting(on_fail="pass") as mode:
            self._told(mode.active)
            # A program that ends without a word must not be held up by the thread in which wakepy asks Windows.
            while not over.wait(_LOOK_EVERY_S) and threading.main_thread().is_alive():
                pass
