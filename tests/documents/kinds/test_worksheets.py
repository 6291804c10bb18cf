"""Sheets to be written on: what they ask, how they are held, and that nothing of the case's answers stands on them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from advisor_app.documents.blocks import Document, Heading, RowKind, Table
from advisor_app.documents.kinds import find_kind
from advisor_app.documents.paper_blocks import Orientation, TickBox, WritingLines
from advisor_app.documents.render.pdf import render
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.freshness import model_in_force
from advisor_app.domain.knowledge import FrequentService, MaturityBand, MaturityLevel, MaturityModel
from advisor_app.domain.words import Audience, Words
from tests.documents.reading import glyphs, squeezed, story
from tests.documents.samples import TODAY, given, small_case
from tests.example_case import example_case
from tests.example_catalog import example_catalog, shipped_guide

BLANK = ("process-sheet", "process-profile", "e-file-checklist", "use-case-canvas", "measure-sheet", "service-list")


def build(kind: str, case: Case | None = None, **parts: object) -> Document:
    return find_kind(kind).make(given(case or small_case(), **parts))


def said(document: Document) -> str:
    return "".join(story(document, aloud=True))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def pages(document: Document) -> int:
    return render(document, lambda _done: None).pages


def service(name: str, *kinds: CommuneKind, area: str = "Meldewesen") -> FrequentService:
    return FrequentService(
        id=name, name=name, area=area, kinds=kinds, as_of=TODAY, sources=("S2",), certainty=Certainty.MEDIUM, key="99"
    )


def model(version: str, first: date, last: date | None = None) -> MaturityModel:
    return MaturityModel(
        id=version,
        title="Modell",
        version=version,
        valid_from=first,
        valid_to=last,
        criteria=10,
        levels=(MaturityLevel(number=0, word="Offline"),),
        bands=(MaturityBand(first=1, last=3, about="Sicht außen"), MaturityBand(first=4, last=None, about="Daten")),
        highest=(6, 7),
        conformant_from=None,
        note="Das schwächste Kriterium zählt.",
        as_of=TODAY,
        sources=("EV",),
        certainty=Certainty.LOW,
    )


@pytest.mark.parametrize("kind", BLANK)
def test_a_blank_sheet_is_the_same_whatever_was_answered(kind: str) -> None:
    bare = replace(example_case(), answers={}, use_cases={}, measures={}, targets={}, sections={})
    assert list(story(build(kind, bare), aloud=True)) == list(story(build(kind, example_case()), aloud=True))


@pytest.mark.parametrize("kind", BLANK)
def test_every_blank_sheet_has_room_to_write(kind: str) -> None:
    document = build(kind)
    rows = sum(row.lines for table in tables(document) for row in table.rows)
    lines = squeezed("".join(story(document, aloud=True)))
    assert rows or any(isinstance(block, WritingLines) for block in document.blocks)
    assert lines
    assert all(table.to_write_on for table in tables(document))


@pytest.mark.parametrize("kind", ["process-sheet", "e-file-checklist", "service-list", "use-case-canvas"])
def test_wide_sheets_are_held_across(kind: str) -> None:
    assert build(kind).orientation is Orientation.LANDSCAPE


def test_the_process_is_written_down_as_it_is_and_as_it_should_be() -> None:
    as_is, to_be, benefit = tables(build("process-sheet"))
    heads = [column.title for column in as_is.columns]
    assert heads == [column.title for column in to_be.columns]
    assert heads[1:] == [
        *("Tätigkeit", "Rolle", "Hilfsmittel", "Zeit (min)", "Liegezeit (Tage)", "Medienbruch", "Was hakt", "Idee"),
    ]
    assert as_is.rows[-1].kind is RowKind.TOTAL
    assert [row.cells[0] for row in benefit.rows] == ["N", "t", "q", "d", "r", "s", "f", "K"]
    assert pages(build("process-sheet")) == 4


def test_the_formula_of_the_benefit_is_printed_with_its_limits() -> None:
    text = said(build("process-sheet"))
    assert squeezed("h = N · [t − (q · d + (1 − q) · r)]") in text
    assert squeezed("nicht von selbst eine Einsparung im Haushalt") in text


def test_three_processes_can_be_suggested_each_on_a_sheet() -> None:
    document = build("process-profile")
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings == ["Vorschlag 1", "Vorschlag 2", "Vorschlag 3"]
    assert pages(document) == 4


def test_the_words_above_the_homework_can_be_written() -> None:
    key = SectionKey("process-profile", "", "introduction")
    case = replace(small_case(), sections={key: Words("Bitte bis 2. November.", Audience.REPORT)})
    assert squeezed("Bitte bis 2. November.") in said(build("process-profile", case))


def test_the_checklist_asks_state_and_need_of_sixteen_areas() -> None:
    (table,) = tables(build("e-file-checklist"))
    assert len(table.rows) == len(shipped_guide().areas) == 16
    for row in table.rows:
        boxes = [[part.words for part in cell if isinstance(part, TickBox)] for cell in row.cells[2:4]]  # type: ignore[union-attr]  # a cell of several blocks
        assert [len(found) for found in boxes] == [3, 3]
        assert all(", Ist: " in words for words in boxes[0])
        assert all(", Bedarf: " in words for words in boxes[1])


def test_services_are_those_of_the_kind_of_commune_and_blank_rows_follow() -> None:
    own, other = CommuneKind.MUNICIPALITY, CommuneKind.DISTRICT
    services = (
        service("Anmelden", own, other),
        service("Zulassen", other),
        service("Heiraten", own, area="Standesamt"),
    )
    catalog = replace(example_catalog(), services={item.id: item for item in services})
    (table,) = tables(build("service-list", catalog=catalog))
    groups = [row.cells[0] for row in table.rows if row.kind is RowKind.GROUP]
    assert groups == ["Meldewesen", "Standesamt", "Weitere Leistungen Ihres Hauses"]
    named = [row.cells[1] for row in table.rows if row.kind is RowKind.BODY]
    assert named == ["Anmelden", "Heiraten", *[""] * 5]
    numbers = [row.cells[0] for row in table.rows if row.kind is RowKind.BODY]
    assert numbers == [str(number) for number in range(1, 8)]


def test_the_maturity_is_asked_by_the_version_in_force() -> None:
    models = (
        model("1.1", date(2020, 6, 1), date(2025, 7, 31)),
        model("2.0", date(2025, 7, 1)),
        model("3.0", date(2030, 1, 1)),
    )
    catalog = replace(example_catalog(), maturity_models={item.id: item for item in models})
    found = model_in_force(catalog.maturity_models.values(), given(small_case(), catalog=catalog).today)
    assert found is not None
    assert found.version == "2.0"
    text = said(build("service-list", catalog=catalog))
    for words in ("Maßstab: Modell 2.0", "Stufe 0: Offline", "Stufe 1 bis 3: Sicht außen", "Ab Stufe 4: Daten"):
        assert squeezed(words) in text
    assert squeezed("Nicht ganz sicher belegt.") in text


def test_the_canvas_fits_on_one_sheet_with_twelve_boxes() -> None:
    document = build("use-case-canvas")
    assert sum(len(table.columns) - 1 for table in tables(document)) == 12
    assert pages(document) == 1


def test_a_measure_fits_on_one_sheet() -> None:
    assert pages(build("measure-sheet")) == 1


def test_all_boxes_of_a_row_of_the_checklist_stand_in_one_line() -> None:
    found = list(glyphs(render(build("e-file-checklist"), lambda _done: None).data))
    text = "".join(item.character for item in found)

    def heights(word: str) -> set[tuple[int, int]]:
        return {(item.page, round(item.bottom)) for item in (found[hit.start()] for hit in re.finditer(word, text))}

    assert len(heights("Kann")) == len(shipped_guide().numbered())
    assert heights("Kann") <= heights("Muss") & heights("nein")
