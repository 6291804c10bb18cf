"""What is special about module 3: its dimensions, blocking and confidential questions, and measures."""

from collections import Counter
from fractions import Fraction

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.measure_template import MeasureTemplate
from advisor_app.domain.proposals import propose_measures
from advisor_app.domain.questionnaire import Question, Questionnaire
from advisor_app.resources_folder import resources_folder
from tests.builders import answered

WEIGHTS = {"3.1": 2, "3.2": 2, "3.3": 2, "3.4": 1, "3.5": 1, "3.6": 1, "3.7": 2}
FACT_BASE_MEASURES = {
    "F26": ("3.1", 1),
    "F27": ("3.1", 2),
    "F28": ("3.2", 1),
    "F29": ("3.2", 2),
    "F30": ("3.3", 1),
    "F31": ("3.4", 2),
    "F32": ("3.5", 1),
    "F33": ("3.6", 1),
    "F34": ("3.7", 1),
}
QUESTIONS_FOR_THE_HEAD = 8
MINIMUM_GRANT_CLASS = 3
"""Cost class (over 50,000 EUR) from which a measure can reach the programme's minimum grant alone."""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([resources_folder() / "content"])


@pytest.fixture(scope="module")
def questionnaire(catalog: Catalog) -> Questionnaire:
    return catalog.questionnaires["m3"]


@pytest.fixture(scope="module")
def questions(questionnaire: Questionnaire) -> dict[str, Question]:
    return {question.id: question for question in questionnaire.questions}


@pytest.fixture(scope="module")
def measures(catalog: Catalog) -> dict[str, MeasureTemplate]:
    return {item.id: item for item in catalog.measures.values() if item.dimension in WEIGHTS}


# Questions


def test_all_seven_dimensions_have_their_weights(questionnaire: Questionnaire) -> None:
    assert {item.id: item.weight for item in questionnaire.dimensions} == WEIGHTS
    for dimension in questionnaire.dimensions:
        scoring = [question.id for question in dimension.questions if question.scores]
        assert scoring == [f"{dimension.id}.{number}" for number in range(1, 5)]


def test_the_weights_of_the_worked_out_dimensions_are_those_of_the_fact_base(questions: dict[str, Question]) -> None:
    assert [questions[f"3.1.{number}"].weight for number in range(1, 5)] == [3, 2, 3, 1]
    assert [questions[f"3.2.{number}"].weight for number in range(1, 5)] == [2, 3, 2, 1]
    others = [item for item in questions.values() if item.scores and item.dimension not in ("3.1", "3.2")]
    assert {item.weight for item in others} == {2}


def test_the_blocking_questions(questions: dict[str, Question]) -> None:
    assert [item.id for item in questions.values() if item.blocking] == ["3.1.1", "3.2.2", "3.5.1"]


def test_what_admits_a_breach_is_confidential_and_asked_beforehand(questions: dict[str, Question]) -> None:
    confidential = [item for item in questions.values() if item.confidential]
    assert [item.id for item in confidential] == ["3.2.2", "3.5.1", "3.5.4"]
    for question in confidential:
        for kind in CommuneKind:
            assert "Nur in der Vorab-Abfrage stellen" in (question.wording(kind).hint or "")


def test_keeping_all_paper_is_better_than_destroying_it_without_a_rule(questions: dict[str, Question]) -> None:
    worst, kept = questions["3.2.2"].anchors[:2]
    assert "vernichtet" in worst
    assert "bleibt aufbewahrt" in kept
    assert "wird nicht gescannt" in kept


def test_only_a_missing_task_can_be_not_applicable(questions: dict[str, Question]) -> None:
    assert [item.id for item in questions.values() if item.not_applicable] == ["3.6.4", "3.7.2"]


def test_the_head_of_the_house_is_asked_little(questions: dict[str, Question]) -> None:
    assert sum("BM" in item.roles for item in questions.values()) <= QUESTIONS_FOR_THE_HEAD


def test_every_level_question_says_whom_to_ask_and_what_to_look_at(questions: dict[str, Question]) -> None:
    for question in questions.values():
        assert question.roles
        assert question.hint
        assert not question.scores or question.evidence


@pytest.mark.parametrize("kind", CommuneKind)
def test_anchors_are_distinct_and_no_template_is_repeated(questions: dict[str, Question], kind: CommuneKind) -> None:
    everywhere: Counter[str] = Counter()
    for question in questions.values():
        if question.scores:
            anchors = question.wording(kind).anchors or ()
            assert len(set(anchors)) == len(anchors) == 5
            everywhere.update(anchors)
    assert [text for text, times in everywhere.items() if times > 1] == []


@pytest.mark.parametrize("kind", [CommuneKind.CITY, CommuneKind.DISTRICT])
def test_large_houses_are_asked_about_more_specialist_programs(
    questions: dict[str, Question], kind: CommuneKind
) -> None:
    question = questions["3.4.1"]
    assert "fünf" in question.text
    assert "zehn" in (question.wording(kind).text or "")


def test_a_blocking_question_at_zero_caps_its_dimension(questionnaire: Questionnaire) -> None:
    levels = {"3.2.1": 4, "3.2.2": 0, "3.2.3": 4, "3.2.4": 4}
    result = Evaluation(questionnaire, CommuneKind.MUNICIPALITY, answered(levels)).result()
    score = next(item for item in result.dimensions if item.id == "3.2")
    assert score.score == Fraction(159, 100)


# Measures


def test_the_measures_of_the_fact_base_are_there(measures: dict[str, MeasureTemplate]) -> None:
    found = {name: (measures[name].dimension, measures[name].at_most) for name in FACT_BASE_MEASURES}
    assert found == FACT_BASE_MEASURES


@pytest.mark.parametrize("dimension", WEIGHTS)
def test_every_dimension_has_a_measure_for_every_band(measures: dict[str, MeasureTemplate], dimension: str) -> None:
    bands = {(item.at_least, item.at_most) for item in measures.values() if item.dimension == dimension}
    assert {(0, 1), (0, 2), (3, 3)} <= bands


def test_every_scoring_question_triggers_a_measure(
    questions: dict[str, Question], measures: dict[str, MeasureTemplate]
) -> None:
    triggered = {trigger.question for item in measures.values() for trigger in item.questions}
    assert triggered == {item.id for item in questions.values() if item.scores}


def test_a_question_triggers_only_measures_of_its_own_dimension(
    questions: dict[str, Question], measures: dict[str, MeasureTemplate]
) -> None:
    for measure in measures.values():
        for trigger in measure.questions:
            assert questions[trigger.question].dimension == measure.dimension


def test_small_measures_reach_the_state_programme_only_together(
    catalog: Catalog, measures: dict[str, MeasureTemplate]
) -> None:
    for measure in measures.values():
        minimum = max((catalog.funding.supports[name].minimum_grant or 0 for name in measure.support), default=0)
        assert measure.alliance_only == (minimum > 0 and measure.cost_class < MINIMUM_GRANT_CLASS)


def test_new_measures_keep_to_the_ids_of_this_module(measures: dict[str, MeasureTemplate]) -> None:
    for name in measures.keys() - FACT_BASE_MEASURES.keys():
        assert 200 <= int(name.removeprefix("F")) <= 249


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_a_house_on_one_level_everywhere_is_offered_measures_in_every_dimension(
    catalog: Catalog, questionnaire: Questionnaire, questions: dict[str, Question], level: int
) -> None:
    levels = {name: level for name, question in questions.items() if question.scores}
    result = Evaluation(questionnaire, CommuneKind.MUNICIPALITY, answered(levels)).result()
    proposals = propose_measures(catalog.measures.values(), result, {}, catalog.scale, levels)
    assert {proposal.template.dimension for proposal in proposals} == set(WEIGHTS)
