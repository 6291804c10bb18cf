"""The entries as a list, newest first, with the days as headings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from advisor_app.domain.local_time import LOCAL
from advisor_app.override import override
from advisor_app.services.history import Entry
from advisor_app.ui.pages.history.wording import heading_of, marks_of, summary_of, time_of
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.dates import long_day

_Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_MARGIN = 16
_TIME_WIDTH = 52


class EntryModel(QAbstractListModel):
    """Days and entries; ``ROW`` yields the date or the entry."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[date | Entry] = []

    @property
    def entries(self) -> list[Entry]:
        """The entries without the days."""
        return [row for row in self._rows if isinstance(row, Entry)]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = self._with_days(entries, None)
        self.endResetModel()

    def append_entries(self, entries: Sequence[Entry]) -> None:
        """Add older entries."""
        last = self.entries[-1].at.astimezone(LOCAL).date() if self.entries else None
        rows = self._with_days(entries, last)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row_of(self, entry_row: str) -> int:
        """The row of an entry by the id of its row in the log, else of the first entry, else -1."""
        found = [number for number, row in enumerate(self._rows) if isinstance(row, Entry) and row.row == entry_row]
        return found[0] if found else (1 if len(self._rows) > 1 else -1)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or not isinstance(self._rows[index.row()], Entry):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if not isinstance(row, Entry):
            return long_day(row, self._language)
        parts = (time_of(row), heading_of(row), summary_of(row), row.author, marks_of(row), row.why)
        return ", ".join(filter(None, parts))

    @staticmethod
    def _with_days(entries: Sequence[Entry], last: date | None) -> list[date | Entry]:
        rows: list[date | Entry] = []
        for entry in entries:
            day = entry.at.astimezone(LOCAL).date()
            if day != last:
                rows.append(day)
                last = day
            rows.append(entry)
        return rows


class EntryDelegate(QStyledItemDelegate):
    """Two lines per entry: what was changed and by whom, then what became of it."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        theming = self._theming
        first = QFontMetrics(theming.font("body")).height()
        second = QFontMetrics(theming.font("caption")).height()
        is_entry = isinstance(index.data(ROW), Entry)
        return QSize(10, first + second + theming.scaled(14) if is_entry else second + theming.scaled(18))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        place: QRect = option.rect
        row = index.data(ROW)
        if isinstance(row, Entry):
            state: QStyle.StateFlag = option.state
            self._paint_entry(painter, place, row, selected=bool(state & QStyle.StateFlag.State_Selected))
        else:
            self._paint_day(painter, place, str(index.data()))
        painter.restore()

    def _paint_day(self, painter: QPainter, place: QRect, words: str) -> None:
        theming = self._theming
        painter.setPen(theming.colour("ink2"))
        painter.setFont(theming.font("caption", weight=600, tabular=True))
        room = place.adjusted(theming.scaled(_MARGIN), theming.scaled(6), 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_entry(self, painter: QPainter, place: QRect, entry: Entry, *, selected: bool) -> None:
        theming = self._theming
        painter.fillRect(place, theming.colour("primary_soft" if selected else "paper"))
        if selected:
            edge = round(theming.theme.line["selected_row_edge"])
            painter.fillRect(QRect(place.left(), place.top(), edge, place.height()), theming.colour("primary"))
        else:
            painter.setPen(theming.colour("line"))
            painter.drawLine(place.bottomLeft(), place.bottomRight())
        room = place.adjusted(theming.scaled(_MARGIN), theming.scaled(7), -theming.scaled(_MARGIN), -theming.scaled(7))
        top, bottom = QRect(room), QRect(room)
        top.setHeight(QFontMetrics(theming.font("body")).height())
        bottom.setTop(top.bottom() + 1)
        faint = "ink3" if entry.undone else "ink"
        self._paint_line(painter, top, time_of(entry), "body", "ink2")
        left = theming.scaled(_TIME_WIDTH)
        top.adjust(left, 0, 0, 0)
        bottom.adjust(left, 0, 0, 0)
        author = entry.author
        width = QFontMetrics(theming.font("caption")).horizontalAdvance(author)
        who = QRect(top.right() - width, top.top(), width + 1, top.height())
        self._paint_line(painter, who, author, "caption", "ink3")
        top.setRight(who.left() - theming.scaled(12))
        self._paint_line(painter, top, heading_of(entry), "body", faint, weight=600, struck=entry.undone)
        words = " · ".join(filter(None, (marks_of(entry), summary_of(entry), entry.why)))
        self._paint_line(painter, bottom, words, "caption", "ink2")

    def _paint_line(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        kind: str,
        role: str,
        *,
        weight: int | None = None,
        struck: bool = False,
    ) -> None:
        font = self._theming.font(kind, weight=weight, tabular=True)
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(self._theming.colour(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class EntryList(QListView):
    """The list; ``chosen(entry)`` when another one is marked, ``wants_more`` at its end."""

    chosen = Signal(object)
    wants_more = Signal()

    def __init__(self, theming: Theming, model: EntryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = model
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(theming, self))
        self.setProperty("kind", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Verlauf"))
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.current))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theming.changed.connect(self.doItemsLayout)

    @property
    def current(self) -> Entry | None:
        """The entry that is marked."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Entry) else None

    def mark(self, entry_row: str) -> None:
        """Mark an entry by the id of its row in the log, else the first one."""
        self.setCurrentIndex(self._entries.index(self._entries.row_of(entry_row)))

    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() > 0:
            self.wants_more.emit()
