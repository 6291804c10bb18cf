"""A question answered by a level of the scale."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.questions.form import (
    Bounds,
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

_LEVELS = {f"s{level}": level for level in range(MAXIMUM_LEVEL + 1)}


class LevelKind(QuestionKind):
    """Level 0–4; the only type that scores."""

    authored = "Stufen"
    is_figure = True

    @override
    def check(self, question: Question, answer: Answer) -> None:
        check_state(question, answer)
        if answer.number is not None or answer.text:
            raise AdvisorError(Problem.BAD_LEVEL, name=question.id)
        if answer.level is not None and not 0 <= answer.level <= MAXIMUM_LEVEL:
            raise AdvisorError(Problem.BAD_LEVEL, name=question.id)

    @override
    def printed(self, question: Question, texts: Texts) -> Printed:
        levels = tuple(
            Option(value=f"s{level}", label=str(level), text=anchor) for level, anchor in enumerate(question.anchors)
        )
        return Printed(options=(*levels, *state_options(question, texts)))

    @override
    def read(self, question: Question, value: str) -> Answer:
        level = _LEVELS.get(value)
        return read_state(question, value) if level is None else Answer(state=AnswerState.ANSWERED, level=level)

    @override
    def filled(self, question: Question, answer: Answer) -> str:
        return filled_state(answer) if answer.level is None else f"s{answer.level}"

    @override
    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        if answer.state is not AnswerState.ANSWERED or answer.level is None:
            return state_wording(answer, texts)
        return texts("questions.level", level=answer.level, anchor=question.anchors[answer.level])

    @override
    def bounds(self, question: Question, bounds_of: Callable[[str], Bounds]) -> Bounds:
        return Decimal(0), Decimal(MAXIMUM_LEVEL)


LEVEL = LevelKind()
