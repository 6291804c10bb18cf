"""What an assessment is called."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.texts import load_texts
from advisor_app.texts.assessments import assessment_title, module_name
from tests.example_case import example_assessment, example_case
from tests.example_catalog import example_catalog

TEXTS = load_texts("de")


def titles(*assessments: Assessment) -> list[str]:
    case = replace(example_case(), assessments={item.id: item for item in assessments})
    return [assessment_title(case, item, "M4", example_catalog(), TEXTS) for item in assessments]


def test_module_and_kind_name_an_assessment() -> None:
    first = replace(example_assessment(), held_on=None)
    survey = replace(first, id="a2", number=2, kind=AssessmentKind.PRE_SURVEY)
    assert titles(first, survey) == ["Modul 4 · Workshop", "Modul 4 · Vorab-Abfrage"]


def test_several_of_a_kind_are_told_apart_by_day_or_number() -> None:
    first = replace(example_assessment(), held_on=date(2026, 9, 14))
    later = replace(first, id="a2", number=2, held_on=None)
    same = replace(first, id="a3", number=3)
    assert titles(first, later) == ["Modul 4 · Workshop · 14.09.2026", "Modul 4 · Workshop · 2"]
    assert titles(first, later, same)[2] == "Modul 4 · Workshop · 3"


def test_one_that_was_superseded_says_so_and_is_not_counted() -> None:
    first = replace(example_assessment(), held_on=None)
    second = replace(first, id="a2", version="1.1.0")
    finished = AssessmentMigration(version="1.1.0", digest="", successor="a2", finished_on=date(2026, 11, 22))
    case = replace(example_case(), assessments={"a1": first, "a2": second}, migrations={"a1": finished})
    found = [assessment_title(case, item, "M4", example_catalog(), TEXTS) for item in (first, second)]
    assert found == ["Modul 4 · Workshop · abgelöst am 22.11.2026", "Modul 4 · Workshop"]


def test_a_module_without_a_pack_keeps_its_id() -> None:
    assert module_name("M4", example_catalog(), TEXTS) == "Modul 4"
    assert module_name("M9", example_catalog(), TEXTS) == "M9"
