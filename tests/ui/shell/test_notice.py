"""The line that says what went wrong or was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell.notice import Notice
from advisor_app.ui.shell.theming import Theming


@pytest.fixture
def notice(qtbot: QtBot, theming: Theming) -> Notice:
    notice = Notice(theming)
    qtbot.addWidget(notice)
    return notice


def button(notice: Notice, words: str) -> QPushButton:
    return next(item for item in notice.findChildren(QPushButton) if item.text() == words)


def test_what_needs_attention_stays_until_it_is_closed(qtbot: QtBot, notice: Notice) -> None:
    assert notice.text == ""
    notice.warn("Die Datei ist zu groß.")
    assert notice.text == "Die Datei ist zu groß."
    notice.leave_page()
    assert notice.isVisible()
    qtbot.mouseClick(button(notice, "Kopieren"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Die Datei ist zu groß."
    qtbot.mouseClick(button(notice, "Schließen"), Qt.MouseButton.LeftButton)
    assert notice.text == ""


def test_what_is_done_goes_with_the_page(notice: Notice) -> None:
    notice.inform("Die Datei ist geschrieben.")
    assert notice.isVisible()
    notice.leave_page()
    assert not notice.isVisible()


def test_a_removal_offers_to_bring_it_back(qtbot: QtBot, notice: Notice) -> None:
    notice.inform("Gesichert.")
    assert not button(notice, "Rückgängig").isVisible()
    notice.inform_of_removal("U3 ist entfernt.")
    with qtbot.waitSignal(notice.undo_wanted):
        qtbot.mouseClick(button(notice, "Rückgängig"), Qt.MouseButton.LeftButton)
    assert not notice.isVisible()


def test_people_may_type_markup(notice: Notice) -> None:
    notice.inform("<b>Saal</b> & Foyer")
    assert notice.text == "<b>Saal</b> & Foyer"
