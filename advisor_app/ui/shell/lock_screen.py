"""What stands in place of the pages while the data are locked, or while a passphrase must be chosen first."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.new_passphrase import NewPassphrase
from advisor_app.ui.widgets.passphrase_field import PassphraseField

_WIDTH = 460
_FIRST_WAIT_MS = 500
_LONGEST_WAIT_MS = 8000


class Ask(Enum):
    """What the screen asks for."""

    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a question
    CODE = "code"
    CHOICE = "choice"  # of a passphrase that the organisation demands


class LockScreen(QWidget):
    """Asks for one thing at a time; after a wrong answer the next one has to wait, a little longer each time."""

    passphrase_given = Signal(str)
    code_given = Signal(str)
    key_file_wanted = Signal()
    chosen = Signal(str)

    def __init__(self, theming: Theming, least: int, parent: QWidget | None = None) -> None:
        """``least`` is the smallest number of characters of a passphrase."""
        super().__init__(parent)
        self._theming = theming
        theming.dress(self)
        self._ask = Ask.PASSPHRASE
        self._ways: tuple[bool, bool, bool] = (True, True, False)
        self._wrong = 0
        self._is_busy = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._show_state)
        self._picture = QLabel()
        self.title = TextLabel(theming, "", "page", weight=600)
        self._sentence = TextLabel(theming, "", "body", "secondary", wrap=True)
        words = self.tr(
            "Was sich vor dem Verschließen nicht sichern ließ, ist verschlüsselt aufgehoben und steht nach dem "
            "Öffnen wieder da. Bitte lassen Sie das Programm so lange geöffnet."
        )
        self._held = TextLabel(theming, words, "body", "amber", wrap=True)
        self._label = TextLabel(theming, "", "caption", "secondary")
        self.field = PassphraseField(theming, self.tr("Passphrase"))
        self.code = QLineEdit()
        self.code.setAccessibleName(self.tr("Wiederherstellungscode"))
        self.code.setMaxLength(64)
        self.choice = NewPassphrase(theming, least)
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self.button = Button(theming, "", "", "primary")
        self.code_button = Button(theming, self.tr("Wiederherstellungscode verwenden"), "", "link")
        self.file_button = Button(theming, self.tr("Schlüsseldatei der IT verwenden"), "", "link")
        self.back_button = Button(theming, self.tr("Passphrase verwenden"), "", "link")
        self._lay_out()
        self.field.entered.connect(self._submit)
        self.code.returnPressed.connect(self._submit)
        self.choice.entered.connect(self._submit)
        self.button.clicked.connect(self._submit)
        self.code_button.clicked.connect(lambda: self.ask(Ask.CODE))
        self.back_button.clicked.connect(lambda: self.ask(Ask.PASSPHRASE))
        self.file_button.clicked.connect(self.key_file_wanted)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def complaint(self) -> str:
        """What is wrong, empty while nothing is."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def offer(self, *, passphrase: bool, code: bool, key_file: bool) -> None:
        """Offer only the ways that there are."""
        self._ways = (passphrase, code, key_file)

    def ask(self, ask: Ask) -> None:
        """Ask for something, with nothing typed yet."""
        self._ask = ask
        self.clear()
        self.complain("")
        self._show_state()
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus into the field."""
        fields = {Ask.PASSPHRASE: self.field.line, Ask.CODE: self.code, Ask.CHOICE: self.choice.first.line}
        fields[self._ask].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, *, busy: bool) -> None:
        """Say that the answer is looked at; meanwhile none is taken."""
        self._is_busy = busy
        self._show_state()

    def refuse(self, words: str) -> None:
        """Say what is wrong with the answer, and take the next one after a while."""
        self._is_busy = False
        self._wait.start(min(_LONGEST_WAIT_MS, _FIRST_WAIT_MS * 2**self._wrong))
        self._wrong += 1
        self.complain(words)
        self._show_state()
        self.take_focus()
        (self.code if self._ask is Ask.CODE else self.field.line).selectAll()

    def complain(self, words: str) -> None:
        """Say what is wrong; empty for nothing."""
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words:
            announce(self, words)

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()
        self.code.clear()
        self.choice.clear()

    @property
    def held_words(self) -> str:
        """What is said of words that could not be saved, empty where there are none."""
        return "" if self._held.isHidden() else self._held.text()

    def begin(self, *, holds_words: bool) -> None:
        """Begin anew, without an earlier wrong answer; say whether words wait that could not be saved."""
        self._held.setVisible(holds_words)
        self._wrong = 0
        self._is_busy = False
        self._wait.stop()

    def _lay_out(self) -> None:
        self._card = QWidget()
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._picture)
        column.addWidget(self.title)
        column.addWidget(self._sentence)
        column.addWidget(self._held)
        column.addSpacing(6)
        for widget in (self._label, self.field, self.code, self.choice, self._complaint):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column.addLayout(row)
        for button in (self.back_button, self.code_button, self.file_button):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        middle = QWidget()
        middle.setProperty("kind", "paper")
        across = QHBoxLayout(middle)
        across.setContentsMargins(24, 24, 24, 24)
        down = QVBoxLayout()
        down.addStretch(2)
        down.addWidget(self._card)
        down.addStretch(3)
        across.addStretch(1)
        across.addLayout(down)
        across.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(middle)
        scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _show_state(self) -> None:
        passphrase, code, key_file = self._ways
        asked = self._ask
        chooses = asked is Ask.CHOICE
        self.title.setText(self.tr("Passphrase festlegen") if chooses else self.tr("Verschlossen"))
        self._sentence.setText(self._explanation())
        self._label.setText(self.tr("Wiederherstellungscode") if asked is Ask.CODE else self.tr("Passphrase"))
        self._label.setBuddy(self.code if asked is Ask.CODE else self.field.line)
        self._label.setVisible(not chooses)
        self.field.setVisible(asked is Ask.PASSPHRASE)
        self.code.setVisible(asked is Ask.CODE)
        self.choice.setVisible(chooses)
        self.code_button.setVisible(code and asked is Ask.PASSPHRASE)
        self.back_button.setVisible(passphrase and asked is Ask.CODE)
        self.file_button.setVisible(key_file and not chooses)
        words = self.tr("Passphrase festlegen") if chooses else self.tr("Öffnen")
        self.button.setText(self.tr("Wird geöffnet …") if self._is_busy else words)
        for widget in (self.button, self.file_button):
            widget.setEnabled(not self._is_busy and not self._wait.isActive())

    def _explanation(self) -> str:
        match self._ask:
            case Ask.PASSPHRASE:
                return self.tr("Ihre Falldaten sind verschlüsselt. Die Passphrase öffnet sie.")
            case Ask.CODE:
                return self.tr(
                    "Der Code steht auf dem Wiederherstellungsblatt: 26 Zeichen in fünf Gruppen. Groß- und "
                    "Kleinschreibung, Striche und Leerzeichen sind gleichgültig."
                )
            case Ask.CHOICE:
                return self.tr(
                    "Ihre Organisation verlangt eine Passphrase. Sie öffnet Ihre Falldaten bei jedem Start; niemand "
                    "sonst kennt sie."
                )

    def _submit(self) -> None:
        if not self.button.isEnabled():
            return
        if self._ask is Ask.CHOICE:
            chosen = self.choice.take()
            if chosen:
                self.chosen.emit(chosen)
        elif self._ask is Ask.CODE:
            self.code_given.emit(self.code.text())
        elif self.field.text:
            self.passphrase_given.emit(self.field.text)

    def _on_theming_changed(self) -> None:
        self._picture.setPixmap(self._theming.icon("lock", "primary").pixmap(self._theming.icon_size() * 2))
        self._card.setFixedWidth(self._theming.scaled(_WIDTH))
