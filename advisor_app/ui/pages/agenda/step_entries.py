"""What was written down at a step for the minutes, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.minutes import MinutesEntry
from advisor_app.texts import Texts
from advisor_app.ui.pages.agenda.clock_reading import local_time
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.minutes_words import ICONS, kind_words, who_and_until
from advisor_app.ui.widgets.paragraph import Paragraph


class StepEntries(QWidget):
    """One line per entry: what kind it is, its words, who and until when, and the time."""

    def __init__(self, theming: Theming, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._shown: tuple[MinutesEntry, ...] = ()
        self._labels: list[Paragraph] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 8)
        self._column.setSpacing(6)
        self.hide()

    @property
    def words(self) -> Sequence[str]:
        """What the lines say."""
        return [label.text() for label in self._labels]

    def show_entries(self, entries: Sequence[MinutesEntry]) -> None:
        """Show the entries of a step; equal ones stay as they are."""
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
        self._labels = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, entry in enumerate(self._shown):
            if number:
                self._column.addWidget(hairline())
            self._column.addWidget(self._line(entry))
        self.setVisible(bool(self._shown))

    def _line(self, entry: MinutesEntry) -> QWidget:
        line = QWidget()
        kind = kind_words(entry.kind, self._texts)
        line.setToolTip(kind)
        icon = QLabel()
        icon.setPixmap(self._theming.icon(ICONS[entry.kind]).pixmap(self._theming.icon_size()))
        icon.setAccessibleName(kind)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self._labels.append(Paragraph(self._theming, self._words(entry)))
        row.addWidget(self._labels[-1], 1)
        time = TextLabel(self._theming, local_time(entry.at), "caption", "caption", tabular=True)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _words(self, entry: MinutesEntry) -> str:
        behind = who_and_until(entry, self._texts)
        return f"{entry.words.text} ({behind})" if behind else entry.words.text
