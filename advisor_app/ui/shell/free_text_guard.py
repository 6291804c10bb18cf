"""What does not belong into free texts, said beside the field: once when it is first entered, and where it happens.

The words lie over the page below the field: nothing moves, nothing is blocked, and a click goes through them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.autosave import LineField, TextField
from advisor_app.ui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from advisor_app.domain.case import Person
    from advisor_app.domain.free_text import RiskyWords

PAUSE_MS = 600
SHOWN_MS = 7000
FREE_TEXT = "free-text"
"""The property of a field of one line that holds free text; fields of several lines always do."""
_TOLD = "free-text-told"
_WIDTH = 420
_NARROWEST = 260

_Field = TextField | LineField


class FreeTextGuard(QObject):
    """Watches the text fields of a window and of the dialogs over it. ``people`` are those of the open case."""

    def __init__(self, theming: Theming, window: QWidget, people: Callable[[], Iterable[Person]]) -> None:
        super().__init__(window)
        self._theming = theming
        self._window = window
        self._people = people
        self._field: _Field | None = None
        self._risk: RiskyWords | None = None
        self.bubble = QFrame(window)
        theming.dress(self.bubble)
        self.bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bubble.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label = TextLabel(theming, "", "caption", wrap=True)
        self._layout = QVBoxLayout(self.bubble)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.addWidget(self._label)
        self.bubble.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.setInterval(SHOWN_MS)
        self._while.timeout.connect(self.bubble.hide)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def words(self) -> str:
        """What is said now, empty where nothing is."""
        return self._label.text() if self.bubble.isVisible() else ""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide):
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not isValid(self._window):  # it goes, and the focus before it
            return
        self._leave()
        if not _is_free_text(new) or not self._watches(new.window()):
            return
        self.bubble.setParent(new.window())
        self._field = new
        new.textChanged.connect(self._on_text_changed)
        new.installEventFilter(self)
        self._check()
        if self._risk is None and not new.property(_TOLD):
            words = self.tr("Freier Text: bitte keine Namen, keine Einzelfälle und keine Details von Schwachstellen.")
            self._say(words)
        new.setProperty(_TOLD, True)

    def _watches(self, host: QWidget) -> bool:
        """Whether this is the window or a dialog over it."""
        above: QWidget | None = host
        while above is not None and above is not self._window:
            above = above.parentWidget()
        return above is not None

    def _leave(self) -> None:
        field, self._field, self._risk = self._field, None, None
        self._pause.stop()
        self._while.stop()
        self.bubble.hide()
        if self.bubble.parent() is not self._window:
            self.bubble.setParent(self._window)  # a dialog takes along what is in it
        if field is not None and isValid(field):  # pages go with their case
            field.textChanged.disconnect(self._on_text_changed)
            field.removeEventFilter(self)

    def _on_text_changed(self, _text: str = "") -> None:
        if self._risk is None:
            self.bubble.hide()
        self._pause.start()

    def _check(self) -> None:
        if self._field is None:
            return
        from advisor_app.domain.free_text import risk_in

        found = risk_in(_text_of(self._field), self._people())
        if found == self._risk:
            return
        self._risk = found
        if found is None:
            self.bubble.hide()
        else:
            self._say(self._warning(found), warns=True)

    def _warning(self, found: RiskyWords) -> str:
        from advisor_app.domain.free_text import Risk

        words = {
            Risk.MAIL: self.tr("Hier steht eine E-Mail-Adresse: {words}."),
            Risk.PHONE: self.tr("Hier steht eine Telefonnummer: {words}."),
            Risk.NAME: self.tr("Hier steht ein Name: {words}."),
        }
        why = self.tr(
            "Freie Texte bleiben im Verlauf und können in Dokumente gelangen. "
            "Besser ist die Rolle; Kontaktdaten gehören zu den Personen des Falls."
        )
        return f"{words[found.risk].format(words=found.words)} {why}"

    def _say(self, words: str, *, warns: bool = False) -> None:
        self._label.setText(words)
        self.bubble.setProperty("kind", "card-amber" if warns else "card-soft")
        self.bubble.style().unpolish(self.bubble)
        self.bubble.style().polish(self.bubble)
        self._place()
        self.bubble.show()
        self.bubble.raise_()
        announce(self.bubble, words)
        if warns:
            self._while.stop()
        else:
            self._while.start()

    def _place(self) -> None:
        """Below the field, or above it where there is no room."""
        field = self._field
        if field is None or not field.isVisible():
            self.bubble.hide()
            return
        gap = self._theming.scaled(6)
        width = min(self._theming.scaled(_WIDTH), max(field.width(), self._theming.scaled(_NARROWEST)))
        self.bubble.setFixedWidth(width)
        height = self._layout.totalHeightForWidth(width)
        self.bubble.setFixedHeight(height)
        host = field.window()
        corner = field.mapTo(host, QPoint(0, field.height() + gap))
        if corner.y() + height > host.height():
            corner = field.mapTo(host, QPoint(0, -height - gap))
        corner.setX(max(gap, min(corner.x(), host.width() - width - gap)))
        self.bubble.move(corner)


def _is_free_text(widget: QWidget | None) -> TypeGuard[_Field]:
    if isinstance(widget, TextField):
        return not widget.isReadOnly()
    return isinstance(widget, LineField) and bool(widget.property(FREE_TEXT))


def _text_of(field: _Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
