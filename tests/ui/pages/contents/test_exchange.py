"""Inhalte: packs come in and go out, as folders and as workbooks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.content.small_packs.writing import write_pack
from tests.ui.pages.contents.conftest import TERM, Choice, Open, below, click, settled, shown


def test_a_folder_is_taken_in_and_replaced_when_told(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path, data_folder: Path
) -> None:
    page = page_of()
    for text, files in (("Erstes.", 1), ("Zweites.", 2)):
        choice.path = write_pack(tmp_path / text, "haus", {"glossary.toml": TERM.format(text=text)})
        click(qtbot, page.side.folder_button)
        settled(qtbot, main_window)
        if files == 2:
            assert "„haus“ gibt es schon" in page.exchange.replace_card.words
            assert "Erstes." in (data_folder / "packs" / "haus" / "glossary.toml").read_text(encoding="utf-8")
            qtbot.keyClick(page.exchange.replace_card.accept_button, Qt.Key.Key_Space)
            settled(qtbot, main_window)
        assert main_window.notice.text == "„haus“ ist eingelesen."
        assert len(below(page, "Eigenes")) == files
        assert page.reopen_card.isVisible()
    assert page.exchange.replace_card.words == ""
    kept = page.side.packs.entries[-1]
    assert "Version vor dem letzten Einlesen" in kept.below
    page.side.packs.setFocus()
    qtbot.keyClick(page.side.packs, Qt.Key.Key_End)
    settled(qtbot, main_window)
    assert "aufgehoben" in page.head.words
    click(qtbot, page.head.restore_button)
    settled(qtbot, main_window)
    assert "Erstes." in (data_folder / "packs" / "haus" / "glossary.toml").read_text(encoding="utf-8")


def test_the_question_whether_to_replace_can_be_left(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open, choice: Choice
) -> None:
    page = page_of()
    choice.path = house
    click(qtbot, page.side.folder_button)
    settled(qtbot, main_window)
    leave = page.exchange.replace_card.leave_button
    assert leave is not None
    click(qtbot, leave)
    assert page.exchange.replace_card.words == ""


def test_a_workbook_goes_out_and_comes_in(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path
) -> None:
    page = page_of()
    page.open_item("haus")
    settled(qtbot, main_window)
    choice.path = tmp_path / "haus.xlsx"
    click(qtbot, page.head.export_button)
    settled(qtbot, main_window)
    assert main_window.notice.text == f"Geschrieben: {choice.path}"
    (house / "glossary.toml").unlink()
    click(qtbot, page.side.workbook_button)
    settled(qtbot, main_window)
    click(qtbot, page.exchange.replace_card.accept_button)
    settled(qtbot, main_window)
    assert "Ein Wort des Hauses." in (house / "glossary.toml").read_text(encoding="utf-8")


def test_what_was_not_taken_in_is_told_line_by_line(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice, tmp_path: Path, data_folder: Path
) -> None:
    page = page_of()
    choice.path = write_pack(tmp_path, "haus", {"glossary.toml": TERM.format(text="")})
    click(qtbot, page.side.folder_button)
    settled(qtbot, main_window)
    assert "Nicht eingelesen: haus" in shown(page)
    assert "glossary.toml, Zeile 4" in shown(page)
    assert not (data_folder / "packs" / "haus").exists()
    choice.path = tmp_path / "keins.xlsx"
    choice.path.write_bytes(b"x")
    click(qtbot, page.side.workbook_button)
    settled(qtbot, main_window)
    assert "keins.xlsx" in main_window.notice.text
    choice.path = None
    for button in (page.side.workbook_button, page.side.folder_button, page.head.export_button):
        click(qtbot, button)
    assert not main_window.lane.findChildren(Job)


def test_the_documented_example_adds_a_funding_programme_from_the_window(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, choice: Choice
) -> None:
    choice.path = Path(__file__).resolve().parents[4] / "docs" / "examples" / "hausprogramm"
    page = page_of()
    click(qtbot, page.side.folder_button)
    settled(qtbot, main_window)
    assert main_window.notice.text == "„hausprogramm“ ist eingelesen."
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.reopen_card.accept_button)
    workspace = main_window.workspace
    verdict = workspace.cases.check_funding(["M3", "M4"], date(2027, 3, 1))
    assert verdict.funded
    assert {item.payer for item in verdict.modules.values()} == {"BSP"}
    assert [item.short for item in workspace.bookings.programmes("M4")] == ["Starke Heimat Hessen", "Beispielkreis"]
    assert not workspace.cases.check_funding(["M2", "M3", "M4"], date(2027, 3, 1)).combination_allowed
    assert not workspace.cases.check_funding(["M4"], date(2029, 1, 1)).funded
