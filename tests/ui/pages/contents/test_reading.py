"""Inhalte: everything in a pack is read, searched, selected and printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.charts.palette import load_theme
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.pages.contents import ContentsPage
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from tests.content.small_packs.writing import write_pack
from tests.ui.pages.contents.conftest import Open, click, sections, settled, shown


def test_all_packs_stand_at_the_left_with_version_and_state(page_of: Open) -> None:
    page = page_of()
    entries = page.side.packs.entries
    assert [entry.title.split(":")[0] for entry in entries] == [
        "Grundlagen für alle Module",
        "Modul 1",
        "Modul 2",
        "Modul 3",
        "Modul 4",
    ]
    assert all(entry.below[0].isdigit() and " · " in entry.below for entry in entries)
    assert "geladen" not in entries[0].below, "it was checked"
    assert "Fragen: " in page.head.words


def test_a_questionnaire_is_read_by_dimension_with_all_anchors(
    qtbot: QtBot, main_window: MainWindow, page_of: Open
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.3")
    settled(qtbot, main_window)
    questionnaire = main_window.workspace.catalog.questionnaires["m4"]
    dimension = next(item for item in questionnaire.dimensions if item.id == "4.3")
    assert page.reader.group.currentText() == f"4.3 {dimension.title}"
    for question in dimension.questions:
        assert f"{question.id}  {question.text}" in shown(page)
        for anchor in (*question.anchors, *question.anchors_short):
            assert anchor in shown(page)
    assert "4.1.1" not in [entry.key for entry in page.reader.view.entries]
    assert page.present_item() == "m4/questionnaire/4.3"
    page.reader.group.setFocus()
    qtbot.keyClick(page.reader.group, Qt.Key.Key_Down)
    assert page.reader.group.currentData() == "4.4"
    assert "4.4.1  " in shown(page)


def test_the_colours_of_the_levels_are_those_of_the_theme(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, theming: Theming
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.1")
    settled(qtbot, main_window)
    cursor = page.reader.view.document().find("0")
    table = None
    while not cursor.isNull() and table is None:
        table = cursor.currentTable()
        cursor = page.reader.view.document().find("0", cursor)
    assert table is not None
    grounds = [table.cellAt(level, 0).format().background().color() for level in range(5)]
    assert grounds == [theming.colour(f"level.{level}.fill") for level in range(5)]
    assert [table.cellAt(level, 0).firstCursorPosition().block().text() for level in range(5)] == list("01234")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("m4/about", "Braucht"),
        ("m4/agenda", "Moderation: "),
        ("m4/measures/4.1", "Erste Schritte"),
        ("m4/handout", "Wo Sie fragen können"),
        ("base/glossary", "OZG (Onlinezugangsgesetz)"),
        ("base/glossary", "Das OZG-Änderungsgesetz gilt seit dem 24. Juli 2024"),
        ("base/funding", "25.000 Euro je Kommune und Projekt"),
        ("base/facts", "Stand 21.11.2026, Quelle: "),
        ("base/services", "Nicht ganz sicher belegt."),
        ("base/maturity", "höchste Stufe: "),
        ("base/funding", "es zählt der Tag"),
    ],
)
def test_everything_in_a_pack_can_be_read(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, item: str, words: str
) -> None:
    page = page_of()
    page.open_item(item)
    settled(qtbot, main_window)
    assert page.reader.place[0] == item.split("/")[1]
    assert words in shown(page)


def test_expired_facts_and_those_to_be_checked_are_marked(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, data_folder: Path
) -> None:
    fact = '[[fact]]\nid = "f{number}"\ntext = "Satz {number}."\nas_of = 2025-01-01\nsources = ["EV"]\n'
    fact += 'certainty = "{sure}"\n'
    text = fact.format(number=1, sure="high") + "valid_to = 2026-09-13\n"
    text += fact.format(number=2, sure="low") + "check = 2026-09-01\n"
    write_pack(data_folder / "packs", "haus", {"facts.toml": text})
    page = page_of()
    page.open_item("haus/facts")
    settled(qtbot, main_window)
    for words in (
        "Stand 01.01.2025",
        "gilt bis 13.09.2026",
        "Abgelaufen am 13.09.2026",
        "Bis 01.09.2026 zu prüfen",
        "Unsicher: Bitte nur mit diesem Hinweis nennen.",
    ):
        assert words in shown(page)


def test_one_field_searches_the_whole_pack(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    page = page_of()
    page.open_item("base/facts")
    settled(qtbot, main_window)
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.reader.search.hasFocus()
    qtbot.keyClicks(page.reader.search, "leika")
    qtbot.waitUntil(lambda: bool(page.reader.view.extraSelections()))
    assert sum(int(count) for count in sections(page).values()) >= len(page.reader.view.entries) > 0
    assert all("leika" in entry.folded for entry in page.reader.view.entries)
    assert not page.reader.group.isVisible()
    qtbot.keyClick(page.reader.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.reader.view.extraSelections())
    packs = main_window.workspace.packs
    assert sections(page)["facts"] == str(packs.all().packs[0].counts.facts)


def test_many_hits_are_cut_off_with_a_word(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    page = page_of()
    page.open_item("m4/questionnaire")
    settled(qtbot, main_window)
    qtbot.keyClicks(page.reader.search, "die")
    qtbot.waitUntil(lambda: "Weitere Treffer" in shown(page))
    assert len(page.reader.view.entries) == 21


def test_text_can_be_selected_and_the_keyboard_reaches_everything(
    qtbot: QtBot, main_window: MainWindow, page_of: Open
) -> None:
    page = page_of()
    assert page.side.packs.hasFocus()
    qtbot.keyClick(page.side.packs, Qt.Key.Key_Up)
    settled(qtbot, main_window)
    reached = set()
    for _ in range(12):
        widget = main_window.focusWidget()
        reached.add(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert {page.side.packs, page.side.sections, page.head.check_button, page.reader.search} <= reached
    page.reader.view.setFocus()
    qtbot.keyClick(page.reader.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.reader.view.textCursor().hasSelection()
    before = shown(page)
    qtbot.keyClicks(page.reader.view, "x")
    assert shown(page) == before


def test_what_is_shown_is_printed_in_the_colours_of_paper(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, theming: Theming, tmp_path: Path
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.1")
    settled(qtbot, main_window)
    theming.choose(ThemeChoice.DARK)
    asked: list[str] = []

    def to_file(_parent: QWidget, title: str) -> QPrinter:
        asked.append(title)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        return printer

    page.reader.choose_printer = to_file
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Fragebogen"]
    document = QPdfDocument()
    document.load(str(tmp_path / "out.pdf"))
    assert document.pageCount() > 1
    assert "4.1.1" in document.getAllText(0).text()
    picture = document.render(0, QSize(420, 594))
    document.close()
    assert picture.pixelColor(5, 5).alpha() == 0, "nothing is painted on the paper"
    found = {picture.pixelColor(x, y).name() for x in range(420) for y in range(0, 594, 3)}
    assert load_theme("light").colour("level.4.fill").lower() in found
    page.reader.choose_printer = lambda _parent, _title: None
    click(qtbot, page.reader.print_button)


def test_at_double_size_and_in_the_dark_everything_is_set_anew(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, theming: Theming
) -> None:
    page = page_of()
    page.open_item("m4/questionnaire/4.1")
    settled(qtbot, main_window)
    before = page.reader.view.document().size().height()
    theming.set_zoom(200)
    assert page.reader.view.document().size().height() > before
    assert page.reader.view.document().size().width() <= page.reader.view.viewport().width()
    assert page.width() <= main_window.width()


def test_what_is_wanted_is_shown_also_where_the_packs_are_not_read_yet(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.show_page("contents", "m4/measures/4.2")
    settled(qtbot, main_window)
    page = main_window.page
    assert isinstance(page, ContentsPage)
    assert page.present_item() == "m4/measures/4.2"
    assert page.side.packs.current_key().endswith("m4")
