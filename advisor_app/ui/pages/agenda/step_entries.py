"""What was written down at a step for the minutes, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.ui.pages.agenda.clock_reading import local_time
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.dates import short_day
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph

translate = QCoreApplication.translate
_ICONS = {
    EntryKind.NOTE: "notebook-pen",
    EntryKind.DECISION: "badge-check",
    EntryKind.TASK: "square-check",
    EntryKind.OPEN_POINT: "circle-dot",
    EntryKind.PARKED: "bookmark",
    EntryKind.QUOTE: "quote",
}


class StepEntries(QWidget):
    """One line per entry: what kind it is, its words, who and until when, and the time."""

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._language = language
        self._shown: tuple[MinutesEntry, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 8)
        self._column.setSpacing(6)
        self.hide()

    @property
    def words(self) -> Sequence[str]:
        """What the lines say."""
        return [label.text() for label in self.findChildren(Paragraph)]

    def show_entries(self, entries: Sequence[MinutesEntry]) -> None:
        """Show the entries of a step; equal ones stay as they are."""
        if tuple(entries) == self._shown:
            return
        self._shown = tuple(entries)
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
        kind = kind_words(entry.kind)
        line.setToolTip(kind)
        icon = QLabel()
        icon.setPixmap(self._theming.icon(_ICONS[entry.kind]).pixmap(self._theming.icon_size()))
        icon.setAccessibleName(kind)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(self._theming, self._words(entry)), 1)
        time = TextLabel(self._theming, local_time(entry.at), "caption", "caption", tabular=True)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _words(self, entry: MinutesEntry) -> str:
        until = ""
        if entry.until is not None:
            until = translate("agenda", "bis {day}").format(day=short_day(entry.until, self._language))
        behind = ", ".join(filter(None, (entry.who, until)))
        return f"{entry.words.text} ({behind})" if behind else entry.words.text


def kind_words(kind: EntryKind) -> str:
    """What a kind of entry is called."""
    match kind:
        case EntryKind.NOTE:
            return translate("agenda", "Notiz")
        case EntryKind.DECISION:
            return translate("agenda", "Beschluss")
        case EntryKind.TASK:
            return translate("agenda", "Aufgabe")
        case EntryKind.OPEN_POINT:
            return translate("agenda", "Offener Punkt")
        case EntryKind.PARKED:
            return translate("agenda", "Themenspeicher")
        case EntryKind.QUOTE:
            return translate("agenda", "Zitat")
