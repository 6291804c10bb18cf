"""How the data are protected, in plain words, and every change of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.errors import AdvisorError
from advisor_app.services.protection import RecoveryCode, way_words
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.recovery import RecoveryPanel
from advisor_app.ui.pages.settings.passphrase_form import PassphraseForm
from advisor_app.ui.pages.settings.renewal_form import RenewalForm
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.focus import hide_form
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.keys import native_keys
from advisor_app.ui.widgets.labels import TextLabel

_IDLE_MINUTES = (5, 10, 15, 30, 60)
_NEVER = 0


class ProtectionSection(QWidget):
    """``changed`` tells that the ways in are others, ``edited(attribute, value)`` asks to keep a preference."""

    changed = Signal()
    edited = Signal(str, object)
    noticed = Signal(str)
    warned = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theming = context.theming
        self._state = TextLabel(theming, "", "body", wrap=True)
        self._rules = TextLabel(theming, "", "body", "secondary", wrap=True)
        self.passphrase_button = Button(theming, "", "lock", "link")
        self.remove_button = Button(theming, self.tr("Passphrase entfernen"), "lock-open", "link")
        self.sheet_button = Button(theming, "", "printer", "link")
        self.renew_button = Button(theming, self.tr("Schlüssel erneuern"), "refresh-cw", "link")
        self.device = QCheckBox(self.tr("Dieses Gerät öffnet die Daten von selbst"))
        self.idle = ChoiceField(self._idle_choices())
        self.passphrase_form = PassphraseForm(context, self.passphrase_button)
        self.renewal_form = RenewalForm(context, self.renew_button)
        self.sheet_card = QFrame()
        self.sheet_card.setProperty("kind", "card")
        self.panel = RecoveryPanel(context)
        self._lay_out()
        self._connect()
        self.show_state()
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()

    @property
    def state(self) -> str:
        """How the data are protected, as it is told."""
        return self._state.text()

    def show_state(self) -> None:
        """Show the ways in as they are now."""
        workspace = self._context.workspace
        ways, policy = workspace.protection.ways, workspace.policy
        self._state.setText("\n".join(way_words(ways, policy, workspace.texts, workspace.folder)))
        self._rules.setText(self._words_of_rules())
        self._rules.setVisible(bool(self._rules.text()))
        changes = self.tr("Passphrase ändern")
        self.passphrase_button.setText(changes if ways.passphrase else self.tr("Passphrase festlegen"))
        self.remove_button.setVisible(ways.passphrase and not policy.passphrase_required)
        again = self.tr("Neues Wiederherstellungsblatt")
        self.sheet_button.setText(again if ways.sheet else self.tr("Wiederherstellungsblatt erstellen"))
        self.device.setChecked(ways.device)
        self.device.setEnabled(ways.passphrase and not policy.passphrase_required)
        self.idle.setEnabled(ways.passphrase)
        self.idle.show_value(workspace.preferences.idle_minutes(policy))

    def set_passphrase(self) -> None:
        """Begin to set or change the passphrase."""
        self._close_forms()
        self.passphrase_form.begin()

    def _lay_out(self) -> None:
        theming = self._context.theming
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        for group in ((self.passphrase_button, self.remove_button), (self.sheet_button, self.renew_button)):
            row = QHBoxLayout()
            row.setSpacing(24)
            for button in group:
                row.addWidget(button)
            row.addStretch(1)
            buttons.addLayout(row)
        card = QVBoxLayout(self.sheet_card)
        card.setContentsMargins(16, 12, 16, 14)
        card.setSpacing(8)
        card.addWidget(TextLabel(theming, self.tr("Wiederherstellungsblatt"), "emphasised", weight=600))
        words = self.tr(
            "Der Code darauf öffnet die Daten, wenn Gerät oder Passphrase verloren sind. Ein früheres Blatt gilt, bis "
            "Sie dieses bestätigen."
        )
        card.addWidget(TextLabel(theming, words, "body", "secondary", wrap=True))
        card.addWidget(self.panel)
        note = self.tr("Gilt, solange eine Passphrase festgelegt ist. {keys} verschließt sofort.").format(
            keys=native_keys("Ctrl+L")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(TextLabel(theming, self.tr("Schutz"), "section"))
        layout.addWidget(self._state)
        layout.addWidget(self._rules)
        layout.addLayout(buttons)
        for form in (self.passphrase_form, self.sheet_card, self.renewal_form):
            form.hide()
            layout.addWidget(form)
        layout.addWidget(self.device)
        layout.addWidget(LabelledField(theming, self.tr("Verschließen, wenn niemand arbeitet"), self.idle, note))

    def _connect(self) -> None:
        self.passphrase_button.clicked.connect(self.set_passphrase)
        self.remove_button.clicked.connect(self._on_remove_button_clicked)
        self.sheet_button.clicked.connect(self._on_sheet_button_clicked)
        self.renew_button.clicked.connect(self._on_renew_button_clicked)
        self.device.clicked.connect(self._on_device_clicked)
        self.idle.edited.connect(self._on_idle_edited)
        self.passphrase_form.done.connect(self._on_done)
        self.renewal_form.done.connect(self._on_done)
        self.panel.confirmed.connect(self._on_panel_confirmed)
        self.panel.left.connect(self._close_sheet)

    def _idle_choices(self) -> list[tuple[int, str]]:
        most = self._context.workspace.policy.lock_after_minutes
        minutes = [value for value in _IDLE_MINUTES if most is None or value < most]
        choices = [(value, self.tr("nach {count} Minuten").format(count=value)) for value in minutes]
        last = self.tr("nie") if most is None else self.tr("nach {count} Minuten").format(count=most)
        return [*choices, (_NEVER if most is None else most, last)]

    def _words_of_rules(self) -> str:
        policy = self._context.workspace.policy
        rules = []
        if policy.passphrase_required:
            words = self.tr("Ihre Organisation verlangt eine Passphrase mit mindestens {count} Zeichen.")
            rules.append(words.format(count=policy.minimum_length))
        if policy.lock_after_minutes is not None:
            words = self.tr("Sie verlangt, dass sich das Fenster nach spätestens {count} Minuten verschließt.")
            rules.append(words.format(count=policy.lock_after_minutes))
        return " ".join(rules)

    def _close_forms(self) -> None:
        for form in (self.passphrase_form, self.sheet_card, self.renewal_form):
            form.hide()

    def _close_sheet(self) -> None:
        hide_form(self.sheet_card, self.sheet_button)

    def _tell(self, words: str) -> None:
        self.show_state()
        self.changed.emit()
        if words:
            self.noticed.emit(words)

    def _on_remove_button_clicked(self) -> None:
        self._close_forms()
        self.passphrase_form.begin(removes=True)

    def _on_sheet_button_clicked(self) -> None:
        self._close_forms()
        self.panel.begin(self._context.workspace.protection.new_recovery_code())
        self.sheet_card.show()
        self.panel.take_focus()

    def _on_renew_button_clicked(self) -> None:
        self._close_forms()
        self.renewal_form.begin()

    def _on_panel_confirmed(self, recovery: RecoveryCode) -> None:
        workspace = self._context.workspace
        try:
            workspace.protection.accept_recovery_code(recovery)
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
            return
        self._close_sheet()
        self._tell(self.tr("Es gilt das Wiederherstellungsblatt {number}.").format(number=recovery.number))

    def _on_device_clicked(self, wanted: bool) -> None:  # noqa: FBT001 — a signal's argument
        workspace = self._context.workspace
        try:
            workspace.protection.open_on_device(wanted=wanted)
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
        self._tell("")

    def _on_idle_edited(self, minutes: int, _batch: str) -> None:
        self.edited.emit("lock_minutes", minutes)
        self._tell("")

    def _on_done(self, words: str) -> None:
        self._tell(words)

    def _on_theming_changed(self) -> None:
        self.device.setFont(self._context.theming.font("body"))
