"""What is being done in the background, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class WorkLine(QWidget):
    """What is being done, how far it is, and a way to stop it; hidden while nothing is done."""

    stopped = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job[Any] | None = None
        self._words = TextLabel(theming, "", "body", "secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(self.tr("Fortschritt"))
        self.stop_button = Button(theming, self.tr("Abbrechen"), "x", "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop_button)
        self.stop_button.clicked.connect(self.stop)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def follow(self, job: Job[Any], words: str) -> None:
        """Show a job until it ends, in place of one that is shown."""
        self._job = job
        self._words.setText(words)
        self._bar.setValue(0)
        job.tell(self, progressed=partial(self._on_job_progressed, job), ended=partial(self._on_job_ended, job))
        self.show()

    def stop(self) -> None:
        """Ask the job to stop at its next opportunity."""
        if self._job is not None:
            self._job.cancel()

    def _on_job_progressed(self, job: Job[Any], share: float, _label: str) -> None:
        if job is self._job:
            self._bar.setValue(round(share * 100))

    def _on_job_ended(self, job: Job[Any]) -> None:
        if job is self._job:  # not one that another has taken the place of
            self._job = None
            self.hide()


def reporting(job: Job[Any]) -> Callable[[float], None]:
    """Tell a job how far its work is; the work stops where that was asked for."""

    def report(share: float) -> None:
        job.checkpoint()
        job.report(share)

    return report
