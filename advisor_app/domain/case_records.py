"""A case as the list of its records."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AgendaDaySet,
    AnswerSet,
    ArchivedDocumentSet,
    AssessmentMigrationSet,
    AssessmentSet,
    BookingSet,
    BrandingSet,
    Change,
    ClarificationSet,
    ContactSet,
    DocumentStateSet,
    EvidenceSet,
    HeadSet,
    MeasureSet,
    MinutesEntrySet,
    NoteSet,
    ParticipantSet,
    PlanSet,
    PollSet,
    ProcessSet,
    RetentionSet,
    RoleSet,
    SectionSet,
    SentFormSet,
    StatementSet,
    TargetSet,
    UseCaseSet,
    VocabularySet,
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
    yield from (MinutesEntrySet(key, None, record) for key, record in case.minutes.items())
    yield from (ParticipantSet(key, None, record) for key, record in case.participants.items())
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
    yield from (UseCaseSet(key, None, record) for key, record in case.use_cases.items())
    yield from (ProcessSet(key, None, record) for key, record in case.processes.items())
    if case.plan != Plan():
        yield PlanSet(None, case.plan)
    yield from (MeasureSet(key, None, record) for key, record in case.measures.items())
    if case.retention is not None:
        yield RetentionSet(None, case.retention)
    if case.branding is not None:
        yield BrandingSet(None, case.branding)
    yield from (EvidenceSet(key, None, record) for key, record in case.evidence.items())
    yield from (SectionSet(key, None, record) for key, record in case.sections.items())
    yield from (DocumentStateSet(key, None, record) for key, record in case.document_states.items())
    yield from (ArchivedDocumentSet(key, None, record) for key, record in case.archived_documents.items())
    yield from (SentFormSet(key, None, record) for key, record in case.sent_forms.items())
