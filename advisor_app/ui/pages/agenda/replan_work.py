"""Planning the rest of the day anew: the preview follows what is chosen and the clock, until it holds or is dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor_app.domain.agenda import AgendaDay, is_over
from advisor_app.domain.agenda_replan import Replan, ReplanChoice
from advisor_app.ui.pages.agenda.drop_costs import drop_costs
from advisor_app.ui.pages.agenda.replan_panel import ShownReplan
from advisor_app.ui.shell.background import Job
from advisor_app.ui.widgets.day_titles import day_titles

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.page import AgendaPage


class ReplanWork(QObject):
    """Shows the preview in place of the step; nothing changes before somebody takes it over."""

    def __init__(self, page: AgendaPage) -> None:
        super().__init__(page)
        self._page = page
        self._agendas = page.context.workspace.agendas
        self._choice = ReplanChoice()
        self._plan: Replan | None = None
        self._job: Job[ReplanChoice] | None = None
        panel = page.board.replan
        page.side.replan_wanted.connect(self.toggle)
        panel.shrink_changed.connect(self._on_shrink_changed)
        panel.later_changed.connect(self._on_later_changed)
        panel.drop_toggled.connect(self._on_drop_toggled)
        panel.move_chosen.connect(self._on_move_chosen)
        panel.applied.connect(self.apply)
        panel.discarded.connect(self.discard)

    @property
    def plan(self) -> Replan | None:
        """The preview that is shown."""
        return self._plan

    def toggle(self) -> None:
        """Open the preview with what is sensible, or close it."""
        if self._plan is not None:
            self.discard()
            return
        self._page.flush()
        day = self._page.day
        if day is None or is_over(day) or not day.steps:
            return
        self._choice = ReplanChoice()
        self._plan = self._planned(day)
        self._page.board.replan.begin(self._shown(day, self._plan), day)
        self._page.board.show_replanning(shown=True)
        if not self._plan.fits:
            self._propose(day)

    def follow(self) -> None:
        """The day or the minute is another one: so is the preview."""
        day = self._page.day
        if self._plan is None:
            return
        if day is None or is_over(day) or day.id != self._plan.day.id:
            self.discard()
        else:
            self._show()

    def apply(self) -> None:
        """Let the preview hold: day and other days in one step that can be undone."""
        day, plan = self._page.day, self._plan
        if day is None or plan is None:
            return
        self.discard()
        changes = self._agendas.changes(self._page.bridge.case, plan)
        if changes and self._page.bridge.edit(*changes):
            self._page.removed.emit(self.tr("Der Rest des Tages ist neu geplant."))

    def discard(self) -> None:
        """Leave everything as it is."""
        self._stop_proposing()
        self._plan = None
        self._page.board.show_replanning(shown=False)
        self._page.take_focus()

    def _propose(self, day: AgendaDay) -> None:
        """Look for what to drop where shrinking is not enough: many previews on a long day, so not in this thread."""
        agendas, now = self._agendas, self._now()
        self._job = self._page.context.lane.run(lambda _job: agendas.proposal(day, now), needed_by=self)
        self._job.tell(self, succeeded=self._choose)

    def _stop_proposing(self) -> None:
        """What is chosen by hand, or left, is not overtaken by a proposal."""
        job, self._job = self._job, None
        if job is not None:
            job.drop(self)

    def _show(self) -> None:
        day = self._page.day
        if day is not None:
            self._plan = self._planned(day)
            self._page.board.replan.show_plan(self._shown(day, self._plan))

    def _planned(self, day: AgendaDay) -> Replan:
        return self._agendas.replan(self._page.bridge.case, day, self._now(), self._choice)

    def _shown(self, day: AgendaDay, plan: Replan) -> ShownReplan:
        case, workspace = self._page.bridge.case, self._page.context.workspace
        targets = self._agendas.targets(case, day)
        return ShownReplan(
            plan=plan,
            costs={offer.step.id: drop_costs(offer, workspace.texts) for offer in self._agendas.offers(case, day)},
            days=dict(day_titles(targets)),
        )

    def _choose(self, choice: ReplanChoice) -> None:
        self._stop_proposing()
        self._choice = choice
        self._show()

    def _on_shrink_changed(self, shrink: bool) -> None:  # noqa: FBT001 — a signal's argument
        self._choose(replace(self._choice, shrink=shrink))

    def _on_later_changed(self, minutes: int) -> None:
        self._choose(replace(self._choice, end_later=minutes))

    def _on_drop_toggled(self, step: str) -> None:
        self._choose(replace(self._choice, drop=self._choice.drop ^ {step}))

    def _on_move_chosen(self, step: str, day: str) -> None:
        moves = tuple(move for move in self._choice.moves if move[0] != step)
        self._choose(replace(self._choice, moves=(*moves, (step, day)) if day else moves))

    def _now(self) -> datetime:
        return self._page.context.workspace.clock.now()
