"""Makes what stands on the wall of names that a page gave and of the case as a room may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from advisor_app.charts.scene import Chart
from advisor_app.domain.agenda import StepKind, StepState, find_step, state_of
from advisor_app.domain.assessment import Assessment
from advisor_app.domain.candidate import ranking
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.foundations import DimensionKind
from advisor_app.domain.freshness import model_in_force
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.plan import in_order
from advisor_app.domain.poll import Poll, PollAbout
from advisor_app.domain.projection import (
    Projectable,
    ProjectableBreak,
    ProjectableCandidates,
    ProjectableDots,
    ProjectableEFile,
    ProjectableJoin,
    ProjectablePlan,
    ProjectablePoll,
    ProjectableProcess,
    ProjectableQuestion,
    ProjectableResult,
    ProjectableServices,
    ProjectableStep,
    ProjectableUsage,
    ServicesPicture,
    for_room,
)
from advisor_app.domain.questionnaire import Question
from advisor_app.domain.service_overview import most_used, overview_of
from advisor_app.services.clock import Clock, today
from advisor_app.services.projected import (
    ProjectedBreak,
    ProjectedCharts,
    ProjectedJoin,
    ProjectedLevel,
    ProjectedPoll,
    ProjectedQuestion,
    ProjectedStep,
    ProjectedTitle,
    Projection,
)
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.domain.case import Case
    from advisor_app.services.documents import Documents
    from advisor_app.services.questionnaires import Questionnaires


_MOST_BARS = 12
"""Services by name on a wall, which nobody can scroll; the rest is one bar."""


class Projections:
    """Makes what the room sees; what is gone, confidential or empty becomes the title of the case."""

    def __init__(
        self, catalog: Catalog, questionnaires: Questionnaires, documents: Documents, texts: Texts, clock: Clock
    ) -> None:
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._documents = documents
        self._texts = texts
        self._clock = clock
        self._goals = {step.id: step.goal for template in catalog.agendas.values() for step in template.steps}

    def of(self, case: Case, wanted: Projectable | None, before: Case | None = None) -> Projection:
        """What is to be seen. ``before`` is the case as it stood when this came on the wall (None: just now)."""
        room = for_room(case)
        found: Projection | None
        match wanted:
            case ProjectableStep():
                found = self._step(room, wanted)
            case ProjectableQuestion():
                found = self._question(room, wanted, before or case)
            case ProjectablePoll():
                found = self._poll(room, wanted)
            case ProjectableResult():
                found = self._result(room, wanted)
            case ProjectablePlan():
                found = self._plan(room, wanted)
            case ProjectableProcess():
                found = self._process(room, wanted)
            case ProjectableDots():
                found = self._dots(room, wanted)
            case ProjectableCandidates():
                found = self._candidates(room, wanted)
            case ProjectableServices():
                found = self._services(room, wanted)
            case ProjectableUsage():
                found = self._usage(room, wanted)
            case ProjectableEFile():
                found = self._e_file(room, wanted)
            case ProjectableBreak(resumes=moment):
                resumes = "" if moment is None else f"{moment.astimezone(LOCAL):%H:%M}"
                found = ProjectedBreak(resumes=resumes, footing=self._footing(room))
            case ProjectableJoin():
                found = ProjectedJoin(address=wanted.address, cells=wanted.cells, footing=self._footing(room))
            case None:
                found = None
            case _:
                assert_never(wanted)
        return found or self._title(room)

    def _title(self, case: Case) -> ProjectedTitle:
        modules = [name for name in map(self._module, case.modules) if name]
        communes = self._texts.joined([commune.title for commune in case.head.communes])
        return ProjectedTitle(title=communes, subtitle=self._texts.joined(modules))

    def _step(self, case: Case, wanted: ProjectableStep) -> ProjectedStep | None:
        day = case.agenda.get(wanted.day)
        step = None if day is None else find_step(day, wanted.step)
        if day is None or step is None:
            return None
        shown = [item for item in day.steps if state_of(item) is not StepState.SKIPPED or item.id == step.id]
        place = shown.index(step)
        return ProjectedStep(
            title=step.title,
            goal=self._goals.get(step.template_step or "", ""),
            place=place + 1,
            count=len(shown),
            following=shown[place + 1].title if place + 1 < len(shown) else "",
            footing=self._footing(case, step.module or day.module),
            is_break=step.kind is not StepKind.WORK,
        )

    def _question(self, case: Case, wanted: ProjectableQuestion, before: Case) -> ProjectedQuestion | None:
        assessment = case.assessments.get(wanted.assessment)
        question = self._asked(assessment, wanted.question)
        if assessment is None or question is None:
            return None
        wording = question.wording(case.commune.kind)
        answer = case.answer(assessment.id, question.id)
        is_new = answer.level != before.answer(assessment.id, question.id).level
        return ProjectedQuestion(
            id=question.id,
            dimension=self._dimension(assessment, question.dimension),
            text=wording.text or question.text,
            footing=self._footing(case, self._questionnaires.of(assessment).module),
            levels=self._levels(assessment, wording.anchors or ()) if question.scores else (),
            choices=question.shown_choices,
            recorded=answer.level if is_new else None,
        )

    def _poll(self, case: Case, wanted: ProjectablePoll) -> ProjectedPoll | None:
        poll = case.polls.get(wanted.poll)
        assessment = None if poll is None else case.assessments.get(poll.assessment)
        if poll is None or assessment is None:
            return None
        outcome = poll.outcome
        shown = ProjectedPoll(
            id=poll.item,
            dimension=self._dimension(assessment, poll.item),
            text=self._texts("projector.target-question"),
            footing=self._footing(case, self._questionnaires.of(assessment).module),
            levels=self._levels(assessment, ()),
            rounds=poll.shown,
            settled=None if outcome is None else outcome.settled,
            level=None if outcome is None else outcome.level,
        )
        return self._asking(case, assessment, poll, shown) if poll.about is PollAbout.QUESTION else shown

    def _asking(self, case: Case, assessment: Assessment, poll: Poll, shown: ProjectedPoll) -> ProjectedPoll | None:
        """The poll with the words of its question, which may not be for the room."""
        question = self._asked(assessment, poll.item)
        if question is None:
            return None
        wording = question.wording(case.commune.kind)
        return replace(
            shown,
            dimension=self._dimension(assessment, question.dimension),
            text=wording.text or question.text,
            levels=self._levels(assessment, wording.anchors_short or wording.anchors or ()),
        )

    def _result(self, case: Case, wanted: ProjectableResult) -> ProjectedCharts | None:
        from advisor_app.services.results import Results

        assessment = case.assessments.get(wanted.assessment)
        if assessment is None or not case.answers.get(assessment.id):
            return None
        standing = Results(self._documents).standing(case, assessment)
        charts = tuple(chart for chart in (standing.radar, standing.bars) if chart is not None)
        if not charts:
            return None
        return ProjectedCharts(
            kicker=self._texts("projector.result"),
            title=self._texts("documents.key.phase-near", title=standing.title) if standing.is_near else standing.title,
            charts=charts,
            footing=self._footing(case, standing.module_id),
            note=self._texts(
                "projector.own-model",
                notice=standing.notice,
                version=self._questionnaires.of(assessment).scale.version,
            ),
        )

    def _plan(self, case: Case, wanted: ProjectablePlan) -> ProjectedCharts | None:
        from advisor_app.charts.gantt import Gantt
        from advisor_app.documents.blocks import Figure
        from advisor_app.documents.parts.plan_charts import gantt

        given = self._documents.input_of(case, "implementation-plan")
        blocks = gantt(given, in_order(case.measures.values()))
        chart = next((block.chart for block in blocks if isinstance(block, Figure)), None)
        if not isinstance(chart, Gantt):
            return None
        return ProjectedCharts(
            kicker=self._texts("projector.plan"),
            title=chart.title,
            charts=(chart,),
            footing=self._footing(case),
            focus=wanted.measure,
        )

    def _process(self, case: Case, wanted: ProjectableProcess) -> ProjectedCharts | None:
        from advisor_app.charts.swim_lanes.process import process_lanes

        sheet = case.processes.get(wanted.process)
        if sheet is None or not sheet.steps(wanted.flow):
            return None
        return ProjectedCharts(
            kicker=self._texts(f"projector.flow.{wanted.flow.value}", code=sheet.code),
            title=sheet.title or sheet.code,
            charts=(process_lanes(sheet, wanted.flow, self._texts),),
            footing=self._footing(case),
            focus=wanted.step,
        )

    def _dots(self, case: Case, wanted: ProjectableDots) -> ProjectedCharts | None:
        from advisor_app.charts.area_dots import dots_of

        poll = case.area_polls.get(wanted.poll)
        assessment = None if poll is None else case.assessments.get(poll.assessment)
        if poll is None or assessment is None:
            return None
        title = self._texts("candidates.dots-title")
        dimensions = self._questionnaires.of(assessment).dimensions
        areas = {item.id: item.title for item in dimensions if item.kind is DimensionKind.IMPACT_AREA}
        return ProjectedCharts(
            kicker=self._texts("projector.dots"),
            title=title,
            charts=(dots_of(poll, areas, title, self._texts),),
            footing=self._footing(case, self._questionnaires.of(assessment).module),
        )

    def _candidates(self, case: Case, wanted: ProjectableCandidates) -> ProjectedCharts | None:
        from advisor_app.charts.candidate_matrix import matrix_of
        from advisor_app.charts.rank_list import ranks_of

        if not case.candidates:
            return None
        title = self._texts("candidates.matrix-title")
        ranked = ranking(case.candidates.values(), self._catalog.candidate_rules)
        return ProjectedCharts(
            kicker=self._texts("projector.candidates"),
            title=title,
            charts=(replace(matrix_of(ranked, title, self._texts), is_low=True), ranks_of(ranked, title, self._texts)),
            footing=self._footing(case),
            focus=wanted.focus,
        )

    def _services(self, case: Case, wanted: ProjectableServices) -> ProjectedCharts | None:
        from advisor_app.charts.stacked_bars.services import level_rows, most_used_rows, office_rows

        models = self._catalog.maturity_models
        current = model_in_force(models.values(), today(self._clock))
        # Offices are told by the services that name them: what is noted about one is not for the room.
        overview = overview_of(case.services.values(), (), models, "" if current is None else current.id)
        charts: list[Chart] = []
        if wanted.picture is ServicesPicture.OFFICES and overview.services:
            charts = [office_rows(overview.offices, self._texts)]
        elif overview.services:
            used = [most_used_rows(overview, self._texts)] if most_used(overview.services) else []
            charts = [*used, level_rows(overview, models, self._texts)]
        if not charts:
            return None
        return ProjectedCharts(
            kicker=self._texts("projector.services"),
            title=self._texts.joined([chart.title for chart in charts]),
            charts=tuple(charts),
            footing=self._footing(case),
        )

    def _usage(self, case: Case, wanted: ProjectableUsage) -> ProjectedCharts | None:
        from advisor_app.documents.parts.usage_charts import has_figures, usage_chart

        services = [item for item in case.usage.values() if wanted.service in ("", item.id)]
        if not has_figures(services, wanted.period, wanted.cut):
            return None
        chart = usage_chart(services, wanted.period, wanted.cut, self._texts, _MOST_BARS)
        names = [item.title for item in services if wanted.service]
        return ProjectedCharts(
            kicker=" · ".join((self._texts("projector.usage"), *names)),
            title=chart.title,
            charts=(chart,),
            footing=self._footing(case),
        )

    def _e_file(self, case: Case, wanted: ProjectableEFile) -> ProjectedCharts | None:
        from advisor_app.services.e_file_charts import e_file_charts

        guide = next(iter(self._catalog.e_file_guides.values()), None)
        charts = () if guide is None else e_file_charts(case, guide, wanted.view, self._texts)
        if guide is None or not charts:
            return None
        return ProjectedCharts(
            kicker=self._texts("projector.e-file"),
            title=charts[0].title,
            charts=charts,
            footing=self._footing(case, guide.module),
        )

    def _asked(self, assessment: Assessment | None, name: str) -> Question | None:
        """A question that may be asked in a room; one that is confidential is not."""
        if assessment is None:
            return None
        questions: Iterable[Question] = self._questionnaires.of(assessment).questions
        return next((item for item in questions if item.id == name and not item.confidential), None)

    def _levels(self, assessment: Assessment, anchors: tuple[str, ...]) -> tuple[ProjectedLevel, ...]:
        words = self._questionnaires.of(assessment).scale.levels
        return tuple(
            ProjectedLevel(
                number=level.number,
                anchor=anchors[level.number] if level.number < len(anchors) else "",
                word=level.word,
            )
            for level in words
        )

    def _dimension(self, assessment: Assessment, name: str) -> str:
        dimensions = self._questionnaires.of(assessment).dimensions
        return next((item.title for item in dimensions if item.id == name), "")

    def _footing(self, case: Case, module: str = "") -> str:
        modules = case.modules
        name = module or (modules[0] if len(modules) == 1 else "")
        return " · ".join(filter(None, (case.commune.title, self._module(name) if name else "")))

    def _module(self, name: str) -> str:
        module = self._catalog.modules.get(name)
        if module is None:
            return ""
        return f"{self._texts('assessments.module', number=module.number)} {module.title}"
