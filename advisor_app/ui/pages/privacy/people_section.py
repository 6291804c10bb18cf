"""The people of a case: what is stored about each, information for them, erasing one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case, Person
from advisor_app.services.erasure import Named
from advisor_app.texts import Texts
from advisor_app.texts.record_words import RecordWords
from advisor_app.ui.pages.privacy.confirmation import Confirmation
from advisor_app.ui.pages.privacy.found_texts import FoundTexts
from advisor_app.ui.pages.privacy.person_row import PersonRow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.paragraph import Paragraph
from advisor_app.ui.widgets.rows_in_view import RowsInView

if TYPE_CHECKING:
    from advisor_app.services.retention import PersonTerm


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
        self._people: list[Person] = []
        self._terms: Mapping[str, PersonTerm] = {}
        self._list: RowsInView | None = None
        self._nobody = TextLabel(theming, self.tr("In diesem Fall ist niemand gespeichert."), "body")
        self.confirmation: Confirmation | None = None
        self.found: FoundTexts | None = None
        self.rows: dict[str, PersonRow] = {}
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
        self._layout.addWidget(self._nobody)
        self.due_button.hide()
        self.due_button.clicked.connect(lambda: self.erase_begun.emit(list(self._due)))

    def show_people(self, case: Case, terms: Mapping[str, PersonTerm]) -> None:
        """Show everybody who is stored, and until when (by the person)."""
        self.leave()
        if self._list is not None:
            self._layout.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
        self.rows.clear()
        self._terms = terms
        self._people = sorted(case.people.values(), key=lambda item: (item.name.casefold(), item.id))
        makers = [partial(self._row, case, person) for person in self._people]
        self._list = RowsInView(makers, 8, after=self.due_button)
        self._layout.addWidget(self._list)
        self._nobody.setVisible(not self._people)
        self.show_terms(case, terms)

    def show_terms(self, case: Case, terms: Mapping[str, PersonTerm]) -> None:
        """Show until when each of those who are listed is kept, and whose time has come."""
        self._case, self._terms = case, terms
        for name, row in self.rows.items():
            row.show_term(terms.get(name))
        self._due = [person for person in self._people if person.id in terms and terms[person.id].is_due]
        self.due_button.setText(
            self.tr("{count} Personen mit abgelaufener Frist löschen …").format(count=len(self._due))
        )
        self.due_button.setVisible(len(self._due) > 1)

    def row_of(self, name: str) -> PersonRow | None:
        """The row of a person, built by now; None for somebody who is not listed."""
        place = next((place for place, person in enumerate(self._people) if person.id == name), None)
        if place is not None and self._list is not None:
            self._list.build(place + 1)
        return self.rows.get(name)

    def flush(self) -> None:
        """Commit what is half typed."""
        for row in self.rows.values():
            row.term.flush()

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
        row = self.row_of(first.id) if len(people) == 1 else None
        if row is None:
            self._due_place.addWidget(self.confirmation)
        else:
            row.put_below(self.confirmation)
        asker = self.due_button if row is None else row.erase
        self.confirmation.take_focus(asker, list(found.boxes.values()))

    def leave(self) -> None:
        """Ask no longer."""
        if self.confirmation is not None:
            self.confirmation.hide()
            self.confirmation.deleteLater()
            self.confirmation = self.found = None

    def _row(self, case: Case, person: Person) -> QWidget:
        """A person, below a line where somebody else stands above."""
        row = self.rows[person.id] = PersonRow(self._theming, self._texts, self._today, case, person)
        row.show_term(self._terms.get(person.id))
        row.export_wanted.connect(partial(self.export_wanted.emit, person))
        row.erase_wanted.connect(partial(self.erase_begun.emit, [person]))
        row.term_edited.connect(partial(self.term_edited.emit, person.id))
        row.term.typing.connect(self.typing)
        if person is self._people[0]:
            return row
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hairline())
        column.addWidget(row)
        return part


def _is_named(person: Person) -> bool:
    return bool(person.name.strip() or person.phone or person.email)
