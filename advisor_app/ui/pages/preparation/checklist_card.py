"""The tasks of one module, and a line that takes one more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.preparation import PlannedTask
from advisor_app.services.clock import today
from advisor_app.texts.preparation import counted_words
from advisor_app.ui.pages.preparation.task_row import TaskRow
from advisor_app.ui.shell.free_text_guard import FREE_TEXT
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Button
from advisor_app.ui.widgets.date_field import DateField
from advisor_app.ui.widgets.labels import TextLabel, hairline
from advisor_app.ui.widgets.rows_in_view import Room, tab_stops
from advisor_app.ui.widgets.value_field import TextLine

_DAY_WIDTH = 190
_ROW = 56
"""About as high as a row is, at 100 percent."""


class ChecklistCard(QFrame):
    """Rows are built when the card comes in sight, and stay while their tasks do.

    ``wanted(action, task, value, batch)`` asks for a change of a task.

    Actions: tick, move, give, name, leave-out. ``added(module, task id, title, day, batch)``: a new task is typed; an
    empty id begins one, an empty title gives it up. ``finished``: the typed task gets a row of its own.
    """

    wanted = Signal(str, object, object, str)
    added = Signal(str, str, str, object, str)
    finished = Signal()
    typing = Signal()

    def __init__(self, context: PageContext, module: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theming, workspace = context.theming, context.workspace
        self._context = context
        self._module = module
        self.rows: dict[str, TaskRow] = {}
        self._tasks: list[PlannedTask] = []
        self._room: Room | None = Room()  # for the rows, until somebody looks
        self.begun = ""  # the id of the task that is typed
        self.setProperty("kind", "card")
        self._title = TextLabel(theming, "", "section", weight=600, wrap=True)
        self._about = TextLabel(theming, "", "body", "secondary", wrap=True)
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self.text = TextLine(self.tr("Eigene Aufgabe"))
        self.text.set_name(self.tr("Eigene Aufgabe für {module}").format(module=module))
        self.text.line.setProperty(FREE_TEXT, True)
        self.day = DateField(theming, workspace.texts, partial(today, workspace.clock))
        self.day.set_name(self.tr("Fällig am"))
        self.add_button = Button(theming, self.tr("Hinzufügen"), "plus")
        self._lay_out()
        self._holder.addWidget(self._room)
        self.text.edited.connect(self._on_text_edited)
        self.day.edited.connect(self._on_day_edited)
        for field in (self.text, self.day):
            field.typing.connect(self.typing)
        self.text.line.returnPressed.connect(self.finish)
        self.add_button.clicked.connect(self.finish)
        self._room.seen.connect(self.look, Qt.ConnectionType.QueuedConnection)
        theming.changed.connect(self._fit)
        self._fit()

    def look(self) -> None:
        """Somebody looks: let there be the rows. A page has one of four cards or so in sight."""
        if self._room is None:
            return
        self._room = None  # the rows take its place
        self._build(self._tasks)
        last: QWidget = self.add_button
        for row in self.rows.values():
            for stop in tab_stops(row):
                self.setTabOrder(last, stop)  # Qt puts what is new behind everything in the window
                last = stop

    def show_tasks(self, title: str, about: str, tasks: Sequence[PlannedTask]) -> None:
        """Show these tasks; the one that is typed stands in its line only."""
        if self.begun and all(task.id != self.begun for task in tasks):  # undone
            self._begin_next()
        texts, day = self._context.workspace.texts, today(self._context.workspace.clock)
        self._title.setText(title)
        counted = counted_words(tuple(tasks), day, texts)
        self._about.setText(" · ".join(filter(None, (about, counted))))
        shown = self._tasks = [task for task in tasks if task.id != self.begun]
        if self._room is not None:
            self._fit()
            return
        if [task.id for task in shown] != list(self.rows):
            self._build(shown)
        for task in shown:
            self.rows[task.id].show_task(task)

    def flush(self) -> None:
        """Commit what is half typed."""
        for row in tuple(self.rows.values()):
            row.flush()
        self.finish()

    def finish(self) -> None:
        """The typed task is done; the line takes the next one."""
        self.text.flush()
        self.day.flush()
        if self.begun:
            self._begin_next()
            self.finished.emit()

    def take_focus(self) -> None:
        """Begin with the first task that is still open."""
        self.look()
        row = next((row for row in self.rows.values() if row.task.is_open), None)
        (row.box if row is not None else self.text.line).setFocus()

    def _build(self, tasks: Sequence[PlannedTask]) -> None:
        kept = {task.id: self.rows.get(task.id) or self._new_row(task) for task in tasks}
        while (item := self._holder.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        for row in kept.values():
            self._holder.addWidget(hairline())
            self._holder.addWidget(row)
        self.rows = kept

    def _new_row(self, task: PlannedTask) -> TaskRow:
        row = TaskRow(self._context, task)
        row.wanted.connect(self.wanted)
        row.typing.connect(self.typing)
        return row

    def _begin_next(self) -> None:
        self.begun = ""
        self.text.line.start_anew()
        self.day.show_value(None)

    def _on_text_edited(self, text: str, batch: str) -> None:
        if text.strip() or self.begun:
            self.added.emit(self._module, self.begun, text.strip(), self.day.value, batch)

    def _on_day_edited(self, day: date | None, batch: str) -> None:
        self.day.show_value(day)
        if self.begun:
            self.added.emit(self._module, self.begun, self.text.line.text().strip(), day, batch)

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self.text, 1)
        adding.addWidget(self.day)
        adding.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 16, 16)
        layout.setSpacing(6)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        layout.addLayout(self._holder)
        layout.addWidget(hairline())
        layout.addSpacing(6)
        layout.addLayout(adding)

    def _fit(self) -> None:
        self.day.setFixedWidth(self._context.theming.scaled(_DAY_WIDTH))
        if self._room is not None:
            self._room.setFixedHeight(len(self._tasks) * self._context.theming.scaled(_ROW))
