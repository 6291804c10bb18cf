"""The status bar: when the last commit was, what runs in the background, theme and zoom."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from advisor_app.services.clock import LOCAL
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, key_label


class StatusBar(QStatusBar):
    """Tells when the last commit was, by the commit's own time, never by a guess."""

    palette_wanted = Signal()
    theme_toggled = Signal()
    zoom_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._job: Job[object] | None = None
        self._state: tuple[str, str, str] = ("check", "success", "")
        self.setSizeGripEnabled(False)
        self._icon = QLabel(self)
        self._saved = TextLabel(theming, "", "caption", "success", tabular=True)
        self._label = TextLabel(theming, "", "caption", "secondary")
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(120)
        self._cancel = Button(theming, self.tr("Abbrechen"), "x", "status")
        self._keys = key_label(theming, self.tr("Strg+K"))
        self._palette = Button(theming, self.tr("Befehle"), "", "status", tooltip=self.tr("Befehle und Fälle (Strg+K)"))
        self._theme = Button(theming, "", "sun", "status", tooltip=self.tr("Hell oder dunkel"))
        self._zoom = Button(theming, "", "zoom-in", "status", tooltip=self.tr("Schriftgröße (Strg++ und Strg+-)"))
        self.addWidget(self._icon)
        self.addWidget(self._saved)
        self.addWidget(self._label)
        self.addWidget(self._progress)
        self.addWidget(self._cancel)
        for widget in (self._keys, self._palette, self._theme, self._zoom):
            self.addPermanentWidget(widget)
        self._palette.clicked.connect(self.palette_wanted)
        self._theme.clicked.connect(self.theme_toggled)
        self._zoom.clicked.connect(self.zoom_wanted)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        theming.changed.connect(self._on_theming_changed)
        self._show_job(visible=False)
        self._on_theming_changed()

    @property
    def saved_text(self) -> str:
        """What the bar says about saving."""
        return self._saved.text()

    def show_saved(self, at: datetime) -> None:
        """Everything is on disk since this instant."""
        self._show_state(
            "check", "success", self.tr("gesichert {time}").format(time=f"{at.astimezone(LOCAL):%H:%M:%S}")
        )

    def show_opened(self) -> None:
        """Nothing was changed yet."""
        self._show_state("check", "success", self.tr("alles gesichert"))

    def show_writing(self) -> None:
        """Something is typed and not yet on disk."""
        self._show_state("pencil", "secondary", self.tr("schreibt …"))

    def show_failed(self) -> None:
        """The last edit could not be written."""
        self._show_state("triangle-alert", "error", self.tr("nicht gesichert"))

    def show_job(self, job: Job[object]) -> None:
        """Show progress and the way to cancel while a job runs."""
        self._job = job
        self._progress.setRange(0, 0)
        self._label.setText("")
        self._cancel.setEnabled(True)
        self._show_job(visible=True)
        job.progressed.connect(self._on_job_progressed)
        job.ended.connect(self._on_job_ended)

    def _show_job(self, *, visible: bool) -> None:
        for widget in (self._label, self._progress, self._cancel):
            widget.setVisible(visible)

    def _show_state(self, icon: str, tone: str, text: str) -> None:
        self._state = (icon, tone, text)
        role = "ink2" if tone == "secondary" else tone
        self._icon.setPixmap(self._theming.icon(icon, role).pixmap(self._theming.icon_size() * 0.85))
        self._saved.set_tone(tone)
        self._saved.setText(text)

    def _on_job_progressed(self, share: float, label: str) -> None:
        if self.sender() is self._job:
            self._progress.setRange(0, 100)
            self._progress.setValue(round(share * 100))
            self._label.setText(label)

    def _on_job_ended(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show_job(visible=False)

    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._cancel.setEnabled(False)

    def _on_theming_changed(self) -> None:
        dark = self._theming.is_dark
        self._theme.setText(self.tr("Dunkel") if dark else self.tr("Hell"))
        self._theme.setIcon(self._theming.icon("moon" if dark else "sun"))
        self._zoom.setText(f"{self._theming.zoom} %")
        for button in (self._palette, self._theme, self._zoom, self._cancel):
            button.setFont(self._theming.font("caption"))
        self.setMinimumHeight(round(self._theming.theme.size["status_bar"] * self._theming.zoom / 100))
        self._show_state(*self._state)
