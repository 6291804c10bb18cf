"""The page on which an assessment is brought to the newer version of its questionnaire."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.answering import cleared, with_unknown
from advisor_app.domain.assessment import Answer
from advisor_app.domain.assessment_migration import Choice, Decision
from advisor_app.domain.changes import AnswerSet, AssessmentMigrationSet, AssessmentSet, Change, StatementSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.questionnaire_comparison import QuestionPair
from advisor_app.override import override
from advisor_app.services.assessment_migrations import AssessmentMigrations
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.assessment_migration.course import Course
from advisor_app.ui.pages.assessment_migration.decision_bar import DecisionBar
from advisor_app.ui.pages.assessment_migration.head_bar import HeadBar
from advisor_app.ui.pages.assessment_migration.overview_panel import OverviewPanel
from advisor_app.ui.pages.assessment_migration.pair_panel import PairPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.keys import act_on
from advisor_app.ui.widgets.labels import TextLabel, vertical_hairline
from advisor_app.ui.widgets.side_list import SideEntry, SideList

OVERVIEW = "overview"
_LIST_WIDTH = 232
_LIST_SHARE = 0.3
_SHOWN_ANEW = (AssessmentMigrationSet, AssessmentSet, AnswerSet, StatementSet)


class AssessmentMigrationPage(CasePage):
    """Umstellung. Its item is the assessment. Keys: B, O, U, N, 0–9 decide, Delete takes it back, arrows go on."""

    leaves_letters = False

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._name = ""
        self._course: Course | None = None
        self._current = OVERVIEW
        self._revealed = ""
        self.head = HeadBar(theming)
        self.list = SideList(theming, self.tr("Geänderte Fragen"))
        self.overview = OverviewPanel(context)
        self.pair = PairPanel(theming, context.workspace.texts)
        self.bar = DecisionBar(theming)
        self._nothing = TextLabel(theming, "", "emphasised", "secondary", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def current(self) -> str:
        """The question that is shown, ``OVERVIEW`` before the first."""
        return self._current

    @property
    def nothing_words(self) -> str:
        """Why there is nothing to do, where that is so."""
        return self._nothing.text()

    @override
    def open_item(self, item: str) -> None:
        self._name = item
        self._current, self._revealed = OVERVIEW, ""
        self._show()

    @override
    def present_item(self) -> str:
        return self._name

    @override
    def flush(self) -> bool:
        self.pair.flush()
        return True

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, _SHOWN_ANEW) for change in changes):
            self._show()

    @override
    def commands(self) -> Sequence[Command]:
        if self._course is None:
            return ()
        head, kind = self.head, self.tr("Umstellung")
        return (
            *self.bar.commands(kind),
            Command(
                title=self.tr("Entscheidung zurücknehmen"), kind=kind, act=self._undecide, icon="undo-2", keys="Del"
            ),
            Command(
                title=self.tr("Umstellung abschließen"), kind=kind, act=head.finish_wanted.emit, icon="check-check"
            ),
            Command(title=self.tr("Umstellung verwerfen"), kind=kind, act=head.drop_wanted.emit, icon="x"),
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = self.context.theming.scaled(_LIST_WIDTH)
        self._side.setFixedWidth(min(wanted, round(event.size().width() * _LIST_SHARE)))

    # Building

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.list)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(12, 12, 8, 12)
        column.addWidget(self.list)
        column.addStretch(1)
        right = QWidget()
        right.setProperty("kind", "paper")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        paper = QVBoxLayout(right)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(0)
        for widget in (self.overview, self.pair, self._nothing):
            self._stack.addWidget(widget)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        paper.addWidget(self._stack, 1)
        paper.addWidget(self.bar)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self._side)
        both.addWidget(vertical_hairline())
        both.addWidget(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addLayout(both, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_list_chosen)
        self.overview.keep_wanted.connect(self._on_keep_wanted)
        self.pair.answered.connect(self._on_pair_answered)
        self.pair.revealed.connect(self._on_pair_revealed)
        self.pair.emptied.connect(self._undecide)
        self.pair.typing.connect(self.typing)
        self.bar.kept.connect(lambda: self._decide(Choice.KEPT))
        self.bar.opened.connect(lambda: self._decide(Choice.OPEN))
        self.bar.unknown.connect(self._on_bar_unknown)
        self.bar.inapplicable.connect(self._on_bar_inapplicable)
        self.bar.undecided.connect(self._undecide)
        self.bar.stepped.connect(self._step)
        self.head.finish_wanted.connect(self._on_finish_wanted)
        self.head.drop_wanted.connect(self._on_drop_wanted)
        self.head.later_wanted.connect(lambda: self.navigated.emit("assessment", self._name))
        for key in "0123456789":
            act_on(key, self, partial(self.pair.choose, key))
        act_on("Del", self, self._undecide)
        for keys, step in (("Up", -1), ("Left", -1), ("Down", 1), ("Right", 1)):
            act_on(keys, self, partial(self._step, step))

    # Showing

    def _show(self) -> None:
        had_focus = self._has_focus()
        self._show_anew()
        if had_focus and not self._has_focus():  # it was on something that is gone
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        widget = QApplication.focusWidget()
        return widget is not None and self.isAncestorOf(widget)

    def _show_anew(self) -> None:
        assessment = self.bridge.case.assessments.get(self._name) or self.bridge.case.default_assessment()
        self._course = None
        words = self.tr("In diesem Fall gibt es noch keine Erhebung.")
        if assessment is not None:
            self._name = assessment.id
            try:
                self._course = Course(self.context.workspace, self.bridge.case, assessment)
            except AdvisorError as error:
                words = sentence(error, self.context.workspace.texts)
        for widget in (self.head.finish_button, self._side):
            widget.setVisible(self._course is not None)
        if self._course is not None:
            self._show_course(self._course)
            return
        self.head.show_progress(0, 0, begun=False)
        self._nothing.setText(words)
        self._stack.setCurrentWidget(self._nothing)
        self.bar.hide()

    def _show_course(self, course: Course) -> None:
        total = len(course.pairs)
        self.head.show_progress(total - len(course.succession.undecided), total, begun=course.is_begun)
        pair = course.pair(self._current)
        self._current = OVERVIEW if pair is None else pair.new.id
        overview = SideEntry(key=OVERVIEW, title=self.tr("Überblick"))
        others = (
            SideEntry(key=item.new.id, title=f"{item.new.id} {item.new.short}", below=self._word(course, item))
            for item in course.pairs
        )
        self.list.show_entries((overview, *others))
        self.list.mark(self._current)
        self.bar.setVisible(pair is not None)
        self._stack.setCurrentWidget(self.overview if pair is None else self.pair)
        if pair is not None:
            self._show_pair(course, pair)
            return
        title = self.context.workspace.assessments.title(course.case, course.assessment)
        self.overview.show_review(course.review, title, course.keepable, conceals=course.conceals)

    def _show_pair(self, course: Course, pair: QuestionPair) -> None:
        covered, decision = self._is_covered(course, pair), course.decision(pair)
        answer, remarks = course.answer(pair), course.remarks(pair)
        self.pair.show_pair(pair, course.asked(pair), answer, course.versions, remarks, covered=covered)
        self.pair.mark(None if decision is None else decision.answer)
        self.bar.show_decision(
            decision,
            can_keep=course.can_keep(pair),
            can_be_inapplicable=pair.new.not_applicable is not None,
            covered=covered,
        )
        self.bar.show_neighbours(before=True, after=pair is not course.pairs[-1])

    def _word(self, course: Course, pair: QuestionPair) -> str:
        """What was decided about a question."""
        decision = course.decision(pair)
        if decision is None:
            return self.tr("noch nicht entschieden")
        level = None if decision.answer is None else decision.answer.level
        if level is not None and not self._is_covered(course, pair):
            return self.tr("neu: Stufe {level}").format(level=level)
        return self.context.workspace.texts(f"assessments.choice.{decision.choice.value}")

    def _is_covered(self, course: Course, pair: QuestionPair) -> bool:
        return course.is_confidential(pair) and self._revealed != pair.new.id

    # Acting

    @property
    def _service(self) -> AssessmentMigrations:
        return self.context.workspace.assessment_migrations

    def _step(self, step: int) -> None:
        course = self._course
        if course is not None:
            keys = [OVERVIEW, *(pair.new.id for pair in course.pairs)]
            self._on_list_chosen(keys[min(max(keys.index(self._current) + step, 0), len(keys) - 1)])

    def _write(self, *decisions: Decision, batch: str = "") -> None:
        course = self._course
        if course is not None and decisions:
            self.bridge.perform(
                lambda session: self._service.decide(session, course.assessment, *decisions, batch=batch or None)
            )
        self._show()  # also where it was refused: the buttons then show what holds

    def _decide(self, choice: Choice, answer: Answer | None = None, batch: str = "") -> None:
        if self._current != OVERVIEW:
            self._write(Decision(question=self._current, choice=choice, answer=answer), batch=batch)

    def _undecide(self) -> None:
        course, question = self._course, self._current
        pair = None if course is None else course.pair(question)
        if course is not None and pair is not None and course.decision(pair) is not None:
            self.bridge.perform(lambda session: self._service.undecide(session, course.assessment, question))
        self._show()

    def _on_list_chosen(self, key: str) -> None:
        self.flush()
        self._current, self._revealed = key, ""
        self._show()

    def _on_keep_wanted(self) -> None:
        pairs = () if self._course is None else self._course.keepable
        self._write(*(Decision(question=pair.new.id, choice=Choice.KEPT) for pair in pairs))

    def _on_pair_answered(self, answer: Answer, batch: str) -> None:
        self._decide(Choice.ANEW, answer, batch)

    def _on_pair_revealed(self) -> None:
        self._revealed = self._current
        self._show()

    def _on_bar_unknown(self) -> None:
        answer = cleared(self.bridge.case.answer(self._name, self._current))
        self._decide(Choice.ANEW, with_unknown(answer))

    def _on_bar_inapplicable(self) -> None:
        self.pair.ask_reason()

    def _on_finish_wanted(self) -> None:
        self.flush()
        course = self._course
        if course is None:
            return
        successor = self.bridge.perform(lambda session: self._service.finish(session, course.assessment))
        if successor is not None:
            words = self.tr("Umgestellt auf Fassung {version}. Die bisherige Erhebung bleibt lesbar.")
            self.navigated.emit("assessment", successor.id)
            self.noticed.emit(words.format(version=successor.version))

    def _on_drop_wanted(self) -> None:
        course = self._course
        if course is not None and self.bridge.perform(lambda session: self._service.drop(session, course.assessment)):
            self.navigated.emit("assessment", course.assessment.id)
            self.removed.emit(self.tr("Umstellung verworfen"))
