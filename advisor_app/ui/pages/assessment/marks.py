"""Marks below the cards: the level of an earlier assessment, and the target level."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

_LEVELS = 5
_TIP = 7
_ICON = 15


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
        self.setAccessibleName(", ".join(words for _, words, _, _ in self._marks()))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theming.font("caption", weight=600)).height()
        return QSize(200, self._theming.scaled(_TIP + 4) + max(line, self._theming.scaled(_ICON)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theming.font("caption", weight=600))
        column = self.width() / _LEVELS
        marks = self._marks()
        shared = len(marks) == 2 and marks[0][0] == marks[1][0]
        for index, (level, words, role, icon) in enumerate(marks):
            middle = column * (level + 0.5) + (column * (0.28 if index else -0.28) if shared else 0)
            self._paint_mark(painter, middle, words, role, icon)
        painter.end()

    def _paint_mark(self, painter: QPainter, middle: float, words: str, role: str, icon: str) -> None:
        """A tip below the card, and under it the icon with its words, both centred and within the row."""
        theming = self._theming
        tip, side, gap = theming.scaled(_TIP), theming.scaled(_ICON), theming.scaled(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theming.colour(role))
        painter.drawPolygon(QPolygonF([QPointF(middle, 0), QPointF(middle + tip, tip), QPointF(middle - tip, tip)]))
        top = tip + theming.scaled(4)
        height = self.height() - top
        wide = side + gap + painter.fontMetrics().horizontalAdvance(words)
        left = min(max(middle - wide / 2, 0), self.width() - wide)
        pixmap = theming.icon(icon, role).pixmap(QSize(side, side))
        painter.drawPixmap(QPointF(left, top + (height - side) / 2), pixmap)
        painter.setPen(theming.colour(role))
        painter.drawText(QRectF(left + side + gap, top, wide, height), Qt.AlignmentFlag.AlignVCenter, words)

    def _marks(self) -> list[tuple[int, str, str, str]]:
        marks = []
        if self._before is not None:
            marks.append((self._before, self.tr("zuvor {level}").format(level=self._before), "ink2", "history"))
        if self._target is not None:
            marks.append((self._target, self.tr("Zielstufe {level}").format(level=self._target), "target", "flag"))
        return marks
