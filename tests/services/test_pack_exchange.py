"""Packs as workbooks: taken in as a whole or not at all, and nothing is overwritten unasked."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from advisor_app.content.packs import load_catalog
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.resources_folder import resources_folder
from advisor_app.services.pack_exchange import ImportedPack, export_pack, import_pack
from advisor_app.services.used_packs import load_content
from advisor_app.texts import load_texts

GERMAN = load_texts("de")
SHIPPED = resources_folder() / "content"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "m1.xlsx"
    export_pack(tmp_path / "data", GERMAN, "m1", file)
    return file


def take(book: Path, out: Path, *, replace: bool = False) -> ImportedPack:
    return import_pack(out.parent / "data", GERMAN, book, out, replace=replace)


def change(book: Path, sheet: str, cell: str, value: Any) -> None:
    opened = load_workbook(BytesIO(book.read_bytes()))
    opened[sheet][cell] = value
    opened.save(book)


def said(imported: ImportedPack) -> list[tuple[str, str]]:
    return [(finding.sheet, finding.cell) for finding in imported.findings if finding.severity.value == "error"]


def test_a_pack_comes_back(book: Path, tmp_path: Path) -> None:
    imported = take(book, tmp_path / "packs")
    assert imported.folder == tmp_path / "packs" / "m1"
    assert imported.gone == ()
    others = [SHIPPED / name for name in ("base", "m2", "m3", "m4")]
    assert load_catalog([*others, imported.folder]) == load_catalog([SHIPPED])
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["m1"], "nothing else is left"


def test_what_only_the_check_knows_is_named_by_cell_too(book: Path, tmp_path: Path) -> None:
    change(book, "Fragen", "B3", "9.9")
    change(book, "Fragen", "F4", "Wie " + "sehr " * 30 + "?")
    change(book, "Anker", "C4", "Wort " * 40)
    change(book, "Anker", "D9", load_workbook(book)["Anker"]["D8"].value)
    change(book, "Maßnahmen", "D2", 2.0)
    change(book, "Maßnahmen", "C2", 3)
    change(book, "Glossar", "E2", "S2, XX")
    imported = take(book, tmp_path / "packs")
    assert imported.folder is None
    found = set(said(imported))
    assert {
        ("Fragen", "B3"),
        ("Fragen", "F4"),
        ("Anker", "C4"),
        ("Anker", "D9"),
        ("Maßnahmen", "C2"),
        ("Glossar", "E2"),
    } <= found
    assert not (tmp_path / "packs").exists(), "nothing at all was written"


def test_headings_stand_for_keys(book: Path, tmp_path: Path) -> None:
    change(book, "Fragen", "F4", "Wie " + "sehr " * 30 + "?")
    (finding,) = [item for item in take(book, tmp_path / "packs").findings if item.cell == "F4"]
    assert finding.reason == "Der Text unter „Wortlaut“ hat 155 Zeichen, erlaubt sind 110."


def test_a_pack_is_not_overwritten_unasked(book: Path, tmp_path: Path) -> None:
    target = tmp_path / "packs" / "m1"
    take(book, tmp_path / "packs")
    before = {path.name: path.read_bytes() for path in target.iterdir()}
    change(book, "Paket", "B2", "9.0.0")
    with pytest.raises(AdvisorError) as caught:
        take(book, tmp_path / "packs")
    assert caught.value.problem is Problem.PACK_EXISTS
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
    (target / "sources.toml").write_text("", encoding="utf-8")
    imported = take(book, tmp_path / "packs", replace=True)
    assert imported.gone == ("sources.toml",)
    assert 'version = "9.0.0"' in (target / "pack.toml").read_text(encoding="utf-8")
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["m1"]


def test_a_broken_workbook_leaves_the_last_good_pack(book: Path, tmp_path: Path) -> None:
    take(book, tmp_path / "packs")
    target = tmp_path / "packs" / "m1"
    before = {path.name: path.read_bytes() for path in target.iterdir()}
    change(book, "Fragen", "B3", "9.9")
    assert take(book, tmp_path / "packs", replace=True).folder is None
    book.write_bytes(b"PK")
    with pytest.raises(AdvisorError):
        take(book, tmp_path / "packs", replace=True)
    assert {path.name: path.read_bytes() for path in target.iterdir()} == before
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["m1"]


def test_an_own_pack_is_used_by_the_program(tmp_path: Path) -> None:
    data = tmp_path / "data"
    book = tmp_path / "eigenes.xlsx"
    own = data / "packs" / "eigenes"
    own.mkdir(parents=True)
    head = 'id = "eigenes"\nversion = "1.0.0"\ntitle = "Eigenes"\n[requires]\nbase = "1.0.0"\n'
    (own / "pack.toml").write_text(head, encoding="utf-8")
    export_pack(data, GERMAN, "eigenes", book)
    opened = load_workbook(book)
    opened["Glossar"].append(["wort", "Wort", None, "Ein Wort.", "EV", "hoch"])
    opened.save(book)
    assert import_pack(data, GERMAN, book, data / "packs", replace=True).folder == own
    content = load_content(data, GERMAN)
    assert content.problem is None
    assert content.catalog.terms["wort"].text == "Ein Wort."


def test_folders_with_other_things_are_left_alone(book: Path, tmp_path: Path) -> None:
    target = tmp_path / "packs" / "m1"
    target.mkdir(parents=True)
    (target / "wichtig.docx").write_text("x", encoding="utf-8")
    with pytest.raises(AdvisorError) as caught:
        take(book, tmp_path / "packs", replace=True)
    assert caught.value.problem is Problem.PACK_FOLDER_FOREIGN
    assert (target / "wichtig.docx").exists()


def test_links_are_not_followed(book: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "m1").symlink_to(elsewhere)
    with pytest.raises(AdvisorError) as caught:
        take(book, tmp_path / "packs", replace=True)
    assert caught.value.problem is Problem.PACK_FOLDER_FOREIGN


def test_a_replacement_that_was_cut_off_is_taken_back(book: Path, tmp_path: Path) -> None:
    take(book, tmp_path / "packs")
    target = tmp_path / "packs" / "m1"
    stage = tmp_path / "packs" / ".m1.part"
    stage.mkdir()
    target.rename(stage / "..older")
    with pytest.raises(AdvisorError) as caught:
        take(book, tmp_path / "packs")
    assert caught.value.problem is Problem.PACK_EXISTS
    assert (target / "pack.toml").exists()
    assert not stage.exists()


def test_a_replacement_that_fails_is_taken_back(book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take(book, tmp_path / "packs")
    rename = Path.rename

    def fails(path: Path, new: Path) -> Path:
        if path.name == "m1" and path.parent.name == ".m1.part":
            raise PermissionError(path)
        return rename(path, new)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(AdvisorError) as caught:
        take(book, tmp_path / "packs", replace=True)
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE
    assert (tmp_path / "packs" / "m1" / "pack.toml").exists()
    assert [path.name for path in (tmp_path / "packs").iterdir()] == ["m1"]


def test_what_others_would_miss_is_told(tmp_path: Path) -> None:
    book = tmp_path / "base.xlsx"
    export_pack(tmp_path / "data", GERMAN, "base", book)
    opened = load_workbook(book)
    sheet = opened["Quellen"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "EV")
    sheet.delete_rows(row)
    opened.save(book)
    imported = take(book, tmp_path / "packs")
    assert imported.folder is None
    assert any("Damit hätte ein anderes Paket einen Fehler" in item.reason for item in imported.findings)


def test_faulty_packs_are_not_exported(tmp_path: Path) -> None:
    own = tmp_path / "data" / "packs" / "eigenes"
    own.mkdir(parents=True)
    (own / "pack.toml").write_text('id = "eigenes"\nversion = "1"\ntitle = "E"\n[requires]\n', encoding="utf-8")
    for name, problem in (("eigenes", Problem.CONTENT), ("gibt-es-nicht", Problem.UNKNOWN_PACK)):
        with pytest.raises(AdvisorError) as caught:
            export_pack(tmp_path / "data", GERMAN, name, tmp_path / "x.xlsx")
        assert caught.value.problem is problem
    assert not (tmp_path / "x.xlsx").exists()


def test_where_nothing_can_be_written_nothing_is_left(book: Path, tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file", encoding="utf-8")
    with pytest.raises(AdvisorError) as caught:
        take(book, tmp_path / "packs")
    assert caught.value.problem is Problem.FILE_NOT_WRITABLE
