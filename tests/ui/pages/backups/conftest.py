"""The page „Sicherungen“ in a window, with dialogs that a test answers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.services.finding import FoundKind
from advisor_app.services.workspace import Workspace, open_workspace
from advisor_app.ui.pages.backups import BackupsPage
from advisor_app.ui.pages.backups.finder import FoundRow
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import SHEET, make_recoverable
from tests.ui.conftest import COMMUNE, PREFERENCES

LEFT = Qt.MouseButton.LeftButton


class Choice:
    """A dialog that answers with what a test puts in."""

    path: Path | None = None

    def folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.path

    def file(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path


@pytest.fixture
def choice() -> Choice:
    return Choice()


Open = Callable[[], BackupsPage]


@pytest.fixture
def page_of(qtbot: QtBot, main_window: MainWindow, choice: Choice) -> Open:
    """Return the page of the window as it is shown now, with dialogs that a test answers."""

    def show() -> BackupsPage:
        main_window.show_page("backups")
        page = main_window.page
        assert isinstance(page, BackupsPage)
        settled(qtbot, main_window)
        page.state._choose = page.finder._choose = choice.folder
        page.move_card._choose_folder, page.move_card._choose_file = choice.folder, choice.file
        return page

    return show


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.lane.findChildren(Job))


def add_case(workspace: Workspace) -> str:
    return workspace.cases.create(COMMUNE, ("M4",)).case.id


def cases_of(workspace: Workspace) -> set[str]:
    return {case.id for case in workspace.cases.load_all()}


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def back_up(qtbot: QtBot, window: MainWindow, page: BackupsPage) -> None:
    click(qtbot, page.state.make_button)
    settled(qtbot, window)
    settled(qtbot, window)


@pytest.fixture
def lost_laptop(tmp_path: Path) -> Path:
    """Return a folder with the data of another laptop: a profile with one case, its backup and that case as a file."""
    lost = open_workspace(make_recoverable(tmp_path / "stick" / "alt"), PREFERENCES)
    case_id = add_case(lost)
    lost.backups.create()
    lost.case_export.export(case_id, tmp_path / "stick" / "fall.bkcase", lost.case_export.with_passphrase(SHEET))
    lost.close()
    return tmp_path / "stick"


def look_into(qtbot: QtBot, window: MainWindow, page: BackupsPage, choice: Choice, folder: Path) -> None:
    choice.path = folder
    click(qtbot, page.finder.folder_button)
    settled(qtbot, window)


def row_of(page: BackupsPage, kind: FoundKind) -> FoundRow:
    (row,) = (row for row in page.finder.rows if row.found.kind is kind)
    return row
