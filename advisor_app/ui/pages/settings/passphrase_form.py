"""Setting, changing or removing the passphrase, in the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.entrance import passphrase, recovery_code
from advisor_app.services.protection import Protection
from advisor_app.texts.errors import sentence
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.focus import hide_form, hold_focus
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.new_passphrase import NewPassphrase
from advisor_app.ui.widgets.passphrase_field import PassphraseField


class PassphraseForm(QFrame):
    """``done(sentence)`` tells what was changed. The work is done in the background: it takes half a second."""

    done = Signal(str)
    left = Signal()

    def __init__(self, context: PageContext, opener: QWidget, parent: QWidget | None = None) -> None:
        """``opener`` has the focus when the form is done."""
        super().__init__(parent)
        self._context = context
        self._opener = opener
        self._removes = False
        theming, policy = context.theming, context.workspace.policy
        self.setProperty("kind", "card")
        self._title = TextLabel(theming, "", "emphasised", weight=600)
        self._label = TextLabel(theming, self.tr("Bisherige Passphrase oder Wiederherstellungscode"), "caption")
        self._label.set_tone("secondary")
        self.present = PassphraseField(theming, self._label.text())
        self._label.setBuddy(self.present.line)
        self.chosen = NewPassphrase(theming, policy.minimum_length)
        self.keep = QCheckBox(self.tr("Dieses Gerät öffnet die Daten weiter von selbst"), self)
        self.keep.setVisible(not policy.passphrase_required)
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        self.save_button = Button(theming, "", "check", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.save_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        for widget in (self._title, self._label, self.present, self.chosen, self.keep, self._complaint):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.present.entered.connect(self._on_present_entered)
        self.chosen.entered.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.leave_button.clicked.connect(self._on_leave_button_clicked)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def complaint(self) -> str:
        """What is wrong, empty while nothing is."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def begin(self, *, removes: bool = False) -> None:
        """Begin with nothing typed, to set or change the passphrase or to remove it."""
        self._removes = removes
        ways = self._context.workspace.protection.ways
        self._title.setText(
            self.tr("Passphrase entfernen")
            if removes
            else self.tr("Passphrase ändern")
            if ways.passphrase
            else self.tr("Passphrase festlegen")
        )
        self.save_button.setText(self._title.text())
        for widget in (self._label, self.present):
            widget.setVisible(ways.passphrase)
        self.chosen.setVisible(not removes)
        self.keep.setVisible(not removes and not self._context.workspace.policy.passphrase_required)
        self.keep.setChecked(ways.passphrase and ways.device)
        self._clear()
        self.show()
        (self.present.line if ways.passphrase else self.chosen.first.line).setFocus()

    def _clear(self) -> None:
        self.present.clear()
        self.chosen.clear()
        self._complain("")
        self.save_button.setEnabled(True)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words:
            announce(self, words)

    def _save(self) -> None:
        chosen = "" if self._removes else self.chosen.take()
        if not self.save_button.isEnabled() or (not chosen and not self._removes):
            return
        protection = self._context.workspace.protection
        present, keep, removes = self.present.text, self.keep.isChecked(), self._removes
        hold_focus(self)
        self.save_button.setEnabled(False)
        job: Job[None] = self._context.lane.run(
            lambda _job: _change(protection, present, chosen, keep=keep, removes=removes)
        )
        job.tell(self, succeeded=self._on_succeeded, refused=self._on_refused)

    def _on_succeeded(self, _none: None) -> None:
        words = (
            self.tr("Die Passphrase ist entfernt. Dieses Gerät öffnet die Daten von selbst.")
            if self._removes
            else self.tr("Die Passphrase gilt ab sofort.")
        )
        self._clear()
        hide_form(self, self._opener)
        self.done.emit(words)

    def _on_refused(self, error: AdvisorError) -> None:
        self.save_button.setEnabled(True)
        self._complain(sentence(error, self._context.workspace.texts))
        self.present.line.selectAll()
        self.present.line.setFocus()

    def _on_present_entered(self) -> None:
        if self._removes:
            self._save()
        else:
            self.chosen.first.line.setFocus()

    def _on_leave_button_clicked(self) -> None:
        self._clear()
        hide_form(self, self._opener)
        self.left.emit()

    def _on_theming_changed(self) -> None:
        self.keep.setFont(self._context.theming.font("body"))


def _change(protection: Protection, present: str, chosen: str, *, keep: bool, removes: bool) -> None:
    proof = passphrase(present)
    if not protection.verify(proof):
        try:
            proof = recovery_code(present)
        except AdvisorError:
            proof = passphrase(present)
    if removes:
        protection.remove_passphrase(proof)
    else:
        protection.set_passphrase(chosen, proof, keep_on_device=keep)
