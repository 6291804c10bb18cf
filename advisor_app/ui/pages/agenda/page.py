"""The agenda page: the day at the left, the step in the middle, clock, note and entries at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    current_step,
    find_step,
    is_paused,
    running_steps,
)
from advisor_app.domain.agenda_course import day_at_hand, next_step, step_at_hand
from advisor_app.domain.agenda_forecast import forecast
from advisor_app.domain.agenda_schedule import block_of, schedule
from advisor_app.domain.changes import Change
from advisor_app.domain.evidence import Subject
from advisor_app.domain.minutes import in_order
from advisor_app.domain.projection import ProjectableStep
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.ui.pages.agenda.board import DayBoard
from advisor_app.ui.pages.agenda.clock_reading import local_time
from advisor_app.ui.pages.agenda.day_edits import DayEdits
from advisor_app.ui.pages.agenda.day_offer import DayOffer
from advisor_app.ui.pages.agenda.day_output import DayOutput
from advisor_app.ui.pages.agenda.linked_page import linked_pages
from advisor_app.ui.pages.agenda.page_commands import page_commands
from advisor_app.ui.pages.agenda.planning_work import PlanningWork
from advisor_app.ui.pages.agenda.replan_work import ReplanWork
from advisor_app.ui.pages.agenda.running_work import RunningWork
from advisor_app.ui.pages.agenda.step_choices import edited_step
from advisor_app.ui.pages.agenda.step_panel import ShownStep
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.day_titles import day_titles
from advisor_app.ui.widgets.offered_days import OfferedDay, offered_days

PHOTO_KEYS = "F"


class AgendaPage(CasePage):
    """Agenda. Ctrl+Enter begins and ends steps, W goes on, E opens the step's page, Einfg adds a step."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        workspace = context.workspace
        self._day_id = ""
        self._step_id = ""
        self._offer = DayOffer(context.theming)
        self.board = DayBoard(context, bridge)
        self.days, self.step_panel = self.board.days, self.board.step_panel
        self.foot, self.side = self.board.foot, self.board.side
        edits = DayEdits(workspace, bridge)
        self.planning = PlanningWork(self, edits)
        self.running = RunningWork(self, edits)
        self.replanning = ReplanWork(self)
        self.output = DayOutput(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.setFocusProxy(self.days.timeline)
        self._connect()
        self._show()

    @property
    def day(self) -> AgendaDay | None:
        """The day that is shown."""
        return self.bridge.case.agenda.get(self._day_id)

    @property
    def step(self) -> AgendaStep | None:
        """The step one looks at."""
        return find_step(self.day, self._step_id) if self.day is not None else None

    @property
    def offered(self) -> tuple[OfferedDay, ...]:
        """Days that the case's modules propose."""
        workspace, modules = self.context.workspace, self.bridge.case.modules
        found = [item for item in workspace.catalog.agendas.values() if item.module in modules]
        return offered_days(found, workspace.catalog, workspace.texts)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        self._show()

    @override
    def flush(self) -> bool:
        self.board.flush()
        return True

    @override
    def present_item(self) -> str:
        return self._step_id

    @override
    def open_item(self, item: str) -> None:
        for day in self.bridge.case.agenda.values():
            if day.id == item or find_step(day, item) is not None:
                self.look_at(day.id, item if day.id != item else "")

    @override
    def commands(self) -> Sequence[Command]:
        return page_commands(self)

    @override
    def projectable(self) -> ProjectableStep | None:
        """The step that runs; only before the day begins the one that the adviser looks at."""
        day = self.day
        step = None if day is None else current_step(day) or self.step
        return None if day is None or step is None else ProjectableStep(day=day.id, step=step.id)

    @override
    def show_beside(self, places: int) -> None:
        day, step = self.day, self.step
        if day is None or step is None:
            return
        if running_steps(day):
            (self.running.go_on if places > 0 else self.running.go_back)()
            return
        place = day.steps.index(step) + places
        if 0 <= place < len(day.steps):
            self.look_at_step(day.steps[place].id)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.board.evidence.enter(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.board.evidence.drop(event)

    def look_at(self, day: str, step: str = "") -> None:
        """Show a day and one of its steps, without one that at hand."""
        self.flush()
        self._day_id, self._step_id = day, step
        self._show()

    def look_at_step(self, step: str) -> None:
        """Show another step of the day, without one that at hand."""
        self.look_at(self._day_id, step)

    def show_times(self) -> None:
        """Show what is planned and expected at this minute."""
        day = self.day
        if day is not None:
            self.days.show_times(day)
            self.side.show_forecast(day)
            self._show_next(day)
            self.replanning.follow()

    def ordered_days(self) -> list[AgendaDay]:
        """The days of the case: by module, in each by number."""
        return sorted(self.bridge.case.agenda.values(), key=lambda day: (day.module, day.number, day.id))

    def _connect(self) -> None:
        self._offer.wanted.connect(self.planning.add_day)
        self.days.head.chosen.connect(self.look_at)
        self.days.timeline.chosen.connect(self.look_at_step)
        self.step_panel.page_wanted.connect(self.navigated)
        self.side.clock.minute_passed.connect(self.show_times)
        evidence = self.board.evidence
        evidence.serve(self)
        QShortcut(QKeySequence(PHOTO_KEYS), evidence).activated.connect(evidence.await_photo)
        evidence.noticed.connect(self.noticed)
        evidence.warned.connect(self.warned)
        evidence.removed.connect(self.removed)
        for part in (self.days.head, self.step_panel.editor, self.side):
            part.typing.connect(self.typing)

    def _show(self) -> None:
        days = self.ordered_days()
        day = self.day or day_at_hand(days, today(self.context.workspace.clock))
        self._stack.setCurrentWidget(self._offer if day is None else self.board)
        self.side.clock.show_day(day)
        if day is None:
            self._day_id = self._step_id = ""
            self._offer.show_days(self.offered)
            return
        self._day_id = day.id
        step = find_step(day, self._step_id) or step_at_hand(day)
        self._step_id = step.id if step is not None else ""
        self.days.show_day(day, day_titles(days), self.offered)
        self.show_times()
        self.days.timeline.mark(self._step_id)
        for part in (self.step_panel, self.foot, self.board.next):
            part.setVisible(step is not None)
        self.side.show_note(step)
        entries = [entry for entry in self.bridge.case.minutes.values() if entry.day == day.id]
        self.side.show_entries(in_order(entry for entry in entries if entry.step == self._step_id))
        if step is not None:
            self._show_step(day, step)
        self.projectable_changed.emit()

    def _show_step(self, day: AgendaDay, step: AgendaStep) -> None:
        workspace, case, place = self.context.workspace, self.bridge.case, day.steps.index(step)
        begins = next(item.begins for item in schedule(day) if item.step.id == step.id)
        others = [item for item in day_titles(self.ordered_days()) if item[0] != day.id]
        shown = ShownStep(
            edited=edited_step(case, day, step, workspace),
            place=place + 1,
            count=len(day.steps),
            begins=f"{begins:%H:%M}",
            template=workspace.agendas.template_of(step),
            days=others,
            is_parallel=len(block_of(day, step)) > 1,
        )
        self.step_panel.show_step(shown, linked_pages(case, day, step, workspace))
        self.board.evidence.show_subject(Subject.step(day.id, step.id))
        running = running_steps(day)
        resumes = step in running
        before = self.running.before(day, step)
        self.foot.show_step(step, before, resumes=resumes)
        self.foot.show_clock(runs=bool(running), stands=is_paused(day))

    def _show_next(self, day: AgendaDay) -> None:
        """Say what comes behind what runs, else behind the step one looks at."""
        following, expected = next_step(day), forecast(day, self.context.workspace.clock.now())
        if not running_steps(day) and self.step is not None:
            place = day.steps.index(self.step) + 1
            following = next((step for step in day.steps[place:] if not step.skipped), None)
        if following is None:
            self.board.next.show_next(self.tr("Danach: Ende des Tages"), "", runs=False)
            return
        planned = next(item.begins for item in schedule(day) if item.step.id == following.id)
        begins = expected.begins.get(following.id, planned) if expected is not None else planned
        time = local_time(begins)
        when = self.tr("Danach um {time}").format(time=time)
        title = self.tr("{title}, {minutes} min").format(title=following.title, minutes=following.minutes)
        self.board.next.show_next(when, title, time=time, runs=bool(running_steps(day)))
