"""The bar at the foot: the step before, leaving one out, beginning and ending."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.agenda import AgendaStep, StepState, state_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.keys import native_keys

_WIDEST = 200
_AROUND_TITLE = 60
_LEAST_TITLE = 40
KEYS = "Ctrl+Return"


class FootBar(QWidget):
    """Says what can be done with the step one looks at."""

    back_wanted = Signal()
    skip_wanted = Signal()
    act_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._before = ""
        self.setProperty("kind", "foot-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = Button(theming, self.tr("Zurück"), "arrow-left")
        self.skip = Button(theming, self.tr("Überspringen"), "skip-forward")
        self.act = Button(theming, self.tr("Schritt beginnen"), "", "primary", shortcut=KEYS, show_keys=True)
        self._row = layout = QHBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.back)
        layout.addWidget(self.skip)
        layout.addStretch(1)
        layout.addWidget(self.act)
        self.back.clicked.connect(self.back_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.act.clicked.connect(self.act_wanted)
        self.set_narrow(narrow=False)

    def show_step(self, step: AgendaStep, before: AgendaStep | None) -> None:
        """Show what can be done with a step; ``before`` is the one that the way back leads to."""
        state = state_of(step)
        self.back.setVisible(before is not None)
        self._before = before.title if before is not None else ""
        self.skip.setVisible(state is not StepState.DONE)
        taken_up = state is StepState.SKIPPED
        self.skip.setText(self.tr("Doch nicht überspringen") if taken_up else self.tr("Überspringen"))
        words = {
            StepState.OPEN: self.tr("Schritt beginnen"),
            StepState.RUNNING: self.tr("Schritt beenden"),
            StepState.INTERRUPTED: self.tr("Schritt fortsetzen"),
            StepState.DONE: self.tr("Schritt fortsetzen"),
            StepState.SKIPPED: self.tr("Schritt beginnen"),
        }
        self.act.setText(words[state])
        self.act.setToolTip(f"{words[state]} ({native_keys(KEYS)})")
        self._fit()

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what the tooltips say too where there is no room for it."""
        self.act.set_keys_visible(visible=not narrow)
        self._row.setContentsMargins(16 if narrow else 32, 12, 16 if narrow else 32, 12)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Name the step before as far as there is room."""
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + 3 * self._row.spacing() + self.act.sizeHint().width()
        taken += self.skip.sizeHint().width() if not self.skip.isHidden() else 0
        room = min(self.width() - taken, self._theming.scaled(_WIDEST)) - self._theming.scaled(_AROUND_TITLE)
        shown = self.back.fontMetrics().elidedText(self._before, Qt.TextElideMode.ElideRight, max(room, 0))
        self.back.setText(shown.replace("&", "&&") if room > self._theming.scaled(_LEAST_TITLE) else "")
        named = self.tr("Zurück zu „{title}“").format(title=self._before)
        self.back.setToolTip(named)
        self.back.setAccessibleName(named)
