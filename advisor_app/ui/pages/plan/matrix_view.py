"""The priority matrix with measures that can be dragged to another benefit and effort."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from advisor_app.charts.priority_matrix import MatrixMeasure, PriorityMatrix
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.chart_view import ChartView

_GHOST = 22


class MatrixView(ChartView):
    """``rated(measure, benefit, effort)`` tells where a measure was dropped; the list beside it serves the keyboard."""

    rated = Signal(str, object, object)
    chosen = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theming, texts, parent)
        self._matrix: PriorityMatrix | None = None
        self._dragged = ""
        self._from = QPointF()
        self._pointer = QPointF()
        self.setMouseTracking(True)

    def show_measures(self, title: str, measures: tuple[MatrixMeasure, ...]) -> None:
        """Show measures by effort and benefit."""
        self._matrix = PriorityMatrix(title=title, measures=measures)
        self.show_chart(self._matrix)

    def cell_rect(self, effort: int, benefit: int) -> QRectF:
        """Where a cell stands in the widget."""
        x, y, width, height = self._cells()[effort, benefit]
        zoom = self._theming.zoom / 100
        return QRectF(x * zoom, y * zoom, width * zoom, height * zoom)

    def token_rect(self, name: str) -> QRectF:
        """Where a measure's dot and number stand in the widget; empty where it has none."""
        areas = self.scene.areas if self.scene is not None else ()
        zoom = self._theming.zoom / 100
        found = (QRectF(a.x * zoom, a.y * zoom, a.width * zoom, a.height * zoom) for a in areas if a.key == name)
        return next(found, QRectF())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        area = self._area_at(event.position())
        if area is not None and event.button() is Qt.MouseButton.LeftButton:
            self._dragged = area.key
            self._from = self._pointer = event.position()
            self.chosen.emit(area.key)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._pointer = event.position()
            self.update()
        elif self._area_at(event.position()) is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        name, self._dragged = self._dragged, ""
        if name:
            self.unsetCursor()
            self.update()
            cell = self._cell_at(event.position())
            if cell is not None and cell != self._cell_at(self._from):
                self.rated.emit(name, cell[1], cell[0])
        super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._dragged or self._pointer == self._from:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theming.colour("primary"), 2))
        cell = self._cell_at(self._pointer)
        if cell is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell_rect(*cell).adjusted(2, 2, -2, -2), 4, 4)
        painter.setBrush(self._theming.colour("paper"))
        size = self._theming.scaled(_GHOST)
        ghost = QRectF(0, 0, size * 1.8, size)
        ghost.moveCenter(self._pointer)
        painter.drawRoundedRect(ghost, size / 2, size / 2)
        painter.setPen(self._theming.colour("ink"))
        painter.setFont(self._theming.font("caption", weight=600))
        painter.drawText(ghost, Qt.AlignmentFlag.AlignCenter, self._dragged)
        painter.end()

    def _cells(self) -> dict[tuple[int, int], tuple[float, float, float, float]]:
        if self._matrix is None or self.scene is None:
            return {}
        return self._matrix.cells(self.scene.width, self._theming.theme.chart, self._texts)

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """Effort and benefit of the cell at a place."""
        return next((cell for cell in self._cells() if self.cell_rect(*cell).contains(place)), None)
