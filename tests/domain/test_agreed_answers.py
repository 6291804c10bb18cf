"""What a house agrees on before the workshop, for every set of statements."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agreed_answers import agreed_answer, says_the_same, settled_answer
from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState, Statement
from advisor_app.domain.questionnaire import Question, QuestionType
from advisor_app.domain.words import Words

QUESTION = Question(
    id="4.5.1", dimension="4.5", type=QuestionType.LEVEL, text="?", short="?", not_applicable="Die Aufgabe fehlt."
)
ROLES = ("BM", "HAL", "IT", "FIN")


def level(role: str, number: int, note: str = "") -> Statement:
    return Statement(role=role, state=AnswerState.ANSWERED, level=number, note=Words(note))


def unknown(role: str) -> Statement:
    return Statement(role=role, state=AnswerState.UNKNOWN)


VOICES = st.one_of(
    st.builds(level, st.just(""), st.integers(0, 4), st.sampled_from(["", "so"])),
    st.builds(unknown, st.just("")),
    st.just(Statement(role="", state=AnswerState.NOT_APPLICABLE)),
    st.just(Statement(role="", state=AnswerState.UNANSWERED, note=Words("nur angemerkt"))),
)
HOUSES = st.lists(VOICES, max_size=len(ROLES)).map(
    lambda voices: [replace(voice, role=role) for voice, role in zip(voices, ROLES, strict=False)]
)
CURRENT = st.one_of(
    st.just(UNANSWERED),
    st.builds(Answer, state=st.just(AnswerState.ANSWERED), level=st.integers(0, 4), note=st.just(Words("Gruppe"))),
    st.just(Answer(state=AnswerState.UNKNOWN)),
)


@given(HOUSES)
def test_an_agreed_answer_is_what_everybody_who_answered_says(house: list[Statement]) -> None:
    agreed = agreed_answer(QUESTION, house)
    told = [voice for voice in house if voice.state in {AnswerState.ANSWERED, AnswerState.NOT_APPLICABLE}]
    values = {(voice.state, voice.level) for voice in told}
    if len(values) == 1:
        assert (agreed.state, agreed.level) == values.pop()
    elif told:
        assert agreed == UNANSWERED
    else:
        asked = any(voice.state is AnswerState.UNKNOWN for voice in house)
        assert agreed.state is (AnswerState.UNKNOWN if asked else AnswerState.UNANSWERED)


@given(HOUSES)
def test_the_order_of_the_roles_does_not_matter(house: list[Statement]) -> None:
    assert agreed_answer(QUESTION, house) == agreed_answer(QUESTION, house[::-1])


@given(HOUSES)
def test_levels_are_never_averaged(house: list[Statement]) -> None:
    agreed = agreed_answer(QUESTION, house)
    assert agreed.level is None or agreed.level in {voice.level for voice in house}


@given(CURRENT, HOUSES, HOUSES)
def test_what_was_set_by_hand_stays(current: Answer, before: list[Statement], after: list[Statement]) -> None:
    settled = settled_answer(QUESTION, current, before, after)
    if says_the_same(current, agreed_answer(QUESTION, before)):
        assert says_the_same(settled, agreed_answer(QUESTION, after))
    else:
        assert settled == current
    assert settled.note == current.note


@given(CURRENT, HOUSES)
def test_saying_the_same_again_changes_nothing(current: Answer, house: list[Statement]) -> None:
    assert settled_answer(QUESTION, current, house, house) == current


@given(HOUSES, HOUSES)
def test_bringing_answers_one_after_the_other_ends_where_bringing_them_at_once_does(
    first: list[Statement], second: list[Statement]
) -> None:
    both = list({voice.role: voice for voice in (*first, *second)}.values())
    step = settled_answer(QUESTION, UNANSWERED, (), first)
    assert says_the_same(settled_answer(QUESTION, step, first, both), settled_answer(QUESTION, UNANSWERED, (), both))


def test_the_role_is_named_where_only_one_answered() -> None:
    assert agreed_answer(QUESTION, [level("BM", 2), unknown("IT")]).role == "BM"
    assert agreed_answer(QUESTION, [level("BM", 2), level("IT", 2)]).role is None


def test_what_does_not_apply_has_the_reason_of_the_question() -> None:
    agreed = agreed_answer(QUESTION, [Statement(role="IT", state=AnswerState.NOT_APPLICABLE)])
    assert agreed.reason.text == "Die Aufgabe fehlt."


@pytest.mark.parametrize(("one", "other", "same"), [("vier Ämter", " vier  Ämter ", True), ("drei", "vier", False)])
def test_texts_agree_where_their_words_do(one: str, other: str, same: bool) -> None:  # noqa: FBT001  # a parameter
    question = replace(QUESTION, type=QuestionType.TEXT)
    said = [Statement(role=role, state=AnswerState.ANSWERED, text=text) for role, text in (("BM", one), ("IT", other))]
    assert bool(agreed_answer(question, said).text) is same
