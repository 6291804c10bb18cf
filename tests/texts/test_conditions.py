"""Conditions in words that stand on paper."""

from __future__ import annotations

from decimal import Decimal

import pytest

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Condition, Not, QuestionWithin
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.texts import load_texts
from advisor_app.texts.conditions import ConditionWords
from tests.builders import example_catalog, level_question, other_question

QUESTIONS = {"4.4.1": level_question("4.4.1"), "4.5.5": other_question("4.5.5", QuestionType.NUMBER)}


def within(question: str, low: str | None = None, high: str | None = None) -> QuestionWithin:
    return QuestionWithin(
        question=question,
        at_least=None if low is None else Decimal(low),
        at_most=None if high is None else Decimal(high),
    )


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (within("4.4.1", "1"), "Frage 4.4.1 mindestens Stufe 1"),
        (within("4.4.1", high="2"), "Frage 4.4.1 höchstens Stufe 2"),
        (within("4.4.1", "1", "3"), "Frage 4.4.1 Stufe 1 bis 3"),
        (within("4.4.1", "0", "0"), "Frage 4.4.1 Stufe 0"),
        (within("4.4.1"), "Frage 4.4.1 beantwortet"),
        (within("4.5.5", "2.5"), "Frage 4.5.5 mindestens 2,5"),
        (within("4.5.5", "1000", "1000"), "Frage 4.5.5 genau 1.000"),
        (AreaChosen(area="WB9"), "Wirkungsbereich WB9 gewählt"),
        (CommuneKindIs(commune_kind=CommuneKind.DISTRICT), CommuneKind.DISTRICT.value),
        (Not(negated=within("4.4.1", "1")), "nicht Frage 4.4.1 mindestens Stufe 1"),
        (
            AllOf(all=(within("4.4.1", "1"), AnyOf(any=(within("4.5.5", "1"), within("4.5.5", high="9"))))),
            "Frage 4.4.1 mindestens Stufe 1 und (Frage 4.5.5 mindestens 1 oder Frage 4.5.5 höchstens 9)",
        ),
    ],
)
def test_a_condition_is_said_without_a_verb(condition: Condition, words: str) -> None:
    assert ConditionWords(load_texts("de"), example_catalog(), QUESTIONS)(condition) == words


def test_areas_are_named() -> None:
    catalog = example_catalog()
    said = ConditionWords(load_texts("de"), catalog, {})(AreaChosen(area="WB2"))
    assert said == f"Wirkungsbereich WB2 {catalog.dimensions['WB2'].title} gewählt"
