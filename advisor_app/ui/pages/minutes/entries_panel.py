"""Everything of a day by its steps: filtered, edited in place, released one by one or all of a kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.agenda import AgendaStep
from advisor_app.domain.case import Case
from advisor_app.domain.day_minutes import DayMinutes, StepMinutes, day_minutes
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.minutes import EntryKind, MinutesEntry, is_open
from advisor_app.domain.words import Audience
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.services.workspace import Workspace
from advisor_app.texts.states import state_word
from advisor_app.ui.pages.minutes.entry_row import EntryRow
from advisor_app.ui.pages.minutes.step_note_row import StepNoteRow
from advisor_app.ui.shell.theming import Theming
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.choice_field import ChoiceField
from advisor_app.ui.widgets.empty_state import EmptyState
from advisor_app.ui.widgets.flow_layout import FlowLayout
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.minutes_words import kind_words

_NARROW_BELOW = 960
"""Below this width the actions stand in a line of their own."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What is shown of a step: its own note, where it is to be seen, and entries."""

    heading: str
    noted: AgendaStep | None
    entries: tuple[MinutesEntry, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """The same as long as the same rows stand here."""
        note = None if self.noted is None else (self.noted.id, self.noted.note)
        return self.heading, note, tuple(entry.id for entry in self.entries)


class EntriesPanel(QWidget):
    """``released(entries)`` asks to release what is shown and internal still; the rest is that of ``EntryRow``."""

    edited = Signal(object, object, str)
    kind_wanted = Signal(object, object)
    measure_wanted = Signal(object)  # entries
    release_wanted = Signal(object)  # entries
    note_wanted = Signal()
    step_opened = Signal(str)
    typing = Signal()

    def __init__(self, theming: Theming, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._workspace = workspace
        self._case: Case | None = None
        self._day = ""
        self._kind: EntryKind | None = None
        self._audience: Audience | None = None
        self._shown: list[tuple[object, ...]] | None = None
        self.rows: dict[str, EntryRow] = {}
        self.notes: list[StepNoteRow] = []
        texts = workspace.texts
        kinds: list[tuple[Any, str]] = [(None, self.tr("Alle Arten"))]
        self.kind = ChoiceField([*kinds, *((kind, kind_words(kind, texts)) for kind in EntryKind)])
        self.kind.set_name(self.tr("Art"))
        audiences: list[tuple[Any, str]] = [(None, self.tr("Jede Sichtbarkeit"))]
        self.audience = ChoiceField([*audiences, *((item, state_word(item, texts)) for item in Audience)])
        self.audience.set_name(self.tr("Sichtbarkeit"))
        self.only_open = QCheckBox(self.tr("nur Offenes"))
        self.counted = TextLabel(theming, "", "body", "secondary")
        self.release_button = Button(theming, "", "notebook-pen", "link")
        self.plan_button = Button(theming, self.tr("Aufgaben in den Umsetzungsplan"), "chart-gantt", "link")
        self.note_button = Button(theming, self.tr("Notieren"), "plus", "primary")
        self.empty = EmptyState(
            theming,
            icon="scroll-text",
            title=self.tr("Noch keine Einträge"),
            sentence=self.tr(
                "Hier stehen Notizen, Beschlüsse, Aufgaben und offene Punkte dieses Tages, Schritt für Schritt. "
                "Strg+M notiert von jeder Seite aus."
            ),
            action=self.tr("Notieren"),
        )
        self._area = QScrollArea()
        self._filled = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self.kind.edited.connect(self._on_kind_edited)
        self.audience.edited.connect(self._on_audience_edited)
        self.only_open.clicked.connect(self._show_anew)
        self.release_button.clicked.connect(lambda: self.release_wanted.emit(self._internal()))
        self.plan_button.clicked.connect(lambda: self.measure_wanted.emit(self._tasks()))
        self.note_button.clicked.connect(self.note_wanted)
        self.empty.wanted.connect(self.note_wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theming.scaled(_NARROW_BELOW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    def show_day(self, case: Case, day: str) -> None:
        """Show the minutes of a day; rows that stay are not made anew."""
        self._case, self._day = case, day
        minutes = day_minutes(case, case.agenda[day])
        groups = self._groups(minutes)
        keys = [group.key for group in groups]
        if keys != self._shown:
            self._build(groups)
            self._shown = keys
        for group in groups:
            for entry in group.entries:
                measure = entry.measure if entry.measure in case.measures else ""
                self.rows[entry.id].show_entry(entry, measure)
        self._show_counts(minutes)
        is_empty = not minutes.entries and not any(part.step and part.step.note for part in minutes.steps)
        self._stack.setCurrentWidget(self.empty if is_empty else self._filled)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        for row in self.rows.values():
            row.flush()

    def open(self, entry: str) -> None:
        """Put the focus on an entry."""
        if entry in self.rows:
            self.rows[entry].setFocus()
            self._area.ensureWidgetVisible(self.rows[entry])

    def take_focus(self) -> bool:
        """Put the focus on the first entry; on the one action where nothing is noted; False where there is neither."""
        is_empty = self._stack.currentWidget() is self.empty
        first = self.empty.button if is_empty else next(iter(self.rows.values()), None)
        if first is not None:
            first.setFocus()
        return first is not None

    def _lay_out(self) -> None:
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(24, 12, 24, 8)
        head.setSpacing(12)
        filters, actions = FlowLayout(12), FlowLayout(12)
        for widget in (self.kind, self.audience, self.only_open, self.counted):
            filters.addWidget(widget)
        for button in (self.release_button, self.plan_button, self.note_button):
            actions.addWidget(button)
        head.addLayout(filters, 1)
        head.addLayout(actions)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self._area, 1)
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _groups(self, minutes: DayMinutes) -> list[_Group]:
        found = [
            _Group(self._heading(part), self._noted(part), tuple(filter(self._is_wanted, part.entries)))
            for part in minutes.steps
        ]
        return [group for group in found if group.entries or group.noted]

    def _noted(self, part: StepMinutes) -> AgendaStep | None:
        """The step whose own note is to be seen: it stands in the minutes like a note."""
        step = part.step
        if step is None or not step.note or self.only_open.isChecked():
            return None
        is_wanted = self._kind in {None, EntryKind.NOTE} and self._audience in {None, step.note.audience}
        return step if is_wanted else None

    def _heading(self, part: StepMinutes) -> str:
        if part.step is None:
            return self.tr("Zum ganzen Tag")
        if part.step.started is None:
            return part.step.title
        return f"{part.step.started.astimezone(LOCAL):%H:%M}  {part.step.title}"

    def _is_wanted(self, entry: MinutesEntry) -> bool:
        kind, audience = self._kind, self._audience
        return (
            (kind is None or entry.kind is kind)
            and (audience is None or entry.words.audience is audience)
            and (not self.only_open.isChecked() or is_open(entry))
        )

    def _build(self, groups: Sequence[_Group]) -> None:
        focused = next((name for name, row in self.rows.items() if row.hasFocus()), "")
        place = self._area.verticalScrollBar().value()
        old, self.rows, self.notes = self.rows, {}, []
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(4)
        for group in groups:
            column.addWidget(TextLabel(self._theming, group.heading, "emphasised", weight=600, tabular=True))
            if group.noted is not None:
                self.notes.append(StepNoteRow(self._theming, self._workspace.texts, group.noted))
                self.notes[-1].opened.connect(self.step_opened)
                column.addWidget(self.notes[-1])
            for entry in group.entries:
                row = old.get(entry.id) or self._row()
                self.rows[entry.id] = row
                column.addWidget(row)
            column.addSpacing(12)
        if not groups:
            words = self.tr("Kein Eintrag passt zu dieser Auswahl.")
            column.addWidget(TextLabel(self._theming, words, "body", "secondary", wrap=True))
        column.addStretch(1)
        self._area.setWidget(content)
        self._area.verticalScrollBar().setValue(place)
        if focused:
            beside = self.rows.get(focused) or next(iter(self.rows.values()), None)
            if beside is not None:
                beside.setFocus()

    def _row(self) -> EntryRow:
        workspace = self._workspace
        row = EntryRow(self._theming, workspace.texts, lambda: today(workspace.clock))
        row.edited.connect(self.edited)
        row.kind_wanted.connect(self.kind_wanted)
        row.measure_wanted.connect(lambda entry: self.measure_wanted.emit((entry,)))
        row.walked.connect(lambda steps, row=row: self._walk(row, steps))
        row.typing.connect(self.typing)
        return row

    def _walk(self, row: EntryRow, steps: int) -> None:
        rows = list(self.rows.values())
        place = rows.index(row) + steps
        if 0 <= place < len(rows):
            rows[place].setFocus()
            self._area.ensureWidgetVisible(rows[place])

    def _show_counts(self, minutes: DayMinutes) -> None:
        entries = minutes.entries
        shown = len(self.rows)
        words = self.tr("{count} Einträge") if len(entries) != 1 else self.tr("1 Eintrag")
        if shown != len(entries):
            words = self.tr("{shown} von {count} Einträgen")
        self.counted.setText(words.format(shown=shown, count=len(entries)))
        internal = len(self._internal())
        self.release_button.setText(self.tr("{count} fürs Protokoll freigeben").format(count=internal))
        self.release_button.setVisible(bool(internal))
        self.plan_button.setVisible(bool(self._tasks()))

    def _internal(self) -> tuple[MinutesEntry, ...]:
        """What is shown and internal still."""
        return tuple(row.entry for row in self.rows.values() if row.entry.words.audience is Audience.INTERNAL)

    def _tasks(self) -> tuple[MinutesEntry, ...]:
        """Tasks that are shown and in no plan."""
        if self._case is None:
            return ()
        minutes, case = self._workspace.minutes, self._case
        tasks = (row.entry for row in self.rows.values() if row.entry.kind is EntryKind.TASK)
        return tuple(task for task in tasks if not minutes.is_in_plan(case, task))

    def _on_kind_edited(self, kind: EntryKind | None, _batch: str) -> None:
        self._kind = kind
        self.kind.show_value(kind)
        self._show_anew()

    def _on_audience_edited(self, audience: Audience | None, _batch: str) -> None:
        self._audience = audience
        self.audience.show_value(audience)
        self._show_anew()

    def _show_anew(self) -> None:
        if self._case is not None:
            self.show_day(self._case, self._day)
