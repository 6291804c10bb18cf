"""A person of a case: what is stored, until when, and the ways to information and to erasing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.case import Case, Person
from advisor_app.texts import Texts
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.person_term_field import PersonTermField

if TYPE_CHECKING:
    from advisor_app.services.retention import PersonTerm

_TERM_WIDTH = 190


class PersonRow(QWidget):
    """``term`` is the day until which the person is kept; ``term_edited(day, batch)``. A question may stand below."""

    export_wanted = Signal()
    erase_wanted = Signal()
    term_edited = Signal(object, str)

    def __init__(
        self,
        theming: Theming,
        texts: Texts,
        today: Callable[[], date],
        case: Case,
        person: Person,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theming = theming
        name = person.name or self.tr("ohne Namen")
        self.export = Button(theming, self.tr("Auskunft speichern"), "file-down", "link")
        self.export.setAccessibleName(self.tr("Auskunft zu {name} speichern").format(name=name))
        self.erase = Button(theming, self.tr("Löschen …"), "trash-2", "link")
        self.erase.setAccessibleName(self.tr("{name} löschen").format(name=name))
        self.term = PersonTermField(theming, texts, today)
        self.term.set_name(self.tr("{name} aufbewahren bis").format(name=name))
        self._expired = TextLabel(theming, self.tr("Frist abgelaufen"), "caption", "amber")
        details = TextLabel(theming, self._details(case, person), "body", "secondary", wrap=True)
        details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        facts = QVBoxLayout()
        facts.setSpacing(2)
        facts.addWidget(TextLabel(theming, name, "body", weight=600, wrap=True))
        facts.addWidget(details)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(facts, 1)
        row.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignTop)
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(TextLabel(theming, self.tr("Aufbewahren bis"), "caption", "secondary"))
        kept.addWidget(self.term)
        kept.addWidget(self._expired)
        kept.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        self._column.addLayout(kept)
        theming.changed.connect(self._on_theming_changed)
        self._on_theming_changed()
        self.export.clicked.connect(self.export_wanted)
        self.erase.clicked.connect(self.erase_wanted)
        self.term.edited.connect(self.term_edited)

    def show_term(self, term: PersonTerm | None) -> None:
        """Show until when the person is kept; None where nobody is kept any more."""
        self.term.show_term(term)
        self._expired.setVisible(term is not None and term.is_due)

    def put_below(self, widget: QWidget) -> None:
        """Put something below that is about this person."""
        self._column.addWidget(widget)

    def _on_theming_changed(self) -> None:
        self.term.setMaximumWidth(self._theming.scaled(_TERM_WIDTH))

    def _details(self, case: Case, person: Person) -> str:
        functions = [contact.function for contact in case.contacts.values() if contact.person == person.id]
        taking_part = (item for item in case.participants.values() if item.person == person.id)
        functions += [text for item in taking_part for text in (item.function, item.office) if text not in functions]
        told = " · ".join(text for text in (*functions, person.phone, person.email) if text)
        return told or self.tr("sonst nichts")
