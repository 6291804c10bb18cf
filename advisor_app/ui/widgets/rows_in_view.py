"""A long column of rows that are built as they come in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from advisor_app.override import override
from advisor_app.ui.widgets.value_field import ValueField

FIRST = 16
"""Rows that are there from the beginning: more than a window shows of most."""
_NEXT = 6
_MOST_ROOM = 1 << 20


class RowsInView(QWidget):
    """Rows one below the other. Room is kept for those that nobody has come to yet; painting it builds the next ones.

    A row of labels and buttons takes two to four milliseconds, so that some hundreds would hold the window up.
    """

    def __init__(
        self,
        makers: Sequence[Callable[[], QWidget]],
        spacing: int = 0,
        after: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``makers`` build a row each, in their order and each once; the keyboard comes to them from ``after``."""
        super().__init__(parent)
        self._makers = makers
        self._after = after
        self._built: list[QWidget] = []
        self._joined = 0  # how many of them have their place on the keyboard's way through the window
        self._last: QWidget | None = None  # the end of that way
        self._room = Room()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        self._layout.addWidget(self._room)
        self._room.seen.connect(self._on_room_seen, Qt.ConnectionType.QueuedConnection)
        self.build(FIRST)

    @property
    def built(self) -> int:
        """How many rows there are by now."""
        return len(self._built)

    def build(self, count: int) -> None:
        """Let there be at least so many rows, or all."""
        for make in self._makers[self.built : count]:
            row = make()
            self._layout.insertWidget(self.built, row)
            row.show()  # at once, and not in the next turn of the event loop: it may be given the focus
            self._built.append(row)
        if self.isVisible():
            self._join()
        self._keep_room()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._join()

    @override
    def focusNextPrevChild(self, forwards: bool, /) -> bool:
        focus = QApplication.focusWidget()
        if forwards and any(row is focus or row.isAncestorOf(focus) for row in self._built[-_NEXT:] if focus):
            self.build(self.built + _NEXT)  # whoever is fast comes to the end of those that were seen
        return super().focusNextPrevChild(forwards)

    def _join(self) -> None:
        """Let the keyboard come to new rows after those above them: Qt puts them behind everything in the window."""
        last = self._last if self._last is not None and isValid(self._last) else self._after
        for row in self._built[self._joined :]:
            for stop in tab_stops(row):
                if last is not None:
                    self.setTabOrder(last, stop)
                last = stop
        self._joined, self._last = self.built, last

    def _keep_room(self) -> None:
        """About as much as the rows to come will need, so that the scroll bar tells how many there are."""
        left = len(self._makers) - self.built
        heights = [row.sizeHint().height() for row in self._built[-_NEXT:]]
        each = sum(heights) // len(heights) + self._layout.spacing() if heights else 0
        self._room.setFixedHeight(min(left * each, _MOST_ROOM))
        self._room.setVisible(left > 0)

    def _on_room_seen(self) -> None:
        if self.isVisible():  # others may have taken their place since
            self.build(self.built + _NEXT)


def tab_stops(row: QWidget) -> Iterator[QWidget]:
    """Where the keyboard stops in a row, now or once it is shown and enabled."""
    for part in (row, *row.findChildren(QWidget)):
        if isinstance(part, ValueField):  # hands on the focus, and is left where it is unless it takes some itself
            part.setFocusPolicy(part.target.focusPolicy())
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part


class Room(QWidget):
    """Nothing, and a word whenever somebody sees it."""

    seen = Signal()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.emit()
