"""Communes found by what is typed, in a list under the search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor_app.domain.commune import Commune
from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.commune_words import commune_facts

_COMMUNE = Qt.ItemDataRole.UserRole
_ROWS = 6
_Index = QModelIndex | QPersistentModelIndex


class CommuneList(QListWidget):
    """``picked`` carries a commune, or None for the last row, which offers an entry of one's own."""

    picked = Signal(object)

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._language = language
        self.setItemDelegate(_CommuneDelegate(theming, language, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Gefundene Kommunen"))
        self.itemClicked.connect(self._on_item_clicked)
        theming.changed.connect(self._fit)

    @property
    def titles(self) -> list[str]:
        """What is listed."""
        return [self.item(row).text() for row in range(self.count())]

    def show_communes(self, communes: Sequence[Commune], own: str = "") -> None:
        """List these, and below them ``own`` as a name for an entry of one's own, if it is not empty."""
        self.clear()
        for commune in communes:
            item = QListWidgetItem(commune.title)
            item.setData(_COMMUNE, commune)
            spoken = ", ".join((commune.title, commune_facts(commune, self._language, with_district=True)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        if own:
            self.addItem(QListWidgetItem(self.tr("„{name}“ als eigenen Eintrag anlegen").format(name=own)))
        self.setCurrentRow(0)
        self._fit()

    def step(self, by: int) -> None:
        """Mark another row."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    def pick_current(self) -> None:
        """Pick the marked row."""
        if self.currentItem() is not None:
            self._on_item_clicked(self.currentItem())

    def _fit(self) -> None:
        rows = min(self.count(), _ROWS)
        self.setFixedHeight(rows * self._theming.size("row_list") + 2 * self.frameWidth() if rows else 0)
        self.setVisible(bool(rows))
        self.viewport().update()

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_COMMUNE))


class _CommuneDelegate(QStyledItemDelegate):
    """Title over kind, district and population; the official key at the right."""

    def __init__(self, theming: Theming, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._language = language

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, self._theming.size("row_list"))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        commune: Commune | None = index.data(_COMMUNE)
        theming, scaled = self._theming, self._theming.scaled
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theming.colour("primary_soft" if selected else "primary_soft_hover"))
            painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), scaled(6), scaled(6))
        side = theming.size("icon")
        icon = QRect(place.left() + scaled(12), place.center().y() - side // 2 + 1, side, side)
        theming.icon("landmark" if commune else "plus", "primary" if selected else "ink2").paint(painter, icon)
        room = place.adjusted(scaled(42), 0, -scaled(12), 0)
        if commune is None:
            painter.setFont(theming.font("body", weight=600))
            painter.setPen(theming.colour("primary"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, index.data())
        else:
            self._paint_commune(painter, room, commune)
        painter.restore()

    def _paint_commune(self, painter: QPainter, room: QRect, commune: Commune) -> None:
        theming = self._theming
        key = commune.key or self.tr("eigener Eintrag")
        painter.setFont(theming.font("caption", tabular=True))
        painter.setPen(theming.colour("ink3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, key)
        room = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(key) - theming.scaled(12), 0)
        first, second = theming.font("body", weight=600), theming.font("caption", tabular=True)
        heights = QFontMetrics(first).height(), QFontMetrics(second).height()
        top = room.top() + (room.height() - sum(heights)) // 2
        facts = commune_facts(commune, self._language, with_district=True)
        for font, text, role, y in (
            (first, commune.title, "ink", top),
            (second, facts, "ink3", top + heights[0]),
        ):
            painter.setFont(font)
            painter.setPen(theming.colour(role))
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room.left(), y + QFontMetrics(font).ascent(), shown)
