"""A rating from 1 to 5, or none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import ValueField

STEPS = (1, 2, 3, 4, 5)


class _Step(QPushButton):
    """One figure of the rating; only one of them is a stop of the Tab key."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(str(number), parent)
        self.setCheckable(True)
        self.setProperty("kind", "segment")
        self.setProperty("figure", "true")
        self.setProperty("place", {1: "first", STEPS[-1]: "last"}.get(number, "middle"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the rating moves; a button would go to whatever stands beside it
        else:
            super().keyPressEvent(event)

    @override
    def nextCheckState(self) -> None:
        """Leave the state to the snapshot."""


class Rating(ValueField):
    """Five figures in a row: keys 1 to 5 choose, Delete or choosing the same one again empties."""

    def __init__(
        self, theming: Theming, low: str, high: str, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        """``low`` and ``high`` say what 1 and 5 mean; ``compact`` leaves these words to the tooltips."""
        super().__init__(parent)
        self._value: int | None = None
        self._compact = compact
        self._name = ""
        self._ends = {STEPS[0]: low, STEPS[-1]: high}
        self.buttons = {number: _Step(number, self) for number in STEPS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for number, button in self.buttons.items():
            layout.addWidget(button)
            button.clicked.connect(lambda _checked=False, number=number: self._choose(number))
        layout.addSpacing(8)
        self._words = TextLabel(theming, "", "caption", "secondary")
        layout.addWidget(self._words)
        if compact:
            self._words.hide()
        layout.addStretch(1)
        theming.changed.connect(self._fit)
        self._theming = theming
        self._fit()
        self.show_value(None)

    @override
    def show_value(self, value: Any) -> None:
        self._value = value
        stop = value or STEPS[0]
        had_focus = any(button.hasFocus() for button in self.buttons.values())
        for number, button in self.buttons.items():
            button.setChecked(number == value)
            is_stop = number == stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[stop])
        if had_focus:
            self.buttons[stop].setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.setText("" if value else self.tr("noch offen"))
        if value in self._ends:
            self._words.setText(self._ends[value])
        self._name_buttons()

    @override
    def set_name(self, name: str) -> None:
        self._name = name
        self._name_buttons()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if step is not None:
            self._move_focus(step)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self._commit(int(key) - int(Qt.Key.Key_0))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._commit(None)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        for button in self.buttons.values():
            button.setFont(self._theming.font("body", weight=600))
            button.setFixedWidth(self._theming.scaled(28 if self._compact else 38))

    def _choose(self, number: int) -> None:
        self._commit(None if number == self._value else number)

    def _commit(self, value: int | None) -> None:
        if value != self._value:
            self.edited.emit(value, "")

    def _move_focus(self, step: int) -> None:
        focused = next((number for number, button in self.buttons.items() if button.hasFocus()), STEPS[0])
        self.buttons[min(max(focused + step, STEPS[0]), STEPS[-1])].setFocus(Qt.FocusReason.TabFocusReason)

    def _name_buttons(self) -> None:
        for number, button in self.buttons.items():
            meaning = self._ends.get(number, "")
            words = self.tr("{name}: {number} von 5").format(name=self._name, number=number)
            button.setAccessibleName(f"{words}, {meaning}" if meaning else words)
            button.setToolTip(meaning)
