"""One flow of a process: its steps as a table, its sums, and its swim lanes drawn while one types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from advisor_app.charts.swim_lanes.process import process_lanes
from advisor_app.domain.process import Flow, ProcessSheet, sums_of
from advisor_app.texts.processes import sums_sentence
from advisor_app.ui.pages.processes.step_model import StepModel
from advisor_app.ui.pages.processes.step_table import StepTable
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.labels import TextLabel

_DRAWN_AT_ONCE = 40
"""Longer flows are drawn when one pauses: measuring the words of a box takes a fraction of a millisecond."""
_PAUSE_MS = 150
_LOWEST_TABLE, _LOWEST_LANES = 184, 120
"""The head and four rows; a lane."""
_HALF = 1000
"""Of whatever height there is, half for the table and half for the lanes."""


class FlowPanel(QWidget):
    """``edited(flow, steps, batch)`` asks to commit the steps of a flow."""

    edited = Signal(object, object, str)
    typing = Signal()
    pasted = Signal(object, int, object)  # flow, row, lines
    begin_wanted = Signal()

    def __init__(self, context: PageContext, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self._theming, self._texts = theming, texts
        self._flow = flow
        self._sheet: ProcessSheet | None = None
        self.model = StepModel(texts, self)
        self.table = StepTable(theming, self.model, texts)
        self.chart = ChartView(theming, texts)
        self.sums = TextLabel(theming, "", "body", weight=600)
        self.hint = TextLabel(
            theming,
            self.tr(
                "Eine Zeile genügt: „Bürgerbüro: Antrag drucken 4m 2t !“. Nennen Sie nur Ämter und Funktionen, "
                "keine Namen."
            ),
            "caption",
            "secondary",
            wrap=True,
        )
        self.begin = Button(theming, self.tr("Ist-Ablauf übernehmen"), "copy", "primary")
        self.begin.setVisible(False)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self._lay_out()
        self.model.edited.connect(lambda steps, batch: self.edited.emit(self._flow, steps, batch))
        self.table.delegate.typing.connect(self.typing)
        self.table.removed.connect(self._on_table_removed)
        self.table.moved.connect(self._on_table_moved)
        self.table.pasted.connect(lambda row, lines: self.pasted.emit(self._flow, row, lines))
        self.begin.clicked.connect(self.begin_wanted)
        self.chart.area_clicked.connect(self._on_chart_area_clicked)

    def show_sheet(self, sheet: ProcessSheet, *, is_reading: bool) -> None:
        """Show the flow of a sheet; the chart is drawn anew only where it changed."""
        self._sheet = sheet
        steps = sheet.steps(self._flow)
        self.model.is_reading = is_reading
        self.model.show_steps(steps)
        self.sums.setText(sums_sentence(sums_of(steps), self._texts) if steps else self.tr("Noch kein Schritt."))
        self.begin.setVisible(self._flow is Flow.TO_BE and not steps and bool(sheet.as_is) and not is_reading)
        self.chart.setVisible(bool(steps))
        if len(steps) <= _DRAWN_AT_ONCE:
            self._draw()
        else:
            self._pause.start()

    def show_lanes(self, *, shown: bool) -> None:
        """Show the drawing below the table, or leave its room to something else."""
        self._lanes.setVisible(shown)

    def flush(self) -> None:
        """Ask to commit what is half typed in a cell."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        self._pause.stop()
        sheet = self._sheet
        has_steps = sheet is not None and bool(sheet.steps(self._flow))
        self.chart.show_chart(process_lanes(sheet, self._flow, self._texts) if sheet and has_steps else None)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.sums)
        line.addWidget(self.hint, 1)
        line.addWidget(self.begin)
        top = QWidget()
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 8)
        upper.setSpacing(8)
        upper.addWidget(self.table, 1)
        upper.addLayout(line)
        lanes = QScrollArea()
        lanes.setWidgetResizable(True)
        lanes.setProperty("kind", "bare")
        lanes.setFrameShape(QScrollArea.Shape.NoFrame)
        inner = QWidget()
        inner.setProperty("kind", "paper")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 8, 8, 8)
        column.addWidget(self.chart)
        column.addStretch(1)
        lanes.setWidget(inner)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(top)
        splitter.addWidget(lanes)
        splitter.setSizes([_HALF, _HALF])
        room = QWidget()
        room.setProperty("kind", "paper")
        around = QVBoxLayout(room)
        around.setContentsMargins(24, 12, 24, 12)
        around.addWidget(splitter)
        self._lanes = lanes
        area = QScrollArea()  # with large type there is not room for both: the panel scrolls, nothing is squeezed
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._theming.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.table.setMinimumHeight(self._theming.scaled(_LOWEST_TABLE))
        self._lanes.setMinimumHeight(self._theming.scaled(_LOWEST_LANES))

    def _on_table_removed(self, row: int) -> None:
        steps = self.model.steps
        self.edited.emit(self._flow, (*steps[:row], *steps[row + 1 :]), "")

    def _on_table_moved(self, row: int, by: int) -> None:
        steps = list(self.model.steps)
        steps.insert(row + by, steps.pop(row))
        self.edited.emit(self._flow, tuple(steps), "")

    def _on_chart_area_clicked(self, key: str) -> None:
        ids: Sequence[str] = [step.id for step in self.model.steps]
        if key in ids:
            self.table.go_to(ids.index(key))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
