"""A case as the list of its records."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AgendaDaySet,
    AnswerSet,
    ArchivedDocumentSet,
    AreaPollSet,
    AreaStandingSet,
    AssessmentMigrationSet,
    AssessmentSet,
    BookingSet,
    BrandingSet,
    CandidateSet,
    Change,
    ClarificationSet,
    CohortConsentSet,
    CohortFiguresSet,
    ContactSet,
    CriterionWeightSet,
    DocumentStateSet,
    EvidenceSet,
    FilePlanEntrySet,
    HeadSet,
    MeasureSet,
    MinutesEntrySet,
    NoteSet,
    OfficeSet,
    ParticipantSet,
    PersonRetentionSet,
    PlanSet,
    PollSet,
    PreparationTaskSet,
    ProcessSet,
    ReadyCheckSet,
    RetentionSet,
    RoleSet,
    RolloutStepSet,
    SampleFilingSet,
    SectionSet,
    SentFormSet,
    ServiceSet,
    StatementSet,
    TargetSet,
    UsageSet,
    UseCaseSet,
    VariantRatingSet,
    VocabularySet,
    WayDecisionSet,
    WorkingStateSet,
)
from advisor_app.domain.plan import Plan


def records_of(case: Case) -> Iterator[Change]:
    """Every record of a case as the change that adds it, the head first; without what concerns this copy only."""
    yield HeadSet(None, case.head)
    yield from (BookingSet(key, None, record) for key, record in case.bookings.items())
    yield from (NoteSet(key, None, record) for key, record in case.notes.items())
    yield from (ContactSet(key, None, record) for key, record in case.contacts.items())
    yield from (VocabularySet(key, None, record) for key, record in case.vocabulary.items())
    yield from (RoleSet(key, None, record) for key, record in case.roles.items())
    yield from (AgendaDaySet(key, None, record) for key, record in case.agenda.items())
    yield from (PreparationTaskSet(key, None, record) for key, record in case.preparation.items())
    yield from (ReadyCheckSet(key, None, record) for key, record in case.ready_checks.items())
    yield from (MinutesEntrySet(key, None, record) for key, record in case.minutes.items())
    yield from (ParticipantSet(key, None, record) for key, record in case.participants.items())
    yield from (PersonRetentionSet(key, None, record) for key, record in case.person_retentions.items())
    yield from (WorkingStateSet(key, None, record) for key, record in case.working_states.items())
    yield from (AssessmentSet(key, None, record) for key, record in case.assessments.items())
    for assessment, answers in case.answers.items():
        yield from (AnswerSet(assessment, question, None, record) for question, record in answers.items())
    for assessment, statements in case.statements.items():
        yield from (
            StatementSet(assessment, question, role, None, record) for (question, role), record in statements.items()
        )
    for assessment, targets in case.targets.items():
        yield from (TargetSet(assessment, dimension, None, level) for dimension, level in targets.items())
    yield from (AssessmentMigrationSet(key, None, record) for key, record in case.migrations.items())
    yield from (PollSet(key, None, record) for key, record in case.polls.items())
    yield from (ClarificationSet(key, None, record) for key, record in case.clarifications.items())
    yield from (AreaPollSet(key, None, record) for key, record in case.area_polls.items())
    yield from (CandidateSet(key, None, record) for key, record in case.candidates.items())
    yield from (WayDecisionSet(key, None, record) for key, record in case.way_decisions.items())
    yield from (UseCaseSet(key, None, record) for key, record in case.use_cases.items())
    yield from (ProcessSet(key, None, record) for key, record in case.processes.items())
    yield from (UsageSet(key, None, record) for key, record in case.usage.items())
    yield from (ServiceSet(key, None, record) for key, record in case.services.items())
    yield from (OfficeSet(key, None, record) for key, record in case.offices.items())
    yield from (AreaStandingSet(key, None, record) for key, record in case.e_file_areas.items())
    yield from (FilePlanEntrySet(key, None, record) for key, record in case.file_plan.items())
    yield from (SampleFilingSet(key, None, record) for key, record in case.sample_filings.items())
    yield from (CriterionWeightSet(key, None, record) for key, record in case.scan_weights.items())
    yield from (VariantRatingSet(key, None, record) for key, record in case.scan_ratings.items())
    yield from (RolloutStepSet(key, None, record) for key, record in case.rollout.items())
    if case.plan != Plan():
        yield PlanSet(None, case.plan)
    yield from (MeasureSet(key, None, record) for key, record in case.measures.items())
    yield from (CohortConsentSet(key, None, record) for key, record in case.cohort_consents.items())
    yield from (CohortFiguresSet(key, None, record) for key, record in case.cohort_figures.items())
    if case.retention is not None:
        yield RetentionSet(None, case.retention)
    if case.branding is not None:
        yield BrandingSet(None, case.branding)
    yield from (EvidenceSet(key, None, record) for key, record in case.evidence.items())
    yield from (SectionSet(key, None, record) for key, record in case.sections.items())
    yield from (DocumentStateSet(key, None, record) for key, record in case.document_states.items())
    yield from (ArchivedDocumentSet(key, None, record) for key, record in case.archived_documents.items())
    yield from (SentFormSet(key, None, record) for key, record in case.sent_forms.items())
