"""Rules 1 to 4 and 6 of "Scoring, exactly", each on its own, and what holds for any answers."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import CommuneKindIs
from advisor_app.domain.evaluation import Evaluation, Result
from advisor_app.domain.questionnaire import Question, QuestionType
from advisor_app.domain.scoring import DimensionScore, Share, Status, band, is_near, share_of
from tests.builders import SCALE, answered, level_question, other_question, small_questionnaire

UNKNOWN = Answer(state=AnswerState.UNKNOWN)
NOT_APPLICABLE = Answer(state=AnswerState.NOT_APPLICABLE)
HIDDEN = CommuneKindIs(commune_kind=CommuneKind.DISTRICT)
CAP = Fraction(159, 100)

Given = int | None | str


def answer_of(given: Given) -> Answer:
    if isinstance(given, int):
        return Answer(state=AnswerState.ANSWERED, level=given)
    return {"?": UNKNOWN, "-": NOT_APPLICABLE, None: Answer()}[given]


def score_of(*given: Given, weights: tuple[int, ...] = (), blocking: tuple[int, ...] = ()) -> DimensionScore:
    """Score of one dimension: levels, "?" unknown, "-" not applicable, None unanswered."""
    questions = [
        level_question(str(index), weight=weights[index] if weights else 1, blocking=index in blocking)
        for index in range(len(given))
    ]
    answers = {str(index): answer_of(item) for index, item in enumerate(given)}
    return Evaluation(small_questionnaire(*questions), CommuneKind.CITY, answers).result().dimensions[0]


# Rule 1


def test_fewer_than_three_applicable_questions_do_not_apply() -> None:
    score = score_of(4, 4, "-")
    assert (score.status, score.score, score.level, score.best, score.worst) == (
        Status.NOT_APPLICABLE,
        None,
        None,
        None,
        None,
    )


def test_fewer_than_three_answers_cannot_be_assessed_but_have_a_band() -> None:
    score = score_of(4, 4, None)
    assert (score.status, score.score, score.percent) == (Status.NOT_ASSESSABLE, None, None)
    assert (score.worst, score.best) == (Fraction(8, 3), Fraction(4))


def test_the_score_is_the_weighted_mean_of_the_answers() -> None:
    assert score_of(4, 2, 1, weights=(3, 2, 1)).score == Fraction(17, 6)


def test_not_applicable_leaves_the_denominator() -> None:
    score = score_of(3, 3, 3, "-", weights=(1, 1, 1, 3))
    assert (score.score, score.coverage, score.status) == (Fraction(3), Fraction(1), Status.OK)


@pytest.mark.parametrize("missing", ["?", None])
def test_unknown_and_unanswered_lower_the_coverage_alone(missing: Given) -> None:
    score = score_of(3, 3, 3, missing)
    assert (score.score, score.coverage) == (Fraction(3), Fraction(3, 4))


@pytest.mark.parametrize(
    ("weights", "coverage", "status"),
    [((2, 2, 3, 3), Fraction(7, 10), Status.OK), ((2, 2, 2, 3), Fraction(2, 3), Status.PROVISIONAL)],
)
def test_from_seventy_percent_on_a_score_is_ok(weights: tuple[int, ...], coverage: Fraction, status: Status) -> None:
    score = score_of(1, 2, 3, None, weights=weights)
    assert (score.coverage, score.status) == (coverage, status)
    assert score.score is not None


def test_a_hidden_question_counts_as_not_applicable() -> None:
    questions = [level_question(name) for name in "abc"]
    hidden = level_question("d", when=HIDDEN, weight=3)
    evaluation = Evaluation(
        small_questionnaire(*questions, hidden), CommuneKind.CITY, answered({"a": 1, "b": 1, "c": 1, "d": 4})
    )
    (score,) = evaluation.result().dimensions
    assert (score.score, score.coverage) == (Fraction(1), Fraction(1))
    assert [item.share for item in evaluation.explain(evaluation.questionnaire.dimensions[0])] == [
        *[Share.COUNTED] * 3,
        Share.HIDDEN,
    ]


def test_questions_that_do_not_score_are_left_out() -> None:
    text = other_question("t", QuestionType.TEXT)
    evaluation = Evaluation(
        small_questionnaire(*(level_question(name) for name in "abc"), text),
        CommuneKind.CITY,
        answered({"a": 2, "b": 2, "c": 2}) | {"t": Answer(state=AnswerState.ANSWERED, text="Ja")},
    )
    assert evaluation.result().dimensions[0].coverage == 1


# Rule 2


def test_a_blocking_question_at_zero_caps_the_score() -> None:
    score = score_of(0, 4, 4, 4, blocking=(0,))
    assert (score.score, score.uncapped_score, score.capped, score.capped_by) == (CAP, Fraction(3), True, ("0",))
    assert score.level == 1
    assert score.best == CAP


def test_a_low_score_stays_where_it_is_under_the_cap() -> None:
    score = score_of(0, 1, 1, blocking=(0,))
    assert (score.score, score.uncapped_score, score.capped) == (Fraction(2, 3), Fraction(2, 3), True)


@pytest.mark.parametrize("given_answer", ["?", "-", None, 1])
def test_only_an_answered_zero_caps(given_answer: Given) -> None:
    score = score_of(given_answer, 4, 4, 4, blocking=(0,))
    assert score.capped_by == ()
    assert score.score == score.uncapped_score


def test_a_zero_of_another_question_does_not_cap() -> None:
    assert not score_of(4, 0, 4, 4, blocking=(0,)).capped


def test_a_hidden_blocking_question_does_not_cap() -> None:
    questions = [*(level_question(name) for name in "abc"), level_question("d", blocking=True, when=HIDDEN)]
    answers = answered({"a": 4, "b": 4, "c": 4, "d": 0})
    (score,) = Evaluation(small_questionnaire(*questions), CommuneKind.CITY, answers).result().dimensions
    assert (score.score, score.capped) == (Fraction(4), False)


# Rule 3


def test_best_and_worst_put_four_and_zero_for_what_is_missing() -> None:
    score = score_of(2, 2, 2, None, "?", weights=(1, 1, 1, 2, 3))
    assert (score.worst, score.best) == (Fraction(6, 8), Fraction(26, 8))


def test_a_missing_blocking_question_caps_the_worst_alone() -> None:
    score = score_of(4, 4, 4, 4, None, blocking=(4,))
    assert score.uncapped_score == 4
    assert (score.worst, score.best, score.score) == (CAP, Fraction(4), Fraction(4))


def test_percent_is_the_share_of_four() -> None:
    assert score_of(1, 1, 1).percent == 25


@pytest.mark.parametrize(
    ("score", "level"),
    [
        (Fraction(0), 0),
        (Fraction(799, 1000), 0),
        (Fraction(4, 5), 1),
        (Fraction(1599, 1000), 1),
        (Fraction(8, 5), 2),
        (Fraction(12, 5), 3),
        (Fraction(3199999, 1000000), 3),
        (Fraction(16, 5), 4),
        (Fraction(4), 4),
    ],
)
def test_the_band_of_the_unrounded_score(score: Fraction, level: int) -> None:
    assert band(score, SCALE) == level


FRACTIONS = st.fractions(min_value=0, max_value=4)


@given(FRACTIONS, FRACTIONS)
def test_the_band_is_monotone(one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    assert band(low, SCALE) <= band(high, SCALE)


# Rule 4


def module_of(*dimensions: tuple[int, tuple[Given, ...]]) -> Result:
    """Result over dimensions of a weight and answers each."""
    questions: list[Question] = []
    answers = {}
    for index, (_, given_answers) in enumerate(dimensions):
        for position, item in enumerate(given_answers):
            questions.append(level_question(f"{index}.{position}", str(index)))
            answers[f"{index}.{position}"] = answer_of(item)
    questionnaire = small_questionnaire(*questions)
    weighted = tuple(
        replace(dimension, weight=dimensions[int(dimension.id)][0]) for dimension in questionnaire.dimensions
    )
    return Evaluation(replace(questionnaire, dimensions=weighted), CommuneKind.CITY, answers).result()


def test_the_module_is_the_weighted_mean_of_its_dimensions() -> None:
    module = module_of((2, (4, 4, 4)), (1, (1, 1, 1))).module
    assert (module.score, module.coverage, module.status) == (Fraction(3), Fraction(1), Status.OK)


def test_a_dimension_that_does_not_apply_leaves_the_module() -> None:
    module = module_of((2, (4, 4, 4)), (9, ("-", "-", "-"))).module
    assert (module.score, module.coverage, module.status) == (Fraction(4), Fraction(1), Status.OK)


@pytest.mark.parametrize(
    ("weights", "coverage", "status"),
    [((7, 3), Fraction(7, 10), Status.OK), ((2, 1), Fraction(2, 3), Status.PROVISIONAL)],
)
def test_the_module_needs_seventy_percent_of_its_weight_ok(
    weights: tuple[int, int], coverage: Fraction, status: Status
) -> None:
    module = module_of((weights[0], (2, 2, 2)), (weights[1], (4, None, None))).module
    assert (module.score, module.coverage, module.status) == (Fraction(2), coverage, status)


def test_a_provisional_dimension_counts_in_the_score_but_not_in_the_coverage() -> None:
    module = module_of((1, (2, 2, 2)), (1, (4, 4, 4, None, None))).module
    assert (module.score, module.coverage, module.status) == (Fraction(3), Fraction(1, 2), Status.PROVISIONAL)


def test_a_module_without_any_score_cannot_be_assessed() -> None:
    module = module_of((1, (2, 2, None)), (1, ("-", "-", "-"))).module
    assert (module.score, module.status) == (None, Status.NOT_ASSESSABLE)
    assert (module.worst, module.best) == (Fraction(4, 3), Fraction(8, 3))
    empty = module_of((1, ("-", "-", "-"))).module
    assert (empty.score, empty.coverage, empty.status) == (None, None, Status.NOT_ASSESSABLE)


def test_best_and_worst_of_the_module_come_from_its_dimensions() -> None:
    module = module_of((2, (2, 2, 2, None)), (1, (4, 4, 4))).module
    assert module.worst == (2 * Fraction(6, 4) + 4) / 3
    assert module.best == (2 * Fraction(10, 4) + 4) / 3


def test_impact_areas_never_enter_the_module() -> None:
    questions = [level_question(f"{name}.{index}", name) for name in ("4.1", "WB1", "WB2") for index in range(3)]
    answers = answered({question.id: 4 if question.dimension == "WB1" else 1 for question in questions})
    result = Evaluation(small_questionnaire(*questions), CommuneKind.CITY, answers, ("WB1",)).result()
    assert result.module.score == 1
    assert [(score.id, score.score) for score in result.dimensions] == [("4.1", Fraction(1)), ("WB1", Fraction(4))]


# Rule 6


@pytest.mark.parametrize(
    ("score", "near"),
    [
        (Fraction(15, 10), True),
        (Fraction(17, 10), True),
        (Fraction(1499, 1000), False),
        (Fraction(1701, 1000), False),
        (Fraction(16, 10), True),
    ],
)
def test_a_score_within_a_tenth_of_a_threshold_is_near(score: Fraction, near: bool) -> None:  # noqa: FBT001 — a parameter of the test
    assert is_near(score, [Fraction(16, 10)], SCALE) is near


# What holds for any answers

GIVEN = st.sampled_from([0, 1, 2, 3, 4, "?", "-", None])
DIMENSIONS = st.lists(st.tuples(GIVEN, st.integers(1, 3), st.booleans()), min_size=1, max_size=7)
Row = tuple[Given, int, bool]


def evaluated(rows: Sequence[Row]) -> DimensionScore:
    return score_of(
        *(row[0] for row in rows),
        weights=tuple(row[1] for row in rows),
        blocking=tuple(index for index, row in enumerate(rows) if row[2]),
    )


@given(DIMENSIONS)
def test_a_score_lies_between_worst_and_best(rows: list[Row]) -> None:
    score = evaluated(rows)
    if score.best is None or score.worst is None:
        assert score.status is Status.NOT_APPLICABLE
    else:
        assert 0 <= score.worst <= score.best <= 4
        assert score.score is None or score.worst <= score.score <= score.best


@given(DIMENSIONS, st.data())
def test_whatever_is_answered_later_the_score_stays_in_the_band(rows: list[Row], data: st.DataObject) -> None:
    before = evaluated(rows)
    completed = [(data.draw(st.integers(0, 4)) if row[0] in {"?", None} else row[0], *row[1:]) for row in rows]
    after = evaluated(completed)
    if after.score is not None:
        assert before.worst is not None
        assert before.best is not None
        assert before.worst <= after.score <= before.best
        assert after.worst == after.score == after.best


@given(DIMENSIONS)
def test_status_and_coverage_fit_the_answers(rows: list[Row]) -> None:
    score = evaluated(rows)
    applicable = [row for row in rows if row[0] != "-"]
    answers = [row for row in applicable if isinstance(row[0], int)]
    assert (score.status is Status.NOT_APPLICABLE) == (len(applicable) < 3)
    assert (score.score is None) == (len(applicable) < 3 or len(answers) < 3)
    if score.coverage is not None:
        assert score.coverage == Fraction(sum(row[1] for row in answers), sum(row[1] for row in applicable))
    assert score.capped == (score.score is not None and any(row[2] and row[0] == 0 for row in rows))


@pytest.mark.parametrize(
    ("answer", "visible", "share"),
    [
        (Answer(), True, Share.MISSING),
        (UNKNOWN, True, Share.MISSING),
        (NOT_APPLICABLE, True, Share.NOT_APPLICABLE),
        (Answer(state=AnswerState.ANSWERED, level=0), True, Share.COUNTED),
        (Answer(state=AnswerState.ANSWERED), True, Share.MISSING),
        (Answer(state=AnswerState.ANSWERED, level=4), False, Share.HIDDEN),
    ],
)
def test_what_an_answer_contributes(answer: Answer, visible: bool, share: Share) -> None:  # noqa: FBT001 — a parameter of the test
    assert share_of(answer, visible=visible) is share
