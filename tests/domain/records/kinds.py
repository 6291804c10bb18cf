"""Every kind of change with the records that it may bring, and changes that fit a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from advisor_app.domain.case import Case, CaseBranding, CaseHead, PersonRetention, Retention, RoleMapping, SectionKey
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
    HandoverSet,
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
from advisor_app.domain.reduction import current
from tests.domain.records.assessment import (
    ANSWERS,
    AREA_POLLS,
    ASSESSMENTS,
    CLARIFICATIONS,
    COHORTS,
    CONSENTS,
    MIGRATIONS,
    POLLS,
    STATEMENTS,
)
from tests.domain.records.case import (
    BOOKINGS,
    CONTACTS,
    DAYS_OF_AGENDA,
    ENTRIES,
    EVIDENCE,
    HANDOVERS,
    HEADS,
    NOTES,
    PARTICIPANTS,
    READY_CHECKS,
    TASKS,
    WORKING_STATES,
)
from tests.domain.records.documents import ARCHIVED, DOCUMENT, FORMS, STATES
from tests.domain.records.plain import TEXT, WORDS
from tests.domain.records.work import (
    AREA_STANDINGS,
    CANDIDATES,
    FILE_PLAN_ENTRIES,
    MEASURES,
    OFFICES,
    PLANS,
    PROCESSES,
    ROLLOUT_STEPS,
    SAMPLE_FILINGS,
    SCAN_RATINGS,
    SCAN_WEIGHTS,
    SERVICES,
    USAGE,
    USE_CASES,
    WAY_DECISIONS,
)

Values = st.SearchStrategy[Any]
Build = Callable[[Any, Any], Change]
SECTION = SectionKey("result-report", "", "summary")

# kind of change → how it is built, and what may stand before and after; existing records and new ones
KINDS: dict[type[Any], list[tuple[Build, Values]]] = {
    HeadSet: [(HeadSet, HEADS)],
    BookingSet: [
        (lambda before, after: BookingSet("b1", before, after), BOOKINGS),
        (lambda before, after: BookingSet("b9", before, after), BOOKINGS),
    ],
    NoteSet: [(lambda before, after: NoteSet("n", before, after), NOTES)],
    ContactSet: [(lambda before, after: ContactSet("k", before, after), CONTACTS)],
    VocabularySet: [(lambda before, after: VocabularySet("executive", before, after), TEXT)],
    RoleSet: [
        (lambda before, after: RoleSet("BM", before, after), st.builds(RoleMapping, merged_into=st.none() | TEXT))
    ],
    AgendaDaySet: [(lambda before, after: AgendaDaySet("day-1", before, after), DAYS_OF_AGENDA)],
    PreparationTaskSet: [(lambda before, after: PreparationTaskSet("v-raum@M4", before, after), TASKS)],
    CohortConsentSet: [(lambda before, after: CohortConsentSet("c1", before, after), CONSENTS)],
    CohortFiguresSet: [(lambda before, after: CohortFiguresSet("a1", before, after), COHORTS)],
    ReadyCheckSet: [(lambda before, after: ReadyCheckSet("day-1", before, after), READY_CHECKS)],
    AssessmentSet: [(lambda before, after: AssessmentSet("a1", before, after), ASSESSMENTS)],
    AnswerSet: [
        (lambda before, after: AnswerSet("a1", "4.1.1", before, after), ANSWERS),
        (lambda before, after: AnswerSet("a1", "4.1.5", before, after), ANSWERS),
        (lambda before, after: AnswerSet("a2", "4.1.1", before, after), ANSWERS),
    ],
    StatementSet: [(lambda before, after: StatementSet("a1", "4.1.1", "BM", before, after), STATEMENTS)],
    TargetSet: [
        (lambda before, after: TargetSet("a1", "4.3", before, after), st.integers(0, 4)),
        (lambda before, after: TargetSet("a1", "4.1", before, after), st.integers(0, 4)),
    ],
    AssessmentMigrationSet: [(lambda before, after: AssessmentMigrationSet("a1", before, after), MIGRATIONS)],
    PollSet: [(lambda before, after: PollSet("p1", before, after), POLLS)],
    ClarificationSet: [(lambda before, after: ClarificationSet("a1", before, after), CLARIFICATIONS)],
    AreaPollSet: [(lambda before, after: AreaPollSet("d1", before, after), AREA_POLLS)],
    CandidateSet: [(lambda before, after: CandidateSet("k1", before, after), CANDIDATES)],
    WayDecisionSet: [(lambda before, after: WayDecisionSet("a1", before, after), WAY_DECISIONS)],
    ServiceSet: [(lambda before, after: ServiceSet("s1", before, after), SERVICES)],
    OfficeSet: [(lambda before, after: OfficeSet("o1", before, after), OFFICES)],
    AreaStandingSet: [(lambda before, after: AreaStandingSet("search", before, after), AREA_STANDINGS)],
    FilePlanEntrySet: [(lambda before, after: FilePlanEntrySet("e1", before, after), FILE_PLAN_ENTRIES)],
    SampleFilingSet: [(lambda before, after: SampleFilingSet("party", before, after), SAMPLE_FILINGS)],
    CriterionWeightSet: [(lambda before, after: CriterionWeightSet("cost", before, after), SCAN_WEIGHTS)],
    VariantRatingSet: [(lambda before, after: VariantRatingSet("shared", before, after), SCAN_RATINGS)],
    RolloutStepSet: [(lambda before, after: RolloutStepSet("r1", before, after), ROLLOUT_STEPS)],
    ProcessSet: [(lambda before, after: ProcessSet("p1", before, after), PROCESSES)],
    UsageSet: [(lambda before, after: UsageSet("n1", before, after), USAGE)],
    UseCaseSet: [(lambda before, after: UseCaseSet("uc1", before, after), USE_CASES)],
    PlanSet: [(PlanSet, PLANS | st.just(Plan()))],
    MeasureSet: [(lambda before, after: MeasureSet("U1", before, after), MEASURES)],
    SectionSet: [(lambda before, after: SectionSet(SECTION, before, after), WORDS)],
    DocumentStateSet: [(lambda before, after: DocumentStateSet(DOCUMENT, before, after), STATES)],
    SentFormSet: [(lambda before, after: SentFormSet("2F7K", before, after), FORMS)],
    ArchivedDocumentSet: [(lambda before, after: ArchivedDocumentSet("d1", before, after), ARCHIVED)],
    MinutesEntrySet: [(lambda before, after: MinutesEntrySet("m1", before, after), ENTRIES)],
    ParticipantSet: [(lambda before, after: ParticipantSet("t1", before, after), PARTICIPANTS)],
    WorkingStateSet: [(lambda before, after: WorkingStateSet("w1", before, after), WORKING_STATES)],
    EvidenceSet: [(lambda before, after: EvidenceSet("e1", before, after), EVIDENCE)],
    PersonRetentionSet: [
        (
            lambda before, after: PersonRetentionSet("p1", before, after),
            st.builds(PersonRetention, id=st.just("p1"), until=st.dates()),
        )
    ],
    RetentionSet: [(RetentionSet, st.builds(Retention, until=st.dates(), reason=TEXT))],
    BrandingSet: [(BrandingSet, st.builds(CaseBranding, colour=st.just("#1F3D7A"), logo=TEXT))],
    HandoverSet: [(HandoverSet, HANDOVERS)],
}


@st.composite
def changes(draw: st.DrawFn, case: Case) -> Change:
    """A change that fits the case as it is."""
    build, values = draw(st.sampled_from([option for options in KINDS.values() for option in options]))
    return draw(fitting(case, build, values))


@st.composite
def fitting(draw: st.DrawFn, case: Case, build: Build, values: Values) -> Change:
    """A change of one kind whose ``before`` is what stands in the case; heads are never taken away."""
    before = current(case, build(None, None))
    after = draw(values if isinstance(before, CaseHead) else st.none() | values)
    return build(before, after)
