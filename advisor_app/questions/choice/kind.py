"""A question answered by one of its choices."""

from __future__ import annotations

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.questions.form import (
    Option,
    Printed,
    QuestionKind,
    check_state,
    filled_state,
    read_state,
    state_options,
    state_wording,
)
from advisor_app.texts import Texts


class ChoiceKind(QuestionKind):
    """Exactly one of the question's choices, kept by its text."""

    authored = "Auswahl"
    is_figure = False

    @override
    def check(self, question: Question, answer: Answer) -> None:
        check_state(question, answer)
        wrong_type = answer.level is not None or answer.number is not None
        if wrong_type or (answer.text and answer.text not in question.choices):
            raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=answer.text)

    @override
    def printed(self, question: Question, texts: Texts) -> Printed:
        choices = enumerate(question.shown_choices)
        options = tuple(Option(value=f"c{index}", label="", text=choice) for index, choice in choices)
        return Printed(options=(*options, *state_options(question, texts)))

    @override
    def read(self, question: Question, value: str) -> Answer:
        for index, choice in enumerate(question.choices):
            if value == f"c{index}":
                return Answer(state=AnswerState.ANSWERED, text=choice)
        return read_state(question, value)

    @override
    def filled(self, question: Question, answer: Answer) -> str:
        return f"c{question.choices.index(answer.text)}" if answer.text else filled_state(answer)

    @override
    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        if answer.state is not AnswerState.ANSWERED:
            return state_wording(answer, texts)
        shown = dict(zip(question.choices, question.shown_choices, strict=True))
        return shown.get(answer.text, answer.text)


CHOICE = ChoiceKind()
