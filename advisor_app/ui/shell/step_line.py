"""The line above the pages of a case that leads back to the step of the workshop day, with the step's clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.agenda import current_step, find_step, is_paused
from advisor_app.override import override
from advisor_app.ui.pages.registry import CASE_PAGES
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from advisor_app.domain.agenda import AgendaDay, AgendaStep
    from advisor_app.domain.changes import Change
    from advisor_app.ui.pages.agenda.clock_reading import ClockReading
    from advisor_app.ui.shell.main_window import MainWindow

KEYS = "F4"
_AGENDA = "agenda"
_SECOND_MS = 1000
_TONES = {"calm": "secondary", "amber": "amber", "error": "error"}


class StepLine(QWidget):
    """Shown on every page of a case but the agenda, while a step runs or after one has led there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._step_id = ""  # that led away from the agenda
        self._reading: ClockReading | None = None
        theming = window.theming
        theming.dress(self)
        self.setProperty("kind", "step-line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(theming, "", "body", weight=600)
        self.clock = TextLabel(theming, "", "body", "secondary", weight=600, tabular=True)
        self.back = Button(theming, self.tr("Zurück zum Schritt"), "arrow-left", "link", shortcut=KEYS, show_keys=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(16)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.clock)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._show_clock)
        self.back.clicked.connect(self.go_back)
        self.hide()

    def remember(self) -> None:
        """A page asks for another one: where that is the agenda, its step is the way back."""
        page = self._window.page
        if self._window.stack.shown == _AGENDA and page is not None:
            self._step_id = page.present_item()

    def forget(self) -> None:
        """Somebody goes elsewhere: only a step that runs leads back."""
        self._step_id = ""

    def show_for(self, page: str) -> None:
        """Show or hide the line for a page that is shown now."""
        if page == _AGENDA:
            self.forget()
        self._show_step()

    def on_case_changed(self, changes: tuple[Change, ...]) -> None:
        """Follow the day."""
        from advisor_app.domain.changes import AgendaDaySet

        if any(isinstance(change, AgendaDaySet) for change in changes):
            self._show_step()

    def go_back(self) -> None:
        """Show the step in the agenda again."""
        found = self._found()
        if found is not None:
            self._window.show_page(_AGENDA, found[1].id)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _found(self) -> tuple[AgendaDay, AgendaStep] | None:
        """The step that led here, else the one that runs."""
        bridge = self._window.bridge
        if bridge is None:
            return None
        for day in bridge.case.agenda.values():
            step = find_step(day, self._step_id)
            if step is not None:
                return day, step
        for day in bridge.case.agenda.values():
            step = current_step(day)
            if step is not None:
                return day, step
        return None

    def _show_step(self) -> None:
        entry = self._window.stack.entry
        found = self._found() if entry in CASE_PAGES and self._window.stack.shown != _AGENDA else None
        if found is not None:
            day, step = found
            place = self.tr("Schritt {place} von {count}: {title}")
            self.title.setText(place.format(place=day.steps.index(step) + 1, count=len(day.steps), title=step.title))
            self._show_clock()
        self.setVisible(found is not None)

    def _show_clock(self) -> None:
        from advisor_app.ui.pages.agenda.clock_reading import read_clock

        found = self._found()
        if found is None or not (current_step(found[0]) or is_paused(found[0])):
            self.clock.setText("")
            return
        workspace = self._window.workspace
        before = self._reading
        reading = self._reading = read_clock(found[0], workspace.clock.now(), workspace.preferences.language)
        self.clock.setText(f"{reading.title}  {reading.figure}")
        self.clock.set_tone(_TONES[reading.tone.value])
        if before is not None and before.tone is not reading.tone and before.given == reading.given:
            announce(self, f"{reading.title}: {reading.figure}")
