"""A question answered by a figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.questions.form import Bounds, Printed, QuestionKind, check_state, state_wording
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_decimal

_PLAIN = re.compile(r"[-−]?\d{1,15}(?:[.,]\d{1,9})?", re.ASCII)
_GROUPED = re.compile(r"[-−]?[1-9]\d{0,2}(?:\.\d{3}){1,4}(?:,\d{1,9})?", re.ASCII)


def parse_number(text: str) -> Decimal | None:
    """The number of ``1234``, ``1.234``, ``3,5``, ``3.5`` or ``1.234,5``; None for anything else."""
    typed = text.strip()
    if _GROUPED.fullmatch(typed):
        typed = typed.replace(".", "")
    elif not _PLAIN.fullmatch(typed):
        return None
    return Decimal(typed.replace(",", ".").replace("−", "-"))


class NumberKind(QuestionKind):
    """A figure within the question's bounds."""

    authored = "Zahl"
    is_figure = True

    @override
    def check(self, question: Question, answer: Answer) -> None:
        check_state(question, answer)
        if answer.level is not None or answer.text:
            raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=answer.text)
        number = answer.number
        if number is None:
            return
        too_low = question.minimum is not None and number < question.minimum
        too_high = question.maximum is not None and number > question.maximum
        if not number.is_finite() or too_low or too_high:
            raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=str(number))

    @override
    def printed(self, question: Question, texts: Texts) -> Printed:
        return Printed(lines=1, unit=question.unit)

    @override
    def read(self, question: Question, value: str) -> Answer:
        text = value.strip().removesuffix(question.unit).strip()
        number = parse_number(text)
        if number is None:
            if not text:
                return UNANSWERED
            raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=value)
        answer = Answer(state=AnswerState.ANSWERED, number=number)
        self.check(question, answer)
        return answer

    @override
    def filled(self, question: Question, answer: Answer) -> str:
        return "" if answer.number is None else f"{answer.number:f}".replace(".", ",")

    @override
    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        if answer.state is not AnswerState.ANSWERED or answer.number is None:
            return state_wording(answer, texts)
        decimals = max(0, -int(answer.number.as_tuple().exponent))
        return f"{format_decimal(answer.number, decimals, texts.language)} {question.unit}".strip()

    @override
    def bounds(self, question: Question, bounds_of: Callable[[str], Bounds]) -> Bounds:
        return question.minimum, question.maximum


NUMBER = NumberKind()
