"""One set of tokens on screen: palette, sheet, fonts, icons, in two themes at every size."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.charts.palette import ThemeName, load_theme
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.shell.style_sheet import StyleSheet, marks_folder
from advisor_app.ui.shell.theming import PageTheming, Theming
from installers.theme_marks import pictures


def test_switching_the_theme_changes_palette_and_sheet_at_once(
    qtbot: QtBot, theming: Theming, qapp: QApplication
) -> None:
    light = qapp.palette().color(QPalette.ColorRole.Window)
    with qtbot.waitSignal(theming.changed):
        theming.choose(ThemeChoice.DARK)
    assert theming.is_dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(load_theme("dark").colour("ground"))
    assert qapp.palette().color(QPalette.ColorRole.Window) != light
    assert load_theme("dark").colour("primary") in theming.look.sheet
    assert not qapp.styleSheet()  # it would dress each widget once for every widget around it


def test_what_is_hidden_is_dressed_when_it_is_shown(qtbot: QtBot, theming: Theming) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button = QPushButton("Fall anlegen", window)
    dress = theming.dress(window)
    assert not window.styleSheet()
    window.show()
    assert window.styleSheet() == theming.look.sheet
    window.hide()
    worn = window.styleSheet()
    theming.choose(ThemeChoice.DARK)
    assert window.styleSheet() == worn
    with qtbot.waitSignal(dress.changed):
        window.show()
    assert window.styleSheet() == theming.look.sheet != worn
    button.ensurePolished()
    assert button.palette().color(QPalette.ColorRole.ButtonText) == QColor(load_theme("dark").colour("ink"))


def test_a_page_is_told_of_a_change_when_it_is_dressed_for_it(qtbot: QtBot, theming: Theming) -> None:
    own, page = PageTheming(theming.look), QWidget()
    qtbot.addWidget(page)
    own.dress(page)
    told: list[bool] = []
    own.changed.connect(lambda: told.append(page.styleSheet() == theming.look.sheet))
    page.show()
    assert told == [True]
    theming.set_zoom(125)
    assert told == [True, True]
    page.hide()
    theming.set_zoom(150)
    theming.choose(ThemeChoice.DARK)
    assert told == [True, True]
    page.show()
    assert told == [True, True, True]


@pytest.mark.parametrize("kind", [QComboBox, QLineEdit, QPlainTextEdit, QCheckBox])
def test_what_is_shown_grows_with_the_zoom(qtbot: QtBot, theming: Theming, kind: type[QWidget]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    theming.dress(window)
    field = kind(window)
    window.show()
    assert field.font().pointSizeF() == pytest.approx(10.5)
    theming.set_zoom(200)
    assert field.font().pointSizeF() == pytest.approx(21)


def test_text_and_lengths_grow_with_the_zoom(qtbot: QtBot, theming: Theming, qapp: QApplication) -> None:
    button = QPushButton("Fall anlegen")
    qtbot.addWidget(button)
    theming.dress(button)
    button.show()
    before = button.sizeHint()
    theming.set_zoom(200)
    assert qapp.font().pointSizeF() == pytest.approx(21)
    assert theming.size("control") == 72
    after = button.sizeHint()
    assert after.height() == pytest.approx(2 * before.height(), abs=3)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_the_sheet_is_filled_completely(name: ThemeName, zoom: int) -> None:
    sheet = StyleSheet().filled(load_theme(name), zoom)
    assert "$" not in sheet
    assert "url(" in sheet


def test_the_pictures_of_the_sheet_are_shipped_and_current() -> None:
    """They are written by ``python -m installers.theme_marks``; nothing is put into a temporary folder."""
    shipped = {file.name: file.read_text(encoding="utf-8") for file in marks_folder().iterdir()}
    assert shipped == pictures()
    named = [
        Path(place)
        for name in ("light", "dark")
        for place in re.findall(r'url\("([^"]+)"\)', StyleSheet().filled(load_theme(name), 100))
    ]
    assert {place.name for place in named} == set(shipped)
    assert all(place.is_file() for place in named)


def test_icons_follow_theme_and_state(theming: Theming) -> None:
    icon = theming.icon("check", "ink", "primary")
    middle = QSize(18, 18)

    def colour(state: QIcon.State, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
        image = icon.pixmap(middle, mode, state).toImage()
        pixels = (image.pixelColor(x, y) for x in range(18) for y in range(18))
        return {pixel.name() for pixel in pixels if pixel.alpha() == 255}

    assert load_theme("light").colour("ink").lower() in colour(QIcon.State.Off)
    assert load_theme("light").colour("primary").lower() in colour(QIcon.State.On)
    for state in QIcon.State:  # as the words beside it
        assert load_theme("light").colour("ink3").lower() in colour(state, QIcon.Mode.Disabled)
    theming.choose(ThemeChoice.DARK)
    assert load_theme("dark").colour("ink").lower() in colour(QIcon.State.Off)


def test_a_wrong_icon_is_found_where_it_is_named(theming: Theming) -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        theming.icon("no-such-icon")


def test_the_systems_theme_holds_unless_one_is_chosen(theming: Theming) -> None:
    theming.choose(ThemeChoice.SYSTEM)
    assert theming.choice is ThemeChoice.SYSTEM
    assert not theming.is_dark  # the test platform has no scheme of its own
