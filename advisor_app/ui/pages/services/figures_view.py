"""Auswertung: services by maturity, by office, and the ten with the most cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.charts.stacked_bars.services import level_rows, most_used_rows, office_rows
from advisor_app.domain.service_overview import ServiceOverview, most_used
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.labels import TextLabel

_WIDEST = 960


class FiguresView(QScrollArea):
    """``service_chosen`` and ``office_chosen`` name what was clicked on."""

    service_chosen = Signal(str)
    office_chosen = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming, self._texts = context.theming, context.workspace.texts
        self._models = context.workspace.service_overviews.models
        theming = self._theming
        self.most_used = ChartView(theming, self._texts)
        self.levels = ChartView(theming, self._texts)
        self.offices = ChartView(theming, self._texts)
        self.most_used_words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.levels_words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._inner = QWidget()
        self._inner.setProperty("kind", "paper")
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(24, 8, 24, 24)
        column.setSpacing(8)
        for title, words, chart in (
            (self.tr("Die zehn häufigsten Leistungen"), self.most_used_words, self.most_used),
            (self.tr("Reifegrad"), self.levels_words, self.levels),
            (self.tr("Je Amt"), None, self.offices),
        ):
            column.addWidget(TextLabel(theming, title, "section"))
            if words is not None:
                column.addWidget(words)
            column.addWidget(chart)
            column.addSpacing(16)
        column.addStretch(1)
        self.setProperty("kind", "paper")
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.most_used.area_clicked.connect(self.service_chosen)
        self.offices.area_clicked.connect(self.office_chosen)
        theming.changed.connect(self._fit)
        self._fit()

    def show_overview(self, overview: ServiceOverview) -> None:
        """Draw what changed."""
        used = most_used(overview.services)
        online = sum(service.is_applied_for_online for service in used)
        words = self.tr("Online beantragbar: {count} von {total}.").format(count=online, total=len(used))
        self.most_used_words.setText(words if used else self.tr("Noch bei keiner Leistung ist die Fallzahl bekannt."))
        self.most_used.show_chart(most_used_rows(overview, self._texts) if used else None)
        self.levels_words.setText(
            self.tr(
                "In Klammern steht die Fassung des Modells. Stufen einer früheren Fassung werden nicht umgerechnet."
            )
        )
        self.levels.show_chart(level_rows(overview, self._models, self._texts))
        self.offices.show_chart(office_rows(overview.offices, self._texts))

    def _fit(self) -> None:
        self._inner.setMaximumWidth(self._theming.scaled(_WIDEST))
