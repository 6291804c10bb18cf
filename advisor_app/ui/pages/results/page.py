"""The results page of one assessment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentSet,
    Change,
    CohortConsentSet,
    CohortFiguresSet,
    HeadSet,
    TargetSet,
)
from advisor_app.domain.projection import ProjectableResult
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.services.results import Standing
from advisor_app.ui.pages.results.calculation_panel import CalculationPanel
from advisor_app.ui.pages.results.dimension_table import DimensionTable
from advisor_app.ui.pages.results.unmet_list import UnmetList
from advisor_app.ui.pages.results.views import ResultViews, View
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button, Segments
from advisor_app.ui.widgets.chart_table import ChartTable
from advisor_app.ui.widgets.chart_view import ChartView
from advisor_app.ui.widgets.labels import TextLabel, hairline

_STACKED_BELOW = 900


class ResultsPage(CasePage):
    """Phase and module score in words, profile, dimensions with targets, and what the next phase lacks."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._assessment: Assessment | None = None
        self._standing: Standing | None = None
        theming, texts = context.theming, context.workspace.texts
        self._chooser = QComboBox()
        self._chooser.setAccessibleName(self.tr("Erhebung wählen"))
        self._title = TextLabel(theming, "", "page", wrap=True)
        self._sentences = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._report = Button(theming, self.tr("Bericht erstellen"), "file-text", "primary")
        self.view = Segments(theming, [(name, title, "") for name, title in self._titles().items()])
        self.views = ResultViews(context, bridge)
        self._steps = ChartView(theming, texts)
        self._form = Segments(theming, (("radar", self.tr("Radar"), ""), ("table", self.tr("Tabelle"), "")))
        self._radar = ChartView(theming, texts)
        self._radar_table = ChartTable(theming, texts)
        self._profile = QStackedWidget()
        self._dimensions = DimensionTable(context, self.tr("Dimension"))
        self._areas_heading = TextLabel(theming, self.tr("Wirkungsbereiche"), "section")
        self._areas = DimensionTable(context, self.tr("Wirkungsbereich"))
        self._calculation = CalculationPanel(context)
        self._unmet = UnmetList(theming)
        self._notice = TextLabel(theming, "", "caption", "caption", wrap=True)
        self._empty = TextLabel(
            theming,
            self.tr("Hier stehen Profil und Wert, sobald die ersten Antworten da sind."),
            "emphasised",
            "secondary",
            wrap=True,
        )
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body = QWidget()
        self._to_assessment = Button(theming, self.tr("Zur Erhebung"), "list-checks", "primary")
        self._lay_out()
        self._connect()
        self._show_assessments()

    @property
    def _is_joint(self) -> bool:
        return len(self.bridge.case.head.communes) > 1

    @property
    def standing(self) -> Standing | None:
        """What is shown."""
        return self._standing

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, AssessmentSet | AssessmentMigrationSet) for change in changes):
            self._show_assessments()
        elif any(isinstance(change, AnswerSet | TargetSet | HeadSet) for change in changes):
            self._show_standing()
        elif any(isinstance(change, CohortConsentSet | CohortFiguresSet) for change in changes):
            self._show_view()

    @override
    def present_item(self) -> str:
        return "" if self._assessment is None else self._assessment.id

    @override
    def open_item(self, item: str) -> None:
        name, _, view = item.partition(":")
        if name in self._titles():
            name, view = "", name
        if view in self._titles():
            self.view.choose(view if view != View.COMMUNES.value or self._is_joint else View.RESULT.value)
        if name in self.bridge.case.assessments:
            self._assessment = self.bridge.case.assessments[name]
            self._show_assessments()
        else:
            self._show_view()

    @override
    def commands(self) -> Sequence[Command]:
        kind = QCoreApplication.translate("pages", "Ergebnisse")
        return [
            Command(title=title, kind=kind, act=partial(self.open_item, name), icon="gauge")
            for name, title in {**self._titles(), View.COHORT.value: self.tr("Andere Kommunen")}.items()
            if name != View.COMMUNES.value or self._is_joint
        ]

    @override
    def flush(self) -> bool:
        self.views.flush()
        return True

    def _titles(self) -> dict[str, str]:
        return {
            View.RESULT.value: self.tr("Ergebnis"),
            View.COMMUNES.value: self.tr("Kommunen"),
            View.COMPARISON.value: self.tr("Vergleich"),
            View.WHAT_IF.value: self.tr("Was wäre, wenn"),
            View.COHORT.value: self.tr("Andere"),
        }

    @override
    def projectable(self) -> ProjectableResult | None:
        return None if self._standing is None else ProjectableResult(assessment=self._standing.assessment.id)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < _STACKED_BELOW * self.context.theming.zoom / 100
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self.views.set_stacked(stacked=stacked)
        self._head.setDirection(direction)

    def _lay_out(self) -> None:
        self._profile.addWidget(self._radar)
        self._profile.addWidget(self._radar_table)
        head, acts = self._head, QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._sentences)
        head.addLayout(words, 1)
        acts.addWidget(self._chooser, 0, Qt.AlignmentFlag.AlignTop)
        acts.addWidget(self._report, 0, Qt.AlignmentFlag.AlignTop)
        acts.addStretch(1)
        head.addLayout(acts)
        profile_head = QHBoxLayout()
        profile_head.addWidget(TextLabel(self.context.theming, self.tr("Profil"), "section"))
        profile_head.addStretch(1)
        profile_head.addWidget(self._form)
        left = QVBoxLayout()
        left.addLayout(profile_head)
        left.addWidget(self._profile)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(16)
        for widget in (self._dimensions, self._calculation, self._unmet, self._areas_heading, self._areas):
            right.addWidget(widget)
        right.addStretch(1)
        self._columns.setSpacing(32)
        self._columns.addLayout(left, 4)
        self._columns.addLayout(right, 5)
        self._lay_out_body(head)

    def _lay_out_body(self, head: QBoxLayout) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self._steps)
        body.addWidget(hairline())
        body.addLayout(self._columns)
        body.addWidget(self._notice)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(28, 18, 28, 24)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(self.view, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._empty)
        layout.addWidget(self._to_assessment, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)
        layout.addWidget(self.views)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self.view.chosen.connect(self._on_view_chosen)
        self.views.chosen.connect(lambda name: self.open_item(f"{name}:{View.RESULT.value}"))
        self.views.opened.connect(self._open_assessment)
        self.views.document_wanted.connect(self._on_document_wanted)
        self.views.follow_up_wanted.connect(self._on_follow_up_wanted)
        self.views.typing.connect(self.typing)
        self._form.chosen.connect(self._on_form_chosen)
        self._chooser.activated.connect(self._on_chooser_activated)
        self._report.clicked.connect(lambda: self.navigated.emit("documents", f"result-report:{self.present_item()}"))
        self._to_assessment.clicked.connect(lambda: self._open_assessment(""))
        self._unmet.opened.connect(self._open_assessment)
        self._calculation.opened.connect(self._open_assessment)
        self._radar.area_clicked.connect(self._on_dimension_opened)
        for table in (self._dimensions, self._areas):
            table.opened.connect(self._on_dimension_opened)
            table.targeted.connect(self._on_table_targeted)

    def _show_assessments(self) -> None:
        case = self.bridge.case
        ordered = case.in_order()
        kept = self._assessment.id if self._assessment is not None else ""
        workspace = self.context.workspace
        at_hand = workspace.assessments.at_hand(case, today(workspace.clock))
        self._assessment = case.assessments.get(kept, at_hand)
        self._chooser.clear()
        for item in ordered:
            self._chooser.addItem(self.context.workspace.assessments.title(case, item), item.id)
        self._chooser.setVisible(len(ordered) > 1)
        if self._assessment is not None:
            self._chooser.setCurrentIndex(self._chooser.findData(self._assessment.id))
        self._show_standing()

    def _show_standing(self) -> None:
        case, assessment = self.bridge.case, self._assessment
        has_answers = assessment is not None and bool(case.answers.get(assessment.id))
        for widget in (self._report, self._sentences, self.view):
            widget.setVisible(has_answers)
        self._empty.setVisible(not has_answers)
        self._to_assessment.setVisible(assessment is not None and not has_answers)
        if assessment is None or not has_answers:
            self._standing = None
            self._title.setText(self.tr("Noch kein Ergebnis"))
            for part in (self._body, self.views):
                part.hide()
            return
        self.view.offer(View.COMMUNES.value, offered=self._is_joint)
        if not self._is_joint and self.view.current() == View.COMMUNES.value:
            self.view.choose(View.RESULT.value)
        standing = self.context.workspace.results.standing(case, assessment)
        self._standing = standing
        self._title.setText(standing.title)
        self._sentences.setText(standing.sentences)
        self._steps.show_chart(standing.steps)
        self._steps.setVisible(standing.steps is not None)
        self._radar.show_chart(standing.radar)
        self._radar_table.show_chart(standing.radar)
        self._dimensions.show_dimensions(standing.dimensions)
        self._areas.show_dimensions(standing.areas)
        self._areas_heading.setVisible(bool(standing.areas))
        self._unmet.show_conditions(standing.unmet_title, standing.unmet)
        self._notice.setText(f"{standing.notice}. {standing.versions}")
        if self._calculation.isVisible():
            self._show_calculation(self._calculation.dimension)
        self._show_view()
        self.projectable_changed.emit()

    def _show_view(self) -> None:
        if self._standing is None:
            return
        view = View(self.view.current())
        self._body.setVisible(view is View.RESULT)
        self.views.show_view(view, self._standing, can_change=not self.can_only_be_read)

    def _show_calculation(self, name: str) -> None:
        if self._standing is None:
            return
        found = [item for item in (*self._standing.dimensions, *self._standing.areas) if item.score.id == name]
        if found:
            self._calculation.show_dimension(found[0], self._standing.versions)

    def _open_assessment(self, question: str) -> None:
        item = self.present_item()
        self.navigated.emit("assessment", f"{item}:{question}" if question else item)

    def _on_form_chosen(self, name: str) -> None:
        self._profile.setCurrentWidget(self._radar if name == "radar" else self._radar_table)

    def _on_dimension_opened(self, name: str) -> None:
        self._show_calculation(name)

    def _on_table_targeted(self, dimension: str, level: int | None) -> None:
        if self._assessment is None:
            return
        before = self.bridge.case.targets.get(self._assessment.id, {}).get(dimension)
        self.bridge.edit(TargetSet(self._assessment.id, dimension, before, level))

    def _on_chooser_activated(self) -> None:
        self._assessment = self.bridge.case.assessments.get(self._chooser.currentData())
        self._show_assessments()

    def _on_view_chosen(self) -> None:
        self.flush()
        self._show_view()

    def _on_document_wanted(self, item: str) -> None:
        self.navigated.emit("documents", f"assessment-comparison:{item}")

    def _on_follow_up_wanted(self) -> None:
        standing = self._standing
        if standing is None:
            return
        assessments, questionnaire = self.context.workspace.assessments, standing.assessment.questionnaire
        made = self.bridge.perform(lambda session: assessments.create(session, AssessmentKind.FOLLOW_UP, questionnaire))
        if made is not None:
            title = assessments.title(self.bridge.case, made)
            self.noticed.emit(self.tr("Angelegt: {title}").format(title=title))
            self.navigated.emit("assessment", made.id)
