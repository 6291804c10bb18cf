"""Foreign tables matched with fields: guessed, remembered, named."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from openpyxl import Workbook

from advisor_app.domain.column_mapping import ColumnMapping
from advisor_app.domain.errors import Problem
from advisor_app.domain.foreign_table import ForeignRow, ForeignSheet
from advisor_app.domain.table_preview import RowFate
from advisor_app.domain.usage_table import USAGE
from advisor_app.services.workspace import Workspace
from tests.services.conftest import refused


def sheet(*rows: tuple[str, ...]) -> ForeignSheet:
    return ForeignSheet("", tuple(ForeignRow(line, cells) for line, cells in enumerate(rows, 1)))


FOREIGN = sheet(("Was", "Wann", "Wie oft"), ("Hundesteuer", "01/2026", "5"))
MAPPING = ColumnMapping({"title": "Was", "month": "Wann", "uses": "Wie oft"})


def test_the_columns_of_last_time_need_no_words(workspace: Workspace) -> None:
    imports = workspace.table_imports
    assert imports.matched(FOREIGN, USAGE).mapping.columns == {}
    imports.remember(USAGE, MAPPING)
    again = imports.matched(FOREIGN, USAGE)
    assert (again.mapping, again.is_remembered) == (MAPPING, True)
    other = imports.matched(sheet(("Online-Dienst", "Monat", "Aufrufe"), ("A", "01/2026", "1")), USAGE)
    assert not other.is_remembered
    assert other.mapping.columns == {"title": "Online-Dienst", "month": "Monat", "uses": "Aufrufe"}


def test_a_heading_that_is_a_whole_text_is_not_kept(workspace: Workspace) -> None:
    imports = workspace.table_imports
    imports.remember(USAGE, MAPPING.with_column("title", "." * 300))
    assert workspace.settings.load().column_mappings == {}


def test_headings_may_be_shown_elsewhere(workspace: Workspace) -> None:
    found = sheet(("Leistung", "Monat", "Aufrufe"), ("Dienst", "Zeit", "Zahl"), ("A", "01/2026", "1"))
    assert workspace.table_imports.matched(found, USAGE).table.head_line == 1
    assert workspace.table_imports.matched(found, USAGE, 2).table.columns == ("Dienst", "Zeit", "Zahl")


def test_the_sheet_with_the_figures_is_chosen(workspace: Workspace, tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append(["Erläuterungen"])
    book.create_sheet("Zahlen").append(["Dienst", "Monat", "Aufrufe"])
    book.save(tmp_path / "t.xlsx")
    sheets = workspace.table_imports.read(tmp_path / "t.xlsx")
    assert workspace.table_imports.best_sheet(sheets, USAGE).title == "Zahlen"


def test_options_name_columns_or_are_refused(workspace: Workspace) -> None:
    imports = workspace.table_imports
    matched = imports.matched(FOREIGN, USAGE)
    options = ["title=Was", "month=Wann", "uses=Wie oft"]
    assert imports.mapping_of(matched, USAGE, options) == MAPPING
    assert "service_key" not in imports.mapping_of(matched, USAGE, [*options, "service_key="]).columns
    wrong: list[tuple[list[str], Problem]] = [
        (["title"], Problem.TABLE_MAP),
        (["titel=Was"], Problem.TABLE_FIELD),
        (["title=Wo"], Problem.TABLE_COLUMN),
        (options[:2], Problem.TABLE_FIELDS_MISSING),
    ]
    for said, problem in wrong:
        refused(partial(imports.mapping_of, matched, USAGE, said), problem)


def test_every_fault_is_worded_with_line_and_column(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("Dienst;Monat;Aufrufe;Zahlungsart\n;gestern;-1;Muscheln\nA;01/2026;1,5;\n", "utf-8")
    imports = workspace.table_imports
    rows = imports.rows_of(file, USAGE)
    said = [imports.fault(fault) for row in rows for fault in row.faults]
    assert said[0] == "Zeile 2, Spalte „Dienst“: Hier fehlt eine Angabe."
    for words, word in zip(said[1:], ("Monat", "zwischen 0", "Lastschrift", "ganze Zahl"), strict=True):
        assert word in words
    assert "möglich sind Kreditkarte" in said[3]
    assert imports.preview_row(USAGE, rows[0], RowFate.NEW).fate is RowFate.FAULTY
    assert workspace.settings.load().column_mappings["usage"]["month"] == "Monat"
