"""Counting the votes of a round: a figure for each level that grows with each key, and that can be typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QSpinBox, QWidget
from typing_extensions import override

from advisor_app.domain.poll import LEVELS, MOST_VOTES, Votes, votes_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import TextLabel, key_label
from advisor_app.ui.widgets.level_chip import LevelChip

_UNKNOWN = len(LEVELS)
_FIGURE_WIDTH = 64


class FigureBox(QSpinBox):
    """A number of people. It tells what was typed once that is finished, and what the arrows do at once."""

    changed = Signal(int)

    def __init__(self, theming: Theming, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self.setMinimumWidth(theming.scaled(_FIGURE_WIDTH))
        self.setRange(0, MOST_VOTES)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._on_self_value_changed)

    def show_figure(self, figure: int) -> None:
        """Show a figure without telling anybody."""
        self._shown = figure
        self.blockSignals(True)
        self.setValue(figure)
        self.blockSignals(False)

    @override
    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.selectAll()

    def _on_self_value_changed(self, value: int) -> None:
        if value != self._shown:
            self._shown = value
            self.changed.emit(value)


class PollCount(QWidget):
    """``voted`` tells the level that was clicked (-1: does not know), ``typed`` all figures after one was typed."""

    voted = Signal(int)
    typed = Signal(object)  # Votes

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: list[FigureBox] = []
        self._words: list[TextLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place in (*LEVELS, _UNKNOWN):
            is_level = place != _UNKNOWN
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(LevelChip(theming, place) if is_level else key_label(theming, "U"))
            words = TextLabel(theming, "" if is_level else self.tr("weiß nicht"), "caption", "secondary")
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            head.addWidget(words, 1)
            name = self.tr("Stimmen für Stufe {level}").format(level=place) if is_level else self.tr("Weiß nicht")
            figure = FigureBox(theming, name)
            figure.changed.connect(self._on_figure_changed)
            more = IconButton(theming, "plus", self.tr("{name}: eine mehr").format(name=name))
            more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys count, this is for the mouse
            more.clicked.connect(lambda _checked=False, place=place: self.voted.emit(place if place in LEVELS else -1))
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(figure, 1)
            row.addWidget(more)
            grid.addLayout(head, 0, place)
            grid.addLayout(row, 1, place)
            grid.setColumnStretch(place, 1)
            self._figures.append(figure)
            self._words.append(words)

    @property
    def votes(self) -> Votes:
        """The figures as they stand."""
        *levels, unknown = (figure.value() for figure in self._figures)
        return votes_of([*(level for level, count in enumerate(levels) for _ in range(count)), *[None] * unknown])

    def show_words(self, words: tuple[str, ...]) -> None:
        """Name the levels."""
        for label, word in zip(self._words, words, strict=False):
            label.setText(word)

    def show_votes(self, votes: Votes) -> None:
        """Show committed votes."""
        for figure, count in zip(self._figures, (*votes.counts, votes.unknown), strict=True):
            figure.show_figure(count)

    def focus_first(self) -> None:
        """Go to the first figure, to type all of them."""
        self._figures[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_figure_changed(self) -> None:
        self.typed.emit(self.votes)
