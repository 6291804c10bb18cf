"""A window that is opened again on the same day goes on where the last one was closed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from advisor_app.services.data_lock import Access
from advisor_app.services.last_place import FILE_NAME
from advisor_app.services.preferences import ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.assessment import AssessmentPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from tests.ui.conftest import COMMUNE, PREFERENCES, TestClock

Open = Callable[[], MainWindow]


@pytest.fixture
def started(qtbot: QtBot, data_folder: Path, clock: TestClock, theming: Theming) -> Open:
    """Start the program over the data folder, as often as it is closed."""

    def start() -> MainWindow:
        def open_folder(_profile: object = None, /) -> Workspace:
            return open_workspace(data_folder, PREFERENCES, access=Access.WINDOW, clock=clock)

        window = MainWindow(open_folder, data_folder, replace(PREFERENCES, theme=ThemeChoice.LIGHT), theming)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        qtbot.waitUntil(lambda: not window.lane.findChildren(Job))
        return window

    return start


def in_an_assessment(window: MainWindow) -> str:
    """Open a new case and go to its second question; returns the case's id."""
    session = window.workspace.cases.create(COMMUNE, ("M4",))
    window.open_case(session.case.id, "assessment")
    assert isinstance(window.page, AssessmentPage)
    QTest.keyClick(window.page, Qt.Key.Key_Right)
    assert window.page.present_item().endswith(":4.1.2")
    return session.case.id


def test_it_goes_on_at_the_same_question(started: Open, clock: TestClock) -> None:
    window = started()
    case_id = in_an_assessment(window)
    window.close()
    clock.move(hours=3)
    window = started()
    assert window.bridge is not None
    assert window.bridge.case.id == case_id
    assert isinstance(window.page, AssessmentPage)
    assert window.page.present_item().endswith(":4.1.2")
    QTest.keyClick(window.page, Qt.Key.Key_3)
    assert window.bridge.case.answers[window.bridge.case.in_order()[0].id]["4.1.2"].level == 3
    window.close_case()
    assert window.stack.shown == "cases"


def test_on_another_day_nobody_sees_whose_case_was_open(started: Open, clock: TestClock) -> None:
    window = started()
    in_an_assessment(window)
    window.close()
    clock.move(days=1)
    assert started().stack.shown == "cases"


def test_from_the_list_it_goes_on_with_the_list(started: Open, data_folder: Path) -> None:
    window = started()
    in_an_assessment(window)
    window.close_case()
    window.close()
    assert not (data_folder / FILE_NAME).exists()
    assert started().stack.shown == "cases"


def test_a_case_that_is_gone_is_not_missed(started: Open) -> None:
    window = started()
    case_id = in_an_assessment(window)
    window.close()
    window = started()
    window.workspace.erasure.erase_case(case_id)
    window.close()
    window = started()
    assert window.stack.shown == "cases"
    assert not window.notice.isVisible()


def test_a_page_that_there_is_not_is_not_missed(started: Open, data_folder: Path) -> None:
    window = started()
    in_an_assessment(window)
    window.close()
    file = data_folder / FILE_NAME
    file.write_text(file.read_text().replace("assessment", "nirgends"))
    assert started().stack.shown == "cases"
