"""Every way to change a case.

A change names one record and knows what stood there ``before`` and what stands there ``after``; None means that the
record is not there. So adding, editing and removing are one change, and its inverse swaps the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar, assert_never

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.assessment import Answer, Assessment, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import (
    Case,
    CaseBranding,
    CaseHead,
    CaseNote,
    Contact,
    Handover,
    Retention,
    RoleMapping,
    SectionKey,
)
from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence
from advisor_app.domain.plan import Measure, Plan
from advisor_app.domain.sent_form import SentForm
from advisor_app.domain.use_case import UseCase
from advisor_app.domain.words import Words

Key = TypeVar("Key")
Value = TypeVar("Value")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class _OnlyRecord(Generic[Record]):
    """A change of a record of which a case has one."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class _NamedRecord(Generic[Record]):
    """A change of one of several records, named by its id."""

    id: str
    before: Record | None
    after: Record | None


class HeadSet(_OnlyRecord[CaseHead]):
    """The case's head; ``before`` is None when the case is opened, ``after`` when that is undone."""

    __slots__ = ()


class BookingSet(_NamedRecord[Booking]):
    """A booking."""

    __slots__ = ()


class NoteSet(_NamedRecord[CaseNote]):
    """A note of a conversation."""

    __slots__ = ()


class ContactSet(_NamedRecord[Contact]):
    """A contact; names the person by id only."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class VocabularySet:
    """The house's own word for a word of the vocabulary."""

    word: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RoleSet:
    """How a role is called or which role stands for it."""

    role: str
    before: RoleMapping | None
    after: RoleMapping | None


class AgendaDaySet(_NamedRecord[AgendaDay]):
    """A workshop day with its steps."""

    __slots__ = ()


class AssessmentSet(_NamedRecord[Assessment]):
    """An assessment with its chosen impact areas."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class AnswerSet:
    """The agreed answer to a question of an assessment."""

    assessment: str
    question: str
    before: Answer | None
    after: Answer | None


@dataclass(frozen=True, slots=True)
class StatementSet:
    """What one role said to a question of an assessment."""

    assessment: str
    question: str
    role: str
    before: Statement | None
    after: Statement | None


@dataclass(frozen=True, slots=True)
class TargetSet:
    """The target level of a dimension in an assessment."""

    assessment: str
    dimension: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class AssessmentMigrationSet:
    """The way of an assessment to another version of its questionnaire."""

    assessment: str
    before: AssessmentMigration | None
    after: AssessmentMigration | None


class UseCaseSet(_NamedRecord[UseCase]):
    """A use case."""

    __slots__ = ()


class PlanSet(_OnlyRecord[Plan]):
    """The head of the plan; None stands for an empty one."""

    __slots__ = ()


class MeasureSet(_NamedRecord[Measure]):
    """A measure of the plan."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SectionSet:
    """A part of a document that the adviser writes."""

    section: SectionKey
    before: Words | None
    after: Words | None


@dataclass(frozen=True, slots=True)
class DocumentStateSet:
    """How far a document is on its way out; None where nobody has said anything about it."""

    document: DocumentKey
    before: DocumentState | None
    after: DocumentState | None


class ArchivedDocumentSet(_NamedRecord[ArchivedDocument]):
    """A document that was handed over; its file is only named, by its hash."""

    __slots__ = ()


class SentFormSet(_NamedRecord[SentForm]):
    """A form that goes out to be filled in; its id is the number that is printed on it."""

    __slots__ = ()


class EvidenceSet(_NamedRecord[Evidence]):
    """A piece of evidence; its file is only named, by its hash."""

    __slots__ = ()


class RetentionSet(_OnlyRecord[Retention]):
    """Until when the case is kept beyond the usual time."""

    __slots__ = ()


class BrandingSet(_OnlyRecord[CaseBranding]):
    """The commune's colour and logo."""

    __slots__ = ()


class HandoverSet(_OnlyRecord[Handover]):
    """That the case was handed over. It concerns this copy of the case only and is in no case file."""

    __slots__ = ()


Change = (
    HeadSet
    | BookingSet
    | NoteSet
    | ContactSet
    | VocabularySet
    | RoleSet
    | AgendaDaySet
    | AssessmentSet
    | AnswerSet
    | StatementSet
    | TargetSet
    | AssessmentMigrationSet
    | UseCaseSet
    | PlanSet
    | MeasureSet
    | SectionSet
    | DocumentStateSet
    | ArchivedDocumentSet
    | SentFormSet
    | EvidenceSet
    | RetentionSet
    | BrandingSet
    | HandoverSet
)


AssessmentPart = AnswerSet | StatementSet | TargetSet | AssessmentMigrationSet
"""What belongs to an assessment."""

DocumentPart = SectionSet | DocumentStateSet | ArchivedDocumentSet | SentFormSet
"""What belongs to a document."""


def inverse(change: Change) -> Change:
    """The change that takes this one back."""
    # mypy cannot see that both fields of each member have one type; the swap keeps it by construction.
    return replace(change, before=change.after, after=change.before)  # type: ignore[arg-type]


def current(case: Case | None, change: Change) -> object | None:
    """What the snapshot holds now where the change applies; must equal ``change.before``."""
    if case is None:
        return None
    match change:
        case HeadSet():
            return case.head
        case BookingSet():
            return case.bookings.get(change.id)
        case NoteSet():
            return case.notes.get(change.id)
        case ContactSet():
            return case.contacts.get(change.id)
        case VocabularySet():
            return case.vocabulary.get(change.word)
        case RoleSet():
            return case.roles.get(change.role)
        case AgendaDaySet():
            return case.agenda.get(change.id)
        case AssessmentSet():
            return case.assessments.get(change.id)
        case AnswerSet() | StatementSet() | TargetSet() | AssessmentMigrationSet():
            return _current_part(case, change)
        case UseCaseSet():
            return case.use_cases.get(change.id)
        case PlanSet():
            return None if case.plan == Plan() else case.plan
        case MeasureSet():
            return case.measures.get(change.id)
        case SectionSet() | DocumentStateSet() | ArchivedDocumentSet() | SentFormSet():
            return _current_of_document(case, change)
        case EvidenceSet():
            return case.evidence.get(change.id)
        case RetentionSet():
            return case.retention
        case BrandingSet():
            return case.branding
        case HandoverSet():
            return case.handover
        case _:
            assert_never(change)


def opened(case_id: str, change: HeadSet) -> Case:
    """The snapshot of a case that has just been opened. Raises AdvisorError(STALE_CHANGE) without a head."""
    if change.after is None:
        raise AdvisorError(Problem.STALE_CHANGE)
    return Case(id=case_id, head=change.after)


def reduce(case: Case, change: Change) -> Case:
    """The snapshot after a change. Raises AdvisorError(STALE_CHANGE) where the record is not as the change saw it."""
    expected = None if change.before == Plan() else change.before  # an empty plan is none at all
    if current(case, change) != expected:
        raise AdvisorError(Problem.STALE_CHANGE)
    match change:
        case HeadSet():
            return case if change.after is None else replace(case, head=change.after)
        case BookingSet():
            return replace(case, bookings=_with(case.bookings, change.id, change.after))
        case NoteSet():
            return replace(case, notes=_with(case.notes, change.id, change.after))
        case ContactSet():
            return replace(case, contacts=_with(case.contacts, change.id, change.after))
        case VocabularySet():
            return replace(case, vocabulary=_with(case.vocabulary, change.word, change.after))
        case RoleSet():
            return replace(case, roles=_with(case.roles, change.role, change.after))
        case AgendaDaySet():
            return replace(case, agenda=_with(case.agenda, change.id, change.after))
        case AssessmentSet():
            return replace(case, assessments=_with(case.assessments, change.id, change.after))
        case AnswerSet() | StatementSet() | TargetSet() | AssessmentMigrationSet():
            return _reduce_part(case, change)
        case UseCaseSet():
            return replace(case, use_cases=_with(case.use_cases, change.id, change.after))
        case PlanSet():
            return replace(case, plan=change.after or Plan())
        case MeasureSet():
            return replace(case, measures=_with(case.measures, change.id, change.after))
        case SectionSet() | DocumentStateSet() | ArchivedDocumentSet() | SentFormSet():
            return _reduce_of_document(case, change)
        case EvidenceSet():
            return replace(case, evidence=_with(case.evidence, change.id, change.after))
        case RetentionSet():
            return replace(case, retention=change.after)
        case BrandingSet():
            return replace(case, branding=change.after)
        case HandoverSet():
            return replace(case, handover=change.after)
        case _:
            assert_never(change)


def _current_part(case: Case, change: AssessmentPart) -> object | None:
    match change:
        case AnswerSet():
            return case.answers.get(change.assessment, {}).get(change.question)
        case StatementSet():
            return case.statements.get(change.assessment, {}).get((change.question, change.role))
        case TargetSet():
            return case.targets.get(change.assessment, {}).get(change.dimension)
        case AssessmentMigrationSet():
            return case.migrations.get(change.assessment)
        case _:
            assert_never(change)


def _reduce_part(case: Case, change: AssessmentPart) -> Case:
    match change:
        case AnswerSet():
            answers = _with(case.answers.get(change.assessment, {}), change.question, change.after)
            return replace(case, answers=_with(case.answers, change.assessment, answers or None))
        case StatementSet():
            said = case.statements.get(change.assessment, {})
            said = _with(said, (change.question, change.role), change.after)
            return replace(case, statements=_with(case.statements, change.assessment, said or None))
        case TargetSet():
            targets = _with(case.targets.get(change.assessment, {}), change.dimension, change.after)
            return replace(case, targets=_with(case.targets, change.assessment, targets or None))
        case AssessmentMigrationSet():
            return replace(case, migrations=_with(case.migrations, change.assessment, change.after))
        case _:
            assert_never(change)


def _current_of_document(case: Case, change: DocumentPart) -> object | None:
    match change:
        case SectionSet():
            return case.sections.get(change.section)
        case DocumentStateSet():
            return case.document_states.get(change.document)
        case ArchivedDocumentSet():
            return case.archived_documents.get(change.id)
        case SentFormSet():
            return case.sent_forms.get(change.id)
        case _:
            assert_never(change)


def _reduce_of_document(case: Case, change: DocumentPart) -> Case:
    match change:
        case SectionSet():
            return replace(case, sections=_with(case.sections, change.section, change.after))
        case DocumentStateSet():
            return replace(case, document_states=_with(case.document_states, change.document, change.after))
        case ArchivedDocumentSet():
            return replace(case, archived_documents=_with(case.archived_documents, change.id, change.after))
        case SentFormSet():
            return replace(case, sent_forms=_with(case.sent_forms, change.id, change.after))
        case _:
            assert_never(change)


def _with(records: Mapping[Key, Value], key: Key, value: Value | None) -> Mapping[Key, Value]:
    changed = dict(records)
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed
