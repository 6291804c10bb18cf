"""What an agenda without days says: the days that the case's modules propose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.offered_days import OfferedDay
from advisor_app.ui.widgets.paragraph import Paragraph

_WIDTH = 480


class DayOffer(QScrollArea):
    """One button per day that can be added, the usual one first; ``wanted`` is empty for a day without steps."""

    wanted = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._names: tuple[str, ...] | None = None
        self.buttons: dict[str, Button] = {}
        self._picture = QLabel()
        self._inner = QWidget()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theming.changed.connect(self._on_theming_changed)

    def show_days(self, days: Sequence[OfferedDay]) -> None:
        """Offer these days; those of several modules below the names of their modules."""
        names = tuple(item.template for item in days)
        if names == self._names:
            return
        self._names = names
        self.buttons = {}
        inner = QWidget()
        self._inner = inner
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(10)
        self._picture = QLabel()
        title = TextLabel(self._theming, self.tr("Noch kein Workshoptag"), "section")
        sentence = Paragraph(self._theming, self._sentence(bool(days)), "body", "secondary")
        for label in (self._picture, title, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        for label in (self._picture, title, sentence):
            column.addWidget(label)
        column.addSpacing(8)
        several = len({item.module for item in days}) > 1
        for module, items in groupby(days, key=lambda item: item.module):
            if several:
                column.addSpacing(8)
                column.addWidget(TextLabel(self._theming, module, "body", "secondary", weight=600))
            for item in items:
                self._add_button(column, item.template, item.title, self._words(item))
        self._add_button(column, "", self.tr("Leerer Tag"), "")
        column.addStretch(3)
        content = QWidget()
        content.setProperty("kind", "paper")
        row = QHBoxLayout(content)
        row.addStretch(1)
        row.addWidget(inner)
        row.addStretch(1)
        self.setWidget(content)
        self._on_theming_changed()

    def _sentence(self, has_templates: bool) -> str:  # noqa: FBT001 — a plain yes or no
        if has_templates:
            return self.tr(
                "Hier stehen die Schritte des Tages mit Uhrzeit, Moderation und Notizen. Welcher Tag ist es?"
            )
        return self.tr("Zu den gebuchten Modulen gibt es keine Vorlage. Ein leerer Tag nimmt eigene Schritte auf.")

    def _words(self, day: OfferedDay) -> str:
        return self.tr("{count} Schritte, {length}").format(count=day.steps, length=day.length)

    def _add_button(self, column: QVBoxLayout, name: str, title: str, words: str) -> None:
        label = f"{title} ({words})" if words else title
        button = Button(self._theming, label, "calendar-plus", "" if self.buttons else "primary")
        button.clicked.connect(partial(self._on_button_clicked, name))
        self.buttons[name] = button
        column.addWidget(button)

    def _on_button_clicked(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a signal's argument
        self.wanted.emit(name)

    def _on_theming_changed(self) -> None:
        icon = self._theming.icon("calendar-clock", "ink3")
        self._picture.setPixmap(icon.pixmap(self._theming.icon_size() * 2.5))
        self._inner.setFixedWidth(self._theming.scaled(_WIDTH))
