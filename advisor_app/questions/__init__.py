"""Question types: one folder each, with ``kind.py`` (rules and wording, no Qt) and ``editor.py`` (its widget)."""

from __future__ import annotations

from collections.abc import Mapping

from advisor_app.domain.questionnaire import Question, QuestionType
from advisor_app.questions.calculation.kind import CALCULATION
from advisor_app.questions.choice.kind import CHOICE
from advisor_app.questions.form import QuestionKind
from advisor_app.questions.level.kind import LEVEL
from advisor_app.questions.number.kind import NUMBER
from advisor_app.questions.text.kind import TEXT

KINDS: Mapping[QuestionType, QuestionKind] = {
    QuestionType.LEVEL: LEVEL,
    QuestionType.NUMBER: NUMBER,
    QuestionType.TEXT: TEXT,
    QuestionType.CHOICE: CHOICE,
    QuestionType.CALCULATION: CALCULATION,
}


def kind_of(question: Question) -> QuestionKind:
    """The kind that knows how a question is answered."""
    return KINDS[question.type]
