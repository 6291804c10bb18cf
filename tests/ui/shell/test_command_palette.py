"""Every page, action and case by its name."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE

CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_keys(text: str) -> None:
    QTest.keyClicks(focused(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def test_a_command_is_found_by_the_beginnings_of_its_words() -> None:
    command = Command(title="Größe der Schrift", kind="Ansicht", act=lambda: None, search=" zoom")
    assert command.answers(("gros",))
    assert command.answers(("schr", "ans"))
    assert command.answers(("zo",))
    assert not command.answers(("rift",))


def test_a_case_is_opened_by_its_name(main_window: MainWindow) -> None:
    session = main_window.workspace.cases.create(COMMUNE, (), draft=True)
    main_window.workspace.portfolio.update(session.case)
    QTest.keyClick(main_window, Qt.Key.Key_K, CONTROL)
    palette = main_window.commands.palette
    assert palette.isVisible()
    type_keys("esch")
    assert palette.titles == ["Gemeinde Eschentalbach"]
    press(Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert main_window.bridge is not None
    assert main_window.bridge.case.id == session.case.id


def test_actions_carry_their_keys_and_act(main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_K, CONTROL)
    assert "Fall anlegen" in main_window.commands.palette.titles
    assert "Vollbild" in main_window.commands.palette.titles
    type_keys("fall anl")
    press(Qt.Key.Key_Return)
    assert main_window.stack.shown == "new-case"


def test_arrows_go_round_and_escape_goes_back(main_window: MainWindow) -> None:
    before = focused()
    QTest.keyClick(main_window, Qt.Key.Key_K, CONTROL)
    palette = main_window.commands.palette
    press(Qt.Key.Key_Up)
    assert palette.current_title == palette.titles[-1]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert palette.current_title == palette.titles[1]
    press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert focused() is before


def test_a_click_elsewhere_closes_it(main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_K, CONTROL)
    main_window.rail.button("cases").setFocus(Qt.FocusReason.MouseFocusReason)
    assert not main_window.commands.palette.isVisible()


def test_nothing_found_is_said(main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_K, CONTROL)
    type_keys("xyzzy")
    assert main_window.commands.palette.titles == []
    press(Qt.Key.Key_Return)
    assert main_window.commands.palette.isVisible()


def test_f1_lists_what_has_keys(main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    titles = main_window.commands.palette.titles
    assert {"Fall anlegen", "Anfrage notieren", "Rückgängig", "Tasten", "Vollbild"} <= set(titles)
    assert "Einstellungen" not in titles


def test_a_row_is_clicked(qtbot: QtBot, main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_K, CONTROL)
    type_keys("fall anl")
    view = main_window.commands.palette.list_view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert main_window.stack.shown == "new-case"
