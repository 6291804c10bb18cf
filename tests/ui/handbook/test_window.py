"""The handbook's window, worked with as one reads: search, links, back, large type, the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor_app.domain.handbook import INTRODUCTION, Place
from advisor_app.services import handbook
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.handbook.window import HandbookWindow
from advisor_app.ui.shell.background import BackgroundLane
from advisor_app.ui.shell.theming import Theming

LEFT = Qt.MouseButton.LeftButton
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(qtbot: QtBot, theming: Theming, lane: BackgroundLane) -> Iterator[HandbookWindow]:
    made = HandbookWindow(theming, lane, "de")
    qtbot.addWidget(made)
    made.show_page("assessment")
    qtbot.waitUntil(lambda: made.place is not None)
    yield made
    made.close()


def search(qtbot: QtBot, window: HandbookWindow, words: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.contents.search, words)
    qtbot.waitUntil(lambda: window.view.hits > 0)


def marked(window: HandbookWindow) -> list[str]:
    return [mark.cursor.selectedText() for mark in window.view.extraSelections()]


def test_it_opens_where_the_page_is_explained_and_lists_all_chapters(window: HandbookWindow) -> None:
    assert window.place == Place("03-erhebung")
    assert window.contents.list.current_key() == "03-erhebung"
    listed = [entry.key for entry in window.contents.list.entries if not entry.heading]
    assert listed == list(handbook.read().chapters)
    text = window.view.toPlainText()
    assert text.startswith("Erhebung\n")
    assert "page: assessment" not in text
    window.show_page("privacy")
    assert window.place == Place("12-verlauf-und-datenschutz", "auskunft-und-löschen")
    assert window.view.scrolled > 0
    window.show_page("unheard-of")
    assert window.place == Place(INTRODUCTION)


def test_one_searches_as_one_types_and_goes_from_hit_to_hit(qtbot: QtBot, window: HandbookWindow) -> None:
    search(qtbot, window, "tresor")
    assert window.place == Place("09-daten-und-sicherheit")
    assert set(marked(window)) == {"Tresor"}
    assert window.contents.list.current_key() == "09-daten-und-sicherheit#das-wiederherstellungsblatt"
    assert window.hits_label.text() == f"1 von {window.view.hits}"
    window.contents.search.clear()
    qtbot.waitUntil(lambda: window.view.hits == 0)
    assert not window.hits_label.isVisible()
    search(qtbot, window, "strg z")
    here, hits = window.place, window.view.hits
    QTest.keyClick(window.contents.search, Qt.Key.Key_Return)
    assert window.view.hit == 2
    for _ in range(hits - 1):
        QTest.keyClick(window, Qt.Key.Key_F3)
    assert window.place != here
    assert window.view.hit == 1
    QTest.keyClick(window, Qt.Key.Key_F3, SHIFT)
    assert window.place is not None
    assert here is not None
    assert window.place.chapter == here.chapter
    assert window.view.hit == window.view.hits


def test_hits_are_walked_through_in_the_list(qtbot: QtBot, window: HandbookWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.contents.search, "laptopwechsel")
    QTest.keyClick(window.contents.search, Qt.Key.Key_Down)  # at once, without waiting for the search
    assert QApplication.focusWidget() is window.contents.list
    keys = [entry.key for entry in window.contents.list.entries if not entry.heading]
    assert "13-sicherungen#laptopwechsel" in keys
    QTest.keyClick(window.contents.list, Qt.Key.Key_End)
    assert str(window.place) == keys[-1]
    QTest.keyClicks(window.contents.search, "xq")
    qtbot.waitUntil(window.contents.nothing.isVisible)
    assert not window.contents.list.isVisible()
    QTest.keyClick(window.contents.search, Qt.Key.Key_Escape)
    assert window.contents.search.text() == ""
    assert QApplication.focusWidget() is window.view
    qtbot.waitUntil(window.contents.list.isVisible)


def test_links_lead_on_and_the_way_back_is_kept(qtbot: QtBot, window: HandbookWindow) -> None:
    assert not window.back_button.isEnabled()
    place = window.view.document().find("Neue Fassung", 0, QTextDocument.FindFlag.FindCaseSensitively)
    place.setPosition(place.selectionStart() + 3)
    window.view.setTextCursor(place)
    window.view.ensureCursorVisible()
    scrolled = window.view.scrolled
    qtbot.mouseClick(window.view.viewport(), LEFT, pos=window.view.cursorRect(place).center())
    assert window.place == Place("16-neue-fassung")
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.place == Place("03-erhebung")
    assert window.view.scrolled == scrolled
    qtbot.mouseClick(window.forward_button, LEFT)
    assert window.place == Place("16-neue-fassung")
    window.contents.list.setCurrentIndex(window.contents.list.model().index(1 + 1, 0))
    assert window.place == Place("01-start")
    assert not window.forward_button.isEnabled()


def test_links_are_followed_by_keyboard(window: HandbookWindow) -> None:
    window.show_page("figures")
    window.view.setFocus()
    window.view.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    assert window.view.textCursor().selectedText() == "übergeben"
    QTest.keyClick(window.view, Qt.Key.Key_Return)
    assert window.place is not None
    assert window.place.chapter == "14-fall-weitergeben"


def test_pictures_follow_the_theme_and_are_told(
    qtbot: QtBot, theming: Theming, window: HandbookWindow, lane: BackgroundLane
) -> None:
    def picture() -> tuple[str, float]:
        block = window.view.document().begin()
        while block.isValid():
            for part in block.textFormats():
                if part.format.isImageFormat():
                    made = part.format.toImageFormat()
                    return str(made.property(QTextFormat.Property.ImageAltText.value)), made.width()
            block = block.next()
        raise AssertionError("no picture")

    words, width = picture()
    assert words.startswith("Die Seite Erhebung")
    assert width <= window.view.viewport().width()
    assert words in window.view.toPlainText()
    qtbot.waitUntil(lambda: not lane.is_busy)
    light = shown(window)
    theming.choose(ThemeChoice.DARK)
    assert picture()[0] == words
    qtbot.waitUntil(lambda: not lane.is_busy)
    assert shown(window) < light - 100


def shown(window: HandbookWindow) -> int:
    """How light the picture of the chapter is, on the average."""
    url = QUrl("assessment-light.png")
    image = window.view.document().resource(QTextDocument.ResourceType.ImageResource.value, url)
    assert isinstance(image, QImage)
    assert image.width() > 400
    return image.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0).lightness()


def test_with_the_largest_type_nothing_is_cut_and_one_stays_where_one_was(
    qtbot: QtBot, theming: Theming, window: HandbookWindow
) -> None:
    window.resize(1024, 700)
    window.show_page("privacy")
    theming.set_zoom(200)
    qtbot.waitUntil(lambda: window.contents.width() > 400)
    top = window.view.cursorForPosition(QPoint(10, 10)).block().text()
    assert top == "Auskunft und Löschen"
    assert window.view.document().idealWidth() <= window.view.viewport().width() + 1
    assert window.contents.width() < window.width() // 2
    assert window.view.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("small_handbook")
def test_the_pdf_is_written_and_its_place_is_said(qtbot: QtBot, window: HandbookWindow, tmp_path: Path) -> None:
    file = tmp_path / "handbuch.pdf"
    window.choose_file = lambda *_: file
    qtbot.mouseClick(window.pdf_button, LEFT)
    qtbot.waitUntil(window.note.isVisible)
    assert str(file) in window.note.text()
    assert file.read_bytes().startswith(b"%PDF-")
    window.choose_file = lambda *_: tmp_path / "gone" / "handbuch.pdf"
    qtbot.mouseClick(window.pdf_button, LEFT)
    qtbot.waitUntil(lambda: "Gespeichert" not in window.note.text() and window.note.isVisible())
    assert not window.work.is_busy
    window.choose_file = lambda *_: None
    qtbot.mouseClick(window.pdf_button, LEFT)
    assert window.pdf_button.isEnabled()


def test_escape_closes_it(window: HandbookWindow) -> None:
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_an_english_window_says_that_the_handbook_is_german(
    qtbot: QtBot, theming: Theming, lane: BackgroundLane
) -> None:
    english = HandbookWindow(theming, lane, "en")
    qtbot.addWidget(english)
    english.show_page("plan")
    qtbot.waitUntil(lambda: english.place is not None)
    assert english.language_note.isVisible()
