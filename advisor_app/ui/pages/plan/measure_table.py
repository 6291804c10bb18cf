"""The table of measures: every row as high as its bar beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from advisor_app.domain.plan import Measure, MeasureState
from advisor_app.override import override
from advisor_app.ui.pages.plan.measure_model import CELL, MEASURE, Cell, Column, MeasureModel
from advisor_app.ui.shell.theming import Theming

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_NARROWEST_TITLE = 150
_FUNDING_SHARE = 150
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def row_height(theming: Theming) -> int:
    """The height of a measure's row, here and in the schedule."""
    lines = QFontMetrics(theming.font("body")).height() + QFontMetrics(theming.font("caption")).height()
    return max(theming.size("row_plan"), lines + theming.scaled(6))


def head_height(theming: Theming) -> int:
    """The height of the head, here and in the schedule."""
    return theming.size("row_plan")


class MeasureDelegate(QStyledItemDelegate):
    """Paints a cell in one or two lines; the chosen row has a soft ground and a bar at its edge."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_width_for(self._theming, [index.data(CELL)]), row_height(self._theming))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theming = self._theming
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theming.colour("primary_soft" if selected else "primary_soft_hover"))
        # The line stands where the schedule draws it: on the first pixel of a row, strong below the head.
        line = theming.colour("line" if index.row() else "line_strong")
        painter.fillRect(option.rect.left(), option.rect.top(), option.rect.width(), 1, line)
        if selected and index.column() == Column.NUMBER:
            edge = round(theming.theme.line["selected_row_edge"])
            painter.fillRect(
                QRect(option.rect.left(), option.rect.top(), edge, option.rect.height()), theming.colour("primary")
            )
        padding = theming.scaled(_PADDING)
        self._paint_cell(painter, option.rect.adjusted(padding, 1, -padding, 0), index)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        theming = self._theming
        cell: Cell = index.data(CELL)
        measure: Measure | None = index.data(MEASURE)
        dropped = measure is not None and measure.state is MeasureState.DROPPED
        heavy = index.column() == Column.PRIORITY or cell.attention
        # A title is a little heavier than the rest of its row, as headings of rows are.
        font = theming.font("body", weight=600 if heavy else None, tabular=True)
        font.setStrikeOut(dropped and index.column() == Column.TITLE)
        role = "amber" if cell.attention and not dropped else "ink3" if dropped else "ink"
        if index.column() == Column.NUMBER and not dropped:
            role = "ink2"
        below = theming.font("caption", tabular=True)
        height = QFontMetrics(font).height() + (QFontMetrics(below).height() if cell.below else 0)
        top = rect.top() + (rect.height() - height) // 2
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignHorizontal_Mask
        painter.setFont(font)
        painter.setPen(theming.colour(role))
        line = QRect(rect.left(), top, rect.width(), QFontMetrics(font).height())
        self._paint_line(painter, line, align, cell.text)
        painter.setFont(below)
        painter.setPen(theming.colour("ink3" if dropped else "ink2"))
        line = QRect(rect.left(), line.bottom() + 1, rect.width(), QFontMetrics(below).height())
        self._paint_line(painter, line, align, cell.below)

    @staticmethod
    def _paint_line(painter: QPainter, rect: QRect, align: Qt.AlignmentFlag, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)


class MeasureTable(QTreeView):
    """``chosen`` tells the measure one stands on, ``opened`` the one that shall be edited."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theming: Theming, model: MeasureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._measures = model
        self._by_keyboard = False
        self._widest: dict[Column, int] = {}
        self.setModel(model)
        self.setItemDelegate(MeasureDelegate(theming, self))
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Maßnahmen"))
        self.setProperty("own-focus", True)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(8)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.activated.connect(lambda index: self.opened.emit(index.data(MEASURE).id))
        model.dataChanged.connect(self._measure)
        model.modelReset.connect(self._measure)
        theming.changed.connect(self._measure)
        self._fit()

    def current_name(self) -> str:
        """The measure one stands on, empty without one."""
        index = self.currentIndex()
        return str(index.data(MEASURE).id) if index.isValid() else ""

    def mark(self, name: str) -> None:
        """Stand on a measure without telling anybody."""
        row = self._measures.row_of(name)
        if row == self.currentIndex().row() or row < 0:
            return
        self.selectionModel().blockSignals(True)
        index = self._measures.index(row, 0)
        rows = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, rows)
        self.selectionModel().blockSignals(False)
        self.scrollTo(index)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The page has its own use for these; the view would search for what is typed.
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        width = self.viewport().width()
        painter = QPainter(self.viewport())
        last = self.visualRect(self._measures.index(self._measures.rowCount() - 1, 0))
        if last.isValid():
            painter.fillRect(0, last.bottom() + 1, width, 1, self._theming.colour("line"))
        if self.hasFocus() and self._by_keyboard and self.currentIndex().isValid():
            row = self.visualRect(self.currentIndex())
            painter.setPen(QPen(self._theming.colour("focus"), 2))
            painter.drawRect(1, row.top() + 1, width - 2, row.height() - 1)
        painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def _measure(self) -> None:
        self._widest.clear()
        self._fit()

    def _fit(self) -> None:
        """Give every column what its words need and the title the rest; without room the title keeps its least."""
        theming = self._theming
        self.header().setFixedHeight(head_height(theming))
        self.header().setFont(theming.font("caption"))
        padding = theming.scaled(2 * _PADDING)
        body = QFontMetrics(theming.font("body", tabular=True))
        caption = QFontMetrics(theming.font("caption", tabular=True))
        widths = {
            Column.NUMBER: body.horizontalAdvance("U888") + padding,
            Column.PRIORITY: body.horizontalAdvance("Prio") + padding,
            Column.PERIOD: body.horizontalAdvance("88/8888–88/8888") + padding,
            Column.COST: max(body.horizontalAdvance("888.888 €"), caption.horizontalAdvance("88.888 €/Jahr")) + padding,
        }
        least_title = theming.scaled(_NARROWEST_TITLE)
        self.setMinimumWidth(sum(widths.values()) + least_title)
        self.setMinimumHeight(head_height(theming) + 3 * row_height(theming))
        rest = self.viewport().width() - sum(widths.values())
        # Funding may take what the titles do not need, and its share in any case.
        spare = max(rest - self._needed(Column.TITLE), min(rest - least_title, theming.scaled(_FUNDING_SHARE)), 0)
        funding = min(spare, max(self._needed(Column.FUNDING), theming.scaled(_FUNDING_SHARE)))
        self.setColumnHidden(Column.FUNDING, funding < theming.scaled(80))
        if self.isColumnHidden(Column.FUNDING):
            funding = 0
        widths[Column.FUNDING] = funding
        widths[Column.TITLE] = max(rest - funding, least_title)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.viewport().update()

    def _needed(self, column: Column) -> int:
        """The width that shows every measure's cell in full, measured once for the measures as they stand."""
        if column not in self._widest:
            rows = range(len(self._measures.measures))
            cells = [self._measures.index(row, column).data(CELL) for row in rows]
            self._widest[column] = _width_for(self._theming, cells)
        return self._widest[column]

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(MEASURE).id)


def _width_for(theming: Theming, cells: Sequence[Cell]) -> int:
    """The width that shows each of these cells in full."""
    wide, below = QFontMetrics(theming.font("body", weight=600)), QFontMetrics(theming.font("caption"))
    widths = (max(wide.horizontalAdvance(cell.text), below.horizontalAdvance(cell.below)) for cell in cells)
    return max(widths, default=0) + theming.scaled(2 * _PADDING)
