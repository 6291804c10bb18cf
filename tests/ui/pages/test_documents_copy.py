"""Copies to edit from the page of documents: Word for the text, Excel for the tables, and targets that take nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.documents import DocumentsPage
from advisor_app.ui.pages.documents.output import TABLES, TEXT
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.faults import fill, read_only, small_disk
from tests.ui.pages.documents_page import FileChoice, click, example_bridge, shown_page


@pytest.fixture
def choice() -> FileChoice:
    return FileChoice()


@pytest.fixture
def bridge(context: PageContext) -> Iterator[CaseBridge]:
    bridge = example_bridge(context)
    yield bridge
    bridge.close()


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, choice: FileChoice) -> DocumentsPage:
    return shown_page(qtbot, context, bridge, choice, "implementation-plan")


def choose_format(qtbot: QtBot, page: DocumentsPage, ending: str) -> None:
    """Open the menu of the button by a click, and take a format by the keyboard."""
    copy = page.head.copy
    click(qtbot, page, copy.text())
    qtbot.waitUntil(copy.formats.isVisible)
    copy.formats.setActiveAction({TEXT: copy.whole, TABLES: copy.tables}[ending])
    qtbot.keyPress(copy.formats, Qt.Key.Key_Return)


def test_the_text_becomes_a_word_document(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, tmp_path: Path
) -> None:
    choice.path = tmp_path / "Plan.docx"
    choose_format(qtbot, page, TEXT)
    qtbot.waitUntil(page.made.isVisible)
    assert choice.proposed == "Umsetzungsplan_Eschentalbach.docx"
    assert str(choice.path) in page.made.words
    assert any("Umsetzungsplan" in paragraph.text for paragraph in docx.Document(str(choice.path)).paragraphs)
    qtbot.waitUntil(page.head.copy.isEnabled)


def test_the_tables_become_a_workbook(qtbot: QtBot, page: DocumentsPage, choice: FileChoice, tmp_path: Path) -> None:
    qtbot.waitUntil(page.head.copy.tables.isEnabled)
    choice.path = tmp_path / "Tabellen"  # the ending is put behind it
    choose_format(qtbot, page, TABLES)
    qtbot.waitUntil(page.made.isVisible)
    assert choice.proposed == "Umsetzungsplan_Eschentalbach.xlsx"
    assert load_workbook(tmp_path / "Tabellen.xlsx").sheetnames


def test_excel_is_offered_only_where_there_are_tables(qtbot: QtBot, page: DocumentsPage) -> None:
    qtbot.waitUntil(page.head.copy.tables.isEnabled)
    page.open_item("voting-cards")
    assert not page.head.copy.tables.isEnabled()
    qtbot.waitUntil(lambda: page.preview.page_count == 1)
    assert not page.head.copy.tables.isEnabled()
    assert page.head.copy.whole.isEnabled()
    titles = {command.title for command in page.commands()}
    assert "Kopie zum Bearbeiten (Word)" in titles
    assert "Tabellen zum Bearbeiten (Excel)" not in titles


def test_leaving_the_dialog_writes_nothing(qtbot: QtBot, page: DocumentsPage, tmp_path: Path) -> None:
    choose_format(qtbot, page, TEXT)
    assert page.head.copy.isEnabled()
    assert not list(tmp_path.glob("*.docx"))


def test_a_read_only_target_is_named_and_the_older_file_stays(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, tmp_path: Path
) -> None:
    folder = tmp_path / "nur lesbar"
    folder.mkdir()
    choice.path = folder / "Plan.docx"
    choice.path.write_bytes(b"alt")
    with read_only(folder), qtbot.waitSignal(page.warned) as warned:
        choose_format(qtbot, page, TEXT)
    assert warned.args is not None
    assert "lässt sich nicht schreiben" in warned.args[0]
    assert "schließen Sie das Programm" in warned.args[0]
    assert choice.path.read_bytes() == b"alt"


def test_a_full_target_is_named_and_nothing_half_is_left(
    qtbot: QtBot, page: DocumentsPage, choice: FileChoice, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "stick", "1m") as disk:
        fill(disk)
        choice.path = disk / "Plan.docx"
        with qtbot.waitSignal(page.warned) as warned:
            choose_format(qtbot, page, TEXT)
        assert warned.args is not None
        assert "ist voll" in warned.args[0]
        assert [file.name for file in disk.iterdir()] == ["filler"]
