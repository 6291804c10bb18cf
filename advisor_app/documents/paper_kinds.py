"""The papers of a workshop: what is handed out, written on, cut and signed, in the order in which they are needed."""

from __future__ import annotations

from advisor_app.documents.kind import DocumentKind, Occasion
from advisor_app.documents.kinds import (
    agenda,
    glossary,
    module_handout,
    questionnaire_answered,
    questionnaire_blank,
    run_sheet,
)
from advisor_app.documents.parts.workshop_days import day_items
from advisor_app.domain.case_document import RELEASED
from advisor_app.domain.words import Audience

PAPERS: tuple[DocumentKind, ...] = (
    DocumentKind(
        id=agenda.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=agenda.build,
        sections=agenda.sections,
        items=day_items,
    ),
    DocumentKind(
        id=run_sheet.KIND,
        occasion=Occasion.WORKSHOP,
        audience=Audience.INTERNAL,
        build=run_sheet.build,
        items=day_items,
    ),
    DocumentKind(
        id=questionnaire_blank.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=questionnaire_blank.build,
        items=questionnaire_blank.items,
        initially=RELEASED,
    ),
    DocumentKind(
        id=module_handout.KIND,
        occasion=Occasion.WORKSHOP,
        audience=Audience.REPORT,
        build=module_handout.build,
        items=module_handout.items,
        initially=RELEASED,
    ),
    DocumentKind(
        id=glossary.KIND,
        occasion=Occasion.WORKSHOP,
        audience=Audience.REPORT,
        build=glossary.build,
        initially=RELEASED,
    ),
    DocumentKind(
        id=questionnaire_answered.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=questionnaire_answered.build,
        by_assessment=True,
    ),
)
"""Kinds of which most are blank: nobody has to release them."""
