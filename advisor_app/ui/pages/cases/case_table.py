"""The view of the list of cases, and the names of its columns above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from advisor_app.override import override
from advisor_app.services.portfolio import PortfolioRow
from advisor_app.ui.pages.cases.case_delegate import CaseDelegate
from advisor_app.ui.pages.cases.case_model import CaseModel, Column
from advisor_app.ui.pages.cases.wording import CaseWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.viewport import give_viewport

_HEADING_HEIGHT = 28
_NARROWEST = {
    Column.COMMUNE: 190,
    Column.STATE: 150,
    Column.NEXT_DATE: 176,
    Column.MODULES: 102,
    Column.LEVELS: 200,
    Column.MISSING: 130,
}
"""Least widths in logical pixels, the most needed column first: what does not fit is left out."""

_SHARES = {
    Column.COMMUNE: 3,
    Column.STATE: 1,
    Column.NEXT_DATE: 2,
    Column.MODULES: 2,
    Column.LEVELS: 0,
    Column.MISSING: 2,
}


class CaseTable(QTableView):
    """One case per row; Enter or a click opens it, Up at the top leads back to the search."""

    opened = Signal(str)
    left_upwards = Signal()

    def __init__(self, theming: Theming, model: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._cases = model
        self._delegate = CaseDelegate(theming, model.wording, self)
        give_viewport(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Liste der Fälle"))
        model.modelReset.connect(self._fit_rows)
        self.entered.connect(self._on_entered)
        self.clicked.connect(self._on_clicked)
        theming.changed.connect(self._on_theming_changed)

    @property
    def current_case(self) -> PortfolioRow | None:
        """The case that is marked."""
        return self._cases.case_at(self.currentIndex())

    def use_wording(self, wording: CaseWording) -> None:
        """Word the rows for another day or language."""
        self._delegate.wording = wording

    def mark(self, case_id: str = "") -> None:
        """Mark a case, else the first one."""
        row = self._cases.row_of(case_id) if case_id else -1
        if row < 0:
            row = next((n for n in range(self._cases.rowCount()) if n not in self._cases.headings()), -1)
        self.setCurrentIndex(self._cases.index(row, 0))

    def open_current(self) -> None:
        """Open the case that is marked."""
        case = self.current_case
        if case is not None:
            self.opened.emit(case.case_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 1:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._round_corners()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self._hover(-1)

    def _fit_rows(self) -> None:
        header = self.verticalHeader()
        self.clearSpans()
        header.setDefaultSectionSize(self._theming.size("row_list"))
        for row in self._cases.headings():
            header.resizeSection(row, self._theming.scaled(_HEADING_HEIGHT))
            self.setSpan(row, 0, 1, len(Column))
        self.setMaximumHeight(header.length() + 2 * self.frameWidth())

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        shown: list[Column] = []
        for column, least in _NARROWEST.items():
            needed = sum(self._theming.scaled(_NARROWEST[other]) for other in shown) + self._theming.scaled(least)
            if needed <= room or not shown:
                shown.append(column)
        left = max(0, room - sum(self._theming.scaled(_NARROWEST[column]) for column in shown))
        shares = sum(_SHARES[column] for column in shown) or 1
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            width = self._theming.scaled(_NARROWEST[column]) + left * _SHARES[column] // shares
            self.setColumnWidth(column, width)
        if shown:
            used = sum(self.columnWidth(column) for column in shown)
            last = max(shown)
            self.setColumnWidth(last, self.columnWidth(last) + room - used)

    def _round_corners(self) -> None:
        """Keep the rows off the rounded corners of the frame."""
        radius = self._theming.scaled(self._theming.theme.radius["card"]) - 1
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.viewport().rect()), radius, radius)
        self.viewport().setMask(QRegion(path.toFillPolygon().toPolygon()))

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _on_clicked(self, index: QModelIndex) -> None:
        case = self._cases.case_at(index)
        if case is not None:
            self.opened.emit(case.case_id)

    def _on_theming_changed(self) -> None:
        self._fit_rows()
        self._fit_columns()
        self.viewport().update()


class ColumnNames(QWidget):
    """The names of the columns, above the frame of the list."""

    def __init__(self, theming: Theming, table: CaseTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._table = table
        self._names = {
            Column.COMMUNE: self.tr("Kommune"),
            Column.MODULES: self.tr("Module"),
            Column.STATE: self.tr("Stand"),
            Column.NEXT_DATE: self.tr("Nächster Termin"),
            Column.LEVELS: self.tr("Stufen und Modulwert"),
            Column.MISSING: self.tr("Fehlt noch"),
        }
        table.horizontalHeader().sectionResized.connect(self.update)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theming.font("caption"))
        painter.setPen(self._theming.colour("ink2"))
        for column, name in self._names.items():
            if not self._table.isColumnHidden(column):
                left = self._table.columnViewportPosition(column) + self._theming.scaled(13)
                room = self.rect().adjusted(left, 0, 0, 0)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _on_theming_changed(self) -> None:
        self.setFixedHeight(self._theming.scaled(28))
        self.update()
