"""Counting the votes of a round: a figure for each level that grows with each key, and that can be typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.poll import LEVELS, Votes, votes_of
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.elided_label import ElidedLabel
from advisor_app.ui.widgets.figure_box import FigureBox
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.labels import key_label
from advisor_app.ui.widgets.level_chip import LevelChip

_UNKNOWN = len(LEVELS)
_GAP, _MORE_GAP = 12, 4
_FEWEST_COLUMNS = 3


class PollCount(QWidget):
    """``voted`` tells the level that was clicked (-1: does not know), ``typed`` all figures after one was typed."""

    voted = Signal(int)
    typed = Signal(object)  # Votes

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: list[FigureBox] = []
        self._words: list[ElidedLabel] = []
        self._cells: list[QWidget] = []
        self._more: list[IconButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_GAP)
        for place in (*LEVELS, _UNKNOWN):
            is_level = place != _UNKNOWN
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(LevelChip(theming, place) if is_level else key_label(theming, "U"))
            words = ElidedLabel(theming, "" if is_level else self.tr("weiß nicht"), "caption", "secondary")
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            head.addWidget(words, 1)
            name = self.tr("Stimmen für Stufe {level}").format(level=place) if is_level else self.tr("Weiß nicht")
            figure = FigureBox(theming, name)
            figure.changed.connect(self._on_figure_changed)
            more = IconButton(theming, "plus", self.tr("{name}: eine mehr").format(name=name))
            more.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys count, this is for the mouse
            more.clicked.connect(lambda _checked=False, place=place: self.voted.emit(place if place in LEVELS else -1))
            row = QHBoxLayout()
            row.setSpacing(_MORE_GAP)
            row.addWidget(figure, 1)
            row.addWidget(more)
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            column.addLayout(head)
            column.addLayout(row)
            self._cells.append(cell)
            self._more.append(more)
            self._figures.append(figure)
            self._words.append(words)
        self._place(len(self._cells))

    @override
    def minimumSizeHint(self) -> QSize:
        # The grid's own would hold the figures in one row, and nothing would ever narrow it.
        return QSize(self._needed(_FEWEST_COLUMNS, with_more=False), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        every, width = len(self._cells), self.width()
        columns = every if self._needed(every, with_more=False) <= width else _FEWEST_COLUMNS
        for button in self._more:
            button.setVisible(self._needed(columns) <= width)
        self._place(columns)

    @property
    def columns(self) -> int:
        """How many figures stand side by side at the present width."""
        return self._columns

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

    def _needed(self, columns: int, *, with_more: bool = True) -> int:
        """The width below which so many figures do not stand side by side; the buttons for more can go first."""
        figure, more = self._figures[0], self._more[0]
        widest = figure.minimumWidth()
        widest += more.sizeHint().width() + _MORE_GAP if with_more else 0
        return columns * widest + (columns - 1) * _GAP

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self.updateGeometry()

    def _on_figure_changed(self) -> None:
        self.typed.emit(self.votes)
