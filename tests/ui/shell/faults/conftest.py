"""Windows over a folder in which something goes wrong, and what tests do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.services.data_lock import Access
from advisor_app.services.entrance import Profile
from advisor_app.services.preferences import ThemeChoice
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.set_up.dates_step import DatesStep
from advisor_app.ui.pages.set_up.page import SetUpPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.fault_screen import FaultScreen
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.autosave import TextField
from tests.ui.conftest import COMMUNE, PREFERENCES, WAIT_MS, TestClock

DATABASE = "beraterkoffer.sqlite"
OpenWindow = Callable[[Path], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, clock: TestClock, theming: Theming) -> OpenWindow:
    """Open the window over a folder as the program does, locks and all."""

    def open_it(folder: Path) -> MainWindow:
        preferences = replace(PREFERENCES, theme=ThemeChoice.LIGHT)

        def open_folder(profile: Profile | None = None, /) -> Workspace:
            return open_workspace(
                folder,
                preferences,
                access=Access.WINDOW,
                clock=clock,
                wait_ms=WAIT_MS,
                enter=None if profile is None else lambda: profile,
            )

        window = MainWindow(open_folder, folder, preferences, theming)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: window.is_ready or bool(window.fault_ways.text))
        settle(qtbot, window)
        return window

    return open_it


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.findChildren(Job))


def new_case(window: MainWindow) -> str:
    session = window.workspace.cases.create(COMMUNE, ("M4",))
    window.workspace.portfolio.update(session.case)
    return session.case.id


def room_field(window: MainWindow, case_id: str) -> TextField:
    window.open_case(case_id, "set-up", "dates")
    page = window.page
    assert isinstance(page, SetUpPage)
    QApplication.sendPostedEvents()
    step = page.step
    assert isinstance(step, DatesStep)
    step.room.text.setFocus()
    return step.room.text


def room_in(folder: Path, case_id: str) -> str:
    workspace = open_workspace(folder, PREFERENCES)
    try:
        return workspace.cases.load(case_id).head.room
    finally:
        workspace.close()


def limit_pages(window: MainWindow, pages: int) -> None:
    """Let the connection that writes take no more pages: what a full disk does, on every system."""
    with window.workspace.database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def visible_button(window: MainWindow, words: str) -> QPushButton:
    return next(
        each for each in window.notice.findChildren(QPushButton) if each.accessibleName() == words and each.isVisible()
    )


def qtbot_screen(qtbot: QtBot, window: MainWindow) -> FaultScreen:
    qtbot.waitUntil(lambda: window.fault_ways.screen is not None and window.fault_ways.screen.isVisible())
    screen = window.fault_ways.screen
    assert screen is not None
    settle(qtbot, window)
    qtbot.waitUntil(lambda: screen.button(screen.ways[0]).isEnabled())
    return screen
