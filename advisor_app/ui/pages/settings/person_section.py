"""Who gives advice, and how the program looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.languages import LANGUAGES
from advisor_app.services.preferences import HIGHEST_RATE, Preferences, ThemeChoice
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.shell.view_commands import ZOOMS
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.money_field import MoneyField
from advisor_app.ui.widgets.value_field import TextLine


class PersonSection(QWidget):
    """``edited(attribute, value)`` asks to keep one preference."""

    edited = Signal(str, object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, texts = context.theming, context.workspace.texts
        self.form = Form(theming)
        self.form.add(
            "adviser",
            self.tr("Ihr Name"),
            TextLine(),
            note=self.tr("Steht in Dokumenten und im Verlauf. Leer gilt der Name der Anmeldung am Rechner."),
        )
        self.form.add("provider", self.tr("Ihr Haus"), TextLine(), note=self.tr("Steht im Kopf der Dokumente."))
        themes = (
            (ThemeChoice.SYSTEM, self.tr("wie im System")),
            (ThemeChoice.LIGHT, self.tr("hell")),
            (ThemeChoice.DARK, self.tr("dunkel")),
        )
        self.form.add("theme", self.tr("Darstellung"), ChoiceField(themes))
        zooms = [(zoom, f"{zoom} %") for zoom in ZOOMS]
        self.form.add("zoom", self.tr("Schriftgröße"), ChoiceField(zooms))
        languages = [(name, language.name) for name, language in LANGUAGES.items()]
        self.form.add(
            "language",
            self.tr("Sprache"),
            ChoiceField(languages),
            note=self.tr("Gilt ab dem nächsten Start. Die Module 1 bis 3 gibt es nur auf Deutsch."),
        )
        self.form.add(
            "hourly_rate",
            self.tr("Stundensatz für interne Arbeit, je Stunde"),
            MoneyField(theming, texts, self.tr("Stundensatz"), empty=0, high=HIGHEST_RATE),
            note=self.tr("Vorschlag für neue Anwendungsfälle."),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(TextLabel(theming, self.tr("Person und Darstellung"), "section"))
        layout.addWidget(self.form)
        self.form.edited.connect(lambda attribute, value, _batch: self.edited.emit(attribute, value))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show the preferences in use."""
        self.form.show_record(preferences)
