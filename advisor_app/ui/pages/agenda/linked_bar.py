"""What belongs to a step, side by side: the page of the program first, then its documents; keys open them in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from advisor_app.override import override
from advisor_app.ui.pages.agenda.linked_page import LinkedPage
from advisor_app.ui.shell.step_line import KEYS
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

FIRST_KEYS = "E"
_MOST_KEYS = 9
_AROUND_ICON, _AROUND_KEYS = 60, 44


class LinkedButton(Button):
    """Leads to a page of the program or to a document; ``wanted`` carries the page and the part to open."""

    wanted = Signal(str, str)

    def __init__(self, theming: Theming, number: int, linked: LinkedPage) -> None:
        """``number``: its place from 1, which is also its key; the first one has a letter that one finds blindly."""
        self.keys = FIRST_KEYS if number == 1 else str(number) if number <= _MOST_KEYS else ""
        self._linked = linked
        super().__init__(
            theming,
            linked.title,
            linked.icon,
            shortcut=self.keys,
            tooltip=linked.action,
            show_keys=bool(self.keys),
        )
        self.setAccessibleDescription(f"{linked.action}. {linked.state}".strip())
        self.clicked.connect(self._on_clicked)

    @property
    def linked(self) -> LinkedPage:
        """What the button leads to."""
        return self._linked

    def show_page(self, linked: LinkedPage) -> None:
        """Lead to another part of the same page or document."""
        self._linked = linked
        self.setAccessibleDescription(f"{linked.action}. {linked.state}".strip())

    def fit(self, room: int) -> None:
        """Leave the keys to the tooltip where words and keys are wider than a line."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        self.set_keys_visible(visible=words + self._theming.scaled(_AROUND_ICON + _AROUND_KEYS) <= room)

    @override
    def minimumSizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + self._theming.scaled(_AROUND_ICON)
        return QSize(min(words, self.sizeHint().width()), self.sizeHint().height())

    def _on_clicked(self) -> None:
        self.wanted.emit(self._linked.page, self._linked.item)


class LinkedBar(QWidget):
    """The buttons of a step, and below them how far its page is.

    E opens the first one, 2 to 9 the others, F4 the first one and leads back.
    """

    wanted = Signal(str, str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._buttons: list[LinkedButton] = []
        self._state = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self._row = QWidget()
        self._flow = FlowLayout(8, self._row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(6)
        column.addWidget(self._row)
        column.addWidget(self._state)
        QShortcut(QKeySequence(KEYS), self).activated.connect(self._on_first_wanted)

    @property
    def buttons(self) -> Sequence[LinkedButton]:
        """The buttons in their order."""
        return self._buttons

    @property
    def state(self) -> str:
        """How far the page of the step is."""
        return self._state.text()

    def show_pages(self, pages: Sequence[LinkedPage]) -> None:
        """Show what belongs to a step, or nothing; the buttons stay where they are called the same."""
        if [(one.linked.page, one.linked.title) for one in self._buttons] != [(one.page, one.title) for one in pages]:
            self._build(pages)
        for button, page in zip(self._buttons, pages, strict=True):
            button.show_page(page)
        self._state.setText(next((page.state for page in pages if page.state), ""))
        self._state.setVisible(bool(self._state.text()))
        self.setVisible(bool(pages))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._buttons:
            button.fit(event.size().width())

    def _build(self, pages: Sequence[LinkedPage]) -> None:
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [LinkedButton(self._theming, number, page) for number, page in enumerate(pages, 1)]
        for button in self._buttons:
            button.wanted.connect(self.wanted)
            self._flow.addWidget(button)
            button.fit(self.width())
            button.show()  # at once: a hidden button has no keys

    def _on_first_wanted(self) -> None:
        if self._buttons:
            self._buttons[0].click()
