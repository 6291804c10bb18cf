"""A form that goes out, is filled in by some program, and comes back says what was filled in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pikepdf import Name, Pdf

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.feedback import read_feedback
from advisor_app.domain.form import FieldDifference, ReturnedForm
from advisor_app.domain.words import Audience, Words
from advisor_app.exchange.returned_form.belonging import answers_of
from advisor_app.exchange.returned_form.reading import read_returned_form
from advisor_app.texts import load_texts
from tests.documents.samples import ISSUE, full_case
from tests.exchange.returned_form import filling
from tests.exchange.returned_form.forms import VALUES, WORDS, feedback, questionnaire, survey, survey_document

Fill = Callable[[bytes, filling.Values], bytes]
PROGRAMS: list[Fill] = [filling.by_pypdf, filling.by_pdfium, filling.like_acrobat, filling.like_preview]

# Filled in by pdf.js 6.5 once, and by whatever version is named (filling.pdfjs_folder) instead.
STORED = filling.HERE / "filled_by_pdfjs.pdf"


def read(data: bytes, folder: Path) -> ReturnedForm:
    file = folder / "zurück.pdf"
    file.write_bytes(data)
    return read_returned_form(file, load_texts("de"))


@pytest.mark.parametrize("fill", PROGRAMS, ids=lambda fill: fill.__name__)
def test_what_is_filled_in_comes_back(fill: Fill, tmp_path: Path) -> None:
    form = read(fill(survey(), VALUES), tmp_path)
    assert form.values == VALUES
    assert form.differences == ()
    assert form.identity == survey_document().form
    assert form.identity.is_issued_with(ISSUE.key)


def test_what_is_filled_in_with_firefox_comes_back(tmp_path: Path) -> None:
    folder = filling.pdfjs_folder()
    data = STORED.read_bytes() if folder is None else filling.by_pdfjs(survey(), VALUES, folder, tmp_path)
    form = read(data, tmp_path)
    assert form.values == VALUES
    assert form.differences == ()
    assert form.identity.is_issued_with(ISSUE.key)
    assert (form.identity.role, form.identity.number) == ("HA", ISSUE.number)


def test_copies_of_one_form_say_the_same_whatever_program_saved_them(tmp_path: Path) -> None:
    copies = [read(fill(survey(), VALUES), tmp_path) for fill in PROGRAMS]
    assert len({copy.content for copy in copies}) == 1
    assert len({copy.file for copy in copies}) == len(copies)
    other = read(filling.by_pypdf(survey(), {**VALUES, "q_4_1_1": "s4"}), tmp_path)
    assert other.content != copies[0].content


def test_a_form_that_nobody_touched_says_nothing(tmp_path: Path) -> None:
    form = read(survey(), tmp_path)
    assert form.values == {}
    assert form.identity.is_issued_with(ISSUE.key)


def test_a_box_that_is_ticked_counts_where_no_value_is_stored_and_is_told(tmp_path: Path) -> None:
    form = read(filling.by_ticking_alone(survey(), {"q_4_1_1": "s2"}), tmp_path)
    assert form.values == {"q_4_1_1": "s2"}
    assert form.differences == (FieldDifference(field="q_4_1_1", stored="", ticked="s2"),)


def test_a_stored_value_counts_more_than_another_box(tmp_path: Path) -> None:
    stored = filling.like_acrobat(survey(), {"q_4_1_1": "s1"})
    form = read(filling.by_ticking_alone(filling.changed(stored, untick), {"q_4_1_1": "s4"}), tmp_path)
    assert form.values == {"q_4_1_1": "s1"}
    assert form.differences == (FieldDifference(field="q_4_1_1", stored="s1", ticked="s4"),)


def untick(pdf: Pdf) -> None:
    for widget in filling.named(pdf, "q_4_1_1").Kids:
        widget.AS = Name.Off


def test_answers_are_those_of_the_role_with_notes_for_the_adviser_alone(tmp_path: Path) -> None:
    values = {**VALUES, "q_4_1_4": "na", "n_4_2_1": "ohne Antwort"}
    said = answers_of(read(filling.by_pypdf(survey(), values), tmp_path), questionnaire())
    assert said.unread == ()
    assert said.answers["4.1.1"] == Answer(
        state=AnswerState.ANSWERED, level=3, note=Words(WORDS, Audience.INTERNAL), role="HA"
    )
    assert said.answers["4.1.2"].state is AnswerState.UNKNOWN
    assert said.answers["4.1.4"].state is AnswerState.NOT_APPLICABLE
    assert said.answers["4.1.4"].reason
    assert said.answers["4.2.1"] == Answer(note=Words("ohne Antwort"), role="HA")
    assert set(said.answers) == {"4.1.1", "4.1.2", "4.1.4", "4.2.1"}


def test_a_value_that_is_no_answer_is_told_and_not_taken(tmp_path: Path) -> None:
    number = next(item for item in questionnaire().questions if item.type.value == "number")
    name = f"q_{number.id.replace('.', '_')}"
    said = answers_of(read(filling.by_pypdf(survey(), {name: "viele"}), tmp_path), questionnaire())
    assert [(item.question, item.value) for item in said.unread] == [(number.id, "viele")]
    assert said.answers == {}
    said = answers_of(read(filling.by_pdfium(survey(), {name: "1.234"}), tmp_path), questionnaire())
    assert said.answers[number.id].number == Decimal(1234)


@pytest.mark.parametrize("fill", PROGRAMS, ids=lambda fill: fill.__name__)
def test_feedback_comes_back_and_knows_the_case_alone(fill: Fill, tmp_path: Path) -> None:
    form = read(fill(feedback(), {"f_pace": "r4", "f_use": "r1", "t_better": "Mehr Pausen – bitte"}), tmp_path)
    said = read_feedback(form.values)
    assert said.ratings == {"pace": 4, "use": 1}
    assert said.words == {"better": "Mehr Pausen – bitte"}
    assert (form.identity.case, form.identity.role, form.identity.questionnaire) == (full_case().id, "", "")
