"""The theme on screen: palette, style sheet, fonts and icons, all from the tokens of ``resources/theme``."""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from advisor_app.charts.palette import Theme, load_theme
from advisor_app.resources_folder import resources_folder
from advisor_app.services.preferences import ThemeChoice
from advisor_app.ui.shell.icon_engine import SvgIconEngine

_POINTS_PER_PIXEL = 0.75
_FONT_FILES = ("Regular", "Italic", "SemiBold", "Bold")


@cache
def load_fonts() -> str:
    """Register the shipped fonts with Qt; returns the family's name. Needs an application."""
    family = ""
    for file in sorted((resources_folder() / "fonts").glob("*.ttf")):
        identifier = QFontDatabase.addApplicationFont(str(file))
        names = QFontDatabase.applicationFontFamilies(identifier)
        family = names[0] if names and not family else family
    return family


class Theming(QObject):
    """Applies a theme to the application and hands out its colours, fonts and icons."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, zoom: int = 100) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._zoom = zoom
        self._family = load_fonts()
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The tokens in use."""
        return load_theme("dark" if self.is_dark else "light")

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
        value = self.theme.colour(role)
        colour = QColor(value[:7])
        if len(value) > 7:
            colour.setAlpha(int(value[7:], 16))
        return colour

    def font(self, kind: str = "body", *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a kind of text (caption, body, emphasised, section, page, clock)."""
        style = self.theme.type[kind]
        font = QFont(self._family)
        font.setPointSizeF(style.size * _POINTS_PER_PIXEL * self._zoom / 100)
        font.setWeight(QFont.Weight(weight or style.weight))
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def icon(self, name: str, role: str = "ink2") -> QIcon:
        """An icon in the colour of a role; it follows the theme by itself."""
        return QIcon(SvgIconEngine(resources_folder() / "icons" / f"{name}.svg", lambda: self.colour(role)))

    def icon_size(self) -> QSize:
        """The size of icons beside text."""
        side = round(self.theme.size["icon"] * self._zoom / 100)
        return QSize(side, side)

    def _on_system_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._application.setFont(self.font())
        self._application.setPalette(self._palette())
        sheet = Template((resources_folder() / "theme" / "window.qss").read_text(encoding="utf-8"))
        self._application.setStyleSheet(sheet.substitute(self._substitutes()))
        self.changed.emit()

    def _substitutes(self) -> dict[str, str]:
        theme = self.theme
        tokens = {role.replace(".", "_"): value for role, value in theme.colours.items()}
        for section in ("space", "size", "radius", "line"):
            for name, value in getattr(theme, section).items():
                tokens[f"{section}_{name}"] = f"{value:g}px"
        return tokens

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
