"""Inhalte: the version that a case keeps beside today's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.ui.shell.main_window import MainWindow
from tests.house_pack import NEW, OLD, write_house_pack
from tests.ui.conftest import COMMUNE
from tests.ui.pages.contents.conftest import Open, settled, shown


@pytest.fixture
def old_house(data_folder: Path) -> None:
    write_house_pack(data_folder, OLD)


@pytest.mark.usefixtures("old_house")
def test_a_cases_version_is_compared_with_todays(
    qtbot: QtBot, main_window: MainWindow, page_of: Open, data_folder: Path
) -> None:
    workspace = main_window.workspace
    session = workspace.cases.create(COMMUNE, ("M4",))
    workspace.assessments.create(session, AssessmentKind.WORKSHOP, "haus")
    write_house_pack(data_folder, NEW)
    page = page_of()
    page.open_item("haus/comparison")
    settled(qtbot, main_window)
    assert "Wählen Sie oben" in shown(page)
    qtbot.keyClick(page.reader.group, Qt.Key.Key_Down)
    settled(qtbot, main_window)
    assert page.reader.group.currentText() == f"Fassung {OLD}, wie in Fällen gefragt"
    for words in ("Geändert: 4", "Neu: 1", "Entfallen: ", "Entfallene Dimensionen: WB3", "Wie oft tagt der Rat dazu?"):
        assert words in shown(page)
    keys = [entry.key for entry in page.reader.view.entries]
    assert keys == ["summary", "H1.2", "H1.3", "H2.2", "H2.3", "H1.6", "H1.4", "HW.2"]
    document = page.reader.view.document()
    table = document.find("Wie oft tagt der Rat dazu?").currentTable()
    assert table is not None
    assert table.columns() == 3
    assert "nicht eins zu eins vergleichbar" in shown(page)


def test_without_another_version_that_is_said(qtbot: QtBot, main_window: MainWindow, page_of: Open) -> None:
    page = page_of()
    page.open_item("m1/comparison")
    settled(qtbot, main_window)
    assert "Es gibt keine andere Version" in shown(page)
    assert not page.reader.group.isVisible()
