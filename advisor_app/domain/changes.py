"""Every way to change a case.

A change names one record and knows what stood there ``before`` and what stands there ``after``; None means that the
record is not there. So adding, editing and removing are one change, and its inverse swaps the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

if TYPE_CHECKING:  # a case has few kinds of records, and each takes its time to load
    from advisor_app.domain.agenda import AgendaDay
    from advisor_app.domain.area_poll import AreaPoll
    from advisor_app.domain.assessment import Answer, Assessment, Statement
    from advisor_app.domain.assessment_migration import AssessmentMigration
    from advisor_app.domain.attendance import Participant
    from advisor_app.domain.booking import Booking
    from advisor_app.domain.candidate import Candidate
    from advisor_app.domain.case import (
        CaseBranding,
        CaseHead,
        CaseNote,
        Contact,
        Handover,
        PersonRetention,
        Retention,
        RoleMapping,
        SectionKey,
    )
    from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState
    from advisor_app.domain.clarification import Clarification
    from advisor_app.domain.cohort import CohortConsent, CohortFigures
    from advisor_app.domain.e_file import AreaStanding, RolloutStep
    from advisor_app.domain.evidence import Evidence
    from advisor_app.domain.file_plan import FilePlanEntry, SampleFiling
    from advisor_app.domain.minutes import MinutesEntry, WorkingState
    from advisor_app.domain.plan import Measure, Plan
    from advisor_app.domain.poll import Poll
    from advisor_app.domain.preparation import PreparationTask
    from advisor_app.domain.process import ProcessSheet
    from advisor_app.domain.readiness import ReadyCheck
    from advisor_app.domain.scan_comparison import CriterionWeight, VariantRating
    from advisor_app.domain.sent_form import SentForm
    from advisor_app.domain.service import Office, Service
    from advisor_app.domain.usage import ServiceUsage
    from advisor_app.domain.use_case import UseCase
    from advisor_app.domain.way_decision import WayDecision
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

    ``kind`` is what the log calls the record, ``records`` the field of the case that holds all of its kind, ``home``
    module and class of the record in ``domain``, which is loaded with the first one.
    """

    kind: ClassVar[str]
    records: ClassVar[str]
    home: ClassVar[str]

    id: str
    before: Record | None
    after: Record | None


class HeadSet(_OnlyRecord["CaseHead"]):
    """The case's head; ``before`` is None when the case is opened, ``after`` when that is undone."""

    __slots__ = ()


class BookingSet(NamedRecordSet["Booking"]):
    """A booking."""

    __slots__ = ()
    kind, records, home = "booking", "bookings", "booking.Booking"


class NoteSet(NamedRecordSet["CaseNote"]):
    """A note of a conversation."""

    __slots__ = ()
    kind, records, home = "note", "notes", "case.CaseNote"


class ContactSet(NamedRecordSet["Contact"]):
    """A contact; names the person by id only."""

    __slots__ = ()
    kind, records, home = "contact", "contacts", "case.Contact"


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


class AgendaDaySet(NamedRecordSet["AgendaDay"]):
    """A workshop day with its steps."""

    __slots__ = ()
    kind, records, home = "agenda-day", "agenda", "agenda.AgendaDay"


class PreparationTaskSet(NamedRecordSet["PreparationTask"]):
    """A task before a workshop: a proposed one that was touched, or one of the case's own."""

    __slots__ = ()
    kind, records, home = "preparation-task", "preparation", "preparation.PreparationTask"


class ReadyCheckSet(NamedRecordSet["ReadyCheck"]):
    """Whether all is in place for a workshop day; its id is the day's."""

    __slots__ = ()
    kind, records, home = "ready-check", "ready_checks", "readiness.ReadyCheck"


class AssessmentSet(NamedRecordSet["Assessment"]):
    """An assessment with its chosen impact areas."""

    __slots__ = ()
    kind, records, home = "assessment", "assessments", "assessment.Assessment"


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


class PollSet(NamedRecordSet["Poll"]):
    """A poll of the group with its rounds and what came of it."""

    __slots__ = ()
    kind, records, home = "poll", "polls", "poll.Poll"


class ClarificationSet(NamedRecordSet["Clarification"]):
    """What the adviser decided about the Klärungsliste of an assessment; its id is the assessment's."""

    __slots__ = ()
    kind, records, home = "clarification", "clarifications", "clarification.Clarification"


class AreaPollSet(NamedRecordSet["AreaPoll"]):
    """Dots of the group for impact areas."""

    __slots__ = ()
    kind, records, home = "area-poll", "area_polls", "area_poll.AreaPoll"


class CandidateSet(NamedRecordSet["Candidate"]):
    """A candidate for a use case."""

    __slots__ = ()
    kind, records, home = "candidate", "candidates", "candidate.Candidate"


class WayDecisionSet(NamedRecordSet["WayDecision"]):
    """Whether it is to be a use case or a plan; its id is the assessment's."""

    __slots__ = ()
    kind, records, home = "way-decision", "way_decisions", "way_decision.WayDecision"


class UseCaseSet(NamedRecordSet["UseCase"]):
    """A use case."""

    __slots__ = ()
    kind, records, home = "use-case", "use_cases", "use_case.UseCase"


class ProcessSet(NamedRecordSet["ProcessSheet"]):
    """A process sheet."""

    __slots__ = ()
    kind, records, home = "process", "processes", "process.ProcessSheet"


class UsageSet(NamedRecordSet["ServiceUsage"]):
    """The usage statistics of an online service."""

    __slots__ = ()
    kind, records, home = "usage", "usage", "usage.ServiceUsage"


class ServiceSet(NamedRecordSet["Service"]):
    """An administrative service of the commune."""

    __slots__ = ()
    kind, records, home = "service", "services", "service.Service"


class OfficeSet(NamedRecordSet["Office"]):
    """What online services mean for an office."""

    __slots__ = ()
    kind, records, home = "office", "offices", "service.Office"


class AreaStandingSet(NamedRecordSet["AreaStanding"]):
    """What was said about a functional area of the electronic file; its id is the area's."""

    __slots__ = ()
    kind, records, home = "e-file-area", "e_file_areas", "e_file.AreaStanding"


class FilePlanEntrySet(NamedRecordSet["FilePlanEntry"]):
    """An entry of the extract of the filing plan."""

    __slots__ = ()
    kind, records, home = "file-plan-entry", "file_plan", "file_plan.FilePlanEntry"


class SampleFilingSet(NamedRecordSet["SampleFiling"]):
    """Where a document of the exercise was filed; its id is the document's."""

    __slots__ = ()
    kind, records, home = "sample-filing", "sample_filings", "file_plan.SampleFiling"


class CriterionWeightSet(NamedRecordSet["CriterionWeight"]):
    """How much a criterion counts when variants of scanning are compared; its id is the criterion's."""

    __slots__ = ()
    kind, records, home = "scan-weight", "scan_weights", "scan_comparison.CriterionWeight"


class VariantRatingSet(NamedRecordSet["VariantRating"]):
    """What was said about a variant of scanning; its id is the variant's."""

    __slots__ = ()
    kind, records, home = "scan-rating", "scan_ratings", "scan_comparison.VariantRating"


class RolloutStepSet(NamedRecordSet["RolloutStep"]):
    """When an office begins with the electronic file."""

    __slots__ = ()
    kind, records, home = "rollout-step", "rollout", "e_file.RolloutStep"


class PlanSet(_OnlyRecord["Plan"]):
    """The head of the plan; None stands for an empty one."""

    __slots__ = ()


class MeasureSet(NamedRecordSet["Measure"]):
    """A measure of the plan."""

    __slots__ = ()
    kind, records, home = "measure", "measures", "plan.Measure"


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


class ArchivedDocumentSet(NamedRecordSet["ArchivedDocument"]):
    """A document that was handed over; its file is only named, by its hash."""

    __slots__ = ()
    kind, records, home = "archived-document", "archived_documents", "case_document.ArchivedDocument"


class SentFormSet(NamedRecordSet["SentForm"]):
    """A form that goes out to be filled in; its id is the number that is printed on it."""

    __slots__ = ()
    kind, records, home = "sent-form", "sent_forms", "sent_form.SentForm"


class EvidenceSet(NamedRecordSet["Evidence"]):
    """A piece of evidence; its file is only named, by its hash."""

    __slots__ = ()
    kind, records, home = "evidence", "evidence", "evidence.Evidence"


class MinutesEntrySet(NamedRecordSet["MinutesEntry"]):
    """An entry of the minutes of a workshop day."""

    __slots__ = ()
    kind, records, home = "minutes-entry", "minutes", "minutes.MinutesEntry"


class ParticipantSet(NamedRecordSet["Participant"]):
    """Somebody who takes part in the workshop; names the person by id only."""

    __slots__ = ()
    kind, records, home = "participant", "participants", "attendance.Participant"


class PersonRetentionSet(NamedRecordSet["PersonRetention"]):
    """Until when a person's data is kept; its id is the person's, and it says nothing else of the person."""

    __slots__ = ()
    kind, records, home = "person-retention", "person_retentions", "case.PersonRetention"


class WorkingStateSet(NamedRecordSet["WorkingState"]):
    """How a day's minutes stood when it was closed."""

    __slots__ = ()
    kind, records, home = "working-state", "working_states", "minutes.WorkingState"


class CohortConsentSet(NamedRecordSet["CohortConsent"]):
    """Whether a commune, by its id, agreed to stand among others anonymously."""

    __slots__ = ()
    kind, records, home = "cohort-consent", "cohort_consents", "cohort.CohortConsent"


class CohortFiguresSet(NamedRecordSet["CohortFigures"]):
    """The figures of others that stand beside an assessment, by its id, in its report."""

    __slots__ = ()
    kind, records, home = "cohort-figures", "cohort_figures", "cohort.CohortFigures"


class RetentionSet(_OnlyRecord["Retention"]):
    """Until when the case is kept beyond the usual time."""

    __slots__ = ()


class BrandingSet(_OnlyRecord["CaseBranding"]):
    """The commune's colour and logo."""

    __slots__ = ()


class HandoverSet(_OnlyRecord["Handover"]):
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
    | PreparationTaskSet
    | ReadyCheckSet
    | AssessmentSet
    | AnswerSet
    | StatementSet
    | TargetSet
    | AssessmentMigrationSet
    | PollSet
    | ClarificationSet
    | AreaPollSet
    | CandidateSet
    | WayDecisionSet
    | UseCaseSet
    | ProcessSet
    | UsageSet
    | AreaStandingSet
    | FilePlanEntrySet
    | SampleFilingSet
    | CriterionWeightSet
    | VariantRatingSet
    | RolloutStepSet
    | ServiceSet
    | OfficeSet
    | PlanSet
    | MeasureSet
    | SectionSet
    | DocumentStateSet
    | ArchivedDocumentSet
    | SentFormSet
    | EvidenceSet
    | MinutesEntrySet
    | ParticipantSet
    | PersonRetentionSet
    | WorkingStateSet
    | CohortConsentSet
    | CohortFiguresSet
    | RetentionSet
    | BrandingSet
    | HandoverSet
)


NAMED_RECORDS = (
    BookingSet,
    NoteSet,
    ContactSet,
    AgendaDaySet,
    PreparationTaskSet,
    ReadyCheckSet,
    AssessmentSet,
    PollSet,
    ClarificationSet,
    AreaPollSet,
    CandidateSet,
    WayDecisionSet,
    UseCaseSet,
    ProcessSet,
    UsageSet,
    AreaStandingSet,
    FilePlanEntrySet,
    SampleFilingSet,
    CriterionWeightSet,
    VariantRatingSet,
    RolloutStepSet,
    ServiceSet,
    OfficeSet,
    MeasureSet,
    EvidenceSet,
    ArchivedDocumentSet,
    SentFormSet,
    MinutesEntrySet,
    ParticipantSet,
    PersonRetentionSet,
    WorkingStateSet,
    CohortConsentSet,
    CohortFiguresSet,
)
"""All changes of records that are named by an id of their own."""

AssessmentPart = AnswerSet | StatementSet | TargetSet | AssessmentMigrationSet
"""What belongs to an assessment."""
