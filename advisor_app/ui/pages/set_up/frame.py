"""What all steps of the set-up stand in: the list of steps, the step, and the bar at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.pages.set_up.step_list import StepList
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.labels import vertical_hairline

_LIST_BELOW = 860


class SetUpFrame(QWidget):
    """Holds one step at a time; in narrow windows the list of steps is left out, the foot bar still leads on."""

    back_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.steps = StepList(theming)
        self._line = vertical_hairline()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("paper")
        self._scroll.setWidgetResizable(True)
        self.back_button = Button(theming, "", "arrow-left")
        self._note = ElidedLabel(theming, "", "body", "secondary")
        self.next_button = Button(theming, "", "", "primary", shortcut="Ctrl+Return", show_keys=True)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.steps)
        body.addWidget(self._line)
        body.addWidget(self._scroll, 1)
        foot = QWidget()
        foot.setProperty("kind", "foot-bar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(foot)
        row.setContentsMargins(28, 12, 28, 12)
        row.setSpacing(16)
        row.addWidget(self.back_button)
        row.addWidget(self._note, 1)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(foot)
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)

    def show_step(self, step: QWidget) -> None:
        """Show another step; the one before stays with its owner."""
        if self._scroll.widget() is not step:
            before = self._scroll.takeWidget()
            if before is not None:
                before.hide()
                before.setParent(self)
            step.setProperty("kind", "paper")
            step.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._scroll.setWidget(step)
            step.show()

    def show_foot(self, back: str, note: str, onwards: str, *, can_go_on: bool = True) -> None:
        """Say where the two buttons lead; an empty ``back`` has none."""
        self.back_button.setText(back)
        self.back_button.setVisible(bool(back))
        self._note.setText(note)
        self.next_button.setText(onwards)
        self.next_button.setEnabled(can_go_on)
        self.next_button.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._theming.scaled(_LIST_BELOW)
        self.steps.setVisible(wide)
        self._line.setVisible(wide)


class StepColumn(QWidget):
    """A column in the middle of a step that never grows wider than text can be read."""

    def __init__(self, theming: Theming, widest: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._widest = widest
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 20, 28, 24)
        self.column.setSpacing(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def _on_theming_changed(self) -> None:
        self.setMaximumWidth(self._theming.scaled(self._widest))
