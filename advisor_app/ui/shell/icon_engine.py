"""Outline icons in the colour of a role, sharp at every scale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override


class SvgIconEngine(QIconEngine):
    """Draws one SVG file with ``currentColor`` replaced; the colour is asked for at every painting."""

    def __init__(self, file: Path, colour: Callable[[], QColor]) -> None:
        super().__init__()
        self._file = file
        self._colour = colour
        self._source = file.read_text(encoding="utf-8")

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        source = self._source.replace("currentColor", self._colour().name()).replace(
            'stroke-width="2"', 'stroke-width="1.75"'
        )
        painter.save()
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(rect))
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return SvgIconEngine(self._file, self._colour)
