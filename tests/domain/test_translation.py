"""A stored questionnaire in another language: word by word where it is still what the translation was written for."""

from dataclasses import replace

import pytest

from advisor_app.content.definition import canonical_json
from advisor_app.content.packs import load_catalog
from advisor_app.domain.questionnaire import Question, Questionnaire
from advisor_app.domain.translation import in_words_of
from advisor_app.resources_folder import resources_folder
from advisor_app.texts import load_texts

ENGLISH = load_catalog([resources_folder() / "content"], load_texts("en"))
ORIGINAL, TRANSLATION = ENGLISH.questionnaires["m4"], ENGLISH.translations["m4"]


def question(questionnaire: Questionnaire, name: str) -> Question:
    return next(item for item in questionnaire.questions if item.id == name)


def with_question(questionnaire: Questionnaire, changed: Question) -> Questionnaire:
    dimensions = tuple(
        replace(
            dimension,
            questions=tuple(changed if item.id == changed.id else item for item in dimension.questions),
        )
        for dimension in questionnaire.dimensions
    )
    return replace(questionnaire, dimensions=dimensions)


def test_what_was_asked_is_shown_in_translated_words() -> None:
    shown = in_words_of(ORIGINAL, ORIGINAL, TRANSLATION)
    assert shown.phases == TRANSLATION.phases
    assert shown.scale == TRANSLATION.scale
    assert [item.title for item in shown.dimensions] == [item.title for item in TRANSLATION.dimensions]
    for before, after, there in zip(ORIGINAL.questions, shown.questions, TRANSLATION.questions, strict=True):
        assert (after.text, after.anchors, after.variants) == (there.text, there.anchors, there.variants)
        assert after.choices == before.choices
        assert (after.weight, after.when, after.roles) == (before.weight, before.when, before.roles)


def test_an_answer_keeps_the_german_choice() -> None:
    shown = question(in_words_of(ORIGINAL, ORIGINAL, TRANSLATION), "4.4.5")
    assert shown.choices[0] == "Versammlung oder Workshop vor Ort"
    assert shown.shown_choices[0] == "Meeting or workshop on site"
    assert question(ORIGINAL, "4.4.5").shown_choices == shown.choices


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Wie weit ist die Strategie?"},
        {"hint": ""},
        {"anchors": ("a", "b", "c", "d", "e")},
        {"variants": ()},
        {"not_applicable": "Nie."},
    ],
)
def test_a_question_that_was_changed_stays_german(change: dict[str, object]) -> None:
    before = replace(question(ORIGINAL, "4.1.1"), **change)  # type: ignore[arg-type]  # fields by name
    shown = in_words_of(with_question(ORIGINAL, before), ORIGINAL, TRANSLATION)
    assert question(shown, "4.1.1") == before
    assert question(shown, "4.1.2").text == question(TRANSLATION, "4.1.2").text


def test_figures_are_those_that_were_stored() -> None:
    before = replace(question(ORIGINAL, "4.1.1"), weight=1, blocking=True)
    shown = question(in_words_of(with_question(ORIGINAL, before), ORIGINAL, TRANSLATION), "4.1.1")
    assert (shown.weight, shown.blocking) == (1, True)
    assert shown.text == question(TRANSLATION, "4.1.1").text


def test_phases_dimensions_and_scale_are_compared_each_for_itself() -> None:
    phases = (replace(ORIGINAL.phases[0], text="Es beginnt."), *ORIGINAL.phases[1:])
    dimensions = (replace(ORIGINAL.dimensions[0], title="Politik"), *ORIGINAL.dimensions[1:])
    scale = replace(ORIGINAL.scale, levels=ORIGINAL.scale.levels[:-1])
    kept = replace(ORIGINAL, title="Kommune", phases=phases, dimensions=dimensions, scale=scale)
    shown = in_words_of(kept, ORIGINAL, TRANSLATION)
    assert shown.phases == (phases[0], *TRANSLATION.phases[1:])
    assert [item.title for item in shown.dimensions] == [
        "Politik",
        *(item.title for item in TRANSLATION.dimensions[1:]),
    ]
    assert shown.scale == scale
    assert shown.title == "Kommune"


def test_a_question_that_the_packs_no_longer_have_stays_as_it_was_asked() -> None:
    fewer = replace(ORIGINAL, dimensions=ORIGINAL.dimensions[1:])
    translated = replace(TRANSLATION, dimensions=TRANSLATION.dimensions[1:])
    shown = in_words_of(ORIGINAL, fewer, translated)
    assert shown.dimensions[0] == ORIGINAL.dimensions[0]
    assert shown.dimensions[1].title == TRANSLATION.dimensions[1].title


def test_words_that_are_shown_add_nothing_to_what_is_stored() -> None:
    assert "choice_words" not in canonical_json(ORIGINAL)
