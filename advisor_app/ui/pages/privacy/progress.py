"""Erasing under way: nothing else can be done in the window until it is over, as anything might be written again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel


class ErasingDialog(QDialog):
    """Shows how far a job is and goes with it; it cannot be closed before."""

    def __init__(self, theming: Theming, texts: Texts, job: Job[Any], parent: QWidget) -> None:
        super().__init__(parent)
        theming.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle("Beraterkoffer")
        self._texts = texts
        self._is_over = False
        self._step = TextLabel(theming, texts("privacy.step.rows"), "body")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(self.tr("Fortschritt"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(TextLabel(theming, self.tr("Es wird gelöscht"), "section", weight=600))
        layout.addWidget(self._step)
        layout.addWidget(self._bar)
        self.setMinimumWidth(theming.scaled(440))
        job.tell(self, progressed=self._on_job_progressed, ended=self._on_job_ended)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()

    def _on_job_progressed(self, share: float, step: str) -> None:
        self._bar.setValue(round(share * 100))
        self._step.setText(self._texts(f"privacy.step.{step}"))

    def _on_job_ended(self) -> None:
        self._is_over = True
        self.close()
