"""Every form of condition, nested, against every state of an answer."""

from decimal import Decimal

import pytest

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import (
    AllOf,
    AnyOf,
    AreaChosen,
    CommuneKindIs,
    Condition,
    Not,
    QuestionWithin,
    referenced_areas,
    referenced_questions,
)
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.questionnaire import QuestionType
from tests.builders import answered, level_question, number_answer, other_question, small_questionnaire

LK = CommuneKindIs(commune_kind=CommuneKind.DISTRICT)
NEVER: Condition = AnyOf(any=())
ALWAYS: Condition = AllOf(all=())


def within(low: str | None = None, high: str | None = None, question: str = "q") -> QuestionWithin:
    return QuestionWithin(
        question=question,
        at_least=None if low is None else Decimal(low),
        at_most=None if high is None else Decimal(high),
    )


def holds(
    condition: Condition,
    answer: Answer | None = None,
    *,
    kind: CommuneKind = CommuneKind.CITY,
    areas: tuple[str, ...] = (),
    q_when: Condition | None = None,
) -> bool:
    """Whether a question with this condition is asked, ``q`` being a level question with this answer."""
    questionnaire = small_questionnaire(
        level_question("q", when=q_when), level_question("w", "WB1"), level_question("x", when=condition)
    )
    evaluation = Evaluation(questionnaire, kind, {} if answer is None else {"q": answer}, areas)
    return evaluation.is_visible("x")


def level(number: int) -> Answer:
    return Answer(state=AnswerState.ANSWERED, level=number)


@pytest.mark.parametrize(
    ("condition", "levels"),
    [
        (within("2"), {2, 3, 4}),
        (within(None, "2"), {0, 1, 2}),
        (within("1", "3"), {1, 2, 3}),
        (within("1.5"), {2, 3, 4}),
        (within("1.5", "2.5"), {2}),
        (within("2.0"), {2, 3, 4}),
        (within(), {0, 1, 2, 3, 4}),
    ],
)
def test_a_comparison_holds_within_its_bounds(condition: Condition, levels: set[int]) -> None:
    assert {number for number in range(5) if holds(condition, level(number))} == levels


@pytest.mark.parametrize(
    "answer",
    [
        None,
        Answer(),
        Answer(state=AnswerState.UNKNOWN),
        Answer(state=AnswerState.NOT_APPLICABLE),
        # left over from an earlier state; only an answered level counts
        Answer(state=AnswerState.UNKNOWN, level=4),
    ],
)
@pytest.mark.parametrize("condition", [within("0"), within(None, "4"), within()])
def test_a_comparison_with_what_is_not_answered_is_false(condition: Condition, answer: Answer | None) -> None:
    assert not holds(condition, answer)
    assert holds(Not(negated=condition), answer)


def test_a_comparison_with_a_hidden_question_is_false() -> None:
    assert not holds(within("0"), level(4), q_when=LK)
    assert holds(within("0"), level(4), q_when=LK, kind=CommuneKind.DISTRICT)


def test_a_comparison_with_a_question_of_an_area_that_is_not_chosen_is_false() -> None:
    questionnaire = small_questionnaire(level_question("w", "WB1"), level_question("x", when=within("0", question="w")))
    without = Evaluation(questionnaire, CommuneKind.CITY, answered({"w": 4}))
    assert not without.is_visible("w")
    assert not without.is_visible("x")
    assert without.answer("w").level == 4
    assert Evaluation(questionnaire, CommuneKind.CITY, answered({"w": 4}), ["WB1"]).is_visible("x")


def test_a_number_and_a_sum_are_compared_by_value() -> None:
    questionnaire = small_questionnaire(
        other_question("n", QuestionType.NUMBER),
        other_question("m", QuestionType.NUMBER),
        other_question("s", QuestionType.CALCULATION, summands=("n", "m", "q")),
        level_question("q"),
        level_question("x", when=within("7.5", question="s")),
    )
    evaluation = Evaluation(questionnaire, CommuneKind.CITY)
    assert evaluation.value("s") is None
    evaluation.set_answer("n", number_answer("4.5"))
    assert evaluation.value("s") == Decimal("4.5")
    assert not evaluation.is_visible("x")
    assert evaluation.set_answer("q", level(3)) == ("s", "x")
    assert evaluation.value("s") == Decimal("7.5")
    assert evaluation.is_visible("x")
    evaluation.set_answer("n", Answer(state=AnswerState.UNKNOWN))
    assert evaluation.value("s") == 3


def test_kinds_and_areas() -> None:
    assert holds(LK, kind=CommuneKind.DISTRICT)
    assert not holds(LK)
    assert holds(AreaChosen(area="WB1"), areas=("WB1",))
    assert not holds(AreaChosen(area="WB1"), areas=("WB2",))


def test_all_any_and_not() -> None:
    area = AreaChosen(area="WB1")
    assert holds(AllOf(all=(LK, area)), kind=CommuneKind.DISTRICT, areas=("WB1",))
    assert not holds(AllOf(all=(LK, area)), kind=CommuneKind.DISTRICT)
    assert holds(AnyOf(any=(LK, area)), areas=("WB1",))
    assert not holds(AnyOf(any=(LK, area)))
    assert holds(Not(negated=LK))
    assert not holds(NEVER)
    assert holds(ALWAYS)


def test_forms_may_be_nested() -> None:
    condition = AllOf(
        all=(
            Not(negated=AnyOf(any=(LK, AllOf(all=(AreaChosen(area="WB1"), within("3")))))),
            AnyOf(any=(within("2"), AreaChosen(area="WB1"))),
        )
    )
    assert holds(condition, level(2))
    assert not holds(condition, level(1))
    assert not holds(condition, level(2), kind=CommuneKind.DISTRICT)
    assert holds(condition, level(1), areas=("WB1",))
    assert not holds(condition, level(3), areas=("WB1",))


def test_a_chain_opens_and_closes_together() -> None:
    questionnaire = small_questionnaire(
        level_question("c", when=within("1", question="b")),
        level_question("b", when=within("1", question="a")),
        level_question("a"),
    )
    evaluation = Evaluation(questionnaire, CommuneKind.CITY, answered({"b": 2, "c": 3}))
    assert [evaluation.is_visible(name) for name in "abc"] == [True, False, False]
    assert evaluation.set_answer("a", level(1)) == ("b", "c")
    assert [evaluation.is_visible(name) for name in "abc"] == [True, True, True]
    assert evaluation.set_answer("b", level(0)) == ("c",)
    assert evaluation.set_answer("b", level(1)) == ("c",)
    assert evaluation.set_answer("a", Answer(state=AnswerState.UNKNOWN)) == ("b", "c")
    assert evaluation.answer("c").level == 3
    assert evaluation.value("c") is None


def test_what_a_condition_looks_at() -> None:
    condition = AllOf(
        all=(Not(negated=within("1", question="a")), AnyOf(any=(within("1", question="b"), AreaChosen(area="WB1"), LK)))
    )
    assert list(referenced_questions(condition)) == ["a", "b"]
    assert list(referenced_areas(condition)) == ["WB1"]
