"""A list and what belongs to its chosen entry: beside each other, or below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming

_DETAIL, _LEAST = 372, 600
_GAP = 16


def scrolling(inner: QWidget) -> QScrollArea:
    """A widget in an area that scrolls where there is no room, without a frame of its own."""
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    for widget in (area, inner):
        widget.setProperty("kind", "paper")
    return area


class Beside(QWidget):
    """``main`` takes what is left. Beside it the detail scrolls by itself, below it both scroll as one."""

    def __init__(self, theming: Theming, main: QWidget, detail: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 12, 12)
        column.addWidget(detail)
        column.addStretch(1)
        self._area = scrolling(self._column)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = QWidget()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, room)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addWidget(main, 3)
        self._layout.addWidget(self._area, 2)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(room))
        self._column.installEventFilter(self)
        theming.changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()  # what is shown of the detail has another height
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        scaled = self._theming.scaled
        fits = self.width() >= scaled(_DETAIL + _LEAST)
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
        self._area.setMinimumWidth(scaled(_DETAIL) if fits else 0)
        self._area.setMaximumWidth(scaled(_DETAIL) if fits else self.maximumWidth())
        width = max(self.width() - _GAP, 1)
        height = max(self._column.sizeHint().height(), self._column.heightForWidth(width))
        self._area.setMinimumHeight(0 if fits else height)
