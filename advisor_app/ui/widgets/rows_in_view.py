"""A long column of rows that are built as they come in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.override import override

FIRST = 16
"""Rows that are there from the beginning: more than a window shows of most."""
_NEXT = 6
_MOST_ROOM = 1 << 20


class RowsInView(QWidget):
    """Rows one below the other. Room is kept for those that nobody has come to yet; painting it builds the next ones.

    A row of labels and buttons takes two to four milliseconds, so that some hundreds would hold the window up.
    """

    def __init__(
        self, makers: Sequence[Callable[[], QWidget]], spacing: int = 0, parent: QWidget | None = None
    ) -> None:
        """``makers`` build a row each, in their order and each once."""
        super().__init__(parent)
        self._makers = makers
        self._built: list[QWidget] = []
        self._room = _Room()
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
        self._keep_room()

    def _keep_room(self) -> None:
        """About as much as the rows to come will need, so that the scroll bar tells how many there are."""
        left = len(self._makers) - self.built
        heights = [row.sizeHint().height() for row in self._built[-_NEXT:]]
        each = sum(heights) // len(heights) + self._layout.spacing() if heights else 0
        self._room.setFixedHeight(min(left * each, _MOST_ROOM))
        self._room.setVisible(left > 0)

    def _on_room_seen(self) -> None:
        self.build(self.built + _NEXT)


class _Room(QWidget):
    """Nothing, and a word whenever somebody sees it."""

    seen = Signal()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.emit()
