"""One of a few values, chosen from a list that opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from advisor_app.override import override
from advisor_app.ui.widgets.value_field import ValueField


class ChoiceBox(QComboBox):
    """A combo box that the wheel never changes by accident; Alt+Up and Alt+Down are its own, whatever the page does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _opens(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _opens(event: QKeyEvent) -> bool:
    """Whether a key opens or closes the list, as in every program."""
    is_alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
    return is_alone and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)


class ChoiceField(ValueField):
    """Commits as soon as something is chosen."""

    def __init__(self, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        """Build from (value, label) pairs."""
        super().__init__(parent)
        self.box = ChoiceBox()
        self._value: Any = None
        self._values: list[Any] = []
        self._hold(self.box)
        self.set_choices(choices)
        self.box.activated.connect(self._on_box_activated)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Replace the choices; what is chosen stays."""
        self._values = [value for value, _ in choices]
        labels = [label for _, label in choices]
        if labels != [self.box.itemText(index) for index in range(self.box.count())]:
            self.box.clear()
            self.box.addItems(labels)
        self.show_value(self._value)

    @override
    def show_value(self, value: Any) -> None:
        self._value = value
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def _on_box_activated(self, index: int) -> None:
        if self._values[index] != self._value:
            self.edited.emit(self._values[index], "")


class CheckField(ValueField):
    """Yes or no."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(label.replace("&", "&&"))
        self._hold(self.box)
        self.box.clicked.connect(self._on_box_clicked)

    @override
    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def _on_box_clicked(self) -> None:
        self.edited.emit(self.box.isChecked(), "")
