"""What everything on screen looks like now: one theme at one size, from the tokens of ``resources/theme``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from advisor_app.charts.palette import Theme, load_theme
from advisor_app.resources_folder import resources_folder
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.shell.icon_engine import SvgIconEngine
from advisor_app.ui.shell.style_sheet import StyleSheet

_POINTS_PER_PIXEL = 0.75


CUTS = ("Regular", "Semibold")
"""The cuts that the window shows; each one costs a millisecond before the window is painted."""


def font_file(cut: str) -> Path:
    """Where a cut of the shipped typeface lies."""
    return resources_folder() / "fonts" / f"SourceSans3-{cut}.ttf"


@cache
def load_fonts() -> str:
    """Register the shipped fonts with Qt; returns the family's name. Needs an application."""
    family = ""
    for cut in CUTS:
        identifier = QFontDatabase.addApplicationFont(str(font_file(cut)))
        names = QFontDatabase.applicationFontFamilies(identifier)
        family = names[0] if names and not family else family
    return family


class Look(QObject):
    """The theme and the size in use. Font and palette are the application's; the sheet is worn by its parts.

    An application's sheet would dress every widget there is, hidden ones too, and each once for every widget around
    it: with all pages of a case open that took six seconds. So nothing but a ``Dress`` sets a sheet.
    """

    sheet_changed = Signal()  # first: whoever measures something after ``changed`` measures what is dressed
    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, zoom: int = 100) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._zoom = zoom
        self._family = load_fonts()
        # What painting asks for again and again; emptied when theme or zoom change.
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, int | None, bool], QFont] = {}
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        self._theme: Theme | None = None
        self._style_sheet = StyleSheet()
        self._sheet = ""
        self._edition = 0
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The tokens in use."""
        if self._theme is None:
            self._theme = load_theme("dark" if self.is_dark else "light")
        return self._theme

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is in use."""
        if self._choice is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen: light, dark or the system's."""
        return self._choice

    @property
    def zoom(self) -> int:
        """Size of all text in percent."""
        return self._zoom

    @property
    def sheet(self) -> str:
        """The style sheet of windows and pages; empty where the system asks for high contrast."""
        return self._sheet

    @property
    def edition(self) -> int:
        """How often the look has changed, from 1; of two sheets with the same words one may come with other fonts."""
        return self._edition

    def choose(self, choice: ThemeChoice) -> None:
        """Switch the theme at once."""
        self._choice = choice
        self._apply()

    def set_zoom(self, percent: int) -> None:
        """Grow or shrink all text."""
        self._zoom = percent
        self._apply()

    def colour(self, role: str) -> QColor:
        """The colour of a role; a colour with alpha is written #RRGGBBAA in the tokens."""
        if role not in self._colours:
            value = self.theme.colour(role)
            colour = self._colours[role] = QColor(value[:7])
            if len(value) > 7:
                colour.setAlpha(int(value[7:], 16))
        return QColor(self._colours[role])  # a copy: callers change what they get

    def font(self, kind: str = "body", *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a kind of text (caption, body, emphasised, section, page, clock)."""
        key = (kind, weight, tabular)
        if key not in self._fonts:
            style = self.theme.type[kind]
            font = self._fonts[key] = QFont(self._family)
            font.setPointSizeF(style.size * _POINTS_PER_PIXEL * self._zoom / 100)
            font.setWeight(QFont.Weight(weight or style.weight))
            if tabular:
                font.setFeature(QFont.Tag("tnum"), 1)
        return QFont(self._fonts[key])

    def icon(self, name: str, role: str = "ink2", checked: str = "") -> QIcon:
        """An icon in the colour of a role, on a checked button of another; it follows the theme by itself."""
        key = (name, role, checked)
        if key not in self._icons:

            def colour(mode: QIcon.Mode, state: QIcon.State) -> QColor:
                if mode is QIcon.Mode.Disabled:
                    return self.colour("ink3")  # as the words beside it
                return self.colour(checked if checked and state is QIcon.State.On else role)

            self._icons[key] = QIcon(SvgIconEngine(name, colour))
        return self._icons[key]

    def _on_system_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._theme = None
        self._colours.clear()
        self._fonts.clear()
        self._application.setFont(self.font())  # before the sheet: fields that are shown would keep the size they had
        if self._high_contrast():
            self._sheet = ""
            self._application.setPalette(self._application.style().standardPalette())
        else:
            self._sheet = self._style_sheet.filled(self.theme, self._zoom)
            self._application.setPalette(self._palette())
        self._edition += 1
        self.sheet_changed.emit()
        self.changed.emit()

    @staticmethod
    def _high_contrast() -> bool:
        """Whether the system asks for high contrast: then its own palette holds, without the sheet."""
        hints = QGuiApplication.styleHints()  # must outlive what it hands out
        return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for target, token in {
            role.Window: "ground",
            role.WindowText: "ink",
            role.Base: "paper",
            role.AlternateBase: "ground",
            role.Text: "ink",
            role.PlaceholderText: "ink3",
            role.Button: "paper",
            role.ButtonText: "ink",
            role.BrightText: "error",
            role.Highlight: "primary",
            role.HighlightedText: "on_primary",
            role.Link: "primary",
            role.LinkVisited: "primary",
            role.ToolTipBase: "ink",
            role.ToolTipText: "paper",
            role.Mid: "line_strong",
            role.Midlight: "line",
            role.Dark: "line_strong",
            role.Light: "paper",
            role.Accent: "primary",
        }.items():
            palette.setColor(target, self.colour(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("ink3"))
        return palette
