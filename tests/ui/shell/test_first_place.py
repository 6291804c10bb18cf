"""The window before anybody has moved it: nothing of it lies beyond the edge of a small laptop's screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.shell.view_commands import ViewCommands


@dataclass
class Screen:
    """What is left of a screen beside the bar of programs."""

    room: QSize

    def availableSize(self) -> QSize:  # noqa: N802 — Qt's name
        return self.room


class Window(QWidget):
    """A window on a screen of a given size."""

    def __init__(self, room: QSize) -> None:
        super().__init__()
        self.setMinimumSize(900, 600)
        self._screen = Screen(room)

    @override
    def screen(self) -> Screen:  # type: ignore[override]  # all that is asked of one
        return self._screen


@pytest.mark.parametrize(
    ("room", "fills"),
    [
        pytest.param(QSize(1366, 728), True, id="laptop of 1366 × 768"),
        pytest.param(QSize(1280, 984), True, id="narrow"),
        pytest.param(QSize(1920, 780), True, id="no room for the title"),
        pytest.param(QSize(1920, 1040), False, id="full HD"),
        pytest.param(QSize(800, 800), False, id="smaller than the window can be"),
    ],
)
def test_the_first_window_fills_a_screen_that_has_no_room_around_it(
    qtbot: QtBot, theming: Theming, tmp_path: Path, room: QSize, *, fills: bool
) -> None:
    window = Window(room)
    qtbot.addWidget(window)

    ViewCommands(window, theming, tmp_path, lambda _change: None).restore_geometry()

    assert window.isMaximized() is fills
    assert window.size() == QSize(1366, 768)


def test_a_window_that_was_moved_stays_as_it_was(qtbot: QtBot, theming: Theming, tmp_path: Path) -> None:
    before = Window(QSize(1920, 1040))
    qtbot.addWidget(before)
    before.resize(920, 610)
    ViewCommands(before, theming, tmp_path, lambda _change: None).save_geometry()
    window = Window(QSize(1366, 728))
    qtbot.addWidget(window)

    ViewCommands(window, theming, tmp_path, lambda _change: None).restore_geometry()

    assert not window.isMaximized()
    assert window.height() == 610
