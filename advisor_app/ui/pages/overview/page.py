"""The overview: facts, bookings, progress, contacts, conversations and references of one case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_app.domain.booking import Booking
from advisor_app.domain.case import CaseBranding, CaseNote
from advisor_app.domain.changes import BookingSet, BrandingSet, Change, HeadSet, NoteSet
from advisor_app.override import override
from advisor_app.texts.bookings import unusual_words
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.overview.bookings_card import BookingsCard
from advisor_app.ui.pages.overview.branding_card import BrandingCard
from advisor_app.ui.pages.overview.card import Card
from advisor_app.ui.pages.overview.feedback_card import FeedbackCard
from advisor_app.ui.pages.overview.handover_line import HandoverLine
from advisor_app.ui.pages.overview.notes_card import NotesCard
from advisor_app.ui.pages.overview.progress_card import ProgressCard
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.commune_words import commune_facts
from advisor_app.ui.widgets.day_titles import day_titles
from advisor_app.ui.widgets.form import Form
from advisor_app.ui.widgets.labels import TextLabel
from advisor_app.ui.widgets.value_field import TextArea, TextLine

_STACKED_BELOW = 900
_BETWEEN = 8  # between two people or two days


class OverviewPage(CasePage):
    """Everything one wants to know before picking up the phone."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming = context.theming
        self._title = TextLabel(theming, "", "page", wrap=True)
        self._facts = TextLabel(theming, "", "body", "secondary", tabular=True)
        self.handover = HandoverLine(theming, context.workspace.preferences.language)
        self.template_button = Button(theming, self.tr("Als Vorlage nehmen …"), "copy", "link")
        self.pass_on_button = Button(theming, self.tr("Fall weitergeben …"), "send", "link")
        self._bookings = BookingsCard(context)
        self._progress = ProgressCard(context)
        self._notes = NotesCard(context)
        self.feedback = FeedbackCard(context)
        self._contacts = Card(theming, self.tr("Ansprechpersonen"))
        self._days = Card(theming, self.tr("Termine"))
        self._references = Card(theming, self.tr("Anliegen und Aktenzeichen"))
        self._form = Form(theming, columns=1)
        self._form.add("wish", self.tr("Anliegen der Kommune"), TextArea(lines=2))
        self._form.add("provider_reference", self.tr("Unser Aktenzeichen"), TextLine())
        self._form.add("commune_reference", self.tr("Aktenzeichen der Kommune"), TextLine())
        self._references.show_body(self._form)
        self.branding = BrandingCard(context)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._show()

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if changes and all(isinstance(change, NoteSet) for change in changes):
            self._notes.show_notes(self.bridge.case.notes)
        else:
            self._show()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Überblick")
        return (
            Command(title=self.tr("Buchungen"), kind=kind, act=self._open_bookings, icon="briefcase-business"),
            Command(title=self.tr("Fall weitergeben"), kind=kind, act=self._pass_on, icon="send"),
            Command(title=self.tr("Fall als Vorlage nehmen"), kind=kind, act=self.template_button.click, icon="copy"),
        )

    @override
    def flush(self) -> bool:
        self._form.flush()
        self.branding.form.flush()
        self._notes.finish()
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < self.context.theming.scaled(_STACKED_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)

    def _lay_out(self) -> None:
        content = QWidget()
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self._progress, self._bookings, self._notes, self.feedback)),
            (right, (self._days, self._contacts, self._references, self.branding)),
        ):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 5)
        self._columns.addLayout(right, 3)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 20, 24, 24)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(self._title, 1)
        head.addWidget(self.template_button, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.pass_on_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self._facts)
        layout.addWidget(self.handover)
        layout.addSpacing(12)
        layout.addLayout(self._columns)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect(self) -> None:
        self.template_button.clicked.connect(lambda: self.navigated.emit("case-template", ""))
        self.pass_on_button.clicked.connect(self._pass_on)
        self.handover.taken_back.connect(self._on_handover_taken_back)
        self._bookings.edited.connect(self._on_bookings_edited)
        self._bookings.more_wanted.connect(self._open_bookings)
        self._bookings.set_up_wanted.connect(lambda: self.navigated.emit("set-up", "modules"))
        self._progress.opened.connect(self.navigated)
        self._notes.edited.connect(self._on_notes_edited)
        self._form.edited.connect(self._on_form_edited)
        self._form.typing.connect(self.typing)
        self.branding.edited.connect(self._on_branding_edited)
        self.branding.form.typing.connect(self.typing)
        self._notes.typing.connect(self.typing)
        for card, page, item, words in (
            (self._contacts, "set-up", "contacts", self.tr("Bearbeiten")),
            (self._days, "agenda", "", self.tr("Zur Agenda")),
        ):
            button = Button(self.context.theming, words, "", "link")
            button.clicked.connect(lambda _checked=False, way=(page, item): self.navigated.emit(*way))
            card.add_to_head(button)

    def _show(self) -> None:
        case, workspace = self.bridge.case, self.context.workspace
        language = workspace.preferences.language
        self._title.setText(workspace.register.titles(case.head.communes))
        keys = [commune.key or self.tr("eigener Eintrag") for commune in case.head.communes]
        if len(keys) == 1:
            facts = [commune_facts(case.commune, language, with_district=True), *keys]
        else:
            facts = [f"{commune.name} {key}" for commune, key in zip(case.head.communes, keys, strict=True)]
        facts.append(self.tr("angelegt am {day}").format(day=format_date(case.head.opened_on, language)))
        self._facts.setText(" · ".join(facts))
        self.handover.show_handover(case.handover)
        self._progress.show_case(case)
        self._bookings.show_bookings(case.bookings)
        self._notes.show_notes(case.notes)
        self.feedback.show_case(case)
        self._form.show_record(case.head)
        self.branding.show_case(case)
        self._show_contacts()
        self._show_days()

    def _open_bookings(self) -> None:
        self.navigated.emit("bookings", "")

    def _pass_on(self) -> None:
        self.navigated.emit("case-export", "")

    def _on_handover_taken_back(self) -> None:
        self.bridge.perform(self.context.workspace.case_export.take_back)

    def _show_contacts(self) -> None:
        case, theming = self.bridge.case, self.context.theming
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for contact in case.contacts.values():
            person = case.people.get(contact.person)
            if person is None:
                continue
            if column.count():
                column.addSpacing(_BETWEEN)
            column.addWidget(TextLabel(theming, person.name, "body", weight=600))
            details = " · ".join(text for text in (contact.function, person.phone, person.email) if text)
            label = TextLabel(theming, details, "body", "secondary", wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        if column.count() == 0:
            column.addWidget(TextLabel(theming, self.tr("Noch niemand eingetragen."), "body", "secondary"))
        self._contacts.show_body(body)

    def _show_days(self) -> None:
        case, theming = self.bridge.case, self.context.theming
        language = self.context.workspace.preferences.language
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        days = sorted(case.agenda.values(), key=lambda item: (item.on is None, item.on, item.number, item.id))
        for day, (_, title) in zip(days, day_titles(days), strict=True):
            if column.count():
                column.addSpacing(_BETWEEN)
            column.addWidget(TextLabel(theming, title, "body", weight=600, wrap=True))
            when = self.tr("noch ohne Termin") if day.on is None else format_date(day.on, language)
            start = self.tr("ab {time} Uhr").format(time=f"{day.start:%H:%M}") if day.on is not None else ""
            words = " · ".join(text for text in (when, start, day.place) if text)
            column.addWidget(TextLabel(theming, words, "body", "secondary", tabular=True, wrap=True))
        if column.count() == 0:
            column.addWidget(TextLabel(theming, self.tr("Noch keine Workshoptage."), "body", "secondary"))
        self._days.show_body(body)

    def _on_bookings_edited(self, before: Booking, after: Booking) -> None:
        bookings, case = self.context.workspace.bookings, self.bridge.case
        if after.state is before.state:
            self.bridge.edit(BookingSet(before.id, before, after))
            return
        unusual = bookings.unusual(case, [before.id], after.state)
        if self.bridge.edit(*bookings.moved(case, [before.id], after.state)) and unusual:
            self.noticed.emit(unusual_words(before, after.state, self.context.workspace.texts))

    def _on_notes_edited(self, before: CaseNote | None, after: CaseNote | None, batch: str) -> None:
        note = before or after
        if note is not None:
            self.bridge.edit(NoteSet(note.id, before, after), batch=batch or None)

    def _on_branding_edited(self, before: CaseBranding | None, after: CaseBranding | None, batch: str) -> None:
        self.bridge.edit(BrandingSet(before, after), batch=batch or None)

    def _on_form_edited(self, attribute: str, value: str, batch: str) -> None:
        before = self.bridge.case.head
        self.bridge.edit(HeadSet(before, replace(before, **{attribute: value})), batch=batch or None)  # type: ignore[arg-type]  # all three are texts
