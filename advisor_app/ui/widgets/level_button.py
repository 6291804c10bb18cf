"""One level of a question as a small square to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.level_chip import paint_level_chip


class LevelButton(QAbstractButton):
    """One level of a question in a list; its anchor is the tooltip and the spoken name."""

    def __init__(self, theming: Theming, level: int, anchor: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._level = level
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(anchor)
        self.setAccessibleName(self.tr("Stufe {level}: {anchor}").format(level=level, anchor=anchor))
        side = round(32 * theming.zoom / 100)
        self.setFixedSize(side, side)

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        if self.isChecked():
            paint_level_chip(painter, box, self._theming, self._level)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theming.colour("primary"), 2))
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 6, 6)
        else:
            painter.setPen(QPen(self._theming.colour("primary" if self.underMouse() else "line_strong"), 1))
            painter.setBrush(self._theming.colour("paper"))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(self._theming.colour("ink2"))
            painter.setFont(self._theming.font("caption"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._level))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theming.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.end()
