"""A chart's figures as a table: the same content on the same spot, for everybody who reads better than they see."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from advisor_app.charts.scene import Chart
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming

_ANY_WIDTH = 400.0
_FIGURE = re.compile(r"[−–-]?[\d.,]*")
"""A number, or the dash that stands for a missing one."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QTableWidget):
    """Read-only rows with header cells."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._is_whole = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)
        theming.changed.connect(self._on_theming_changed)

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart's figures, or nothing."""
        self.clear()
        if chart is None:
            self.setRowCount(0)
            return
        table = chart.scene(_ANY_WIDTH, self._theming.theme.chart, self._texts).table
        self.setColumnCount(len(table.header))
        self.setRowCount(len(table.rows))
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell)
                if column and _FIGURE.fullmatch(cell):
                    item.setTextAlignment(_RIGHT)
                self.setItem(row, column, item)
        for column, title in enumerate(table.header):
            is_figures = column and all(_FIGURE.fullmatch(cells[column]) for cells in table.rows)
            head = QTableWidgetItem(title)
            head.setTextAlignment(_RIGHT if is_figures else _LEFT)
            self.setHorizontalHeaderItem(column, head)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.resizeRowsToContents()

    def show_whole(self) -> None:
        """Be as high as all rows: the page scrolls, not the table in it."""
        self._is_whole = True
        rows = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(rows + 2 * self.frameWidth())

    def _on_theming_changed(self) -> None:
        self.resizeRowsToContents()
        if self._is_whole:
            self.show_whole()
