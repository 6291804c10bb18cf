"""Another key for all data, in the settings: the passphrase, the new sheet, and the work with its progress."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.protection import RecoveryCode, Renewal
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.recovery import RecoveryPanel
from advisor_app.ui.shell.background import Job
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.focus import hide_form, hold_focus
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.passphrase_field import PassphraseField


class RenewalForm(QFrame):
    """``done(sentence)`` tells that the new key holds; until then the present one does, with its sheet."""

    done = Signal(str)
    left = Signal()

    def __init__(self, context: PageContext, opener: QWidget, parent: QWidget | None = None) -> None:
        """``opener`` has the focus when the form is done."""
        super().__init__(parent)
        self._context = context
        self._opener = opener
        self._renewal: Renewal | None = None
        theming = context.theming
        self.setProperty("kind", "card")
        self._label = TextLabel(theming, self.tr("Passphrase"), "caption", "secondary")
        self.present = PassphraseField(theming, self._label.text())
        self._label.setBuddy(self.present.line)
        self.go_on_button = Button(theming, self.tr("Weiter zum neuen Blatt"), "", "primary")
        self.leave_button = Button(theming, self.tr("Verwerfen"), "x", "link")
        self.panel = RecoveryPanel(context, confirm=self.tr("Schlüssel erneuern"))
        self._complaint = TextLabel(theming, "", "body", "error", wrap=True)
        explanation = self.tr(
            "Alle Daten werden mit einem neuen Schlüssel verschlüsselt. Das ist nötig, wenn jemand den Schlüssel oder "
            "eine Kopie der Daten mit der Passphrase haben könnte. Es gilt danach ein neues Wiederherstellungsblatt; "
            "ältere Sicherungen öffnen sich weiter mit dem bisherigen."
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.go_on_button)
        row.addWidget(self.leave_button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(TextLabel(theming, self.tr("Schlüssel erneuern"), "emphasised", weight=600))
        layout.addWidget(TextLabel(theming, explanation, "body", "secondary", wrap=True))
        for widget in (self._label, self.present, self.panel, self._complaint):
            layout.addWidget(widget)
        layout.addLayout(row)
        self.present.entered.connect(self._prepare)
        self.go_on_button.clicked.connect(self._prepare)
        self.leave_button.clicked.connect(self._leave)
        self.panel.left.connect(self._leave)
        self.panel.confirmed.connect(self._on_confirmed)

    @property
    def complaint(self) -> str:
        """What is wrong, empty while nothing is."""
        return "" if self._complaint.isHidden() else self._complaint.text()

    def begin(self) -> None:
        """Begin with the passphrase, where there is one, else with the sheet."""
        has_passphrase = self._context.workspace.protection.ways.passphrase
        self._show_sheet(shown=False)
        self._complain("")
        for widget in (self._label, self.present):
            widget.setVisible(has_passphrase)
        self.present.clear()
        self.show()
        if has_passphrase:
            self.present.line.setFocus()
        else:
            self.go_on_button.setFocus()

    def _show_sheet(self, *, shown: bool) -> None:
        self.panel.setVisible(shown)
        for widget in (self._label, self.present, self.go_on_button, self.leave_button):
            widget.setVisible(not shown)
        self.go_on_button.setEnabled(True)
        self.panel.setEnabled(True)

    def _complain(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))
        if words:
            announce(self, words)

    def _prepare(self) -> None:
        protection, present = self._context.workspace.protection, self.present.text
        hold_focus(self)
        self.go_on_button.setEnabled(False)
        self._complain("")
        job: Job[Renewal] = self._context.lane.run(lambda _job: protection.prepare_renewal(present))
        job.tell(self, succeeded=self._on_prepared, refused=self._on_refused)

    def _leave(self) -> None:
        self._renewal = None
        self.present.clear()
        hide_form(self, self._opener)
        self.left.emit()

    def _on_prepared(self, renewal: Renewal) -> None:
        self._renewal = renewal
        self.present.clear()
        self._show_sheet(shown=True)
        self.panel.begin(renewal.recovery)
        self.panel.take_focus()

    def _on_confirmed(self, _recovery: RecoveryCode) -> None:
        renewal, protection = self._renewal, self._context.workspace.protection
        if renewal is None:
            return
        words = self.tr("Alle Daten werden neu verschlüsselt")
        hold_focus(self)
        self.panel.setEnabled(False)
        self._complain("")
        job: Job[None] = self._context.lane.run(
            lambda job: protection.renew(renewal, lambda share: job.report(share, words))
        )
        job.tell(self, succeeded=self._on_renewed, refused=self._on_refused)

    def _on_renewed(self, _none: None) -> None:
        self._renewal = None
        hide_form(self, self._opener)
        self.done.emit(self.tr("Alle Daten sind neu verschlüsselt. Es gilt das neue Wiederherstellungsblatt."))

    def _on_refused(self, error: AdvisorError) -> None:
        self.go_on_button.setEnabled(True)
        self.panel.setEnabled(True)
        self._complain(sentence(error, self._context.workspace.texts))
        if self.present.isVisible():
            self.present.line.selectAll()
            self.present.line.setFocus()
        else:
            self.panel.take_focus()
