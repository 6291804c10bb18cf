"""An assessment asked again with another version of its questionnaire: what was decided, and what became of it.

Until it is finished nothing but this record tells of it; the assessment itself stays as it is for ever.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from advisor_app.domain.assessment import Answer


class Choice(Enum):
    """What shall stand as the answer to a question that was changed."""

    KEPT = "kept"
    ANEW = "anew"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about one changed question; ``answer`` is there with ANEW only."""

    question: str
    choice: Choice
    answer: Answer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentMigration:
    """The way of an assessment to another version, whose stored definition ``digest`` names.

    ``successor`` is the assessment that took over on ``finished_on``; both are None until then.
    """

    version: str
    digest: str
    decisions: tuple[Decision, ...] = ()
    successor: str | None = None
    finished_on: date | None = None

    @property
    def is_finished(self) -> bool:
        """Whether another assessment has taken over."""
        return self.successor is not None

    def decision(self, question: str) -> Decision | None:
        """What was decided about a question."""
        return next((item for item in self.decisions if item.question == question), None)

    def with_decision(self, decision: Decision) -> AssessmentMigration:
        """The same with a question decided, whatever was decided about it before."""
        others = (item for item in self.decisions if item.question != decision.question)
        return replace(self, decisions=(*others, decision))

    def without(self, question: str) -> AssessmentMigration:
        """The same with a question undecided."""
        return replace(self, decisions=tuple(item for item in self.decisions if item.question != question))

    def only(self, questions: Container[str]) -> AssessmentMigration:
        """The same with decisions about these questions alone."""
        return replace(self, decisions=tuple(item for item in self.decisions if item.question in questions))
