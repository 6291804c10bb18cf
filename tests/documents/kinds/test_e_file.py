"""Papers on the electronic file: the sheet, the list of requirements, the exercise and its solution."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor_app.documents.blocks import Document, Figure, Heading, KeyFigures, RowKind, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.parts.e_file import e_file_section
from advisor_app.domain.case import Case
from advisor_app.domain.case_document import DocumentKey, DocumentState, Stage
from advisor_app.domain.e_file import AreaStanding, AreaState, Need
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.file_plan import FilePlanEntry
from advisor_app.domain.product_name import ProductName
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import squeezed, story
from tests.documents.samples import given, small_case
from tests.example_case import example_case
from tests.example_catalog import example_catalog, shipped_guide
from tests.example_e_file import with_e_file


def case() -> Case:
    return with_e_file(example_case(), shipped_guide())


def build(kind: str, of: Case | None = None) -> Document:
    return find_kind(kind).make(given(case() if of is None else of))


def says(document: Document, words: str) -> bool:
    return squeezed(words) in squeezed(" ".join(story(document, aloud=True)))


def table_with(document: Document, title: str) -> Table:
    return next(
        block
        for block in document.blocks
        if isinstance(block, Table) and any(column.title == title for column in block.columns)
    )


def test_the_list_of_requirements_numbers_what_is_needed_and_says_how_much() -> None:
    table = table_with(build("requirements-list"), "Anforderung")
    body = [row for row in table.rows if row.kind is RowKind.BODY]
    numbers = [row.cells[0] for row in body]
    assert numbers[:2] == ["1.1", "1.2"]
    assert len(numbers) == len(set(numbers))
    assert "14.E1" in numbers
    assert sum(len(area.requirements) for area in shipped_guide().areas) + 1 == len(body)


def test_areas_that_nobody_needs_are_not_required() -> None:
    only = AreaStanding(id="search", state=AreaState.NO, need=Need.MUST)
    table = table_with(
        build("requirements-list", replace(example_case(), e_file_areas={"search": only})), "Anforderung"
    )
    assert [row.cells[0] for row in table.rows if row.kind is RowKind.GROUP] == ["5 Suche"]


def naming_products(*demands: str, stage: Stage = Stage.DRAFT) -> Document:
    """The list of a house with requirements of its own on searching."""
    own = AreaStanding(id="search", need=Need.MUST, demands="\n".join(demands))
    states = {DocumentKey("requirements-list"): DocumentState(stage=stage)}
    names = {name: ProductName(name=name) for name in ("enaio", "d.velop")}
    asked = given(replace(example_case(), e_file_areas={"search": own}, document_states=states))
    return find_kind("requirements-list").make(replace(asked, catalog=replace(asked.catalog, product_names=names)))


def test_a_list_that_names_a_product_says_which_lines_do_and_is_not_called_neutral() -> None:
    document = naming_products("Findet Texte in Anhängen.", "Sucht wie Enaio.", "Liest Ablagen von enaio und d.velop.")
    assert says(
        document, "Diese Anforderungen nennen Produkte oder Hersteller: 5.E2 (enaio) und 5.E3 (enaio und d.velop)."
    )
    assert says(document, "Sucht wie Enaio. (Anforderung des Hauses) (nennt enaio)")
    for claim in ("Ohne Bezug auf ein Produkt", "Alle Anforderungen sind so beschrieben"):
        assert not says(document, claim)
    assert says(
        naming_products("Sucht wie enaio."), "Die Anforderung 5.E1 (enaio) nennt ein Produkt oder einen Hersteller."
    )


def test_a_released_list_prints_what_was_decided_without_marks_and_claims_nothing_else() -> None:
    document = naming_products("Sucht wie enaio.", stage=Stage.RELEASED)
    assert says(document, "Die Anforderung 5.E1 (enaio) nennt ein Produkt")
    assert not says(document, "(nennt enaio)")
    assert not says(document, "Ohne Bezug auf ein Produkt")


def test_a_list_that_names_no_product_is_called_neutral() -> None:
    document = naming_products("Findet Texte in Anhängen.")
    assert says(document, "Ohne Bezug auf ein Produkt oder einen Hersteller")
    assert says(document, "Alle Anforderungen sind so beschrieben")
    assert not says(document, "Vor einer Ausschreibung ist zu klären")


def test_a_list_without_any_need_says_what_to_do() -> None:
    document = build("requirements-list", small_case())
    assert not any(isinstance(block, Table | KeyFigures) for block in document.blocks)
    assert says(document, "Für keinen Funktionsbereich ist ein Bedarf festgelegt.")


def test_the_sheet_has_a_part_for_everything_that_was_worked_out() -> None:
    document = build("e-file-sheet")
    titles = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert titles == [
        "Funktionsbereiche",
        "Weg eines Schriftstücks",
        "Posteingang und Scannen",
        "Auszug aus dem Aktenplan",
        "Einführung nach Ämtern",
    ]
    assert says(document, "„Zentral vor der Bearbeitung“ liegt mit 3,16 von 4 Punkten vorn.")
    assert says(document, "Das Haus hat sich für „Zentral vor der Bearbeitung“ entschieden.")
    assert sum(isinstance(block, Figure) for block in document.blocks) == 3


def test_a_remark_that_is_internal_stays_out() -> None:
    standing = AreaStanding(id="search", need=Need.MUST, remark=Words("Nur für uns", Audience.INTERNAL))
    document = build("e-file-sheet", replace(example_case(), e_file_areas={"search": standing}))
    assert says(document, "Suche")
    assert not says(document, "Nur für uns")


def test_the_exercise_uses_the_houses_own_plan_where_there_is_one() -> None:
    own = {"x": FilePlanEntry(id="x", number="7", title="Wald und Wiesen")}
    document = build("filing-exercise", replace(example_case(), file_plan=own))
    assert says(document, "Wald und Wiesen")
    assert not says(document, "Förderung von Vereinen")
    assert sum(isinstance(part, TickBox) for part in _parts(build("filing-exercise"))) == len(shipped_guide().samples)
    assert says(build("filing-exercise", small_case()), "Förderung von Vereinen")


def test_the_solution_is_for_the_house_alone() -> None:
    assert find_kind("filing-solution").audience is Audience.INTERNAL
    document = build("filing-solution")
    assert all(says(document, sample.discussion) for sample in shipped_guide().samples)


def test_the_result_report_of_module_three_tells_of_it() -> None:
    found = list(e_file_section(given(case())))
    headings = [block.text for block in found if isinstance(block, Heading)]
    assert headings[:2] == ["E-Akte", "Weg eines Schriftstücks"]
    assert "Einführung nach Ämtern" in headings
    assert list(e_file_section(given(small_case()))) == []


def test_without_the_pack_nothing_is_made_of_it() -> None:
    without = replace(given(case()), catalog=replace(example_catalog(), e_file_guides={}))
    assert list(e_file_section(without)) == []
    with pytest.raises(AdvisorError) as refused:
        find_kind("e-file-sheet").make(without)
    assert refused.value.problem is Problem.NO_E_FILE_GUIDE


def _parts(document: Document) -> list[object]:
    return [
        part
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row.cells
        if isinstance(cell, tuple)
        for part in cell
    ]
