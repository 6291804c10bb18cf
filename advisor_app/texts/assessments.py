"""What an assessment is called: its module and its kind, and what tells it from others of both."""

from __future__ import annotations

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case
from advisor_app.domain.catalog import Catalog
from advisor_app.texts import Texts
from advisor_app.texts.numbers import format_date


def module_name(module: str, catalog: Catalog, texts: Texts) -> str:
    """``Modul 4``; the id itself where the packs do not have the module."""
    found = catalog.modules.get(module)
    return module if found is None else texts("assessments.module", number=found.number)


def assessment_title(case: Case, assessment: Assessment, module: str, catalog: Catalog, texts: Texts) -> str:
    """``Modul 4 · Workshop``; with day or number where the case has several of the module and kind.

    One that another one has taken over from says so and is not among the several.
    """
    name = module_name(module, catalog, texts)
    return " · ".join((name, *_kind_and_mark(case, assessment, texts), *_commune(case, assessment)))


def short_assessment_title(case: Case, assessment: Assessment, module: str, texts: Texts) -> str:
    """The same where there is little room: ``M4 · Workshop``."""
    return " · ".join((module, *_kind_and_mark(case, assessment, texts), *_commune(case, assessment)))


def _commune(case: Case, assessment: Assessment) -> tuple[str, ...]:
    """The commune that was assessed by itself."""
    return (case.assessed_commune(assessment).title,) if assessment.commune else ()


def _kind_and_mark(case: Case, assessment: Assessment, texts: Texts) -> tuple[str, ...]:
    kind = texts(f"documents.assessment.{assessment.kind.value}")
    superseding = case.superseding(assessment.id)
    if superseding is not None and superseding.finished_on is not None:
        day = format_date(superseding.finished_on, texts.language)
        return kind, texts("assessments.superseded", day=day)
    alike = [
        item
        for item in case.in_order()
        if case.superseding(item.id) is None
        and (item.questionnaire, item.kind, item.commune)
        == (assessment.questionnaire, assessment.kind, assessment.commune)
    ]
    if len(alike) < 2:
        return (kind,)
    days = [item.held_on for item in alike]
    if assessment.held_on is not None and days.count(assessment.held_on) == 1:
        return kind, format_date(assessment.held_on, texts.language)
    return kind, str(1 + [item.id for item in alike].index(assessment.id))
