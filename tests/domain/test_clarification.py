"""The Klärungsliste: what is on it and why, in which order, and what can be confirmed instead."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.answering import with_level
from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, Statement
from advisor_app.domain.clarification import Clarification, ClarificationList, Concern, Said
from advisor_app.domain.clarification_list import MOST_CHOSEN, clarification_list
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.poll import LEVELS, RoleVote, doubts, votes_of
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.domain.words import Words
from tests.builders import EXAMPLE_LEVELS, answered, example_questionnaire

QUESTIONNAIRE = example_questionnaire()
SCORING = [question.id for question in QUESTIONNAIRE.questions if question.id in EXAMPLE_LEVELS]
NO_HAND = Clarification(id="a1")
ROLES = ("BM", "IT", "OA")


def said_by(**levels: int | None) -> Said:
    """What roles said; None: they do not know. Where those who know agree, the house has agreed."""
    statements = tuple(
        Statement(role=role, state=AnswerState.UNKNOWN)
        if level is None
        else Statement(role=role, state=AnswerState.ANSWERED, level=level)
        for role, level in sorted(levels.items())
    )
    known = [level for level in levels.values() if level is not None]
    agreed = with_level(UNANSWERED, known[0]) if len(set(known)) == 1 else UNANSWERED
    return Said(statements=statements, agreed=agreed)


def found(
    said: Mapping[str, Said],
    answers: Mapping[str, Answer] | None = None,
    hand: Clarification = NO_HAND,
    polled: tuple[str, ...] = (),
) -> ClarificationList:
    own = answers or {}
    expected = {**{name: one.agreed for name, one in said.items() if one.agreed != UNANSWERED}, **own}
    return clarification_list(Evaluation(QUESTIONNAIRE, CommuneKind.MUNICIPALITY, expected), said, own, hand, polled)


def everybody(levels: Mapping[str, int] = EXAMPLE_LEVELS) -> dict[str, Said]:
    """Two roles that agree on everything."""
    return {name: said_by(BM=level, IT=level) for name, level in levels.items()}


def names(found_list: ClarificationList) -> list[str]:
    return [item.question.id for item in found_list.items]


def concerns(found_list: ClarificationList, name: str) -> list[Concern]:
    return [reason.concern for item in found_list.items if item.question.id == name for reason in item.reasons]


SURVEYS = st.dictionaries(
    st.sampled_from(SCORING),
    st.dictionaries(st.sampled_from(ROLES), st.integers(0, 4) | st.none(), min_size=1).map(
        lambda levels: said_by(**levels)
    ),
)
HANDS = st.builds(
    Clarification,
    id=st.just("a1"),
    pinned_questions=st.lists(st.sampled_from(SCORING), unique=True, max_size=13).map(tuple),
    question_order=st.lists(st.sampled_from(SCORING), unique=True, max_size=5).map(tuple),
)


@settings(max_examples=40)
@given(said=SURVEYS, hand=HANDS)
def test_nothing_about_which_roles_disagree_is_confirmed_and_nothing_is_forgotten(
    said: dict[str, Said], hand: Clarification
) -> None:
    made = found(said, hand=hand)
    listed, confirmed = names(made), [one.question.id for one in made.confirmable]
    assert len(set(listed)) == len(listed) <= MOST_CHOSEN
    pinned = set(hand.pinned_questions) & set(listed)
    assert len(pinned) == min(MOST_CHOSEN, len(hand.pinned_questions))
    assert not set(listed) & set(confirmed)
    for one in made.confirmable:
        given_levels = {item.level for item in said[one.question.id].telling}
        assert given_levels == {one.answer.level}
        assert set(one.roles) == {item.role for item in said[one.question.id].telling}
    assert {*listed, *confirmed, *made.left_open, *made.confidential} >= set(SCORING)
    assert all(item.reasons and item.minutes > 0 for item in made.items)
    assert made.minutes == sum(item.minutes for item in made.items)


@settings(max_examples=25)
@given(said=SURVEYS, hand=HANDS)
def test_the_list_is_the_same_every_time_and_leaves_the_evaluation_as_it_was(
    said: dict[str, Said], hand: Clarification
) -> None:
    assert found(said, hand=hand) == found(dict(reversed(said.items())), hand=hand)
    evaluation = Evaluation(QUESTIONNAIRE, CommuneKind.MUNICIPALITY, answered(EXAMPLE_LEVELS))
    before = evaluation.result()
    clarification_list(evaluation, said, {}, hand)
    assert evaluation.result() == before


@settings(max_examples=25)
@given(said=SURVEYS)
def test_a_disputed_question_is_on_the_list_before_all_others(said: dict[str, Said]) -> None:
    made = found(said)
    disputed = [
        name
        for name, one in said.items()
        if doubts(votes_of(vote.level for vote in one.votes), [RoleVote(role=v.role, level=v.level) for v in one.votes])
    ]
    first = names(made)[: len(disputed)]
    assert set(first) == set(disputed) if len(disputed) <= MOST_CHOSEN else set(first) <= set(disputed)


@settings(max_examples=25)
@given(levels=st.fixed_dictionaries({name: st.integers(0, 4) for name in SCORING}), name=st.sampled_from(SCORING))
def test_a_question_decides_a_phase_exactly_when_its_levels_lead_to_different_ones(
    levels: dict[str, int], name: str
) -> None:
    said = everybody(levels)
    said[name] = said_by(BM=None)
    made = found(said, hand=replace(NO_HAND, pinned_questions=(name,)))
    phases = set()
    for level in LEVELS:
        evaluation = Evaluation(QUESTIONNAIRE, CommuneKind.MUNICIPALITY, answered({**levels, name: level}))
        phase = evaluation.result().phase
        assert phase is not None
        phases.add(phase.number)
    assert (Concern.PHASE in concerns(made, name)) == (len(phases) > 1)


def test_where_all_roles_agree_there_is_nothing_to_clarify() -> None:
    made = found(everybody())
    assert (names(made), made.left_open, made.has_survey) == ([], (), True)
    assert [one.question.id for one in made.confirmable] == SCORING
    assert made.confirmable[0].roles == ("BM", "IT")


def test_reasons_come_in_the_order_of_urgency_with_their_minutes() -> None:
    said = everybody()
    said["4.1.4"] = said_by(BM=0, IT=4)
    said["4.2.1"] = said_by(BM=None)  # blocking and unknown
    said["4.2.3"] = said_by(BM=1, IT=2)
    del said["4.4.1"]
    made = found(said)
    assert names(made)[:2] == ["4.1.4", "4.2.1"]
    assert concerns(made, "4.1.4")[0] is Concern.DISPUTED
    assert {Concern.BLOCKING, Concern.UNKNOWN} <= set(concerns(made, "4.2.1"))
    assert Concern.DIFFERENT in concerns(made, "4.2.3")
    minutes = {item.question.id: item.minutes for item in made.items}
    assert (minutes["4.1.4"], minutes["4.2.1"]) == (8, 4)


def test_whether_a_task_exists_can_be_disputed() -> None:
    said = everybody()
    no_task = Statement(role="IT", state=AnswerState.NOT_APPLICABLE)
    said["4.1.4"] = Said(statements=(*said_by(BM=2).statements, no_task))
    made = found(said)
    assert names(made)[0] == "4.1.4"
    assert made.items[0].reasons[0].doubts == ()


def test_what_was_polled_or_disputed_stays_on_the_list_once_it_is_answered() -> None:
    said = everybody()
    said["4.1.4"] = said_by(BM=0, IT=4)
    del said["4.2.1"]
    settled = answered({"4.1.4": 2, "4.2.1": 1})
    made = found(said, settled)
    assert [(item.question.id, item.is_settled) for item in made.items] == [("4.1.4", True)]
    assert (made.settled, made.minutes_left) == (1, 0)
    again = found(said, settled, polled=("4.2.1",))
    assert names(again) == ["4.1.4", "4.2.1"]


def test_an_answer_that_differs_from_what_a_tool_tells_is_listed_until_it_is_the_same() -> None:
    asked = replace(QUESTIONNAIRE.dimensions[0].questions[0], id="4.1.99", type=QuestionType.NUMBER, blocking=False)
    first = replace(QUESTIONNAIRE.dimensions[0], questions=(*QUESTIONNAIRE.dimensions[0].questions, asked))
    questionnaire = replace(QUESTIONNAIRE, dimensions=(first, *QUESTIONNAIRE.dimensions[1:]))
    told = {**everybody(), asked.id: Said(measured=Decimal(4))}

    def listed(number: int | None) -> list[Concern]:
        own = {} if number is None else {asked.id: Answer(state=AnswerState.ANSWERED, number=Decimal(number))}
        expected = {**{name: one.agreed for name, one in told.items() if one.agreed != UNANSWERED}, **own}
        evaluation = Evaluation(questionnaire, CommuneKind.MUNICIPALITY, expected)
        return concerns(clarification_list(evaluation, told, own, NO_HAND), asked.id)

    assert [listed(number) for number in (None, 3, 4)] == [[], [Concern.MEASURED], []]


def test_what_a_tool_tells_is_no_answer() -> None:
    alone = {"4.2.1": Said(measured=Decimal(1))}
    assert Concern.MEASURED not in concerns(found(alone), "4.2.1")
    assert not found(alone).has_survey


def test_without_a_survey_there_are_blocking_and_decisive_questions() -> None:
    made = found({})
    assert not made.has_survey
    assert made.confirmable == ()
    assert set(names(made)) >= {"4.2.1", "4.3.3"}
    for item in made.items:
        assert {reason.concern for reason in item.reasons} <= {Concern.BLOCKING, Concern.PHASE}


def test_the_adviser_pins_removes_and_orders() -> None:
    said = everybody()
    said["4.1.4"] = said_by(BM=0, IT=4)
    said["4.1.3"] = said_by(BM=0, IT=2)
    hand = replace(
        NO_HAND, pinned_questions=("4.4.2",), removed_questions=("4.1.4",), question_order=("4.4.2", "4.1.3")
    )
    made = found(said, hand=hand)
    assert names(made) == ["4.4.2", "4.1.3"]
    assert made.removed == ("4.1.4",)
    assert concerns(made, "4.4.2") == [Concern.WANTED]
    assert "4.1.4" not in [one.question.id for one in made.confirmable]
    assert made.left_open == ("4.1.4",)


def test_a_note_of_the_assessment_stays_with_what_is_confirmed() -> None:
    noted = {"4.1.1": replace(UNANSWERED, note=Words("Beschluss im Mai"))}
    made = found(everybody(), noted)
    first = next(one for one in made.confirmable if one.question.id == "4.1.1")
    assert (first.answer.level, first.answer.note.text) == (2, "Beschluss im Mai")
