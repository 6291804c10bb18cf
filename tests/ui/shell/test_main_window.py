"""Moving between pages and cases, taking back, leaving."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import CaseHead
from advisor_app.domain.changes import HeadSet
from advisor_app.services.entrance import Profile
from advisor_app.services.preferences import Preferences, PreferencesFile, ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.cases.page import CasesPage
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.pages.set_up.page import SetUpPage
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from tests.profiles import connect_to
from tests.ui.conftest import COMMUNE

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def case_id(main_window: MainWindow) -> str:
    """A case of the open window."""
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.workspace.portfolio.update(session.case)
    return session.case.id


def opened(window: MainWindow, case_id: str) -> SetUpPage:
    window.open_case(case_id, "set-up", "dates")
    page = window.page
    assert isinstance(page, SetUpPage)
    QApplication.sendPostedEvents()  # the rail's new buttons are shown
    return page


def rename_room(window: MainWindow, words: str) -> None:
    bridge = window.bridge
    assert bridge is not None
    head = bridge.case.head
    assert bridge.edit(HeadSet(head, replace(head, room=words)))


def room_of(window: MainWindow) -> str:
    assert window.bridge is not None
    return window.bridge.case.head.room


def test_a_case_has_its_own_pages_and_the_way_back(qtbot: QtBot, main_window: MainWindow, case_id: str) -> None:
    opened(main_window, case_id)
    assert main_window.rail.names[:4] == ("overview", "preparation", "agenda", "assessment")
    assert main_window.rail.button("overview").isChecked()
    assert main_window.bar.text.startswith("Gemeinde Eschentalbach")
    qtbot.mouseClick(main_window.bar.back_button, Qt.MouseButton.LeftButton)
    assert main_window.stack.shown == "cases"
    assert main_window.bridge is None
    assert main_window.rail.names == ("cases", "figures", "contents", "backups", "settings")


def test_a_draft_goes_on_where_it_is_set_up(main_window: MainWindow) -> None:
    session = main_window.workspace.cases.create(COMMUNE, (), draft=True)
    main_window.open_case(session.case.id)
    assert main_window.stack.shown == "set-up"
    assert main_window.rail.names == ("cases", "figures", "contents", "backups", "settings")
    assert main_window.rail.button("cases").isChecked()
    assert main_window.bar.text.startswith("Fall anlegen  Schritt 2 von 5")


def test_an_unknown_case_is_refused_in_a_sentence(main_window: MainWindow) -> None:
    main_window.open_case("gone")
    assert "gibt es nicht" in main_window.notice.text
    assert main_window.stack.shown == "cases"


def test_undo_and_redo_by_keys(qtbot: QtBot, main_window: MainWindow, case_id: str) -> None:
    opened(main_window, case_id)
    rename_room(main_window, "Saal 2")
    main_window.rail.button("overview").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), "z", CONTROL)
    assert room_of(main_window) == ""
    qtbot.keyClick(QApplication.focusWidget(), "z", CONTROL | SHIFT)
    assert room_of(main_window) == "Saal 2"
    qtbot.keyClick(QApplication.focusWidget(), "z", CONTROL)
    qtbot.keyClick(QApplication.focusWidget(), "y", CONTROL)
    assert room_of(main_window) == "Saal 2"


def test_undo_in_a_field_takes_back_typing_first_and_then_the_last_step(
    qtbot: QtBot, main_window: MainWindow, case_id: str
) -> None:
    page = opened(main_window, case_id)
    rename_room(main_window, "Saal 2")
    step = page.step
    assert isinstance(step, DatesStep)
    field = step.room.text
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Saal 3")
    qtbot.keyClick(field, "z", CONTROL)
    assert field.toPlainText() == "Saal 2"  # the field's own undo
    page.flush()
    assert room_of(main_window) == "Saal 2"
    assert field.hasFocus()
    qtbot.keyClick(field, "z", CONTROL)
    assert room_of(main_window) == ""  # and then the window's
    assert field.toPlainText() == ""


def test_what_is_typed_is_one_step_however_often_it_was_committed(
    qtbot: QtBot, main_window: MainWindow, case_id: str
) -> None:
    page = opened(main_window, case_id)
    step = page.step
    assert isinstance(step, DatesStep)
    field = step.room.text
    field.setFocus()
    qtbot.keyClicks(field, "Saal")
    assert main_window.status.saved_text == "schreibt …"
    qtbot.waitUntil(lambda: room_of(main_window) == "Saal")
    assert main_window.status.saved_text.startswith("gesichert 08:41:2")
    qtbot.keyClicks(field, " 3")
    qtbot.waitUntil(lambda: room_of(main_window) == "Saal 3")
    main_window.rail.button("overview").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), "z", CONTROL)
    assert room_of(main_window) == ""


def test_leaving_a_page_commits_what_is_typed(qtbot: QtBot, main_window: MainWindow, case_id: str) -> None:
    page = opened(main_window, case_id)
    step = page.step
    assert isinstance(step, DatesStep)
    step.room.text.setFocus()
    qtbot.keyClicks(step.room.text, "Saal 3")
    main_window.close_case()
    assert main_window.workspace.cases.load(case_id).head.room == "Saal 3"


def test_what_cannot_be_written_keeps_the_page_until_one_insists(
    qtbot: QtBot, main_window: MainWindow, case_id: str, data_folder: Path
) -> None:
    page = opened(main_window, case_id)
    step = page.step
    assert isinstance(step, DatesStep)
    step.room.text.setFocus()
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    qtbot.keyClicks(step.room.text, "Saal 3")
    main_window.show_page("cases")
    assert main_window.stack.shown == "set-up"
    assert "noch nicht gesichert, aber gemerkt" in main_window.notice.text
    assert main_window.status.saved_text == "Nicht gesichert – Daten gesperrt"
    other.execute("ROLLBACK")
    other.close()
    bridge = main_window.bridge
    assert bridge is not None
    with qtbot.waitSignal(bridge.committed):
        pass  # tried again by itself
    assert main_window.workspace.cases.load(case_id).head.room == "Saal 3"
    main_window.show_page("cases")
    assert main_window.stack.shown == "cases"


def test_who_insists_may_leave(qtbot: QtBot, main_window: MainWindow, case_id: str, data_folder: Path) -> None:
    page = opened(main_window, case_id)
    step = page.step
    assert isinstance(step, DatesStep)
    step.room.text.setFocus()
    qtbot.keyClicks(step.room.text, "Saal 3")
    other = connect_to(data_folder)
    other.execute("BEGIN IMMEDIATE")
    assert not main_window.close()
    assert main_window.isVisible()
    assert main_window.close()
    other.close()


def test_the_window_comes_back_where_it_was(
    qtbot: QtBot, tmp_path: Path, theming: Theming, main_window: MainWindow
) -> None:
    main_window.resize(1111, 701)
    main_window.close()

    def never(_profile: Profile | None = None, /) -> Workspace:
        raise AssertionError

    again = MainWindow(never, main_window.workspace.folder, Preferences(), theming)
    qtbot.addWidget(again)
    assert again.height() == 701  # the test platform's screen is narrower than the window may be
    (tmp_path / "window.ini").write_text("[General]\ngeometry=broken\n", encoding="utf-8")
    broken = MainWindow(never, tmp_path, Preferences(), theming)
    qtbot.addWidget(broken)
    assert (broken.width(), broken.height()) == (1366, 768)


def test_closing_closes_the_database(main_window: MainWindow, case_id: str, data_folder: Path) -> None:
    main_window.open_case(case_id, "set-up")
    main_window.close()
    again = open_workspace(data_folder, Preferences())
    assert isinstance(again.cases.load(case_id).head, CaseHead)
    again.close()


def test_theme_and_zoom_are_kept(qtbot: QtBot, main_window: MainWindow, theming: Theming, data_folder: Path) -> None:
    qtbot.mouseClick(theme_button(main_window), Qt.MouseButton.LeftButton)
    assert theming.is_dark
    QTest.keyClick(main_window, Qt.Key.Key_Plus, CONTROL)
    assert theming.zoom == 110
    QTest.keyClick(main_window, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(main_window, Qt.Key.Key_Minus, CONTROL)
    assert theming.zoom == 90
    kept = PreferencesFile(data_folder).load()
    assert (kept.theme, kept.zoom, kept.adviser) == (ThemeChoice.DARK, 90, "Kim Berger")
    QTest.keyClick(main_window, Qt.Key.Key_0, CONTROL)
    assert theming.zoom == 100


def theme_button(window: MainWindow) -> Button:
    return next(button for button in window.status.findChildren(Button) if button.text() == "Hell")


def test_narrow_windows_show_icons_only(main_window: MainWindow, theming: Theming) -> None:
    main_window.resize(1000, 700)
    assert main_window.rail.width() == 56
    assert main_window.rail.button("cases").text() == ""
    assert main_window.rail.button("cases").accessibleName() == "Fälle"
    main_window.resize(1366, 768)
    assert main_window.rail.width() == 184
    theming.set_zoom(200)
    assert main_window.rail.width() == 112


def test_full_screen_by_f11(main_window: MainWindow) -> None:
    QTest.keyClick(main_window, Qt.Key.Key_F11)
    assert main_window.isFullScreen()
    QTest.keyClick(main_window, Qt.Key.Key_F11)
    assert not main_window.isFullScreen()


def test_the_list_shows_how_a_case_stands_that_was_just_left(main_window: MainWindow) -> None:
    session = main_window.workspace.cases.create(COMMUNE, ("M4",))
    main_window.open_case(session.case.id)
    main_window.show_page("cases")
    page = main_window.page
    assert isinstance(page, CasesPage)
    assert page.list.isVisible()
    assert not page.empty.isVisible()


def test_the_window_has_the_icon_of_the_product_in_every_size(main_window: MainWindow) -> None:
    sizes = [size.width() for size in main_window.windowIcon().availableSizes()]
    assert {16, 24, 32, 48, 64, 128, 256} <= set(sizes)
    assert main_window.windowIcon().pixmap(48).toImage().pixelColor(24, 4).name() != "#000000"
