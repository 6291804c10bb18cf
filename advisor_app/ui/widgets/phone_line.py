"""The line of a poll from which phones are let in, and which says how many take part."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.phone_poll import LocalAddress
from advisor_app.override import override
from advisor_app.ui.shell.phone_voting import PhoneVoting
from advisor_app.ui.shell.phone_words import phones_words
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.announce import announce
from advisor_app.ui.widgets.buttons import Button, with_key
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel

_LEAST_WORDS = 220
TOGGLE_KEY, CODE_KEY = Qt.Key.Key_H, Qt.Key.Key_Q


class PhoneLine(QWidget):
    """Every signal asks for something; ``chosen`` names the address to open at."""

    toggled = Signal()
    chosen = Signal(str)
    code_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._offered: tuple[LocalAddress, ...] = ()
        self._told = False
        self._icon = QLabel()
        self._words = TextLabel(theming, "", "body", "secondary", tabular=True, wrap=True)
        self._note = TextLabel(theming, "", "caption", "secondary", wrap=True)
        self._address = TextLabel(theming, "", "caption", "secondary", tabular=True)
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.settings = Button(theming, self.tr("Einstellungen"), "settings", "link")
        self.code = Button(theming, self.tr("Code an die Wand"), "qr-code", tooltip=self.tr("Code an die Wand (Q)"))
        self.switch = Button(theming, self.tr("Mit Handys abstimmen"), "smartphone")
        self._code_held = with_key(theming, self.code, "Q")
        self._switch_held = with_key(theming, self.switch, "H")
        self._acts = QWidget()
        self._networks = QWidget()
        self._network_flow = FlowLayout(8, self._networks)
        self._lay_out()
        self.switch.clicked.connect(self.toggled)
        self.code.clicked.connect(self.code_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        theming.changed.connect(self._show_icon)
        self._show_icon()

    @property
    def words(self) -> str:
        """What the line says."""
        labels = (self._words, self._address, self._note)
        return " ".join(label.text() for label in labels if not label.isHidden() and label.text())

    def show_voting(self, voting: PhoneVoting, present: int, *, is_late: bool, is_elsewhere: bool) -> None:
        """Show whether phones take part, beside how many are present.

        ``is_late``: this round is counted here, and phones are not asked it any more. ``is_elsewhere``: they are asked
        the poll of another page.
        """
        is_open, can = voting.is_open, voting.can_open
        words, tone = self._said(voting, present)
        self._words.setText(words)
        self._words.set_tone(tone)
        self._address.setText(self.tr("Zum Abtippen: {address}").format(address=voting.address))
        self._address.setVisible(is_open)
        self.settings.setVisible(voting.is_allowed and not can and not is_open)
        self._show_note(voting, present, is_late=is_late, is_elsewhere=is_elsewhere)
        self._switch_held.setVisible(can or is_open)
        ends = is_open and not is_elsewhere
        self.switch.setText(self.tr("Beenden") if ends else self.tr("Mit Handys abstimmen"))
        self.switch.show_icon("x" if ends else "smartphone")
        hint = self.tr("Handy-Abfrage beenden (H)") if ends else self.tr("Mit Handys abstimmen (H)")
        self.switch.setToolTip(hint)
        self.switch.setEnabled(not voting.is_opening)
        self._code_held.setVisible(is_open)
        self.code.setText(self.tr("Frage an die Wand") if voting.join else self.tr("Code an die Wand"))
        self.code.setToolTip(f"{self.code.text()} (Q)")
        self._offer(voting.networks)
        self._fit()
        if is_open is not self._told:
            self._told = is_open
            announce(self, words if is_open else self.tr("Die Handy-Abfrage ist beendet."))

    def _said(self, voting: PhoneVoting, present: int) -> tuple[str, str]:
        """Its sentence and the tone of it."""
        if voting.is_open:
            is_odd = not voting.reaches_phones or 0 < present < voting.devices
            return phones_words(voting.devices, voting.voted), "amber" if is_odd else "success"
        if voting.is_opening:
            return self.tr("Die Handy-Abfrage wird eingeschaltet …"), "secondary"
        if not voting.is_allowed:
            return self.tr("Das Abstimmen auf Handys hat Ihre IT ausgeschaltet."), "secondary"
        if not voting.can_open:
            words = self.tr("Abstimmen auf Handys schalten Sie in den Einstellungen unter „Handy-Abfrage“ ein.")
            return words, "secondary"
        if voting.networks:
            return self.tr("Der Laptop ist in mehreren Netzen. In welchem sind die Handys?"), "secondary"
        return self.tr("Die Gruppe kann auch auf Handys abstimmen, ohne App und ohne Namen."), "secondary"

    def _show_note(self, voting: PhoneVoting, present: int, *, is_late: bool, is_elsewhere: bool) -> None:
        words = ""
        if voting.is_open and not voting.reaches_phones:
            words = self.tr("Der Laptop ist nicht mehr in diesem Netz. Die Stimmen bis hierher sind gezählt.")
        elif voting.is_open and 0 < present < voting.devices:
            words = self.tr("Es sind mehr Handys als Anwesende. Wiederholen Sie diese Runde mit Karten.")
        elif voting.is_open and is_elsewhere:
            words = self.tr("Auf den Handys läuft eine andere Abfrage. „Mit Handys abstimmen“ beendet ihre Runde.")
        elif voting.is_open and is_late:
            words = self.tr("Diese Runde ist auf den Handys geschlossen. Weitere Stimmen zählen Sie mit den Tasten.")
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _offer(self, networks: tuple[LocalAddress, ...]) -> None:
        """A button for each network that one has to choose from."""
        self._networks.setVisible(bool(networks))
        if networks == self._offered:
            return
        self._offered = networks
        for button in self._networks.findChildren(Button):
            self._network_flow.removeWidget(button)
            button.deleteLater()
        buttons = [Button(self._theming, f"{item.adapter} · {item.address}", "network") for item in networks]
        for item, button in zip(networks, buttons, strict=True):
            button.clicked.connect(lambda _checked=False, address=item.address: self.chosen.emit(address))
            self._network_flow.addWidget(button)
        if buttons:
            first = buttons[0]  # takes the focus once it is shown
            QTimer.singleShot(0, first, lambda: first.setFocus(Qt.FocusReason.ShortcutFocusReason))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The buttons stand below the words where these would have too little room beside them."""
        beside = self._acts.sizeHint().width() + self._theming.scaled(_LEAST_WORDS) <= self.width()
        self._acts.setSizePolicy(
            QSizePolicy.Policy.Fixed if beside else QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred
        )
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _show_icon(self) -> None:
        self._icon.setPixmap(self._theming.icon("smartphone", "ink2").pixmap(self._theming.icon_size()))

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        acts = FlowLayout(8, self._acts)
        for widget in (self.settings, self._code_held, self._switch_held):
            acts.addWidget(widget)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        row.addLayout(said, 1)
        row.addWidget(self._acts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._address)
        layout.addWidget(self._note)
        layout.addWidget(self._networks)
