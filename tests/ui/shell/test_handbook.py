"""F1: the handbook beside the work, from every page, and over the lock screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.handbook import Place
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_f1_opens_it_at_the_page_that_is_shown_and_it_goes_with_the_window(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    assert main_window.handbook.shown is None
    QTest.keyClick(main_window, Qt.Key.Key_F1)
    shown = main_window.handbook.shown
    assert shown is not None
    qtbot.waitUntil(lambda: shown.place == Place("02-fall-anlegen", "die-liste-der-fälle"))
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.open_case(session.case.id, "plan")
    qtbot.mouseClick(main_window.status.handbook_button, Qt.MouseButton.LeftButton)
    assert shown.place == Place("06-umsetzungsplan")
    zoom = main_window.theming.zoom
    QTest.keyClick(shown, Qt.Key.Key_Plus, CONTROL)
    assert main_window.theming.zoom > zoom
    shown.close()
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    QTest.keyClick(main_window, Qt.Key.Key_F1)
    assert shown.isVisible()
    main_window.close()
    assert main_window.handbook.shown is None


def test_it_opens_over_a_fault_as_well(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.data.show_fault(AdvisorError(Problem.DISK_FAILED))
    QTest.keyClick(main_window, Qt.Key.Key_F1)
    shown = main_window.handbook.shown
    assert shown is not None
    qtbot.waitUntil(lambda: shown.place == Place("15-wenn-etwas-schiefgeht"))
