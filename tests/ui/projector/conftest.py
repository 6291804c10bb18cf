"""What tests of the projector share: the window on a laptop with an open case."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication

from advisor_app.ui.shell.main_window import MainWindow
from tests.ui.conftest import COMMUNE
from tests.ui.projector.virtual_screens import LAPTOP, screens_given_back, set_screens


@pytest.fixture
def window(main_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on the laptop's screen with an open case, on its page Erhebung."""
    if sys.platform == "win32" or QGuiApplication.platformName() != "offscreen":
        pytest.skip("real screens cannot be taken away")
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    with screens_given_back():
        set_screens(LAPTOP)
        main_window.move(QPoint(0, 0))
        case = main_window.workspace.cases.create(COMMUNE, ("M4",)).case
        main_window.open_case(case.id, "assessment", "4.3.3")
        yield main_window
        main_window.projector.stop()
