"""Who to talk to in this house, how the house calls its organs, and which roles it has."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.case import Contact, Person
from advisor_app.domain.changes import (
    Change,
    ContactSet,
    HeadSet,
    ParticipantSet,
    PersonRetentionSet,
    RetentionSet,
    RoleSet,
    VocabularySet,
)
from advisor_app.domain.house_roles import role_titles
from advisor_app.override import override
from advisor_app.services.ids import new_id
from advisor_app.services.retention import person_kept
from advisor_app.ui.pages.set_up.contact_card import ContactCard
from advisor_app.ui.pages.set_up.house_words import RoleTable, WordTable
from advisor_app.ui.pages.set_up.step import Step
from advisor_app.ui.pages.set_up.step_list import StepState
from advisor_app.ui.pages.set_up.step_names import StepName, step_title
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.labels import TextLabel, hairline

_SHOWN = ContactSet | ParticipantSet | PersonRetentionSet | RetentionSet | RoleSet


class ContactsStep(Step):
    """A person's data is kept apart from the case's history; the case names people by their id only."""

    NAME = StepName.CONTACTS.value

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        self.contacts: dict[str, ContactCard] = {}
        self.add_button = Button(self.theming, self.tr("Person hinzufügen"), "user-plus")
        self.words = WordTable(context, bridge)
        self.roles = RoleTable(context, bridge)
        column = self.add_column(
            self.tr("Mit wem sprechen Sie?"),
            self.tr("Eine Person genügt für den Anfang. Namen und Nummern bleiben getrennt vom Verlauf des Falls."),
        ).column
        self._people = QVBoxLayout()
        self._people.setSpacing(12)
        column.addLayout(self._people)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        for title, explanation, table in (
            (
                self.tr("So spricht dieses Haus"),
                self.tr("Diese Wörter stehen in allen Dokumenten des Falls."),
                self.words,
            ),
            (
                self.tr("Rollen im Haus"),
                self.tr("Wie eine Funktion hier heißt, und wer sie mit übernimmt, wenn es sie nicht gibt."),
                self.roles,
            ),
        ):
            column.addSpacing(12)
            column.addWidget(hairline())
            column.addWidget(TextLabel(self.theming, title, "emphasised", weight=600))
            column.addWidget(TextLabel(self.theming, explanation, "body", "secondary", wrap=True))
            column.addWidget(table)
        column.addStretch(1)
        self.add_button.clicked.connect(self._on_add_button_clicked)
        self.words.typing.connect(self.typing)
        self.roles.typing.connect(self.typing)
        self.refresh(())

    @override
    def title(self) -> str:
        return step_title(StepName.CONTACTS)

    @override
    def state(self) -> StepState:
        people = self.case.people
        names = [people[item.person].name for item in self.case.contacts.values() if item.person in people]
        named = [name for name in names if name]
        return StepState(name=self.NAME, title=self.title(), summary=self.texts.joined(named), done=bool(named))

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if not changes or any(isinstance(change, _SHOWN) for change in changes):
            self._show_contacts()
        if not changes or any(isinstance(change, VocabularySet | HeadSet) for change in changes):
            self.words.refresh()
        if not changes or any(isinstance(change, RoleSet) for change in changes):
            self.roles.refresh()

    @override
    def flush(self) -> None:
        for card in tuple(self.contacts.values()):
            card.flush()
        self.words.flush()
        self.roles.flush()

    @override
    def take_focus(self) -> None:
        card = next(iter(self.contacts.values()), None)
        if card is None:
            self.add_button.setFocus()
        else:
            card.take_focus()

    def _show_contacts(self) -> None:
        for name in [name for name in self.contacts if name not in self.case.contacts]:
            card = self.contacts.pop(name)
            self._people.removeWidget(card)
            card.hide()
            card.deleteLater()
        terms = self.context.workspace.retention.people(self.case)
        roles = role_titles(self.context.workspace.catalog.roles, self.case.roles)
        for name, contact in self.case.contacts.items():
            if name not in self.contacts:
                card = self.contacts[name] = ContactCard(self.context, contact)
                self._people.addWidget(card)
                card.typing.connect(self.typing)
                card.contact_edited.connect(self._on_card_contact_edited)
                card.person_edited.connect(self._on_card_person_edited)
                card.term_edited.connect(self._on_card_term_edited)
                card.removal_wanted.connect(self._on_card_removal_wanted)
            person = self.case.people.get(contact.person) or Person(id=contact.person, name="")
            self.contacts[name].show_contact(contact, person, terms.get(contact.person), roles)

    def _on_add_button_clicked(self) -> None:
        person = Person(id=new_id(), name="")
        contact = Contact(id=new_id(), person=person.id)
        if self.bridge.save_person(person) and self.bridge.edit(ContactSet(contact.id, None, contact)):
            self.contacts[contact.id].take_focus()

    def _on_card_contact_edited(self, contact: Contact, batch: str) -> None:
        before = self.case.contacts.get(contact.id)
        self.bridge.edit(ContactSet(contact.id, before, contact), batch=batch or None)

    def _on_card_person_edited(self, person: Person) -> None:
        self.bridge.save_person(person)

    def _on_card_term_edited(self, person: str, until: date | None, batch: str) -> None:
        self.bridge.edit(person_kept(self.case, person, until), batch=batch or None)

    def _on_card_removal_wanted(self, name: str) -> None:
        contact = self.case.contacts[name]
        person = self.case.people.get(contact.person)
        if self.bridge.edit(ContactSet(name, contact, None)):
            words = self.tr("{name} ist keine Ansprechperson mehr.")
            self.removed.emit(words.format(name=person.name if person and person.name else self.tr("Die Person")))
