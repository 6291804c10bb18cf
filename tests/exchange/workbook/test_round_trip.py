"""A pack as a workbook and back: nothing is lost, whatever its texts look like."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from advisor_app.content.packs import load_catalog
from advisor_app.content.shapes.canonical import canonical, tidy
from advisor_app.content.shapes.pack_files import FILES
from advisor_app.content.shapes.toml_writer import write_toml
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.exchange.workbook.pack_workbook import pack_to_workbook
from advisor_app.exchange.workbook.sheets import GUIDE, overlay_sheets, sheets_of
from advisor_app.resources_folder import resources_folder
from tests.content.small_packs.writing import replace_in, write_packs
from tests.exchange.workbook.editing import GERMAN, edited, exported, read, sheet, with_shared_strings

SHIPPED = resources_folder() / "content"
PACKS = sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir())
SHAPES = {file.name: file.shape for file in FILES}


def written(data: bytes, root: Path) -> Path:
    """The pack of a workbook in a folder."""
    reading = read(data)
    assert reading.findings == []
    folder = root / reading.pack
    folder.mkdir(parents=True)
    for name, text in reading.files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


def test_shipped_packs_come_back_as_they_went(tmp_path: Path) -> None:
    for name in PACKS:
        data = exported(SHIPPED / name)
        folder = written(data, tmp_path)
        assert {file.name for file in folder.iterdir()} == {file.name for file in (SHIPPED / name).iterdir()}
        assert exported(folder) == data, "byte for byte"
        again = written(data, tmp_path / "again")
        for file in folder.iterdir():
            assert file.read_bytes() == (again / file.name).read_bytes()
    folders = [tmp_path / name for name in PACKS]
    assert load_catalog(folders) == load_catalog([SHIPPED])


def lines_of(file: Path) -> list[str]:
    """The lines that say something: a workbook keeps neither comments nor empty lines."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("name", PACKS)
def test_files_come_back_without_a_difference(tmp_path: Path, name: str) -> None:
    """To the letter: shipped files stand in the one form that is written (CONTRIBUTING.md says how to get there)."""
    folder = written(exported(SHIPPED / name), tmp_path)
    for file in sorted((SHIPPED / name).iterdir()):
        assert lines_of(folder / file.name) == lines_of(file), f"{file.name} is not in canonical form"


def test_a_spreadsheet_may_save_it_again() -> None:
    data = exported(SHIPPED / "m4")
    shared = with_shared_strings(data)
    assert b"sharedStrings" in shared
    for saved in (edited(data, lambda _book: None), shared):
        assert read(saved).findings == []
        assert read(saved).files == read(data).files


def test_rows_and_columns_may_move(tmp_path: Path) -> None:
    data = exported(write_packs(tmp_path) / "m4")

    def change(book: Any) -> None:
        worksheet = sheet(book, "Anker")
        rows = [[cell.value for cell in row] for row in worksheet.iter_rows()]
        worksheet.delete_rows(1, worksheet.max_row)
        for row in (rows[0], *reversed(rows[1:])):
            worksheet.append(list(reversed(row)))
        worksheet.insert_rows(4, 2)

    assert read(edited(data, change)).files == read(data).files


def test_what_an_author_adds_is_there(tmp_path: Path) -> None:
    data = exported(write_packs(tmp_path) / "base")

    def change(book: Any) -> None:
        worksheet = sheet(book, "Fakten")
        worksheet.append(
            ["neu", "Neu ist das.", date(2026, 11, 21), "S2; EV", "mittel", None, "31.12.2027", None, "nein"]
        )

    facts = tomli.loads(read(edited(data, change)).files["facts.toml"])["fact"]
    assert facts[-1] == {
        "id": "neu",
        "text": "Neu ist das.",
        "as_of": date(2026, 11, 21),
        "sources": ["S2", "EV"],
        "certainty": "medium",
        "valid_to": date(2027, 12, 31),
    }


def test_the_workbook_can_be_read_by_people() -> None:
    book = load_workbook(BytesIO(exported(SHIPPED / "base")))
    assert book.sheetnames[0] == GUIDE
    assert "Rollen (en)" in book.sheetnames
    titles = [sheet.title for root in sheets_of("base") for sheet in root.titled()]
    overlays = [root for root in overlay_sheets("base", "en") if (SHIPPED / "base" / root.file).is_file()]
    titles += [sheet.title for root in overlays for sheet in root.titled()]
    assert [*book.sheetnames[1:]] == titles
    for title in titles:
        worksheet = sheet(book, title)
        assert len(title) <= 31
        assert worksheet.freeze_panes in {"B2", "C2", "D2", "E2"}
        headings = [cell.value for cell in worksheet[1]]
        assert len(set(headings)) == len(headings), title
        for rule in worksheet.data_validations.dataValidation:  # beyond these spreadsheets call the file damaged
            assert len(rule.formula1) <= 255
            assert len(rule.errorTitle) <= 32
            assert len(rule.error) <= 225
    questions = sheet(book, "Fragen")
    lists = [rule.formula1 for rule in questions.data_validations.dataValidation if rule.type == "list"]
    assert '"Stufen,Zahl,Text,Auswahl,Rechnung"' in lists
    facts = sheet(book, "Fakten")
    assert facts["B2"].alignment.wrap_text
    assert facts["B2"].number_format == "@"
    assert facts["C2"].number_format == "dd.mm.yyyy"


WILD = st.text(
    st.one_of(
        st.sampled_from("=+-@'\"\\\n\t|;,_xX0FäöüßÄ„“–<>&]\u00a0"),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
    max_size=60,
).map(tidy)
TEXTS = st.one_of(
    WILD.filter(bool),
    st.sampled_from(
        [
            "=1+1",
            '=HYPERLINK("x")',
            "+49 6421",
            "-",
            "@SUM(A1)",
            "'x",
            "_x000D_",
            "_x005F_x0041_",
            "#REF!",
            "TRUE",
            "1.10",
            "2026-11-22",
            "\\n",
            "\\",
            "nein",
            "\x0b\x01x",
        ]
    )
    .map(tidy)
    .filter(bool),
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(TEXTS, min_size=6, max_size=6), st.lists(TEXTS, min_size=1, max_size=5))
def test_texts_of_every_kind_come_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], items: list[str]
) -> None:
    root = write_packs(tmp_path_factory.mktemp("packs"))
    file = root / "m4" / "questionnaire.toml"
    shape = SHAPES[file.name]
    data = canonical(shape, tomli.loads(file.read_text(encoding="utf-8"), parse_float=Decimal))
    question = data["question"][0]
    question |= dict(zip(("text", "short", "hint", "evidence", "not_applicable"), texts, strict=False))
    question["anchors"] = [*texts[1:], texts[0]][:5]
    question["variant"] = {"LK": {"text": texts[5], "anchors_short": texts[:5]}}
    file.write_text(write_toml(shape, canonical(shape, data)), encoding="utf-8", newline="\n")
    agenda = root / "m4" / "agenda.toml"
    steps = canonical(SHAPES[agenda.name], tomli.loads(agenda.read_text(encoding="utf-8")))
    steps["template"][0]["step"][0]["talking_points"] = items
    agenda.write_text(write_toml(SHAPES[agenda.name], steps), encoding="utf-8", newline="\n")
    book = exported(root / "m4")
    reading = read(book)
    assert reading.findings == []
    assert reading.files[file.name] == file.read_text(encoding="utf-8")
    assert reading.files[agenda.name] == agenda.read_text(encoding="utf-8")
    for worksheet in load_workbook(BytesIO(book)).worksheets:
        assert all(cell.data_type != "f" for row in worksheet.iter_rows() for cell in row)


def test_a_text_that_no_cell_can_hold_is_named(tmp_path: Path) -> None:
    folder = write_packs(tmp_path) / "m4"
    replace_in(folder / "handout.toml", "Fangen Sie klein an.", "Fangen Sie " * 4_000)
    with pytest.raises(AdvisorError) as caught:
        pack_to_workbook(folder, "m4", GERMAN)
    assert caught.value.problem is Problem.CONTENT
    lines = (folder / "handout.toml").read_text(encoding="utf-8").split("\n")
    assert "Fangen" in lines[int(caught.value.details["line"]) - 1]
