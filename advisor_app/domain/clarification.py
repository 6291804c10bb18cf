"""What the Klärungsliste of an assessment is made of, and the adviser's hand in it; the list itself is never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, Statement
from advisor_app.domain.e_file import AreaState
from advisor_app.domain.poll import Doubt, RoleVote
from advisor_app.domain.questionnaire import Dimension, Question
from advisor_app.domain.service_questions import MeasuredLevel

TELLING = frozenset({AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE})
"""States of an answer that tells something."""

DISPUTED_MINUTES: Mapping[int, int] = {2: 5, 3: 6, 4: 8}
"""Minutes for a disputed question by the spread of its answers: five to eight, as with fifteen people."""


class Concern(Enum):
    """Why a question is worth the room's time, the most urgent first."""

    DISPUTED = "disputed"
    BLOCKING = "blocking"
    UNKNOWN = "unknown"
    PHASE = "phase"
    LEVEL = "level"
    MEASURED = "measured"
    CONTRADICTED = "contradicted"
    DIFFERENT = "different"
    WANTED = "wanted"


MINUTES: Mapping[Concern, int] = {
    Concern.DISPUTED: 5,
    Concern.BLOCKING: 4,
    Concern.UNKNOWN: 4,
    Concern.PHASE: 4,
    Concern.LEVEL: 3,
    Concern.MEASURED: 3,
    Concern.CONTRADICTED: 3,
    Concern.DIFFERENT: 3,
    Concern.WANTED: 5,
}
"""Minutes for a question by its concern; all but those of disputed ones are our own assumptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said to a question before: by which roles, and what the house had agreed on (else unanswered).

    ``measured`` is the number that a tool of the workshop tells, ``measured_level`` the level, ``areas`` what is said
    of areas of the electronic file that the question bears on, as far as there is any.
    """

    statements: tuple[Statement, ...] = ()
    agreed: Answer = UNANSWERED
    measured: Decimal | None = None
    areas: tuple[tuple[str, AreaState], ...] = ()
    measured_level: MeasuredLevel | None = None

    @property
    def telling(self) -> tuple[Statement, ...]:
        """The statements of those who know."""
        return tuple(item for item in self.statements if item.state in TELLING)

    @property
    def votes(self) -> tuple[RoleVote, ...]:
        """The levels that roles gave."""
        return tuple(RoleVote(role=item.role, level=item.level) for item in self.statements if item.level is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A concern with what it rests on: doubts of the answers, or the phases or levels between which it lies."""

    concern: Concern
    doubts: tuple[Doubt, ...] = ()
    between: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question of the list; ``is_settled`` once the assessment has an answer to it."""

    question: Question
    dimension: Dimension
    reasons: tuple[Reason, ...]
    minutes: int
    said: Said
    is_pinned: bool
    is_settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmable:
    """A question to which everybody who knows said the same."""

    question: Question
    answer: Answer
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationList:
    """What a room works on, and the rest: to confirm, open elsewhere, confidential.

    ``removed`` were chosen by the program and taken off by the adviser. Without ``has_survey`` nobody was asked before.
    """

    items: tuple[Item, ...]
    confirmable: tuple[Confirmable, ...]
    left_open: tuple[str, ...]
    confidential: tuple[str, ...]
    removed: tuple[str, ...]
    has_survey: bool

    @property
    def minutes(self) -> int:
        """Minutes for everything on the list."""
        return sum(item.minutes for item in self.items)

    @property
    def minutes_left(self) -> int:
        """Minutes for what is not settled yet."""
        return sum(item.minutes for item in self.items if not item.is_settled)

    @property
    def settled(self) -> int:
        """How many of its questions are settled."""
        return sum(item.is_settled for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """The adviser's hand in the list of an assessment (``id``): questions by their ids.

    ``pinned_questions`` are on the list whatever the program finds, ``removed_questions`` are not.
    ``question_order`` is the order by hand; what it does not name stands behind in the program's own order.
    """

    id: str
    pinned_questions: tuple[str, ...] = ()
    removed_questions: tuple[str, ...] = ()
    question_order: tuple[str, ...] = ()
