"""A chart's figures as a table: the same content on the same spot, for everybody who reads better than they see."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from advisor_app.charts.scene import Chart
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming

_ANY_WIDTH = 400.0


class ChartTable(QTableWidget):
    """Read-only rows with header cells."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(True)

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart's figures, or nothing."""
        self.clear()
        if chart is None:
            self.setRowCount(0)
            return
        table = chart.scene(_ANY_WIDTH, self._theming.theme.chart, self._texts).table
        self.setColumnCount(len(table.header))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(list(table.header))
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(cell))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.resizeRowsToContents()
