"""What the program has to know of each question type, and where it looks for it."""

from importlib import import_module
from pathlib import Path

import pytest

from advisor_app import questions
from advisor_app.domain.questionnaire import QuestionType
from advisor_app.questions import KINDS
from advisor_app.questions.editing import AnswerEditor
from advisor_app.texts import load_texts

TYPES = list(QuestionType)


def test_each_folder_is_a_type_and_each_type_a_folder() -> None:
    folders = {file.parent.name for file in Path(questions.__file__).parent.glob("*/kind.py")}
    assert folders == {kind.value for kind in QuestionType} == {kind.value for kind in KINDS}


@pytest.mark.parametrize("kind", TYPES)
def test_each_type_has_its_editor(kind: QuestionType) -> None:
    editor = import_module(f"advisor_app.questions.{kind.value}.editor").EDITOR
    assert issubclass(editor, AnswerEditor)


@pytest.mark.parametrize("language", ["de", "en"])
def test_readers_know_each_type_by_a_name_of_its_own(language: str) -> None:
    texts = load_texts(language)
    assert len({texts(f"questions.types.{kind.value}") for kind in TYPES}) == len(TYPES)


def test_authors_choose_each_type_by_a_word_of_its_own() -> None:
    assert len({kind.authored for kind in KINDS.values()}) == len(TYPES)
