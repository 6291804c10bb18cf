"""Everything of a day by its steps: filtered, edited in place, released one by one or all of a kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QCheckBox,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

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
from advisor_app.ui.widgets.rows_in_view import RowsInView

_NARROW_BELOW = 960
"""Below this width the actions stand in a line of their own."""
_ABOVE_HEADING = 12
_MOST_BETWEEN = 20


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
        self._entries: dict[str, MinutesEntry] = {}  # that fit the choice, in their order
        self._places: dict[str, int] = {}  # of their rows
        self._content: RowsInView | None = None
        self.rows: dict[str, EntryRow] = {}  # those that were built, see ``RowsInView``
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
        self._entries = {entry.id: entry for group in groups for entry in group.entries}
        if keys == self._shown:
            for row in self.rows.values():
                self._fill(row, row.entry.id)
        else:
            self._build(groups)
            self._shown = keys
        self._show_counts(minutes)
        is_empty = not minutes.entries and not any(part.step and part.step.note for part in minutes.steps)
        self._stack.setCurrentWidget(self.empty if is_empty else self._filled)

    def flush(self) -> None:
        """Ask to commit what is half typed."""
        for row in self.rows.values():
            row.flush()

    def open(self, entry: str) -> None:
        """Put the focus on an entry."""
        if self._content is None or entry not in self._places:
            return
        self._content.build(self._places[entry] + 1)
        row = self.rows[entry]
        row.setFocus()
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))  # once it has its place

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
        in_use = {name for name, row in self.rows.items() if _is_in_use(row)}
        old, self.rows, self.notes, self._places = self.rows, {}, [], {}
        makers: list[Callable[[], QWidget]] = []
        for group in groups:
            makers.append(partial(self._heading_row, group.heading, is_first=not makers))
            if group.noted is not None:
                makers.append(partial(self._note_row, group.noted))
            for entry in group.entries:
                self._places[entry.id] = len(makers)
                makers.append(partial(self._entry_row, entry.id, old))
        if not groups:
            words = self.tr("Kein Eintrag passt zu dieser Auswahl.")
            makers.append(lambda: TextLabel(self._theming, words, "body", "secondary", wrap=True))
        content = QWidget()
        content.setProperty("kind", "paper")
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 12, 24, 24)
        before = 0 if self._content is None else self._content.built
        self._content = RowsInView(makers, 4, after=self.note_button)
        self._content.build(self._kept(old, in_use, before))
        old.clear()  # what was not put here goes with what it stands in
        column.addWidget(self._content)
        column.addStretch(1)
        self._area.setWidget(content)
        self._area.verticalScrollBar().setValue(place)
        if focused:
            beside = self.rows.get(focused) or next(iter(self.rows.values()), None)
            if beside is not None:
                beside.setFocus()

    def _kept(self, old: Iterable[str], in_use: Collection[str], built: int) -> int:
        """Up to which row what stood here before stays: all of it, unless far more has come in between."""
        places = {name: self._places[name] + 1 for name in old if name in self._places}
        kept = (place for name, place in places.items() if name in in_use or place <= built + _MOST_BETWEEN)
        return max(kept, default=0)

    def _heading_row(self, heading: str, *, is_first: bool) -> QWidget:
        label = TextLabel(self._theming, heading, "emphasised", weight=600, tabular=True)
        label.setContentsMargins(0, 0 if is_first else _ABOVE_HEADING, 0, 0)
        return label

    def _note_row(self, step: AgendaStep) -> QWidget:
        self.notes.append(StepNoteRow(self._theming, self._workspace.texts, step))
        self.notes[-1].opened.connect(self.step_opened)
        return self.notes[-1]

    def _entry_row(self, name: str, old: dict[str, EntryRow]) -> QWidget:
        row = self.rows[name] = old.pop(name) if name in old else self._row()
        self._fill(row, name)
        return row

    def _fill(self, row: EntryRow, name: str) -> None:
        entry = self._entries[name]
        is_in_plan = self._case is not None and entry.measure in self._case.measures
        row.show_entry(entry, entry.measure if is_in_plan else "")

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
        names = list(self._entries)
        place = names.index(row.entry.id) + steps
        if 0 <= place < len(names):
            self.open(names[place])

    def _show_counts(self, minutes: DayMinutes) -> None:
        entries = minutes.entries
        shown = len(self._entries)
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
        return tuple(entry for entry in self._entries.values() if entry.words.audience is Audience.INTERNAL)

    def _tasks(self) -> tuple[MinutesEntry, ...]:
        """Tasks that are shown and in no plan."""
        if self._case is None:
            return ()
        minutes, case = self._workspace.minutes, self._case
        tasks = (entry for entry in self._entries.values() if entry.kind is EntryKind.TASK)
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


def _is_in_use(row: EntryRow) -> bool:
    """Whether the keyboard is in a row."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is row or row.isAncestorOf(focused))
