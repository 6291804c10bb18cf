"""Runs the projection: on which screen, what happens when that one goes or comes, and what keys ask for."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from advisor_app.services.awake import KeepAwake
from advisor_app.ui.projector.screens import Screens
from advisor_app.ui.projector.show import Show
from advisor_app.ui.projector.window import ProjectorWindow
from advisor_app.ui.projector.wishes import Wish


class Where(Enum):
    """Where the picture stands."""

    NOWHERE = auto()
    WALL = auto()
    """On a screen of its own."""
    HERE = auto()
    """On the only screen there is, in place of the notes."""
    AWAITED = auto()
    """Nowhere until a screen comes back."""


class Projecting(QObject):
    """Starts, stops and moves the projection over a main window.

    ``mirrored`` asks whether to go on where everybody sees the adviser's screen: starting again says yes.
    """

    changed = Signal()
    mirrored = Signal()
    lost = Signal()
    found = Signal()
    not_awake = Signal()
    wished = Signal(object)  # Wish
    _awake_told = Signal(bool)

    def __init__(self, show: Show, folder: Path, main_window: QWidget) -> None:
        super().__init__(main_window)
        self._show = show
        self._main_window = main_window
        self._screens = Screens(folder, self)
        self._screen: QScreen | None = None
        self._where = Where.NOWHERE
        self._may_cover = False
        self._window: ProjectorWindow | None = None
        self._awake = KeepAwake(self._awake_told.emit)
        self._awake_told.connect(self._on_awake_told)
        self._screens.removed.connect(self._on_screen_removed)
        self._screens.changed.connect(self._on_screens_changed)

    @property
    def where(self) -> Where:
        """Where the picture stands."""
        return self._where

    @property
    def is_running(self) -> bool:
        """Whether a projection was started and not stopped."""
        return self._where is not Where.NOWHERE

    @property
    def window(self) -> ProjectorWindow | None:
        """The window for the room, None while there is none."""
        return self._window

    @property
    def is_awake(self) -> bool:
        """Whether the machine is kept from sleeping."""
        return self._awake.is_on

    @property
    def wall_size(self) -> QSize:
        """The size of the wall in pixels; while there is none, that of the screen with the notes."""
        if self._window is not None and self._window.isVisible():
            return self._window.wall.size()
        screen = self._screen or self._main_window.screen()
        return screen.size()

    def start(self) -> None:
        """Show the picture on the projector's screen; where there is none, ask first and then cover the notes."""
        if self.is_running:
            return
        found = self._screens.for_projector(self._main_window)
        if not found and not self._may_cover:
            self._may_cover = True
            self.mirrored.emit()
            return
        self._awake.start()
        if found:
            self._fill(found[0])
        else:
            self._cover()

    def stop(self) -> None:
        """Take the picture away."""
        if not self.is_running:
            return
        self._awake.stop()
        self._where, self._screen = Where.NOWHERE, None
        self._drop_window()
        self._main_window.activateWindow()
        self.changed.emit()

    def next_screen(self) -> None:
        """Show the picture on another screen than now, where there are several."""
        found = list(self._screens.for_projector(self._main_window))
        if self._where is Where.WALL and self._screen in found and len(found) > 1:
            ordered = sorted(found, key=lambda screen: (screen.geometry().x(), screen.geometry().y()))
            self._fill(ordered[(ordered.index(self._screen) + 1) % len(ordered)])

    def _fill(self, screen: QScreen) -> None:
        self._screen = screen
        self._where = Where.WALL
        self._screens.remember(screen)
        self._opened().fill(screen, takes_keys=False)
        self._main_window.activateWindow()  # the keys stay with the notes
        self.changed.emit()

    def _cover(self) -> None:
        self._screen = None
        self._where = Where.HERE
        self._opened().fill(self._main_window.screen(), takes_keys=True)
        self.changed.emit()

    def _opened(self) -> ProjectorWindow:
        if self._window is None:
            self._window = ProjectorWindow(self._show)
            self._window.wished.connect(self._on_window_wished)
        return self._window

    def _drop_window(self) -> None:
        window, self._window = self._window, None
        if window is not None:
            window.hide()
            window.deleteLater()

    def _on_window_wished(self, wish: Wish) -> None:
        if wish is Wish.STOP:
            self.stop()
        else:
            self.wished.emit(wish)

    def _on_screen_removed(self, screen: QScreen) -> None:
        """At once: the system moves a window without a screen onto the notes."""
        if self._where is Where.WALL and screen is self._screen:
            self._await()

    def _await(self) -> None:
        self._where, self._screen = Where.AWAITED, None
        self._drop_window()
        self.changed.emit()
        self.lost.emit()

    def _on_screens_changed(self) -> None:
        found = self._screens.for_projector(self._main_window)
        if self._where is Where.WALL and self._screen not in found:
            self._await()  # it mirrors the notes now
        elif self._where in (Where.AWAITED, Where.HERE) and found:
            self._fill(found[0])
            self.found.emit()
        elif self._where is Where.HERE and self._window is not None:
            self._window.fill(self._main_window.screen(), takes_keys=True)

    def _on_awake_told(self, agreed: bool) -> None:  # noqa: FBT001 — a signal's argument
        if not agreed and self._awake.is_on:
            self.not_awake.emit()
