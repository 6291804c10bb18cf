"""Assessments, agreed answers and what single respondents said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from advisor_app.domain.words import Words


class AssessmentKind(Enum):
    """When a questionnaire was gone through."""

    PRE_SURVEY = "pre-survey"
    WORKSHOP = "workshop"
    FOLLOW_UP = "follow-up"


class AnswerState(Enum):
    """The four states of a question; nothing is preselected."""

    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One pass through one questionnaire version; ``digest`` names the stored definition, ``areas`` the chosen ones.

    ``commune`` is the one that was assessed by itself in a case of several; empty: all of the case together.
    """

    id: str
    kind: AssessmentKind
    questionnaire: str
    version: str
    digest: str
    number: int
    held_on: date | None = None
    areas: tuple[str, ...] = ()
    commune: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The agreed answer to one question: a level (0–4), a number, or a text or choice, with its reason and note."""

    state: AnswerState = AnswerState.UNANSWERED
    level: int | None = None
    number: Decimal | None = None
    text: str = ""
    reason: Words = Words()
    note: Words = Words()
    role: str | None = None


UNANSWERED = Answer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one role said; kept beside the agreed answer and never scored."""

    role: str
    state: AnswerState
    level: int | None = None
    number: Decimal | None = None
    text: str = ""
    note: Words = Words()

    @property
    def answer(self) -> Answer:
        """The same as an answer, by whom it was said and without the note."""
        return Answer(state=self.state, level=self.level, number=self.number, text=self.text, role=self.role)
