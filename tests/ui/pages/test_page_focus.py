"""A page that is shown has the focus, also one that has to read before there is anything to put it on."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.services.demo import ensure_example
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import Page, PageContext


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


def test_looking_for_something_to_act_on_leaves_all_widgets_to_whom_they_belong(
    qtbot: QtBot, context: PageContext
) -> None:
    """What PySide takes for a child of another widget is freed with that, although it still stands in the window."""
    window, page = QWidget(), Page(context)
    label, beside = QLabel("Wird gelesen …"), QPushButton("daneben")
    for parent, children in ((page, (label,)), (window, (page, beside))):
        column = QVBoxLayout(parent)
        for child in children:
            column.addWidget(child)
    qtbot.addWidget(window)
    window.show()
    before = [shiboken6.dump(widget) for widget in (label, beside)]
    page.take_focus()
    assert [shiboken6.dump(widget) for widget in (label, beside)] == before
    assert window.focusWidget() is page
