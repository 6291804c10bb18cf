"""Workbooks hold every table of a document, numbers as numbers and nobody's formulas."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from advisor_app.documents.blocks import (
    Block,
    Column,
    Columns,
    Document,
    Heading,
    KeepTogether,
    Lines,
    Paragraph,
    Row,
    RowKind,
    Table,
)
from advisor_app.documents.editable.tables_workbook import tables_workbook
from advisor_app.documents.kinds import KINDS, find_kind
from advisor_app.domain.errors import AdvisorError
from advisor_app.texts import load_texts
from tests.documents.samples import CASES, ODD, given, sample


def document_of(*blocks: Block, language: str = "de") -> Document:
    return given(CASES["small"](), texts=load_texts(language)).document("result-report", "Probe", "", blocks)


def table(*rows: Row) -> Table:
    return Table(columns=(Column(title="Was"), Column(title="Wie viel")), rows=rows, summary="Probe")


def opened(document: Document) -> Workbook:
    data = tables_workbook(document)
    assert data is not None
    return openpyxl.load_workbook(BytesIO(data))


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_document_gives_a_sound_workbook_or_none(kind: str, case: str) -> None:
    found = find_kind(kind)
    try:
        document = found.make(sample(found, case))
    except AdvisorError:
        assert case == "small"  # only a bare case may lack what a document is about
        return
    data = tables_workbook(document)
    if data is not None:
        book = openpyxl.load_workbook(BytesIO(data))
        assert all(sheet.max_row > 1 for sheet in book.worksheets)


def test_a_document_without_tables_has_no_workbook() -> None:
    assert tables_workbook(document_of(Paragraph(text="nur Text"))) is None


def test_the_file_says_when_it_was_made() -> None:
    document = document_of(table(Row(("a", "b"))))
    assert opened(document).properties.created.date() == document.created


def test_sheets_are_named_by_their_headings() -> None:
    row = Row(("a", "b"))
    book = opened(
        document_of(
            table(row),
            Heading(2, "Kosten: [einmalig] und jährlich, ausführlich"),
            table(row),
            KeepTogether((Heading(3, "Zeiten"), table(row))),
            table(row),
            Columns((table(row),), ()),
        )
    )
    names = book.sheetnames
    assert names[1] == "Kosten   einmalig  und jährlich"[:31]
    assert names[2:] == ["Zeiten", "Zeiten (2)", "Zeiten (3)"]


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("12", "de", 12),
        ("1.234,5", "de", 1234.5),
        ("1,234.5", "en", 1234.5),
        ("−3", "de", -3),
        ("06440004", "de", "06440004"),
        ("99102012000000", "de", "99102012000000"),
        ("4.1", "de", "4.1"),
        ("=1+1", "de", "=1+1"),
        ("38.000 €", "de", "38.000 €"),
        ("", "de", None),
    ],
)
def test_only_numbers_become_numbers(words: str, language: str, value: float | str | None) -> None:
    sheet = opened(document_of(table(Row(("x", words))), language=language)).worksheets[0]
    assert sheet["B2"].value == value
    assert sheet["B2"].data_type != "f"


def test_groups_span_the_table_and_totals_stand_out() -> None:
    group, total = Row(("Gruppe",), RowKind.GROUP), Row(("Summe", "5"), RowKind.TOTAL)
    sheet = opened(document_of(table(group, Row((Lines(("eins", "zwei")), "5")), total))).worksheets[0]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A2:B2"]
    assert sheet["A3"].value == "eins\nzwei"
    assert sheet["A4"].font.b
    assert sheet.freeze_panes == "A2"


def test_odd_characters_and_endless_cells_are_kept_as_far_as_a_cell_goes() -> None:
    sheet = opened(document_of(table(Row((ODD, "x" * 50_000))))).worksheets[0]
    assert "<b>&amp; Tests</b>" in str(sheet["A2"].value)
    assert sheet["B2"].value == "x" * 32_767
