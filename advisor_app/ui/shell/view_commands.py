"""How the window looks: theme, size of text, full screen, and where it stands on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QMargins, QObject, QSettings, QSize, Qt
from PySide6.QtWidgets import QWidget

from advisor_app.services.preferences import Preferences, ThemeChoice
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.theming import Theming

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
GEOMETRY_FILE = "window.ini"
_FIRST_SIZE = QSize(1366, 768)
_FRAME = QMargins(8, 32, 8, 8)  # what Windows and Linux draw around a window, title and all

Adjust = Callable[[Callable[[Preferences], Preferences]], None]
"""Takes over what becomes of the preferences, and writes it."""


class ViewCommands(QObject):
    """Changes theme and zoom at once and keeps them; keeps the window's place in a file of the data folder."""

    def __init__(self, window: QWidget, theming: Theming, folder: Path, adjust: Adjust) -> None:
        super().__init__(window)
        self._window = window
        self._theming = theming
        self._folder = folder
        self._adjust = adjust

    def commands(self) -> Sequence[Command]:
        """All of it by name."""
        kind = self.tr("Ansicht")
        return (
            Command(title=self.tr("Hell oder dunkel"), kind=kind, act=self.toggle_theme, icon="sun-moon"),
            Command(title=self.tr("Schrift größer"), kind=kind, act=self.grow, icon="zoom-in", keys="Ctrl++"),
            Command(title=self.tr("Schrift kleiner"), kind=kind, act=self.shrink, icon="zoom-out", keys="Ctrl+-"),
            Command(title=self.tr("Schrift normal"), kind=kind, act=self.reset_zoom, icon="type", keys="Ctrl+0"),
            Command(title=self.tr("Vollbild"), kind=kind, act=self.toggle_full_screen, icon="maximize", keys="F11"),
        )

    def toggle_theme(self) -> None:
        """From light to dark or back."""
        self.choose_theme(ThemeChoice.LIGHT if self._theming.is_dark else ThemeChoice.DARK)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Switch the theme and keep it."""
        self._theming.choose(choice)
        self._adjust(lambda preferences: replace(preferences, theme=choice))

    def grow(self) -> None:
        """The next larger size of text."""
        self._set_zoom(min((zoom for zoom in ZOOMS if zoom > self._theming.zoom), default=ZOOMS[-1]))

    def shrink(self) -> None:
        """The next smaller size of text."""
        self._set_zoom(max((zoom for zoom in ZOOMS if zoom < self._theming.zoom), default=ZOOMS[0]))

    def reset_zoom(self) -> None:
        """Text at its normal size."""
        self._set_zoom(100)

    def next_zoom(self) -> None:
        """The next larger size of text, after the largest the smallest."""
        self._set_zoom(min((zoom for zoom in ZOOMS if zoom > self._theming.zoom), default=ZOOMS[0]))

    def toggle_full_screen(self) -> None:
        """Full screen, or back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def restore_geometry(self) -> None:
        """Put the window where it last was; the first one fills a screen that has no room around it."""
        geometry = self._settings().value("geometry")
        if not isinstance(geometry, QByteArray) or not self._window.restoreGeometry(geometry):
            self._window.resize(_FIRST_SIZE)
            room, smallest = self._window.screen().availableSize(), self._window.minimumSize()
            fits = _FIRST_SIZE.grownBy(_FRAME).boundedTo(room) == _FIRST_SIZE.grownBy(_FRAME)
            if not fits and smallest.boundedTo(room) == smallest:
                self._window.setWindowState(self._window.windowState() | Qt.WindowState.WindowMaximized)

    def save_geometry(self) -> None:
        """Keep where the window is."""
        settings = self._settings()
        settings.setValue("geometry", self._window.saveGeometry())
        settings.sync()

    def _set_zoom(self, percent: int) -> None:
        if percent != self._theming.zoom:
            self._theming.set_zoom(percent)
            self._adjust(lambda preferences: replace(preferences, zoom=percent))

    def _settings(self) -> QSettings:
        return QSettings(str(self._folder / GEOMETRY_FILE), QSettings.Format.IniFormat)
