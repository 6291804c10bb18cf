"""Andere Kommunen: where the commune stands among those of its kind and size that agreed, read in the background."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.cohort import CohortFigures
from advisor_app.domain.errors import AdvisorError
from advisor_app.services.results import AmongOthers, Apart
from advisor_app.texts.errors import sentence
from advisor_app.texts.numbers import format_date, format_decimal
from advisor_app.ui.pages.results.consent_line import ConsentLine
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.level_chip import LevelChip

_MOST_APART = 10


class CohortPanel(QWidget):
    """Says why there is nothing to see where there is nothing; the figures go into the report by an own act."""

    opened = Signal(str)
    typing = Signal()

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bridge = bridge
        self._assessment: Assessment | None = None
        self._job: Job[CohortFigures | None] | None = None
        self.figures: CohortFigures | None = None
        theming, texts = context.theming, context.workspace.texts
        self.words = TextLabel(theming, "", "body", "", wrap=True)
        self.report_button = Button(theming, "", "file-text")
        self._report_state = TextLabel(theming, "", "caption", "caption", wrap=True)
        self._bars = ChartView(theming, texts)
        self._area_bars = ChartView(theming, texts)
        self._apart_title = TextLabel(theming, self.tr("Am weitesten vom Median entfernt"), "section", wrap=True)
        self._apart_holder = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._apart: QWidget | None = None
        self._rule = TextLabel(theming, "", "caption", "caption", wrap=True)
        self.consent = ConsentLine(context, bridge)
        self._lay_out()
        self.report_button.clicked.connect(self._on_report_button_clicked)
        self.consent.typing.connect(self.typing)

    def show_assessment(self, case: Case, assessment: Assessment, *, can_change: bool) -> None:
        """Read what may be known of the others, and show it."""
        self._assessment = assessment
        self.consent.show_case(case.seen_from(assessment), can_change=can_change)
        self.report_button.setEnabled(can_change)
        self._show_report(case)
        if self._job is not None:
            self._job.drop(self)
        cohorts = self._context.workspace.cohorts
        self._job = self._context.lane.run(lambda _job: cohorts.figures(case, assessment), needed_by=self)
        self._job.tell(self, succeeded=self._on_read, refused=self._on_refused)
        if self.figures is None:
            self.words.setText(self.tr("Die Fälle werden gelesen …"))

    def set_stacked(self, *, stacked: bool) -> None:
        """Put the questions below the bars where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _on_read(self, figures: CohortFigures | None) -> None:
        self.figures = figures
        case, assessment = self._bridge.case, self._assessment
        if figures is None or assessment is None:
            self._show_nothing(
                self.tr(
                    "Es haben noch nicht genug andere Kommunen dieser Art und Größe zugestimmt: Gezeigt wird erst ab "
                    "fünf, damit sich keine einzelne erkennen lässt."
                )
            )
            return
        self._show_others(self._context.workspace.results.among_others(case, assessment, figures))
        self._show_report(case)

    def _on_refused(self, error: AdvisorError) -> None:
        self.figures = None
        self._show_nothing(sentence(error, self._context.workspace.texts))

    def _show_nothing(self, words: str) -> None:
        self.words.setText(words)
        self._bars.show_chart(None)
        self._area_bars.show_chart(None)
        for widget in (self._bars, self._area_bars, self._rule):
            widget.hide()
        self._show_apart(())
        self._show_report(self._bridge.case)

    def _show_others(self, others: AmongOthers) -> None:
        self.words.setText(others.sentence)
        self._rule.setText(others.rule)
        self._rule.show()
        for view, chart in ((self._bars, others.bars), (self._area_bars, others.area_bars)):
            view.show_chart(chart)
            view.setVisible(chart is not None)
        self._show_apart(others.apart[:_MOST_APART])

    def _show_apart(self, apart: tuple[Apart, ...]) -> None:
        if self._apart is not None:
            self._apart_holder.removeWidget(self._apart)
            self._apart.deleteLater()
            self._apart = None
        self._apart_title.setVisible(bool(apart))
        if not apart:
            return
        self._apart = QWidget()
        grid = QGridLayout(self._apart)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for row, item in enumerate(apart):
            self._add_apart(grid, row, item)
        self._apart_holder.addWidget(self._apart)

    def _add_apart(self, grid: QGridLayout, row: int, item: Apart) -> None:
        theming = self._context.theming
        number = Button(theming, item.question.id, "", "link")
        number.clicked.connect(lambda: self.opened.emit(item.question.id))
        median = format_decimal(item.median, 1, self._context.workspace.preferences.language)
        words = self.tr("Median {median}").format(median=median)
        number.setAccessibleDescription(f"{item.question.short}: {item.own}, {words}")
        grid.addWidget(hairline(), 2 * row, 0, 1, 4)
        grid.addWidget(number, 2 * row + 1, 0)
        grid.addWidget(LevelChip(theming, item.own), 2 * row + 1, 1, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(TextLabel(theming, item.question.short, "body", wrap=True), 2 * row + 1, 2)
        grid.addWidget(TextLabel(theming, words, "body", "secondary", tabular=True), 2 * row + 1, 3)

    def _show_report(self, case: Case) -> None:
        """Offer to put the figures into the report, or to take out what stands there."""
        kept = None if self._assessment is None else case.cohort_figures.get(self._assessment.id)
        self.report_button.setVisible(kept is not None or self.figures is not None)
        self.report_button.setText(
            self.tr("In den Bericht übernehmen") if kept is None else self.tr("Aus dem Bericht nehmen")
        )
        words = ""
        if kept is not None:
            texts = self._context.workspace.texts
            day = format_date(kept.as_of, texts.language)
            words = self.tr("Im Ergebnisbericht stehen die Werte vom {day}.").format(day=day)
        self._report_state.setText(words)
        self._report_state.setVisible(bool(words))

    def _on_report_button_clicked(self) -> None:
        case, assessment = self._bridge.case, self._assessment
        if assessment is not None:
            figures = None if assessment.id in case.cohort_figures else self.figures
            self._bridge.edit(self._context.workspace.cohorts.keep(case, assessment, figures))

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.report_button)
        acts.addWidget(self._report_state, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(14)
        right.setSpacing(14)
        left.addWidget(self._bars)
        left.addWidget(self._area_bars)
        left.addStretch(1)
        right.addWidget(self._apart_title)
        right.addLayout(self._apart_holder)
        right.addStretch(1)
        self._columns.setSpacing(32)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(self.words)
        layout.addLayout(self._columns)
        layout.addLayout(acts)
        layout.addWidget(self._rule)
        layout.addWidget(hairline())
        layout.addWidget(self.consent)
        self._rule.hide()
        self._apart_title.hide()
        self._report_state.hide()
        self.report_button.hide()
