"""Keys: how they are called here, and drawn as keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen

from advisor_app.ui.shell.theming import Theming


def native_keys(keys: str) -> str:
    """Keys as the keyboard in front of the user names them (``Ctrl+Return``: Strg+Eingabe)."""
    words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("Return", QCoreApplication.translate("keys", "Eingabe"))


def key_size(theming: Theming, keys: str) -> QSize:
    """The room a key needs."""
    metrics = QFontMetrics(theming.font("caption"))
    return QSize(metrics.horizontalAdvance(keys) + theming.scaled(12), metrics.height() + 2)


def paint_key(painter: QPainter, place: QRect, theming: Theming, keys: str) -> None:
    """Paint a key."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theming.colour("paper"))
    painter.setPen(QPen(theming.colour("line"), 1))
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(theming.font("caption"))
    painter.setPen(theming.colour("ink2"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()
