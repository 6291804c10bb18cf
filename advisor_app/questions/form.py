"""What a question type has to know about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.catalog import Question
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One box to tick on paper or in a form; ``value`` names it in form fields (``s0``…``s4``, ``c0``…)."""

    value: str
    label: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A question as a form asks it: boxes to tick, or lines to write on."""

    options: tuple[Option, ...] = ()
    lines: int = 0
    unit: str = ""


class QuestionKind(Protocol):
    """Rules and wording of one question type."""

    def check(self, question: Question, answer: Answer) -> None:
        """Raise AdvisorError where the question does not take the answer."""
        ...

    def printed(self, question: Question, texts: Texts) -> Printed:
        """How the question is asked on paper and in forms."""
        ...

    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        """The answer in words, as tables and reports show it."""
        ...


def check_state(question: Question, answer: Answer) -> None:
    """Refuse contradictions of state that hold for every type."""
    has_value = answer.level is not None or answer.number is not None or bool(answer.text.strip())
    if (answer.state is AnswerState.ANSWERED) != has_value:
        raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=answer.state.value)
    if answer.state is AnswerState.NOT_APPLICABLE:
        if question.not_applicable is None:
            raise AdvisorError(Problem.NOT_APPLICABLE_FORBIDDEN, name=question.id)
        if not answer.reason:
            raise AdvisorError(Problem.REASON_MISSING, name=question.id)


def state_wording(answer: Answer, texts: Texts) -> str:
    """The words for an answer without a value."""
    return texts(f"questions.state.{answer.state.value}")
