"""Questions that moved between two assessments, and those that cannot be compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.services.comparisons import Direction, MovedQuestion, SideBySide
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.level_chip import LevelChip


class MovedList(QWidget):
    """Built anew for every comparison; a question leads to its place in the assessment."""

    opened = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._content: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)

    def show_comparison(self, both: SideBySide) -> None:
        """List what moved, then what is not compared and why."""
        if self._content is not None:
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        theming = self._theming
        column.addWidget(TextLabel(theming, self.tr("Was sich bei den Fragen geändert hat"), "section"))
        if both.moved:
            column.addLayout(self._moves(both.moved))
        notes = " ".join(self._notes(both))
        if notes:
            column.addWidget(TextLabel(theming, notes, "body", "secondary", wrap=True))
        if both.not_compared:
            column.addWidget(TextLabel(theming, self.tr("Was sich nicht vergleichen lässt"), "section"))
            column.addLayout(self._not_compared(both.not_compared))
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._content)

    def _notes(self, both: SideBySide) -> list[str]:
        notes = []
        if not both.moved:
            notes.append(self.tr("Bei keiner Frage hat sich die Stufe geändert."))
        if both.same:
            notes.append(self.tr("Gleich geblieben: {count}.").format(count=both.same))
        if both.confidential:
            notes.append(self.tr("Vertraulich und nicht aufgeführt: {count}.").format(count=both.confidential))
        return notes

    def _moves(self, moved: Sequence[MovedQuestion]) -> QGridLayout:
        grid = self._grid()
        row = 0
        for direction, title in self._titles().items():
            found = [item for item in moved if item.direction is direction]
            if found:
                head = self.tr("{title}: {count}").format(title=title, count=len(found))
                grid.addWidget(TextLabel(self._theming, head, "body", "secondary", weight=600), row, 0, 1, 4)
                row += 1
            for item in found:
                grid.addWidget(hairline(), row, 0, 1, 4)
                self._add_move(grid, row + 1, item)
                row += 2
        return grid

    def _titles(self) -> dict[Direction, str]:
        return {
            Direction.UP: self.tr("Höher eingestuft"),
            Direction.DOWN: self.tr("Niedriger eingestuft"),
            Direction.NEW: self.tr("Jetzt beantwortet"),
            Direction.GONE: self.tr("Nicht mehr beantwortet"),
        }

    def _add_move(self, grid: QGridLayout, row: int, item: MovedQuestion) -> None:
        theming = self._theming
        number = Button(theming, item.id, "", "link")
        number.clicked.connect(lambda: self.opened.emit(item.id))
        before, after = ("–" if level is None else str(level) for level in (item.before, item.after))
        words = self.tr("von Stufe {before} auf {after}").format(before=before, after=after)
        number.setAccessibleName(f"{item.id} {item.short}, {words}")
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._levels(item, words), row, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(TextLabel(theming, item.short, "body", wrap=True), row, 2)
        grid.addWidget(TextLabel(theming, item.holds, "body", "secondary", wrap=True), row, 3)

    def _levels(self, item: MovedQuestion, words: str) -> QWidget:
        """Both levels with an arrow between them."""
        both = QWidget()
        both.setToolTip(words)
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(6)
        line.addWidget(LevelChip(self._theming, item.before))
        line.addWidget(TextLabel(self._theming, "→", "body", "secondary"))
        line.addWidget(LevelChip(self._theming, item.after))
        return both

    def _not_compared(self, rows: Sequence[tuple[str, str, str]]) -> QGridLayout:
        grid = self._grid()
        for place, (name, short, why) in enumerate(rows):
            grid.addWidget(hairline(), 2 * place, 0, 1, 4)
            grid.addWidget(TextLabel(self._theming, name, "body", tabular=True), 2 * place + 1, 0)
            grid.addWidget(TextLabel(self._theming, short, "body", wrap=True), 2 * place + 1, 2)
            grid.addWidget(TextLabel(self._theming, why, "body", "secondary", wrap=True), 2 * place + 1, 3)
        return grid

    @staticmethod
    def _grid() -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 3)
        return grid
