"""The right side of the page: impact areas, one question or a list, and the way on at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.domain.evidence import Subject
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Dimension
from advisor_app.override import override
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.assessment.areas_panel import AreasPanel
from advisor_app.ui.pages.assessment.course import Course
from advisor_app.ui.pages.assessment.foot_bar import FootBar
from advisor_app.ui.pages.assessment.list_panel import ListPanel
from advisor_app.ui.pages.assessment.measurement_line import MeasurementLine
from advisor_app.ui.pages.assessment.question_panel import QuestionPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Segments
from advisor_app.ui.widgets.evidence_strip import EvidenceStrip
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from advisor_app.ui.pages.assessment.clarification_panel import ClarificationPanel

ONE, LIST, CLARIFY = "one", "list", "clarify"


class Sheet(QWidget):
    """Shows where a course stands; ``mode_chosen`` and ``areas_chosen`` tell what was chosen on it."""

    mode_chosen = Signal(str)
    areas_chosen = Signal(tuple)
    question_wanted = Signal(str)  # from the Klärungsliste
    services_wanted = Signal()  # from there, too
    noticed = Signal(str)
    removed = Signal(str)
    warned = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theming = context.theming
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.question = QuestionPanel(context)
        self.list = ListPanel(context)
        self.foot = FootBar(theming)
        self.evidence = EvidenceStrip(context, bridge)
        self.measurement = MeasurementLine(context)
        self.history_button = IconButton(theming, "history", self.tr("Verlauf dieser Antwort"))
        self.mode = Segments(
            theming, ((CLARIFY, self.tr("Klärung"), ""), (ONE, self.tr("Eine Frage"), ""), (LIST, self.tr("Liste"), ""))
        )
        self.mode.choose(ONE)
        self._bridge = bridge
        self._clarification: ClarificationPanel | None = None  # made when somebody looks at it
        self._areas: AreasPanel | None = None  # made when areas are to be chosen: work begins without it
        self._offered: tuple[Dimension, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._areas_holder = QVBoxLayout()
        self._list_heading = TextLabel(theming, "", "section")
        self._list_heading.hide()
        self._stack = QStackedWidget()
        self._empty = TextLabel(
            theming,
            self.tr("Es gibt noch keine Erhebung. Sie entsteht, sobald ein Modul gebucht ist."),
            "emphasised",
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self.mode.chosen.connect(self.mode_chosen)

    def add_above(self, widget: QWidget) -> None:
        """Put a widget above everything else."""
        self._body.insertWidget(0, widget)

    def show_nothing(self) -> None:
        """Say that there is no assessment."""
        self._stack.setCurrentWidget(self._empty)
        for widget in (self.foot, self.question.head, self.mode, self.history_button):
            widget.hide()

    @property
    def clarification(self) -> ClarificationPanel:
        """The Klärungsliste, made when somebody looks at it."""
        if self._clarification is None:
            from advisor_app.ui.pages.assessment.clarification_panel import ClarificationPanel

            panel = self._clarification = ClarificationPanel(self._context, self._bridge)
            panel.opened.connect(self.question_wanted)
            panel.confirmed.connect(self.noticed)
            panel.removed.connect(self.removed)
            panel.warned.connect(self.warned)
            panel.services.wanted.connect(self.services_wanted)
            self._stack.addWidget(panel)
        return self._clarification

    def show_clarification(self, course: Course) -> None:
        """Bring the Klärungsliste up to date where it is shown."""
        if self.mode.current() == CLARIFY:
            self.clarification.show_assessment(course.assessment, [question for _, question in course.order])

    def show_mode(self, mode: str) -> None:
        """Show one question, the list of its dimension, or the Klärungsliste."""
        self._stack.setCurrentWidget(
            self.clarification if mode == CLARIFY else self.list if mode == LIST else self.question
        )
        self.foot.setVisible(mode != CLARIFY)
        self.question.head.setVisible(mode == ONE)
        self._list_heading.setVisible(mode != ONE)
        if mode == CLARIFY:
            self._list_heading.setText(self.tr("Klärungsliste"))

    def show_areas(self, course: Course) -> None:
        """Show which impact areas are chosen, where the questionnaire has any."""
        dimensions = course.evaluation.questionnaire.dimensions
        self._offered = tuple(item for item in dimensions if item.kind is DimensionKind.IMPACT_AREA)
        self._chosen = course.assessment.areas
        if self._areas is not None:
            self._areas.setVisible(bool(self._offered) and not self._areas.isHidden())
            self._areas.show_areas(self._chosen)

    def open_areas(self, *, toggle: bool = False) -> None:
        """Let impact areas be chosen; with ``toggle`` also no more."""
        if self._areas is not None:
            self._areas.setVisible(self._areas.isHidden() or not toggle)
        elif self._offered:
            self._areas = AreasPanel(self._context.theming, self._offered)
            self._areas.show_areas(self._chosen)
            self._areas.chosen.connect(self.areas_chosen)
            self._areas_holder.addWidget(self._areas)

    def show_question(self, course: Course, case: Case, *, is_other_dimension: bool) -> None:
        """Show the question that the course has come to."""
        self.question.show_question(course.dimension, course.question, course.place(), course.asked(case))
        self.evidence.show_subject(Subject.question(course.assessment.id, course.current))
        if is_other_dimension or self._stack.currentWidget() is self.list:
            self.show_list(course, case)
        if self._stack.currentWidget() is self._empty:
            self.show_mode(self.mode.current())
        for widget in (self.mode, self.history_button):
            widget.show()
        self.foot.setVisible(self.mode.current() != CLARIFY)
        self.foot.show_neighbours(*course.neighbours())
        self.show_cover(course)
        self.show_answer(course, case)

    def show_list(self, course: Course, case: Case) -> None:
        """Build the list of the dimension, if it is wanted."""
        dimension = course.dimension
        self._list_heading.setText(f"{dimension.id} {dimension.title}")
        if self.mode.current() == LIST:
            kind = case.assessed_commune(course.assessment).kind
            self.list.show_dimension(dimension, course.evaluation, kind, conceals=course.conceals)

    def show_cover(self, course: Course) -> None:
        """Cover a confidential question, or uncover it."""
        self.question.show_cover(covered=course.is_covered)
        self.foot.show_keys(levels=course.question.scores and not course.is_covered)

    def show_answer(self, course: Course, case: Case) -> None:
        """Show the committed answer, or what is calculated."""
        value = course.evaluation.value(course.current) if course.question.is_calculated else None
        words = "" if value is None else format_decimal(value, 0, self._context.workspace.preferences.language)
        self.question.show_answer(course.answer(case), words)
        is_reading = case.handover is not None or course.is_covered
        self.measurement.show_question(case, course, course.answer(case), is_reading=is_reading)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head stands above the ways to look at questions where both do not fit side by side."""
        super().resizeEvent(event)
        margins, head = self._top.contentsMargins(), self.question.head.minimumSizeHint().width()
        room = event.size().width() - margins.left() - margins.right() - self._top.spacing()
        fits = head + self._tools.minimumSizeHint().width() <= room
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        self.question.add_below(self.measurement)
        self.question.add_below(self.evidence)
        for widget in (self.question, self.list, self._empty):
            self._stack.addWidget(widget)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.addWidget(self.history_button)
        tools.addWidget(self.mode)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setContentsMargins(32, 12, 32, 0)
        top.addWidget(self.question.head, 1)
        top.addWidget(self._list_heading, 1)
        top.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignRight)
        self._body = body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(self._areas_holder)
        body.addLayout(top)
        body.addWidget(self._stack, 1)
        body.addWidget(self.foot)
