"""The line that says what went wrong or was done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from advisor_app.ui.shell import notice_line
from advisor_app.ui.shell.notice import Lasting, Notice
from advisor_app.ui.shell.theming import Theming


@pytest.fixture
def notice(qtbot: QtBot, theming: Theming) -> Notice:
    notice = Notice(theming)
    qtbot.addWidget(notice)
    return notice


def button(notice: Notice, words: str) -> QPushButton:
    """The button of the line that is shown; of the passing one where neither is."""
    found = [item for item in notice.findChildren(QPushButton) if words in (item.text(), item.accessibleName())]
    return next((item for item in found if item.isVisible()), found[-1])


def test_what_is_said_of_an_input_goes_with_its_page(qtbot: QtBot, notice: Notice) -> None:
    assert notice.text == ""
    notice.warn("Die Datei ist zu groß.")
    assert notice.text == "Die Datei ist zu groß."
    qtbot.mouseClick(button(notice, "Kopieren"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Die Datei ist zu groß."
    assert not notice._passing._while.isActive()
    notice.leave_page()
    assert notice.text == ""
    assert not notice.isVisible()


def test_what_is_said_of_an_input_goes_when_it_is_tried_again_or_closed(qtbot: QtBot, notice: Notice) -> None:
    notice.warn("Die Passphrase passt nicht.")
    notice.settle()
    assert notice.text == ""
    notice.inform("Kopiert.")
    notice.settle()
    assert notice.text == "Kopiert."
    notice.warn("Die Passphrase passt nicht.")
    qtbot.mouseClick(button(notice, "Schließen"), Qt.MouseButton.LeftButton)
    assert notice.text == ""


def test_an_offer_to_undo_goes_with_the_next_edit_which_it_would_undo_instead(notice: Notice) -> None:
    notice.inform_of_removal("„Pause“ ist entfernt.")
    assert not button(notice, "Rückgängig").isHidden()
    notice.settle()
    assert notice.text == ""
    notice.inform("Kopiert.")
    assert button(notice, "Rückgängig").isHidden()


def test_what_was_done_goes_after_a_while(qtbot: QtBot, theming: Theming, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_line, "SHOWN_MS", 50)
    notice = Notice(theming)
    qtbot.addWidget(notice)
    notice.inform("Kopiert.")
    assert notice.text == "Kopiert."
    qtbot.waitUntil(lambda: notice.text == "")
    assert notice.isHidden()


def test_a_fault_stays_above_everything_until_it_is_over(qtbot: QtBot, notice: Notice) -> None:
    notice.hold(Lasting.DAMAGE, "Die Datenbank ist beschädigt.", "Was jetzt hilft")
    notice.warn("Die Datei ist zu groß.")
    assert notice.text == "Die Datenbank ist beschädigt.\nDie Datei ist zu groß."
    notice.leave_page()
    notice.hold(Lasting.BACKUP, "Die Sicherung ist nicht gelungen.")
    assert notice.text == "Die Datenbank ist beschädigt."
    with qtbot.waitSignal(notice.action_wanted) as wanted:
        qtbot.mouseClick(notice.action_button, Qt.MouseButton.LeftButton)
    assert wanted.args == [Lasting.DAMAGE]
    notice.release(Lasting.DAMAGE)
    assert notice.text == "Die Sicherung ist nicht gelungen."
    assert not notice.action_button.isVisible()
    qtbot.mouseClick(button(notice, "Schließen"), Qt.MouseButton.LeftButton)
    assert notice.text == ""
    assert not notice.isVisible()


@pytest.mark.parametrize("zoom", [100, 200])
def test_long_sentences_are_shown_in_full(qtbot: QtBot, theming: Theming, notice: Notice, zoom: int) -> None:
    theming.set_zoom(zoom)
    notice.resize(900, 100)
    sentence = "Die Datenbank „/home/kim/Beraterkoffer/beraterkoffer.sqlite“ ist beschädigt. Es wurde nichts geändert. "
    notice.hold(Lasting.DAMAGE, sentence * 2, "Was jetzt hilft")
    notice.warn(sentence)
    lines = (notice._lasting, notice._passing)
    notice.adjustSize()
    notice.resize(900, notice.heightForWidth(900))
    labels = [line._label for line in lines]
    qtbot.waitUntil(lambda: all(label.height() >= label.heightForWidth(label.width()) for label in labels))
    for line in lines:
        assert line._close.accessibleName() == "Schließen"
        assert bool(line._close.text()) is (zoom == 100)


def test_nothing_is_said_any_more_once_the_data_are_closed(notice: Notice) -> None:
    notice.hold(Lasting.READ_ONLY, "Die Daten lassen sich nur lesen.")
    notice.warn("Die Datei ist zu groß.")
    notice.clear()
    assert notice.text == ""
    notice.release(Lasting.READ_ONLY)
    assert not notice.isVisible()


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


def test_what_was_done_to_an_endless_name_leaves_room_for_the_window(notice: Notice) -> None:
    words = "Wort " * 2_000
    notice.inform_of_removal(f"Nachweis „{words}“ herausgenommen")
    assert len(notice.text) < 700
    notice.warn(f"Nicht gesichert wurde: {words}")
    assert words in notice.text, "these can be copied, and are nowhere else"


def test_people_may_type_markup(notice: Notice) -> None:
    notice.inform("<b>Saal</b> & Foyer")
    assert notice.text == "<b>Saal</b> & Foyer"
