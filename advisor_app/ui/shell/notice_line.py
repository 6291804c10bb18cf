"""One sentence on a card under the case bar, with what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from advisor_app.override import override
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.paragraph import Paragraph

SHOWN_MS = 10_000
_WORDS_FROM = 800
_LONGEST = 600  # letters of what was done: a name can be a whole text


class NoticeLine(QFrame):
    """A sentence in amber for what needs attention, in green for what is done, which goes after a while.

    ``closed`` tells that somebody has put it away.
    """

    undo_wanted = Signal()
    action_wanted = Signal()
    closed = Signal()
    gone = Signal()  # put away, or its time is over

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._tone, self._icon_name = "success", "circle-check"
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.setInterval(SHOWN_MS)
        self._icon = QLabel(self)
        self._label = Paragraph(theming)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        undo = self.tr("Rückgängig ({keys})").format(keys=native_keys("Ctrl+Z"))
        self._undo = Button(theming, self.tr("Rückgängig"), "undo-2", "link", tooltip=undo)
        self.action_button = Button(theming, "", "", "link")
        self._copy, self._close = Button(theming, "", "copy", "link"), Button(theming, "", "x", "link")
        self._words = {self._copy: self.tr("Kopieren"), self._close: self.tr("Schließen")}
        for button, words in self._words.items():
            button.setAccessibleName(words)
            button.setToolTip(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        for button in (self.action_button, self._undo, self._copy, self._close):
            layout.addWidget(button)
        self._undo.clicked.connect(self._on_undo_clicked)
        self.action_button.clicked.connect(self.action_wanted)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self._while.timeout.connect(self.put_away)
        theming.changed.connect(self._on_theming_changed)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, empty where there is none."""
        return "" if self.isHidden() else self._label.text()

    @property
    def warns(self) -> bool:
        """Whether it needs attention, and so stays until it is put away."""
        return self._tone == "amber"

    @property
    def offers_undo(self) -> bool:
        """Whether what was done can be taken back from here."""
        return not self._undo.isHidden()

    def warn(self, sentence: str, action: str = "") -> None:
        """Say what needs attention, with a button for what can be done about it."""
        self._say(sentence, "amber", "triangle-alert", action=action)

    def inform(self, sentence: str, *, undoable: bool = False) -> None:
        """Say what was done, for a while; of an endless name the beginning."""
        from advisor_app.ui.widgets.brief import brief  # here: nothing is said before the first paint

        self._say(brief(sentence, _LONGEST), "success", "circle-check", undoable=undoable)
        self._while.start()

    def put_away(self) -> None:
        """Say nothing any more."""
        self._while.stop()
        self.hide()
        self.gone.emit()

    def _say(self, sentence: str, tone: str, icon: str, *, undoable: bool = False, action: str = "") -> None:
        self._while.stop()
        self._tone, self._icon_name = tone, icon
        self.setProperty("kind", f"card-{tone}")
        self.style().unpolish(self)
        self.style().polish(self)
        self._label.setText(sentence)
        self._undo.setVisible(undoable)
        self.action_button.setText(action)
        self.action_button.setVisible(bool(action))
        self._copy.setVisible(self.warns)
        self._on_theming_changed()
        self.show()
        announce(self, sentence)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the sentence has the room of the words on what only closes or copies it."""
        roomy = self.width() >= self._theming.scaled(_WORDS_FROM)
        for button, words in self._words.items():
            button.setText(words if roomy else "")

    def _on_undo_clicked(self) -> None:
        self.put_away()
        self.undo_wanted.emit()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._label.text())

    def _on_close_clicked(self) -> None:
        self.put_away()
        self.closed.emit()

    def _on_theming_changed(self) -> None:
        self._icon.setPixmap(self._theming.icon(self._icon_name, self._tone).pixmap(self._theming.icon_size()))
        self._fit()
