"""A matrix of two ratings whose tokens can be dragged to another cell, or moved by arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from advisor_app.charts.candidate_matrix import CandidateMatrix
from advisor_app.charts.priority_matrix import PriorityMatrix
from advisor_app.charts.step_matrix import STEPS, Cell, CellBox
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.chart_view import ChartView

_GHOST = 22
_STEPS_OF_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class MatrixView(ChartView):
    """``moved(key, cell)`` tells where a token was dropped, or moved to by an arrow key; a cell is column and row.

    Arrow keys move the token that is marked; a list beside the matrix marks it, or a click.
    """

    moved = Signal(str, object)
    chosen = Signal(str)

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theming, texts, parent)
        self._matrix: PriorityMatrix | CandidateMatrix | None = None
        self._marked = ""
        self._dragged = ""
        self._from = QPointF()
        self._pointer = QPointF()
        self.setMouseTracking(True)

    def show_matrix(self, matrix: PriorityMatrix | CandidateMatrix) -> None:
        """Show things by two ratings."""
        self._matrix = matrix
        self.show_chart(matrix)

    def mark(self, key: str) -> None:
        """Mark a token; arrow keys move it."""
        if key != self._marked:
            self._marked = key
            self.update()

    def cell_rect(self, column: int, row: int) -> QRectF:
        """Where a cell stands in the widget."""
        x, y, width, height = self._cells()[column, row]
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
                self.moved.emit(name, cell)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS_OF_KEYS.get(Qt.Key(event.key()))
        token = self.token_rect(self._marked)
        if step is None or token.isEmpty() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        cell = self._cell_at(token.center())
        if cell is not None:
            column, row = (min(max(at + by, STEPS[0]), STEPS[-1]) for at, by in zip(cell, step, strict=True))
            if (column, row) != cell:
                self.moved.emit(self._marked, (column, row))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marked and (self.hasFocus() or not self._dragged):
            self._paint_mark()
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

    def _paint_mark(self) -> None:
        token = self.token_rect(self._marked)
        if token.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theming.colour("primary"), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(token.adjusted(-3, -1, 1, 1), 4, 4)
        painter.end()

    def _cells(self) -> dict[Cell, CellBox]:
        if self._matrix is None or self.scene is None:
            return {}
        return self._matrix.cells(self.scene.width, self._theming.theme.chart, self._texts)

    def _cell_at(self, place: QPointF) -> Cell | None:
        """Column and row of the cell at a place."""
        return next((cell for cell in self._cells() if self.cell_rect(*cell).contains(place)), None)
