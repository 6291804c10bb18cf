"""All open questions to which another module of the case has an answer, with one act for those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.given_answers import GivenAnswer
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel


class GivenPanel(QWidget):
    """A line that says how many there are; it opens a list. ``confirmed`` carries what is ticked."""

    confirmed = Signal(tuple)  # of GivenAnswer
    opened = Signal(str)  # question

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._given: tuple[GivenAnswer, ...] = ()
        self.ticks: dict[str, QCheckBox] = {}
        self._words = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.button = Button(theming, self.tr("Ansehen …"), "link", "link")
        self._card = QFrame()
        self._card.setProperty("kind", "card-soft")
        self._rows: QWidget | None = None
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(14, 10, 14, 10)
        self.confirm_button = Button(theming, "", "check", "primary")
        close = Button(theming, self.tr("Schließen"), "x", "link")
        acts = QHBoxLayout()
        acts.addWidget(self.confirm_button)
        acts.addWidget(close)
        acts.addStretch(1)
        self._column.addLayout(acts)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 8, 32, 0)
        layout.addLayout(line)
        layout.addWidget(self._card)
        self._card.hide()
        self.hide()
        self.button.clicked.connect(self._open)
        close.clicked.connect(self._card.hide)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)

    def show_given(self, given: Sequence[GivenAnswer]) -> None:
        """Say of these that they can be taken over."""
        if tuple(given) == self._given:
            return
        self._given = tuple(given)
        self.setVisible(bool(given))
        one = self.tr("Eine offene Frage ist in einem anderen Modul dieses Falls schon beantwortet.")
        many = self.tr("{count} offene Fragen sind in anderen Modulen dieses Falls schon beantwortet.")
        self._words.setText(one if len(given) == 1 else many.format(count=len(given)))
        if self._card.isVisible():
            self._build()
        if not given:
            self._card.hide()

    def _open(self) -> None:
        self._build()
        self._card.show()
        self.confirm_button.setFocus()

    def _build(self) -> None:
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.deleteLater()
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self.ticks = {}
        for row, item in enumerate(self._given):
            tick = QCheckBox(item.question)
            tick.setChecked(True)
            tick.setAccessibleDescription(f"{item.source}: {item.said}")
            tick.toggled.connect(self._show_count)
            words = f"{item.said} – {item.source}"
            grid.addWidget(tick, row, 0)
            grid.addWidget(TextLabel(self._theming, words, "body", "secondary", wrap=True), row, 1)
            self.ticks[item.question] = tick
        self._column.insertWidget(0, self._rows)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._ticked())
        one, many = self.tr("Eine Antwort übernehmen"), self.tr("{count} Antworten übernehmen")
        self.confirm_button.setText(one if count == 1 else many.format(count=count))
        self.confirm_button.setEnabled(bool(count))

    def _ticked(self) -> tuple[GivenAnswer, ...]:
        return tuple(item for item in self._given if self.ticks[item.question].isChecked())

    def _on_confirm_clicked(self) -> None:
        self._card.hide()
        self.confirmed.emit(self._ticked())
