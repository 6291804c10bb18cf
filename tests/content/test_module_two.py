"""What is special about module 2: its weights, blocking and confidential questions, doubled figures, measures."""

from itertools import pairwise

import pytest

from advisor_app.content.packs import load_catalog
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.questionnaire import Question, Questionnaire, QuestionType
from advisor_app.resources_folder import resources_folder

CONTENT = resources_folder() / "content"
MOST_QUESTIONS_FOR_THE_HEAD = 8
MODULE = "M2"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog([CONTENT])


@pytest.fixture(scope="module")
def questionnaire(catalog: Catalog) -> Questionnaire:
    return catalog.questionnaires["m2"]


@pytest.fixture(scope="module")
def questions(questionnaire: Questionnaire) -> dict[str, Question]:
    return {question.id: question for question in questionnaire.questions}


def test_it_has_all_dimensions_with_their_weights(questionnaire: Questionnaire) -> None:
    assert [(item.id, item.weight) for item in questionnaire.dimensions] == [
        ("2.1", 2),
        ("2.2", 2),
        ("2.3", 2),
        ("2.4", 1),
        ("2.5", 1),
        ("2.6", 2),
        ("2.7", 1),
    ]
    assert questionnaire.phases == ()


def test_every_dimension_has_four_scoring_questions_at_least(questionnaire: Questionnaire) -> None:
    counts = {item.id: sum(question.scores for question in item.questions) for item in questionnaire.dimensions}
    assert counts == {"2.1": 4, "2.2": 4, "2.3": 4, "2.4": 4, "2.5": 5, "2.6": 4, "2.7": 4}


def test_the_weights_of_the_fact_base_hold(questions: dict[str, Question]) -> None:
    heavy = {"2.2.1": 3, "2.2.3": 1, "2.3.2": 3, "2.3.5": 3}
    assert {item.id: item.weight for item in questions.values() if item.scores and item.weight != 2} == heavy


def test_three_questions_block(questions: dict[str, Question]) -> None:
    assert [item.id for item in questions.values() if item.blocking] == ["2.2.1", "2.3.2", "2.5.1"]


def test_what_admits_a_breach_is_confidential(questions: dict[str, Question]) -> None:
    """2.5.1 asks how a task is arranged and can be asked in the room; the others would admit a gap before everyone."""
    assert [item.id for item in questions.values() if item.confidential] == ["2.5.2", "2.5.3", "2.5.4", "2.5.5"]
    for item in questions.values():
        assert not item.confidential or "Vorab-Abfrage" in item.hint


def test_not_there_yet_is_level_zero(questions: dict[str, Question]) -> None:
    """Only where the task itself is missing an answer may be left out: a house without a staff council."""
    assert [item.id for item in questions.values() if item.not_applicable is not None] == ["2.6.2"]


def test_the_media_breaks_of_the_example_do_not_score(questions: dict[str, Question]) -> None:
    assert questions["2.3.1"].type is QuestionType.NUMBER
    assert not questions["2.3.1"].scores


@pytest.mark.parametrize(
    ("kind", "bounds"),
    [
        (CommuneKind.MUNICIPALITY, [[], ["einen", "zwei"], ["drei", "fünf"], ["sechs", "zehn"], ["zehn"]]),
        (CommuneKind.CITY, [[], ["einen", "vier"], ["fünf", "zehn"], ["elf", "zwanzig"], ["zwanzig"]]),
        (CommuneKind.DISTRICT, [[], ["einen", "vier"], ["fünf", "zehn"], ["elf", "zwanzig"], ["zwanzig"]]),
    ],
)
def test_larger_houses_need_twice_as_many_documented_processes(
    questions: dict[str, Question], kind: CommuneKind, bounds: list[list[str]]
) -> None:
    wording = questions["2.2.2"].wording(kind)
    assert wording.anchors is not None
    assert wording.anchors_short is not None
    for texts in (wording.anchors, wording.anchors_short):
        assert texts[0].lower().startswith("keinen")
        for text, numbers in zip(texts, bounds, strict=True):
            assert all(number in text.lower().split() for number in numbers)


def test_level_four_needs_no_named_offer(questions: dict[str, Question]) -> None:
    """The accounts and methods that the hints explain are named nowhere as a condition."""
    named = ("BundID", "Unternehmenskonto", "WiBA", "Grundschutz", "Landesplattform")
    for item in questions.values():
        for anchors in (item.anchors, *(variant.anchors or () for variant in item.variants)):
            assert not [anchor for anchor in anchors if any(name in anchor for name in named)], item.id


def test_the_head_of_the_house_has_few_questions(questions: dict[str, Question]) -> None:
    assert 0 < sum("BM" in item.roles for item in questions.values()) <= MOST_QUESTIONS_FOR_THE_HEAD


@pytest.mark.parametrize("kind", CommuneKind)
def test_no_two_anchors_of_a_question_are_alike(questions: dict[str, Question], kind: CommuneKind) -> None:
    for item in questions.values():
        if item.scores:
            wording = item.wording(kind)
            assert len(set(wording.anchors or ())) == len(set(wording.anchors_short or ())) == 5, item.id


def test_every_trigger_band_of_every_dimension_has_a_measure(catalog: Catalog, questionnaire: Questionnaire) -> None:
    for dimension in questionnaire.dimensions:
        bands = {
            (measure.at_least, measure.at_most)
            for measure in catalog.measures.values()
            if measure.dimension == dimension.id and not measure.retired
        }
        assert bands == {(0, 1), (0, 2), (3, 3)}, dimension.id


def test_the_measures_of_the_fact_base_are_there(catalog: Catalog) -> None:
    assert {f"F{number}": catalog.measures[f"F{number}"].dimension for number in range(13, 26)} == {
        "F13": "2.1",
        "F14": "2.1",
        "F15": "2.2",
        "F16": "2.2",
        "F17": "2.3",
        "F18": "2.3",
        "F19": "2.4",
        "F20": "2.4",
        "F21": "2.5",
        "F22": "2.5",
        "F23": "2.6",
        "F24": "2.6",
        "F25": "2.7",
    }


def test_every_weak_answer_calls_for_a_measure(catalog: Catalog, questions: dict[str, Question]) -> None:
    """A question at level 2 or below calls for a measure even where its dimension stands higher."""
    called = {
        trigger.question
        for measure in catalog.measures.values()
        for trigger in measure.questions
        if trigger.at_most == 2
    }
    assert {item.id for item in questions.values() if item.scores} <= called


def test_a_step_up_is_not_called_for_by_a_weak_answer(catalog: Catalog, questionnaire: Questionnaire) -> None:
    dimensions = {item.id for item in questionnaire.dimensions}
    for measure in catalog.measures.values():
        if measure.dimension in dimensions and measure.at_least == 3:
            assert measure.questions == ()


def test_small_grants_are_only_for_an_alliance(catalog: Catalog, questionnaire: Questionnaire) -> None:
    """What costs less than the programme's minimum grant is fundable together with others only."""
    dimensions = {item.id for item in questionnaire.dimensions}
    for measure in catalog.measures.values():
        if measure.dimension in dimensions and "H" in measure.support and measure.cost_class <= 2:
            assert measure.alliance_only, measure.id


def test_ids_are_in_the_range_of_the_module(catalog: Catalog, questionnaire: Questionnaire) -> None:
    dimensions = {item.id for item in questionnaire.dimensions}
    numbers = {int(item.id[1:]) for item in catalog.measures.values() if item.dimension in dimensions}
    assert numbers <= {*range(13, 26), *range(150, 200)}


def test_questions_stand_in_the_order_of_their_ids(questionnaire: Questionnaire) -> None:
    ids = [tuple(int(part) for part in question.id.split(".")) for question in questionnaire.questions]
    assert all(before < after for before, after in pairwise(ids))
    assert questionnaire.module == MODULE


def test_its_own_terms_are_no_repetition_of_general_ones(catalog: Catalog) -> None:
    own = {term.term.casefold() for term in catalog.terms.values() if term.modules == (MODULE,)}
    general = {term.term.casefold() for term in catalog.terms.values() if not term.modules}
    assert own
    assert not own & general
