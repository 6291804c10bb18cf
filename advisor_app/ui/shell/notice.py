"""The line under the case bar that says what went wrong or what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel

SHOWN_MS = 10_000


class Notice(QWidget):
    """One sentence, in amber for what needs attention, in green for what is done.

    What is done goes after a while or with the page, what needs attention when it is closed.
    """

    undo_wanted = Signal()
    action_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._tone = "success"
        self._icon_name = "circle-check"
        self._card = QFrame(self)
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.setInterval(SHOWN_MS)
        self._icon = QLabel(self)
        self._label = TextLabel(theming, wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._undo = Button(
            theming,
            self.tr("Rückgängig"),
            "undo-2",
            "link",
            tooltip=self.tr("Rückgängig ({keys})").format(keys=native_keys("Ctrl+Z")),
        )
        self._action = Button(theming, "", "", "link")
        self._copy = Button(theming, self.tr("Kopieren"), "copy", "link")
        self._close = Button(theming, self.tr("Schließen"), "x", "link")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 4)
        outer.addWidget(self._card)
        layout = QHBoxLayout(self._card)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        for button in (self._action, self._undo, self._copy, self._close):
            layout.addWidget(button)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._action.clicked.connect(self.action_wanted)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._close.clicked.connect(self.hide)
        self._while.timeout.connect(self.leave_page)
        theming.changed.connect(self._on_theming_changed)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, empty where there is none."""
        return "" if self.isHidden() else self._label.text()

    def warn(self, sentence: str) -> None:
        """Say what went wrong, what was kept and what to do."""
        self._say(sentence, "amber", "triangle-alert")

    def offer(self, sentence: str, action: str) -> None:
        """Say what needs attention, with a button for what can be done about it: ``action_wanted``."""
        self._say(sentence, "amber", "triangle-alert", action=action)

    @property
    def action_button(self) -> Button:
        """What can be done about it; hidden where nothing is offered."""
        return self._action

    def inform(self, sentence: str) -> None:
        """Say what was done."""
        self._say(sentence, "success", "circle-check")

    def inform_of_removal(self, sentence: str) -> None:
        """Say what was taken away, and offer to bring it back."""
        self._say(sentence, "success", "circle-check", undoable=True)

    def leave_page(self) -> None:
        """Another page is shown: only what needs attention stays."""
        if self._tone != "amber":
            self.hide()

    def _say(self, sentence: str, tone: str, icon: str, *, undoable: bool = False, action: str = "") -> None:
        self._tone, self._icon_name = tone, icon
        self._card.setProperty("kind", f"card-{tone}")
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
        self._label.setText(sentence)
        self._undo.setVisible(undoable)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._copy.setVisible(tone == "amber")
        self._on_theming_changed()
        self.show()
        self._while.start()
        announce(self, sentence)

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._label.text())

    def _on_theming_changed(self) -> None:
        self._icon.setPixmap(self._theming.icon(self._icon_name, self._tone).pixmap(self._theming.icon_size()))
