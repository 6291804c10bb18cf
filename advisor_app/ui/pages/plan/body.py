"""What stands below the head of the page: figures, one of the views, and the strip of the chosen measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.plan import Measure, Plan, check_plan
from advisor_app.override import override
from advisor_app.texts import Texts
from advisor_app.ui.pages.plan.detail import Detail, Mode
from advisor_app.ui.pages.plan.findings_line import FindingsLine
from advisor_app.ui.pages.plan.head import PRIORITIES, SCHEDULE
from advisor_app.ui.pages.plan.key_figures import KeyFigures
from advisor_app.ui.pages.plan.legend import ScheduleLegend
from advisor_app.ui.pages.plan.measure_model import MeasureModel
from advisor_app.ui.pages.plan.priorities_view import PrioritiesView
from advisor_app.ui.pages.plan.proposals_panel import ProposalsPanel
from advisor_app.ui.pages.plan.schedule import Schedule
from advisor_app.ui.pages.plan.schedule_view import Build
from advisor_app.ui.pages.plan.wording import PlanWording
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.labels import hairline

EMPTY = "empty"
PROPOSALS = "proposals"
_SMALL = 660
_NO_LIMIT = 16_777_215  # Qt's own for widgets without a greatest height


class PlanBody(QWidget):
    """``chosen`` tells a measure that was clicked on, ``opened`` one that shall be edited."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        wording: PlanWording,
        model: MeasureModel,
        build: Build,
        detail: Detail,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._model = model
        self._build = build
        self.detail = detail
        self.figures = KeyFigures(theming, wording)
        self.schedule = Schedule(theming, texts, model, build)
        self.findings = FindingsLine(theming, texts)
        self.legend = ScheduleLegend(theming, texts)
        self.priorities = PrioritiesView(theming, texts, wording)
        self.proposals = ProposalsPanel(theming, texts, wording)
        self.empty = EmptyState(
            theming,
            icon="chart-gantt",
            title=self.tr("Noch keine Maßnahmen"),
            sentence=self.tr(
                "Der Umsetzungsplan sagt, was bis wann von wem getan wird, was es kostet und wer es bezahlt. Aus den "
                "Lücken der Erhebung schlägt der Katalog Maßnahmen vor."
            ),
            action=self.tr("Vorschläge ansehen"),
            other=self.tr("Eigene Maßnahme anlegen"),
            other_keys="Ins",
        )
        self._later = QTimer(self)  # its own, so that it goes with the page
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.share_height)
        self._lay_out()
        for chooser in (self.schedule, self.priorities):
            chooser.chosen.connect(self.chosen)
        for opener in (self.schedule, self.findings):
            opener.opened.connect(self.opened)

    @property
    def view(self) -> str:
        """What is shown: the schedule, the priorities, the proposals, or the empty page."""
        return self._names[self._views.currentIndex()]

    @property
    def shows_measures(self) -> bool:
        """Whether measures are in view."""
        return self.view in (SCHEDULE, PRIORITIES)

    def show_view(self, name: str) -> None:
        """Show a view; without measures the empty page stands in its place."""
        if not self._model.measures and name != PROPOSALS:
            name = EMPTY
        self._views.setCurrentIndex(self._names.index(name))
        self.share_height()

    def show_plan(self, measures: Sequence[Measure], plan: Plan, expired: Mapping[str, str]) -> None:
        """Show the measures of the plan and its own milestones; ``expired`` as in ``check_plan``."""
        self._model.show_plan(measures, plan.milestones)
        self.schedule.view.rebuild()  # the plan's period may be another one
        self.figures.show_measures(tuple(measures))
        self.findings.show_findings(check_plan(measures, expired))
        self.legend.show_chart(self._build(measures))
        self.priorities.show_measures(tuple(measures))
        self.show_view(SCHEDULE if self.view == EMPTY else self.view)

    def share_height(self) -> None:
        """Reading takes what it needs; editing takes up to three fifths, and on small screens the figures' room too."""
        mode = self.detail.mode
        editing = mode is not Mode.READ
        self.detail.setVisible(self.shows_measures or (mode is Mode.HEAD and self.view == EMPTY))
        small = self.height() < self._theming.scaled(_SMALL)
        self._figures_box.setVisible(self.shows_measures and not (editing and small))
        height = self._splitter.height()
        wanted = self.detail.wanted_height()
        self.detail.setMaximumHeight(_NO_LIMIT if editing else wanted)
        share = min(wanted, height * 3 // 5) if editing else wanted
        self._splitter.setSizes([max(height - share, 1), share])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self._later.start()  # when the layout has placed the splitter

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.findings, 1)
        below.addWidget(self.legend, 0, Qt.AlignmentFlag.AlignTop)
        schedule = QWidget()
        column = QVBoxLayout(schedule)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.schedule, 1)
        column.addLayout(below)
        self._views = QStackedWidget()
        self._names = (EMPTY, SCHEDULE, PRIORITIES, PROPOSALS)
        for widget in (self.empty, schedule, self.priorities, self.proposals):
            self._views.addWidget(widget)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._views)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self._figures_box = QWidget()
        box = QVBoxLayout(self._figures_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (hairline(), self.figures, hairline()):
            box.addWidget(widget)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        page.addWidget(self._figures_box)
        page.addWidget(self._splitter, 1)
