"""One person to talk to: data of the person, and the part that the person has in the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from advisor_app.domain.case import Contact, Person
from advisor_app.services.clock import today
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.chips_field import ChipsField
from advisor_app.ui.widgets.form import LabelledField
from advisor_app.ui.widgets.icon_button import IconButton
from advisor_app.ui.widgets.person_term_field import PersonTermField
from advisor_app.ui.widgets.value_field import TextLine, ValueField

if TYPE_CHECKING:
    from advisor_app.services.retention import PersonTerm


class ContactCard(QFrame):
    """Name, number and mail belong to the person; function and roles to the case."""

    contact_edited = Signal(object, str)  # Contact, batch
    person_edited = Signal(object)  # Person
    term_edited = Signal(str, object, str)  # id of the person, day or None, batch
    removal_wanted = Signal(str)
    typing = Signal()

    def __init__(self, context: PageContext, contact: Contact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming = context.theming
        self._contact = contact
        self._person = Person(id=contact.person, name="")
        self.setProperty("kind", "card")
        self.name = TextLine()
        self.function = TextLine()
        self.phone = TextLine()
        self.email = TextLine()
        roles = context.workspace.catalog.roles.values()
        self.roles = ChipsField(theming, [(role.id, role.title, role.description) for role in roles])
        workspace = context.workspace
        self.term = PersonTermField(theming, workspace.texts, lambda: today(workspace.clock))
        self.remove_button = IconButton(theming, "trash-2", self.tr("Person entfernen"))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(LabelledField(theming, self.tr("Name"), self.name), 0, 0)
        grid.addWidget(LabelledField(theming, self.tr("Funktion"), self.function), 0, 1)
        grid.addWidget(self.remove_button, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(LabelledField(theming, self.tr("Telefon"), self.phone), 1, 0)
        grid.addWidget(LabelledField(theming, self.tr("E-Mail"), self.email), 1, 1)
        grid.addWidget(LabelledField(theming, self.tr("Rollen"), self.roles), 2, 0, 1, 2)
        grid.addWidget(LabelledField(theming, self.tr("Aufbewahren bis"), self.term), 3, 0)
        self.name.edited.connect(lambda text, _batch: self._edit_person(name=text.strip()))
        self.phone.edited.connect(lambda text, _batch: self._edit_person(phone=text.strip()))
        self.email.edited.connect(lambda text, _batch: self._edit_person(email=text.strip()))
        self.function.edited.connect(lambda text, batch: self._edit_contact(batch, function=text))
        self.roles.edited.connect(lambda roles, _batch: self._edit_contact("", roles=roles))
        self.term.edited.connect(lambda day, batch: self.term_edited.emit(self._contact.person, day, batch))
        for field in self._typed():
            field.typing.connect(self.typing)
        self.remove_button.clicked.connect(lambda: self.removal_wanted.emit(self._contact.id))

    def show_contact(self, contact: Contact, person: Person, term: PersonTerm | None, roles: Mapping[str, str]) -> None:
        """Show the contact as it is now; ``roles`` are what the house calls them."""
        self._contact = contact
        self._person = person
        self.name.show_value(person.name)
        self.phone.show_value(person.phone)
        self.email.show_value(person.email)
        self.function.show_value(contact.function)
        self.roles.show_labels(roles)
        self.roles.show_value(contact.roles)
        self.term.show_term(term)

    def flush(self) -> None:
        """Commit what is half typed."""
        for field in self._typed():
            field.flush()

    def take_focus(self) -> None:
        """Begin with the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> tuple[ValueField, ...]:
        return (self.name, self.function, self.phone, self.email, self.term)

    def _edit_person(self, **values: str) -> None:
        self.person_edited.emit(replace(self._person, **values))

    def _edit_contact(self, batch: str, **values: object) -> None:
        self.contact_edited.emit(replace(self._contact, **values), batch)  # type: ignore[arg-type]  # the fields' own types
