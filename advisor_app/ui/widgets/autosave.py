"""Text fields without a Save button: what is typed is committed while one types, and at the latest when one leaves.

One session in a field (from focus to focus loss) is one undo step: all its commits carry the same batch id.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeGuard

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from advisor_app.domain.words import typed
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.ui.shell.dress import PopupDress
from advisor_app.ui.widgets.line import Line, refuse_long_text

PAUSE_MS = 500
LONGEST_MS = 2000
_ANY_HEIGHT = 1 << 20
_ENDLESS = 2_000  # letters of a word, as of a picture that somebody has copied as text
_LEAVING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)


class AutosaveTimer(QTimer):
    """Fires 500 ms after the last key, at the latest 2 s after the first one that is not committed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(PAUSE_MS)
        self._limit = QTimer(parent)
        self._limit.setSingleShot(True)
        self._limit.setInterval(LONGEST_MS)
        self._limit.timeout.connect(self.timeout)

    def touch(self) -> None:
        """A key was typed."""
        self.start()
        if not self._limit.isActive():
            self._limit.start()

    def calm(self) -> None:
        """Everything is committed."""
        self.stop()
        self._limit.stop()


READING = "reading"
"""The property of a page that can only be read, and of its fields: they show their words and take none."""


def fit_page(field: QLineEdit | QPlainTextEdit) -> None:
    """Let a field take words or not, as its page does."""
    page = field.parentWidget()
    while page is not None and not page.property(READING):
        page = page.parentWidget()
    is_reading = page is not None
    if field.isReadOnly() != is_reading:
        field.setReadOnly(is_reading)
        field.setProperty(READING, is_reading)
        field.style().unpolish(field)
        field.style().polish(field)


def _is_override(event: QEvent) -> TypeGuard[QKeyEvent]:
    """Whether a field is asked if it wants a key before a shortcut has it."""
    return event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)


def _belongs_to_the_window(event: QKeyEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether an undo or redo key belongs to the window because the field itself has nothing to take or bring back."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo


def _leaves_the_text(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (is_enter and with_control)


def _hand_focus_on(field: QWidget) -> None:
    """Give the focus to whatever holds the field, mostly its page, so that the page's keys work without a click."""
    holder = field.parentWidget()
    while holder is not None and not holder.isWindow() and not holder.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        holder = holder.parentWidget()
    field.clearFocus()
    if holder is not None and holder.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        holder.setFocus(Qt.FocusReason.OtherFocusReason)


class LineField(Line):
    """One line; ``edited(text, batch)`` asks to commit, ``typing`` tells that something is not yet committed.

    While nobody is in it, it shows how its text begins.
    """

    edited = Signal(str, str)
    typing = Signal()

    def __init__(self, text: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText(placeholder)
        self._committed = text
        self._batch = new_id()
        self._timer = AutosaveTimer(self)
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(self._on_self_text_edited)

    @property
    def line(self) -> QLineEdit:
        """The widget, for those who know fields that save themselves only."""
        return self

    def show_text(self, text: str) -> None:
        """Show the snapshot's text, unless somebody is typing here."""
        if text != self._committed:
            self._committed = text
            if not self._timer.isActive():
                self.setText(text)
                if not self.hasFocus():
                    self.setCursorPosition(0)  # what is too long shows how it begins

    def suggest(self, words: Sequence[str]) -> QCompleter:
        """Offer words that contain what is typed, however it is written."""
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        popup = completer.popup()
        if popup is not None:  # always, though the types do not know
            PopupDress(popup, self)
        return completer

    def start_anew(self) -> None:
        """Empty the field for something else, which will be a step of its own."""
        self._timer.calm()
        self.show_text("")
        self._batch = new_id()

    def flush(self) -> None:
        """Ask to commit what is typed, without letters that only pasting brings along."""
        self._timer.calm()
        words = typed(self.text())
        if words != self.text():
            place = len(typed(self.text()[: self.cursorPosition()]))
            self.setText(words)
            self.setCursorPosition(place)
        if self.text() != self._committed:
            self._committed = self.text()
            self.edited.emit(self._committed, self._batch)

    @override
    def event(self, event: QEvent) -> bool:
        if _is_override(event) and _belongs_to_the_window(
            event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_page(self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._batch = new_id()
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and not self.cursorPosition():
            self.end(False)  # led here by the program: one goes on writing

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)
        if event.reason() in _LEAVING:
            self.setCursorPosition(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self.isReadOnly() and event.text().isprintable() and event.text()):  # a letter is no key of the page
            super().keyPressEvent(event)

    def _on_self_text_edited(self, _text: str) -> None:
        self._timer.touch()
        self.typing.emit()


class TextField(QPlainTextEdit):
    """Several lines; grows with its text from ``lines`` lines on, while empty with its placeholder.

    Tab moves on to the next field.
    """

    edited = Signal(str, str)
    typing = Signal()
    left = Signal()  # Ctrl+Enter or Escape
    finished = Signal()  # Ctrl+Enter

    def __init__(
        self, text: str = "", placeholder: str = "", lines: int = 3, most: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wrap(text)
        self.setPlainText(text)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._most = most
        self._committed = text
        self._showing = False
        self._batch = new_id()
        self._room = self.width()  # of the viewport, for the words
        self._timer = AutosaveTimer(self)
        self._timer.timeout.connect(self.flush)
        self.textChanged.connect(self._on_self_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show the snapshot's text, unless somebody is typing here."""
        if text != self._committed:
            self._committed = text
            if not self._timer.isActive():
                self._showing = True
                self._wrap(text)
                self.setPlainText(text)
                self._showing = False

    def propose(self, text: str) -> None:
        """Show what could stand here, as a placeholder."""
        if text != self.placeholderText():
            self.setPlaceholderText(text)
            self._fit()

    def flush(self) -> None:
        """Ask to commit what is typed, without letters that only pasting brings along."""
        self._timer.calm()
        words = typed(self.toPlainText())
        if words != self.toPlainText():
            self._put(words)
        if self.toPlainText() != self._committed:
            self._committed = self.toPlainText()
            self.edited.emit(self._committed, self._batch)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        from advisor_app.domain.plausibility import LONGEST_TEXT  # here: this module is loaded before the first paint

        words = source.text()
        staying = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
        if staying + len(words) > LONGEST_TEXT:
            refuse_long_text(self, LONGEST_TEXT)
            return
        self._wrap(words)
        super().insertFromMimeData(source)

    @override
    def event(self, event: QEvent) -> bool:
        if not _is_override(event):
            return super().event(event)
        if _leaves_the_text(event):
            event.accept()  # before a shortcut of the page has it
            return True
        history = self.document()
        if _belongs_to_the_window(event, can_undo=history.isUndoAvailable(), can_redo=history.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_page(self)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._batch = new_id()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _leaves_the_text(event):
            self.flush()
            self.left.emit()
            _hand_focus_on(self)
            if event.key() != Qt.Key.Key_Escape:
                self.finished.emit()
            return
        if self.isReadOnly() and event.text().isprintable() and event.text():
            return  # no key of the page: it was meant as a letter
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._room:
            self._room = event.size().width()
            self._fit()  # other lines wrap now

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _on_self_text_changed(self) -> None:
        if not self._showing:
            self._timer.touch()
            self.typing.emit()

    def _wrap(self, words: str) -> None:
        """Break a word without end anywhere: looking for its end for every line of it would take Qt minutes."""
        if len(words) > _ENDLESS and re.search(rf"\S{{{_ENDLESS}}}", words):
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _put(self, words: str) -> None:
        """Replace all words; the cursor stays after the same ones, and the field can take it back."""
        cursor = self.textCursor()
        place = len(typed(self.toPlainText()[: cursor.position()]))
        cursor.select(QTextCursor.SelectionType.Document)
        self._showing = True
        cursor.insertText(words)
        self._showing = False
        cursor.setPosition(place)
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        shown = min(max(self.blockCount(), self._lines), self._most)
        wrapped = int(self.document().size().height()) if self.toPlainText() else self._placeholder_lines()
        lines = min(max(wrapped, shown), self._most)
        overflows = wrapped > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if overflows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        frame = 2 * self.frameWidth() + round(2 * self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + frame)

    def _placeholder_lines(self) -> int:
        width = max(1, self._room - round(self.document().documentMargin()))
        metrics = self.fontMetrics()
        room = QRect(0, 0, width, _ANY_HEIGHT)
        taken = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.placeholderText())
        return -(-taken.height() // metrics.lineSpacing())
