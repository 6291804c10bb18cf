"""What the fields of a returned form mean to each type of question."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import UNANSWERED, Answer, AnswerState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import FieldType
from advisor_app.domain.questionnaire import Question, QuestionType
from advisor_app.domain.words import Words
from advisor_app.questions import KINDS, kind_of
from advisor_app.questions.form import form_field
from advisor_app.questions.number.kind import parse_number
from advisor_app.texts import load_texts

TEXTS = load_texts("de")
LEVEL = Question(
    id="4.1.1", dimension="4.1", type=QuestionType.LEVEL, text="Wie?", short="Wie", anchors=("a", "b", "c", "d", "e")
)
NUMBER = replace(LEVEL, type=QuestionType.NUMBER, unit="Stellen", minimum=Decimal(0), maximum=Decimal(2000))
TEXT = replace(LEVEL, type=QuestionType.TEXT)
CHOICE = replace(LEVEL, type=QuestionType.CHOICE, choices=("Papier", "Portal"), choice_words=("Paper", "Portal"))
NOT_FOR_ALL = "keine Schule in Trägerschaft"


def read(question: Question, value: str) -> Answer:
    return kind_of(question).read(question, value)


def refused(question: Question, value: str) -> bool:
    try:
        read(question, value)
    except AdvisorError as error:
        return error.problem is Problem.BAD_VALUE and error.details["name"] == "4.1.1"
    return False


@pytest.mark.parametrize("question", [LEVEL, CHOICE, replace(LEVEL, not_applicable=NOT_FOR_ALL)])
def test_every_option_of_a_form_is_read_as_an_answer_that_the_question_takes(question: Question) -> None:
    printed = kind_of(question).printed(question, TEXTS)
    field = form_field(question, printed)
    assert field.type is FieldType.CHOICE
    assert field.options == tuple(option.value for option in printed.options)
    answers = [read(question, value) for value in field.options]
    for answer in answers:
        kind_of(question).check(question, answer)
    assert len(set(answers)) == len(answers)


def test_levels_by_their_names() -> None:
    options = kind_of(LEVEL).printed(LEVEL, TEXTS).options
    assert [option.value for option in options] == ["s0", "s1", "s2", "s3", "s4", "unk"]
    assert read(LEVEL, "s3") == Answer(state=AnswerState.ANSWERED, level=3)
    assert read(LEVEL, "unk") == Answer(state=AnswerState.UNKNOWN)


def test_what_does_not_apply_has_the_reason_of_the_question() -> None:
    assert refused(LEVEL, "na")
    question = replace(LEVEL, not_applicable=NOT_FOR_ALL)
    assert read(question, "na") == Answer(state=AnswerState.NOT_APPLICABLE, reason=Words(NOT_FOR_ALL))


def test_a_choice_is_kept_by_its_own_words_whatever_language_it_was_shown_in() -> None:
    assert read(CHOICE, "c0").text == "Papier"


@pytest.mark.parametrize("value", ["s5", "s-1", "S3", "3", "c2", "c", "", "Off", "ja"])
@pytest.mark.parametrize("question", [LEVEL, CHOICE])
def test_other_options_are_refused(question: Question, value: str) -> None:
    assert refused(question, value)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("12", 12),
        (" 12 Stellen ", 12),
        ("1.234", 1234),
        ("1.234,5", "1234.5"),
        ("3,5", "3.5"),
        ("3.5", "3.5"),
        ("0", 0),
    ],
)
def test_numbers_as_people_write_them(value: str, number: int | str) -> None:
    assert read(NUMBER, value) == Answer(state=AnswerState.ANSWERED, number=Decimal(number))


@pytest.mark.parametrize("value", ["zwölf", "1,2,3", "12 kg", "1e3", "NaN", "٣", "-1", "2001", "9" * 40, "ca. 12"])
def test_what_is_no_number_or_out_of_bounds_is_refused(value: str) -> None:
    assert refused(NUMBER, value)


@pytest.mark.parametrize("question", [NUMBER, TEXT])
def test_blank_fields_are_no_answer(question: Question) -> None:
    assert form_field(question, kind_of(question).printed(question, TEXTS)).type is FieldType.TEXT
    assert read(question, "  \n") == UNANSWERED


def test_words_are_taken_as_they_are() -> None:
    assert read(TEXT, " Łódź – „ja“\n").text == "Łódź – „ja“"


@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False))
def test_a_number_is_read_as_it_is_written(number: Decimal) -> None:
    assert parse_number(f"{number:,}".translate(str.maketrans(",.", ".,"))) == number
    assert parse_number(format(number, "f").replace(".", ",")) == number


@given(st.text(max_size=60))
def test_no_value_breaks_the_reading(value: str) -> None:
    for question in (LEVEL, NUMBER, TEXT, CHOICE):
        if not refused(question, value):
            kind_of(question).check(question, read(question, value))


def test_nobody_is_asked_what_is_calculated() -> None:
    assert refused(replace(LEVEL, type=QuestionType.CALCULATION), "5")
    assert set(KINDS) == set(QuestionType)


@pytest.mark.parametrize("question", [LEVEL, CHOICE, replace(LEVEL, not_applicable=NOT_FOR_ALL)])
def test_an_option_is_filled_in_as_it_was_read(question: Question) -> None:
    for option in kind_of(question).printed(question, TEXTS).options:
        assert kind_of(question).filled(question, read(question, option.value)) == option.value


@given(st.integers(0, 2_000_000).map(lambda thousandths: Decimal(thousandths) / 1000))
def test_a_figure_is_filled_in_as_it_was_read(number: Decimal) -> None:
    answer = Answer(state=AnswerState.ANSWERED, number=number)
    assert read(NUMBER, kind_of(NUMBER).filled(NUMBER, answer)) == answer


@given(st.text(max_size=60).map(str.strip).filter(bool))
def test_words_are_filled_in_as_they_were_read(words: str) -> None:
    answer = Answer(state=AnswerState.ANSWERED, text=words)
    assert read(TEXT, kind_of(TEXT).filled(TEXT, answer)) == answer


@pytest.mark.parametrize("question", [LEVEL, CHOICE, NUMBER, TEXT, replace(LEVEL, type=QuestionType.CALCULATION)])
def test_a_field_stays_empty_where_nothing_is_answered(question: Question) -> None:
    assert kind_of(question).filled(question, UNANSWERED) == ""
