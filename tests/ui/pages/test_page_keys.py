"""What a page does by keys is not what the window does by them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.services.demo import ensure_example
from advisor_app.ui.pages.registry import CASE_PAGES, PAGES
from advisor_app.ui.shell.main_window import MainWindow


@pytest.mark.parametrize("name", [entry.name for entry in (*PAGES, *CASE_PAGES)])
def test_no_key_of_a_page_is_one_of_the_window(qtbot: QtBot, main_window: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: main_window.is_ready)
    main_window.open_case(ensure_example(main_window.workspace))
    main_window.show_page(name)
    assert main_window.page is not None
    window = {key.toString() for action in main_window.actions() for key in action.shortcuts()}
    assert "Ctrl+L" in window
    own = [command.keys for command in main_window.page.commands() if command.keys]
    assert window.isdisjoint(own)
    assert len(own) == len(set(own))
