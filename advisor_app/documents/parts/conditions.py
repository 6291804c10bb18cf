"""Conditions in words, for those who fill in a question on paper and have to know whether it is for them."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.wording import Wording
from advisor_app.domain.conditions import (
    AllOf,
    AnyOf,
    AreaChosen,
    CommuneKindIs,
    Condition,
    Not,
    QuestionWithin,
    for_kind,
)
from advisor_app.domain.questionnaire import Question, Questionnaire


def only_if(given: DocumentInput, questionnaire: Questionnaire, question: Question) -> str:
    """``Nur wenn bei Frage 4.5.1 (Reife) mindestens Stufe 3 gilt.``; nothing where the question is for everybody."""
    left = for_kind(question.when, given.case.commune.kind)
    if isinstance(left, bool):
        return ""
    return given.texts("conditions.only-if", condition=_words(given, questionnaire, left))


def _words(given: DocumentInput, questionnaire: Questionnaire, condition: Condition) -> str:
    texts = given.texts
    match condition:
        case QuestionWithin():
            return _within(given, questionnaire, condition)
        case AreaChosen(area=area):
            return texts("conditions.area", area=given.short_title(area))
        case CommuneKindIs(commune_kind=kind):
            return texts("conditions.kind", kind=given.catalog.kinds[kind].title)
        case AllOf(all=parts):
            return texts("conditions.and").join(_words(given, questionnaire, part) for part in parts)
        case AnyOf(any=parts):
            return texts("conditions.or").join(_words(given, questionnaire, part) for part in parts)
        case Not(negated=part):
            return texts("conditions.not", condition=_words(given, questionnaire, part))
        case _:
            assert_never(condition)


def _within(given: DocumentInput, questionnaire: Questionnaire, condition: QuestionWithin) -> str:
    texts, wording = given.texts, Wording(given.texts)
    other = next(item for item in questionnaire.questions if item.id == condition.question)
    low, high = condition.at_least, condition.at_most
    key = "between" if low is not None and high is not None else "at-least" if low is not None else "at-most"
    if low is None and high is None:
        key = "answered"
    return texts(
        f"conditions.{'level' if other.scores else 'number'}.{key}",
        question=other.id,
        short=other.short,
        low="" if low is None else wording.plain(Fraction(low)),
        high="" if high is None else wording.plain(Fraction(high)),
    )
