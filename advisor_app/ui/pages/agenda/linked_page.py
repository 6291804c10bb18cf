"""The page of the program that belongs to a step, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.agenda import AgendaDay, Section
from advisor_app.domain.agenda_template import AgendaVariant
from advisor_app.domain.assessment import Assessment, AssessmentKind
from advisor_app.domain.case import Case
from advisor_app.domain.process import in_order
from advisor_app.services.workspace import Workspace
from advisor_app.texts import Texts
from advisor_app.ui.pages.registry import page_named

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """A page by its name, with the part to open, its icon, and in words what there is to see and to do."""

    page: str
    item: str
    icon: str
    title: str
    state: str
    action: str


_PAGES = {
    Section.ASSESSMENT: "assessment",
    Section.AREAS: "assessment",
    Section.RESULTS: "results",
    Section.TARGETS: "results",
    Section.USE_CASE: "use-case",
    Section.PROCESSES: "processes",
    Section.PLAN: "plan",
}


def section_title(section: Section) -> str:
    """What the work of a section is called."""
    match section:
        case Section.ASSESSMENT:
            return translate("agenda", "Fragen beantworten")
        case Section.AREAS:
            return translate("agenda", "Wirkungsbereiche wählen")
        case Section.RESULTS:
            return translate("agenda", "Ergebnis zeigen")
        case Section.TARGETS:
            return translate("agenda", "Zielstufen festlegen")
        case Section.USE_CASE:
            return translate("agenda", "Anwendungsfall ausarbeiten")
        case Section.PROCESSES:
            return translate("agenda", "Prozessblätter ausfüllen")
        case Section.PLAN:
            return translate("agenda", "Maßnahmen planen")


def linked_page(section: Section, case: Case, day: AgendaDay, workspace: Workspace) -> LinkedPage | None:
    """The page of a section with its state in the case; of assessments the one that the day is about.

    None where the case has no such page.
    """
    name = _PAGES[section]
    entry = page_named(name)
    if not entry.is_needed(case):
        return None
    template = workspace.catalog.agendas.get(day.template or "")
    is_survey = template is not None and template.variant is AgendaVariant.PRE_SURVEY
    kind = AssessmentKind.PRE_SURVEY if is_survey else None
    assessment = workspace.assessments.of_module(case, day.module, kind)
    is_of_one = name in {"assessment", "results"}
    lacks_survey = is_of_one and is_survey and (assessment is None or assessment.kind is not kind)
    if assessment is None and is_of_one:
        assessment = case.default_assessment()
    item = "" if assessment is None or not is_of_one else assessment.id
    if item and section is Section.AREAS:
        item = f"{item}:{Section.AREAS.value}"
    return LinkedPage(
        page=name,
        item=item,
        icon=entry.icon,
        title=section_title(section),
        state=_without_survey() if lacks_survey else _state(section, case, assessment, workspace),
        action=_action(name),
    )


def _without_survey() -> str:
    """Answers before the workshop belong in an assessment of their own."""
    return translate("agenda", "Es gibt noch keine Vorab-Abfrage. Auf der Seite „Erhebung“ legt das Plus sie an.")


def _action(page: str) -> str:
    words = {
        "assessment": translate("agenda", "Zur Erhebung"),
        "results": translate("agenda", "Zu den Ergebnissen"),
        "use-case": translate("agenda", "Zum Anwendungsfall"),
        "processes": translate("agenda", "Zu den Prozessen"),
        "plan": translate("agenda", "Zum Umsetzungsplan"),
    }
    return words[page]


def _state(section: Section, case: Case, assessment: Assessment | None, workspace: Workspace) -> str:
    texts = workspace.texts
    match section:
        case Section.ASSESSMENT | Section.AREAS | Section.RESULTS | Section.TARGETS if assessment is None:
            return translate("agenda", "Es gibt noch keine Erhebung.")
        case Section.ASSESSMENT | Section.RESULTS if assessment is not None:
            evaluation = workspace.questionnaires.evaluate(case, assessment)
            progress = [evaluation.progress(dimension) for dimension in evaluation.dimensions()]
            done, total = sum(item.done for item in progress), sum(item.total for item in progress)
            return translate("agenda", "{done} von {total} Fragen beantwortet").format(done=done, total=total)
        case Section.AREAS if assessment is not None:
            return _named(texts, assessment.areas, translate("agenda", "noch keine gewählt"))
        case Section.TARGETS if assessment is not None:
            return _named(
                texts, sorted(case.targets.get(assessment.id, {})), translate("agenda", "noch keine festgelegt")
            )
        case Section.USE_CASE:
            use_cases = sorted(case.use_cases.values(), key=lambda item: item.code)
            named = [f"{item.code} {item.title}".strip() for item in use_cases]
            return _named(texts, named, translate("agenda", "noch keiner angelegt"))
        case Section.PROCESSES:
            sheets = in_order(case.processes.values())
            named = [f"{sheet.code} {sheet.title}".strip() for sheet in sheets]
            return _named(texts, named, translate("agenda", "noch keiner angelegt"))
        case _:
            return _named(texts, sorted(case.measures), translate("agenda", "noch keine Maßnahmen"))


def _named(texts: Texts, names: list[str] | tuple[str, ...], nothing: str) -> str:
    return texts.joined(tuple(names)) if names else nothing
