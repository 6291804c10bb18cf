"""A few words beside the pointer while something is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from advisor_app.ui.shell.theming import Theming


def paint_bubble(painter: QPainter, theming: Theming, width: int, pointer: QPointF, words: str) -> None:
    """Paint words above the right of the pointer, within a view of this width."""
    painter.setFont(theming.font("caption", weight=600, tabular=True))
    size = painter.fontMetrics().size(0, words)
    bubble = QRectF(0, 0, size.width() + theming.scaled(16), size.height() + theming.scaled(8))
    bubble.moveBottomLeft(pointer + QPointF(12, -10))
    bubble.moveRight(min(bubble.right(), width - 4))
    bubble.moveTop(max(bubble.top(), 2))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theming.colour("ink"))
    painter.drawRoundedRect(bubble, 4, 4)
    painter.setPen(theming.colour("paper"))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, words)
