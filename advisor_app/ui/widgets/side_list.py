"""A short list at the side of a page: entries with a word below or at their end, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.brief import brief

_ENTRY = Qt.ItemDataRole.UserRole
_TONES = {
    "": ("ink2", "sunken"),
    "amber": ("amber", "amber_soft"),
    "primary": ("primary", "sunken"),
    "success": ("success", "success_soft"),
}
"""Colour and ground of a tag by its tone."""
_Index = QModelIndex | QPersistentModelIndex
_CHOOSABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEntry:
    """One entry: ``below`` stands in a second line, ``tag`` before it, ``trailing`` at the right end.

    ``tone`` colours the tag (amber, primary, success, else quiet), ``faint`` the title. A ``heading`` cannot be chosen.
    """

    key: str
    title: str
    below: str = ""
    trailing: str = ""
    tag: str = ""
    tone: str = ""
    faint: bool = False
    heading: bool = False

    @property
    def spoken(self) -> str:
        """The entry in one sentence."""
        return ", ".join(part for part in (self.title, self.tag, self.below, self.trailing) if part)


class SideListDelegate(QStyledItemDelegate):
    """Paints an entry; the chosen one has a soft ground and a bar at its edge."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        entry: SideEntry = index.data(_ENTRY)
        if entry.heading:
            return QSize(
                self._theming.scaled(120), QFontMetrics(self._heading_font()).height() + self._theming.scaled(18)
            )
        height = QFontMetrics(self._theming.font("body")).height() + self._theming.scaled(14)
        if entry.below or entry.tag:
            height += QFontMetrics(self._theming.font("caption")).height()
        return QSize(self._theming.scaled(120), height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: SideEntry = index.data(_ENTRY)
        theming = self._theming
        if entry.heading:
            self._paint_heading(painter, option.rect, entry.title)
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theming.colour("primary_soft" if selected else "primary_soft_hover"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        if selected:
            painter.setBrush(theming.colour("primary"))
            painter.drawRect(QRect(option.rect.left(), option.rect.top() + 5, 3, option.rect.height() - 10))
        self._paint_words(painter, option.rect.adjusted(12, 0, -10, 0), entry, selected=selected)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, entry: SideEntry, *, selected: bool) -> None:
        theming = self._theming
        painter.setFont(theming.font("caption", tabular=True))
        painter.setPen(theming.colour("ink3"))
        end = painter.fontMetrics().horizontalAdvance(entry.trailing)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), entry.trailing)
        words = rect.adjusted(0, 0, -end - 8 if end else 0, 0)
        font = theming.font("body", weight=600 if selected else 400)
        below = theming.font("caption")
        second = QFontMetrics(below).height() if entry.below or entry.tag else 0
        height = QFontMetrics(font).height() + second
        top = rect.top() + (rect.height() - height) // 2
        painter.setFont(font)
        painter.setPen(theming.colour("primary" if selected else "ink3" if entry.faint else "ink"))
        self._paint_line(painter, words, top, entry.title)
        painter.setFont(below)
        line = words.adjusted(0, top + QFontMetrics(font).height() - words.top(), 0, 0)
        line.setHeight(second)
        line.setLeft(line.left() + self._paint_tag(painter, line, entry))
        painter.setPen(theming.colour("ink2"))
        self._paint_line(painter, line, line.top(), entry.below)

    def _heading_font(self) -> QFont:
        return self._theming.font("caption", weight=600)

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.save()
        painter.setFont(self._heading_font())
        painter.setPen(self._theming.colour("ink3"))
        painter.drawText(
            rect.adjusted(12, 0, -10, -self._theming.scaled(4)),
            int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft),
            title,
        )
        painter.restore()

    def _paint_tag(self, painter: QPainter, line: QRect, entry: SideEntry) -> int:
        """Paint the tag; returns how much of the line it takes."""
        if not entry.tag:
            return 0
        ink, ground = _TONES.get(entry.tone, _TONES[""])
        shown = painter.fontMetrics().elidedText(entry.tag, Qt.TextElideMode.ElideRight, line.width() - 12)
        place = QRect(line.left(), line.top(), painter.fontMetrics().horizontalAdvance(shown) + 12, line.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theming.colour(ground))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(self._theming.colour(ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)
        return place.width() + 8

    @staticmethod
    def _paint_line(painter: QPainter, rect: QRect, top: int, text: str) -> None:
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(brief(text), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.left(), top + metrics.ascent(), shown)


class SideList(QListView):
    """``chosen`` tells the key of an entry that was chosen by mouse or keyboard."""

    chosen = Signal(str)

    def __init__(self, theming: Theming, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[SideEntry, ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SideListDelegate(theming, self))
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        theming.changed.connect(self._on_theming_changed)

    @property
    def entries(self) -> tuple[SideEntry, ...]:
        """What is listed."""
        return self._entries

    def show_entries(self, entries: Sequence[SideEntry]) -> None:
        """Replace the entries; the chosen one stays chosen where it is still there."""
        if tuple(entries) == self._entries:
            return
        same_keys = [entry.key for entry in entries] == [entry.key for entry in self._entries]
        chosen = self.current_key()
        self._entries = tuple(entries)
        if not same_keys:
            self.selectionModel().blockSignals(True)
            self._model.clear()
            for _ in entries:
                self._model.appendRow(QStandardItem())
            self.selectionModel().blockSignals(False)
        for row, entry in enumerate(entries):
            item = self._model.item(row)
            item.setData(entry, _ENTRY)
            item.setText(entry.title)
            item.setAccessibleText(entry.spoken)
            item.setToolTip("" if entry.heading else entry.title)
            item.setFlags(Qt.ItemFlag.NoItemFlags if entry.heading else _CHOOSABLE)
        self.mark(chosen)
        self.updateGeometry()

    def mark(self, key: str) -> None:
        """Choose an entry without telling anybody."""
        row = next((row for row, entry in enumerate(self._entries) if entry.key == key), -1)
        if row == self.currentIndex().row():
            return
        self.selectionModel().blockSignals(True)
        index = self._model.index(row, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        if index.isValid():
            self.scrollTo(index)

    def current_key(self) -> str:
        """The key of the chosen entry, empty without one."""
        row = self.currentIndex().row()
        return self._entries[row].key if 0 <= row < len(self._entries) else ""

    @override
    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForRow(row) for row in range(self._model.rowCount()))
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    @override
    def minimumSizeHint(self) -> QSize:
        rows = min(self._model.rowCount(), 3)
        return QSize(80, sum(self.sizeHintForRow(row) for row in range(rows)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # what was chosen before the list had its height

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._entries[current.row()].heading:
            self.chosen.emit(self._entries[current.row()].key)

    def _on_theming_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()
