"""How keys are named: as the keyboard in front of the user says, everywhere alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

import advisor_app.ui
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import MenuButton
from advisor_app.ui.widgets.keys import native_keys

SOURCES = Path(advisor_app.ui.__file__).parent


@pytest.mark.usefixtures("qapp")
def test_return_is_named_as_keyboards_name_it() -> None:
    assert native_keys("Ctrl+Return").endswith("+Eingabe")
    assert native_keys("Ctrl+V") == QKeySequence("Ctrl+V").toString(QKeySequence.SequenceFormat.NativeText)


def test_a_menu_names_keys_like_everything_else(qtbot: QtBot, theming: Theming) -> None:
    button = MenuButton(theming, "Mehr")
    qtbot.addWidget(button)
    button.add_action("Übernehmen", "check", lambda: None, "Ctrl+Return")
    (action,) = button.menu_shown.actions()
    assert action.text() == f"Übernehmen\t{native_keys('Ctrl+Return')}"


def test_no_other_module_names_keys_by_itself() -> None:
    """Qt calls them as its own language does (Ctrl+Return) unless it is asked in the right way."""
    naming = [
        file.relative_to(SOURCES).as_posix()
        for file in SOURCES.rglob("*.py")
        if "QKeySequence" in (code := file.read_text(encoding="utf-8")) and ".toString(" in code
    ]
    assert naming == ["widgets/keys.py"]
