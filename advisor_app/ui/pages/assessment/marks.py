"""Marks below the cards: the level of an earlier assessment, and the target level."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from advisor_app.ui.shell.theming import Theming

_LEVELS = 5


class MarksRow(QWidget):
    """Small triangles under the columns of the levels they name, each with its words."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._before: int | None = None
        self._target: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, before: int | None, target: int | None) -> None:
        """Show an earlier level and the target level, None for what there is not."""
        self._before = before
        self._target = target
        self.setAccessibleName(", ".join(words for _, words, _ in self._marks()))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, round(34 * self._theming.zoom / 100))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theming.font("caption"))
        column = self.width() / _LEVELS
        marks = self._marks()
        shared = len(marks) == 2 and marks[0][0] == marks[1][0]
        for index, (level, words, role) in enumerate(marks):
            middle = column * (level + 0.5) + (column * (0.28 if index else -0.28) if shared else 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theming.colour(role))
            tip = QPointF(middle, 2)
            painter.drawPolygon(QPolygonF([tip, tip + QPointF(6, 7), tip + QPointF(-6, 7)]))
            painter.setPen(self._theming.colour(role))
            painter.drawText(QRectF(middle - 90, 11, 180, self.height() - 11), Qt.AlignmentFlag.AlignHCenter, words)
        painter.end()

    def _marks(self) -> list[tuple[int, str, str]]:
        marks = []
        if self._before is not None:
            marks.append((self._before, self.tr("zuvor {level}").format(level=self._before), "ink2"))
        if self._target is not None:
            marks.append((self._target, self.tr("Zielstufe {level}").format(level=self._target), "target"))
        return marks
