"""Building a case as the window does: by changes, record by record, so that no sample holds what a case could not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AgendaDaySet,
    AnswerSet,
    ArchivedDocumentSet,
    AssessmentMigrationSet,
    AssessmentSet,
    BookingSet,
    Change,
    ContactSet,
    DocumentStateSet,
    EvidenceSet,
    HandoverSet,
    HeadSet,
    MeasureSet,
    NoteSet,
    PlanSet,
    RetentionSet,
    RoleSet,
    SectionSet,
    StatementSet,
    TargetSet,
    UseCaseSet,
    VocabularySet,
    opened,
    reduce,
)


def built(case: Case) -> Case:
    """The same case, opened and then filled change by change; names and numbers of people stand apart from changes."""
    made = opened(case.id, HeadSet(None, case.head))
    for change in _changes(case):
        made = reduce(made, change)
    return replace(made, people=case.people)


def _changes(case: Case) -> Iterator[Change]:
    yield from (BookingSet(name, None, item) for name, item in case.bookings.items())
    yield from (NoteSet(name, None, item) for name, item in case.notes.items())
    yield from (ContactSet(name, None, item) for name, item in case.contacts.items())
    yield from (VocabularySet(name, None, item) for name, item in case.vocabulary.items())
    yield from (RoleSet(name, None, item) for name, item in case.roles.items())
    yield from (AgendaDaySet(name, None, item) for name, item in case.agenda.items())
    yield from (AssessmentSet(name, None, item) for name, item in case.assessments.items())
    for assessment in case.assessments:
        yield from _parts(case, assessment)
    yield from (UseCaseSet(name, None, item) for name, item in case.use_cases.items())
    yield PlanSet(None, case.plan)
    yield from (MeasureSet(name, None, item) for name, item in case.measures.items())
    yield from (SectionSet(key, None, item) for key, item in case.sections.items())
    yield from (DocumentStateSet(key, None, item) for key, item in case.document_states.items())
    yield from (ArchivedDocumentSet(name, None, item) for name, item in case.archived_documents.items())
    yield from (EvidenceSet(name, None, item) for name, item in case.evidence.items())
    if case.retention is not None:
        yield RetentionSet(None, case.retention)
    if case.handover is not None:
        yield HandoverSet(None, case.handover)


def _parts(case: Case, assessment: str) -> Iterator[Change]:
    for question, answer in case.answers.get(assessment, {}).items():
        yield AnswerSet(assessment, question, None, answer)
    for (question, role), statement in case.statements.get(assessment, {}).items():
        yield StatementSet(assessment, question, role, None, statement)
    for dimension, level in case.targets.get(assessment, {}).items():
        yield TargetSet(assessment, dimension, None, level)
    if assessment in case.migrations:
        yield AssessmentMigrationSet(assessment, None, case.migrations[assessment])
