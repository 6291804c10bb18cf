"""Work that takes longer than 50 ms: one worker thread, progress, cancel, results back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Job(QObject, Generic[T]):
    """One piece of work in the lane. Signals arrive on the GUI thread: ``progressed``, one outcome, then ``ended``."""

    progressed = Signal(float, str)
    succeeded = Signal(object)
    refused = Signal(object)  # AdvisorError, CANCELLED among them
    crashed = Signal(object)  # any other exception: a bug
    ended = Signal()

    # From the worker to the GUI thread, where the signals above are emitted: nobody can connect to them too late.
    _reported = Signal(float, str)
    _arrived = Signal(str, object)

    def __init__(self, work: Callable[[Job[T]], T], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._is_abandoned = False
        self._reported.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop at its next opportunity."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def abandon(self) -> None:
        """Ask the work to stop, and tell nobody how it ended."""
        self._is_abandoned = True
        self.cancel()

    def checkpoint(self) -> None:
        """Called by the work where it can stop; raises AdvisorError(CANCELLED) once that was asked for."""
        if self.cancelled:
            raise AdvisorError(Problem.CANCELLED)

    def report(self, share: float, label: str = "") -> None:
        """Called by the work: how far it is (0–1) and with what."""
        self._reported.emit(share, label)

    def run(self) -> None:
        """Do the work on the worker thread."""
        try:
            self.checkpoint()
            self._arrived.emit("succeeded", self._work(self))
        except AdvisorError as error:
            self._arrived.emit("refused", error)
        except Exception as error:  # noqa: BLE001 — handed to the crash dialog with its traceback
            self._arrived.emit("crashed", error)

    def _on_arrived(self, outcome: str, value: object) -> None:
        if self._is_abandoned:
            return
        {"succeeded": self.succeeded, "refused": self.refused, "crashed": self.crashed}[outcome].emit(value)
        self.ended.emit()


class BackgroundLane(QObject):
    """Runs jobs one after the other; the work may touch no widget, and the database only to read."""

    started = Signal(object)  # Job
    crashed = Signal(object)  # exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None  # made for the first job: the window is painted before
        self._is_closed = False

    @property
    def is_busy(self) -> bool:
        """Whether a job waits, runs, or has something to tell."""
        return bool(self.findChildren(Job))

    def run(self, work: Callable[[Job[T]], T]) -> Job[T]:
        """Queue work; connect to the returned job before the event loop turns.

        On a lane that was closed nothing runs and the job tells nothing: a timer may come after the end.
        """
        job = Job(work, self)
        if self._is_closed:
            job.deleteLater()
            return job
        job.crashed.connect(self.crashed)
        job.ended.connect(job.deleteLater)
        self._worker().submit(job.run)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Ask every job to stop and wait for the one that runs; so with the lanes that are children of this one.

        No job tells its outcome any more: whoever would go on with it is about to go, too.
        """
        self._is_closed = True
        for lane in self.findChildren(BackgroundLane):
            lane.close()
        for job in self.findChildren(Job):
            job.abandon()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _worker(self) -> ThreadPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        return self._pool
