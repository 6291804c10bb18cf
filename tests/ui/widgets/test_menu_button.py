"""A menu of further actions: made when it is first wanted, and showing names as they were given."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import MenuButton


def test_a_menu_is_made_when_it_is_opened_and_looks_like_what_it_stands_in(qtbot: QtBot, theming: Theming) -> None:
    window = QWidget()
    theming.dress(window)
    done: list[str] = []
    button = MenuButton(theming, "Mehr", parent=window)
    button.opening.connect(lambda: button.add_action("Entfernen", "trash-2", lambda: done.append("entfernt")))
    qtbot.addWidget(window)
    window.show()
    assert not window.findChildren(QMenu)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = button.menu_shown
    qtbot.waitUntil(menu.isVisible)
    assert menu.parentWidget() is button
    assert window.styleSheet()  # a menu wears what its parent wears
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["entfernt"]


def test_an_and_sign_in_a_name_stays(qtbot: QtBot, theming: Theming) -> None:
    """Qt would take it for the mark of a key."""
    button = MenuButton(theming, "Mehr")
    qtbot.addWidget(button)
    within = button.add_menu("Bauen & Wohnen", "calendar-days")
    button.add_action("Tag 1 & 2", "calendar-days", lambda: None, menu=within)
    assert [action.text() for action in button.menu_shown.actions()] == ["Bauen && Wohnen"]
    assert [action.text() for action in within.actions()] == ["Tag 1 && 2"]
