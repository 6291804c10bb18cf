"""How a key or a click becomes the next answer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.words import Words


def with_level(answer: Answer, level: int) -> Answer:
    """The same answer with a level; its note stays."""
    return replace(answer, state=AnswerState.ANSWERED, level=level, reason=Words())


def with_number(answer: Answer, number: Decimal) -> Answer:
    """The same answer with a number; its note stays."""
    return replace(answer, state=AnswerState.ANSWERED, number=number, reason=Words())


def with_text(answer: Answer, text: str) -> Answer:
    """The same answer with a text or choice; its note stays."""
    return replace(answer, state=AnswerState.ANSWERED, text=text, reason=Words())


def taken_over(answer: Answer, other: Answer) -> Answer:
    """The same answer with what another one says; its own note and who said it stay."""
    return replace(
        answer, state=other.state, level=other.level, number=other.number, text=other.text, reason=other.reason
    )


def says_the_same(answer: Answer, other: Answer) -> bool:
    """Whether two answers say the same, whoever gave them and whatever is noted beside them."""
    return taken_over(answer, other) == replace(answer, reason=other.reason)


def with_unknown(answer: Answer) -> Answer:
    """Nobody in the room knows; pressing again takes it back."""
    if answer.state is AnswerState.UNKNOWN:
        return cleared(answer)
    return replace(cleared(answer), state=AnswerState.UNKNOWN)


def with_not_applicable(answer: Answer, reason: Words) -> Answer:
    """The task does not exist here, for a reason; an empty reason leaves the question open."""
    if not reason:
        return cleared(answer)
    return replace(cleared(answer), state=AnswerState.NOT_APPLICABLE, reason=reason)


def cleared(answer: Answer) -> Answer:
    """Open again; note and who said it stay."""
    return replace(UNANSWERED, note=answer.note, role=answer.role)


def stored(answer: Answer) -> Answer | None:
    """What the case keeps: nothing for an empty answer."""
    return None if answer == UNANSWERED else answer
