"""The feedback form: tied to the case, and to nobody."""

from __future__ import annotations

from advisor_app.documents.form import fields_of
from advisor_app.documents.form_blocks import ChoiceField
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.feedback import RATINGS, WORDS, rating_field, words_field
from tests.documents.reading import squeezed, story
from tests.documents.samples import ISSUE, full_case, given

FORM = find_kind("feedback-form")


def test_it_asks_for_six_ratings_and_two_answers_in_words() -> None:
    document = FORM.make(given(full_case()))
    expected = (*map(rating_field, RATINGS), *map(words_field, WORDS))
    assert tuple(fields_of(document.blocks)) == expected


def test_ratings_run_from_one_to_five_with_words_at_both_ends() -> None:
    document = FORM.make(given(full_case()))
    choices = [
        item for block in document.blocks for item in getattr(block, "blocks", ()) if isinstance(item, ChoiceField)
    ]
    assert len(choices) == len(RATINGS)
    for choice in choices:
        assert choice.row
        assert [(option.mark, option.text) for option in choice.options] == [
            ("1", "gar nicht"),
            *((str(mark), "") for mark in (2, 3, 4)),
            ("5", "voll und ganz"),
        ]
    assert choices[0].words == "Die Beratung war gut organisiert. Zustimmung von 1 bis 5"


def test_its_identity_names_the_case_and_nobody() -> None:
    case = full_case()
    form = FORM.make(given(case)).form
    assert form is not None
    assert (form.case, form.number, form.role, form.questionnaire) == (case.id, ISSUE.number, "", "")
    assert form.is_issued_with(ISSUE.key)


def test_it_says_how_it_is_used_and_what_is_assumed() -> None:
    said = " ".join(story(FORM.make(given(full_case())), aloud=True))
    assert squeezed("fragt nicht, wer Sie sind") in said
    assert squeezed("erst ab fünf Bögen") in said
    assert squeezed("eigene Annahme") in said
