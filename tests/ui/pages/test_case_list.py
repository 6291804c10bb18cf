"""Fallliste einlesen: a list becomes cases by a few clicks, an ambiguous name is decided, all of it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.table_preview import RowFate
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.case_list import CaseListPage
from advisor_app.ui.shell.page import PageContext

LEFT = Qt.MouseButton.LeftButton
LIST = "Kommune;Modul;Status;Eingang\nLich;M1;erledigt;03.02.2025\nKassel;M2;;\nLich;M9;;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "Fälle.csv"
    file.write_bytes(LIST.encode("cp1252"))
    return file


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, file: Path) -> CaseListPage:
    page = CaseListPage(context, lambda *_asked: file)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def previewed(qtbot: QtBot, page: CaseListPage, label: str) -> None:
    qtbot.waitUntil(lambda: page.table_import.accept_button.text() == label)


def test_a_list_is_decided_taken_in_and_taken_back(qtbot: QtBot, page: CaseListPage, workspace: Workspace) -> None:
    panel = page.table_import
    qtbot.mouseClick(page.choose_button, LEFT)
    previewed(qtbot, page, "1 Zeile übernehmen")
    assert {fate: chip.text() for fate, chip in panel.preview.chips.items() if chip.isVisible()} == {
        None: "3 alle",
        RowFate.NEW: "1 neu",
        RowFate.ASKED: "1 offen",
        RowFate.FAULTY: "1 fehlerhaft",
    }
    (box,) = panel.preview.questions.boxes.values()
    place = next(index for index in range(box.count()) if box.itemText(index).startswith("Stadt Kassel"))
    box.setCurrentIndex(place)
    box.activated.emit(place)
    previewed(qtbot, page, "2 Zeilen übernehmen")
    assert not panel.preview.questions.isVisible()
    qtbot.mouseClick(panel.accept_button, LEFT)
    qtbot.waitUntil(page.done.words.isVisible)
    assert page.done.words.text() == "2 Fälle sind angelegt. Nicht übernommene Zeilen: 1."
    assert sorted(row.title for row in workspace.portfolio.rows) == ["Stadt Kassel", "Stadt Lich"]
    assert page.flush()
    with qtbot.waitSignal(page.navigated) as wanted:
        qtbot.mouseClick(page.cases_button, LEFT)
    assert wanted.args == ["cases", ""]
    qtbot.mouseClick(page.undo_button, LEFT)
    qtbot.waitUntil(lambda: not page.undo_button.isVisible())
    assert workspace.cases.load_all() == []
    assert workspace.portfolio.rows == ()
    qtbot.mouseClick(page.again_button, LEFT)
    assert page.choose_button.isVisible()


def test_what_was_worked_on_stays(qtbot: QtBot, page: CaseListPage, workspace: Workspace, file: Path) -> None:
    page.open_item(str(file))
    previewed(qtbot, page, "1 Zeile übernehmen")
    qtbot.mouseClick(page.table_import.accept_button, LEFT)
    qtbot.waitUntil(page.done.words.isVisible)
    (case,) = workspace.cases.load_all()
    session = workspace.cases.open(case.id)
    session.apply(*workspace.cases.booking_changes(session.case, "M3"))
    with qtbot.waitSignal(page.warned) as told:
        qtbot.mouseClick(page.undo_button, LEFT)
    assert "seither gearbeitet" in told.args[0]
    assert len(workspace.cases.load_all()) == 1
