"""Answers as CSV, by the contract of the commands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.words import Audience, Words
from advisor_app.exchange.answers_csv import AnswerRow, read_answers, write_answers
from tests.builders import example_questionnaire
from tests.exchange.refusals import EXAMPLE, TEXTS, line_of_refusal, refused

QUESTIONNAIRE = example_questionnaire()
ROLES = ("BM", "HA", "DB", "IT")
HEAD = "question,level,state,reason,note,role\n"


def read(text: str, encoding: str = "utf-8") -> tuple[AnswerRow, ...]:
    return read_answers(text.encode(encoding), "antworten.csv", QUESTIONNAIRE, ROLES, TEXTS)


def answers_of(text: str, before: dict[str, Answer] | None = None) -> dict[str, Answer | None]:
    return {row.question: row.applied((before or {}).get(row.question)) for row in read(text)}


def test_every_kind_of_row_is_understood() -> None:
    found = answers_of(
        HEAD
        + "4.1.1,3,,,Beschluss vom Mai,BM\n"
        + "4.1.2,,unknown,,,\n"
        + "4.1.4,,n/a,liegt beim Verband,,\n"
        + "4.1.3,,unanswered,,,\n"
        + "4.2.2,,,,,\n"
    )
    assert found == {
        "4.1.1": Answer(state=AnswerState.ANSWERED, level=3, note=Words("Beschluss vom Mai"), role="BM"),
        "4.1.2": Answer(state=AnswerState.UNKNOWN),
        "4.1.4": Answer(state=AnswerState.NOT_APPLICABLE, reason=Words("liegt beim Verband")),
        "4.1.3": None,
        "4.2.2": None,
    }


def test_any_order_of_columns_with_only_the_required_ones() -> None:
    assert answers_of("level;question\n0;4.1.1\n4;4.1.2\n") == {
        "4.1.1": Answer(state=AnswerState.ANSWERED, level=0),
        "4.1.2": Answer(state=AnswerState.ANSWERED, level=4),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_notes_keep_their_umlauts(encoding: str) -> None:
    (row,) = read(HEAD + "4.1.1,1,,,Größe „ß“,\n", encoding)
    assert row.note == "Größe „ß“"


BEFORE = {
    "4.1.1": Answer(
        state=AnswerState.ANSWERED, level=2, note=Words("alt", Audience.REPORT), reason=Words("Mehrheit"), role="HA"
    )
}


@pytest.mark.parametrize(
    ("row", "after"),
    [
        # empty cells keep what stood there; the reason belongs to the answer it was given for
        ("4.1.1,2,,,,", BEFORE["4.1.1"]),
        ("4.1.1,,,,,", BEFORE["4.1.1"]),
        ("4.1.1,2,,,alt,HA", BEFORE["4.1.1"]),
        (
            "4.1.1,3,,,,",
            Answer(
                state=AnswerState.ANSWERED,
                level=3,
                note=Words("alt", Audience.REPORT),
                reason=Words("Mehrheit"),
                role="HA",
            ),
        ),
        ("4.1.1,,unknown,,neu,DB", Answer(state=AnswerState.UNKNOWN, note=Words("neu"), role="DB")),
        ("4.1.1,,unanswered,,,", None),
        ("4.1.1,,unanswered,,offen geblieben,", Answer(note=Words("offen geblieben"))),
        (
            "4.1.1,,,,neu,",
            Answer(state=AnswerState.ANSWERED, level=2, note=Words("neu"), reason=Words("Mehrheit"), role="HA"),
        ),
    ],
)
def test_rows_change_what_they_name_and_keep_the_rest(row: str, after: Answer | None) -> None:
    assert answers_of(HEAD + row + "\n", BEFORE) == {"4.1.1": after}


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("4.9.9,2,,,,", "„4.9.9“ gibt es"),
        (",2,,,,", "„“ gibt es"),
        ("4.1.1,7,,,,", "„7“"),
        ("4.1.1,-1,,,,", "„-1“"),
        ("4.1.1,2.0,,,,", "„2.0“"),
        ("4.1.1,٣,,,,", "keine Stufe"),
        ("4.1.1,zwei,,,,", "„zwei“"),
        ("4.1.1,2,unknown,,,", "zugleich"),
        ("4.1.1,,erledigt,,,", "„erledigt“"),
        ("4.1.4,,not-applicable,,,", "fehlt der Grund"),
        ("4.1.1,,not-applicable,gibt es nicht,,", "trifft immer zu"),
        ("4.1.1,2,,,,Chef", "„Chef“"),
        ("4.1.5,2,,,,", "hat keine Stufen"),
        ("4.5.7,,unknown,,,", "wird berechnet"),
        ("4.1.2,3,,,,", "schon in Zeile 2"),
        ("4.1.1", "1 statt 6"),
    ],
)
def test_a_row_that_does_not_fit_refuses_the_whole_file(row: str, word: str) -> None:
    refusal = refused(lambda: read(HEAD + "4.1.2,1,,,,\n\n" + row + "\n"))
    assert (refusal.file, refusal.line) == ("antworten.csv", 4)
    assert word in refusal.reason


@pytest.mark.parametrize("head", ["question,stufe\n", "question\n", "level\n", "question,level,level\n"])
def test_a_head_that_does_not_fit_refuses_the_file(head: str) -> None:
    assert refused(lambda: read(head)).line == 1


def test_retired_questions_are_unknown() -> None:
    (first, *others) = QUESTIONNAIRE.dimensions
    (question, *rest) = first.questions
    retired = replace(first, questions=(replace(question, retired=True), *rest))
    questionnaire = replace(QUESTIONNAIRE, dimensions=(retired, *others))
    data = f"question,level\n{question.id},2\n".encode()
    assert "gibt es" in refused(lambda: read_answers(data, "f", questionnaire, ROLES, TEXTS)).reason


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=15).filter(
    lambda text: not text or bool(text.strip())
)
levels = st.integers(0, 4).map(lambda level: (AnswerState.ANSWERED, level, ""))
states = st.sampled_from([(AnswerState.UNKNOWN, None, ""), (AnswerState.UNANSWERED, None, "")])
reasoned = words.filter(bool).map(lambda reason: (AnswerState.NOT_APPLICABLE, None, reason))


@given(st.one_of(levels, states, reasoned), words, st.sampled_from([None, *ROLES]))
def test_what_is_written_is_read(value: tuple[AnswerState, int | None, str], note: str, role: str | None) -> None:
    state, level, reason = value
    answer = Answer(state=state, level=level, reason=Words(reason), note=Words(note), role=role)
    data = write_answers([("4.1.4", answer)])
    (row,) = read_answers(data, "f.csv", QUESTIONNAIRE, ROLES, TEXTS)
    assert (row.applied(None) or Answer()) == answer


def test_words_keep_their_ends_and_their_audience() -> None:
    before = Answer(
        state=AnswerState.NOT_APPLICABLE,
        reason=Words(" kein Kataster\n", Audience.REPORT),
        note=Words("Rückfrage bei der IT\n\n", Audience.MINUTES),
    )
    (row,) = read_answers(write_answers([("4.1.4", before)]), "f.csv", QUESTIONNAIRE, ROLES, TEXTS)
    assert row.applied(before) == before


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert line_of_refusal(lambda: read_answers(data, "f.csv", QUESTIONNAIRE, ROLES, TEXTS)) >= 1


def test_a_file_that_is_cut_in_a_line_is_refused() -> None:
    whole = (EXAMPLE / "answers.csv").read_bytes()
    cut = whole[: whole.index(b"4.2.3,1") + 5]
    assert "1 statt 6" in refused(lambda: read_answers(cut, "f", QUESTIONNAIRE, (*ROLES, "FA", "K"), TEXTS)).reason
