"""The command palette: every page, action and case by its name, and with Shift+F1 every key there is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.folding import fold
from advisor_app.override import override
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.elevation import elevation_margin, paint_elevated
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.keys import key_size, native_keys, paint_key
from advisor_app.ui.widgets.labels import TextLabel

_SHOWN = 60
_WIDTH = 640
_ROWS = 9
_TOP = 72
_COMMAND = Qt.ItemDataRole.UserRole


class CommandPalette(QWidget):
    """A field and a list under it, above the page; arrows move, Enter does, Escape or a click elsewhere leaves."""

    chosen = Signal(object)

    def __init__(self, theming: Theming, window: QWidget) -> None:
        super().__init__(window)
        self._theming = theming
        theming.dress(self)
        self._window = window
        self._commands: list[Command] = []
        self._came_from: QWidget | None = None
        self._field = QLineEdit(self)
        self._field.setProperty("kind", "bare")
        self._field.setProperty("own-focus", True)
        self._list = QListWidget(self)
        self._list.setProperty("kind", "bare")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_CommandDelegate(theming, self._list))
        self._empty = TextLabel(
            theming, self.tr("Nichts gefunden. Bitte versuchen Sie ein anderes Wort."), "body", "secondary"
        )
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._field)
        self._layout.addWidget(self._empty, 1, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(self._list, 1)
        self.hide()
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.installEventFilter(self)
        window.installEventFilter(self)
        self._list.itemClicked.connect(self._do)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_application_focus_changed)

    @property
    def titles(self) -> list[str]:
        """What the list shows."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    @property
    def current_title(self) -> str:
        """The marked one of them, empty while there is none."""
        row = self._list.currentRow()
        return self.titles[row] if row >= 0 else ""

    @property
    def list_view(self) -> QListWidget:
        """The list under the field."""
        return self._list

    def open_with(self, commands: Sequence[Command], placeholder: str) -> None:
        """Show these commands over the upper middle of the window."""
        self._commands = list(commands)
        self._came_from = QApplication.focusWidget()
        self._field.setPlaceholderText(placeholder)
        self._field.setAccessibleName(placeholder)
        self._field.clear()
        self._on_field_text_changed("")
        self._place()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go back to where the focus was."""
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_field_key(Qt.Key(event.key()))
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        margin = elevation_margin(self._theming)
        card = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        paint_elevated(painter, card, self._theming)
        below = self._field.geometry().bottom() + self._theming.scaled(8)
        painter.fillRect(QRectF(card.left() + 1, below, card.width() - 2, 1), self._theming.colour("line"))
        painter.end()

    def _place(self) -> None:
        window = self._window
        margin = elevation_margin(self._theming)
        width = min(self._theming.scaled(_WIDTH), window.width() - 2 * margin)
        height = min(self._theming.scaled(_ROWS * 40 + 72), window.height() - _TOP - 2 * margin)
        self.setGeometry((window.width() - width) // 2 - margin, _TOP - margin, width + 2 * margin, height + 2 * margin)

    def _on_field_key(self, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}.get(key)
        if step is not None and self._list.count():
            row = self._list.currentRow() + step
            row = row % self._list.count() if abs(step) == 1 else min(max(row, 0), self._list.count() - 1)
            self._list.setCurrentRow(row)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self._list.currentItem())
            return True
        if key is Qt.Key.Key_Escape:
            self.leave()
            return True
        return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _on_field_text_changed(self, text: str) -> None:
        words = tuple(fold(text).split())
        self._list.clear()
        found = [command for command in self._commands if command.answers(words)]
        for command in found[:_SHOWN]:
            item = QListWidgetItem(command.title)
            item.setData(_COMMAND, command)
            keys = native_keys(command.keys)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (command.title, command.kind, keys)))
            )
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(found))
        self._empty.setVisible(not found)

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            command: Command = item.data(_COMMAND)
            self.leave()
            self.chosen.emit(command)

    def _on_application_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def _on_theming_changed(self) -> None:
        margin = elevation_margin(self._theming)
        scaled = self._theming.scaled
        self._layout.setContentsMargins(margin + scaled(8), margin + scaled(10), margin + scaled(8), margin + scaled(8))
        self._layout.setSpacing(scaled(16))
        self._field.setFont(self._theming.font("emphasised"))
        self._field.setTextMargins(scaled(8), 0, scaled(8), 0)
        if self.isVisible():
            self._place()


class _CommandDelegate(QStyledItemDelegate):
    """A row: icon, title, kind, keys."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, self._theming.scaled(40))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        command: Command = index.data(_COMMAND)
        theming, scaled = self._theming, self._theming.scaled
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theming.colour("primary_soft" if selected else "primary_soft_hover"))
            painter.drawRoundedRect(QRectF(place), scaled(8), scaled(8))
        side = theming.size("icon")
        icon = QRect(place.left() + scaled(10), place.center().y() - side // 2 + 1, side, side)
        theming.icon(command.icon, "primary" if selected else "ink2").paint(painter, icon)
        right = place.right() - scaled(10)
        if command.keys:
            keys = native_keys(command.keys)
            size = key_size(theming, keys)
            right -= size.width()
            paint_key(
                painter,
                QRect(right, place.center().y() - size.height() // 2, size.width(), size.height()),
                theming,
                keys,
            )
            right -= scaled(10)
        painter.setFont(theming.font("caption"))
        painter.setPen(theming.colour("ink3"))
        kind = QFontMetrics(painter.font()).horizontalAdvance(command.kind)
        painter.drawText(
            QRect(right - kind, place.top(), kind, place.height()), Qt.AlignmentFlag.AlignVCenter, command.kind
        )
        left = icon.right() + scaled(12)
        room = QRect(left, place.top(), right - kind - scaled(12) - left, place.height())
        painter.setFont(theming.font("body", weight=600 if selected else 400))
        painter.setPen(theming.colour("primary" if selected else "ink"))
        title = QFontMetrics(painter.font()).elidedText(command.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()
