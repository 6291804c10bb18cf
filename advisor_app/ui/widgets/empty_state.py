"""What an empty page says: what belongs here, and the one action that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class EmptyState(QWidget):
    """An icon, a title, a sentence, one primary button and perhaps a second way beside it, both with their keys."""

    wanted = Signal()
    other_wanted = Signal()

    def __init__(  # noqa: PLR0913 — put together from its parts, all by name
        self,
        theming: Theming,
        *,
        icon: str,
        title: str,
        sentence: str,
        action: str,
        keys: str = "",
        other: str = "",
        other_keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._icon = icon
        self._picture = QLabel(self)
        self._sentence = TextLabel(theming, sentence, "body", "secondary", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(theming, action, "plus", "primary", shortcut=keys)
        self.other = Button(theming, other, "", "link", shortcut=other_keys)
        if not other:
            self.other.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(TextLabel(theming, title, "section"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(buttons)
        column.addStretch(3)
        self.button.clicked.connect(self.wanted)
        self.other.clicked.connect(self.other_wanted)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    def _on_theming_changed(self) -> None:
        self._picture.setPixmap(self._theming.icon(self._icon, "ink3").pixmap(self._theming.icon_size() * 2.5))
        width = self._theming.scaled(460)
        self._sentence.setFixedWidth(width)
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(width))  # an aligned label is not asked
