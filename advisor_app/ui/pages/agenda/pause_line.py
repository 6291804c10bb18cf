"""Until when a pause lasts, as the room is told; shown below the clock while it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

CHOICES = (5, 10, 15, 30)


class PauseLine(QWidget):
    """``minutes_chosen``: the pause is over in so many minutes from now, 0: nobody has said when."""

    minutes_chosen = Signal(int)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "paper")
        self.choices: dict[int, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(theming, self.tr("Weiter in …"), "caption", "secondary"))
        holder = QWidget()
        flow = FlowLayout(6, holder)
        for minutes in CHOICES:
            self._add(theming, flow, minutes, self.tr("{minutes} min").format(minutes=minutes))
        self._add(theming, flow, 0, self.tr("offen"))
        column.addWidget(holder)
        self.hide()

    def _add(self, theming: Theming, flow: FlowLayout, minutes: int, words: str) -> None:
        button = Button(theming, words, "", "chip")
        button.setAccessibleName(self.tr("Die Pause dauert: {words}").format(words=words))
        button.clicked.connect(partial(self._on_button_clicked, minutes))
        self.choices[minutes] = button
        flow.addWidget(button)

    def _on_button_clicked(self, minutes: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 — a signal's argument
        self.minutes_chosen.emit(minutes)
