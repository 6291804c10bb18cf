"""Two versions of a pack compared in the window: not its questions alone, but all that it holds."""

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from pytestqt.qtbot import QtBot

from advisor_app.resources_folder import resources_folder
from advisor_app.ui.pages.contents import ContentsPage
from advisor_app.ui.pages.contents.blocks import Entry, Heading, Line, Points, Section, Sides, Text
from advisor_app.ui.pages.contents.part_comparison import differing_entries
from advisor_app.ui.shell.main_window import MainWindow
from tests.content.small_packs.writing import replace_in
from tests.ui.pages.contents.conftest import settled, shown

SHIPPED = resources_folder() / "content"
NAMES = ("1.0.0", "1.1.0")


def entry(key: str, *texts: str) -> Entry:
    return Entry(key, (Heading(key), *map(Text, texts)))


def test_what_changed_came_and_went_is_told_section_by_section() -> None:
    old = [
        Section("facts", "Fakten", [entry("a", "Eins.", "Zwei.", "Drei."), entry("b", "Bleibt."), entry("c", "Geht.")]),
        Section("glossary", "Glossar", [entry("wort", "Ein Wort.")]),
        Section("handout", "Handout", [entry("teil", "Ein Teil.")]),
    ]
    new = [
        Section(
            "facts", "Fakten", [entry("d", "Kommt."), entry("a", "Eins.", "Zwo.", "Drei."), entry("b", "Bleibt. ")]
        ),
        Section("glossary", "Glossar", [entry("wort", "Ein Wort.")]),
    ]
    summary, added, changed, removed, part, gone, same = differing_entries(old, new, NAMES)
    assert summary.blocks == (Heading("Fakten", "section"), Points(["Geändert: 1", "Neu: 1", "Entfallen: 1"]))
    assert added.blocks[1:] == (Text("Neu", "caption", "amber"), Text("Kommt."))
    assert changed.blocks == (Heading("a"), Sides(*NAMES, [Line("Zwei.", "Zwo.")]))
    assert removed.blocks[1] == Text("Entfallen", "caption", "amber")
    assert (part.blocks[0], gone.key) == (Heading("Handout", "section"), "teil")
    assert same.blocks == (Text("Ohne Unterschied: Glossar", tone="ink2"),)


def comparison(page: ContentsPage, window: MainWindow, pack: str, qtbot: QtBot) -> str:
    page.open_item(f"{pack}/comparison")
    settled(qtbot, window)
    qtbot.keyClick(page.reader.group, Qt.Key.Key_Down)
    settled(qtbot, window)
    return shown(page)


@pytest.fixture
def own_packs(data_folder: Path) -> None:
    """Copies of two shipped packs in which one thing of several kinds is different."""
    folder = data_folder / "packs"
    for name in ("base", "m4"):
        shutil.copytree(SHIPPED / name, folder / name)
        head = folder / name / "pack.toml"
        head.write_text(re.sub('version = ".*"', 'version = "9.0.0"', head.read_text("utf-8")), "utf-8")
    replace_in(folder / "base" / "facts.toml", "as_of = 2026-11-21", "as_of = 2026-11-20")
    replace_in(folder / "m4" / "questionnaire.toml", 'hint = "', 'hint = "Zuerst: ')
    replace_in(folder / "m4" / "measures.toml", 'title = "', 'title = "Neu: ')


@pytest.mark.usefixtures("own_packs")
def test_a_pack_is_compared_with_the_shipped_one(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show_page("contents", "m4")
    settled(qtbot, main_window)
    page = main_window.page
    assert isinstance(page, ContentsPage)
    words = comparison(page, main_window, "m4", qtbot)
    assert "Beide Fassungen fragen und werten dasselbe." in words
    same = "Ohne Unterschied: Agenda, Vorbereitung, Glossar"
    for part in ("Fragebogen: weitere Angaben", "Zuerst: ", "Maßnahmen", "Neu: ", same):
        assert part in words
    table = page.reader.view.document().find("Zuerst: ").currentTable()
    assert isinstance(table, QTextTable)
    assert table.columns() == 3


@pytest.mark.usefixtures("own_packs")
def test_a_pack_without_questions_is_compared_too(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.show_page("contents", "base")
    settled(qtbot, main_window)
    page = main_window.page
    assert isinstance(page, ContentsPage)
    words = comparison(page, main_window, "base", qtbot)
    assert "Paketversion 9.0.0, dieses Paket" in words
    assert "Stand 20.11.2026" in words
    assert "Fragebogen" not in words
