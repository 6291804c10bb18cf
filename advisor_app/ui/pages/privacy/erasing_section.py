"""Erasing all personal data of the case or the whole case, and older backups that may still hold what was erased."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case
from advisor_app.services.erasure import Held
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.privacy.confirmation import Confirmation
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.paragraph import Paragraph


class ErasingSection(QWidget):
    """``personal_wanted(reason)``, ``case_wanted(reason)``, ``backups_wanted()``: each after its confirmation."""

    personal_wanted = Signal(str)
    case_wanted = Signal(str)
    backups_wanted = Signal()

    def __init__(self, theming: Theming, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._language = language
        self._name = ""
        self.confirmation: Confirmation | None = None
        self.personal_button = Button(theming, self.tr("Personendaten löschen …"), "users")
        self.case_button = Button(theming, self.tr("Ganzen Fall löschen …"), "trash-2")
        self.backups_button = Button(theming, self.tr("Ältere Sicherungen löschen …"), "database", "link")
        self._backups = Paragraph(theming, "", "body", "secondary")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(TextLabel(theming, self.tr("Endgültig löschen"), "section"))
        words = self.tr(
            "Gelöschtes verschwindet aus der Datenbank, aus dem Verlauf und aus neuen Sicherungen. Dokumente und "
            "Falldateien, die Sie anderswo gespeichert oder weitergegeben haben, löschen Sie bitte selbst."
        )
        self._layout.addWidget(Paragraph(theming, words, "body", "secondary"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.personal_button)
        row.addWidget(self.case_button)
        row.addStretch(1)
        self._layout.addLayout(row)
        self._place = QVBoxLayout()
        self._layout.addLayout(self._place)
        self._layout.addWidget(self._backups)
        below = QHBoxLayout()
        below.addWidget(self.backups_button)
        below.addStretch(1)
        self._layout.addLayout(below)
        self.show_backups(Held(0, None))
        self.personal_button.clicked.connect(self._on_personal_button_clicked)
        self.case_button.clicked.connect(self._on_case_button_clicked)
        self.backups_button.clicked.connect(self._on_backups_button_clicked)

    def show_case(self, case: Case) -> None:
        """Ask from now on for this case's name."""
        self.leave()
        self._name = case.commune.name

    def show_backups(self, held: Held) -> None:
        """Say whether backups may still hold something that was erased."""
        sentences = []
        if held.until is not None:
            words = self.tr(
                "Sicherungen von vor der letzten Löschung: {count}. Sie können Gelöschtes noch enthalten, "
                "bei täglicher Arbeit bis {day}, bei seltener Arbeit länger."
            )
            sentences.append(words.format(count=held.count, day=format_date(held.until, self._language)))
        if held.lasting:
            lasting = self.tr(
                "Beiseitegelegte Datenbestände und unlesbare Sicherungen von vor der letzten Löschung: {count}. Sie "
                "bleiben, bis Sie sie hier löschen."
            )
            sentences.append(lasting.format(count=held.lasting))
        if held.unseen:
            sentences.append(
                self.tr("Der zweite Sicherungsort ist gerade nicht erreichbar; dort können weitere liegen.")
            )
        self._backups.setText(" ".join(sentences))
        self._backups.setVisible(bool(sentences))
        self.backups_button.setVisible(held.is_anything)

    def leave(self) -> None:
        """Ask no longer."""
        if self.confirmation is not None:
            self.confirmation.hide()
            self.confirmation.deleteLater()
            self.confirmation = None

    def _ask(self, asker: Button, words: str, name: str, action: str) -> Confirmation:
        self.leave()
        self.confirmation = Confirmation(self._theming, words, name, action)
        self.confirmation.left.connect(self.leave)
        self._place.addWidget(self.confirmation)
        self.confirmation.take_focus(asker)
        return self.confirmation

    def _on_personal_button_clicked(self) -> None:
        words = self.tr(
            "Alle Personen, alle Fotos, angehängten Dateien und Dateien übergebener Dokumente und in allen Texten die "
            "Namen der Personen, E-Mail-Adressen und Telefonnummern werden gelöscht. Antworten und Plan bleiben. "
            "Das lässt sich nicht rückgängig machen."
        )
        asked = self._ask(self.personal_button, words, self._name, self.tr("Personendaten endgültig löschen"))
        asked.confirmed.connect(self.personal_wanted)

    def _on_case_button_clicked(self) -> None:
        words = self.tr(
            "Der Fall wird mit allen Antworten, Plänen, Fotos, übergebenen Dokumenten und seinem Verlauf gelöscht. "
            "Das lässt sich nicht rückgängig machen."
        )
        asked = self._ask(self.case_button, words, self._name, self.tr("Fall endgültig löschen"))
        asked.confirmed.connect(self.case_wanted)

    def _on_backups_button_clicked(self) -> None:
        words = self.tr(
            "Zuerst entsteht eine neue, geprüfte Sicherung; dann werden die älteren an beiden Orten gelöscht, ebenso "
            "beiseitegelegte Datenbestände. Auf einen früheren Stand können Sie danach nicht mehr zurück, auch nicht "
            "bei anderen Fällen."
        )
        asked = self._ask(self.backups_button, words, self.tr("Sicherungen"), self.tr("Ältere Sicherungen löschen"))
        asked.confirmed.connect(lambda _reason: self.backups_wanted.emit())
