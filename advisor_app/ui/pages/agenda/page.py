"""The agenda page: the day at the left, the step in the middle, clock and note at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from advisor_app.domain.agenda import AgendaDay, AgendaStep, StepState, find_step, state_of
from advisor_app.domain.agenda_course import day_at_hand, step_at_hand
from advisor_app.domain.changes import Change
from advisor_app.domain.words import Words
from advisor_app.services.clock import today
from advisor_app.ui.pages.agenda.board import DayBoard
from advisor_app.ui.pages.agenda.day_edits import DayEdits
from advisor_app.ui.pages.agenda.day_offer import DayOffer
from advisor_app.ui.pages.agenda.foot_bar import KEYS
from advisor_app.ui.pages.agenda.linked_page import linked_page
from advisor_app.ui.pages.agenda.step_panel import ShownStep, template_of
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.day_titles import day_titles
from advisor_app.ui.widgets.offered_days import OfferedDay, offered_days


class AgendaPage(CasePage):
    """Agenda. Ctrl+Enter begins and ends steps, E opens the step's page, Einfg adds a step."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        workspace = context.workspace
        self._day_id = ""
        self._step_id = ""
        agendas = workspace.catalog.agendas.values()
        self._templates = {step.id: step for template in agendas for step in template.steps}
        self._edits = DayEdits(workspace, bridge)
        self._offer = DayOffer(context.theming)
        self._board = DayBoard(context.theming, workspace)
        self.days, self.step_panel = self._board.days, self._board.step_panel
        self.foot, self.side = self._board.foot, self._board.side
        self._stack = QStackedWidget()
        self._stack.addWidget(self._board)
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

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        self._show()

    @override
    def flush(self) -> bool:
        self._board.flush()
        return True

    @override
    def present_item(self) -> str:
        return self._step_id

    @override
    def open_item(self, item: str) -> None:
        for day in self.bridge.case.agenda.values():
            if day.id == item or find_step(day, item) is not None:
                self._look_at(day.id, item if day.id != item else "")

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Agenda")
        commands = [] if self.step is None else self._step_commands(kind)
        return [
            *commands,
            *(
                Command(
                    title=self.tr("Tag hinzufügen: {module}, {title}").format(module=item.module, title=item.words),
                    kind=kind,
                    act=partial(self._add_day, item.template),
                    icon="calendar-plus",
                )
                for item in self._offered()
            ),
        ]

    def _connect(self) -> None:
        self._offer.wanted.connect(self._add_day)
        self.days.head.chosen.connect(self._look_at)
        self.days.head.edited.connect(self._on_head_edited)
        self.days.day_wanted.connect(self._add_day)
        self.days.day_removal_wanted.connect(self._remove_day)
        self.days.insert_wanted.connect(self._insert)
        timeline = self.days.timeline
        timeline.chosen.connect(lambda step: self._look_at(self._day_id, step))
        timeline.moved.connect(self._move)
        timeline.lengthened.connect(self._lengthen)
        timeline.edit_wanted.connect(self.step_panel.toggle_editor)
        timeline.removal_wanted.connect(self._remove)
        self.step_panel.edited.connect(self._on_step_edited)
        self.step_panel.removal_wanted.connect(self._remove)
        self.step_panel.page_wanted.connect(self.navigated)
        self.foot.back_wanted.connect(lambda: self._look_beside(-1))
        self.foot.skip_wanted.connect(self._skip)
        self.foot.act_wanted.connect(self._act)
        self.side.clock.minute_passed.connect(self._show_times)
        self.side.noted.connect(self._on_side_noted)
        for part in (self.days.head, self.step_panel, self.side):
            part.typing.connect(self.typing)

    def _show(self) -> None:
        days = self._ordered()
        day = self.day or day_at_hand(days, today(self.context.workspace.clock))
        self._stack.setCurrentWidget(self._offer if day is None else self._board)
        self.side.clock.show_day(day)
        if day is None:
            self._day_id = self._step_id = ""
            self._offer.show_days(self._offered())
            return
        self._day_id = day.id
        step = find_step(day, self._step_id) or step_at_hand(day)
        self._step_id = step.id if step is not None else ""
        self.days.show_day(day, day_titles(days), self._offered())
        self._show_times()
        self.days.timeline.mark(self._step_id)
        self.step_panel.setVisible(step is not None)
        self.foot.setVisible(step is not None)
        self.side.show_note(step)
        if step is not None:
            self._show_step(day, step)

    def _show_step(self, day: AgendaDay, step: AgendaStep) -> None:
        workspace, place = self.context.workspace, day.steps.index(step)
        following = day.steps[place + 1].title if place + 1 < len(day.steps) else ""
        shown = ShownStep(
            step=step,
            place=place + 1,
            count=len(day.steps),
            template=template_of(step, self._templates),
            following=following,
        )
        linked = None
        if step.section is not None:
            linked = linked_page(step.section, self.bridge.case, day, workspace)
        self.step_panel.show_step(shown, linked)
        self.foot.show_step(step, day.steps[place - 1] if place else None)

    def _show_times(self) -> None:
        if self.day is not None:
            self.days.show_times(self.day)
            self.side.show_forecast(self.day)

    def _step_commands(self, kind: str) -> list[Command]:
        edit = self.step_panel.toggle_editor
        up, down = partial(self._shift, -1), partial(self._shift, 1)
        return [
            Command(title=self.tr("Schritt beginnen oder beenden"), kind=kind, act=self._act, icon="play", keys=KEYS),
            Command(title=self.tr("Schritt überspringen"), kind=kind, act=self._skip, icon="skip-forward"),
            Command(title=self.tr("Schritt ändern"), kind=kind, act=edit, icon="pencil", keys="F2"),
            Command(title=self.tr("Schritt nach oben"), kind=kind, act=up, icon="arrow-up", keys="Alt+Up"),
            Command(title=self.tr("Schritt nach unten"), kind=kind, act=down, icon="arrow-down", keys="Alt+Down"),
            Command(title=self.tr("Schritt einfügen"), kind=kind, act=self._insert, icon="plus", keys="Ins"),
        ]

    def _ordered(self) -> list[AgendaDay]:
        return sorted(self.bridge.case.agenda.values(), key=lambda day: (day.module, day.number, day.id))

    def _offered(self) -> tuple[OfferedDay, ...]:
        """Days that the case's modules propose."""
        workspace, modules = self.context.workspace, self.bridge.case.modules
        found = [item for item in workspace.catalog.agendas.values() if item.module in modules]
        return offered_days(found, workspace.catalog, workspace.texts)

    def _look_at(self, day: str, step: str = "") -> None:
        self.flush()
        self._day_id, self._step_id = day, step
        self._show()

    def _look_beside(self, places: int) -> None:
        if self.day is not None and self.step is not None:
            place = self.day.steps.index(self.step) + places
            if 0 <= place < len(self.day.steps):
                self._look_at(self._day_id, self.day.steps[place].id)

    def _act(self) -> None:
        """Begin the step, or end it and look at the one that is next."""
        self.flush()
        day, step = self.day, self.step
        if day is not None and step is not None:
            is_running = state_of(step) is StepState.RUNNING
            if self._edits.begin_or_end(day, step) and is_running:
                self._look_at_next()

    def _skip(self) -> None:
        self.flush()
        day, step = self.day, self.step
        if day is not None and step is not None:
            is_skipped = state_of(step) is StepState.SKIPPED
            if self._edits.skip_or_take_up(day, step) and not is_skipped:
                self._look_at_next()

    def _look_at_next(self) -> None:
        following = step_at_hand(self.day) if self.day is not None else None
        if following is not None:
            self._look_at(self._day_id, following.id)

    def _move(self, step: str, place: int) -> None:
        self.flush()
        if self.day is not None:
            self._edits.move(self.day, step, place)
            self._show_times()  # also where it stays: a dropped row shows its new place already

    def _shift(self, places: int) -> None:
        if self.day is not None and self.step is not None:
            self._move(self.step.id, self.day.steps.index(self.step) + places)

    def _lengthen(self, name: str, marks: int) -> None:
        self.flush()
        step = find_step(self.day, name) if self.day is not None else None
        if self.day is not None and step is not None:
            self._edits.lengthen(self.day, step, marks)

    def _insert(self) -> None:
        self.flush()
        added = self._edits.insert_after(self.day, self.step) if self.day is not None else ""
        if added:
            self._look_at(self._day_id, added)
            self.step_panel.toggle_editor()

    def _remove(self, name: str) -> None:
        self.flush()
        day = self.day
        step = find_step(day, name) if day is not None else None
        if day is None or step is None:
            return
        rest = [other.id for other in day.steps if other.id != name]
        place = min(day.steps.index(step), len(rest) - 1)
        if self._edits.remove_step(day, step):
            self._look_at(day.id, rest[place] if rest else "")
            self.removed.emit(self.tr("„{title}“ ist entfernt.").format(title=step.title))

    def _add_day(self, template: str) -> None:
        self.flush()
        added = self._edits.add_day(template)
        if added:
            self._look_at(added)

    def _remove_day(self) -> None:
        self.flush()
        day = self.day
        if day is not None and self._edits.remove_day(day):
            self.removed.emit(self.tr("„{title}“ ist entfernt.").format(title=day.title))

    def _on_head_edited(self, attribute: str, value: object, batch: str) -> None:
        if self.day is not None:
            self._edits.set_attribute(self.day, attribute, value, batch)

    def _on_step_edited(self, step: AgendaStep, batch: str) -> None:
        if self.day is not None:
            self._edits.change_step(self.day, step, batch)

    def _on_side_noted(self, step: str, words: Words, batch: str) -> None:
        if self.day is not None:
            self._edits.note(self.day, step, words, batch)
