"""Workshop days with what the packs know of their steps: what dropping one costs, planning anew, calendar files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    Section,
    StepState,
    coded_days,
    days_in_order,
    is_over,
    module_of,
    modules_of,
    state_of,
)
from advisor_app.domain.agenda_course import day_at_hand
from advisor_app.domain.agenda_forecast import steps_ahead
from advisor_app.domain.agenda_replan import Replan, ReplanChoice, proposal, replan
from advisor_app.domain.agenda_schedule import agreed_end, begin_of, planned_end, schedule
from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.domain.assessment import AnswerState, AssessmentKind
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import AgendaDaySet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.services.clock import Clock, today
from advisor_app.services.names import named
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from pathlib import Path

    from advisor_app.domain.assessment import Assessment
    from advisor_app.domain.case import Case
    from advisor_app.domain.questionnaire import Dimension
    from advisor_app.exchange.calendar_file import Appointment
    from advisor_app.services.assessments import Assessments
    from advisor_app.services.questionnaires import Questionnaires


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinDimension:
    """A dimension too little of which is answered to be relied on; ``coverage`` is a share, 0–1."""

    id: str
    title: str
    coverage: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class DropOffer:
    """A step that may go and what that costs; ``order`` and ``words`` are those of its template.

    ``questions`` are ids of open questions that would not be asked, ``thin`` the dimensions that stay below the share
    that they need, ``without_target`` those whose target level nobody set. ``asked_in`` is the title of a step that is
    left in which questions or targets could still be dealt with. ``materials`` are used in no other step that is left.
    """

    step: AgendaStep
    order: int
    words: str
    outcome: str
    materials: tuple[str, ...]
    questions: tuple[str, ...]
    thin: tuple[ThinDimension, ...]
    without_target: tuple[str, ...]
    asked_in: str


class Agendas:
    """What can be said of the workshop days of a case, beyond what they tell themselves."""

    def __init__(
        self,
        catalog: Catalog,
        questionnaires: Questionnaires,
        assessments: Assessments,
        clock: Clock,
        texts: Texts,
    ) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._assessments = assessments
        self._clock = clock
        self._texts = texts
        self._templates = {step.id: step for template in catalog.agendas.values() for step in template.steps}

    def find(self, case: Case, name: str = "") -> AgendaDay:
        """The day that is named (:func:`named_day`), by default the one at hand; raises AdvisorError (NO_DAY)."""
        if name:
            return named_day(case, name)
        day = day_at_hand(case.agenda.values(), today(self._clock))
        if day is None:
            raise AdvisorError(Problem.NO_DAY)
        return day

    def template_of(self, step: AgendaStep) -> StepTemplate | None:
        """What the packs say of a step today, whichever day it is on; None for one that was added by hand."""
        return self._templates.get(step.template_step or "")

    def documents_of(self, step: AgendaStep) -> tuple[str, ...]:
        """The kinds of documents that a step needs, in order: those of the adviser, else those that the packs name."""
        template = self.template_of(step)
        proposed = () if template is None else template.documents
        named = proposed if step.document_kinds is None else step.document_kinds
        return tuple(kind for kind in named if f"document-kinds.{kind}" in self._texts)

    def offers(self, case: Case, day: AgendaDay) -> tuple[DropOffer, ...]:
        """The open steps ahead that may go, the first to go first, each with what that costs."""
        found = [
            self._offer(case, day, step, template, template.drop_order)
            for step in steps_ahead(day)
            if state_of(step) is StepState.OPEN
            and (template := self.template_of(step)) is not None
            and template.drop_order is not None
        ]
        return tuple(sorted(found, key=lambda offer: offer.order))

    def proposal(self, day: AgendaDay, now: datetime) -> ReplanChoice:
        """A choice to begin with: shrink, then drop in the order of the packs, then end later."""
        found = ((step, self.template_of(step)) for step in day.steps)
        orders = {
            step.id: template.drop_order
            for step, template in found
            if template is not None and template.drop_order is not None
        }
        return proposal(day, now, orders)

    def replan(self, case: Case, day: AgendaDay, now: datetime, choice: ReplanChoice) -> Replan:
        """What becomes of the rest of a day of the case; steps can go to its :meth:`targets`."""
        return replan(day, now, choice, self.targets(case, day))

    def targets(self, case: Case, day: AgendaDay) -> tuple[AgendaDay, ...]:
        """The other days that steps can go to: those that are not over, by module and number."""
        others = (other for other in case.agenda.values() if other.id != day.id and not is_over(other))
        return tuple(sorted(others, key=lambda other: (other.module, other.number, other.id)))

    def changes(self, case: Case, plan: Replan) -> tuple[AgendaDaySet, ...]:
        """The changes that make a plan hold, for one batch."""
        days = (plan.day, *plan.others)
        return tuple(
            AgendaDaySet(day.id, case.agenda[day.id], day) for day in days if case.agenda.get(day.id) not in (None, day)
        )

    def calendar(self, case: Case, days: Iterable[AgendaDay]) -> bytes:
        """Days as appointments of a calendar file: when, where, and what happens when. Nothing internal is in it.

        A day keeps its id in every file, so that it is moved and not doubled when a newer one is read. Raises
        AdvisorError(DAY_WITHOUT_DATE).
        """
        from advisor_app.exchange.calendar_file import write_calendar

        entries = [self._appointment(case, day) for day in days_in_order(days)]
        return write_calendar(case.commune.title, entries, self._clock.now().replace(microsecond=0))

    def export_calendar(self, case: Case, days: Iterable[AgendaDay], path: Path) -> None:
        """Write days to a calendar file; raises AdvisorError as :meth:`calendar`, or where it cannot be written."""
        from advisor_app.whole_file import hand_out

        hand_out(path, self.calendar(case, days))

    def _appointment(self, case: Case, day: AgendaDay) -> Appointment:
        from advisor_app.exchange.calendar_file import Appointment

        if day.on is None:
            raise AdvisorError(Problem.DAY_WITHOUT_DATE, title=day.title)
        modules = " + ".join(self._module_title(name) for name in modules_of(day))
        texts = self._texts
        return Appointment(
            uid=day.id,
            title=texts("agenda.calendar.title", modules=modules, day=day.title, commune=case.commune.title),
            begins=begin_of(day),
            ends=agreed_end(day) or planned_end(day),
            place=", ".join(filter(None, (day.place.strip(), case.head.room.strip()))),
            details="\n".join(self._programme(day)),
        )

    def _programme(self, day: AgendaDay) -> Iterator[str]:
        for item in schedule(day):
            if not item.step.skipped:
                group = f" ({item.step.group})" if item.step.group else ""
                yield f"{item.begins:%H:%M}–{item.ends:%H:%M}  {item.step.title}{group}"

    def _module_title(self, name: str) -> str:
        module = self._catalog.modules.get(name)
        if module is None:
            return name
        return self._texts("agenda.calendar.module", number=module.number, title=module.title)

    def _offer(self, case: Case, day: AgendaDay, step: AgendaStep, template: StepTemplate, order: int) -> DropOffer:
        used = {name for other in _left(case, day, step) for name in self._materials(other)}
        module = module_of(day, step)
        assessment = self._assessments.of_module(case, module, AssessmentKind.WORKSHOP)
        questions, thin = self._not_asked(case, day, step, assessment)
        return DropOffer(
            step=step,
            order=order,
            words=template.drop_cost,
            outcome=template.outcome,
            materials=tuple(name for name in template.materials if name not in used),
            questions=questions,
            thin=thin,
            without_target=self._without_target(case, step, assessment),
            asked_in=self._asked_in(case, day, step),
        )

    def _materials(self, step: AgendaStep) -> tuple[str, ...]:
        template = self.template_of(step)
        return () if template is None else template.materials

    def _not_asked(
        self, case: Case, day: AgendaDay, step: AgendaStep, assessment: Assessment | None
    ) -> tuple[tuple[str, ...], tuple[ThinDimension, ...]]:
        """Open questions of the step, and the dimensions that stay too thin without them."""
        if step.section is not Section.ASSESSMENT or assessment is None:
            return (), ()
        evaluation = self._questionnaires.evaluate(case, assessment)
        needed = Fraction(evaluation.questionnaire.scale.minimum_coverage)
        questions: list[str] = []
        thin: list[ThinDimension] = []
        for dimension in evaluation.dimensions():
            if not is_asked_in(day, step, dimension):
                continue
            visible = evaluation.visible_questions(dimension)
            still_open = [q.id for q in visible if evaluation.answer(q.id).state is AnswerState.UNANSWERED]
            questions += still_open
            coverage = evaluation.score(dimension).coverage
            if still_open and coverage is not None and coverage < needed:
                thin.append(ThinDimension(id=dimension.id, title=dimension.title, coverage=coverage))
        return tuple(questions), tuple(thin)

    def _without_target(self, case: Case, step: AgendaStep, assessment: Assessment | None) -> tuple[str, ...]:
        if step.section is not Section.TARGETS or assessment is None:
            return ()
        targets: Mapping[str, int] = case.targets.get(assessment.id, {})
        dimensions = self._questionnaires.evaluate(case, assessment).dimensions()
        return tuple(dimension.id for dimension in dimensions if dimension.id not in targets)

    def _asked_in(self, case: Case, day: AgendaDay, step: AgendaStep) -> str:
        """The title of the next step that is left with the same page of the program; empty where there is none."""
        module = module_of(day, step)
        if step.section not in (Section.ASSESSMENT, Section.TARGETS):
            return ""
        days = (day, *self.targets(case, day))
        found = (
            other.title
            for place in days
            for other in _open_steps(place, step)
            if other.section is step.section and module_of(place, other) == module
        )
        return next(found, "")


def named_day(case: Case, name: str) -> AgendaDay:
    """The day with a code (``M4-1``), an id, or its unique beginning or end; raises AdvisorError(UNKNOWN_DAY)."""
    coded = dict(coded_days(case.agenda.values())).get(name.upper())
    return coded or case.agenda[named(name, case.agenda, Problem.UNKNOWN_DAY)]


def asks_for_some(day: AgendaDay, step: AgendaStep) -> bool:
    """Whether a step that asks is about some dimensions only: those it names, or the impact areas chosen before it."""
    sections = [other.section for other in day.steps]
    return bool(step.dimensions) or Section.AREAS in sections[: day.steps.index(step)]


def is_asked_in(day: AgendaDay, step: AgendaStep, dimension: Dimension) -> bool:
    """Whether a step asks for a dimension: one that it names; where it names none, impact areas once they are chosen.

    Before they are chosen the others are asked for, on a day without that choice every one.
    """
    if step.dimensions:
        return dimension.id in step.dimensions
    sections = [other.section for other in day.steps]
    if Section.AREAS not in sections:
        return True
    is_behind = day.steps.index(step) > sections.index(Section.AREAS)
    return (dimension.kind is DimensionKind.IMPACT_AREA) is is_behind


def _left(case: Case, day: AgendaDay, step: AgendaStep) -> Iterator[AgendaStep]:
    """Every step of the case that is still to come but one."""
    for other in case.agenda.values():
        yield from _open_steps(day if other.id == day.id else other, step)


def _open_steps(day: AgendaDay, without: AgendaStep) -> Iterator[AgendaStep]:
    left = (StepState.OPEN, StepState.RUNNING, StepState.INTERRUPTED)
    return (step for step in day.steps if step.id != without.id and state_of(step) in left)
