"""What both pages stand in: one column on paper that scrolls, and a line that tells how far some work is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from advisor_app.services.case_export import Progress
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.labels import TextLabel

_WIDEST = 880


class PaperColumn(QScrollArea):
    """Widgets below one another, no wider than one reads."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        content, self._column = QWidget(), QWidget()
        content.setProperty("kind", "paper")
        content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 20, 24, 28)
        row.addWidget(self._column, 1)
        row.addStretch(0)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below those that are there."""
        for widget in widgets:
            # What is chosen or pressed is as wide as its words, everything else as wide as the column.
            aligned = Qt.AlignmentFlag.AlignLeft if isinstance(widget, Button | Segments) else Qt.AlignmentFlag(0)
            self._layout.insertWidget(self._layout.count() - 1, widget, 0, aligned)

    def _on_theming_changed(self) -> None:
        self._column.setMaximumWidth(self._theming.scaled(_WIDEST))


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
        """Show a job until it ends."""
        self._job = job
        self._words.setText(words)
        self._bar.setValue(0)
        job.progressed.connect(self._on_job_progressed)
        job.ended.connect(self._on_job_ended)
        self.show()

    def stop(self) -> None:
        """Ask the job to stop at its next opportunity."""
        if self._job is not None:
            self._job.cancel()

    def _on_job_progressed(self, share: float, _label: str) -> None:
        self._bar.setValue(round(share * 100))

    def _on_job_ended(self) -> None:
        self._job = None
        self.hide()


def reporting(job: Job[Any]) -> Progress:
    """Tell a job how far its work is; the work stops where that was asked for."""

    def report(share: float) -> None:
        job.checkpoint()
        job.report(share)

    return report
