"""What the overview of services tells of the questionnaire of module 1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.clarification import Concern, Said
from advisor_app.domain.clarification_reasons import ReasonFinder
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.domain.service import OnlineState, Service
from advisor_app.domain.service_questions import (
    MOST_USED_ONLINE,
    QUESTIONNAIRE,
    MeasuredLevel,
    most_used_online,
)
from advisor_app.resources_folder import resources_folder
from tests.builders import example_questionnaire


def services(online: int, count: int = 10) -> list[Service]:
    return [
        Service(
            id=f"s{number}",
            number=number,
            cases_per_year=number,
            online=OnlineState.APPLICATION if number <= online else OnlineState.FORM,
        )
        for number in range(1, count + 1)
    ]


def test_the_question_and_its_levels_are_those_of_the_shipped_questionnaire() -> None:
    questionnaire = load_catalog([resources_folder() / "content"], late=True).questionnaires[QUESTIONNAIRE]
    question = next(item for item in questionnaire.questions if item.id == MOST_USED_ONLINE)
    assert question.type is QuestionType.LEVEL
    assert list(question.anchors_short) == [
        "Keine", "Eine oder zwei", "Drei bis fünf", "Sechs bis acht", "Neun oder zehn",
    ]  # fmt: skip


@pytest.mark.parametrize(("online", "level"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 2), (6, 3), (8, 3), (9, 4), (10, 4)])
def test_the_ten_most_used_tell_a_level(online: int, level: int) -> None:
    assert most_used_online(QUESTIONNAIRE, services(online)) == MeasuredLevel(online, level)


def test_fewer_than_ten_or_unknown_ones_tell_nothing() -> None:
    assert most_used_online(QUESTIONNAIRE, services(9, 9)) is None
    assert most_used_online("m4", services(5)) is None
    unknown = [*services(5)[:-1], replace(services(5)[-1], online=None)]
    assert most_used_online(QUESTIONNAIRE, unknown) is None


def test_an_answer_that_says_otherwise_is_worth_the_rooms_time() -> None:
    questionnaire = example_questionnaire()
    question = next(item for item in questionnaire.questions if item.scores)
    for level, expected in ((1, True), (3, False)):
        answers = {question.id: Answer(state=AnswerState.ANSWERED, level=level)}
        evaluation = Evaluation(questionnaire, CommuneKind.MUNICIPALITY, answers)
        finder = ReasonFinder(evaluation, {question.id: Said(measured_level=MeasuredLevel(6, 3))}, answers)
        dimension = next(item for item in questionnaire.dimensions if item.id == question.dimension)
        item = finder.item(dimension, question)
        concerns = [] if item is None else [reason.concern for reason in item.reasons]
        assert (Concern.MEASURED in concerns) is expected
