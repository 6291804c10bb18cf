"""Which screens there are for a projector, and which one it was the last time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from advisor_app.ui.shell.view_commands import GEOMETRY_FILE

_KEY = "projector/screen"


class Screens(QObject):
    """Watches the screens; ``changed`` once for everything that a cable or a setting changes at the same time.

    ``removed`` comes at once and names the screen, before anything is moved to another one.
    """

    changed = Signal()
    removed = Signal(object)  # QScreen

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._on_screen_added)
            application.screenRemoved.connect(self._on_screen_removed)
            application.primaryScreenChanged.connect(self._later.start)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._later.start)

    def for_projector(self, window: QWidget) -> Sequence[QScreen]:
        """The screens that show something else than the one with the window; the one of the last time first.

        A screen that mirrors another one has its place, whether the system reports one screen or two.
        """
        own = window.screen().geometry()
        others = [screen for screen in QGuiApplication.screens() if not screen.geometry().intersects(own)]
        last = self._settings().value(_KEY, "")
        return sorted(others, key=lambda screen: identity(screen) != last)

    def remember(self, screen: QScreen) -> None:
        """Take this screen first, the next time."""
        settings = self._settings()
        settings.setValue(_KEY, identity(screen))
        settings.sync()

    def _settings(self) -> QSettings:
        return QSettings(str(self._folder / GEOMETRY_FILE), QSettings.Format.IniFormat)

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._later.start)
        self._later.start()

    def _on_screen_removed(self, screen: QScreen) -> None:
        self.removed.emit(screen)
        self._later.start()


def identity(screen: QScreen) -> str:
    """What a screen is known by from one day to the next."""
    return f"{screen.manufacturer()}|{screen.model()}|{screen.serialNumber()}|{screen.name()}"
