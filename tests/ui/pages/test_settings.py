"""Einstellungen: preferences keep themselves, and the register can be searched, extended and brought up to date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.commune import Commune
from advisor_app.domain.prices import ModulePrice
from advisor_app.services.preferences import PreferencesFile, ThemeChoice
from advisor_app.services.workspace import Workspace
from advisor_app.ui.pages.settings import SettingsPage
from advisor_app.ui.shell.main_window import MainWindow
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from tests.services.official_file import districts_of, entries_of, official_file


class _Choice:
    """A file dialog that answers with what a test puts in."""

    path: Path | None = None

    def __call__(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path


@pytest.fixture
def choice() -> _Choice:
    return _Choice()


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, choice: _Choice) -> SettingsPage:
    page = SettingsPage(context, choice)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_a_name_is_kept_in_the_settings_file(qtbot: QtBot, page: SettingsPage, data_folder: Path) -> None:
    line = page.person.form.field("provider").target
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Rat und Tat")
    assert page.flush()
    assert PreferencesFile(data_folder).load().provider == "Rat und Tat"


def test_a_name_that_is_kept_is_not_said_to_be_still_written(
    qtbot: QtBot, main_window: MainWindow, data_folder: Path
) -> None:
    main_window.show_page("settings")
    page = main_window.page
    assert isinstance(page, SettingsPage)
    line = page.person.form.field("adviser").target
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "x")
    assert main_window.status.saved_text == "schreibt …"
    qtbot.waitUntil(lambda: PreferencesFile(data_folder).load().adviser.endswith("x"))
    assert main_window.status.saved_text == "alles gesichert"


def test_the_theme_switches_at_once_and_stays(
    qtbot: QtBot, page: SettingsPage, context: PageContext, data_folder: Path
) -> None:
    field = page.person.form.field("theme")
    assert isinstance(field, ChoiceField)
    field.box.setFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_End)
    field.box.activated.emit(field.box.currentIndex())
    assert context.theming.is_dark
    assert PreferencesFile(data_folder).load().theme is ThemeChoice.DARK


def test_an_amount_that_is_none_is_refused_and_the_old_one_stays(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    line = page.person.form.field("hourly_rate").target
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "viel")
    page.flush()
    assert workspace.preferences.hourly_rate == 5800
    line.selectAll()
    qtbot.keyClicks(line, "62,50")
    page.flush()
    assert workspace.preferences.hourly_rate == 6250


def test_three_letters_find_a_commune_and_it_can_be_corrected(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace
) -> None:
    qtbot.keyClicks(page.register.search, "gie")
    assert page.register.list.titles[0] == "Landkreis Gießen"
    page.register.list.setCurrentRow(1)
    page.register.list.pick_current()
    qtbot.waitUntil(page.register.form.isVisible)
    page.register.form.population.setText("90000")
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(page.register.form.save_button, Qt.MouseButton.LeftButton)
    assert workspace.register.get("06531005").population == 90000


def test_an_own_entry_needs_no_key(qtbot: QtBot, page: SettingsPage, workspace: Workspace) -> None:
    qtbot.mouseClick(page.register.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.register.form.name, "Musterbach")
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(page.register.form.save_button, Qt.MouseButton.LeftButton)
    found = workspace.register.index.find("musterbach")
    assert [(commune.name, commune.own, commune.key) for commune in found] == [("Musterbach", True, None)]


def test_a_file_that_is_none_is_refused_in_one_sentence(
    qtbot: QtBot, page: SettingsPage, choice: _Choice, tmp_path: Path, workspace: Workspace
) -> None:
    before = workspace.register.index.communes
    choice.path = tmp_path / "GV100AD.txt"
    choice.path.write_text("kein Verzeichnis\n", encoding="utf-8")
    with qtbot.waitSignal(page.warned) as warned:
        qtbot.mouseClick(page.register.import_button, Qt.MouseButton.LeftButton)
    assert warned.args is not None
    assert "GV100AD.txt" in warned.args[0]
    assert "Zeile 1" in warned.args[0]
    assert workspace.register.index.communes == before
    assert not page.register.preview.isVisible()


@pytest.fixture
def missing(qtbot: QtBot, page: SettingsPage, choice: _Choice, tmp_path: Path, workspace: Workspace) -> list[Commune]:
    """Import an official file without Rabenau and Hungen; return what is asked for."""
    communes = workspace.register.index.communes
    entries = [entry for entry in entries_of(communes).values() if entry.name not in ("Rabenau", "Hungen")]
    choice.path = tmp_path / "GV100AD.txt"
    choice.path.write_bytes(official_file(entries, districts_of(communes)))
    qtbot.mouseClick(page.register.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.register.preview.isVisible)
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(page.register.preview.accept_button, Qt.MouseButton.LeftButton)
    assert page.register.vanished.isVisible()
    return [line.commune for line in page.register.vanished.lines]


def test_nothing_is_asked_for_while_nothing_is_missing(page: SettingsPage) -> None:
    assert not page.register.vanished.isVisible()
    assert not page.register.undo_button.isVisible()


def test_vanished_communes_get_a_successor_or_none_by_keys(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace, missing: list[Commune]
) -> None:
    assert [commune.name for commune in missing] == ["Hungen", "Rabenau"]
    hungen, rabenau = missing
    case = workspace.cases.create(hungen, ["M4"]).case
    workspace.portfolio.load()
    line = page.register.vanished.lines[0]
    line.search.setFocus()
    qtbot.keyClicks(line.search, "rabe")
    assert line.results.titles == []  # it is missing itself
    line.search.clear()
    qtbot.keyClicks(line.search, "lich")
    assert line.results.titles[0] == "Stadt Lich"
    qtbot.keyClick(line.search, Qt.Key.Key_Down)
    qtbot.keyClick(line.search, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.noticed) as noticed:
        qtbot.keyClick(line.search, Qt.Key.Key_Return)
    assert noticed.args == ["Stadt Hungen ist aufgegangen in Stadt Lich."]
    assert workspace.register.get(str(hungen.key)).name == "Lich"
    assert [row.title for row in workspace.portfolio.rows] == ["Stadt Hungen (heute Stadt Lich)"]
    assert workspace.cases.load(case.id).commune.name == "Hungen"
    (line,) = page.register.vanished.lines
    assert line.commune == rabenau
    qtbot.waitUntil(line.search.hasFocus)
    qtbot.waitUntil(line.none_button.isVisible)
    qtbot.keyClick(line.search, Qt.Key.Key_Tab)
    assert line.none_button.hasFocus()
    qtbot.keyClick(line.none_button, Qt.Key.Key_Space)
    assert not page.register.vanished.isVisible()
    assert workspace.register.vanished == ()
    # Both answers can be taken back.
    for count in (1, 2):
        qtbot.mouseClick(page.register.undo_button, Qt.MouseButton.LeftButton)
        assert len(page.register.vanished.lines) == count
    assert [row.title for row in workspace.portfolio.rows] == ["Stadt Hungen"]
    qtbot.mouseClick(page.register.redo_button, Qt.MouseButton.LeftButton)
    assert workspace.register.get(str(hungen.key)).name == "Lich"


def test_a_successor_of_another_kind_is_refused_in_a_sentence(
    qtbot: QtBot, page: SettingsPage, workspace: Workspace, missing: list[Commune]
) -> None:
    line = page.register.vanished.lines[0]
    qtbot.keyClicks(line.search, "Vogelsbergkreis")
    with qtbot.waitSignal(page.warned) as warned:
        qtbot.keyClick(line.search, Qt.Key.Key_Return)
    assert warned.args is not None
    assert "Vogelsbergkreis" in warned.args[0]
    assert list(workspace.register.vanished) == missing


def test_leaving_the_file_dialog_changes_nothing(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.mouseClick(page.register.import_button, Qt.MouseButton.LeftButton)
    assert not page.register.preview.isVisible()
    assert page.register.import_button.isEnabled()


def test_prices_are_typed_row_by_row_and_kept(qtbot: QtBot, page: SettingsPage, data_folder: Path) -> None:
    rows = page.prices.rows
    price = rows.field(0, "cents").target
    assert isinstance(price, QLineEdit)
    price.setFocus()
    qtbot.keyClicks(price, "4.800")
    qtbot.waitUntil(lambda: rows.row_count == 1)
    first = rows.field(0, "valid_from").target
    assert isinstance(first, QLineEdit)
    first.setFocus()
    qtbot.keyClicks(first, "01.01.2027")
    assert page.flush()
    kept = PreferencesFile(data_folder).load().prices
    assert kept == (ModulePrice(module="M1", cents=480_000, valid_from=date(2027, 1, 1)),)
    amount = rows.field(0, "cents").target
    assert isinstance(amount, QLineEdit)
    amount.setFocus()
    amount.selectAll()
    qtbot.keyClicks(amount, "viel")
    page.person.form.field("adviser").target.setFocus()
    qtbot.waitUntil(lambda: PreferencesFile(data_folder).load().prices == kept)
    amount.selectAll()
    qtbot.keyClicks(amount, "5000")
    page.flush()
    qtbot.mouseClick(rows.remove_button(0), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: PreferencesFile(data_folder).load().prices == ())


def test_a_price_that_could_not_be_kept_is_refused_and_the_others_stay(
    qtbot: QtBot, page: SettingsPage, data_folder: Path
) -> None:
    rows = page.prices.rows
    kept = (ModulePrice(module="M1", cents=480_000),)
    for row, words in enumerate(("4.800", "1.000.001")):
        price = rows.field(row, "cents").target
        assert isinstance(price, QLineEdit)
        price.setFocus()
        qtbot.keyClicks(price, words)
        qtbot.keyClick(price, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: PreferencesFile(data_folder).load().prices == kept)
    qtbot.waitUntil(lambda: any("1.000.001" in label.text() for label in _labels(page)))


def test_a_price_that_ends_before_it_begins_is_told(qtbot: QtBot, page: SettingsPage) -> None:
    rows = page.prices.rows
    for attribute, words in (("cents", "4.800"), ("valid_from", "01.01.2027"), ("valid_to", "31.12.2026")):
        line = rows.field(0, attribute).target
        assert isinstance(line, QLineEdit)
        line.setFocus()
        qtbot.keyClicks(line, words)
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: any("M1 endet, bevor er beginnt" in label.text() for label in _labels(page)))
    page.flush()
    last = rows.field(0, "valid_to").target
    assert isinstance(last, QLineEdit)
    last.setFocus()
    last.selectAll()
    qtbot.keyClicks(last, "31.12.2027")
    page.flush()
    qtbot.waitUntil(lambda: not any("bevor er beginnt" in label.text() for label in _labels(page)))


def _labels(page: SettingsPage) -> list[QLabel]:
    return [label for label in page.prices.findChildren(QLabel) if label.isVisible()]


def test_licences_are_shown(qtbot: QtBot, page: SettingsPage) -> None:
    page.about.licences_button.click()
    qtbot.waitUntil(page.about.licences.isVisible)
    text = page.about.licences.toPlainText()
    for words in ("EUROPEAN UNION PUBLIC LICENCE", "SIL OPEN FONT LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE"):
        assert words in text.upper()
    for name in ("OpenSSL: Apache-2.0", "PDFium", "SQLCipher", "Lucide"):
        assert name in text
    assert "reportlab" in text.casefold()
    page.about.licences_button.click()
    assert page.about.licences.isHidden()
