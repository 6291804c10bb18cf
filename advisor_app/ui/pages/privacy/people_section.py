"""The people of a case: what is stored about each, information for them, erasing one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case, Person
from advisor_app.services.erasure import Named
from advisor_app.texts import Texts
from advisor_app.texts.record_words import RecordWords
from advisor_app.ui.pages.privacy.confirmation import Confirmation
from advisor_app.ui.pages.privacy.found_texts import FoundTexts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.person_term_field import PersonTermField

if TYPE_CHECKING:
    from advisor_app.services.retention import PersonTerm

_TERM_WIDTH = 190


class PeopleSection(QWidget):
    """A line per person.

    ``export_wanted(person)``, ``erase_begun(people)`` (the page then calls ``ask``), ``erase_wanted(people, keys,
    reason)``, ``term_edited(id, day, batch)``.
    """

    export_wanted = Signal(object)
    erase_begun = Signal(list)
    erase_wanted = Signal(list, list, str)
    term_edited = Signal(str, object, str)
    typing = Signal()

    def __init__(
        self, theming: Theming, texts: Texts, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        self._texts = texts
        self._today = today
        self._case: Case | None = None
        self._due: list[Person] = []
        self._lines: Mapping[str, QVBoxLayout] = {}
        self._body: QWidget | None = None
        self.confirmation: Confirmation | None = None
        self.found: FoundTexts | None = None
        self.export_buttons: dict[str, Button] = {}
        self.erase_buttons: dict[str, Button] = {}
        self.terms: dict[str, PersonTermField] = {}
        self._expired: dict[str, TextLabel] = {}
        self.due_button = Button(theming, "", "trash-2")
        self._due_place = QVBoxLayout()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(TextLabel(theming, self.tr("Personen"), "section"))
        words = self.tr("Namen, Telefonnummern und E-Mail-Adressen liegen getrennt von Antworten und Verlauf.")
        self._layout.addWidget(Paragraph(theming, words, "body", "secondary"))
        row = QHBoxLayout()
        row.addWidget(self.due_button)
        row.addStretch(1)
        self._layout.addLayout(row)
        self._layout.addLayout(self._due_place)
        self.due_button.hide()
        self.due_button.clicked.connect(lambda: self.erase_begun.emit(list(self._due)))

    def show_people(self, case: Case, terms: Mapping[str, PersonTerm]) -> None:
        """Show everybody who is stored, and until when (by the person)."""
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
        self.terms.clear()
        self._expired.clear()
        for person in sorted(case.people.values(), key=lambda item: (item.name.casefold(), item.id)):
            if lines:
                column.addWidget(hairline())
            lines[person.id] = self._line(case, person)
            column.addLayout(lines[person.id])
        if not lines:
            column.addWidget(TextLabel(self._theming, self.tr("In diesem Fall ist niemand gespeichert."), "body"))
        self._lines = lines
        self._layout.addWidget(self._body)
        self.show_terms(case, terms)

    def show_terms(self, case: Case, terms: Mapping[str, PersonTerm]) -> None:
        """Show until when each of those who are listed is kept, and whose time has come."""
        self._case = case
        for name, field in self.terms.items():
            term = terms.get(name)
            field.show_term(term)
            self._expired[name].setVisible(term is not None and term.is_due)
        self._due = [case.people[name] for name in self.terms if name in terms and terms[name].is_due]
        self.due_button.setText(
            self.tr("{count} Personen mit abgelaufener Frist löschen …").format(count=len(self._due))
        )
        self.due_button.setVisible(len(self._due) > 1)

    def flush(self) -> None:
        """Commit what is half typed."""
        for field in self.terms.values():
            field.flush()

    def ask(self, people: Sequence[Person], named: Named, words: RecordWords) -> None:
        """Ask before people are erased, with the texts that name them."""
        self.leave()
        first = people[0]
        commune = "" if self._case is None else self._case.commune.name
        names = [person.name.strip() or person.phone or person.email or self.tr("ohne Namen") for person in people]
        typed = commune if len(people) > 1 else names[0] if _is_named(first) else self.tr("löschen")
        begins = self.tr("{names} werden endgültig gelöscht:")
        if len(people) == 1:
            begins = self.tr("{names} wird endgültig gelöscht:")
        self.confirmation = Confirmation(
            self._theming,
            " ".join(
                (
                    begins.format(names=self._texts.joined(names)),
                    self.tr(
                        "Name, Telefon, E-Mail und die Funktion im Fall, auch aus dem Verlauf. "
                        "Fotos, angehängte Dateien und übergebene Dokumente bleiben; bitte sehen Sie sie selbst durch. "
                        "Das lässt sich nicht rückgängig machen."
                    ),
                )
            ),
            typed,
            self.tr("Person endgültig löschen") if len(people) == 1 else self.tr("Personen endgültig löschen"),
        )
        found = self.found = FoundTexts(self._theming, named, words)
        self.confirmation.extra.addWidget(found)
        self.confirmation.left.connect(self.leave)
        self.confirmation.confirmed.connect(lambda reason: self.erase_wanted.emit([*people], found.chosen, reason))
        asker = self.erase_buttons[first.id] if len(people) == 1 else self.due_button
        (self._lines[first.id] if len(people) == 1 else self._due_place).addWidget(self.confirmation)
        self.confirmation.take_focus(asker, list(found.boxes.values()))

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
        erase.clicked.connect(lambda: self.erase_begun.emit([person]))
        self.export_buttons[person.id], self.erase_buttons[person.id] = export, erase
        row.addLayout(facts, 1)
        row.addWidget(export, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(erase, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addLayout(self._term_line(person, name))
        return column

    def _term_line(self, person: Person, name: str) -> QHBoxLayout:
        theming = self._theming
        field = self.terms[person.id] = PersonTermField(theming, self._texts, self._today)
        field.set_name(self.tr("{name} aufbewahren bis").format(name=name))
        field.setMaximumWidth(theming.scaled(_TERM_WIDTH))
        field.edited.connect(lambda day, batch: self.term_edited.emit(person.id, day, batch))
        field.typing.connect(self.typing)
        expired = self._expired[person.id] = TextLabel(theming, self.tr("Frist abgelaufen"), "caption", "amber")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(TextLabel(theming, self.tr("Aufbewahren bis"), "caption", "secondary"))
        row.addWidget(field)
        row.addWidget(expired)
        row.addStretch(1)
        return row


def _is_named(person: Person) -> bool:
    return bool(person.name.strip() or person.phone or person.email)
