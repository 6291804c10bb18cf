"""A page that is shown has the focus, also one that has to read before there is anything to put it on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.services.demo import ensure_example
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow


@pytest.mark.parametrize("name", [entry.name for entry in (*PAGES, *CASE_PAGES)])
def test_a_page_that_is_shown_has_the_focus(qtbot: QtBot, main_window: MainWindow, name: str) -> None:
    main_window.activateWindow()
    case_id = ensure_example(main_window.workspace)
    if any(entry.name == name for entry in CASE_PAGES):
        main_window.open_case(case_id, name)
    else:
        main_window.show_page(name)
    qtbot.waitUntil(lambda: not main_window.lane.findChildren(Job))
    page, focus = main_window.page, QApplication.focusWidget()
    assert page is not None
    assert focus is not None
    assert page.isAncestorOf(focus) or focus is page
    if name == "figures":
        assert focus is not page, "once there is something to act on"
