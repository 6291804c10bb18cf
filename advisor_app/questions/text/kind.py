"""A question answered in the group's own words."""

from __future__ import annotations

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.questions.form import Printed, QuestionKind, check_state, state_wording
from advisor_app.texts import Texts


class TextKind(QuestionKind):
    """Free text."""

    authored = "Text"
    is_figure = False

    @override
    def check(self, question: Question, answer: Answer) -> None:
        check_state(question, answer)
        if answer.level is not None or answer.number is not None:
            raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=str(answer.level or answer.number))

    @override
    def printed(self, question: Question, texts: Texts) -> Printed:
        return Printed(lines=3)

    @override
    def read(self, question: Question, value: str) -> Answer:
        text = value.strip()
        return Answer(state=AnswerState.ANSWERED, text=text) if text else UNANSWERED

    @override
    def filled(self, question: Question, answer: Answer) -> str:
        return answer.text.strip()

    @override
    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        return answer.text if answer.state is AnswerState.ANSWERED else state_wording(answer, texts)


TEXT = TextKind()
