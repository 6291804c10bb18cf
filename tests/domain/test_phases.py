"""Rule 5 of "Scoring, exactly": the phase, its band and what limits it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.phases import PhaseResult
from advisor_app.domain.scoring import Status
from tests.builders import EXAMPLE_LEVELS, answered, example_questionnaire, level_question, small_questionnaire

UNKNOWN = Answer(state=AnswerState.UNKNOWN)


def phase_of(levels: Mapping[str, int], **others: Answer) -> PhaseResult:
    answers = {**answered(levels), **{name.replace("_", "."): answer for name, answer in others.items()}}
    phase = Evaluation(example_questionnaire(), CommuneKind.MUNICIPALITY, answers).result().phase
    assert phase is not None
    return phase


def everything(level: int, **others: int) -> dict[str, int]:
    return {**dict.fromkeys(EXAMPLE_LEVELS, level), **{name.replace("_", "."): item for name, item in others.items()}}


@pytest.mark.parametrize(("level", "number"), [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
def test_the_highest_phase_whose_conditions_hold(level: int, number: int) -> None:
    assert phase_of(everything(level)).number == number


def test_at_the_last_phase_nothing_limits() -> None:
    assert phase_of(everything(4)).limited_by == ()


def test_a_score_alone_is_not_enough() -> None:
    phase = phase_of(everything(4) | {"4.5.1": 1})
    assert phase.number == 2
    assert [limit.id for limit in phase.limited_by] == ["4.5.1"]
    assert (phase.limited_by[0].required, phase.limited_by[0].actual) == (Fraction(2), Fraction(1))


def test_all_earlier_phases_have_to_hold_too() -> None:
    # The conditions of phase 5 hold but for phase 2's question.
    phase = phase_of(everything(4) | {"4.5.1": 0})
    assert phase.number == 1
    assert [limit.id for limit in phase.limited_by] == ["4.5.1"]


def test_a_criterion_on_one_dimension() -> None:
    phase = phase_of(everything(4, **{f"4_2_{number}": 0 for number in range(1, 5)}))
    assert phase.number == 2
    assert [(limit.id, limit.actual) for limit in phase.limited_by] == [("4.2", Fraction(0))]


def test_a_criterion_on_every_dimension_names_each_that_fails() -> None:
    phase = phase_of(everything(3, **{f"4_4_{number}": 1 for number in range(1, 5)}))
    assert phase.number == 3
    assert [limit.id for limit in phase.limited_by] == ["4.4"]


def test_a_blocking_question_counts_with_its_cap() -> None:
    phase = phase_of(everything(4, **{"4_3_3": 0}))
    assert phase.number == 3
    assert [(limit.id, limit.actual) for limit in phase.limited_by] == [("4.3", Fraction(159, 100))]


def test_without_a_sound_module_there_is_only_a_band() -> None:
    known = {name: level for name, level in everything(2).items() if name < "4.3"}
    result = Evaluation(example_questionnaire(), CommuneKind.CITY, answered(known)).result()
    assert result.module.status is Status.PROVISIONAL
    assert result.phase is not None
    assert result.phase.number is None
    assert (result.phase.worst, result.phase.best) == (1, 4)
    assert result.phase.limited_by[0].id == "4.5.1"
    assert result.phase.limited_by[0].actual is None


def test_nothing_answered_is_everything_possible() -> None:
    phase = phase_of({})
    assert (phase.number, phase.worst, phase.best) == (None, 1, 5)
    assert [limit.id for limit in phase.limited_by] == ["Q", "4.5.1"]


@pytest.mark.parametrize("state", [AnswerState.UNKNOWN, AnswerState.UNANSWERED])
def test_a_missing_criterion_makes_a_band(state: AnswerState) -> None:
    phase = phase_of(everything(2), **{"4_5_1": Answer(state=state)})
    assert (phase.number, phase.worst, phase.best) == (1, 1, 3)
    assert [(limit.id, limit.actual) for limit in phase.limited_by] == [("4.5.1", None)]


def test_not_applicable_never_fulfils_a_criterion() -> None:
    phase = phase_of(everything(4), **{"4_5_1": Answer(state=AnswerState.NOT_APPLICABLE)})
    assert (phase.number, phase.worst, phase.best) == (1, 1, 1)


def test_a_dimension_that_does_not_apply_never_fulfils_a_criterion() -> None:
    answers = {f"4_4_{number}": Answer(state=AnswerState.NOT_APPLICABLE) for number in range(1, 5)}
    phase = phase_of(everything(4), **answers)
    assert phase.number == 3
    assert [(limit.id, limit.actual) for limit in phase.limited_by] == [("4.4", None)]


def test_a_questionnaire_without_phases_has_none() -> None:
    questionnaire = small_questionnaire(*(level_question(name) for name in "abc"))
    assert Evaluation(questionnaire, CommuneKind.CITY).result().phase is None


def test_the_threshold_itself_is_enough() -> None:
    questionnaire = example_questionnaire()
    (first, second, *rest) = questionnaire.phases
    at_two = replace(questionnaire, phases=(first, replace(second, threshold=Decimal(2), criteria=()), *rest))
    result = Evaluation(at_two, CommuneKind.CITY, answered(everything(2))).result()
    assert result.phase is not None
    assert result.phase.number is not None
    assert result.phase.number >= 2
