"""The assessment page: outline at the left, one question or a list at the right, the way on at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentSet,
    Change,
    PollSet,
    RoleSet,
    TargetSet,
)
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.house_roles import role_titles
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.ui.pages.assessment.answering import Answering
from advisor_app.ui.pages.assessment.course import AREAS, Course, first_with
from advisor_app.ui.pages.assessment.making import AssessmentMaking
from advisor_app.ui.pages.assessment.offer_line import OfferLine
from advisor_app.ui.pages.assessment.sheet import CLARIFY, ONE, Sheet
from advisor_app.ui.pages.assessment.side_panel import SidePanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.labels import vertical_hairline

if TYPE_CHECKING:
    from advisor_app.domain.projection import Projectable
    from advisor_app.ui.pages.assessment.polling import Polling

_OUTLINE_WIDTH = 252
_OUTLINE_SHARE = 0.32
_NARROW_BELOW = 900
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp)
_ON = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_POLL_KEYS = (Qt.Key.Key_P, Qt.Key.Key_T)


class AssessmentPage(CasePage):
    """Erhebung. Keys outside text fields: 0–4, U, N, F, Delete, arrows; Ctrl+Enter leaves a text.

    W answers as before, G as in another module. P and T poll the group, K goes to the Klärungsliste and back. Its items
    are an assessment, a question or dimension, ``areas``, ``clarify``, or one of these after an assessment and a colon.
    """

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._course: Course | None = None
        self._making = AssessmentMaking(context, bridge)
        self._side = SidePanel(context)
        self.sheet = Sheet(context, bridge)
        self._polling: Polling | None = None  # made for the first poll: work begins without it
        self._answering = Answering(context, bridge, self.sheet)
        self.offer = OfferLine(context)
        self._lay_out()
        self._connect()
        self._show_assessments()

    @property
    def current_question(self) -> str:
        """The id of the question that is shown."""
        return "" if self._course is None else self._course.current

    @property
    def polling(self) -> Polling:
        """What is done to polls."""
        return self._polling or self._make_polling()

    @property
    def assessment(self) -> Assessment | None:
        """The assessment that is shown."""
        return None if self._course is None else self._course.assessment

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, AssessmentSet | AssessmentMigrationSet | RoleSet) for change in changes):
            self._show_assessments()
            return
        course = self._course
        if course is None:
            return
        rebuilt = False
        for change in changes:
            if isinstance(change, AnswerSet) and change.assessment == course.assessment.id:
                answer = self.bridge.case.answer(change.assessment, change.question)
                rebuilt |= bool(course.evaluation.set_answer(change.question, answer))
                self.sheet.list.show_answer(change.question, answer)
                self._side.outline.show_answer(change.question)
            elif isinstance(change, AnswerSet):
                self._answering.look_again()
        self._answering.show_given()
        if rebuilt:
            self._show_outline()
        self._side.show_progress(course.evaluation)
        if any(isinstance(change, TargetSet) for change in changes):
            self._show_question(course.current)
        else:
            self._show_answer()
        if any(isinstance(change, PollSet) for change in changes):
            self._show_polls(course)
        self.sheet.show_clarification(course)

    @override
    def flush(self) -> bool:
        self._side.held.flush()
        self.sheet.question.flush()
        if self._polling is not None:
            self._polling.flush()
        return True

    @override
    def present_item(self) -> str:
        return "" if self._course is None else f"{self._course.assessment.id}:{self._course.current}"

    @override
    def take_focus(self) -> None:
        """Where keys answer; the chooser, which stands first, would take digits for the beginning of a title."""
        if self._course is None:
            super().take_focus()
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.sheet.mode.current() == CLARIFY:
            self.sheet.clarification.focus_row()

    @override
    def open_item(self, item: str) -> None:
        before, colon, after = item.rpartition(":")
        name = after if colon else item
        case = self.bridge.case
        if name in case.assessments:
            before, name = name, ""
        questionnaires = self.context.workspace.questionnaires
        shown = () if self.assessment is None else (self.assessment,)
        candidates = (*shown, *reversed(case.current_assessments()))
        self._choose(case.assessments.get(before) or first_with(name, candidates, questionnaires))
        course = self._course
        if course is None or not name:
            return
        if name == AREAS:
            self.sheet.open_areas()
        elif name == CLARIFY:
            self._change_mode(CLARIFY)
        elif course.has(name):
            self._change_mode(ONE)
            self._show_question(name)
        else:
            self._show_question(course.first_of(name))

    @override
    def commands(self) -> Sequence[Command]:
        return () if self.can_only_be_read else self._making.commands(self._on_chooser_wanted)

    @override
    def projectable(self) -> Projectable | None:
        from advisor_app.domain.projection import ProjectablePoll, ProjectableQuestion

        course = self._course
        if self._polling is not None and self._polling.poll is not None:
            return self._polling.join or ProjectablePoll(poll=self._polling.poll.id)
        if course is None or not course.has(course.current):
            return None
        return ProjectableQuestion(assessment=course.assessment.id, question=course.current)

    @override
    def show_beside(self, places: int) -> None:
        self._step(places)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        course = self._course
        if not plain or course is None or not course.current:
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_K:
            self._change_mode(ONE if self.sheet.mode.current() == CLARIFY else CLARIFY)
        elif self.sheet.mode.current() == CLARIFY:
            self.sheet.clarification.focus_row()
        elif key in _BACK or key in _ON:
            self._step(1 if key in _ON else -1)
        elif self.sheet.mode.current() == ONE and self._polls(key):
            event.accept()
        elif course.is_covered or not self._answering.answer_by(key):
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.sheet.evidence.enter(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.sheet.evidence.drop(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = round(_OUTLINE_WIDTH * self.context.theming.zoom / 100)
        self._side.setFixedWidth(min(wanted, round(event.size().width() * _OUTLINE_SHARE)))
        self.sheet.foot.set_narrow(narrow=event.size().width() < self.context.theming.scaled(_NARROW_BELOW))

    # Building

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(vertical_hairline())
        self.sheet.add_above(self.offer)
        layout.addWidget(self.sheet, 1)

    def _connect(self) -> None:
        side, sheet = self._side, self.sheet
        side.outline.chosen.connect(self._on_outline_chosen)
        side.areas_wanted.connect(lambda: sheet.open_areas(toggle=True))
        side.held.edited.connect(self._on_held_edited)
        side.held.typing.connect(self.typing)
        side.chooser.chosen.connect(self._on_chooser_chosen)
        side.chooser.wanted.connect(self._on_chooser_wanted)
        self._answering.refused.connect(self._show_answer)
        self._answering.warned.connect(self.warned)
        self._answering.noticed.connect(self.noticed)
        self.offer.wanted.connect(self._on_offer_wanted)
        self.offer.successor_wanted.connect(self.open_item)
        sheet.mode_chosen.connect(self._on_mode_chosen)
        sheet.areas_chosen.connect(self._on_areas_chosen)
        sheet.question_wanted.connect(self._on_list_opened)
        sheet.noticed.connect(self.noticed)
        sheet.removed.connect(self.removed)
        sheet.warned.connect(self.warned)
        sheet.history_button.clicked.connect(lambda: self.navigated.emit("history", self.current_question))
        sheet.question.typing.connect(self.typing)
        sheet.question.revealed.connect(self._on_panel_revealed)
        sheet.question.poll_line.question.clicked.connect(self._on_question_poll_wanted)
        sheet.question.poll_line.target.clicked.connect(self._on_target_poll_wanted)
        sheet.services_wanted.connect(lambda: self.navigated.emit("services", "open"))
        sheet.measurement.wanted.connect(self.navigated)
        sheet.list.opened.connect(self._on_list_opened)
        sheet.foot.stepped.connect(self._step)
        sheet.evidence.serve(self)
        sheet.evidence.noticed.connect(self.noticed)
        sheet.evidence.warned.connect(self.warned)
        sheet.evidence.removed.connect(self.removed)

    def _make_polling(self) -> Polling:
        from advisor_app.ui.pages.assessment.polling import Polling

        self._polling = polling = Polling(self.context, self.bridge, self.sheet.question)
        polling.warned.connect(self.warned)
        polling.typing.connect(self.typing)
        polling.changed.connect(self.projectable_changed)
        polling.phones_made.connect(
            lambda phones: phones.settings_wanted.connect(lambda: self.navigated.emit("settings", "phone-poll"))
        )
        if self._course is not None:
            polling.show_question(self._course)
        return polling

    # Showing

    def _show_assessments(self) -> None:
        case = self.bridge.case
        self.sheet.question.show_roles(role_titles(self.context.workspace.catalog.roles, case.roles))
        kept = self.assessment.id if self.assessment is not None else ""
        assessments, clock = self.context.workspace.assessments, self.context.workspace.clock
        chosen = case.assessments.get(kept) or assessments.at_hand(case, today(clock))
        names = [
            (item.id, assessments.title(case, item), assessments.short_title(case, item)) for item in case.in_order()
        ]
        self._side.chooser.show_assessments(names, "" if chosen is None else chosen.id)
        self._side.chooser.show_offers(() if self.can_only_be_read else self._making.offers())
        self._show_assessment(chosen)

    def _show_assessment(self, chosen: Assessment | None) -> None:
        current = self.current_question
        is_other = (chosen and chosen.id) != (self.assessment and self.assessment.id)
        self._course = None
        self._answering.show_course(None)
        self._side.held.show_assessment(chosen)
        if chosen is None:
            self.sheet.show_nothing()
            return
        evaluation = self.context.workspace.questionnaires.evaluate(self.bridge.case, chosen)
        before = self.context.workspace.assessments.before(self.bridge.case, chosen)
        self._course = course = Course(chosen, evaluation, before)
        self.offer.show_assessment(self.bridge.case, chosen)
        self._answering.show_course(course)
        self.sheet.show_areas(course)
        areas = any(item.kind is DimensionKind.IMPACT_AREA for item in evaluation.questionnaire.dimensions)
        self._side.show_areas(chosen.areas, offered=areas)
        self._show_outline()
        self._side.show_progress(evaluation)
        self._show_question(current if course.has(current) else course.first_open(self.bridge.case))
        if is_other and self._begins_with_clarification(chosen):
            self._change_mode(CLARIFY)
        else:
            self.sheet.show_clarification(course)

    def _begins_with_clarification(self, chosen: Assessment) -> bool:
        case = self.bridge.case
        surveyed = any(item.kind is AssessmentKind.PRE_SURVEY for item in case.assessments.values())
        return surveyed and self.context.workspace.clarifications.comes_first(case, chosen)

    def _show_outline(self) -> None:
        if self._course is not None:
            self._course.take_stock()
            self._side.outline.show_evaluation(self._course.evaluation, conceals=self._course.conceals)
            self._side.outline.mark(self._course.current)

    def _show_question(self, name: str) -> None:
        course = self._course
        if course is None or not course.has(name):
            return
        before = course.dimension if course.has(course.current) else None
        course.go_to(name)
        self._side.outline.mark(name)
        self.sheet.show_question(course, self.bridge.case, is_other_dimension=before is not course.dimension)
        self._show_polls(course)
        self._answering.show_question(name)
        self.projectable_changed.emit()

    def _show_answer(self) -> None:
        course = self._course
        if course is not None and course.has(course.current):
            self.sheet.show_answer(course, self.bridge.case)

    def _show_polls(self, course: Course) -> None:
        if self._polling is not None or self.bridge.case.polls:
            self.polling.show_question(course)
        else:
            self.sheet.question.poll_line.offer_for(course)

    # Acting

    def _choose(self, wanted: Assessment | None) -> None:
        if wanted is not None and wanted != self.assessment:
            self.flush()
            self._show_assessment(wanted)
            self._side.chooser.choose(wanted.id)

    def _step(self, step: int) -> None:
        self.flush()
        if self._course is not None:
            self._show_question(self._course.beside(step))

    def _polls(self, key: Qt.Key) -> bool:
        return (self._polling is not None or key in _POLL_KEYS) and self.polling.takes(key)

    def _on_question_poll_wanted(self) -> None:
        self.polling.toggle_question()

    def _on_target_poll_wanted(self) -> None:
        self.polling.toggle_target()

    def _change_mode(self, mode: str) -> None:
        if mode != self.sheet.mode.current():
            self.sheet.mode.choose(mode)
            self._on_mode_chosen(mode)

    def _on_outline_chosen(self, name: str) -> None:
        self.flush()
        if self.sheet.mode.current() == CLARIFY:
            self._change_mode(ONE)
        self._show_question(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_offer_wanted(self) -> None:
        if self.assessment is not None:
            self.flush()
            self.navigated.emit("assessment-migration", self.assessment.id)

    def _on_mode_chosen(self, mode: str) -> None:
        self.flush()
        if self._course is not None and self._course.has(self._course.current):
            self.sheet.show_list(self._course, self.bridge.case)  # built before it is shown, and so laid out once
            self.sheet.show_clarification(self._course)
        self.sheet.show_mode(mode)
        if mode == CLARIFY:
            self.sheet.clarification.focus_row()
        elif mode == ONE:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_panel_revealed(self) -> None:
        if self._course is not None:
            self._course.reveal()
            self.sheet.show_cover(self._course)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_list_opened(self, question: str) -> None:
        self.open_item(question)

    def _on_areas_chosen(self, areas: tuple[str, ...]) -> None:
        before = self.assessment
        if before is not None:
            self.bridge.edit(AssessmentSet(before.id, before, replace(before, areas=areas)))

    def _on_held_edited(self, day: date | None, batch: str) -> None:
        before = self.assessment
        if before is not None:
            self.bridge.edit(AssessmentSet(before.id, before, replace(before, held_on=day)), batch=batch or None)

    def _on_chooser_chosen(self, wanted: str) -> None:
        self._choose(self.bridge.case.assessments.get(wanted))

    def _on_chooser_wanted(self, questionnaire: str, kind: AssessmentKind, commune: str = "") -> None:
        self.flush()
        made = self._making.make(questionnaire, kind, commune)
        if made is not None:
            self._choose(self.bridge.case.assessments.get(made.id))
            self.noticed.emit(self._making.words(made))
