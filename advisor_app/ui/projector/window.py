"""The window that fills the projector's screen; where there is only one screen, it covers the notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.projector.show import Show
from advisor_app.ui.projector.wall import Wall
from advisor_app.ui.projector.wishes import Wish, wish_on_wall


class ProjectorWindow(QWidget):
    """Full screen, without frame or pointer; ``wished`` tells what keys ask for."""

    wished = Signal(object)  # Wish

    def __init__(self, show: Show) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Beamer"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.wall = Wall(show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.wall)

    def fill(self, screen: QScreen, *, takes_keys: bool) -> None:
        """Cover a screen; ``takes_keys`` where the notes are below."""
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not takes_keys)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        if takes_keys:
            self.raise_()
            self.activateWindow()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = wish_on_wall(event)
        if wish is None:
            super().keyPressEvent(event)
        else:
            self.wished.emit(wish)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # whoever closes it from outside ends the projection
        self.wished.emit(Wish.STOP)
