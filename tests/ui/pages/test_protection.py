"""The recovery sheet before the first real case, and the protection in the settings, by real clicks and keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.app import make_window
from advisor_app.services.entrance import enter, passphrase, recovery_code
from advisor_app.services.policy import Policy
from advisor_app.services.protection import Protection, ways_into
from advisor_app.services.workspace import Workspace
from advisor_app.storage import keyslots
from advisor_app.ui.pages.case_list import CaseListPage
from advisor_app.ui.pages.cases import CasesPage
from advisor_app.ui.pages.recovery import RecoveryPanel
from advisor_app.ui.pages.set_up import NewCasePage, SetUpPage
from advisor_app.ui.pages.settings import SettingsPage
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from tests.ui.conftest import PREFERENCES

LEFT = Qt.MouseButton.LeftButton
WORDS = "Gruesse aus der Wetterau"
OTHER = "Vogelsberg im Nebel"

Save = Callable[[RecoveryPanel], str]


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as the format allows: the rules are the same."""
    for name, value in (("_PASSES", 1), ("_LANES", 1), ("_MEMORY_KIB", 8)):
        monkeypatch.setattr(keyslots, name, value)


def code_in(file: Path) -> str:
    """The code on a sheet, as an adviser reads it."""
    words = "".join(PdfReader(file).pages[0].extract_text().split())
    found = re.search(r"Wiederherstellungscode([0-9A-Z-]{30})", words)
    assert found is not None
    return found[1]


def save_sheet(qtbot: QtBot, panel: RecoveryPanel, file: Path) -> str:
    """Save the sheet by its button; returns the code on it."""
    shown: list[Path] = []
    panel.choose_file = lambda *_: file
    panel.show_file = shown.append
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: shown == [file])
    assert str(file) in panel.words
    assert file.stat().st_mode & 0o777 == 0o600
    return code_in(file)


def confirm(qtbot: QtBot, panel: RecoveryPanel, code: str) -> None:
    """Say that the sheet is filed, and type its last group."""
    assert not panel.confirm_button.isEnabled()
    QTest.keyClick(panel.filed, Qt.Key.Key_Space)
    panel.group.clear()
    QTest.keyClicks(panel.group, code.rpartition("-")[2].lower())
    qtbot.mouseClick(panel.confirm_button, LEFT)


# Before the first real case


@pytest.fixture
def new_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    """The window over a folder in which nobody has worked yet."""
    window = make_window(qapp, tmp_path / "new", PREFERENCES)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready):
        window.show()
    qtbot.waitUntil(lambda: not window.lane.is_busy)
    return window


def test_the_first_case_leads_to_the_sheet_and_goes_on_with_the_commune(
    qtbot: QtBot, new_window: MainWindow, tmp_path: Path
) -> None:
    new_window.show_page("new-case")
    page = new_window.page
    assert isinstance(page, NewCasePage)
    QTest.keyClicks(page.choice.picker.search, "elt")
    QTest.keyClick(page.choice.picker.search, Qt.Key.Key_Return)
    panel = page.first_sheet.panel
    assert panel.isVisible()
    assert "Eltville" in page.frame._note.text()
    assert list(new_window.workspace.portfolio.load()) == []
    code = save_sheet(qtbot, panel, tmp_path / "blatt.pdf")
    QTest.keyClick(panel.filed, Qt.Key.Key_Space)
    QTest.keyClicks(panel.group, "000000")
    QTest.keyClick(panel.group, Qt.Key.Key_Return)
    assert "steht so nicht auf dem Blatt" in panel.complaint
    assert not new_window.workspace.protection.is_recoverable
    QTest.keyClick(panel.filed, Qt.Key.Key_Space)
    confirm(qtbot, panel, code)
    assert isinstance(new_window.page, SetUpPage)
    assert new_window.page.bridge.case.commune.name == "Eltville am Rhein"
    assert new_window.workspace.protection.verify(recovery_code(code))


def test_who_goes_back_finds_the_choice_and_no_code_holds(qtbot: QtBot, new_window: MainWindow, tmp_path: Path) -> None:
    new_window.show_page("new-case")
    page = new_window.page
    assert isinstance(page, NewCasePage)
    QTest.keyClicks(page.choice.picker.search, "elt")
    QTest.keyClick(page.choice.picker.search, Qt.Key.Key_Return)
    code = save_sheet(qtbot, page.first_sheet.panel, tmp_path / "blatt.pdf")
    qtbot.mouseClick(page.frame.back_button, LEFT)
    assert page.choice.isVisible()
    assert not new_window.workspace.protection.verify(recovery_code(code))
    assert not new_window.workspace.protection.is_recoverable


def test_a_request_waits_for_the_sheet_and_is_noted_then(qtbot: QtBot, new_window: MainWindow, tmp_path: Path) -> None:
    page = new_window.page
    assert isinstance(page, CasesPage)
    page.open_item("request")
    form = page.request_form
    QTest.keyClicks(form.picker.search, "elt")
    QTest.keyClick(form.picker.search, Qt.Key.Key_Return)
    QTest.keyClicks(form.name, "Jo Lang")
    qtbot.mouseClick(form.note_button, LEFT)
    panel = page.first_sheet.panel
    assert panel.isVisible()
    confirm(qtbot, panel, save_sheet(qtbot, panel, tmp_path / "blatt.pdf"))
    (row,) = new_window.workspace.portfolio.rows
    case = new_window.workspace.cases.load(row.case_id)
    assert [person.name for person in case.people.values()] == ["Jo Lang"]


def test_a_list_of_cases_waits_for_the_sheet_and_is_taken_in_then(
    qtbot: QtBot, new_window: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "liste.csv"
    file.write_text("Kommune;Modul\nEltville am Rhein;M1\n", "utf-8")
    new_window.show_page("case-list", str(file))
    page = new_window.page
    assert isinstance(page, CaseListPage)
    qtbot.waitUntil(page.table_import.accept_button.isEnabled)
    qtbot.mouseClick(page.table_import.accept_button, LEFT)
    qtbot.waitUntil(page.first_sheet.isVisible)
    assert new_window.workspace.cases.load_all() == []
    panel = page.first_sheet.panel
    confirm(qtbot, panel, save_sheet(qtbot, panel, tmp_path / "blatt.pdf"))
    qtbot.waitUntil(page.done.words.isVisible)
    assert page.done.words.text() == "1 Fall ist angelegt."
    assert len(new_window.workspace.cases.load_all()) == 1


def test_a_sheet_is_printed_without_a_file(
    qtbot: QtBot, context: PageContext, workspace: Workspace, tmp_path: Path
) -> None:
    printed = tmp_path / "printed.pdf"

    def printer(*_: object) -> QPrinter:
        chosen = QPrinter()
        chosen.setOutputFileName(str(printed))
        return chosen

    panel = RecoveryPanel(context, choose_printer=printer)
    qtbot.addWidget(panel)
    panel.begin(workspace.protection.new_recovery_code())
    panel.show()
    qtbot.mouseClick(panel.print_button, LEFT)
    qtbot.waitUntil(lambda: "gedruckt" in panel.words)
    assert len(PdfReader(printed).pages) == 1
    assert list(workspace.folder.rglob("*.pdf")) == []


def test_a_place_that_takes_no_sheet_is_told(
    qtbot: QtBot, context: PageContext, workspace: Workspace, tmp_path: Path
) -> None:
    panel = RecoveryPanel(context, choose_file=lambda *_: tmp_path / "missing" / "blatt.pdf")
    qtbot.addWidget(panel)
    panel.begin(workspace.protection.new_recovery_code())
    panel.show()
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: "lässt sich nicht schreiben" in panel.complaint)
    assert not panel.filed.isEnabled()


# In the settings


@pytest.fixture
def settings(main_window: MainWindow) -> SettingsPage:
    main_window.show_page("settings")
    assert isinstance(main_window.page, SettingsPage)
    return main_window.page


def type_new(qtbot: QtBot, settings: SettingsPage, present: str, chosen: str) -> None:
    form = settings.protection.passphrase_form
    if present:
        QTest.keyClicks(form.present.line, present)
    for field in (form.chosen.first, form.chosen.second):
        QTest.keyClicks(field.line, chosen)
    qtbot.mouseClick(form.save_button, LEFT)


def test_a_passphrase_is_set_changed_and_removed(
    qtbot: QtBot, main_window: MainWindow, settings: SettingsPage, data_folder: Path
) -> None:
    section = settings.protection
    assert "Dieses Gerät öffnet die Daten von selbst" in section.state
    assert main_window.status.lock_button.text() == "ohne Passphrase"
    assert not section.device.isEnabled()
    assert not section.remove_button.isVisible()
    qtbot.mouseClick(section.passphrase_button, LEFT)
    type_new(qtbot, settings, "", WORDS)
    qtbot.waitUntil(lambda: ways_into(data_folder).passphrase)
    qtbot.waitUntil(lambda: main_window.status.lock_button.text() == "Verschließen")
    assert main_window.data.idle.is_watching
    assert not section.device.isChecked()
    assert not ways_into(data_folder).device
    assert "gilt ab sofort" in main_window.notice.text
    assert section.passphrase_button.hasFocus()
    assert not section.passphrase_form.isVisible()
    qtbot.mouseClick(section.passphrase_button, LEFT)
    type_new(qtbot, settings, "falsch geraten", OTHER)
    qtbot.waitUntil(lambda: "passt nicht" in section.passphrase_form.complaint)
    section.passphrase_form.present.clear()
    section.passphrase_form.chosen.clear()
    type_new(qtbot, settings, WORDS, OTHER)
    qtbot.waitUntil(lambda: main_window.workspace.protection.verify(passphrase(OTHER)))
    qtbot.waitUntil(lambda: not main_window.lane.is_busy)
    qtbot.mouseClick(section.remove_button, LEFT)
    QTest.keyClicks(section.passphrase_form.present.line, OTHER)
    QTest.keyClick(section.passphrase_form.present.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not ways_into(data_folder).passphrase)
    qtbot.waitUntil(lambda: main_window.status.lock_button.text() == "ohne Passphrase")
    assert section.passphrase_button.hasFocus()
    assert enter(data_folder, Policy()).data_key


def test_the_device_may_be_kept_and_the_idle_time_chosen(
    qtbot: QtBot, main_window: MainWindow, settings: SettingsPage, data_folder: Path
) -> None:
    section = settings.protection
    qtbot.mouseClick(section.passphrase_button, LEFT)
    type_new(qtbot, settings, "", WORDS)
    qtbot.waitUntil(section.device.isEnabled)
    QTest.keyClick(section.device, Qt.Key.Key_Space)
    assert ways_into(data_folder).device
    QTest.keyClick(section.device, Qt.Key.Key_Space)
    assert not ways_into(data_folder).device
    assert section.idle.box.currentText() == "nach 10 Minuten"
    section.idle.box.setFocus()
    QTest.keyClick(section.idle.box, Qt.Key.Key_End)
    section.idle.box.activated.emit(section.idle.box.currentIndex())
    assert main_window.workspace.preferences.lock_minutes == 0
    assert not main_window.data.idle.is_watching


def test_a_new_sheet_takes_the_place_of_the_earlier_one(
    qtbot: QtBot, main_window: MainWindow, settings: SettingsPage, tmp_path: Path
) -> None:
    section, protection = settings.protection, main_window.workspace.protection
    before = protection.ways.sheet
    assert f"Wiederherstellungsblatt {before}" in section.state
    qtbot.mouseClick(section.sheet_button, LEFT)
    code = save_sheet(qtbot, section.panel, tmp_path / "blatt.pdf")
    assert protection.ways.sheet == before
    confirm(qtbot, section.panel, code)
    assert protection.verify(recovery_code(code))
    assert protection.ways.sheet != before
    assert f"Wiederherstellungsblatt {protection.ways.sheet}" in section.state
    assert section.sheet_button.hasFocus()


def test_another_key_is_made_with_its_sheet_while_the_window_stays_open(
    qtbot: QtBot, main_window: MainWindow, settings: SettingsPage, tmp_path: Path
) -> None:
    section, protection = settings.protection, main_window.workspace.protection
    protection.set_passphrase(WORDS)
    section.show_state()
    before = main_window.workspace.profile.data_key
    form = section.renewal_form
    qtbot.mouseClick(section.renew_button, LEFT)
    QTest.keyClicks(form.present.line, OTHER)
    QTest.keyClick(form.present.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "passt nicht" in form.complaint)
    assert form.present.line.hasFocus()
    form.present.clear()
    QTest.keyClicks(form.present.line, WORDS)
    QTest.keyClick(form.present.line, Qt.Key.Key_Return)
    qtbot.waitUntil(form.panel.isVisible)
    code = save_sheet(qtbot, form.panel, tmp_path / "blatt.pdf")
    confirm(qtbot, form.panel, code)
    qtbot.waitUntil(lambda: "neu verschlüsselt" in main_window.notice.text)
    assert section.renew_button.hasFocus()
    assert main_window.workspace.profile.data_key != before
    assert protection.verify(recovery_code(code))
    assert protection.verify(passphrase(WORDS))
    assert main_window.workspace.portfolio.load() == ()
    main_window.close()
    opened = enter(main_window.workspace.folder, Policy(), recovery_code(code))
    assert Protection(opened, Policy(), None, print).ways.sheet  # type: ignore[arg-type]  # no database is asked


def test_the_rules_of_the_organisation_are_told(
    qtbot: QtBot, context: PageContext, workspace: Workspace, tmp_path: Path
) -> None:
    policy = Policy(passphrase_required=True, minimum_length=16, lock_after_minutes=12, file=tmp_path)
    workspace.protection.set_passphrase(WORDS)
    ruled = replace(workspace, policy=policy)
    page = SettingsPage(replace(context, workspace=ruled))
    qtbot.addWidget(page)
    page.show()
    section = page.protection
    assert "mindestens 16 Zeichen" in section._rules.text()
    assert not section.remove_button.isVisible()
    assert not section.device.isEnabled()
    labels = [section.idle.box.itemText(index) for index in range(section.idle.box.count())]
    assert labels == ["nach 5 Minuten", "nach 10 Minuten", "nach 12 Minuten"]
