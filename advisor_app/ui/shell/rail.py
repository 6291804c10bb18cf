"""The navigation rail: the program's name and the pages that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel


@dataclass(frozen=True, slots=True)
class RailItem:
    """One entry of the rail."""

    name: str
    label: str
    icon: str


class Rail(QWidget):
    """Lists pages; exactly one is marked. Below 1100 logical pixels of window width only icons remain."""

    chosen = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._buttons: dict[str, QPushButton] = {}
        self._labels: dict[str, str] = {}
        self._narrow = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setProperty("kind", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

        self._logo = QLabel(self)
        self._title = TextLabel(theming, "Beraterkoffer", "emphasised", "primary", weight=600)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 0, 8, 0)
        head.setSpacing(10)
        head.addWidget(self._logo)
        head.addWidget(self._title, 1)
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        body = QVBoxLayout()
        body.setContentsMargins(8, 12, 8, 0)
        body.addLayout(self._items)
        body.addStretch(1)
        layout.addLayout(body, 1)

        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Replace the entries."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._items.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        self._labels = {item.name: item.label for item in items}
        for item in items:
            button = QPushButton(item.label, self)
            button.setProperty("kind", "rail")
            button.setCheckable(True)
            button.setIcon(self._theming.icon(item.icon))
            button.setAccessibleName(item.label)
            button.setToolTip(item.label)
            button.clicked.connect(lambda _checked=False, name=item.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._items.addWidget(button)
            self._buttons[item.name] = button
        self._on_theming_changed()

    def mark(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons with their words."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._on_theming_changed()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width(), 400)

    def _on_theming_changed(self) -> None:
        theme = self._theming.theme
        scale = self._theming.zoom / 100
        self.setFixedWidth(round(theme.size["rail_narrow" if self._narrow else "rail"] * scale))
        self._head.setFixedHeight(round(theme.size["case_bar"] * scale))
        self._logo.setPixmap(self._theming.icon("luggage", "primary").pixmap(self._theming.icon_size() * 1.2))
        self._title.setVisible(not self._narrow)
        for name, button in self._buttons.items():
            button.setText("" if self._narrow else f"  {self._labels[name]}")
            button.setFont(self._theming.font("body"))
            button.setIconSize(self._theming.icon_size())
            button.setMinimumHeight(round(theme.size["row_nav"] * scale))
