"""What a house agrees on before the workshop: the agreed answers that follow from what its roles said.

Answers of different roles are never averaged. Where they differ the question stays open, for the room to settle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, Statement
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.words import Words

_TELLING = frozenset({AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE})

_Said = tuple[AnswerState, int | None, Decimal | None, str]


def says_the_same(one: Answer, other: Answer) -> bool:
    """Whether two answers have the same state and value, whoever gave them and whatever was noted."""
    return _said(one) == _said(other)


def agreed_answer(question: Question, statements: Iterable[Statement]) -> Answer:
    """The answer of the one role that answered, or the one that all who answered agree on; else none.

    Who does not know has not answered; where nobody else did, the answer is that it is not known.
    """
    said = tuple(statements)
    telling = [item for item in said if item.state in _TELLING]
    voices = telling or [item for item in said if item.state is AnswerState.UNKNOWN]
    if len({_said(item.answer) for item in voices}) != 1:
        return UNANSWERED
    answer = replace(voices[0].answer, role=voices[0].role if len(voices) == 1 else None)
    if answer.state is AnswerState.NOT_APPLICABLE:
        return replace(answer, reason=Words(question.not_applicable or ""))
    return answer


def settled_answer(
    question: Question, current: Answer, before: Iterable[Statement], after: Iterable[Statement]
) -> Answer:
    """The agreed answer once statements have changed.

    What differs from what the statements said ``before`` was set or cleared by hand, and stays. A note stays anyway.
    """
    agreed = agreed_answer(question, after)
    if says_the_same(current, agreed) or not says_the_same(current, agreed_answer(question, before)):
        return current
    return replace(agreed, note=current.note)


def _said(answer: Answer) -> _Said:
    return answer.state, answer.level, answer.number, " ".join(answer.text.split())
