"""Work that takes longer than 50 ms: one worker thread, progress, cancel, results back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from advisor_app.domain.errors import AdvisorError

T = TypeVar("T")


class Job(QObject, Generic[T]):
    """One piece of work in the lane. Signals arrive on the GUI thread; exactly one of the last three comes last."""

    progressed = Signal(float, str)
    succeeded = Signal(object)
    refused = Signal(object)  # AdvisorError
    crashed = Signal(object)  # any other exception: a bug
    ended = Signal()

    _arrived = Signal(object)

    def __init__(self, work: Callable[[Job[T]], T], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop at its next opportunity."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; it then ends with ``refused`` (CANCELLED)."""
        self._stop.set()

    def report(self, share: float, label: str = "") -> None:
        """Called by the work: how far it is (0–1) and with what."""
        self.progressed.emit(share, label)

    def run(self) -> None:
        """Do the work on the worker thread."""
        try:
            self._arrived.emit((self.succeeded, self._work(self)))
        except AdvisorError as error:
            self._arrived.emit((self.refused, error))
        except Exception as error:  # noqa: BLE001 — handed to the crash dialog with its traceback
            self._arrived.emit((self.crashed, error))

    def _on_arrived(self, outcome: tuple[Signal, object]) -> None:
        signal, value = outcome
        signal.emit(value)  # type: ignore[attr-defined]  # bound signals have emit
        self.ended.emit()


class BackgroundLane(QObject):
    """Runs jobs one after the other; neither database nor widgets may be touched by the work."""

    started = Signal(object)  # Job
    crashed = Signal(object)  # exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._running: set[Future[None]] = set()

    def run(self, work: Callable[[Job[T]], T]) -> Job[T]:
        """Queue work; connect to the returned job before the event loop turns."""
        job = Job(work, self)
        job.crashed.connect(self.crashed)
        job.ended.connect(job.deleteLater)
        self._pool.submit(job.run)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Wait for the running job and drop the rest."""
        self._pool.shutdown(wait=True, cancel_futures=True)
