"""Requests and completed bookings: two figures, and one cut of them as chart or table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.figures import Cut, Figures
from advisor_app.domain.figures_report import MergedReports
from advisor_app.texts.figures import cut_word, merged_words, year_word
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.chart_table import ChartTable
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline


class BookingsSection(QWidget):
    """``year_chosen`` asks to count anew, ``own_wanted`` to show the bookings of this laptop again."""

    year_chosen = Signal()
    export_wanted = Signal()
    report_wanted = Signal()
    merge_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self._context = context
        self._figures: Figures | None = None
        self.year = ""
        self.requests = _Total(theming, texts("figures.requests"))
        self.completed = _Total(theming, texts("figures.completed"))
        self.year_field = ChoiceField([("", year_word("", texts))])
        self.year_field.box.setAccessibleName(texts("figures.year"))
        self.export_button = Button(theming, self.tr("Ausgeben …"), "table")
        self.report_button = Button(theming, self.tr("Meldedatei schreiben …"), "file-up")
        self.merge_button = Button(theming, self.tr("Zusammenführen …"), "files")
        self.cuts = Segments(theming, [(cut.value, cut_word(cut, texts), "") for cut in Cut])
        self.form = Segments(theming, (("chart", self.tr("Diagramm"), ""), ("table", self.tr("Tabelle"), "")))
        self.chart = ChartView(theming, texts)
        self.table = ChartTable(theming, texts)
        self._source = QFrame()
        self._source_words = TextLabel(theming, "", "body", wrap=True)
        self.own_button = Button(theming, self.tr("Eigene Zahlen zeigen"), "rotate-ccw", "link")
        self._note = TextLabel(theming, texts("figures.counted"), "caption", "caption", wrap=True)
        self._lay_out()
        self._connect()

    def show_figures(self, figures: Figures, years: tuple[str, ...], merged: MergedReports | None) -> None:
        """Show counts, and where they come from when they are not those of this laptop."""
        texts = self._context.workspace.texts
        self._figures, self.year = figures, figures.year
        self.year_field.set_choices([("", year_word("", texts)), *((year, year) for year in years)])
        self.year_field.show_value(figures.year)
        self.requests.show_count(figures.total.requests)
        self.completed.show_count(figures.total.completed)
        self._source.setVisible(merged is not None)
        if merged is not None:
            self._source_words.setText(merged_words(merged, texts))
        self._show_cut()

    def _show_cut(self) -> None:
        if self._figures is None:
            return
        chart = self._context.workspace.portfolio_figures.chart(self._figures, Cut(self.cuts.current()))
        shows_table = self.form.current() == "table"
        self.chart.setVisible(not shows_table)
        self.table.setVisible(shows_table)
        self.chart.show_chart(chart)
        self.table.show_chart(chart)
        rows = self.table.verticalHeader().length() + self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(rows + 2 * self.table.frameWidth())  # the page scrolls, not the table in it

    def _lay_out(self) -> None:
        both = QWidget()
        totals = QHBoxLayout(both)
        totals.setContentsMargins(0, 0, 28, 0)
        totals.setSpacing(20)
        totals.addWidget(self.requests)
        totals.addWidget(vertical_hairline())
        totals.addWidget(self.completed)
        head = QWidget()
        ways = FlowLayout(8, head)
        ways.addWidget(both)
        ways.addWidget(self.year_field)
        for button in (self.export_button, self.report_button, self.merge_button):
            ways.addWidget(button)
        self._source.setProperty("kind", "card")
        source = QHBoxLayout(self._source)
        source.setContentsMargins(14, 8, 14, 8)
        source.addWidget(self._source_words, 1)
        source.addWidget(self.own_button)
        choices = QWidget()
        row = FlowLayout(12, choices)
        row.addWidget(self.cuts)
        row.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for widget in (head, self._source, choices, self.chart, self.table, self._note):
            layout.addWidget(widget)
        self._source.hide()
        self.table.hide()

    def _connect(self) -> None:
        self.year_field.edited.connect(self._on_year_edited)
        self.cuts.chosen.connect(self._show_cut)
        self.form.chosen.connect(self._show_cut)
        self.export_button.clicked.connect(self.export_wanted)
        self.report_button.clicked.connect(self.report_wanted)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.own_button.clicked.connect(self.own_wanted)

    def _on_year_edited(self, year: str, _batch: str) -> None:
        self.year = year
        self.year_chosen.emit()


class _Total(QWidget):
    """A figure above what it counts."""

    def __init__(self, theming: Theming, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.value = TextLabel(theming, "", "page", tabular=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(TextLabel(theming, title, "caption", "secondary"))

    def show_count(self, count: int) -> None:
        """Show the figure."""
        self.value.setText(f"{count}")
        self.setAccessibleName(f"{self._title}: {count}")
