"""The navigation rail: the program's name and the pages that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.viewport import give_viewport

_ANY_HEIGHT = 16_777_215  # Qt's own upper bound
_ICON_GAP = 8  # besides the four pixels that Qt leaves between icon and text


@dataclass(frozen=True, slots=True)
class RailItem:
    """One entry of the rail."""

    name: str
    label: str
    icon: str


class Rail(QWidget):
    """Lists pages; one is marked. In narrow windows only icons remain, in low ones the list scrolls."""

    chosen = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self._shown: tuple[RailItem, ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._narrow = False
        self._below: list[QWidget] = []
        self._group = QButtonGroup(self)
        self._lay_out()
        self._group.buttonToggled.connect(self._on_theming_changed)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def names(self) -> tuple[str, ...]:
        """The pages that are listed."""
        return tuple(self._buttons)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Replace the entries; equal ones stay, with the focus that one of them may have."""
        if tuple(items) == self._shown:
            return
        self._shown = tuple(items)
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._items.removeWidget(button)
            button.hide()  # at once: while a dialog is open it would stay
            button.deleteLater()
        self._buttons = {item.name: self._button(item) for item in items}
        self._on_theming_changed()

    def button(self, name: str) -> QPushButton:
        """The button of a page."""
        return self._buttons[name]

    def mark(self, name: str) -> None:
        """Mark the page that is shown."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def put_below(self, widget: QWidget) -> None:
        """Put a widget below the list; it has no room in a narrow window."""
        self._below.append(widget)
        self._column.addWidget(widget)
        widget.setMaximumHeight(0 if self._narrow else _ANY_HEIGHT)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons with their words."""
        if narrow != self._narrow:
            self._narrow = narrow
            for widget in self._below:
                widget.setMaximumHeight(0 if narrow else _ANY_HEIGHT)
            self._on_theming_changed()

    def _lay_out(self) -> None:
        self._logo = QLabel(self)
        self._title = TextLabel(self._theming, "Beraterkoffer", "emphasised", "primary", weight=600)
        self._head = QWidget(self)
        self._head.setProperty("kind", "rail-head")
        self._head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 0, 8, 0)
        head.setSpacing(10)
        head.addWidget(self._logo)
        head.addWidget(self._title, 1)
        body = QWidget()
        body.setProperty("kind", "rail")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._items = QVBoxLayout(body)
        self._items.setContentsMargins(8, 12, 8, 12)
        self._items.setSpacing(2)
        self._items.addStretch(1)
        scroll = QScrollArea()
        give_viewport(scroll)
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(scroll, 1)

    def _button(self, item: RailItem) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", "rail")
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setIcon(self._theming.icon(item.icon, "ink2", "primary"))
        button.setAccessibleName(item.label)
        button.clicked.connect(lambda _checked=False, name=item.name: self.chosen.emit(name))
        self._group.addButton(button)
        self._items.insertWidget(self._items.count() - 1, button)
        return button

    def _on_theming_changed(self) -> None:
        theming = self._theming
        self.setFixedWidth(theming.size("rail_narrow" if self._narrow else "rail"))
        self._head.setFixedHeight(theming.size("case_bar"))
        self._logo.setPixmap(theming.icon("briefcase", "primary").pixmap(theming.icon_size() * 1.2))
        self._title.setVisible(not self._narrow)
        for item in self._shown:
            button = self._buttons[item.name]
            button.setText("" if self._narrow else item.label)
            button.setToolTip(item.label if self._narrow else "")
            button.setFont(theming.font("body", weight=600 if button.isChecked() else None))
            gap = 0 if self._narrow else theming.scaled(_ICON_GAP)
            button.setIconSize(QSize(theming.size("icon") + gap, theming.size("icon")))
            if button.property("narrow") is not self._narrow:
                button.setProperty("narrow", self._narrow)
                if button.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # the sheet was already asked
                    button.style().unpolish(button)
                    button.style().polish(button)
