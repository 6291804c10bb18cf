"""The documents there are. A new one is a module here and a line in the registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from advisor_app.documents.blocks import Document
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.kind import DocumentKind, Item, Occasion
from advisor_app.documents.kinds import (
    agenda,
    assessment_comparison,
    attendance_certificate,
    attendance_list,
    candidate_list,
    case_record,
    commune_extract,
    council_draft,
    e_file_checklist,
    e_file_sheet,
    emergency_folder,
    feedback_form,
    filing_exercise,
    filing_solution,
    funding_record,
    glossary,
    impact_area_cards,
    implementation_plan,
    invitation,
    mayor_page,
    measure_sheet,
    minutes,
    minutes_extract,
    minutes_form,
    module_handout,
    offer,
    order_confirmation,
    participants_query,
    photo_minutes,
    pre_survey,
    privacy_notice,
    process_profile,
    process_report,
    process_sheet,
    questionnaire_answered,
    questionnaire_blank,
    requirements_list,
    result_report,
    room_equipment_list,
    run_sheet,
    service_list,
    service_overview,
    task_list,
    usage_report,
    use_case,
    use_case_canvas,
    voting_cards,
    workshop_sign,
)
from advisor_app.documents.parts.workshop_days import day_items
from advisor_app.domain.case_document import RELEASED, PackShare
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience


class _Paper(Protocol):
    """A module that makes a paper of the workshop."""

    KIND: str

    def build(self, given: DocumentInput, /) -> Document:
        """The document."""
        ...


def _paper(
    module: _Paper,
    occasion: Occasion,
    in_pack: PackShare = PackShare.NONE,
    booked: str = "",
    items: Callable[[DocumentInput], tuple[Item, ...]] | None = None,
) -> DocumentKind:
    """A paper that the commune gets and nobody has to release; ``booked`` is the one module that it belongs to."""
    return DocumentKind(
        id=module.KIND,
        occasion=occasion,
        audience=Audience.REPORT,
        build=module.build,
        items=items,
        modules=frozenset({booked} if booked else ()),
        initially=RELEASED,
        in_pack=in_pack,
    )


_PAPERS: tuple[DocumentKind, ...] = (
    DocumentKind(
        id=agenda.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=agenda.build,
        sections=agenda.sections,
        items=day_items,
        in_pack=PackShare.EACH,
    ),
    DocumentKind(
        id=run_sheet.KIND,
        occasion=Occasion.WORKSHOP,
        audience=Audience.INTERNAL,
        build=run_sheet.build,
        items=day_items,
        in_pack=PackShare.ONE,
    ),
    _paper(questionnaire_blank, Occasion.PREPARATION, PackShare.ONE, items=questionnaire_blank.items),
    replace(_paper(process_profile, Occasion.PREPARATION, booked="M2"), sections=process_profile.sections),
    _paper(service_list, Occasion.PREPARATION, booked="M1"),
    replace(_paper(room_equipment_list, Occasion.PREPARATION), sections=room_equipment_list.sections),
    _paper(module_handout, Occasion.WORKSHOP, PackShare.EACH, items=module_handout.items),
    _paper(glossary, Occasion.WORKSHOP),
    _paper(voting_cards, Occasion.WORKSHOP, PackShare.EACH),
    _paper(impact_area_cards, Occasion.WORKSHOP, PackShare.ONE, booked="M4"),
    _paper(process_sheet, Occasion.WORKSHOP, PackShare.ONE, booked="M2"),
    _paper(e_file_checklist, Occasion.WORKSHOP, PackShare.ONE, booked="M3"),
    _paper(filing_exercise, Occasion.WORKSHOP, PackShare.ONE, booked="M3"),
    DocumentKind(
        id=filing_solution.KIND,
        occasion=Occasion.WORKSHOP,
        audience=Audience.INTERNAL,
        build=filing_solution.build,
        modules=frozenset({"M3"}),
        in_pack=PackShare.ONE,
    ),
    _paper(use_case_canvas, Occasion.WORKSHOP, PackShare.ONE, booked="M4"),
    _paper(measure_sheet, Occasion.WORKSHOP, PackShare.ONE),
    _paper(workshop_sign, Occasion.WORKSHOP, items=day_items),
    _paper(attendance_list, Occasion.WORKSHOP, PackShare.ONE, items=day_items),
    _paper(minutes_form, Occasion.WORKSHOP, PackShare.ONE, items=day_items),
    DocumentKind(
        id=questionnaire_answered.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=questionnaire_answered.build,
        by_assessment=True,
    ),
    _paper(attendance_certificate, Occasion.COMPLETION, items=attendance_certificate.items),
)
"""The papers of a workshop: what is handed out, written on, cut and signed."""

KINDS: tuple[DocumentKind, ...] = (
    DocumentKind(
        id=pre_survey.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=pre_survey.build,
        sections=pre_survey.sections,
        items=pre_survey.items,
        initially=RELEASED,
        is_form=True,
    ),
    DocumentKind(
        id=result_report.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=result_report.build,
        sections=result_report.sections,
        by_assessment=True,
    ),
    DocumentKind(
        id=candidate_list.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=candidate_list.build,
        sections=candidate_list.sections,
        modules=frozenset({"M4"}),
    ),
    DocumentKind(
        id=use_case.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=use_case.build,
        sections=use_case.sections,
        items=use_case.items,
    ),
    DocumentKind(
        id=process_report.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=process_report.build,
        sections=process_report.sections,
        items=process_report.items,
        modules=frozenset({"M2", "M3"}),
    ),
    *(
        DocumentKind(
            id=kind.KIND,
            occasion=Occasion.RESULTS,
            audience=Audience.REPORT,
            build=kind.build,
            sections=kind.sections,
            modules=frozenset({"M3"}),
        )
        for kind in (e_file_sheet, requirements_list)
    ),
    DocumentKind(
        id=service_overview.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=service_overview.build,
        sections=service_overview.sections,
        modules=frozenset({"M1"}),
    ),
    DocumentKind(
        id=usage_report.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=usage_report.build,
        sections=usage_report.sections,
        modules=frozenset({"M1"}),
    ),
    DocumentKind(
        id=implementation_plan.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=implementation_plan.build,
        sections=implementation_plan.sections,
    ),
    DocumentKind(
        id=mayor_page.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=mayor_page.build,
        sections=mayor_page.sections,
        by_assessment=True,
    ),
    DocumentKind(
        id=offer.KIND,
        occasion=Occasion.REQUEST,
        audience=Audience.REPORT,
        build=offer.build,
        sections=offer.sections,
    ),
    DocumentKind(
        id=order_confirmation.KIND,
        occasion=Occasion.REQUEST,
        audience=Audience.REPORT,
        build=order_confirmation.build,
        sections=order_confirmation.sections,
        items=order_confirmation.items,
    ),
    DocumentKind(
        id=invitation.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=invitation.build,
        sections=invitation.sections,
        items=invitation.items,
    ),
    DocumentKind(
        id=privacy_notice.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=privacy_notice.build,
        sections=privacy_notice.sections,
    ),
    DocumentKind(
        id=participants_query.KIND,
        occasion=Occasion.PREPARATION,
        audience=Audience.REPORT,
        build=participants_query.build,
        sections=participants_query.sections,
        items=participants_query.items,
        initially=RELEASED,
    ),
    DocumentKind(
        id=emergency_folder.KIND,
        occasion=Occasion.WORKSHOP,
        audience=Audience.INTERNAL,
        build=emergency_folder.build,
        items=emergency_folder.items,
        in_pack=PackShare.ONE,
    ),
    DocumentKind(
        id=council_draft.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=council_draft.build,
        sections=council_draft.sections,
    ),
    DocumentKind(
        id=assessment_comparison.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=assessment_comparison.build,
        sections=assessment_comparison.sections,
        items=assessment_comparison.items,
        looks_back=True,
    ),
    DocumentKind(
        id=commune_extract.KIND,
        occasion=Occasion.COMPLETION,
        audience=Audience.REPORT,
        build=commune_extract.build,
    ),
    *(
        DocumentKind(
            id=paper.KIND,
            occasion=Occasion.COMPLETION,
            audience=Audience.MINUTES,
            build=paper.build,
            items=day_items,
        )
        for paper in (minutes, photo_minutes, task_list)
    ),
    DocumentKind(
        id=minutes_extract.KIND,
        occasion=Occasion.COMPLETION,
        audience=Audience.MINUTES,
        build=minutes_extract.build,
    ),
    DocumentKind(
        id=case_record.KIND,
        occasion=Occasion.COMPLETION,
        audience=Audience.INTERNAL,
        build=case_record.build,
    ),
    DocumentKind(
        id=funding_record.KIND,
        occasion=Occasion.COMPLETION,
        audience=Audience.REPORT,
        build=funding_record.build,
        sections=funding_record.sections,
        items=funding_record.items,
    ),
    DocumentKind(
        id=feedback_form.KIND,
        occasion=Occasion.COMPLETION,
        audience=Audience.REPORT,
        build=feedback_form.build,
        initially=RELEASED,
        is_form=True,
        in_pack=PackShare.EACH,
    ),
    *_PAPERS,
)
"""Every kind of document, in the order in which they come up in a case."""


def find_kind(name: str) -> DocumentKind:
    """The kind with an id; raises AdvisorError(UNKNOWN_DOCUMENT)."""
    for kind in KINDS:
        if kind.id == name:
            return kind
    raise AdvisorError(Problem.UNKNOWN_DOCUMENT, name=name)
