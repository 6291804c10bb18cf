"""Every error in a workbook is named by sheet and cell, in words that authors understand."""

from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest

from advisor_app.resources_folder import resources_folder
from tests.content.small_packs.writing import replace_in, write_packs
from tests.exchange.workbook.editing import edited, exported, put, read, said, sheet

SHIPPED = resources_folder() / "content"


@pytest.fixture
def book(tmp_path: Path) -> bytes:
    return exported(write_packs(tmp_path) / "m4")


@pytest.fixture
def base(tmp_path: Path) -> bytes:
    return exported(write_packs(tmp_path) / "base")


# sheet, heading, row, value, what is said of it
WRONG: list[tuple[str, str, int, Any, str]] = [
    ("Fragen", "Wortlaut", 3, None, "„Wortlaut“ fehlt."),
    ("Fragen", "Wortlaut", 3, 12, "keine Zahl und kein Datum"),
    ("Fragen", "Kennung", 3, 4.1, "formatieren Sie die Zelle als Text"),
    ("Fragen", "Kennung", 3, "../../x", "muss eine Kennung stehen"),
    ("Fragen", "Kennung", 3, datetime(2026, 1, 4), "formatieren Sie die Zelle als Text"),  # noqa: DTZ001  # as spreadsheets have them
    ("Fragen", "Gewicht", 3, "viel", "muss eine ganze Zahl stehen"),
    ("Fragen", "Gewicht", 3, 1.5, "muss eine ganze Zahl stehen"),
    ("Fragen", "Gewicht", 3, True, "muss eine ganze Zahl stehen"),
    ("Fragen", "Art", 3, "Skala", "möglich sind: Stufen, Zahl, Text, Auswahl, Rechnung"),
    ("Fragen", "Sperrfrage", 3, "vielleicht", "muss „ja“ oder „nein“ stehen"),
    ("Fragen", "Bedingung", 3, "wenn es passt", "Die Bedingung ist bei „wenn es“ nicht zu verstehen"),
    ("Fragen", "Einheit", 3, "Stück", "„Einheit“ ist bei dieser Art nicht vorgesehen"),
    ("Fragen", "Wortlaut", 3, "=A1", "Hier steht eine Formel"),
    ("Fragen", "Wortlaut", 3, "#REF!", "Hier steht ein Fehlerwert"),
    ("Fragen", "Kennung", 3, "4.1.1", "steht doppelt, zuerst in Zelle A2"),
    ("Anker", "Frage", 3, "9.9.9", "„9.9.9“ gibt es auf dem Blatt, zu dem diese Zeile gehört, nicht"),
    ("Anker", "Frage", 3, None, "„Frage“ fehlt."),
    ("Anker", "Stufe", 3, 0, "Diese Zeile steht doppelt"),
    ("Anker", "Stufe", 3, 7, "Möglich sind die Zahlen von 0 bis 4"),
    ("Anker", "Kurzform", 3, None, "„Kurzform“ fehlt."),
    ("Maßnahmen", "Stand", 2, "neulich", "muss ein Datum stehen"),
    ("Maßnahmen", "Stand", 2, datetime(2026, 1, 4, 12), "muss ein Datum stehen"),  # noqa: DTZ001 — cells know no zone
    ("Maßnahmen", "Personentage", 2, "viele", "muss eine ganze Zahl stehen"),
    ("Agenden", "Beginn", 2, "früh", "muss eine Uhrzeit stehen"),
    ("Phasen", "Ab Wert", 2, "viel", "muss eine Zahl stehen"),
    ("Paket", "Kennung", 2, "../weg", "muss eine Kennung stehen"),
    ("Paket", "Kennung", 2, None, "muss eine Kennung stehen"),
    ("Paket", "Braucht", 2, "base", "etwa „base 1.1.0“"),
    ("Fragebogen", "Titel", 3, "Noch einer", "Dieses Blatt hat nur eine Zeile"),
]


@pytest.mark.parametrize(("title", "heading", "row", "value", "words"), WRONG)
def test_a_wrong_cell_is_named(book: bytes, title: str, heading: str, row: int, value: Any, words: str) -> None:
    changed, cell = put(book, title, heading, row, value)
    found = said(changed)
    assert any(words in line for line in found), found
    line = next(line for line in found if words in line)
    if "nur eine Zeile" in words:
        cell = "A3"
    assert line.startswith(f"Blatt „{title}“, Zelle {cell}: "), line


def test_times_of_the_spreadsheet_are_taken(book: bytes) -> None:
    changed, _cell = put(book, "Agenden", "Beginn", 2, time(8, 30))
    assert "start = 08:30:00" in read(changed).files["agenda.toml"]


def test_formulas_are_not_computed(book: bytes) -> None:
    changed, cell = put(book, "Maßnahmen", "Monate", 2, "=1+1")
    assert said(changed)[0].startswith(f"Blatt „Maßnahmen“, Zelle {cell}: Hier steht eine Formel")


def test_missing_and_strange_sheets_are_named(book: bytes) -> None:
    def change(opened: Any) -> None:
        opened.remove(opened["Glossar"])
        opened["Schritte"].title = "Ablauf"
        opened.create_sheet("Leer")

    found = said(edited(book, change))
    assert "Blatt „Glossar“: Das Blatt fehlt; ein leeres Blatt braucht wenigstens seine Überschriften." in found
    assert any(line.startswith("Blatt „Schritte“: Das Blatt fehlt") for line in found)
    assert any(line.startswith("Blatt „Ablauf“: Das Blatt gehört nicht") for line in found)
    assert not any("Leer" in line for line in found)


def test_missing_and_strange_columns_are_named(book: bytes) -> None:
    def change(opened: Any) -> None:
        opened["Fakten"]["A1"] = "Nummer"
        opened["Glossar"]["C1"] = "Begriff"
        opened["Quellen"]["Z9"] = "verirrt"

    found = said(edited(book, change))
    assert any(line.startswith("Blatt „Fakten“, Zelle A1: Diese Spalte gibt es hier nicht") for line in found)
    assert any(line.startswith("Blatt „Fakten“: Die Spalte „Kennung“ fehlt; bitte legen Sie sie") for line in found)
    assert "Blatt „Glossar“, Zelle C1: Die Spalte „Begriff“ steht doppelt." in found
    assert "Blatt „Quellen“, Zelle Z9: Über dieser Zelle fehlt die Überschrift der Spalte." in found


def test_merged_cells_are_named(book: bytes) -> None:
    def change(opened: Any) -> None:
        sheet(opened, "Fragen").merge_cells("C4:D5")

    assert "Blatt „Fragen“, Zelle C4: Hier sind Zellen verbunden; bitte lösen Sie die Verbindung." in said(
        edited(book, change)
    )


def test_missing_levels_are_named(book: bytes) -> None:
    def change(opened: Any) -> None:
        sheet(opened, "Anker").delete_rows(4)

    assert "Blatt „Anker“, Zelle B2: Es fehlen die Zeilen der Stufen 2." in said(edited(book, change))


def test_a_head_that_is_missing_is_named(book: bytes) -> None:
    def change(opened: Any) -> None:
        sheet(opened, "Fragebogen").delete_rows(2)

    assert "Blatt „Fragebogen“, Zelle A2: „Kennung“ fehlt." in said(edited(book, change))


def test_overlays_lack_no_sheet(tmp_path: Path) -> None:
    folder = write_packs(tmp_path) / "base"
    (folder / "funding.en.toml").write_text('[[rule]]\nid = "R1"\ntext = "One"\n', encoding="utf-8")
    replace_in(folder / "funding.toml", 'version = "', 'version = "')
    data = exported(folder)
    assert read(data).findings == []
    assert read(data).files["funding.en.toml"] == '[[rule]]\nid = "R1"\ntext = "One"\n'

    def change(opened: Any) -> None:
        opened.remove(opened["Förderhinweise (en)"])

    assert any(line.startswith("Blatt „Förderhinweise (en)“: Das Blatt fehlt") for line in said(edited(data, change)))


def test_groups_are_columns(base: bytes) -> None:
    changed, cell = put(base, "Skala", "Nahe heißt", 2, None)
    assert said(changed) == [f"Blatt „Skala“, Zelle {cell}: „Nahe heißt“ fehlt."]


def test_numbers_may_have_a_comma(base: bytes) -> None:
    changed, _cell = put(base, "Skala", "Nahe heißt", 2, "0,25")
    assert "near = 0.25" in read(changed).files["scale.toml"]


def test_what_nobody_refers_to_is_unique_among_its_own() -> None:
    """Two maturity models both have a level 0; two levels 0 of one model are told apart by nobody."""

    def change(book: Any) -> None:
        sheet(book, "Reifegradstufen").append(["ozg-2.0", 0, "Offline"])

    data = edited(exported(SHIPPED / "base"), change)
    assert read(data).findings == []

    def again(book: Any) -> None:
        change(book)
        sheet(book, "Reifegradstufen").append(["ozg-2.0", 0, "Ohne Netz"])

    (finding,) = read(edited(data, again)).findings[:1]
    assert finding.sheet == "Reifegradstufen"
    assert "steht doppelt" in finding.reason
