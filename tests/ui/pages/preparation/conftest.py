"""The page „Vorbereitung“ over a case, with everything outside of it: dialogs, mail program, folders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.assessment import AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.sent_form import SentForm
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.preparation import PreparationPage
from advisor_app.ui.pages.preparation.form_row import FormRow
from advisor_app.ui.pages.preparation.task_row import TaskRow
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from tests.exchange.returned_form import filling
from tests.services.forming import DUE

OpenCase = Callable[..., CaseBridge]
Stored = Callable[[str], Case]
Q = "4.1.1"  # asked of HA and BM
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """Answers in the place of the system's dialogs and programs."""

    def __init__(self, folder: Path) -> None:
        self.folder: Path | None = folder
        self.files: list[Path] = []
        self.shown: list[Path] = []
        self.has_mail = True

    def choose_files(self, *_: object) -> list[Path]:
        return self.files

    def choose_folder(self, *_: object) -> Path | None:
        return self.folder

    def show_place(self, place: Path) -> bool:
        self.shown.append(place)
        return self.has_mail or place.is_dir()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "raus")


@pytest.fixture
def bridge(open_case: OpenCase) -> CaseBridge:
    return open_case("M4")


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, bridge: CaseBridge, desk: Desk) -> PreparationPage:
    page = PreparationPage(
        context,
        bridge,
        choose_files=desk.choose_files,
        choose_folder=desk.choose_folder,
        show_place=desk.show_place,
    )
    qtbot.addWidget(page)
    page.open_item("forms")
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def made(workspace: Workspace, bridge: CaseBridge, desk: Desk) -> dict[str, SentForm]:
    """Forms of two roles, in the case and in the folder."""
    assert desk.folder is not None
    made = workspace.forms.make(workspace.forms.prepare(bridge.case, "M4", DUE, ["BM", "HA"]), desk.folder)
    assert bridge.edit(*made.changes)
    return {form.role: form for form in made.forms}


def row_of(page: PreparationPage, role: str) -> FormRow:
    card = page.list.cards["M4"]
    titles = {"BM": "Verwaltungsleitung", "HA": "Hauptamt", "IT": "IT"}
    return next(row for row in card.rows if row.words.startswith(f"{titles[role]} |"))


def choose(qtbot: QtBot, row: FormRow | TaskRow, words: str) -> None:
    """Open the menu of a row and choose an entry."""
    qtbot.mouseClick(row.menu, Qt.MouseButton.LeftButton)
    (action,) = (action for action in row.menu.menu_shown.actions() if action.text() == words)
    row.menu.menu_shown.setActiveAction(action)
    qtbot.keyClick(row.menu.menu_shown, Qt.Key.Key_Return)


def returned(desk: Desk, form: SentForm, file: Path, **values: str) -> Path:
    assert desk.folder is not None
    source = next(path for path in desk.folder.iterdir() if form.number in path.name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(filling.by_pypdf(source.read_bytes(), values))
    return file


def flat(desk: Desk, form: SentForm, file: Path) -> Path:
    filled = returned(desk, form, file)
    filled.write_bytes(filling.flattened(filled.read_bytes()))
    return file


def drop(page: PreparationPage, *places: Path) -> bool:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(page.rect().center()), copy, given, LEFT, none)
    QGuiApplication.sendEvent(page, enter)
    if enter.isAccepted():
        QGuiApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, given, LEFT, none))
    return enter.isAccepted()


def survey(bridge: CaseBridge) -> str:
    return next(item.id for item in bridge.case.in_order() if item.kind is AssessmentKind.PRE_SURVEY)


def wait_for_previews(qtbot: QtBot, page: PreparationPage, count: int) -> None:
    qtbot.waitUntil(lambda: page.returns.isVisible() and len(page.returns.cards) == count)
