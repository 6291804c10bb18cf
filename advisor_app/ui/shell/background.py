"""Work that takes longer than 50 ms: one worker thread, progress, cancel, results back on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import SIGNAL, QObject, Qt, Signal
from shiboken6 import isValid

from advisor_app.domain.errors import AdvisorError, Problem

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")

_SUCCEEDED = "_succeeded(PyObject)"
_REFUSED = "_refused(PyObject)"


class Job(QObject, Generic[T]):
    """One piece of work in the lane. Its signals are told by ``tell`` alone: that is safe whoever goes meanwhile."""

    _progressed = Signal(float, str)
    _succeeded = Signal(object)
    _refused = Signal(object)
    _crashed = Signal(object)
    _ended = Signal()

    # From the worker to the GUI thread, where the signals above are emitted: nobody can be told of too late.
    _reported = Signal(float, str)
    _arrived = Signal(str, object)

    def __init__(
        self,
        work: Callable[[Job[T]], T],
        parent: QObject,
        *,
        lost: Callable[[T], object] | None = None,
        unheard: Callable[[AdvisorError], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._lost = lost
        self._unheard = unheard
        self._made: list[T] = []  # the outcome, until it is told
        self._stop = Event()
        self._is_abandoned = False
        self._is_awaited = False  # whether a refusal concerns somebody
        self._reported.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def tell(
        self,
        receiver: QObject,
        *,
        progressed: Callable[[float, str], object] | None = None,
        succeeded: Callable[[T], object] | None = None,
        refused: Callable[[AdvisorError], object] | None = None,
        crashed: Callable[[Exception], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> None:
        """Call these on the GUI thread for as long as ``receiver`` lives: methods, partials and lambdas alike.

        ``progressed`` may come often, then one of ``succeeded``, ``refused`` (CANCELLED among the errors) and
        ``crashed`` (any other exception, a bug), then ``ended``. The receiver is what the calls act on: a page or
        dialog may be gone when the work ends. Where several act, each is told by itself.
        """
        self._is_awaited |= refused is not None
        for signal, slot in (
            ("_progressed(double,QString)", progressed),
            (_SUCCEEDED, succeeded),
            (_REFUSED, refused),
            ("_crashed(PyObject)", crashed),
            ("_ended()", ended),
        ):
            if slot is not None:
                QObject.connect(self, SIGNAL(signal), receiver, slot)

    def drop(self, receiver: QObject) -> None:
        """Stop, and tell this receiver nothing any more: newer work has taken the place of this, or none is wanted."""
        self.cancel()
        if isValid(self):  # else it has ended and gone
            self.disconnect(receiver)

    @property
    def cancelled(self) -> bool:
        """Whether the work should stop at its next opportunity."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def abandon(self) -> None:
        """Ask the work to stop and tell nobody how it ended, not even that: everything ends."""
        self._is_abandoned = True
        self.cancel()

    def take_back(self) -> None:
        """Let what has been made be lost, where nobody was told of it and the work has ended."""
        while self._made:
            made = self._made.pop()
            if self._lost is not None:
                self._lost(made)

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
            made = self._work(self)
            self._made.append(made)
            self._arrived.emit("succeeded", made)
        except AdvisorError as error:
            self._arrived.emit("refused", error)
        except Exception as error:  # noqa: BLE001 — handed to the crash dialog with its traceback
            self._arrived.emit("crashed", error)

    @property
    def _is_unheard(self) -> bool:
        """Whether somebody wanted to be told of a refusal who is gone by now; whoever goes may have cancelled it."""
        return self._is_awaited and not self.cancelled and not self.receivers(SIGNAL(_REFUSED))

    def _on_arrived(self, outcome: str, value: object) -> None:
        if self._is_abandoned:
            return
        if outcome == "succeeded" and not self.receivers(SIGNAL(_SUCCEEDED)):
            self.take_back()
        elif isinstance(value, AdvisorError) and self._unheard is not None and self._is_unheard:
            self._unheard(value)
        self._made.clear()
        {"succeeded": self._succeeded, "refused": self._refused, "crashed": self._crashed}[outcome].emit(value)
        self._ended.emit()


class BackgroundLane(QObject):
    """Runs jobs one after the other; the work may touch no widget, and the database only to read."""

    started = Signal(object)  # Job
    crashed = Signal(object)  # exception
    unheard = Signal(object)  # AdvisorError: work was refused, and whoever would have said so is gone

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None  # made for the first job: the window is painted before
        self._is_closed = False

    @property
    def is_busy(self) -> bool:
        """Whether a job waits, runs, or has something to tell."""
        return bool(self.findChildren(Job))

    def run(
        self,
        work: Callable[[Job[T]], T],
        *,
        needed_by: QObject | None = None,
        lost: Callable[[T], object] | None = None,
    ) -> Job[T]:
        """Queue work; say whom the returned job has to ``tell`` before the event loop turns.

        ``needed_by``: the work stops when this goes, as nobody would look at its outcome. Without it, it ends.
        ``lost``: takes back what the work has made where whoever would have taken it is gone by then.
        On a lane that was closed nothing runs and the job tells nothing: a timer may come after the end.
        """
        job = Job(work, self, lost=lost, unheard=self.unheard.emit)
        if self._is_closed:
            job.deleteLater()
            return job
        if needed_by is not None:
            needed_by.destroyed.connect(job.cancel)
        job.tell(self, crashed=self.crashed.emit, ended=job.deleteLater)
        self._worker().submit(job.run)
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Ask every job to stop and wait for the one that runs; so with the lanes that are children of this one.

        No job tells its outcome any more: whoever would go on with it is about to go, too, so it counts as lost.
        """
        self._is_closed = True
        for lane in self.findChildren(BackgroundLane):
            lane.close()
        jobs = self.findChildren(Job)
        for job in jobs:
            job.abandon()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        for job in jobs:
            job.take_back()

    def _worker(self) -> ThreadPoolExecutor:
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        return self._pool
