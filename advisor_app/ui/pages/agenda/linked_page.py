"""What belongs to a step and can be opened in its place: a page of the program with how far it is, and documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import AgendaDay, AgendaStep, Section, module_of
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.assessment import AnswerState, Assessment, AssessmentKind
from advisor_app.domain.candidate import in_order as candidates_in_order
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.case import Case
from advisor_app.domain.evaluation import Evaluation
from advisor_app.domain.process import in_order
from advisor_app.domain.questionnaire import Dimension
from advisor_app.domain.sheet_part import SheetPart
from advisor_app.services.agendas import asks_for_some, is_asked_in
from advisor_app.services.workspace import Workspace
from advisor_app.texts import Texts
from advisor_app.ui.pages.registry import PageEntry, page_named

translate = QCoreApplication.translate

_PARTS = {
    Section.AREAS: "selection",
    Section.CANDIDATES: "selection",
    Section.RANKING: "selection",
    Section.DECISION: "selection",
    Section.TARGETS: "results",
    Section.SERVICE_OFFICES: "services",
    Section.E_FILE_AREAS: "e-file",
    Section.E_FILE_WAY: "e-file",
    Section.FILE_PLAN: "e-file",
    Section.FILING_EXERCISE: "e-file",
    Section.SCANNING: "e-file",
    Section.E_FILE_ROLLOUT: "e-file",
    Section.COSTS: "use-case",
}
"""Sections that are a part of a page; every other one is called like its page, and needs nothing else here."""
_OF_ASSESSMENTS = frozenset({"assessment", "results"})
_SOME = 6

_ITEMS = {
    Section.SERVICES: "list",
    Section.SERVICE_OFFICES: "offices",
    Section.E_FILE_AREAS: "areas",
    Section.E_FILE_WAY: "way",
    Section.FILE_PLAN: "file-plan",
    Section.FILING_EXERCISE: "exercise",
    Section.SCANNING: "scanning",
    Section.E_FILE_ROLLOUT: "rollout",
}
"""The part of its page that a section opens, where there is no more to say of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """A page by its name, with the part to open, its icon, and in words what there is to see and to do."""

    page: str
    item: str
    icon: str
    title: str
    state: str
    action: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A step of a day in its case, and the assessment that it is about."""

    case: Case
    day: AgendaDay
    step: AgendaStep
    workspace: Workspace
    assessment: Assessment | None = None


def page_of(section: Section) -> PageEntry:
    """The page of a section."""
    return page_named(_PARTS.get(section, section.value))


def section_title(section: Section) -> str:
    """What the work of a section is called; by default like its page."""
    words = {
        Section.ASSESSMENT: translate("agenda", "Fragen beantworten"),
        Section.AREAS: translate("agenda", "Wirkungsbereiche wählen"),
        Section.RESULTS: translate("agenda", "Ergebnis zeigen"),
        Section.TARGETS: translate("agenda", "Zielstufen festlegen"),
        Section.USE_CASE: translate("agenda", "Anwendungsfall ausarbeiten"),
        Section.PROCESSES: translate("agenda", "Prozessaufnahmen ausfüllen"),
        Section.PLAN: translate("agenda", "Maßnahmen planen"),
        Section.CANDIDATES: translate("agenda", "Kandidaten sammeln"),
        Section.RANKING: translate("agenda", "Kandidaten ordnen"),
        Section.DECISION: translate("agenda", "Anwendungsfall oder Umsetzungsplan"),
        Section.SERVICES: translate("agenda", "Leistungen festhalten"),
        Section.SERVICE_OFFICES: translate("agenda", "Folgen je Amt festhalten"),
        Section.E_FILE_AREAS: translate("agenda", "Funktionsbereiche festhalten"),
        Section.E_FILE_WAY: translate("agenda", "Weg eines Schriftstücks festhalten"),
        Section.FILE_PLAN: translate("agenda", "Aktenplan ansehen"),
        Section.FILING_EXERCISE: translate("agenda", "Testakte anlegen"),
        Section.SCANNING: translate("agenda", "Posteingang und Scannen festhalten"),
        Section.E_FILE_ROLLOUT: translate("agenda", "Einführung planen"),
        Section.COSTS: translate("agenda", "Kosten und Förderung rechnen"),
    }
    return words.get(section) or page_of(section).title


def sections_of(case: Case) -> tuple[Section, ...]:
    """The sections whose page the case has."""
    return tuple(section for section in Section if page_of(section).is_needed(case))


def part_title(part: SheetPart) -> str:
    """What a part of the process sheets is called."""
    words = {
        SheetPart.PROFILE: translate("agenda", "Steckbrief"),
        SheetPart.AS_IS: translate("agenda", "Ist"),
        SheetPart.TO_BE: translate("agenda", "Soll"),
        SheetPart.BENEFIT: translate("agenda", "Nutzen"),
    }
    return words[part]


def linked_pages(case: Case, day: AgendaDay, step: AgendaStep, workspace: Workspace) -> tuple[LinkedPage, ...]:
    """What belongs to a step, in order: the page of its section where the case has it, then its documents."""
    place = _Place(case, day, step, workspace)
    found = []
    if step.section is not None and page_of(step.section).is_needed(case):
        found.append(_section_page(step.section, place))
    return (*found, *_documents(place))


def _section_page(section: Section, place: _Place) -> LinkedPage:
    """The page of a section with its state; of assessments the one that the day is about."""
    entry = page_named("plan") if section is Section.COSTS and _counts_in_plan(place) else page_of(section)
    item, state = "", ""
    if entry.name in _OF_ASSESSMENTS:
        place, lacks_survey = _with_assessment(place)
        item, state = _of_assessment(section, place)
        if lacks_survey:
            state = translate(
                "agenda", "Es gibt noch keine Vorab-Abfrage. Auf der Seite „Erhebung“ legt das Plus sie an."
            )
    elif section in _ITEMS:
        item = _ITEMS[section]
    elif section in _STATES:
        item, state = _STATES[section](place)
    title = section_title(section)
    part = place.step.part
    if section is Section.PROCESSES and part is not None:
        title = translate("agenda", "{title}: {part}").format(title=title, part=part_title(part))
    return LinkedPage(page=entry.name, item=item, icon=entry.icon, title=title, state=state, action=_action(entry.name))


def _action(page: str) -> str:
    words = {
        "assessment": translate("agenda", "Zur Erhebung"),
        "results": translate("agenda", "Zu den Ergebnissen"),
        "use-case": translate("agenda", "Zum Anwendungsfall"),
        "processes": translate("agenda", "Zu den Prozessen"),
        "plan": translate("agenda", "Zum Umsetzungsplan"),
        "selection": translate("agenda", "Zur Auswahl"),
    }
    return words.get(page) or translate("agenda", "Seite öffnen")


def _with_assessment(place: _Place) -> tuple[_Place, bool]:
    """The place with the assessment of its module; whether the pre-survey is missing that the day is about."""
    case, day, workspace = place.case, place.day, place.workspace
    template = workspace.catalog.agendas.get(day.template or "")
    is_survey = template is not None and template.variant is AgendaVariant.PRE_SURVEY
    kind = AssessmentKind.PRE_SURVEY if is_survey else None
    found = workspace.assessments.of_module(case, module_of(day, place.step), kind)
    lacks_survey = is_survey and (found is None or found.kind is not kind)
    return _Place(case, day, place.step, workspace, found or case.default_assessment()), lacks_survey


def _of_assessment(section: Section, place: _Place) -> tuple[str, str]:
    case, assessment, texts = place.case, place.assessment, place.workspace.texts
    if assessment is None:
        return "", translate("agenda", "Es gibt noch keine Erhebung.")
    if section is Section.TARGETS:
        targets = sorted(case.targets.get(assessment.id, {}))
        return assessment.id, _named(texts, targets, translate("agenda", "noch keine festgelegt"))
    evaluation = place.workspace.questionnaires.evaluate(case, assessment)
    every = asked = evaluation.dimensions()
    item = assessment.id
    if section is Section.ASSESSMENT:
        asked = tuple(dimension for dimension in every if is_asked_in(place.day, place.step, dimension))
        if not asked:
            return f"{item}:{Section.AREAS.value}", translate("agenda", "Es sind noch keine Wirkungsbereiche gewählt.")
        if asks_for_some(place.day, place.step):
            item = f"{item}:{_first_open(evaluation, asked)}"
    progress = [evaluation.progress(dimension) for dimension in asked]
    words = translate("agenda", "{done} von {total} Fragen beantwortet")
    state = words.format(done=sum(one.done for one in progress), total=sum(one.total for one in progress))
    if ":" in item:
        state = f"{texts.joined([dimension.id for dimension in asked])} · {state}"
    return item, state


def _first_open(evaluation: Evaluation, dimensions: Sequence[Dimension]) -> str:
    """The first question of some dimensions without an answer, else their first one."""
    questions = [q for dimension in dimensions for q in evaluation.visible_questions(dimension) if not q.is_calculated]
    still_open = (q.id for q in questions if evaluation.answer(q.id).state is AnswerState.UNANSWERED)
    return next(still_open, questions[0].id if questions else dimensions[0].id)


def _of_use_cases(place: _Place) -> tuple[str, str]:
    use_cases = sorted(place.case.use_cases.values(), key=lambda item: item.code)
    named = [f"{item.code} {item.title}".strip() for item in use_cases]
    return "", _named(place.workspace.texts, named, translate("agenda", "noch keiner angelegt"))


def _counts_in_plan(place: _Place) -> bool:
    """Whether costs are those of a plan: as was decided, else as long as there are measures and no use case."""
    decision = place.workspace.candidates.decision(place.case)
    way = None if decision is None else decision.way
    if way is not None:
        return way is Way.PLAN
    return bool(place.case.measures) and not place.case.use_cases


def _of_costs(place: _Place) -> tuple[str, str]:
    """The costs of the first use case, alone and in an alliance; of a plan they stand with its measures."""
    if _counts_in_plan(place):
        return _of_plan(place)
    use_cases = sorted(place.case.use_cases.values(), key=lambda item: item.code)
    _, state = _of_use_cases(place)
    return (f"{use_cases[0].id}/costs" if use_cases else ""), state


def _of_processes(place: _Place) -> tuple[str, str]:
    """The part that the step is about, of the sheet that the page shows."""
    named = [f"{sheet.code} {sheet.title}".strip() for sheet in in_order(place.case.processes.values())]
    item = "" if place.step.part is None else f"/{place.step.part.value}"
    return item, _named(place.workspace.texts, named, translate("agenda", "noch keiner angelegt"))


def _of_plan(place: _Place) -> tuple[str, str]:
    names = sorted(place.case.measures)
    return "", _named(place.workspace.texts, names, translate("agenda", "noch keine Maßnahmen"))


def _of_areas(place: _Place) -> tuple[str, str]:
    assessment = place.workspace.candidates.assessment(place.case)
    areas = () if assessment is None else assessment.areas
    return Section.AREAS.value, _named(place.workspace.texts, areas, translate("agenda", "noch keine gewählt"))


def _of_candidates(place: _Place) -> tuple[str, str]:
    names = [f"{item.code} {item.title}".strip() for item in candidates_in_order(place.case.candidates.values())]
    words = _named(place.workspace.texts, names, translate("agenda", "noch keine gesammelt"))
    return Section.CANDIDATES.value, words


def _of_ranking(place: _Place) -> tuple[str, str]:
    first = [item.candidate for item in place.workspace.candidates.ranking(place.case) if item.rank == 1]
    names = [f"{item.code} {item.title}".strip() for item in first]
    words = _named(place.workspace.texts, names, translate("agenda", "noch keiner bewertet"))
    return Section.RANKING.value, translate("agenda", "Platz 1: {names}").format(names=words) if names else words


def _of_decision(place: _Place) -> tuple[str, str]:
    decision = place.workspace.candidates.decision(place.case)
    way = None if decision is None else decision.way
    texts = place.workspace.texts
    words = texts("candidates.undecided") if way is None else texts(f"candidates.way.{way.value}")
    return Section.DECISION.value, words


_STATES: dict[Section, Callable[[_Place], tuple[str, str]]] = {
    Section.USE_CASE: _of_use_cases,
    Section.PROCESSES: _of_processes,
    Section.PLAN: _of_plan,
    Section.COSTS: _of_costs,
    Section.AREAS: _of_areas,
    Section.CANDIDATES: _of_candidates,
    Section.RANKING: _of_ranking,
    Section.DECISION: _of_decision,
}
"""Which part to open and how far it is, for pages of which there is something to say; others are opened as they are."""


def _documents(place: _Place) -> list[LinkedPage]:
    """The documents of the step; of several of a kind that of this day or module is meant."""
    day, step, workspace = place.day, place.step, place.workspace
    with_assessment, _ = _with_assessment(place)
    assessment = "" if with_assessment.assessment is None else with_assessment.assessment.id
    entry = page_named("documents")
    return [
        LinkedPage(
            page=entry.name,
            item=":".join(filter(None, (kind, day.id, assessment, module_of(day, step)))),
            icon=entry.icon,
            title=workspace.documents.title(kind),
            state="",
            action=translate("agenda", "Öffnen"),
        )
        for kind in workspace.agendas.documents_of(step)
    ]


def _named(texts: Texts, names: list[str] | tuple[str, ...], nothing: str) -> str:
    """The names, of many the first few."""
    shown = list(names)
    if len(shown) > _SOME + 1:
        shown = [*shown[:_SOME], translate("agenda", "{count} weitere").format(count=len(names) - _SOME)]
    return texts.joined(shown) if shown else nothing
