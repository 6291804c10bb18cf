"""The three views of the preparation: checklist, pre-survey, and whether all is in place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.changes import (
    AgendaDaySet,
    BookingSet,
    Change,
    ContactSet,
    PreparationTaskSet,
    ReadyCheckSet,
    SentFormSet,
)
from advisor_app.domain.readiness import ReadyPoint
from advisor_app.ui.pages.preparation.checklist_panel import ChecklistPanel
from advisor_app.ui.pages.preparation.ready_panel import ReadyPanel
from advisor_app.ui.pages.preparation.ready_work import ReadyWork
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.page import PageContext
from advisor_app.ui.widgets.buttons import Segments
from advisor_app.ui.widgets.file_choice import ChoosePlace
from advisor_app.ui.widgets.work_line import WorkLine

CHECKLIST, FORMS, FEEDBACK, READY, CHECK = "checklist", "forms", "feedback", "ready", "check"
"""The views by name; ``CHECK`` is the last one, and looks at once."""

_TASKS = (PreparationTaskSet, BookingSet, AgendaDaySet)
_POINTS = (ReadyCheckSet, BookingSet, AgendaDaySet, ContactSet, SentFormSet)


class PreparationViews(QWidget):
    """``forms`` is the view of the pre-survey; while it is worked with, the bar above goes."""

    navigated = Signal(str, str)
    noticed = Signal(str)
    removed = Signal(str)
    warned = Signal(str)
    tried = Signal()
    typing = Signal()
    view_changed = Signal()

    def __init__(
        self,
        context: PageContext,
        bridge: CaseBridge,
        line: WorkLine,
        forms: QWidget,
        choose_file: ChoosePlace,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theming = context.theming
        self._context = context
        self._bridge = bridge
        self._line = line
        self._choose_file = choose_file
        self._forms = forms
        self.segments = Segments(
            theming,
            (
                (CHECKLIST, self.tr("Checkliste"), "clipboard-list"),
                (FORMS, self.tr("Vorab-Abfrage"), "inbox"),
                (READY, self.tr("Startklar?"), "clipboard-check"),
            ),
        )
        self.checklist = ChecklistPanel(context, bridge)
        self.ready = ReadyPanel(context)
        self.work = ReadyWork(context, bridge, line, self)
        self._stack = QStackedWidget()
        self._named: dict[str, QWidget] = {CHECKLIST: self.checklist, FORMS: forms, READY: self.ready}
        self._lay_out()
        self._connect()
        self._show(tasks=True, points=True)

    @property
    def current(self) -> str:
        """The view that is shown."""
        return self.segments.current()

    def show_view(self, name: str) -> None:
        """Show a view; ``CHECK`` also looks at what can be looked at."""
        known = READY if name == CHECK else name
        if known not in self._named:
            return
        if self.current == CHECKLIST:
            self.checklist.flush()
        self.segments.choose(known)
        self._stack.setCurrentWidget(self._named[known])
        self.view_changed.emit()
        if name == CHECK:
            self.check()

    def show_bar(self, *, shown: bool) -> None:
        """Leave the room above to a form that is typed."""
        self._bar.setVisible(shown)

    def refresh(self, changes: tuple[Change, ...]) -> None:
        """Show anew what these changes touched."""
        touched = {
            "tasks": any(isinstance(change, _TASKS) for change in changes),
            "points": not changes or any(isinstance(change, _POINTS) for change in changes),
        }
        self._show(**touched)

    def flush(self) -> None:
        """Commit what is half typed."""
        self.checklist.flush()

    def take_focus(self) -> None:
        """Begin with what comes next in the view."""
        (self.ready if self.current == READY else self.checklist).take_focus()

    def check(self) -> None:
        """Look at what the program can look at for the shown day."""
        day = self.ready.day
        if day is None or self._line.is_busy:
            return
        self.tried.emit()
        self.work.check(day)

    def _show(self, *, tasks: bool, points: bool) -> None:
        case = self._bridge.case
        if tasks:
            self.checklist.show_case(case)
        if points:
            self.ready.show_case(case)

    def _lay_out(self) -> None:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(24, 14, 24, 0)
        row.addWidget(self.segments)
        row.addStretch(1)
        for view in self._named.values():
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.segments.chosen.connect(self.show_view)
        self.checklist.modules_wanted.connect(lambda: self.navigated.emit("set-up", "modules"))
        self.checklist.removed.connect(self.removed)
        self.checklist.typing.connect(self.typing)
        self.ready.check_wanted.connect(self.check)
        self.ready.ticked.connect(self._on_ready_ticked)
        self.ready.acted.connect(self._on_ready_acted)
        self.ready.agenda_wanted.connect(lambda: self.navigated.emit("agenda", ""))
        self.work.checked.connect(self.ready.tell)
        self.work.written.connect(self._on_work_written)
        self.work.warned.connect(self.warned)

    def _on_ready_ticked(self, point: ReadyPoint, ready: bool) -> None:  # noqa: FBT001  # a signal's value
        day, readiness = self.ready.day, self._context.workspace.readiness
        if day is not None:
            self._bridge.edit(readiness.ticked(self._bridge.case, day, point, ready=ready))
            self.ready.show_case(self._bridge.case)

    def _on_ready_acted(self, point: ReadyPoint) -> None:
        match point:
            case ReadyPoint.ANSWERS:
                self.show_view(FORMS)
            case ReadyPoint.PRINT_PACK:
                self.navigated.emit("documents", "print-pack")
            case ReadyPoint.CONTACT:
                self.navigated.emit("set-up", "contacts")
            case ReadyPoint.EMERGENCY_FOLDER:
                self._write_folder()
            case _:
                return

    def _write_folder(self) -> None:
        day, workspace = self.ready.day, self._context.workspace
        if day is None or self._line.is_busy:
            return
        name = workspace.readiness.folder_name(self._bridge.case)
        kinds = self.tr("PDF-Dateien (*.pdf)")
        file = self._choose_file(self, self.tr("Notfallmappe speichern"), name, kinds)
        if file is not None:
            self.tried.emit()
            self.work.write_folder(day, file)

    def _on_work_written(self, file: Path) -> None:
        self.noticed.emit(self.tr("Die Notfallmappe liegt in „{file}“.").format(file=file))
