"""What the query of participants asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Document, Row, RowKind, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import TickList, WritingLines
from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.case import Case, RoleMapping
from advisor_app.domain.case_document import Stage
from advisor_app.domain.errors import AdvisorError, Problem
from tests.documents.reading import squeezed, story
from tests.documents.samples import full_case, given
from tests.example_case import example_case

QUERY = find_kind("participants-query")


def build(case: Case, item: str = "M4") -> Document:
    return QUERY.make(given(case, item=item))


def rows(case: Case, item: str = "M4") -> tuple[Row, ...]:
    return next(block for block in build(case, item).blocks if isinstance(block, Table)).rows


def told(case: Case, item: str = "M4") -> list[str]:
    return list(story(build(case, item), aloud=True))


def test_every_task_of_the_catalogue_has_a_line_to_write_on() -> None:
    found = [row for row in rows(example_case()) if row.kind is RowKind.BODY]
    assert len(found) == len(given(example_case()).catalog.roles)
    assert all(row.lines == 1 and row.cells[1:] == ("", "") for row in found)


def test_tasks_that_are_asked_come_first() -> None:
    catalog = given(example_case()).catalog
    questionnaire = catalog.questionnaires["m4"]
    dimensions = tuple(
        replace(item, questions=tuple(replace(question, roles=("HA",)) for question in item.questions))
        for item in questionnaire.dimensions
    )
    asked = replace(catalog, questionnaires={"m4": replace(questionnaire, dimensions=dimensions)})
    document = QUERY.make(given(example_case(), item="M4", catalog=asked))
    said = list(story(document, aloud=True))
    first, then, others = (said.index(squeezed(text)) for text in (
        "An diese Aufgaben richten sich Fragen im Modul", "Hauptamt", "Weitere Aufgaben, die helfen können",
    ))  # fmt: skip
    assert first < then < others


def test_a_module_without_a_questionnaire_asks_for_all_alike() -> None:
    groups = [row.cells[0] for row in rows(example_case(), "M1") if row.kind is RowKind.GROUP]
    assert groups == ["Aufgaben"]


def test_the_house_s_own_names_and_who_does_what() -> None:
    roles = {"HA": RoleMapping(title="Zentrale Dienste"), "BM": RoleMapping(merged_into="HA")}
    said = told(replace(example_case(), roles=roles))
    assert squeezed("Zentrale Dienste") in said
    assert squeezed("wird hier wahrgenommen von: Zentrale Dienste") in said


def test_dates_that_are_known_are_named() -> None:
    case = example_case()
    later = AgendaDay(id="d2", module="M4", title="Tag 2", number=2)
    said = told(replace(case, agenda={**case.agenda, "d2": later}))
    assert squeezed("Montag, 14.09.2026, 09:00–09:35 Uhr") in said
    assert squeezed("werden noch abgestimmt") in told(example_case(), "M1")


def test_needs_are_asked_without_names() -> None:
    document = build(example_case())
    inside = [inner for block in document.blocks for inner in getattr(block, "blocks", ())]
    (ticks,) = (block for block in inside if isinstance(block, TickList))
    assert not any(tick.ticked for tick in ticks.ticks)
    assert any(isinstance(block, WritingLines) for block in document.blocks)
    assert squeezed("Bitte nur ankreuzen, was gebraucht wird, ohne Namen.") in told(example_case())


def test_the_sheet_carries_a_code_of_case_and_module() -> None:
    codes = {build(example_case(), item).margins.code for item in ("M1", "M4")}
    codes.add(build(replace(example_case(), id="other")).margins.code)
    assert len(codes) == 3
    assert all(codes)


def test_nobody_has_to_release_a_form() -> None:
    assert QUERY.initially.stage is Stage.RELEASED


def test_contacts_are_not_printed() -> None:
    said = "".join(told(full_case()))
    assert "Feldmann" not in said


def test_an_unknown_module_is_named() -> None:
    with pytest.raises(AdvisorError) as caught:
        build(example_case(), "M9")
    assert caught.value.problem is Problem.UNKNOWN_DOCUMENT_ITEM
