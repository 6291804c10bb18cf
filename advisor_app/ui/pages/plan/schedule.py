"""Table and bars side by side: one model, one selection, one scroll position, equally high rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QSplitter, QVBoxLayout, QWidget

from advisor_app.texts import Texts
from advisor_app.ui.pages.plan.measure_model import MeasureModel
from advisor_app.ui.pages.plan.measure_table import MeasureTable
from advisor_app.ui.pages.plan.schedule_view import Build, ScheduleView
from advisor_app.ui.shell.theming import Theming


class Schedule(QFrame):
    """``chosen`` tells the measure one stands on, ``opened`` the one that shall be edited."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self, theming: Theming, texts: Texts, model: MeasureModel, build: Build, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.table = MeasureTable(theming, model)
        self.view = ScheduleView(theming, texts, model, build)
        self._below = QScrollBar(Qt.Orientation.Horizontal)
        self._spacer = QWidget()
        self._lay_out()
        self._share_scrolling()
        self.table.chosen.connect(self._on_chosen)
        self.view.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.opened)
        self.view.opened.connect(self.opened)
        self.setFocusProxy(self.table)

    def select(self, name: str) -> None:
        """Stand on a measure without telling anybody."""
        self.table.mark(name)
        self.view.select(name)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for view, below in ((self.table, self._spacer), (self.view, self._below)):
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(view, 1)
            column.addWidget(below)
            splitter.addWidget(side)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 3)
        splitter.setSizes([700, 434])
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.addWidget(splitter)

    def _share_scrolling(self) -> None:
        rows, bars = self.table.verticalScrollBar(), self.view.verticalScrollBar()
        rows.rangeChanged.connect(self._on_rows_range_changed)
        rows.valueChanged.connect(bars.setValue)
        bars.valueChanged.connect(rows.setValue)
        inner = self.view.horizontalScrollBar()
        inner.rangeChanged.connect(self._on_months_range_changed)
        inner.valueChanged.connect(self._below.setValue)
        self._below.valueChanged.connect(inner.setValue)
        self._on_months_range_changed(inner.minimum(), inner.maximum())

    def _on_rows_range_changed(self, low: int, high: int) -> None:
        bars = self.view.verticalScrollBar()
        bars.setPageStep(self.table.verticalScrollBar().pageStep())
        bars.setSingleStep(self.table.verticalScrollBar().singleStep())
        bars.setRange(low, high)

    def _on_months_range_changed(self, low: int, high: int) -> None:
        self._below.setPageStep(self.view.horizontalScrollBar().pageStep())
        self._below.setRange(low, high)
        self._below.setVisible(high > low)
        self._spacer.setFixedHeight(self._below.sizeHint().height())
        self._spacer.setVisible(high > low)

    def _on_chosen(self, name: str) -> None:
        self.select(name)
        self.chosen.emit(name)
