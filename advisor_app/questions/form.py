"""What a question type has to know about itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.words import Words
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.form import FormField

Bounds = tuple[Decimal | None, Decimal | None]
"""Least and greatest value; None is open."""


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
    """Rules and wording of one question type.

    ``authored`` is its word in workbooks of content packs; ``is_figure`` whether conditions can compare its value and
    calculations add it up.
    """

    authored: str
    is_figure: bool

    def check(self, question: Question, answer: Answer) -> None:
        """Raise AdvisorError where the question does not take the answer."""
        ...

    def printed(self, question: Question, texts: Texts) -> Printed:
        """How the question is asked on paper and in forms."""
        ...

    def read(self, question: Question, value: str) -> Answer:
        """The answer that a returned form's field holds, without its note.

        Raises AdvisorError(BAD_VALUE) for a value that means nothing to the question.
        """
        ...

    def filled(self, question: Question, answer: Answer) -> str:
        """What stands in a form's field for an answer, so that ``read`` gives it again; empty where none was given."""
        ...

    def wording(self, question: Question, answer: Answer, texts: Texts) -> str:
        """The answer in words, as tables and reports show it."""
        ...

    def bounds(self, question: Question, bounds_of: Callable[[str], Bounds]) -> Bounds:  # noqa: ARG002
        """Between which values a figure lies; ``bounds_of`` tells it of another question by its id."""
        return None, None


UNKNOWN, NOT_APPLICABLE = "unk", "na"
"""The options that stand for a state instead of a value."""


def state_options(question: Question, texts: Texts) -> tuple[Option, ...]:
    """The boxes for those who do not know, and where the question allows it for whom it does not apply."""
    unknown = Option(value=UNKNOWN, label="", text=texts("questions.do-not-know"))
    if question.not_applicable is None:
        return (unknown,)
    reason = texts("questions.not-applicable-because", reason=question.not_applicable)
    return unknown, Option(value=NOT_APPLICABLE, label="", text=reason)


def form_field(question: Question, printed: Printed) -> FormField:
    """The field of a form that takes the answer to a question printed like this."""
    from advisor_app.domain.form import FieldType, FormField, field_name  # here: only documents make forms

    options = tuple(option.value for option in printed.options)
    return FormField(field_name(question.id), FieldType.CHOICE if options else FieldType.TEXT, options)


def read_state(question: Question, value: str) -> Answer:
    """The state that an option stands for; the question's own words are the reason for which it does not apply.

    Raises AdvisorError(BAD_VALUE).
    """
    if value == UNKNOWN:
        return Answer(state=AnswerState.UNKNOWN)
    if value == NOT_APPLICABLE and question.not_applicable is not None:
        return Answer(state=AnswerState.NOT_APPLICABLE, reason=Words(question.not_applicable))
    raise AdvisorError(Problem.BAD_VALUE, name=question.id, value=value)


def filled_state(answer: Answer) -> str:
    """The option that stands for a state without a value; empty where nothing was answered."""
    return {AnswerState.UNKNOWN: UNKNOWN, AnswerState.NOT_APPLICABLE: NOT_APPLICABLE}.get(answer.state, "")


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
