"""The months above the bars; they stay while the rows scroll."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advisor_app.override import override


class ScheduleHead(QWidget):
    """Shows the upper edge of the picture, which ``paint`` paints so far above the widget's edge."""

    def __init__(self, parent: QWidget, paint: Callable[[QPainter, int], None]) -> None:
        super().__init__(parent)
        self._paint = paint
        self.setProperty("kind", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, 0)
        painter.end()
