"""Fall anlegen: contacts, roles and the house's own words."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.case import RoleMapping
from advisor_app.ui.pages.set_up.contacts_step import ContactsStep
from advisor_app.ui.shell.main_window import MainWindow
from tests.profiles import connect_to
from tests.ui.conftest import Stored
from tests.ui.pages.set_up.conftest import CONTROL, case_of, focused, page_of


def test_people_are_kept_apart_from_the_history(
    qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep, stored: Stored, data_folder: Path
) -> None:
    qtbot.mouseClick(contacts.add_button, Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents()  # the new fields are shown
    qtbot.keyClicks(focused(), "Jo Zettelbrink")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "Hauptamt")
    (card,) = contacts.contacts.values()
    card.phone.setFocus()
    qtbot.keyClicks(card.phone.line, "06120 1")
    qtbot.mouseClick(card.roles.chips["HA"], Qt.MouseButton.LeftButton)
    page_of(main_window).flush()
    case = stored(case_of(main_window).id)
    (contact,) = case.contacts.values()
    assert (contact.function, contact.roles) == ("Hauptamt", ("HA",))
    assert (case.people[contact.person].name, case.people[contact.person].phone) == ("Jo Zettelbrink", "06120 1")
    with closing(connect_to(data_folder)) as connection:
        log = connection.execute("SELECT group_concat(coalesce(after, '')) FROM log").fetchone()[0]
    assert "Hauptamt" in log
    assert "Zettelbrink" not in log
    assert "06120 1" not in log


def test_a_person_is_removed_and_brought_back(qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep) -> None:
    qtbot.mouseClick(contacts.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(focused(), "Jo Beispiel")
    (card,) = contacts.contacts.values()
    card.flush()
    qtbot.mouseClick(card.remove_button, Qt.MouseButton.LeftButton)
    assert contacts.contacts == {}
    assert main_window.notice.text == "Jo Beispiel ist keine Ansprechperson mehr."
    qtbot.keyClick(contacts.add_button, Qt.Key.Key_Z, CONTROL)
    (card,) = contacts.contacts.values()
    assert card.name.line.text() == "Jo Beispiel"


def test_the_houses_own_words(qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep) -> None:
    field = contacts.words.fields["executive"]
    assert field.line.text() == "Gemeindevorstand"
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "Magistrat")
    contacts.flush()
    assert case_of(main_window).vocabulary == {"executive": "Magistrat"}
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    contacts.flush()
    assert case_of(main_window).vocabulary == {}
    assert field.line.text() == "Gemeindevorstand"


def test_roles_are_named_and_merged(qtbot: QtBot, main_window: MainWindow, contacts: ContactsStep) -> None:
    contacts.roles.titles["DB"].setFocus()
    qtbot.keyClicks(contacts.roles.titles["DB"].line, "Stabsstelle Digitales")
    contacts.flush()
    stand_in = contacts.roles.stand_ins["ISB"].box
    assert stand_in.itemText(1) == "nein, übernimmt IT"
    stand_in.activated.emit(1)
    assert case_of(main_window).roles == {
        "DB": RoleMapping(title="Stabsstelle Digitales"),
        "ISB": RoleMapping(merged_into="IT"),
    }
    stand_in.activated.emit(0)
    assert "ISB" not in case_of(main_window).roles
