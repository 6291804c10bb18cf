"""The page of the minutes: everything of a day by its steps, who was there, and closing the day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaDay, current_step
from advisor_app.domain.agenda_course import day_at_hand
from advisor_app.domain.attendance import Participant
from advisor_app.domain.changes import Change, MinutesEntrySet, ParticipantSet
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.words import Audience
from advisor_app.override import override
from advisor_app.services.attendance import doubled_people, from_contacts, typed
from advisor_app.services.clock import today
from advisor_app.services.day_closing import ClosedDay
from advisor_app.texts.attendance import doubled_words
from advisor_app.texts.errors import sentence
from advisor_app.ui.pages.minutes.attendance_panel import AttendancePanel
from advisor_app.ui.pages.minutes.closing_panel import PACKAGE_KEYS, ClosingPanel
from advisor_app.ui.pages.minutes.entries_panel import EntriesPanel
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.buttons import Segments
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.day_titles import day_titles
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.evidence_intake import step_of
from advisor_app.ui.widgets.file_choice import folder_to_open
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import hairline

ENTRIES, ATTENDANCE, CLOSING = "entries", "attendance", "closing"


class MinutesPage(CasePage):
    """Protokoll. ``open_item`` takes an entry, a day, a step, or the name of a part of the page."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming, workspace = context.theming, context.workspace
        self._day_id = ""
        self._is_writing = False
        self._had_focus = False
        self.choose_folder: Callable[[QWidget, str], Path | None] = folder_to_open
        self.day_choice = ChoiceField([])
        self.day_choice.set_name(self.tr("Workshoptag"))
        self.parts = Segments(
            theming,
            (
                (ENTRIES, self.tr("Einträge"), "scroll-text"),
                (ATTENDANCE, self.tr("Teilnahme"), "users"),
                (CLOSING, self.tr("Tag abschließen"), "luggage"),
            ),
        )
        self.entries = EntriesPanel(theming, workspace)
        self.attendance = AttendancePanel(theming, workspace.texts)
        self.closing = ClosingPanel(theming, workspace.texts)
        self._empty = EmptyState(
            theming,
            icon="scroll-text",
            title=self.tr("Noch kein Workshoptag"),
            sentence=self.tr(
                "Hier steht, was an einem Workshoptag notiert, beschlossen und vereinbart wurde, Schritt für Schritt. "
                "Dafür braucht der Fall einen Tag mit Schritten."
            ),
            action=self.tr("Zur Agenda"),
        )
        self._panels = QStackedWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    @property
    def day(self) -> AgendaDay | None:
        """The day that is shown."""
        return self.bridge.case.agenda.get(self._day_id)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        self._show()

    @override
    def flush(self) -> bool:
        self.entries.flush()
        self.attendance.flush()
        return True

    @override
    def open_item(self, item: str) -> None:
        case = self.bridge.case
        entry = case.minutes.get(item)
        steps = {step.id: day.id for day in case.agenda.values() for step in day.steps}
        if item in {ENTRIES, ATTENDANCE, CLOSING}:
            self._choose_part(item)
        elif entry is not None:
            self._look_at(entry.day)
            self._choose_part(ENTRIES)
            self.entries.open(item)
        elif item in case.agenda or item in steps:
            self._look_at(steps.get(item, item))

    @override
    def take_focus(self) -> None:
        if self._panels.currentWidget() is not self.entries or not self.entries.take_focus():
            super().take_focus()

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Protokoll")
        package = Command(
            title=self.tr("16-Uhr-Paket erstellen"),
            kind=kind,
            act=self._make_package,
            icon="luggage",
            keys=PACKAGE_KEYS,
        )
        return [] if self.day is None else [package]

    def write_package(self, folder: Path) -> None:
        """Write the package of the day into a folder, in the background; the case then remembers it."""
        self.flush()
        if self.day is None or self._is_writing:
            return
        closing = self.context.workspace.day_closing
        try:
            order = closing.order(self.bridge.case, self.day)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self.context.workspace.texts))
            return
        self._is_writing = True
        self._had_focus = self.closing.package_button.hasFocus()
        self.closing.package_button.setEnabled(False)
        job = self.context.lane.run(
            lambda job: closing.write(order, folder, step_of(job)),
            needed_by=self,
            lost=lambda closed: closing.give_up(closed.delivered, closed.files),
        )
        job.tell(
            self, succeeded=self._on_package_written, refused=self._on_package_refused, ended=self._on_package_ended
        )
        self.closing.work.follow(job, self.tr("Das Paket wird geschrieben."))

    def _lay_out(self) -> None:
        line = FlowLayout(16)
        line.addWidget(self.day_choice)
        line.addWidget(self.parts)
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 24, 10)
        head.addLayout(line)
        for panel in (self.entries, self.attendance, self.closing):
            self._panels.addWidget(panel)
        board = QWidget()
        board.setProperty("kind", "paper")
        board.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._panels, 1)
        self._stack.addWidget(board)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self._empty.wanted.connect(lambda: self.navigated.emit("agenda", ""))
        self.day_choice.edited.connect(lambda day, _batch: self._look_at(day))
        self.parts.chosen.connect(self._choose_part)
        self.entries.edited.connect(self._on_entries_edited)
        self.entries.kind_wanted.connect(self._on_kind_wanted)
        self.entries.measure_wanted.connect(self._on_measure_wanted)
        self.entries.release_wanted.connect(self._on_release_wanted)
        self.entries.note_wanted.connect(self.entry_wanted)
        self.entries.step_opened.connect(lambda step: self.navigated.emit("agenda", step))
        self.attendance.added.connect(self._on_people_added)
        self.attendance.contacts_wanted.connect(lambda: self._list_people(from_contacts(self.bridge.case)))
        self.attendance.named.connect(self._on_named)
        self.attendance.edited.connect(self._on_attendance_edited)
        self.attendance.term_wanted.connect(lambda person: self.navigated.emit("privacy", person))
        self.attendance.documents_wanted.connect(self._on_documents_wanted)
        self.closing.opened.connect(self._on_closing_opened)
        self.closing.package_wanted.connect(self._make_package)
        self.closing.place_wanted.connect(self._change_place)
        for panel in (self.entries, self.attendance):  # on its own panel the button has the key
            QShortcut(QKeySequence(PACKAGE_KEYS), panel).activated.connect(self._make_package)
        for part in (self.entries, self.attendance):
            part.typing.connect(self.typing)

    def _show(self) -> None:
        case = self.bridge.case
        days = sorted(case.agenda.values(), key=lambda day: (day.module, day.number, day.id))
        day = self.day or self._day_to_begin_with(days)
        self._stack.setCurrentIndex(1 if day is None else 0)
        if day is None:
            self._day_id = ""
            return
        self._day_id = day.id
        self.day_choice.set_choices(day_titles(days))
        self.day_choice.show_value(day.id)
        self._show_part()

    def _day_to_begin_with(self, days: Sequence[AgendaDay]) -> AgendaDay | None:
        """The day that runs or is today's, else the one of the newest entry, else the next one."""
        case, now = self.bridge.case, today(self.context.workspace.clock)
        at_hand = day_at_hand(days, now)
        written = [entry for entry in case.minutes.values() if entry.day in case.agenda]
        if at_hand is None or at_hand.on == now or current_step(at_hand) is not None or not written:
            return at_hand
        return case.agenda[max(written, key=lambda entry: entry.at).day]

    def _show_part(self) -> None:
        """Show the part that is in sight; the others are read when they are chosen."""
        day, case = self.day, self.bridge.case
        if day is None:
            return
        panel = self._panels.currentWidget()
        if panel is self.entries:
            self.entries.show_day(case, day.id)
        elif panel is self.attendance:
            self.attendance.show_day(case, day, self.context.workspace.retention.people(case))
        else:
            closing = self.context.workspace.day_closing
            self.closing.show_summary(closing.summary(case, day), closing.folder(case, day))

    def _choose_part(self, name: str) -> None:
        self.flush()
        self.parts.choose(name)
        self._panels.setCurrentWidget({ATTENDANCE: self.attendance, CLOSING: self.closing}.get(name, self.entries))
        self._show_part()

    def _look_at(self, day: str) -> None:
        self.flush()
        self._day_id = day
        self._show()

    def _on_entries_edited(self, before: MinutesEntry, after: MinutesEntry | None, batch: str) -> None:
        if self.bridge.edit(MinutesEntrySet(before.id, before, after), batch=batch or None) and after is None:
            kind = self.context.workspace.texts(f"minutes.kind.{before.kind.value}")
            self.removed.emit(self.tr("{kind} ist entfernt.").format(kind=kind))

    def _on_kind_wanted(self, entry: MinutesEntry, kind: EntryKind) -> None:
        changed = self.context.workspace.minutes.with_kind(entry, kind)
        self.bridge.edit(MinutesEntrySet(entry.id, entry, changed))

    def _on_release_wanted(self, entries: Sequence[MinutesEntry]) -> None:
        self.bridge.edit(*self.context.workspace.minutes.release(entries, Audience.MINUTES))

    def _on_measure_wanted(self, entries: Sequence[MinutesEntry]) -> None:
        self.flush()
        try:
            changes = self.context.workspace.minutes.to_measures(self.bridge.case, entries)
        except AdvisorError as error:
            self.warned.emit(sentence(error, self.context.workspace.texts))
            return
        if changes and self.bridge.edit(*changes):
            count = sum(isinstance(change, MinutesEntrySet) for change in changes)
            words = self.tr("{count} Aufgaben stehen jetzt im Umsetzungsplan.")
            one = self.tr("Die Aufgabe steht jetzt im Umsetzungsplan.")
            self.noticed.emit(one if count == 1 else words.format(count=count))

    def _on_people_added(self, lines: list[str]) -> None:
        found = typed(self.bridge.case, lines)
        self._list_people([change for person, change in found if self.bridge.save_person(person)])

    def _list_people(self, changes: Sequence[ParticipantSet]) -> None:
        """Put people on the list; said is how many came at once, and who of them stands there more than once now."""
        if not self.bridge.edit(*changes):
            return
        added, words = {change.id for change in changes}, []
        if len(changes) > 1:
            words.append(self.tr("{count} Personen stehen jetzt auf der Liste.").format(count=len(changes)))
        names = [item.name for item in doubled_people(self.bridge.case) if not added.isdisjoint(item.participants)]
        if names:
            words.append(doubled_words(names, self.context.workspace.texts))
        if words:
            self.noticed.emit(" ".join(words))

    def _on_named(self, participant: str, name: str) -> None:
        item = self.bridge.case.participants.get(participant)
        person = None if item is None else self.bridge.case.people.get(item.person)
        if person is not None and name.strip():
            self.bridge.save_person(replace(person, name=name.strip()))

    def _on_attendance_edited(self, pairs: Sequence[tuple[Participant, Participant | None]], batch: str) -> None:
        self.bridge.edit(*(ParticipantSet(old.id, old, new) for old, new in pairs), batch=batch or None)

    def _on_documents_wanted(self, kind: str) -> None:
        self.flush()
        if self.day is not None:
            item = self.day.id if kind == "attendance-list" else f"{self.day.module}-all"
            self.navigated.emit("documents", f"{kind}:{item}")

    def _on_closing_opened(self, place: str, item: str) -> None:
        if place in {ENTRIES, ATTENDANCE}:
            self._choose_part(place)
        else:
            self.navigated.emit(place, self._day_id if place == "agenda" else item)

    def _make_package(self) -> None:
        self.flush()
        if self.day is not None:
            self._choose_part(CLOSING)
            self.write_package(self.context.workspace.day_closing.folder(self.bridge.case, self.day))

    def _change_place(self) -> None:
        """Let the folder be chosen in which packages are written from now on."""
        chosen = self.choose_folder(self, self.tr("Ordner für 16-Uhr-Pakete wählen"))
        if chosen is None:
            return
        workspace = self.context.workspace
        try:
            workspace.set_preferences(replace(workspace.preferences, package_place=str(chosen)))
        except AdvisorError as error:
            self.warned.emit(sentence(error, workspace.texts))
        self._show()

    def _on_package_written(self, closed: ClosedDay) -> None:
        if not self.bridge.edit(*closed.changes):
            if not self.bridge.is_waiting:
                self.context.workspace.day_closing.give_up(closed.delivered, closed.files)
            return
        words = self.tr("{count} Dateien liegen in {folder}, Arbeitsstand {number}.")
        number = closed.state.number
        self.noticed.emit(words.format(count=len(closed.files), folder=closed.folder, number=number))

    def _on_package_refused(self, error: AdvisorError) -> None:
        self.warned.emit(sentence(error, self.context.workspace.texts))

    def _on_package_ended(self) -> None:
        self._is_writing = False
        self.closing.package_button.setEnabled(True)
        if self._had_focus and self.closing.change_place.hasFocus():  # where Qt moved it, not the user
            self.closing.package_button.setFocus()
