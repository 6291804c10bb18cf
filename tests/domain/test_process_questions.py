"""What process sheets tell of the questionnaire of module 2."""

from __future__ import annotations

from dataclasses import replace

from advisor_app.content.packs import load_catalog
from advisor_app.domain.process import MediaBreak, ProcessStep
from advisor_app.domain.process_questions import (
    MEDIA_BREAKS,
    QUESTIONNAIRE,
    example_process,
    numbers_told,
)
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.resources_folder import resources_folder
from tests.example_process import dog_tax


def test_the_question_is_the_one_of_the_shipped_questionnaire() -> None:
    questionnaire = load_catalog([resources_folder() / "content"], late=True).questionnaires[QUESTIONNAIRE]
    question = next(item for item in questionnaire.questions if item.id == MEDIA_BREAKS)
    assert question.type is QuestionType.NUMBER
    assert not question.scores
    assert "Medienbrüche" in question.text


def test_the_first_chosen_process_with_a_flow_stands_for_all() -> None:
    sheet = dog_tax()
    empty = replace(sheet, id="a", number=1, chosen=True, as_is=())
    candidate = replace(sheet, id="b", number=2, chosen=False)
    chosen = replace(sheet, id="c", number=3, chosen=True)
    assert example_process([]) is None
    assert example_process([empty]) is None
    assert example_process([empty, candidate]) == candidate
    assert example_process([chosen, candidate, empty]) == chosen


def test_the_worked_example_has_four_breaks() -> None:
    assert numbers_told(QUESTIONNAIRE, [dog_tax()]) == {MEDIA_BREAKS: 4}
    assert numbers_told("m3", [dog_tax()]) == {}
    assert numbers_told(QUESTIONNAIRE, []) == {}


def test_steps_to_be_do_not_count() -> None:
    step = ProcessStep(id="x", media_break=MediaBreak.PRINT)
    sheet = replace(dog_tax(), as_is=(replace(step, media_break=None),), to_be=(step,))
    assert numbers_told(QUESTIONNAIRE, [sheet]) == {MEDIA_BREAKS: 0}
