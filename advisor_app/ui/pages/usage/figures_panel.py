"""The figures of a period: sums, and one cut of them as chart or table, of all services or of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.projection import ProjectableUsage
from advisor_app.domain.usage import Period, ServiceUsage, UsageCut, months_in, sums_of
from advisor_app.texts.usage import period_words
from advisor_app.ui.pages.usage.head import UsageHead
from advisor_app.ui.pages.usage.totals import UsageTotals
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.chart_table import ChartTable
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.viewport import give_viewport

_MOST_BARS = 20
"""Services by name in a chart; the table has all of them."""


class FiguresPanel(QScrollArea):
    """``looked_at`` tells that another cut, period or service is shown."""

    looked_at = Signal()
    measure_wanted = Signal()  # of the one service that is shown

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self._context = context
        self._case: Case | None = None
        self._is_reading = False
        self._services: Sequence[ServiceUsage] = ()
        self._periods: dict[str, Period] = {}
        self._period = "last"
        self._service = ""
        self.totals = UsageTotals(theming, texts)
        self.period_field = ChoiceField([])
        self.period_field.box.setAccessibleName(self.tr("Zeitraum"))
        self.service_field = ChoiceField([])
        self.service_field.box.setAccessibleName(texts("usage.service"))
        self.measure = Button(theming, "", "chart-gantt")
        self.head = UsageHead(theming, texts)
        self.cuts = Segments(theming, [(cut.value, texts(f"usage.cut.{cut.value}"), "") for cut in UsageCut])
        self.form = Segments(theming, (("chart", self.tr("Diagramm"), ""), ("table", self.tr("Tabelle"), "")))
        self._heading = TextLabel(theming, "", "section", wrap=True)
        self._nothing = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.chart = ChartView(theming, texts)
        self.table = ChartTable(theming, texts)
        self._note = TextLabel(theming, texts("usage.source"), "caption", "caption", wrap=True)
        self._lay_out()
        self._connect()

    def show_case(self, case: Case, *, is_reading: bool) -> None:
        """Show the figures of a case; what was chosen stays where it still is."""
        usage, texts = self._context.workspace.usage, self._context.workspace.texts
        self._services, self._periods = usage.services(case), dict(usage.periods(case))
        if self._period not in self._periods:
            self._period = "last"
        if self._service not in case.usage:
            self._service = ""
        names = {"last": texts("usage.last-year"), "all": texts("usage.all")}
        self.period_field.set_choices([(name, names.get(name, name)) for name in self._periods])
        self.period_field.show_value(self._period)
        self.service_field.set_choices(
            [("", self.tr("Alle Dienste")), *((item.id, item.title) for item in self._services)]
        )
        self.service_field.show_value(self._service)
        self.head.show_services(self._services, is_reading=is_reading)
        self._case, self._is_reading = case, is_reading
        self._show_measure()
        self._show_cut()

    @property
    def service(self) -> ServiceUsage | None:
        """The only service that is shown; None where all are."""
        return next((item for item in self._services if item.id == self._service), None)

    @property
    def projectable(self) -> ProjectableUsage | None:
        """The cut that one looks at, by its names; None where there are no figures."""
        period = self._periods.get(self._period)
        cut = UsageCut(self.cuts.current())
        return None if period is None else ProjectableUsage(cut=cut, period=period, service=self._service)

    def choose_cut(self, cut: UsageCut) -> None:
        """Show another cut."""
        self.cuts.choose(cut.value)
        self._show_cut()

    def _show_cut(self) -> None:
        period = self._periods.get(self._period)
        if period is None:
            return
        usage, cut = self._context.workspace.usage, UsageCut(self.cuts.current())
        shown = [item for item in self._services if self._service in ("", item.id)]
        self.totals.show_sums(sums_of(months_in(shown, period)))
        shows_table = self.form.current() == "table"
        has_figures = usage.has_figures(shown, period, cut)
        chart = usage.chart(shown, period, cut, None if shows_table else _MOST_BARS) if has_figures else None
        self.chart.setVisible(has_figures and not shows_table)
        self.table.setVisible(has_figures and shows_table)
        self._nothing.setVisible(not has_figures)
        self._nothing.setText(self._nothing_words(cut))
        self._heading.setText(f"{self._cut_words(cut)}, {period_words(period, self._context.workspace.texts)}")
        if shows_table:
            self.table.show_chart(chart)
            self.table.show_whole()
        else:
            self.chart.show_chart(chart)
        self.looked_at.emit()

    def _show_measure(self) -> None:
        """Offer to make a measure of the one service that is shown, or to go to what it has become."""
        service = self.service
        in_plan = (service is not None and self._case is not None) and self._context.workspace.usage.is_in_plan(
            self._case, service
        )
        self.measure.setVisible(service is not None and (in_plan or not self._is_reading))
        known = "" if service is None else self.tr("Maßnahme {measure} ansehen").format(measure=service.measure)
        self.measure.setText(known if in_plan else self.tr("Maßnahme daraus"))

    def _cut_words(self, cut: UsageCut) -> str:
        return self._context.workspace.texts(f"usage.chart.{cut.value}")

    def _nothing_words(self, cut: UsageCut) -> str:
        if cut is UsageCut.PAYMENT:
            return self.tr("In diesem Zeitraum sind keine Zahlungen gezählt.")
        if cut is UsageCut.ABANDONMENT:
            return self.tr(
                "In diesem Zeitraum hat kein Dienst mindestens 20 begonnene Anträge mit gezählten Abbrüchen; "
                "darunter sagt eine Quote nichts."
            )
        return self.tr("In diesem Zeitraum sind keine Anträge gezählt.")

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        give_viewport(self)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        choices, cuts = QWidget(), QWidget()
        ways = FlowLayout(8, choices)
        ways.addWidget(self.period_field)
        ways.addWidget(self.service_field)
        ways.addWidget(self.measure)
        row = FlowLayout(12, cuts)
        row.addWidget(self.cuts)
        row.addWidget(self.form)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(32, 20, 32, 24)
        layout.setSpacing(14)
        for part in (
            self.head,
            choices,
            self.totals,
            cuts,
            self._heading,
            self.chart,
            self.table,
            self._nothing,
            self._note,
        ):
            layout.addWidget(part)
        layout.addStretch(1)
        self.table.hide()

    def _connect(self) -> None:
        self.period_field.edited.connect(self._on_period_edited)
        self.service_field.edited.connect(self._on_service_edited)
        self.measure.clicked.connect(self.measure_wanted)
        self.cuts.chosen.connect(self._show_cut)
        self.form.chosen.connect(self._show_cut)

    def _on_period_edited(self, name: str, _batch: str) -> None:
        self._period = name
        self.period_field.show_value(name)
        self._show_cut()

    def _on_service_edited(self, name: str, _batch: str) -> None:
        self._service = name
        self.service_field.show_value(name)
        self._show_measure()
        self._show_cut()
