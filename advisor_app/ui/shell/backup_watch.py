"""Backups that the window makes by itself: every half hour where something was changed, and when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.override import override
from advisor_app.ui.shell.background import Job

if TYPE_CHECKING:
    from advisor_app.services.backups import Backups, MadeBackup
    from advisor_app.services.workspace import Workspace

LOOK_MS = 60_000
AFTER_FAILURE_MS = 5 * 60_000
_STEP = 0.01
CLOSING_MS = 60_000
"""How long the window stays open for its last backup, at the longest."""


class BackupWatch(QObject):
    """Looks once a minute whether a backup is due and makes it in a thread of its own.

    The thread holds nothing up, not even the end of the program: a network drive that does not answer cannot be left
    in any other way. What goes wrong is said once, and tried again.
    """

    made = Signal(object)  # MadeBackup
    warned = Signal(str)
    crashed = Signal(object)  # exception
    closing = Signal(object)  # Job: the last backup, with its progress

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace | None = None
        self._job: Job[MadeBackup | None] | None = None
        self._said: Problem | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the last backup is made, closing the window once more ends the waiting."""
        if event.type() is QEvent.Type.Close:
            self.give_up()
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def give_up(self) -> None:
        """Ask the backup that is being made to stop."""
        if self._job is not None:
            self._job.cancel()

    def begin(self, workspace: Workspace) -> None:
        """Look after an open workspace from now on."""
        self._workspace = workspace
        if not workspace.database.is_read_only:
            self._timer.start(LOOK_MS)

    def end(self) -> None:
        """Let go of the workspace; what is being made is given up and leaves nothing."""
        self._timer.stop()
        self._workspace = None
        self.give_up()

    def look(self) -> None:
        """Make what is due; nothing while one is being made."""
        if self._workspace is not None and self._job is None:
            self._start(lambda backups, report: backups.make_due(report))

    def finish(self) -> None:
        """Make the last backup before the window closes and return when it is made, cancelled, or its time is over."""
        workspace = self._workspace
        self._timer.stop()
        if workspace is None or workspace.database.is_read_only:
            return
        if self._job is None and (workspace.backup_place is not None or workspace.backups.is_changed):
            self._start(lambda backups, report: backups.make_last(report))
        if self._job is not None:
            self._wait_for(self._job)
        self.end()

    def _start(self, work: Callable[[Backups, Callable[[float], None]], MadeBackup | None]) -> None:
        if self._workspace is None:
            return
        backups, words = self._workspace.backups, self.tr("Sicherung …")

        def run(job: Job[MadeBackup | None]) -> MadeBackup | None:
            told = -1.0

            def report(share: float) -> None:
                nonlocal told
                job.checkpoint()
                if abs(share - told) >= _STEP:  # asked far more often than anybody can see
                    told = share
                    job.report(share, words)

            return work(backups, report)

        job = self._job = Job(run, self)
        job.tell(
            self,
            succeeded=self._on_job_succeeded,
            refused=self._on_job_refused,
            crashed=self.crashed.emit,
            ended=self._on_job_ended,
        )
        Thread(target=_run, args=(job,), name="backup", daemon=True).start()

    def _wait_for(self, job: Job[MadeBackup | None]) -> None:
        loop = QEventLoop()
        job.tell(loop, ended=loop.quit)
        QTimer.singleShot(CLOSING_MS, loop, loop.quit)
        self.closing.emit(job)
        handle = self._window.windowHandle()
        if handle is not None:
            # Of a widget that is about to close Qt keeps further requests to itself; its window gets them.
            handle.installEventFilter(self)
        loop.exec()
        if handle is not None:
            handle.removeEventFilter(self)

    def _on_job_succeeded(self, made: MadeBackup | None) -> None:
        self._timer.setInterval(LOOK_MS)
        if made is None:
            return
        self.made.emit(made)
        if made.problem is None:
            self._said = None
        else:
            self._say(made.problem)

    def _on_job_refused(self, error: AdvisorError) -> None:
        if self._job is not None and not self._job.cancelled:
            self._timer.setInterval(AFTER_FAILURE_MS)
            self._say(error)

    def _on_job_ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    def _say(self, error: AdvisorError) -> None:
        from advisor_app.texts.errors import sentence

        if self._workspace is not None and error.problem is not self._said:
            self._said = error.problem
            self.warned.emit(sentence(error, self._workspace.texts))


def _run(job: Job[MadeBackup | None]) -> None:
    with suppress(RuntimeError):  # the window may be gone by the time at which a drive answers
        job.run()
