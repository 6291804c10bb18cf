"""Whether polls may be opened for phones in the room, and at which port."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.services.preferences import PORTS, Preferences
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.parsed_field import ParsedField, whole_number


class PhonePollSection(QWidget):
    """``edited(attribute, value)`` asks to keep one preference; the policy may forbid all of it."""

    edited = Signal(str, object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self._is_allowed = context.workspace.phone_polls.is_allowed
        self.form = Form(theming)
        self.choice = ChoiceField(((False, self.tr("ausgeschaltet")), (True, self.tr("eingeschaltet"))))
        note = self.tr(
            "Im örtlichen Netz, ohne Internet und ohne Namen. Der Zugang ist nur offen, solange eine Abfrage läuft."
        )
        if not self._is_allowed:
            note = self.tr("Von Ihrer IT ausgeschaltet.")
        self.form.add("phone_poll", self.tr("Abstimmen auf Handys"), self.choice, note=note)
        name, usual = self.tr("Anschluss (Port)"), Preferences().phone_poll_port
        port = whole_number(name, texts.language, low=PORTS.start, high=PORTS.stop - 1, empty=usual)
        self.port = ParsedField(theming, texts, parse=port, write=str, right=True)
        note = self.tr("Nur zu ändern, wenn ein anderes Programm ihn benutzt oder Ihre IT einen anderen freigibt.")
        self.form.add("phone_poll_port", name, self.port, note=note)
        self.choice.setEnabled(self._is_allowed)
        self.port.setEnabled(self._is_allowed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(TextLabel(theming, self.tr("Handy-Abfrage"), "section"))
        layout.addWidget(self.form)
        self.form.edited.connect(lambda attribute, value, _batch: self.edited.emit(attribute, value))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the preferences in use."""
        self.choice.show_value(self._is_allowed and preferences.phone_poll)
        self.port.show_value(preferences.phone_poll_port)
