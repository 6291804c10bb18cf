"""The page „Inhalte“ in a window, with files chosen by the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.pages.contents import ContentsPage
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from tests.content.small_packs.writing import write_pack

LEFT = Qt.MouseButton.LeftButton
TERM = '[[term]]\nid = "wort"\nterm = "Hauswort"\ntext = "{text}"\nsources = ["EV"]\ncertainty = "high"\n'


class Choice:
    """Dialogs that answer with what a test puts in."""

    path: Path | None = None

    def open_file(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path

    def save_file(self, _parent: QWidget, _title: str, _proposed: str, _kinds: str) -> Path | None:
        return self.path

    def folder(self, _parent: QWidget, _title: str) -> Path | None:
        return self.path


@pytest.fixture
def choice() -> Choice:
    return Choice()


Open = Callable[[], ContentsPage]


@pytest.fixture
def page_of(qtbot: QtBot, main_window: MainWindow, choice: Choice) -> Open:
    """Return the page as the window shows it now, with dialogs that a test answers."""

    def show() -> ContentsPage:
        main_window.show_page("contents")
        page = main_window.page
        assert isinstance(page, ContentsPage)
        page.exchange.open_file, page.exchange.save_file = choice.open_file, choice.save_file
        page.exchange.open_folder = choice.folder
        settled(qtbot, main_window)
        return page

    return show


@pytest.fixture
def house(data_folder: Path) -> Path:
    """A pack of one's own with one term, there before the window opens."""
    return write_pack(data_folder / "packs", "haus", {"glossary.toml": TERM.format(text="Ein Wort des Hauses.")})


def settled(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for what was read, and for what that has asked for."""
    for _ in range(3):
        qtbot.waitUntil(lambda: window.is_ready and not window.lane.findChildren(Job))


def click(qtbot: QtBot, button: QWidget) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def shown(page: ContentsPage) -> str:
    return page.reader.view.toPlainText()


def sections(page: ContentsPage) -> dict[str, str]:
    return {entry.key: entry.trailing for entry in page.side.sections.entries}


def below(page: ContentsPage, title: str) -> list[str]:
    return [entry.below for entry in page.side.packs.entries if entry.title == title]
