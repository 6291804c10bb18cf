"""A read-only sum over other answers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from advisor_app.domain.assessment import UNANSWERED, Answer
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Question
from advisor_app.override import override
from advisor_app.questions.form import Bounds, Printed, QuestionKind, state_wording
from advisor_app.texts import Texts


class CalculationKind(QuestionKind):
    """Nothing to answer; the evaluation knows the value."""

    authored = "Rechnung"
    is_figure = True

    @override
    def check(self, question: Question, answer: Answer) -> None:
        if answer != UNANSWERED:
            raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=answer.state.value)

    @override
    def printed(self, question: Question, texts: Texts) -> Printed:
        return Printed(unit=question.unit)

    @override
    def read(self, question: Question, value: str) -> Answer:
        raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=value)

    @override
    def filled(self, question: Question, answer: Answer) -> str:
        return ""

    @override
    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        return state_wording(answer, texts)

    @override
    def bounds(self, question: Question, bounds_of: Callable[[str], Bounds]) -> Bounds:
        # Any summand may be missing, so each adds something between its own bounds and nothing.
        low: Decimal | None = Decimal(0)
        high: Decimal | None = Decimal(0)
        for name in question.summands:
            least, greatest = bounds_of(name)
            low = None if low is None or least is None else low + min(least, Decimal(0))
            high = None if high is None or greatest is None else high + max(greatest, Decimal(0))
        return low, high


CALCULATION = CalculationKind()
