"""Einstellungen, Dokumente: a colour that can be read, and a logo, kept as they are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.services.preferences import PreferencesFile
from advisor_app.ui.pages.settings.documents_section import DocumentsSection
from advisor_app.ui.pages.settings.page import SettingsPage
from advisor_app.ui.shell.page import PageContext


class Choices:
    """Dialogs that answer with what a test puts in."""

    path: Path | None = None
    colour: str | None = None

    def file(self, _parent: QWidget, _title: str, _kinds: str) -> Path | None:
        return self.path

    def colour_of(self, _parent: QWidget, _title: str, _current: str) -> str | None:
        return self.colour


@pytest.fixture
def choices() -> Choices:
    return Choices()


@pytest.fixture
def page(qtbot: QtBot, context: PageContext, choices: Choices) -> SettingsPage:
    page = SettingsPage(context, choices.file, choose_colour=choices.colour_of)
    qtbot.addWidget(page)
    page.resize(1182, 690)
    with qtbot.waitExposed(page):
        page.show()
    return page


def note(section: DocumentsSection) -> str:
    return section.form.field("document_colour").target.accessibleDescription()


def type_colour(qtbot: QtBot, section: DocumentsSection, colour: str) -> None:
    line = section.colour.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, colour)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def test_a_colour_is_kept_and_shown(qtbot: QtBot, page: SettingsPage, data_folder: Path) -> None:
    section = page.documents
    type_colour(qtbot, section, "7a1f5c")
    assert PreferencesFile(data_folder).load().document_colour == "#7A1F5C"
    assert section.colour.swatch.palette().color(section.colour.swatch.backgroundRole()).name() == "#7a1f5c"
    assert section.colour.line.text() == "#7A1F5C"
    assert not section.colour.darker_button.isVisible()


def test_a_colour_that_is_too_light_is_not_kept_but_its_darker_one_can_be(
    qtbot: QtBot, page: SettingsPage, data_folder: Path
) -> None:
    section = page.documents
    type_colour(qtbot, section, "#7FC4D0")
    assert PreferencesFile(data_folder).load().document_colour == ""
    assert "zu hell" in note(section)
    assert section.colour.darker_button.isVisible()
    suggestion = section.colour.darker_button.text().split()[0]
    assert suggestion in note(section)
    qtbot.mouseClick(section.colour.darker_button, Qt.MouseButton.LeftButton)
    assert PreferencesFile(data_folder).load().document_colour == suggestion
    assert "zu hell" not in note(section)
    assert not section.colour.darker_button.isVisible()


def test_what_is_no_colour_is_told_without_a_suggestion(qtbot: QtBot, page: SettingsPage) -> None:
    type_colour(qtbot, page.documents, "rot")
    assert "keine Farbe" in note(page.documents)
    assert not page.documents.colour.darker_button.isVisible()


def test_a_colour_can_be_chosen_from_a_palette(
    qtbot: QtBot, page: SettingsPage, choices: Choices, data_folder: Path
) -> None:
    qtbot.mouseClick(page.documents.colour.pick_button, Qt.MouseButton.LeftButton)
    assert PreferencesFile(data_folder).load().document_colour == ""
    choices.colour = "#1F3D7A"
    qtbot.mouseClick(page.documents.colour.pick_button, Qt.MouseButton.LeftButton)
    assert PreferencesFile(data_folder).load().document_colour == "#1F3D7A"


def test_a_logo_is_kept_shown_and_taken_away(
    qtbot: QtBot, page: SettingsPage, choices: Choices, tmp_path: Path, data_folder: Path
) -> None:
    section = page.documents
    assert not section.logo.isVisible()
    choices.path = tmp_path / "logo.png"
    Image.new("RGB", (900, 300), "teal").save(choices.path)
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(section.logo_button, Qt.MouseButton.LeftButton)
    assert section.logo.isVisible()
    assert section.logo.pixmap().height() > 64
    assert (data_folder / "logos" / "provider.png").is_file()
    with qtbot.waitSignal(page.noticed):
        qtbot.mouseClick(section.drop_button, Qt.MouseButton.LeftButton)
    assert not section.logo.isVisible()
    assert PreferencesFile(data_folder).load().document_logo == ""


def test_what_is_no_picture_is_told_and_the_button_can_be_pressed_again(
    qtbot: QtBot, page: SettingsPage, choices: Choices, tmp_path: Path
) -> None:
    choices.path = tmp_path / "logo.png"
    choices.path.write_text("kein Bild", encoding="utf-8")
    with qtbot.waitSignal(page.warned) as told:
        qtbot.mouseClick(page.documents.logo_button, Qt.MouseButton.LeftButton)
    assert "kein Bild" in told.args[0]
    qtbot.waitUntil(page.documents.logo_button.isEnabled)
    assert not page.documents.logo.isVisible()
