"""The assessment page: outline at the left, one question or a list at the right, the way on at the foot."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.assessment import Answer, Assessment
from advisor_app.domain.catalog import Dimension, DimensionKind, Question
from advisor_app.domain.changes import AnswerSet, AssessmentSet, Change, TargetSet
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.evidence import Subject
from advisor_app.questions.editing import Asked
from advisor_app.texts.numbers import format_decimal
from advisor_app.ui.pages.assessment.answering import cleared, stored, with_level
from advisor_app.ui.pages.assessment.areas_panel import AreasPanel
from advisor_app.ui.pages.assessment.foot_bar import FootBar
from advisor_app.ui.pages.assessment.list_panel import ListPanel
from advisor_app.ui.pages.assessment.question_panel import QuestionPanel
from advisor_app.ui.pages.assessment.side_panel import SidePanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Segments
from advisor_app.ui.widgets.evidence_strip import EvidenceStrip
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline

_OUTLINE_WIDTH = 252
_OUTLINE_SHARE = 0.32
_NARROW_BELOW = 900
_LEVEL_KEYS = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


class AssessmentPage(CasePage):
    """Erhebung. Keys outside text fields: 0–4, U, N, F, Delete, arrows; Ctrl+Enter leaves a text."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self._assessment: Assessment | None = None
        self._evaluation: Evaluation | None = None
        self._order: list[tuple[Dimension, Question]] = []
        self._current = ""
        self._areas: AreasPanel | None = None
        theming = context.theming
        self._side = SidePanel(theming)
        self._mode = Segments(theming, (("one", self.tr("Eine Frage"), ""), ("list", self.tr("Liste"), "")))
        self.history_button = IconButton(theming, "history", self.tr("Verlauf dieser Antwort"))
        self._question_panel = QuestionPanel(context)
        self._list_panel = ListPanel(context)
        self._list_heading = TextLabel(theming, "", "section")
        self._list_heading.hide()
        self._stack = QStackedWidget()
        self._foot = FootBar(theming)
        self._evidence = EvidenceStrip(context, bridge)
        self._empty = TextLabel(
            theming,
            self.tr("Zu den gebuchten Modulen gibt es noch keinen Fragebogen. Buchen Sie Modul 4 im Überblick."),
            "emphasised",
            "secondary",
            wrap=True,
        )
        self._lay_out()
        self._connect()
        self._show_assessments()

    @property
    def current_question(self) -> str:
        """The id of the question that is shown."""
        return self._current

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, AssessmentSet) for change in changes):
            self._show_assessments()
            return
        if self._assessment is None or self._evaluation is None:
            return
        rebuilt = False
        for change in changes:
            if isinstance(change, AnswerSet) and change.assessment == self._assessment.id:
                answer = self.bridge.case.answer(change.assessment, change.question)
                rebuilt |= bool(self._evaluation.set_answer(change.question, answer))
                self._list_panel.show_answer(change.question, answer)
                self._side.outline.show_answer(change.question)
        if rebuilt:
            self._show_outline()
        self._side.show_progress(self._evaluation)
        if any(isinstance(change, TargetSet) for change in changes):
            self._show_question(self._current)
        else:
            self._show_answer()

    @override
    def flush(self) -> bool:
        self._question_panel.flush()
        return True

    @override
    def present_item(self) -> str:
        return self.current_question

    @override
    def open_item(self, item: str) -> None:
        if item == "areas" and self._areas is not None:
            self._areas.show()
            return
        if any(question.id == item for _, question in self._order):
            self._mode.choose("one")
            self._show_mode("one")
            self._show_question(item)
            return
        first = next((question.id for dimension, question in self._order if dimension.id == item), None)
        if first is not None:
            self._show_question(first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if not plain or self._evaluation is None or not self._current:
            super().keyPressEvent(event)
        elif key in _LEVEL_KEYS and self._question.scores:
            self._edit(with_level(self._answer, _LEVEL_KEYS[key]))
        elif key is Qt.Key.Key_U and not self._question.is_calculated:
            self._question_panel.toggle_unknown()
        elif key is Qt.Key.Key_N and not self._question.is_calculated:
            self._ask_reason()
        elif key is Qt.Key.Key_F:
            self._evidence.await_photo()
        elif key is Qt.Key.Key_Delete:
            self._edit(cleared(self._answer))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
            self._step(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self._step(1)
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._evidence.enter(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._evidence.drop(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = round(_OUTLINE_WIDTH * self.context.theming.zoom / 100)
        self._side.setFixedWidth(min(wanted, round(event.size().width() * _OUTLINE_SHARE)))
        self._foot.set_narrow(narrow=event.size().width() < _NARROW_BELOW * self.context.theming.zoom / 100)

    @property
    def _question(self) -> Question:
        return next(question for _, question in self._order if question.id == self._current)

    @property
    def _answer(self) -> Answer:
        assert self._assessment is not None  # noqa: S101 — a question is shown only in an assessment
        return self.bridge.case.answer(self._assessment.id, self._current)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question_panel.add_below(self._evidence)
        self._stack.addWidget(self._question_panel)
        self._stack.addWidget(self._list_panel)
        self._stack.addWidget(self._empty)
        top = QHBoxLayout()
        top.setContentsMargins(32, 12, 32, 0)
        top.addWidget(self._question_panel.head, 1)
        top.addWidget(self._list_heading, 1)
        top.addWidget(self.history_button)
        top.addWidget(self._mode)
        self._areas_holder = QVBoxLayout()
        right = QWidget()
        right.setProperty("kind", "paper")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        body = QVBoxLayout(right)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(self._areas_holder)
        body.addLayout(top)
        body.addWidget(self._stack, 1)
        body.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(vertical_hairline())
        layout.addWidget(right, 1)

    def _connect(self) -> None:
        self._side.outline.chosen.connect(self._on_outline_chosen)
        self._side.areas_wanted.connect(self._on_side_areas_wanted)
        self._side.assessment_chosen.connect(self._on_side_assessment_chosen)
        self._mode.chosen.connect(self._on_mode_chosen)
        self.history_button.clicked.connect(lambda: self.navigated.emit("history", self._current))
        self._question_panel.edited.connect(self._on_panel_edited)
        self._question_panel.typing.connect(self.typing)
        self._list_panel.edited.connect(self._on_list_edited)
        self._list_panel.opened.connect(self.open_item)
        self._foot.stepped.connect(self._step)
        self._evidence.serve(self)
        self._evidence.noticed.connect(self.noticed)
        self._evidence.warned.connect(self.warned)
        self._evidence.removed.connect(self.removed)

    def _show_assessments(self) -> None:
        case = self.bridge.case
        ordered = case.in_order()
        kept = self._assessment.id if self._assessment is not None else None
        chosen = next((item for item in ordered if item.id == kept), case.default_assessment())
        self._side.show_assessments(ordered, chosen)
        self._assessment = chosen
        if chosen is None:
            self._evaluation = None
            self._stack.setCurrentWidget(self._empty)
            self._foot.hide()
            return
        self._evaluation = self.context.workspace.questionnaires.evaluate(case, chosen)
        self._show_areas()
        self._show_outline()
        self._side.show_progress(self._evaluation)
        wanted = self._current if any(item.id == self._current for _, item in self._order) else self._first_open()
        self._show_question(wanted)

    def _show_areas(self) -> None:
        assert self._evaluation is not None  # noqa: S101 — called with an assessment only
        assert self._assessment is not None  # noqa: S101
        areas = [item for item in self._evaluation.questionnaire.dimensions if item.kind is DimensionKind.IMPACT_AREA]
        chosen = self._assessment.areas
        self._side.show_areas(chosen, offered=bool(areas))
        if self._areas is None and areas:
            self._areas = AreasPanel(self.context.theming, areas)
            self._areas.chosen.connect(self._on_areas_chosen)
            self._areas_holder.addWidget(self._areas)
            self._areas.hide()
        if self._areas is not None:
            self._areas.show_areas(chosen)

    def _show_outline(self) -> None:
        assert self._evaluation is not None  # noqa: S101 — called with an assessment only
        self._order = [
            (dimension, question)
            for dimension in self._evaluation.dimensions()
            for question in self._evaluation.visible_questions(dimension)
        ]
        self._side.outline.show_evaluation(self._evaluation)
        self._side.outline.mark(self._current)

    def _show_question(self, name: str) -> None:
        found = next((item for item in self._order if item[1].id == name), None)
        if found is None or self._evaluation is None:
            return
        dimension, question = found
        changed_dimension = not self._current or self._dimension_of(self._current) != dimension.id
        self._current = name
        asked = self._evaluation.visible_questions(dimension)
        place = (asked.index(question) + 1, len(asked))
        self._question_panel.show_question(dimension, question, place, self._asked(dimension, question))
        self._side.outline.mark(name)
        if self._assessment is not None:
            self._evidence.show_subject(Subject.question(self._assessment.id, name))
        if changed_dimension or self._stack.currentWidget() is self._list_panel:
            self._show_list(dimension)
        if self._stack.currentWidget() is self._empty:
            self._stack.setCurrentWidget(self._question_panel)
        self._show_foot()
        self._show_answer()

    def _show_mode(self, mode: str) -> None:
        self._stack.setCurrentWidget(self._list_panel if mode == "list" else self._question_panel)
        self._question_panel.head.setVisible(mode == "one")
        self._list_heading.setVisible(mode == "list")

    def _show_list(self, dimension: Dimension) -> None:
        self._list_heading.setText(f"{dimension.id} {dimension.title}")
        if self._evaluation is not None and self._mode.current() == "list":
            self._list_panel.show_dimension(dimension, self._evaluation, self.bridge.case.commune.kind)

    def _asked(self, dimension: Dimension, question: Question) -> Asked:
        case = self.bridge.case
        assert self._assessment is not None  # noqa: S101 — called with an assessment only
        assert self._evaluation is not None  # noqa: S101
        earlier = [
            item
            for item in case.in_order()
            if item.number < self._assessment.number and item.questionnaire == self._assessment.questionnaire
        ]
        before = case.answer(earlier[-1].id, question.id).level if earlier else None
        return Asked(
            question=question,
            kind=case.commune.kind,
            scale=self._evaluation.questionnaire.scale,
            before=before,
            target=case.targets.get(self._assessment.id, {}).get(dimension.id),
        )

    def _show_answer(self) -> None:
        if self._evaluation is None or not self._current:
            return
        value = self._evaluation.value(self._current)
        language = self.context.workspace.preferences.language
        self._question_panel.show_answer(self._answer, "" if value is None else format_decimal(value, 0, language))

    def _show_foot(self) -> None:
        names = [question for _, question in self._order]
        index = next(index for index, question in enumerate(names) if question.id == self._current)
        before = names[index - 1] if index else None
        after = names[index + 1] if index + 1 < len(names) else None
        self._foot.show()
        self._foot.show_neighbours(before, after)
        self._foot.show_keys(levels=self._question.scores)

    def _dimension_of(self, name: str) -> str:
        return next((dimension.id for dimension, question in self._order if question.id == name), "")

    def _first_open(self) -> str:
        case, assessment = self.bridge.case, self._assessment
        if assessment is None or not self._order:
            return ""
        answers = case.answers.get(assessment.id, {})
        asked = [question.id for _, question in self._order if not question.is_calculated]
        return next((name for name in asked if name not in answers), self._order[0][1].id)

    def _step(self, step: int) -> None:
        self.flush()
        names = [question.id for _, question in self._order]
        index = min(max(names.index(self._current) + step, 0), len(names) - 1)
        self._show_question(names[index])

    def _edit(self, answer: Answer, batch: str = "") -> None:
        self._edit_question(self._current, answer, batch)

    def _edit_question(self, question: str, answer: Answer, batch: str = "") -> None:
        assert self._assessment is not None  # noqa: S101 — a question is shown only in an assessment
        before = self.bridge.case.answers.get(self._assessment.id, {}).get(question)
        change = AnswerSet(self._assessment.id, question, before, stored(answer))
        if not self.bridge.edit(change, batch=batch or None):
            self._show_answer()

    def _ask_reason(self) -> None:
        if not self._question_panel.ask_reason():
            words = self.tr(
                "Die Frage {question} trifft immer zu. Beantworten Sie sie, oder wählen Sie „unbekannt“ (U)."
            )
            self.warned.emit(words.format(question=self._current))

    def _on_outline_chosen(self, name: str) -> None:
        self.flush()
        self._show_question(name)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_mode_chosen(self, mode: str) -> None:
        self.flush()
        found = next((dimension for dimension, question in self._order if question.id == self._current), None)
        if found is not None:
            self._show_list(found)  # built before it is shown, and so laid out once
        self._show_mode(mode)

    def _on_panel_edited(self, answer: Answer, batch: str) -> None:
        self._edit(answer, batch)

    def _on_list_edited(self, question: str, answer: Answer) -> None:
        self._edit_question(question, answer)

    def _on_side_areas_wanted(self) -> None:
        if self._areas is not None:
            self._areas.setVisible(not self._areas.isVisible())

    def _on_areas_chosen(self, areas: tuple[str, ...]) -> None:
        if self._assessment is not None:
            before = self._assessment
            self.bridge.edit(AssessmentSet(before.id, before, replace(before, areas=areas)))

    def _on_side_assessment_chosen(self, wanted: str) -> None:
        self.flush()
        self._assessment = self.bridge.case.assessments.get(wanted)
        self._show_assessments()
