"""Inhalte: broken packs are told, checked again and switched off; nothing is changed where one may only read."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from advisor_app.services.workspace import open_workspace
from advisor_app.ui.pages.contents import ContentsPage
from advisor_app.ui.shell.background import BackgroundLane, Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.theming import Theming
from tests.content.small_packs.writing import replace_in
from tests.faults import read_only
from tests.ui.conftest import COMMUNE, PREFERENCES
from tests.ui.pages.contents.conftest import Open, below, click, sections, settled, shown


def test_a_broken_pack_is_told_and_can_be_switched_off(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    replace_in(house / "glossary.toml", '"high"', '"sicher"')
    page = page_of()
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · fehlerhaft"]
    page.open_item("haus")
    settled(qtbot, main_window)
    assert "wird nicht benutzt" in page.head.words
    assert "glossary.toml, Zeile 6" in shown(page)
    assert not page.head.export_button.isEnabled()
    click(qtbot, page.head.off_button)
    settled(qtbot, main_window)
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · nicht geladen"]
    assert (house.parent / "haus.off").exists()


def test_checking_again_sees_what_has_changed(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    page = page_of()
    page.open_item("haus/findings")
    settled(qtbot, main_window)
    assert "Die Prüfung hat nichts gefunden" in shown(page)
    replace_in(house / "glossary.toml", '"high"', '"high"\ncheck = 2026-01-01')
    click(qtbot, page.head.check_button)
    settled(qtbot, main_window)
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · Hinweise: 1"]
    assert "Hinweis · glossary.toml, Zeile 7" in shown(page)


def test_a_pack_that_is_not_used_shows_its_errors_too(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    (house.parent / "haus.off").touch()
    replace_in(house / "glossary.toml", '"high"', '"sicher"')
    page = page_of()
    page.open_item("haus")
    settled(qtbot, main_window)
    assert below(page, "Eigenes") == ["1.0.0 · eigenes Paket · nicht geladen"]
    assert page.reader.place[0] == "findings"
    assert "glossary.toml, Zeile 6" in shown(page)
    assert list(sections(page)) == ["findings"]


def test_a_pack_is_switched_off_and_the_data_are_opened_anew(
    qtbot: QtBot, house: Path, main_window: MainWindow, page_of: Open
) -> None:
    del house
    page = page_of()
    page.open_item("haus")
    settled(qtbot, main_window)
    assert not page.reopen_card.isVisible()
    case_id = main_window.workspace.cases.create(COMMUNE, ("M4",)).case.id
    click(qtbot, page.head.off_button)
    settled(qtbot, main_window)
    assert "Es ist abgeschaltet." in page.head.words
    click(qtbot, page.head.on_button)
    settled(qtbot, main_window)
    assert not page.reopen_card.isVisible(), "nothing is other than before"
    click(qtbot, page.head.off_button)
    settled(qtbot, main_window)
    assert "wort" in main_window.workspace.catalog.terms
    with qtbot.waitSignal(main_window.ready):
        click(qtbot, page.reopen_card.accept_button)
    settled(qtbot, main_window)
    again = main_window.page
    assert isinstance(again, ContentsPage)
    assert again is not page
    assert main_window.notice.text == "Die Daten sind neu geöffnet."
    assert "wort" not in main_window.workspace.catalog.terms
    assert not again.reopen_card.isVisible()
    assert main_window.workspace.cases.load(case_id).id == case_id


def test_where_the_data_may_only_be_read_packs_are_not_changed(
    qtbot: QtBot, house: Path, data_folder: Path, lane: BackgroundLane, theming: Theming
) -> None:
    del house
    open_workspace(data_folder, PREFERENCES).close()  # makes the database, which nothing can make later
    with read_only(data_folder):
        workspace = open_workspace(data_folder, PREFERENCES)
        _check_that_nothing_can_be_changed(qtbot, PageContext(workspace=workspace, lane=lane, theming=theming))
        workspace.close()


def _check_that_nothing_can_be_changed(qtbot: QtBot, context: PageContext) -> None:
    page = ContentsPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open_item("haus")
    qtbot.waitUntil(lambda: not context.lane.findChildren(Job) and bool(page.reader.view.entries))
    for button in (page.side.workbook_button, page.side.folder_button, page.head.off_button):
        assert not button.isEnabled()
    assert page.head.export_button.isEnabled()
    assert [command.title for command in page.commands()] == ["Im Paket suchen", "Drucken", "Pakete prüfen"]
