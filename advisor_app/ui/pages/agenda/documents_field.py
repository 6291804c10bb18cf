"""The documents that a step needs: one chip each, and a list from which others are added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceBox
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.value_field import ValueField


class DocumentsField(ValueField):
    """A tuple of kinds in the order in which they are offered; a click on a chip takes its document out.

    What can be added is asked for when the field is first seen: knowing every kind of document takes a moment.
    """

    def __init__(self, theming: Theming, titled: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._titled = titled
        self._choices: Callable[[], Sequence[tuple[str, str]]] = tuple
        self._value: tuple[str, ...] = ()
        self._offered: list[str] = []
        self.chips: dict[str, Button] = {}
        self._held = QWidget()
        self._flow = FlowLayout(8, self._held)
        self.box = ChoiceBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._held)
        column.addWidget(self.box)
        self._held.hide()
        self.setFocusProxy(self.box)
        self.box.installEventFilter(self)
        self.box.activated.connect(self._on_box_activated)

    def offer(self, choices: Callable[[], Sequence[tuple[str, str]]]) -> None:
        """Offer these kinds, each with its title, from the next time on that the field is seen."""
        self._choices = choices
        if self.isVisible():
            self._fill()

    @override
    def show_value(self, value: Any) -> None:
        if tuple(value) == self._value:
            return
        self._value = tuple(value)
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {kind: self._chip(kind) for kind in self._value}
        self._held.setVisible(bool(self.chips))
        if self.isVisible():
            self._fill()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and event.type() is QEvent.Type.Show:
            self._fill()
        return super().eventFilter(watched, event)

    def _chip(self, kind: str) -> Button:
        title = self._titled(kind)
        words = self.tr("{title} gehört nicht mehr zum Schritt").format(title=title)
        chip = Button(self._theming, title, "x", "chip", tooltip=words)
        chip.setAccessibleName(words)
        chip.clicked.connect(partial(self._take_out, kind))
        self._flow.addWidget(chip)
        return chip

    def _fill(self) -> None:
        others = [(kind, title) for kind, title in self._choices() if kind not in self._value]
        self._offered = [kind for kind, _ in others]
        self.box.clear()
        self.box.addItems([self.tr("Dokument hinzufügen"), *(title for _, title in others)])

    def _take_out(self, kind: str) -> None:
        self.box.setFocus()
        self.edited.emit(tuple(name for name in self._value if name != kind), "")

    def _on_box_activated(self, index: int) -> None:
        if index > 0:
            self.edited.emit((*self._value, self._offered[index - 1]), "")
