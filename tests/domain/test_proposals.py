"""Which measures are proposed, for which gap, in which order."""

from dataclasses import replace
from fractions import Fraction

import pytest

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation, Result
from advisor_app.domain.measure_template import Effort, MeasureTemplate, QuestionTrigger
from advisor_app.domain.proposals import Proposal, Target, propose_measures, target_of
from tests.builders import EXAMPLE_LEVELS, SCALE, answered, example_questionnaire, level_question, small_questionnaire
from tests.example_catalog import example_catalog, measure_template


def result_of(**levels: int) -> Result:
    """Result with one dimension per name, all its questions at one level."""
    questions = [level_question(f"{name}.{index}", name) for name in levels for index in range(3)]
    answers = answered({question.id: levels[question.dimension] for question in questions})
    return Evaluation(small_questionnaire(*questions), CommuneKind.CITY, answers, levels).result()


def proposed(*templates: MeasureTemplate, levels: dict[str, int], **targets: int) -> list[str]:
    proposals = propose_measures(templates, result_of(**levels), targets, SCALE, {})
    return [proposal.template.id for proposal in proposals]


@pytest.mark.parametrize(
    ("level", "expected"),
    [(0, ["one", "two"]), (1, ["one", "two"]), (2, ["two"]), (3, ["three"]), (4, [])],
)
def test_a_measure_is_proposed_between_its_levels(level: int, expected: list[str]) -> None:
    templates = (measure_template("one", "D", 1), measure_template("two", "D", 2), measure_template("three", "D", 3))
    assert proposed(*templates, levels={"D": level}) == expected


def test_a_question_at_its_bound_triggers_too() -> None:
    template = measure_template("one", "D", 1, questions=(QuestionTrigger(question="D.0", at_most=1),))
    result = result_of(D=2)
    for level, triggered in ((1, True), (0, True), (2, False), (None, False)):
        assert bool(propose_measures([template], result, {}, SCALE, {"D.0": level})) is triggered
    assert not propose_measures([template], result, {}, SCALE, {})


def test_a_dimension_at_its_target_needs_nothing() -> None:
    template = measure_template("two", "D", 2)
    assert proposed(template, levels={"D": 2}, D=2) == []
    assert proposed(template, levels={"D": 2}, D=1) == []
    assert proposed(template, levels={"D": 2}, D=3) == ["two"]


def test_retired_measures_and_dimensions_without_score_are_left_out() -> None:
    assert proposed(measure_template("one", "D", 1, retired=True), levels={"D": 0}) == []
    assert proposed(measure_template("one", "X", 1), levels={"D": 0}) == []
    nothing = Evaluation(small_questionnaire(level_question("a")), CommuneKind.CITY).result()
    assert propose_measures([measure_template("one", "D", 1)], nothing, {}, SCALE, {}) == ()


@pytest.mark.parametrize(
    ("level", "chosen", "target"),
    [
        (0, None, Target(level=1, assumed=True)),
        (3, None, Target(level=4, assumed=True)),
        (4, None, Target(level=4, assumed=True)),
        (1, 4, Target(level=4, assumed=False)),
        (3, 1, Target(level=1, assumed=False)),
    ],
)
def test_the_target_is_the_groups_else_one_step_up(level: int, chosen: int | None, target: Target) -> None:
    (score,) = result_of(D=level).dimensions
    assert target_of(score, {} if chosen is None else {"D": chosen}, SCALE) == target


def test_without_a_score_there_is_no_target() -> None:
    (score,) = Evaluation(small_questionnaire(level_question("a")), CommuneKind.CITY).result().dimensions
    assert target_of(score, {"D": 3}, SCALE) is None


def test_gap_times_weight_then_trigger_then_effort_then_id() -> None:
    templates = [
        measure_template("b", "D", 2),
        measure_template("large", "D", 1, effort=Effort.L),
        measure_template("z-small", "D", 1, effort=Effort.S),
        measure_template("a-small", "D", 1, effort=Effort.S),
        measure_template("wide", "E", 2),
    ]
    assert proposed(*templates, levels={"D": 1, "E": 1}, E=4) == ["wide", "a-small", "z-small", "large", "b"]


def test_the_weight_of_a_dimension_counts() -> None:
    result = result_of(D=1, E=1)
    heavy, light = (replace(score, weight=weight) for score, weight in zip(result.dimensions, (1, 3), strict=True))
    proposals = propose_measures(
        [measure_template("d", "D", 1), measure_template("e", "E", 1)],
        replace(result, dimensions=(heavy, light)),
        {},
        SCALE,
        {},
    )
    assert [(item.template.id, item.urgency) for item in proposals] == [("e", Fraction(3)), ("d", Fraction(1))]


def test_the_worked_example() -> None:
    evaluation = Evaluation(example_questionnaire(), CommuneKind.MUNICIPALITY, answered(EXAMPLE_LEVELS))
    proposals = propose_measures(example_catalog().measures.values(), evaluation.result(), {"4.3": 3}, SCALE, {})

    def summary(proposal: Proposal) -> tuple[str, Fraction]:
        return proposal.template.id, proposal.urgency

    assert [summary(proposal) for proposal in proposals] == [
        ("4.3-1", Fraction(4)),
        ("4.3-2", Fraction(4)),
        ("4.5-2", Fraction(24, 10)),
        ("4.1-2", Fraction(2)),
        ("4.2-1", Fraction(1)),
        ("4.2-2", Fraction(1)),
        ("4.4-2", Fraction(1)),
    ]
    assert not proposals[0].target.assumed
    assert proposals[2].target.assumed
