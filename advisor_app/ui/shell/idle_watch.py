"""The wait for idle hands, after which the window locks itself."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from advisor_app.override import override

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Tells when nobody has touched a window of the program for some minutes, and again as long as that goes on."""

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.idle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._listen)

    @property
    def is_watching(self) -> bool:
        """Whether it waits."""
        return self._timer.isActive()

    def watch(self, minutes: int) -> None:
        """Wait for so many idle minutes from now on; 0 to stop."""
        self._listen()
        if minutes:
            self._timer.start(minutes * 60_000)
        else:
            self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer.isActive() and event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False

    def _listen(self) -> None:
        """Listen to every window there is, such as the viewer of a photo; one that comes takes the focus first."""
        for window in _windows():
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _windows() -> list[QWindow]:
    """Every window there is. One that is collected while Qt's list becomes one of Python is read after it was freed."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        return QGuiApplication.allWindows()
    finally:
        if is_collecting:
            gc.enable()
