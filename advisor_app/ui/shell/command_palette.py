"""The command palette: every page, action and case by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.commune_search import fold
from advisor_app.ui.shell.theming import Theming

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do: its name, its kind in one word, what happens, its icon."""

    title: str
    kind: str
    act: Callable[[], object]
    icon: str = "command"

    @property
    def search(self) -> str:
        """The folded words, each after a blank."""
        return "".join(f" {word}" for word in fold(f"{self.title} {self.kind}").split())


class CommandPalette(QDialog):
    """A field and a list under it; arrows move, Enter does, Escape leaves."""

    chosen = Signal(object)

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theming = theming
        self._owner = parent
        self._commands: list[Command] = []
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Seite, Befehl oder Fall"))
        self._field.setAccessibleName(self.tr("Befehle durchsuchen"))
        self._list = QListWidget(self)
        self._list.setProperty("kind", "bare")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        self._field.textChanged.connect(self._on_field_text_changed)
        self._field.installEventFilter(self)
        self._list.itemClicked.connect(self._on_list_item_clicked)

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show these commands over the middle of the window."""
        self._commands = list(commands)
        self._field.clear()
        self._on_field_text_changed("")
        window = self._owner.window()
        self.resize(min(640, window.width() - 80), 440)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 80)
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _on_field_text_changed(self, text: str) -> None:
        words = [f" {word}" for word in fold(text).split()]
        self._list.clear()
        found = [command for command in self._commands if all(word in command.search for word in words)]
        for command in found[:_SHOWN]:
            item = QListWidgetItem(self._theming.icon(command.icon), f"{command.title}  ·  {command.kind}")
            item.setData(Qt.ItemDataRole.UserRole, command)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _on_list_item_clicked(self, item: QListWidgetItem) -> None:
        self._do(item)

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.close()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
