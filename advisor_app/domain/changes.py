"""Every way to change a case.

A change names one record and knows what stood there ``before`` and what stands there ``after``; None means that the
record is not there. So adding, editing and removing are one change, and its inverse swaps the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.assessment import Answer, Assessment, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.attendance import Participant
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import (
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
from advisor_app.domain.clarification import Clarification
from advisor_app.domain.evidence import Evidence
from advisor_app.domain.minutes import MinutesEntry, WorkingState
from advisor_app.domain.plan import Measure, Plan
from advisor_app.domain.poll import Poll
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.sent_form import SentForm
from advisor_app.domain.use_case import UseCase
from advisor_app.domain.words import Words

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class _OnlyRecord(Generic[Record]):
    """A change of a record of which a case has one."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class NamedRecordSet(Generic[Record]):
    """A change of one of several records, named by its id.

    ``kind`` is what the log calls the record, ``records`` the field of the case that holds all of its kind.
    """

    kind: ClassVar[str]
    records: ClassVar[str]

    id: str
    before: Record | None
    after: Record | None


class HeadSet(_OnlyRecord[CaseHead]):
    """The case's head; ``before`` is None when the case is opened, ``after`` when that is undone."""

    __slots__ = ()


class BookingSet(NamedRecordSet[Booking]):
    """A booking."""

    __slots__ = ()
    kind, records = "booking", "bookings"


class NoteSet(NamedRecordSet[CaseNote]):
    """A note of a conversation."""

    __slots__ = ()
    kind, records = "note", "notes"


class ContactSet(NamedRecordSet[Contact]):
    """A contact; names the person by id only."""

    __slots__ = ()
    kind, records = "contact", "contacts"


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


class AgendaDaySet(NamedRecordSet[AgendaDay]):
    """A workshop day with its steps."""

    __slots__ = ()
    kind, records = "agenda-day", "agenda"


class AssessmentSet(NamedRecordSet[Assessment]):
    """An assessment with its chosen impact areas."""

    __slots__ = ()
    kind, records = "assessment", "assessments"


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


class PollSet(NamedRecordSet[Poll]):
    """A poll of the group with its rounds and what came of it."""

    __slots__ = ()
    kind, records = "poll", "polls"


class ClarificationSet(NamedRecordSet[Clarification]):
    """What the adviser decided about the Klärungsliste of an assessment; its id is the assessment's."""

    __slots__ = ()
    kind, records = "clarification", "clarifications"


class UseCaseSet(NamedRecordSet[UseCase]):
    """A use case."""

    __slots__ = ()
    kind, records = "use-case", "use_cases"


class ProcessSet(NamedRecordSet[ProcessSheet]):
    """A process sheet."""

    __slots__ = ()
    kind, records = "process", "processes"


class PlanSet(_OnlyRecord[Plan]):
    """The head of the plan; None stands for an empty one."""

    __slots__ = ()


class MeasureSet(NamedRecordSet[Measure]):
    """A measure of the plan."""

    __slots__ = ()
    kind, records = "measure", "measures"


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


class ArchivedDocumentSet(NamedRecordSet[ArchivedDocument]):
    """A document that was handed over; its file is only named, by its hash."""

    __slots__ = ()
    kind, records = "archived-document", "archived_documents"


class SentFormSet(NamedRecordSet[SentForm]):
    """A form that goes out to be filled in; its id is the number that is printed on it."""

    __slots__ = ()
    kind, records = "sent-form", "sent_forms"


class EvidenceSet(NamedRecordSet[Evidence]):
    """A piece of evidence; its file is only named, by its hash."""

    __slots__ = ()
    kind, records = "evidence", "evidence"


class MinutesEntrySet(NamedRecordSet[MinutesEntry]):
    """An entry of the minutes of a workshop day."""

    __slots__ = ()
    kind, records = "minutes-entry", "minutes"


class ParticipantSet(NamedRecordSet[Participant]):
    """Somebody who takes part in the workshop; names the person by id only."""

    __slots__ = ()
    kind, records = "participant", "participants"


class WorkingStateSet(NamedRecordSet[WorkingState]):
    """How a day's minutes stood when it was closed."""

    __slots__ = ()
    kind, records = "working-state", "working_states"


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
    | PollSet
    | ClarificationSet
    | UseCaseSet
    | ProcessSet
    | PlanSet
    | MeasureSet
    | SectionSet
    | DocumentStateSet
    | ArchivedDocumentSet
    | SentFormSet
    | EvidenceSet
    | MinutesEntrySet
    | ParticipantSet
    | WorkingStateSet
    | RetentionSet
    | BrandingSet
    | HandoverSet
)


NAMED_RECORDS = (
    BookingSet,
    NoteSet,
    ContactSet,
    AgendaDaySet,
    AssessmentSet,
    PollSet,
    ClarificationSet,
    UseCaseSet,
    ProcessSet,
    MeasureSet,
    EvidenceSet,
    ArchivedDocumentSet,
    SentFormSet,
    MinutesEntrySet,
    ParticipantSet,
    WorkingStateSet,
)
"""All changes of records that are named by an id of their own."""

AssessmentPart = AnswerSet | StatementSet | TargetSet | AssessmentMigrationSet
"""What belongs to an assessment."""
