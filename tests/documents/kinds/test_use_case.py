"""What the use-case profile says."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from advisor_app.documents.blocks import Document
from advisor_app.documents.kinds import find_kind
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.use_case import Costs, UseCase
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case

PROFILE = find_kind("use-case")


def build(case: Case, item: str = "") -> Document:
    return PROFILE.make(given(case, item=item))


def lines(document: Document) -> list[str]:
    return list(story(document, aloud=True))


def with_use_case(**parts: Any) -> Case:
    case = example_case()
    return replace(case, use_cases={"uc1": replace(case.use_cases["uc1"], **parts)})


def test_the_sum_of_the_worked_example_with_all_its_lines() -> None:
    said = lines(build(example_case()))
    start = said.index("4Pegelsensoren")
    assert said[start : start + 23] == [
        *("4Pegelsensoren", "jeKommune", "4.800€"),
        *("3Regensensoren", "jeKommune", "1.950€"),
        *("2Gateways", "jeKommune", "3.000€"),
        *("Plattform", "einmalfüralle", "6.000€"),
        *("Zwischensummeextern", "15.750€"),
        *("Puffer10%", "1.575€"),
        *("InterneStunden:120hzu58€", "jeKommune", "6.960€"),
        *("Summeeinmalig,eineKommuneallein", "24.285€"),
        *(squeezed("Im Verbund mit 5 gleich großen Kommunen"),),
        *(said[start + 22],),
    ]


def test_the_alliance_is_stated_twice() -> None:
    said = lines(build(example_case()))
    assert all(amount in said for amount in ("60.225€", "6.022,50€", "1.204,50€"))
    assert all(amount in said for amount in ("121.425€", "12.142,50€", "2.428,50€"))


def test_every_field_is_printed() -> None:
    texts = {
        field.name: f"Feld {field.name.replace('_', ' ')}"
        for field in fields(UseCase)
        if field.type == "str" and field.name != "id"
    }
    said = lines(build(with_use_case(**texts)))
    for text in texts.values():
        assert squeezed(text) in said, text


def test_empty_fields_are_named_as_open() -> None:
    said = lines(build(small_case()))
    assert said.count("offen") > 20
    assert squeezed("Kosten sind noch nicht eingetragen.") in said
    assert squeezed("Es sind keine Risiken eingetragen.") in said


def test_one_commune_alone_has_no_alliance() -> None:
    case = with_use_case(costs=Costs(internal_hours=10, hourly_rate=5_000))
    said = lines(build(case))
    assert "500€" in said
    assert not any("Verbund" in line for line in said)


def test_a_use_case_is_chosen_by_id_or_code() -> None:
    case = example_case()
    second = replace(case.use_cases["uc1"], id="uc2", number=2, title="Mitfahrbank")
    both = replace(case, use_cases={**case.use_cases, "uc2": second})
    assert PROFILE.items is not None
    assert [item.title for item in PROFILE.items(given(both))] == [
        "UC-01 Pegel- und Regenwarnung Eschenbach",
        "UC-02 Mitfahrbank",
    ]
    assert lines(build(both, "uc2"))[0] == "Mitfahrbank"
    assert lines(build(both, "UC-02"))[0] == "Mitfahrbank"
    with pytest.raises(AdvisorError) as caught:
        build(both)
    assert caught.value.problem is Problem.UNKNOWN_USE_CASE


def test_without_a_use_case_there_is_no_profile() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(replace(example_case(), use_cases={}))
    assert caught.value.problem is Problem.NO_USE_CASE


def test_the_recommendation_belongs_to_one_use_case() -> None:
    key = SectionKey("use-case", "uc1", "recommendation")
    case = replace(example_case(), sections={key: Words("Zuerst die Funkmessung.", Audience.REPORT)})
    assert squeezed("Zuerst die Funkmessung.") in lines(build(case, "uc1"))
    assert squeezed("Zuerst die Funkmessung.") in lines(build(case))
