"""What hands and keys do to answers: given, taken over from before or another module, cleared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advisor_app.domain.answering import cleared, stored, with_level
from advisor_app.domain.assessment import Answer
from advisor_app.domain.changes import AnswerSet
from advisor_app.ui.pages.assessment.course import Course
from advisor_app.ui.pages.assessment.sheet import LIST, Sheet
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext

if TYPE_CHECKING:
    from advisor_app.ui.pages.assessment.given_work import GivenWork

_AFTER_MS = 300  # once the page is painted, also on a slow machine
_LEVEL_KEYS = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
_GIVEN_KEYS = (Qt.Key.Key_W, Qt.Key.Key_G)


class Answering(QObject):
    """``refused`` tells that an answer was not taken, ``warned`` and ``noticed`` are words for the page."""

    refused = Signal()
    warned = Signal(str)
    noticed = Signal(str)

    def __init__(self, context: PageContext, bridge: CaseBridge, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._context = context
        self._bridge = bridge
        self._sheet = sheet
        self._course: Course | None = None
        self._given: GivenWork | None = None  # made a moment after the first question stands
        self._given_later = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._given_later.timeout.connect(self._look_for_given)
        sheet.question.edited.connect(self._on_panel_edited)
        sheet.measurement.taken.connect(self._on_measurement_taken)
        sheet.list.edited.connect(self.edit)

    def show_course(self, course: Course | None) -> None:
        """Answer the questions of another assessment, or of none."""
        self._course = course
        if course is not None:
            self.look_again()

    def show_question(self, name: str) -> None:
        """Another question is shown."""
        if self._given is not None:
            self._given.show_question(name)

    def show_given(self) -> None:
        """Show what was answered before or in other modules beside the answers as they stand now."""
        if self._given is not None:
            self._given.show()

    def look_again(self) -> None:
        """Look in a moment for what was answered before or in other modules."""
        self._given_later.start()

    def answer_by(self, key: Qt.Key) -> bool:
        """Do what a key says to the question that is shown; whether it says anything."""
        course = self._course
        if course is None:
            return False
        answer, question = course.answer(self._bridge.case), course.question
        if key in _LEVEL_KEYS and question.scores:
            self.edit(question.id, with_level(answer, _LEVEL_KEYS[key]))
        elif key is Qt.Key.Key_U and not question.is_calculated:
            self._sheet.question.toggle_unknown()
        elif key is Qt.Key.Key_N and not question.is_calculated:
            self._ask_reason(question.id)
        elif key is Qt.Key.Key_F:
            self._sheet.evidence.await_photo()
        elif key in _GIVEN_KEYS:
            return self._given is not None and self._given.take_by(key, self._asked_about(course))
        elif key is Qt.Key.Key_Delete:
            self.edit(question.id, cleared(answer))
        else:
            return False
        return True

    def edit(self, question: str, answer: Answer, batch: str = "") -> None:
        """Commit an answer."""
        if self._course is None:
            return
        assessment = self._course.assessment.id
        before = self._bridge.case.answers.get(assessment, {}).get(question)
        change = AnswerSet(assessment, question, before, stored(answer))
        if not self._bridge.edit(change, batch=batch or None):
            self.refused.emit()

    def _asked_about(self, course: Course) -> str:
        """The question that a key is about: in the list the one of the row with the focus."""
        return (self._sheet.mode.current() == LIST and self._sheet.list.focused_question()) or course.current

    def _ask_reason(self, question: str) -> None:
        if not self._sheet.question.ask_reason():
            words = self.tr(
                "Die Frage {question} trifft immer zu. Beantworten Sie sie, oder wählen Sie „unbekannt“ (U)."
            )
            self.warned.emit(words.format(question=question))

    def _look_for_given(self) -> None:
        if self._course is None or self._bridge.can_only_be_read:
            return
        if self._given is None:
            from advisor_app.ui.pages.assessment.given_work import GivenWork

            self._given = GivenWork(self._context, self._bridge, self._sheet)
            self._given.noticed.connect(self.noticed)
            self._given.show_question(self._course.current)
        self._given.show_assessment(self._course.assessment)

    def _on_panel_edited(self, answer: Answer, batch: str) -> None:
        if self._course is not None:
            self.edit(self._course.current, answer, batch)

    def _on_measurement_taken(self, answer: Answer) -> None:
        self._on_panel_edited(answer, "")
