"""The worked examples of the decisions and of the fact base, figure by figure."""

from fractions import Fraction

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.phases import Limit
from advisor_app.domain.scoring import Status, is_near
from tests.builders import SCALE, answered, example_questionnaire, level_question, small_questionnaire
from tests.example_case import example_answers


def test_the_example_of_the_decisions() -> None:
    questionnaire = example_questionnaire()
    result = Evaluation(questionnaire, CommuneKind.MUNICIPALITY, example_answers()).result()
    scores = {score.id: score.score for score in result.dimensions}
    assert scores == {
        "4.1": Fraction(2),
        "4.2": Fraction(3, 2),
        "4.3": Fraction(1),
        "4.4": Fraction(2),
        "4.5": Fraction(18, 10),
    }
    assert [score.level for score in result.dimensions] == [2, 1, 1, 2, 2]
    assert {score.status for score in result.dimensions} == {Status.OK}
    assert result.module.score == Fraction(146, 90)
    assert result.module.status is Status.OK
    assert result.phase is not None
    assert (result.phase.number, result.phase.best, result.phase.worst) == (3, 3, 3)
    assert result.phase.limited_by == (
        Limit(id="Q", required=Fraction(24, 10), actual=Fraction(146, 90)),
        Limit(id="4.5.1", required=Fraction(3), actual=Fraction(2)),
        Limit(id="4.2", required=Fraction(16, 10), actual=Fraction(3, 2)),
        Limit(id="4.3", required=Fraction(16, 10), actual=Fraction(1)),
    )
    thresholds = [Fraction(phase.threshold) for phase in questionnaire.phases]
    assert is_near(result.module.score, thresholds, SCALE)
    assert (result.questionnaire, result.questionnaire_version, result.scoring_version) == ("m4", "1.0.0", "1.0")


def test_the_example_of_the_fact_base() -> None:
    """3, 1, N/A, 2 with weights 3, 3, 2, 2: (9 + 3 + 4) / 8 = 2,00; coverage 100 %; level 2."""
    weights = {"a": 3, "b": 3, "c": 2, "d": 2}
    questionnaire = small_questionnaire(*(level_question(name, weight=weight) for name, weight in weights.items()))
    answers = answered({"a": 3, "b": 1, "d": 2}) | {"c": Answer(state=AnswerState.NOT_APPLICABLE)}
    (score,) = Evaluation(questionnaire, CommuneKind.CITY, answers).result().dimensions
    assert (score.score, score.coverage, score.level, score.status) == (Fraction(2), Fraction(1), 2, Status.OK)
    assert score.percent == 50
