"""A field to search in: a glass before it, the key that leads to it behind it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.keys import key_size, native_keys, paint_key

_SPACE = 12


class SearchField(QLineEdit):
    """Emits ``searched`` as one types; Down, Enter and Escape are told, so that a list can follow."""

    searched = Signal(str)
    moved_down = Signal()
    entered = Signal()
    escaped = Signal()

    def __init__(self, theming: Theming, placeholder: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._keys = native_keys(keys) if keys else ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(self._on_self_text_changed)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        signal = {
            Qt.Key.Key_Down: self.moved_down,
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Escape: self.escaped,
        }.get(Qt.Key(event.key()))
        if signal is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        signal.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = self._theming.size("icon")
        left = self._theming.scaled(_SPACE)
        self._theming.icon("search", "ink2").paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        size = key_size(self._theming, self._keys)
        words = self.fontMetrics().horizontalAdvance(self.placeholderText()) + self.textMargins().left()
        if self._keys and not self.text() and words + size.width() + 4 * left < self.width():
            right = self.width() - self._theming.scaled(_SPACE)
            place = QRect(right - size.width(), (self.height() - size.height()) // 2, size.width(), size.height())
            paint_key(painter, place, self._theming, self._keys)
        painter.end()

    def _on_self_text_changed(self, text: str) -> None:
        self.searched.emit(text)

    def _on_theming_changed(self) -> None:
        self.setTextMargins(self._theming.scaled(_SPACE) + self._theming.size("icon") - 2, 0, 0, 0)
        self.update()
