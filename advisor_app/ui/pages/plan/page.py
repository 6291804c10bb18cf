"""The page of the implementation plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from advisor_app.charts.gantt import Gantt
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentSet,
    Change,
    HeadSet,
    MeasureSet,
    PlanSet,
    RoleSet,
    TargetSet,
)
from advisor_app.domain.freshness import expired_supports
from advisor_app.domain.house_roles import role_titles
from advisor_app.domain.plan import Measure, in_order
from advisor_app.domain.projection import ProjectablePlan
from advisor_app.domain.proposals import Proposal
from advisor_app.override import override
from advisor_app.services.clock import today
from advisor_app.services.results import DimensionStanding, Standing
from advisor_app.texts.numbers import format_date
from advisor_app.ui.pages.plan.body import PROPOSALS, PlanBody
from advisor_app.ui.pages.plan.detail import Detail, Mode
from advisor_app.ui.pages.plan.edits import PlanEdits
from advisor_app.ui.pages.plan.exchange import PlanExchange
from advisor_app.ui.pages.plan.head import SCHEDULE, PlanHead
from advisor_app.ui.pages.plan.head_form import HeadForm
from advisor_app.ui.pages.plan.measure_actions import measure_actions
from advisor_app.ui.pages.plan.measure_form import MeasureForm
from advisor_app.ui.pages.plan.measure_model import MeasureModel
from advisor_app.ui.pages.plan.schedule_chart import schedule_chart
from advisor_app.ui.pages.plan.wording import PlanWording
from advisor_app.ui.shell.bridge import CaseBridge
from advisor_app.ui.shell.command import Command
from advisor_app.ui.shell.page import CasePage, PageContext
from advisor_app.ui.widgets.keys import act_on

_STANDING_CHANGES = AnswerSet | AssessmentSet | AssessmentMigrationSet | TargetSet | HeadSet | PlanSet


class PlanPage(CasePage):
    """Umsetzungsplan. Insert adds a measure, Enter edits, Delete removes, Alt with the arrows moves."""

    def __init__(self, context: PageContext, bridge: CaseBridge, parent: QWidget | None = None) -> None:
        super().__init__(context, bridge, parent)
        theming, texts = context.theming, context.workspace.texts
        self._wording = wording = PlanWording(texts, context.workspace.catalog)
        self._edits = PlanEdits(bridge, self.warned.emit)
        self._exchange = PlanExchange(self)
        self._actions = measure_actions(self._edits, self._open, self._remove)
        self._current = ""
        self._failed = False
        self._standings: tuple[Standing, ...] = ()
        measure_form = MeasureForm(context, wording, lambda: self.bridge.case.measures)
        self.detail = Detail(theming, wording, measure_form, HeadForm(context, bridge.case.modules))
        self.head = PlanHead(theming)
        self.body = PlanBody(theming, texts, wording, MeasureModel(wording, self), self._chart, self.detail)
        self._lay_out()
        self._connect()
        self._add_actions()
        self._show_roles()
        self._show_standing()
        self._show_measures()

    @property
    def current(self) -> Measure | None:
        """The measure that is chosen."""
        return self.bridge.case.measures.get(self._current)

    @override
    def refresh(self, changes: tuple[Change, ...]) -> None:
        if any(isinstance(change, RoleSet) for change in changes):
            self._show_roles()
        if any(isinstance(change, _STANDING_CHANGES) for change in changes):
            self._show_standing()
        if any(isinstance(change, MeasureSet | PlanSet) for change in changes):
            self._show_measures()

    @override
    def flush(self) -> bool:
        self._failed = False
        self.detail.flush()
        return not self._failed

    @override
    def open_item(self, item: str) -> None:
        if item in self.bridge.case.measures:
            self._show_view(self.head.views.current())
            self._choose(item)

    @override
    def projectable(self) -> ProjectablePlan | None:
        return ProjectablePlan(measure=self._current) if self.bridge.case.measures else None

    @override
    def show_beside(self, places: int) -> None:
        names = [measure.id for measure in in_order(self.bridge.case.measures.values())]
        if self._current in names:
            self._choose(names[min(max(names.index(self._current) + places, 0), len(names) - 1)])

    @override
    def commands(self) -> Sequence[Command]:
        kind = self.tr("Umsetzungsplan")
        commands = [
            Command(title=self.tr("Maßnahme anlegen"), kind=kind, act=self._add, icon="plus", keys="Ins"),
            Command(title=self.tr("Vorschläge ansehen"), kind=kind, act=self._show_proposals, icon="list-checks"),
            Command(title=self.tr("Plankopf bearbeiten"), kind=kind, act=partial(self._edit, Mode.HEAD), icon="pencil"),
        ]
        if self.body.shows_measures:
            commands.append(
                Command(title=self.tr("PDF ansehen"), kind=kind, act=self._show_pdf, icon="file-text", keys="Ctrl+P")
            )
        if self.current is not None and self.body.shows_measures:
            commands += [
                Command(
                    title=f"{self._current}: {action.title}",
                    kind=kind,
                    act=partial(self._act_on_current, action.act),
                    icon=action.icon,
                    keys=action.keys,
                )
                for action in self._actions
            ]
        return commands

    @override
    def take_focus(self) -> None:
        if self.body.view == SCHEDULE:
            self.body.schedule.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    # Building

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("kind", "paper")
        inner = QVBoxLayout(content)
        inner.setContentsMargins(24, 20, 24, 12)
        inner.setSpacing(12)
        inner.addWidget(self.head)
        inner.addWidget(self.body, 1)
        area = QScrollArea()  # for large type on small screens
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(area)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _connect(self) -> None:
        head, body, detail = self.head, self.body, self.detail
        head.view_chosen.connect(self._show_view)
        head.head_wanted.connect(lambda: self._edit(Mode.HEAD))
        head.addition_wanted.connect(self._add)
        head.proposals_wanted.connect(self._show_proposals)
        head.pdf_wanted.connect(self._show_pdf)
        head.import_wanted.connect(self._exchange.bring)
        head.export_wanted.connect(self._exchange.save)
        body.empty.wanted.connect(self._show_proposals)
        body.empty.other_wanted.connect(self._add)
        body.chosen.connect(self._choose)
        body.opened.connect(self._open)
        body.schedule.view.shift_wanted.connect(self._edits.shift)
        body.schedule.view.dates_wanted.connect(self._edits.set_dates)
        body.schedule.view.link_wanted.connect(self._edits.link)
        body.priorities.rated.connect(self._edits.rate)
        body.proposals.taken.connect(self._take_over)
        body.proposals.closed.connect(lambda: self._show_view(self.head.views.current()))
        detail.edit_wanted.connect(lambda: self._edit(Mode.EDIT))
        detail.closed.connect(self._stop_editing)
        detail.removal_wanted.connect(self._remove)
        detail.measure_form.edited.connect(self._on_measure_form_edited)
        detail.head_form.edited.connect(self._on_head_form_edited)
        for form in (detail.measure_form, detail.head_form):
            form.typing.connect(self.typing)

    def _add_actions(self) -> None:
        self.head.more.add_separator()
        for action in self._actions:
            act = partial(self._act_on_current, action.act)
            self.head.more.add_action(action.title, action.icon, act, action.keys)
            if action.keys != "F2":  # the button below the schedule has it
                act_on(action.keys, self.body.schedule, act)

    # Showing

    def _show_view(self, name: str) -> None:
        self.body.show_view(name)
        self.head.show_actions(view=self.body.view, measures=self.body.shows_measures)

    def _show_roles(self) -> None:
        titles = role_titles(self.context.workspace.catalog.roles, self.bridge.case.roles)
        self.detail.measure_form.show_roles(tuple(dict.fromkeys(titles.values())))

    def _show_measures(self) -> None:
        measures = in_order(self.bridge.case.measures.values())
        if self.current is None:
            self._current = measures[0].id if measures else ""
            if self.detail.mode is Mode.EDIT:
                self.detail.set_mode(Mode.READ)
        workspace = self.context.workspace
        expired = expired_supports(workspace.catalog.funding.supports.values(), today(workspace.clock))
        self.body.show_plan(measures, self.bridge.case.plan, expired)
        self.head.show_actions(view=self.body.view, measures=self.body.shows_measures)
        self.detail.head_form.show_plan(self.bridge.case.plan)
        self._show_current()
        self._show_words()

    def _show_current(self) -> None:
        self.body.schedule.select(self._current)
        self.detail.show_measure(self.current)
        self.projectable_changed.emit()

    def _show_standing(self) -> None:
        case, results = self.bridge.case, self.context.workspace.results
        wanted, default = case.plan.module, case.default_assessment()
        answered = [item for item in case.current_assessments() if case.answers.get(item.id)]
        found = [results.standing(case, item) for item in answered or filter(None, (default,))]
        self._standings = tuple(item for item in found if wanted in {"", item.module_id})
        self.detail.head_form.show_standing(self._dimensions())
        self._show_words()

    def _dimensions(self) -> tuple[DimensionStanding, ...]:
        return tuple(item for standing in self._standings for item in (*standing.dimensions, *standing.areas))

    def _show_words(self) -> None:
        plan = self.bridge.case.plan
        language = self.context.workspace.texts.language
        parts = (
            self._wording.period(plan.start, plan.end) if plan.start or plan.end else self.tr("Zeitraum offen"),
            *self._standing_words(),
            "" if plan.as_of is None else self.tr("Stand {day}").format(day=format_date(plan.as_of, language)),
        )
        self.head.show_words(" · ".join(part for part in parts if part))

    def _standing_words(self) -> list[str]:
        """Where the commune stands; of several modules each with its name."""
        if len(self._standings) == 1:
            return [self._standings[0].title]
        return [f"{standing.module}: {standing.title}" for standing in self._standings]

    def _chart(self, measures: Sequence[Measure]) -> Gantt:
        day = today(self.context.workspace.clock)
        return schedule_chart(self.tr("Zeitplan"), measures, self.bridge.case.plan, day, self._wording)

    # Acting

    def _act_on_current(self, act: Callable[[str], object]) -> None:
        if self.current is not None and self.flush():
            act(self._current)

    def _choose(self, name: str) -> None:
        if name != self._current and self.flush():
            self._current = name
        self._show_current()

    def _open(self, name: str) -> None:
        self._choose(name)
        self._edit(Mode.EDIT)

    def _edit(self, mode: Mode) -> None:
        if self.flush():
            self.detail.set_mode(mode)
            self.body.share_height()
            self.detail.take_focus()

    def _stop_editing(self) -> None:
        if self.flush():
            self.detail.set_mode(Mode.READ)
            self.body.share_height()
            self.take_focus()

    def _add(self) -> None:
        name = self._edits.add() if self.flush() else ""
        if name:
            self._show_view(self.head.views.current())
            self._open(name)

    def _remove(self) -> None:
        measure = self.current
        if measure is None or not self.flush():
            return
        order = [item.id for item in in_order(self.bridge.case.measures.values())]
        place = order.index(measure.id)
        neighbours = [*order[place + 1 : place + 2], *order[max(place - 1, 0) : place]]
        if self._edits.remove(measure.id):
            self._choose(neighbours[0] if neighbours else "")
            self.removed.emit(self.tr("{measure} ist gelöscht.").format(measure=measure.id))

    def _show_proposals(self) -> None:
        if not self.flush():
            return
        found = self.context.workspace.plans.propose(self.bridge.case)
        self.detail.set_mode(Mode.READ)
        self.body.proposals.show_proposals(found, self._dimensions())
        self._show_view(PROPOSALS)
        self.body.proposals.take_focus()

    def _take_over(self, proposals: tuple[Proposal, ...]) -> None:
        plans = self.context.workspace.plans
        taken = self.bridge.perform(lambda session: plans.take_over(session, proposals))
        if taken:
            self._show_view(self.head.views.current())
            self._choose(taken[0].id)
            self.take_focus()
            names = self._wording.texts.joined([measure.id for measure in taken])
            self.noticed.emit(self.tr("Übernommen: {names}. Strg+Z nimmt alle zurück.").format(names=names))

    def _show_pdf(self) -> None:
        if self.flush():
            self.navigated.emit("documents", "implementation-plan")

    def _on_measure_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if self.current is not None and not self._edits.set_attribute(self._current, attribute, value, batch):
            self._failed = True

    def _on_head_form_edited(self, attribute: str, value: Any, batch: str) -> None:
        if not self._edits.set_head(attribute, value, batch):
            self._failed = True
