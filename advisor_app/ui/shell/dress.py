"""The sheet as it is worn: by a window of its own, by a part of the main window, or by a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from advisor_app.override import override
from advisor_app.ui.shell.look import Look


class Dress(QObject):
    """Keeps the sheet of the look on a widget and all in it: while it is seen at once, else as soon as it is shown."""

    changed = Signal()

    def __init__(self, root: QWidget, look: Look) -> None:
        super().__init__(root)
        self._look = look
        self._worn = 0
        look.sheet_changed.connect(self._on_sheet_changed)
        self._on_sheet_changed()

    def put_on(self) -> None:
        """Wear the present sheet; costs nothing where it is worn already."""
        if self._worn != self._look.edition:
            self._worn = self._look.edition
            self._root().removeEventFilter(self)  # every event would come by here for nothing
            self._root().setStyleSheet(self._look.sheet)
            self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self.put_on()
        return False

    def _root(self) -> QWidget:
        """Asked for, not kept: a page that keeps its dress would wait for the collector with everything it shows."""
        root = self.parent()
        if not isinstance(root, QWidget):
            raise TypeError(root)
        return root

    def _on_sheet_changed(self) -> None:
        if self._root().isVisible():
            self.put_on()
        else:
            self._root().installEventFilter(self)


class PopupDress(QObject):
    """Lets a list that comes up over a field, and stands in nothing itself, wear what the field stands in."""

    def __init__(self, popup: QWidget, field: QWidget) -> None:
        super().__init__(popup)
        self._field = field
        popup.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            around = self._field.parentWidget()
            while around is not None and not around.styleSheet():
                around = around.parentWidget()
            watched.setStyleSheet("" if around is None else around.styleSheet())
        return False
