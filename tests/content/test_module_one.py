"""Module 1 is complete: its dimensions, blocking and confidential questions, who is asked, what is proposed."""

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from advisor_app.content.check import inspect_packs
from advisor_app.content.packs import load_catalog
from advisor_app.content.rules.wording import words_in
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.measure_template import MeasureTemplate
from advisor_app.domain.proposals import propose_measures
from advisor_app.domain.questionnaire import Question, Questionnaire, QuestionType
from advisor_app.domain.words import Words
from advisor_app.resources_folder import resources_folder

CONTENT = resources_folder() / "content"
WEIGHTS = {"1.1": 1, "1.2": 2, "1.3": 1, "1.4": 2, "1.5": 1, "1.6": 1}
MOST_QUESTIONS_FOR_THE_HEAD = 8
FIRST_FIXED_MEASURE, LAST_FIXED_MEASURE = 1, 12
OWN_MEASURES = range(100, 150)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([CONTENT])


@pytest.fixture(scope="module")
def questionnaire(catalog: Catalog) -> Questionnaire:
    return catalog.questionnaires["m1"]


@pytest.fixture(scope="module")
def measures(catalog: Catalog) -> list[MeasureTemplate]:
    return [item for item in catalog.measures.values() if item.dimension in WEIGHTS]


def scored(questionnaire: Questionnaire) -> list[Question]:
    return [question for question in questionnaire.questions if question.scores]


def all_at(questionnaire: Questionnaire, level: int) -> dict[str, Answer]:
    return {question.id: Answer(state=AnswerState.ANSWERED, level=level) for question in scored(questionnaire)}


def test_its_files_have_no_finding() -> None:
    found = inspect_packs([CONTENT], date(2026, 11, 22)).findings
    assert [finding for finding in found if finding.file.parent.name == "m1"] == []


def test_its_dimensions_and_weights(questionnaire: Questionnaire) -> None:
    assert {item.id: item.weight for item in questionnaire.dimensions} == WEIGHTS
    assert questionnaire.phases == ()


def test_the_four_questions_of_the_fact_base_and_at_most_one_more(questionnaire: Questionnaire) -> None:
    for dimension in questionnaire.dimensions:
        ids = [question.id for question in dimension.questions if question.scores]
        assert ids[:4] == [f"{dimension.id}.{number}" for number in range(1, 5)]
        assert len(ids) <= 5


def test_the_blocking_questions(questionnaire: Questionnaire) -> None:
    blocking = {question.id: question.weight for question in questionnaire.questions if question.blocking}
    assert blocking == {"1.2.1": 3, "1.4.1": 3, "1.6.3": 3}


def test_the_confidential_question_is_not_a_blocking_one(questionnaire: Questionnaire) -> None:
    confidential = [question for question in questionnaire.questions if question.confidential]
    assert [question.id for question in confidential] == ["1.1.5"]
    assert not any(question.blocking for question in confidential)
    assert confidential[0].roles[0] == "DSB"


def test_not_applicable_is_kept_for_tasks_that_can_be_missing(questionnaire: Questionnaire) -> None:
    assert [question.id for question in questionnaire.questions if question.not_applicable] == ["1.3.2", "1.5.2"]


def test_a_dimension_stays_assessable_without_what_is_not_applicable(questionnaire: Questionnaire) -> None:
    answers = all_at(questionnaire, 2)
    for question in questionnaire.questions:
        if question.not_applicable:
            answers[question.id] = Answer(
                state=AnswerState.NOT_APPLICABLE, reason=Words(text="liegt bei einem Verband")
            )
    result = Evaluation(questionnaire, CommuneKind.MUNICIPALITY, answers).result()
    assert {score.id: score.level for score in result.dimensions} == dict.fromkeys(WEIGHTS, 2)


def test_what_scores_is_never_hidden(questionnaire: Questionnaire) -> None:
    assert [question.id for question in scored(questionnaire) if question.when is not None] == []


def test_figures_and_own_words_are_asked_besides(questionnaire: Questionnaire) -> None:
    types = Counter(question.type for question in questionnaire.questions)
    assert types[QuestionType.NUMBER] >= 3
    assert types[QuestionType.TEXT] >= 1
    assert types[QuestionType.CHOICE] >= 1


def test_who_is_asked(questionnaire: Questionnaire) -> None:
    asked = Counter(role for question in questionnaire.questions for role in question.roles)
    assert asked["BM"] <= MOST_QUESTIONS_FOR_THE_HEAD
    assert all(question.roles for question in questionnaire.questions)


@pytest.mark.parametrize("kind", CommuneKind)
def test_anchors_are_told_apart(questionnaire: Questionnaire, kind: CommuneKind) -> None:
    for question in scored(questionnaire):
        wording = question.wording(kind)
        assert question.hint
        assert question.evidence
        for anchors, most in ((wording.anchors, 30), (wording.anchors_short, 10)):
            assert anchors is not None
            assert len(set(anchors)) == 5
            assert all(0 < words_in(anchor) <= most for anchor in anchors)


def test_no_two_questions_share_their_five_anchors(questionnaire: Questionnaire) -> None:
    ladders = [question.anchors for question in scored(questionnaire)]
    assert len(set(ladders)) == len(ladders)


def test_districts_are_asked_about_their_communes(questionnaire: Questionnaire) -> None:
    def wording(name: str, kind: CommuneKind) -> str:
        asked = next(question for question in questionnaire.questions if question.id == name).wording(kind)
        return f"{asked.text} {asked.hint}"

    assert "kreisangehörigen Kommunen" in wording("1.4.4", CommuneKind.DISTRICT)
    assert "Kfz-Zulassung" in wording("1.2.2", CommuneKind.DISTRICT)
    assert "Hundesteuer" in wording("1.2.2", CommuneKind.MUNICIPALITY)
    assert "Schulen" in wording("1.5.2", CommuneKind.DISTRICT)


# Measures


def test_the_ids_of_its_measures(measures: list[MeasureTemplate]) -> None:
    numbers = {int(measure.id.removeprefix("F")) for measure in measures}
    fixed = set(range(FIRST_FIXED_MEASURE, LAST_FIXED_MEASURE + 1))
    assert fixed <= numbers
    assert all(number in OWN_MEASURES for number in numbers - fixed)


def test_every_band_of_every_dimension_has_a_measure(measures: list[MeasureTemplate]) -> None:
    for dimension in WEIGHTS:
        bands = {(item.at_least, item.at_most) for item in measures if item.dimension == dimension}
        assert bands == {(0, 1), (0, 2), (3, 3)}


def test_every_low_answer_calls_for_a_measure(questionnaire: Questionnaire, measures: list[MeasureTemplate]) -> None:
    triggers = {trigger.question for measure in measures for trigger in measure.questions}
    assert triggers == {question.id for question in scored(questionnaire)}


def test_a_single_question_calls_for_measures_of_its_own_dimension(
    questionnaire: Questionnaire, measures: list[MeasureTemplate]
) -> None:
    dimensions = {question.id: question.dimension for question in questionnaire.questions}
    for measure in measures:
        assert {dimensions[trigger.question] for trigger in measure.questions} <= {measure.dimension}


def test_measures_build_on_others_of_the_module(measures: list[MeasureTemplate]) -> None:
    ids = {measure.id for measure in measures}
    for measure in measures:
        assert set(measure.builds_on) <= ids
        assert len(measure.first_steps) == 3
        if measure.at_least == 3:
            assert measure.builds_on


def test_what_is_built_on_can_be_proposed_no_later(measures: list[MeasureTemplate]) -> None:
    by_id = {measure.id: measure for measure in measures}
    for measure in measures:
        for other in measure.builds_on:
            if by_id[other].dimension == measure.dimension:
                assert by_id[other].at_most <= measure.at_most


@pytest.mark.parametrize("level", range(4))
def test_something_is_proposed_at_every_level(catalog: Catalog, questionnaire: Questionnaire, level: int) -> None:
    result = Evaluation(questionnaire, CommuneKind.CITY, all_at(questionnaire, level)).result()
    levels: dict[str, int | None] = {question.id: level for question in scored(questionnaire)}
    proposals = propose_measures(catalog.measures.values(), result, {}, catalog.scale, levels)
    assert {proposal.template.dimension for proposal in proposals} == set(WEIGHTS)
    assert all(first.urgency >= second.urgency for first, second in pairwise(proposals))
