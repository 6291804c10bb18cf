"""What is read: text that can be selected, copied and scrolled by keys, with marked search words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from advisor_app.override import override
from advisor_app.ui.pages.contents.blocks import Entry
from advisor_app.ui.pages.contents.document_writer import DocumentWriter
from advisor_app.ui.shell.theming import Theming

_WIDEST = 760
_MOST_MARKED = 400


class ReadingView(QTextEdit):
    """Shows entries one below the other; it follows theme and zoom."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._entries: Sequence[Entry] = ()
        self._words: Sequence[str] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("kind", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Inhalt des Pakets"))
        theming.changed.connect(self._on_theming_changed)

    @property
    def entries(self) -> Sequence[Entry]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: Sequence[Entry], words: Sequence[str] = ()) -> None:
        """Show these from their beginning on, with marked words."""
        self._entries, self._words = entries, words
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _write(self) -> None:
        DocumentWriter(self._theming, self.document()).write(self._entries)
        self._mark()
        self._fit()

    def _mark(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self._words:
            cursor = self.document().find(word)
            while not cursor.isNull() and len(marks) < _MOST_MARKED:
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(self._theming.colour("primary_soft"))
                mark.format.setForeground(self._theming.colour("primary"))
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def _fit(self) -> None:
        """Lines stay short enough to be read, however wide the window is."""
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        room = self.viewport().width() - 2 * self.document().documentMargin()
        self.setLineWrapColumnOrWidth(round(min(room, self._theming.scaled(_WIDEST))))

    def _on_theming_changed(self) -> None:
        self._write()
