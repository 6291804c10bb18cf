"""One consulting case as an immutable snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import UNANSWERED, AssessmentKind
from advisor_app.domain.commune import TOWNS, CommuneKind, title_of
from advisor_app.domain.plan import Plan
from advisor_app.domain.words import Words

if TYPE_CHECKING:  # a case has few kinds of records, and each takes its time to load
    from advisor_app.domain.agenda import AgendaDay
    from advisor_app.domain.area_poll import AreaPoll
    from advisor_app.domain.assessment import Answer, Assessment, Statement
    from advisor_app.domain.assessment_migration import AssessmentMigration
    from advisor_app.domain.attendance import Participant
    from advisor_app.domain.booking import Booking
    from advisor_app.domain.candidate import Candidate
    from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState
    from advisor_app.domain.clarification import Clarification
    from advisor_app.domain.cohort import CohortConsent, CohortFigures
    from advisor_app.domain.e_file import AreaStanding, RolloutStep
    from advisor_app.domain.evidence import Evidence
    from advisor_app.domain.file_plan import FilePlanEntry, SampleFiling
    from advisor_app.domain.minutes import MinutesEntry, WorkingState
    from advisor_app.domain.plan import Measure
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCommune:
    """A commune as the case found it: the key it was opened with, and the facts that documents print."""

    id: str
    key: str | None
    name: str
    designation: str
    kind: CommuneKind
    district: str = ""
    population: int | None = None

    @property
    def title(self) -> str:
        """Designation and name as documents print them (Gemeinde Eschentalbach)."""
        return title_of(self.name, self.designation, self.kind)

    @property
    def is_town(self) -> bool:
        """Whether it bears the name of a town."""
        return self.designation in TOWNS


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What a case is: its communes (the first one leads), dates and references of both houses.

    A ``draft`` is being set up still; of its documents it says nothing.
    """

    communes: tuple[CaseCommune, ...]
    opened_on: date
    adviser: str = ""
    provider: str = ""
    provider_reference: str = ""
    commune_reference: str = ""
    wish: str = ""
    room: str = ""
    draft: bool = False
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNote:
    """A note of a conversation, with a day to call back where one was agreed."""

    id: str
    at: datetime
    words: Words
    call_back_on: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person's part in a case; names and numbers live apart from it, under the person's id."""

    id: str
    person: str
    function: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Data of one person; never part of a change or of the log."""

    id: str
    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMapping:
    """How a role is called in this house; ``merged_into`` names the role that stands for it where it does not exist."""

    title: str = ""
    merged_into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """That the case was given to somebody else; what is left here is a copy to read.

    ``file`` is the SHA-256 of the case file that was given.
    """

    to: str
    at: datetime
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """That the case is kept beyond the usual time: until when, and why."""

    until: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRetention:
    """The day until which a person's data is kept, where that is not the usual one; its id is the person's."""

    id: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseBranding:
    """The commune's own colour (``#RRGGBB``) and logo (id of a photo of the case) on its documents; empty: none."""

    colour: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True, order=True)
class SectionKey:
    """A part of a document that the adviser writes: document kind, item (use case, else empty) and section."""

    document: str
    item: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything that is known of a case at one moment. Replaced as a whole by ``reduction.reduce``."""

    id: str
    head: CaseHead
    bookings: Mapping[str, Booking] = field(default_factory=dict)
    notes: Mapping[str, CaseNote] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    vocabulary: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, RoleMapping] = field(default_factory=dict)
    agenda: Mapping[str, AgendaDay] = field(default_factory=dict)
    preparation: Mapping[str, PreparationTask] = field(default_factory=dict)
    ready_checks: Mapping[str, ReadyCheck] = field(default_factory=dict)  # by the workshop day
    assessments: Mapping[str, Assessment] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Answer]] = field(default_factory=dict)
    statements: Mapping[str, Mapping[tuple[str, str], Statement]] = field(default_factory=dict)
    targets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    migrations: Mapping[str, AssessmentMigration] = field(default_factory=dict)  # by the assessment that they leave
    polls: Mapping[str, Poll] = field(default_factory=dict)
    clarifications: Mapping[str, Clarification] = field(default_factory=dict)  # by the assessment
    area_polls: Mapping[str, AreaPoll] = field(default_factory=dict)
    candidates: Mapping[str, Candidate] = field(default_factory=dict)
    way_decisions: Mapping[str, WayDecision] = field(default_factory=dict)  # by the assessment
    use_cases: Mapping[str, UseCase] = field(default_factory=dict)
    processes: Mapping[str, ProcessSheet] = field(default_factory=dict)
    usage: Mapping[str, ServiceUsage] = field(default_factory=dict)
    services: Mapping[str, Service] = field(default_factory=dict)
    offices: Mapping[str, Office] = field(default_factory=dict)
    e_file_areas: Mapping[str, AreaStanding] = field(default_factory=dict)  # by the area of the pack
    file_plan: Mapping[str, FilePlanEntry] = field(default_factory=dict)
    sample_filings: Mapping[str, SampleFiling] = field(default_factory=dict)  # by the document of the exercise
    scan_weights: Mapping[str, CriterionWeight] = field(default_factory=dict)  # by the criterion
    scan_ratings: Mapping[str, VariantRating] = field(default_factory=dict)  # by the variant
    rollout: Mapping[str, RolloutStep] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    sections: Mapping[SectionKey, Words] = field(default_factory=dict)
    document_states: Mapping[DocumentKey, DocumentState] = field(default_factory=dict)
    archived_documents: Mapping[str, ArchivedDocument] = field(default_factory=dict)
    sent_forms: Mapping[str, SentForm] = field(default_factory=dict)  # by the number that is printed on them
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    minutes: Mapping[str, MinutesEntry] = field(default_factory=dict)
    participants: Mapping[str, Participant] = field(default_factory=dict)
    person_retentions: Mapping[str, PersonRetention] = field(default_factory=dict)  # by the person
    working_states: Mapping[str, WorkingState] = field(default_factory=dict)
    cohort_consents: Mapping[str, CohortConsent] = field(default_factory=dict)  # by the commune
    cohort_figures: Mapping[str, CohortFigures] = field(default_factory=dict)  # by the assessment
    handover: Handover | None = None
    retention: Retention | None = None
    branding: CaseBranding | None = None

    @property
    def commune(self) -> CaseCommune:
        """The commune that leads the case."""
        return self.head.communes[0]

    @property
    def modules(self) -> tuple[str, ...]:
        """Booked modules in order."""
        return tuple(sorted({booking.module for booking in self.bookings.values()}))

    @property
    def is_prepared(self) -> bool:
        """Whether tasks before a workshop can be open: a booking before its workshop, or tasks of the case's own."""
        ahead = (booking.state.uses_funding and booking.state.is_ahead for booking in self.bookings.values())
        return bool(self.preparation) or any(ahead)

    @property
    def files(self) -> frozenset[str]:
        """Digests of the files that its records name: photos, attached files, documents that were handed over."""
        photos = {piece.digest for piece in self.evidence.values()}
        documents = {item.digest for item in self.archived_documents.values()}
        return frozenset(digest for digest in photos | documents if digest is not None)

    def answer(self, assessment: str, question: str) -> Answer:
        """The agreed answer, ``UNANSWERED`` where there is none."""
        return self.answers.get(assessment, {}).get(question, UNANSWERED)

    def superseding(self, assessment: str) -> AssessmentMigration | None:
        """By which migration an assessment was superseded; None where it holds."""
        found = self.migrations.get(assessment)
        return found if found is not None and found.successor in self.assessments else None

    def begun_migration(self, assessment: str) -> AssessmentMigration | None:
        """The migration of an assessment that was begun and not finished."""
        found = self.migrations.get(assessment)
        return None if found is None or found.is_finished else found

    def in_order(self) -> tuple[Assessment, ...]:
        """Assessments in the order in which they were made, each before the one that superseded it."""
        return tuple(sorted(self.assessments.values(), key=lambda item: (item.number, item.id)))

    def assessed_commune(self, assessment: Assessment) -> CaseCommune:
        """The commune that an assessment is about: its own, else the one that leads the case."""
        return next((item for item in self.head.communes if item.id == assessment.commune), self.commune)

    def seen_from(self, assessment: Assessment) -> Case:
        """The case with the assessed commune in the lead, so that questions are worded and asked as for its kind."""
        return self.led_by(assessment.commune)

    def led_by(self, commune: str) -> Case:
        """The case with one of its communes (an id) in the lead; as it is for one that it does not have."""
        first = next((item for item in self.head.communes if item.id == commune), self.commune)
        if first == self.commune:
            return self
        others = (item for item in self.head.communes if item != first)
        return replace(self, head=replace(self.head, communes=(first, *others)))

    def own_assessments(self, questionnaire: str) -> tuple[Assessment, ...]:
        """Of each commune that was assessed by itself the assessment that stands, in the communes' order."""
        ordered = [item for item in self.in_order() if item.questionnaire == questionnaire]
        found = (self._standing([item for item in ordered if item.commune == one.id]) for one in self.head.communes)
        return tuple(item for item in found if item is not None)

    def default_assessment(self) -> Assessment | None:
        """The latest workshop assessment with an answer, else the latest workshop one, else the latest of any kind."""
        return self._standing(self.in_order())

    def current_assessments(self) -> tuple[Assessment, ...]:
        """Of every questionnaire the assessment that tells where the commune stands, in the questionnaires' order."""
        ordered = self.in_order()
        names = sorted({item.questionnaire for item in ordered})
        found = (self._standing([item for item in ordered if item.questionnaire == name]) for name in names)
        return tuple(item for item in found if item is not None)

    def _standing(self, assessments: Sequence[Assessment]) -> Assessment | None:
        ordered = [item for item in assessments if self.superseding(item.id) is None]
        workshops = [item for item in ordered if item.kind is AssessmentKind.WORKSHOP]
        answered = [item for item in workshops if self.answers.get(item.id)]
        found = answered or workshops or ordered
        # What all communes of a joint case answered together stands for it, then what the leading one did.
        together = [item for item in found if not item.commune]
        leading = [item for item in found if item.commune == self.commune.id]
        return next(reversed(together or leading or found), None)

    def handed_over(self, document: DocumentKey) -> tuple[ArchivedDocument, ...]:
        """What was handed over of a document, newest first."""
        found = (item for item in self.archived_documents.values() if item.document == document)
        return tuple(sorted(found, key=lambda item: (item.handed_over_at, item.id), reverse=True))

    def word(self, document: str, section: str, item: str = "") -> Words:
        """What the adviser wrote for a section of a document."""
        return self.sections.get(SectionKey(document, item, section), Words())
