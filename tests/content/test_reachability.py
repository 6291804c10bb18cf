"""Conditions that can never hold are found, and only those: compared with trying out every set of answers."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.content.document import Document
from advisor_app.content.entry import Entry
from advisor_app.content.questionnaire import QuestionnaireContent
from advisor_app.content.rules.reachability import check_reachability
from advisor_app.content.table import Table
from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Condition, Not, QuestionWithin
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.questionnaire import Question, QuestionType
from tests.builders import level_question, other_question, small_questionnaire


def unreachable(*questions: Question) -> list[str]:
    """Ids of the questions whose condition is reported, and what is said of it."""
    document = Document(file=Path("questionnaire.toml"))
    content = QuestionnaireContent(
        table=Table(document, {}),
        id="q",
        version="1.0.0",
        module="M4",
        title="Probe",
        questions=[Entry(question, Table(document, {})) for question in questions],
    )
    check_reachability(content, {"WB1", "WB2"})
    return [flaw.key for flaw in document.flaws]


def within(question: str, low: str | None = None, high: str | None = None) -> QuestionWithin:
    return QuestionWithin(
        question=question,
        at_least=None if low is None else Decimal(low),
        at_most=None if high is None else Decimal(high),
    )


def both(*parts: Condition) -> AllOf:
    return AllOf(all=parts)


A = level_question("a")
NUMBER = other_question("n", QuestionType.NUMBER, minimum=Decimal(1), maximum=Decimal(10))
OPEN = other_question("o", QuestionType.NUMBER)
SUM = other_question("s", QuestionType.CALCULATION, summands=("a", "n"))
CHOICE = other_question("c", QuestionType.CHOICE, choices=("x", "y"))
HIDDEN = level_question("h", when=within("a", "3"))
IN_AREA = level_question("w", "WB1")
KIND = CommuneKindIs(commune_kind=CommuneKind.DISTRICT)

REACHABLE = {
    "a level": within("a", "4"),
    "between two levels, both ends": within("a", "1", "1"),
    "unanswered or low": Not(negated=within("a", "0")),
    "a level but not its lower half": both(within("a", "0"), Not(negated=within("a", "0", "2"))),
    "a number between two whole ones": both(within("n", "1"), Not(negated=within("n", None, "9.5"))),
    "a number without bounds": within("o", "1000"),
    "a number without bounds, none of some": both(within("o"), Not(negated=within("o", "0"))),
    "a sum": within("s", "14"),
    "a hidden question": within("h", "4"),
    "an area's question": within("w", "1"),
    "one of two ways": AnyOf(any=(both(KIND, Not(negated=KIND)), within("a", "1"))),
    "an area and not another": both(AreaChosen(area="WB1"), Not(negated=AreaChosen(area="WB2"))),
    "neither kind": both(Not(negated=KIND), Not(negated=CommuneKindIs(commune_kind=CommuneKind.CITY))),
}
UNREACHABLE = {
    "above the scale": (within("a", "5"), "condition-out-of-range"),
    "below the scale": (within("a", None, "-1"), "condition-out-of-range"),
    "crossed bounds": (within("a", "3", "2"), "condition-out-of-range"),
    "above the maximum": (within("n", "10.5"), "condition-out-of-range"),
    "above any sum": (within("s", "15"), "condition-out-of-range"),
    "a choice": (within("c", "1"), "condition-no-value"),
    "high and low": (both(within("a", "3"), within("a", None, "2")), "condition-never"),
    "between two levels": (within("a", "1.2", "1.8"), "condition-never"),
    "a level and none of them": (both(within("a", "1"), Not(negated=within("a", "0"))), "condition-never"),
    "two kinds": (both(KIND, CommuneKindIs(commune_kind=CommuneKind.CITY)), "condition-never"),
    "no kind": (both(*(Not(negated=CommuneKindIs(commune_kind=kind)) for kind in CommuneKind)), "condition-never"),
    "an area and not": (both(AreaChosen(area="WB1"), Not(negated=AreaChosen(area="WB1"))), "condition-never"),
    "a hidden question and what hides it": (both(within("h", "1"), within("a", None, "2")), "condition-never"),
    "an area's question without the area": (
        both(within("w", "1"), Not(negated=AreaChosen(area="WB1"))),
        "condition-never",
    ),
    "not one of two": (Not(negated=AnyOf(any=(KIND, Not(negated=KIND)))), "condition-never"),
    "neither of two contradictions": (
        AnyOf(any=(both(KIND, Not(negated=KIND)), both(within("a", "3"), within("a", None, "1")))),
        "condition-never",
    ),
}


@pytest.mark.parametrize("condition", REACHABLE.values(), ids=REACHABLE.keys())
def test_what_can_hold_is_not_reported(condition: Condition) -> None:
    asked = level_question("x", when=condition)
    assert unreachable(A, NUMBER, OPEN, SUM, CHOICE, HIDDEN, IN_AREA, asked) == []


@pytest.mark.parametrize(("condition", "flaw"), UNREACHABLE.values(), ids=UNREACHABLE.keys())
def test_what_can_never_hold_is_reported(condition: Condition, flaw: str) -> None:
    asked = level_question("x", when=condition)
    assert unreachable(A, NUMBER, OPEN, SUM, CHOICE, HIDDEN, IN_AREA, asked) == [flaw]


def test_a_question_of_an_area_cannot_wait_for_the_area_not_to_be_chosen() -> None:
    asked = level_question("x", "WB1", when=Not(negated=AreaChosen(area="WB1")))
    assert unreachable(asked) == ["condition-never"]


def test_retired_questions_are_not_looked_at() -> None:
    assert unreachable(A, level_question("x", when=within("a", "5"), retired=True)) == []


def test_a_condition_of_very_many_alternatives_counts_as_reachable() -> None:
    either = AnyOf(any=(within("a", "1"), within("n", "2"), KIND))
    assert unreachable(A, NUMBER, level_question("x", when=both(*[either] * 12))) == []


# Compared with trying out

LEVELS = (None, 0, 1, 2, 3, 4)
BOUNDS = st.sampled_from(
    [(Decimal(low), None if high is None else Decimal(high)) for low in (0, 2, 4) for high in (None, low, 4)]
)
COMPARISONS = st.builds(
    lambda name, bounds: QuestionWithin(question=name, at_least=bounds[0], at_most=bounds[1]),
    st.sampled_from(["a", "b"]),
    BOUNDS,
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    COMPARISONS | st.just(AreaChosen(area="WB1")) | st.just(KIND),
    lambda inner: (
        st.builds(AllOf, all=st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, any=st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Not, negated=inner)
    ),
    max_leaves=5,
)


def situations(*questions: Question) -> Iterator[Evaluation]:
    for levels in product(LEVELS, repeat=2):
        answers = {
            name: Answer(state=AnswerState.ANSWERED, level=level)
            for name, level in zip("ab", levels, strict=True)
            if level is not None
        }
        for kind, areas in product((CommuneKind.DISTRICT, CommuneKind.CITY), ((), ("WB1",))):
            yield Evaluation(small_questionnaire(*questions), kind, answers, areas)


@given(CONDITIONS, st.none() | CONDITIONS.filter(lambda part: "'b'" not in repr(part)))
@settings(max_examples=150)
def test_it_agrees_with_trying_out_every_situation(condition: Condition, on_b: Condition | None) -> None:
    questions = (A, level_question("b", when=on_b), level_question("x", when=condition))
    possible = any(evaluation.is_visible("x") for evaluation in situations(*questions))
    is_reported = len(unreachable(*questions)) > len(unreachable(*questions[:2]))
    assert is_reported != possible
