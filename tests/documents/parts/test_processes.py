"""Recorded processes in a result report; its story is read without blanks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from advisor_app.documents.kinds import find_kind
from advisor_app.documents.parts.processes import process_section
from advisor_app.domain.process import ProcessSheet
from tests.documents.reading import story
from tests.documents.samples import given
from tests.example_case import example_case
from tests.example_process import dog_tax


def told(questionnaire: str, *sheets: ProcessSheet, **parts: Any) -> str:
    case = replace(example_case(), processes={sheet.id: sheet for sheet in sheets})
    made = given(case, **parts)
    document = replace(find_kind("result-report").make(made), blocks=tuple(process_section(made, questionnaire)))
    return "\n".join(story(document, aloud=True)) if document.blocks else ""


def test_the_worked_example_stands_in_a_row_with_both_flows() -> None:
    words = told("m2", dog_tax())
    for part in ("P-01Hundesteuer-Anmeldung", "33min→11min", "4→0", "74,4StundenimJahr"):
        assert part in words
    assert "DerBeispielprozessP-01hatheute4Medienbrüche(Frage2.3.1)." in words


def test_another_module_is_told_nothing_of_a_question_of_module_two() -> None:
    words = told("m3", dog_tax())
    assert "33min→11min" in words
    assert "2.3.1" not in words


def test_without_a_flow_to_be_only_today_is_told() -> None:
    words = told("m2", replace(dog_tax(), to_be=()))
    assert "33min" in words
    assert "→11" not in words


def test_a_process_without_a_flow_is_left_out() -> None:
    assert told("m2", replace(dog_tax(), as_is=(), to_be=())) == ""
