"""The people of a case: what is stored about each, information for them, erasing one of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case, Person
from advisor_app.services.erasure import Named
from advisor_app.texts.record_words import RecordWords
from advisor_app.ui.pages.privacy.confirmation import Confirmation
from advisor_app.ui.pages.privacy.found_texts import FoundTexts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph


class PeopleSection(QWidget):
    """A line per person.

    ``export_wanted(person)``, ``erase_begun(person)`` (the page then calls ``ask``), ``erase_wanted(person, keys,
    reason)``.
    """

    export_wanted = Signal(object)
    erase_begun = Signal(object)
    erase_wanted = Signal(object, list, str)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._lines: Mapping[str, QVBoxLayout] = {}
        self._body: QWidget | None = None
        self.confirmation: Confirmation | None = None
        self.found: FoundTexts | None = None
        self.export_buttons: dict[str, Button] = {}
        self.erase_buttons: dict[str, Button] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(TextLabel(theming, self.tr("Personen"), "section"))
        words = self.tr("Namen, Telefonnummern und E-Mail-Adressen liegen getrennt von Antworten und Verlauf.")
        self._layout.addWidget(Paragraph(theming, words, "body", "secondary"))

    def show_people(self, case: Case) -> None:
        """Show everybody who is stored."""
        self.leave()
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        lines: dict[str, QVBoxLayout] = {}
        self.export_buttons.clear()
        self.erase_buttons.clear()
        for person in sorted(case.people.values(), key=lambda item: (item.name.casefold(), item.id)):
            if lines:
                column.addWidget(hairline())
            lines[person.id] = self._line(case, person)
            column.addLayout(lines[person.id])
        if not lines:
            column.addWidget(TextLabel(self._theming, self.tr("In diesem Fall ist niemand gespeichert."), "body"))
        self._lines = lines
        self._layout.addWidget(self._body)

    def ask(self, person: Person, named: Named, words: RecordWords) -> None:
        """Ask before a person is erased, with the texts that name the person."""
        self.leave()
        name = person.name.strip() or person.phone or person.email or self.tr("löschen")
        self.confirmation = Confirmation(
            self._theming,
            self.tr(
                "{name} wird endgültig gelöscht: Name, Telefon, E-Mail und die Funktion im Fall, auch aus dem Verlauf. "
                "Fotos, angehängte Dateien und übergebene Dokumente bleiben; bitte sehen Sie sie selbst durch. "
                "Das lässt sich nicht rückgängig machen."
            ).format(name=name),
            name,
            self.tr("Person endgültig löschen"),
        )
        found = self.found = FoundTexts(self._theming, named, words)
        self.confirmation.extra.addWidget(found)
        self.confirmation.left.connect(self.leave)
        self.confirmation.confirmed.connect(lambda reason: self.erase_wanted.emit(person, found.chosen, reason))
        self._lines[person.id].addWidget(self.confirmation)
        self.confirmation.take_focus(self.erase_buttons[person.id], list(found.boxes.values()))

    def leave(self) -> None:
        """Ask no longer."""
        if self.confirmation is not None:
            self.confirmation.hide()
            self.confirmation.deleteLater()
            self.confirmation = self.found = None

    def _line(self, case: Case, person: Person) -> QVBoxLayout:
        theming = self._theming
        functions = [contact.function for contact in case.contacts.values() if contact.person == person.id]
        taking_part = (item for item in case.participants.values() if item.person == person.id)
        functions += [text for item in taking_part for text in (item.function, item.office) if text not in functions]
        column = QVBoxLayout()
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(16)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        name = person.name or self.tr("ohne Namen")
        facts.addWidget(TextLabel(theming, name, "body", weight=600, wrap=True))
        details = " · ".join(text for text in (*functions, person.phone, person.email) if text)
        label = TextLabel(theming, details or self.tr("sonst nichts"), "body", "secondary", wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        facts.addWidget(label)
        export = Button(theming, self.tr("Auskunft speichern"), "file-down", "link")
        export.setAccessibleName(self.tr("Auskunft zu {name} speichern").format(name=name))
        erase = Button(theming, self.tr("Löschen …"), "trash-2", "link")
        erase.setAccessibleName(self.tr("{name} löschen").format(name=name))
        export.clicked.connect(lambda: self.export_wanted.emit(person))
        erase.clicked.connect(lambda: self.erase_begun.emit(person))
        self.export_buttons[person.id], self.erase_buttons[person.id] = export, erase
        row.addLayout(facts, 1)
        row.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(erase, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return column
