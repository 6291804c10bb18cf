"""The documents there are. A new one is a module here and a line in the registry."""

from __future__ import annotations

from advisor_app.documents.kind import DocumentKind, Occasion
from advisor_app.documents.kinds import (
    assessment_comparison,
    case_record,
    commune_extract,
    council_draft,
    emergency_folder,
    feedback_form,
    funding_record,
    implementation_plan,
    invitation,
    mayor_page,
    minutes_extract,
    offer,
    order_confirmation,
    participants_query,
    pre_survey,
    privacy_notice,
    result_report,
    use_case,
)
from advisor_app.documents.paper_kinds import PAPERS
from advisor_app.domain.case_document import RELEASED, PackShare
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Audience

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
        id=use_case.KIND,
        occasion=Occasion.RESULTS,
        audience=Audience.REPORT,
        build=use_case.build,
        sections=use_case.sections,
        items=use_case.items,
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
    ),
    DocumentKind(
        id=commune_extract.KIND,
        occasion=Occasion.COMPLETION,
        audience=Audience.REPORT,
        build=commune_extract.build,
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
    *PAPERS,
)
"""Every kind of document, in the order in which they come up in a case."""


def find_kind(name: str) -> DocumentKind:
    """The kind with an id; raises AdvisorError(UNKNOWN_DOCUMENT)."""
    for kind in KINDS:
        if kind.id == name:
            return kind
    raise AdvisorError(Problem.UNKNOWN_DOCUMENT, name=name)
