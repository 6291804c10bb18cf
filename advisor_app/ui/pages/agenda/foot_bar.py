"""The bar at the foot: the step before, leaving one out, stopping the clock, beginning and ending."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaStep, StepState, state_of
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.keys import native_keys

_WIDEST = 200
_AROUND_ICON = 60
KEYS, BACK_KEYS, SKIP_KEYS, PAUSE_KEYS = "Ctrl+Return", "Z", "S", "P"


class FootBar(QWidget):
    """Says what can be done with the step one looks at."""

    back_wanted = Signal()
    skip_wanted = Signal()
    pause_wanted = Signal()
    act_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._before = ""
        self._back_words = ""
        self._skip_words = ""
        self._pause_words = self._pause_meaning = ""
        self._act_words = ("", "")
        self._is_narrow = False
        self.setProperty("kind", "foot-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button(theming, self.tr("Zurück"), "arrow-left", shortcut=BACK_KEYS)
        self.skip = Button(theming, self.tr("Überspringen"), "skip-forward", shortcut=SKIP_KEYS)
        self.pause = Button(theming, self.tr("Pause"), "pause", shortcut=PAUSE_KEYS)
        self.act = Button(theming, self.tr("Schritt beginnen"), "", "primary", shortcut=KEYS, show_keys=True)
        self._row = layout = QHBoxLayout(self)
        layout.setSpacing(8)
        for button in (self.back, self.skip, self.pause):
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.act)
        self.back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.act.clicked.connect(self.act_wanted)
        self.set_narrow(narrow=False)

    def show_step(self, step: AgendaStep, before: AgendaStep | None, *, resumes: bool) -> None:
        """Show what can be done with a step; ``before``: where the way back leads, and whether that step resumes."""
        state = state_of(step)
        self.back.setVisible(before is not None)
        self._before = before.title if before is not None else ""
        words = self.tr("Zurück zu „{title}“, der Schritt geht weiter") if resumes else self.tr("Zurück zu „{title}“")
        self._back_words = words.format(title=self._before)
        self.skip.setVisible(state is not StepState.DONE)
        taken_up = state is StepState.SKIPPED
        self._skip_words = self.tr("Doch nicht überspringen") if taken_up else self.tr("Überspringen")
        acts = {
            StepState.OPEN: self.tr("Schritt beginnen"),
            StepState.RUNNING: self.tr("Schritt beenden"),
            StepState.INTERRUPTED: self.tr("Schritt fortsetzen"),
            StepState.DONE: self.tr("Schritt fortsetzen"),
            StepState.SKIPPED: self.tr("Schritt beginnen"),
        }
        shorter = {StepState.RUNNING: self.tr("Beenden"), StepState.OPEN: self.tr("Beginnen")}
        shorter[StepState.SKIPPED] = shorter[StepState.OPEN]
        self._act_words = (acts[state], shorter.get(state, self.tr("Fortsetzen")))
        self.act.setAccessibleName(acts[state])
        self.act.setToolTip(f"{acts[state]} ({native_keys(KEYS)})")
        self._fit()

    def show_clock(self, *, runs: bool, stands: bool) -> None:
        """Offer to stop the clock of a day that runs, or to let it go on."""
        self.pause.setVisible(runs or stands)
        self._pause_meaning = (
            self.tr("Pause beenden, die Uhr läuft weiter") if stands else self.tr("Pause, die Uhr steht")
        )
        self._pause_words = self.tr("Fortsetzen") if stands else self.tr("Pause")
        self.pause.show_icon("play" if stands else "pause")
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what the tooltips say too where there is no room for it."""
        self._is_narrow = narrow
        self._row.setContentsMargins(16 if narrow else 32, 12, 16 if narrow else 32, 12)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the words what room there is: first the keys go, as the tooltips say them, then words at the left."""
        margins, icon = self._row.contentsMargins(), self._theming.scaled(_AROUND_ICON)
        room = self.width() - margins.left() - margins.right() - 3 * self._row.spacing()
        self.act.setText(self._act_words[0])
        words = {self.skip: self._skip_words, self.pause: self._pause_words}
        shown = {button: text for button, text in words.items() if not button.isHidden()}
        wide = {button: self.skip.fontMetrics().horizontalAdvance(text) + icon for button, text in shown.items()}
        advance, shortest = self.back.fontMetrics().horizontalAdvance, self.tr("Zurück")
        back = 0 if self.back.isHidden() else icon + advance(shortest)
        self.act.set_keys_visible(visible=not self._is_narrow)
        if room < sum(wide.values()) + back + self.act.sizeHint().width():
            self.act.set_keys_visible(visible=False)
        icons = icon * (len(shown) + (not self.back.isHidden()))
        if room < icons + self.act.sizeHint().width():
            self.act.setText(self._act_words[1])
        room -= self.act.sizeHint().width() + icons
        for button, text in shown.items():
            fits = room >= wide[button] - icon
            button.setText(text if fits else "")
            room -= (wide[button] - icon) * fits
        self._name(self.skip, self._skip_words, SKIP_KEYS)
        self._name(self.pause, self._pause_meaning, PAUSE_KEYS)
        self._name(self.back, self._back_words, BACK_KEYS)
        widest = min(room, self._theming.scaled(_WIDEST))
        named = self._before if advance(self._before) <= widest else shortest
        self.back.setText(named.replace("&", "&&") if advance(named) <= room else "")

    @staticmethod
    def _name(button: Button, words: str, keys: str) -> None:
        button.setToolTip(f"{words} ({native_keys(keys)})")
        button.setAccessibleName(words)
