"""An evaluation kept up to date answer by answer equals a fresh one, whatever is answered in whatever order."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from graphlib import CycleError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Condition, Not, QuestionWithin
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.questionnaire import Criterion, Phase, Question, Questionnaire, QuestionType
from tests.builders import answered, example_questionnaire, level_question, other_question, small_questionnaire
from tests.example_case import example_answers

DIMENSIONS = ("4.1", "4.2", "WB1", "WB2")
AREAS = ("WB1", "WB2")


def conditions(earlier: list[str]) -> st.SearchStrategy[Condition]:
    """Conditions that look at earlier questions only, so that there is no circle."""
    simple: st.SearchStrategy[Condition] = st.builds(AreaChosen, area=st.sampled_from(AREAS)) | st.builds(
        CommuneKindIs, commune_kind=st.sampled_from(CommuneKind)
    )
    if earlier:
        bounds = st.none() | st.sampled_from([Decimal(0), Decimal(1), Decimal("2.5"), Decimal(4)])
        simple |= st.builds(QuestionWithin, question=st.sampled_from(earlier), at_least=bounds, at_most=bounds)
    return st.recursive(
        simple,
        lambda inner: (
            st.builds(AllOf, all=st.lists(inner, max_size=3).map(tuple))
            | st.builds(AnyOf, any=st.lists(inner, max_size=3).map(tuple))
            | st.builds(Not, negated=inner)
        ),
        max_leaves=4,
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Questionnaires with conditions and calculations, their questions in an order that is not the dependencies'."""
    questions: list[Question] = []
    for index in range(draw(st.integers(1, 12))):
        earlier = [question.id for question in questions]
        kind = draw(st.sampled_from([QuestionType.LEVEL] * 3 + [QuestionType.NUMBER, QuestionType.CALCULATION]))
        dimension = draw(st.sampled_from(DIMENSIONS))
        when = draw(st.none() | conditions(earlier))
        name = f"q{index}"
        if kind is QuestionType.LEVEL:
            weight, blocking = draw(st.integers(1, 3)), draw(st.booleans())
            questions.append(level_question(name, dimension, weight=weight, blocking=blocking, when=when))
        else:
            summands = tuple(draw(st.lists(st.sampled_from(earlier), max_size=4))) if earlier else ()
            summands = summands if kind is QuestionType.CALCULATION else ()
            questions.append(other_question(name, kind, dimension, when=when, summands=summands))
    phases = (
        Phase(number=1, title="1", text="", threshold=Decimal(0), criteria=()),
        Phase(
            number=2,
            title="2",
            text="",
            threshold=Decimal("1.6"),
            criteria=(Criterion(question="q0", at_least=Decimal(2)), Criterion(at_least=Decimal("0.8"))),
        ),
    )
    return small_questionnaire(*draw(st.permutations(questions)), phases=phases)


ANSWERS = st.one_of(
    st.builds(Answer, state=st.just(AnswerState.ANSWERED), level=st.integers(0, 4)),
    st.sampled_from([Answer(), Answer(state=AnswerState.UNKNOWN), Answer(state=AnswerState.NOT_APPLICABLE)]),
)
NUMBERS = st.one_of(
    st.builds(Answer, state=st.just(AnswerState.ANSWERED), number=st.sampled_from([Decimal(0), Decimal("2.5")])),
    st.sampled_from([Answer(), Answer(state=AnswerState.UNKNOWN)]),
)


def assert_equal(one: Evaluation, other: Evaluation) -> None:
    names = [question.id for question in one.questionnaire.questions]
    assert [one.is_visible(name) for name in names] == [other.is_visible(name) for name in names]
    assert [one.value(name) for name in names] == [other.value(name) for name in names]
    assert one.result() == other.result()
    assert one.missing() == other.missing()
    for dimension in one.questionnaire.dimensions:
        assert one.progress(dimension) == other.progress(dimension)
        assert one.explain(dimension) == other.explain(dimension)


@given(questionnaires(), st.sampled_from(CommuneKind), st.data())
def test_incremental_equals_fresh(questionnaire: Questionnaire, kind: CommuneKind, data: st.DataObject) -> None:
    evaluation = Evaluation(questionnaire, kind)
    answers: dict[str, Answer] = {}
    areas: Iterable[str] = ()
    for _ in range(data.draw(st.integers(1, 12))):
        question = data.draw(st.sampled_from([None, *questionnaire.questions]))
        if question is None:
            areas = data.draw(st.lists(st.sampled_from(AREAS), unique=True))
            evaluation = Evaluation(questionnaire, kind, answers, areas)
        else:
            before = {item.id: (evaluation.is_visible(item.id), evaluation.value(item.id)) for item in _all(evaluation)}
            answer = data.draw(ANSWERS if question.scores else NUMBERS)
            answers[question.id] = answer
            told = evaluation.set_answer(question.id, answer)
            changed = {
                item.id
                for item in _all(evaluation)
                if before[item.id] != (evaluation.is_visible(item.id), evaluation.value(item.id))
            }
            assert changed - {question.id} == set(told)
        assert_equal(evaluation, Evaluation(questionnaire, kind, answers, areas))


def _all(evaluation: Evaluation) -> tuple[Question, ...]:
    return evaluation.questionnaire.questions


@given(questionnaires(), st.sampled_from(CommuneKind), st.data())
def test_every_dimension_lies_in_its_band(questionnaire: Questionnaire, kind: CommuneKind, data: st.DataObject) -> None:
    answers = {question.id: data.draw(ANSWERS) for question in questionnaire.questions if question.scores}
    result = Evaluation(questionnaire, kind, answers, AREAS).result()
    for score in result.dimensions:
        if score.score is not None:
            assert score.worst is not None
            assert score.best is not None
            assert score.worst <= score.score <= score.best


@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, None]), min_size=18, max_size=18), st.data())
def test_completed_answers_stay_in_the_band_of_module_and_phase(levels: list[int | None], data: st.DataObject) -> None:
    """Where no condition hides anything and everything applies, the final result lies in the band shown before."""
    questionnaire = _without_conditions(example_questionnaire())
    names = [
        question.id
        for dimension in questionnaire.dimensions
        if dimension.kind is DimensionKind.CROSS_CUTTING
        for question in dimension.questions
        if question.scores
    ]
    known = {name: level for name, level in zip(names, levels, strict=False) if level is not None}
    before = Evaluation(questionnaire, CommuneKind.CITY, answered(known)).result()
    completed = {name: known.get(name, data.draw(st.integers(0, 4))) for name in names}
    after = Evaluation(questionnaire, CommuneKind.CITY, answered(completed)).result()
    assert before.module.worst is not None
    assert before.module.best is not None
    assert after.module.score is not None
    assert before.module.worst <= after.module.score <= before.module.best
    assert before.phase is not None
    assert after.phase is not None
    assert after.phase.number is not None
    assert before.phase.worst <= after.phase.number <= before.phase.best
    assert after.phase.worst == after.phase.number == after.phase.best


def _without_conditions(questionnaire: Questionnaire) -> Questionnaire:
    dimensions = tuple(
        replace(dimension, questions=tuple(replace(question, when=None) for question in dimension.questions))
        for dimension in questionnaire.dimensions
    )
    return replace(questionnaire, dimensions=dimensions)


# Reading


def test_progress_counts_scoring_questions_that_are_asked() -> None:
    questionnaire = small_questionnaire(
        level_question("a"),
        level_question("b"),
        level_question("c"),
        level_question("d", when=QuestionWithin(question="a", at_least=Decimal(3))),
        other_question("t", QuestionType.TEXT),
        level_question("r", retired=True),
    )
    answers = answered({"a": 1}) | {"b": Answer(state=AnswerState.UNKNOWN)}
    evaluation = Evaluation(questionnaire, CommuneKind.CITY, answers)
    progress = evaluation.progress(questionnaire.dimensions[0])
    assert (progress.done, progress.total, progress.unknown) == (2, 3, 1)
    assert evaluation.missing() == ("b", "c")


def test_answers_of_a_retired_question_or_of_another_version_are_passed_over() -> None:
    questionnaire = small_questionnaire(
        *(level_question(name) for name in "abc"), level_question("r", retired=True, weight=3)
    )
    answers = answered({"a": 2, "b": 2, "c": 2, "r": 4, "gone": 4})
    assert Evaluation(questionnaire, CommuneKind.CITY, answers).result().module.score == 2


def test_answers_to_areas_that_are_not_chosen_are_kept_and_not_scored() -> None:
    questionnaire = example_questionnaire()
    answers = example_answers() | answered({f"WB2.{number}": 4 for number in range(1, 5)})
    evaluation = Evaluation(questionnaire, CommuneKind.CITY, answers, ["WB8"])
    assert [dimension.id for dimension in evaluation.dimensions()][-1] == "WB8"
    assert "WB2" not in {score.id for score in evaluation.result().dimensions}
    evaluation = Evaluation(questionnaire, CommuneKind.CITY, answers, ["WB2"])
    scores = {score.id: score.score for score in evaluation.result().dimensions}
    assert scores["WB2"] == 4
    assert "WB8" not in scores


def test_circles_and_unknown_questions_are_bugs_of_a_pack() -> None:
    circle = small_questionnaire(
        level_question("a", when=QuestionWithin(question="b", at_least=Decimal(1))),
        level_question("b", when=QuestionWithin(question="a", at_least=Decimal(1))),
    )
    with pytest.raises(CycleError):
        Evaluation(circle, CommuneKind.CITY)
    unknown = small_questionnaire(level_question("a", when=QuestionWithin(question="z")))
    with pytest.raises(KeyError):
        Evaluation(unknown, CommuneKind.CITY)
