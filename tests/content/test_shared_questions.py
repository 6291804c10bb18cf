"""Questions of several modules that ask the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree

from advisor_app.content.check import inspect_packs
from advisor_app.content.definition import canonical_json
from advisor_app.content.packs import load_catalog
from advisor_app.resources_folder import resources_folder
from tests.content.small_packs.writing import replace_in, write_packs

FIRST, SECOND = 'id = "4.1.1"\ndimension = "4.1"', 'id = "4.1.2"\ndimension = "4.1"'
FILE = "m4/questionnaire.toml"


def sentences(root: Path) -> str:
    return "\n".join(finding.sentence for finding in inspect_packs([root], date(2026, 11, 22)).findings)


def test_the_shipped_modules_name_what_they_ask_in_common() -> None:
    catalog = load_catalog([resources_folder() / "content"])
    groups: dict[str, set[str]] = {}
    for question, word in catalog.shared_questions.items():
        groups.setdefault(word, set()).add(question[0])
    assert catalog.shared_questions["2.4.5"] == catalog.shared_questions["3.4.5"] == "fachverfahren"
    assert all(len(modules) >= 2 for modules in groups.values())


def test_the_word_is_no_part_of_what_cases_store() -> None:
    catalog = load_catalog([resources_folder() / "content"])
    assert "fachverfahren" not in canonical_json(catalog.questionnaires["m3"])


def test_one_questionnaire_does_not_ask_the_same_twice(tmp_path: Path) -> None:
    root = write_packs(tmp_path / "content")
    assert "Kennwort" not in sentences(root)
    for question in (FIRST, SECOND):
        replace_in(root / FILE, question, f'{question}\nshared = "gleich"')
    assert "Das Kennwort „gleich“ steht bei zwei Fragen" in sentences(root)


def test_questions_under_one_word_take_the_same_kind_of_answer(tmp_path: Path) -> None:
    root = tmp_path / "content"
    copytree(resources_folder() / "content", root)
    replace_in(root / "m3/questionnaire.toml", 'shared = "fachverfahren"', 'shared = "bescheid"')
    assert "Unter dem Kennwort „bescheid“ wird die Frage 1.3.4 anders beantwortet" in sentences(root)
