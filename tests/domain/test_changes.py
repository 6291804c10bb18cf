"""Every kind of change can be taken back and refuses to be applied to what it did not see."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration, Choice, Decision
from advisor_app.domain.attendance import HalfDay, Participant, Presence
from advisor_app.domain.booking import Booking, BookingState, Financing
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
from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState, Stage
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
    HandoverSet,
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
from advisor_app.domain.clarification import Clarification
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject, SubjectKind
from advisor_app.domain.minutes import EntryKind, MinutesEntry, WorkingState
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Plan, Priority
from advisor_app.domain.poll import (
    CountedBy,
    OfficeLevel,
    Outcome,
    Poll,
    PollAbout,
    PollRound,
    RoleVote,
    Settled,
    Votes,
)
from advisor_app.domain.process import Assumptions, MediaBreak, ProcessSheet, ProcessStep
from advisor_app.domain.reduction import current, inverse, opened, reduce
from advisor_app.domain.sent_form import FeedbackItem, FormReturn, SentForm
from advisor_app.domain.use_case import Costs, Milestone, UseCase
from advisor_app.domain.words import Audience, Words
from tests.example_case import example_case, example_commune

TEXT = st.text(max_size=8)
DAYS = st.none() | st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis wants naive bounds
WORDS = st.builds(Words, TEXT, st.sampled_from(Audience))
LEVELS = st.none() | st.integers(0, 4)
CENTS = st.none() | st.integers(0, 10**9)
NAMES = st.lists(st.sampled_from(["U1", "U2", "U3"]), max_size=2).map(tuple)
MILESTONES = st.lists(st.builds(Milestone, title=TEXT, on=DAYS), max_size=2).map(tuple)

HEADS = st.builds(
    CaseHead,
    communes=st.just((example_commune(),)),
    opened_on=st.just(date(2026, 9, 1)),
    adviser=TEXT,
    wish=TEXT,
    archived=st.booleans(),
)
BOOKINGS = st.builds(
    Booking,
    id=st.just("b1"),
    module=st.sampled_from(["M1", "M4"]),
    commune=st.just("c"),
    state=st.sampled_from(BookingState),
    financing=st.sampled_from(Financing),
    price=CENTS,
    applied_on=DAYS,
    note=WORDS,
)
NOTES = st.builds(CaseNote, id=st.just("n"), at=MOMENTS, words=WORDS, call_back_on=DAYS, done=st.booleans())
CONTACTS = st.builds(Contact, id=st.just("k"), person=TEXT, roles=st.lists(TEXT, max_size=2).map(tuple))
STEPS = st.builds(
    AgendaStep, id=TEXT, title=TEXT, minutes=st.integers(0, 90), minimum_minutes=st.just(0), started=st.none() | MOMENTS
)
DAYS_OF_AGENDA = st.builds(
    AgendaDay,
    id=st.just("day-1"),
    module=st.just("M4"),
    title=TEXT,
    number=st.integers(1, 3),
    on=DAYS,
    steps=st.lists(STEPS, max_size=3).map(tuple),
)
ASSESSMENTS = st.builds(
    Assessment,
    id=st.just("a1"),
    kind=st.sampled_from(AssessmentKind),
    questionnaire=st.just("m4"),
    version=st.just("1.0.0"),
    digest=TEXT,
    number=st.integers(1, 3),
    areas=st.lists(st.sampled_from(["WB1", "WB2"]), unique=True).map(tuple),
)
ANSWERS = st.builds(
    Answer, state=st.sampled_from(AnswerState), level=LEVELS, text=TEXT, reason=WORDS, note=WORDS, role=st.none() | TEXT
)
STATEMENTS = st.builds(
    Statement,
    role=st.just("BM"),
    state=st.sampled_from(AnswerState),
    level=LEVELS,
    number=st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=2),
    text=st.text(max_size=5),
    note=WORDS,
)
DECISIONS = st.builds(Decision, question=TEXT, choice=st.sampled_from(Choice), answer=st.none() | ANSWERS)
MIGRATIONS = st.builds(
    AssessmentMigration,
    version=st.just("1.1.0"),
    digest=TEXT,
    decisions=st.lists(DECISIONS, max_size=2).map(tuple),
    successor=st.none() | st.just("a2"),
    finished_on=DAYS,
)
PROCESS_TIMES = st.none() | st.decimals(min_value=0, max_value=9999, places=1)
PROCESS_STEPS = st.builds(
    ProcessStep,
    id=TEXT,
    title=TEXT,
    minutes=PROCESS_TIMES,
    waiting_days=PROCESS_TIMES,
    media_break=st.none() | st.sampled_from(MediaBreak),
    origin=st.none() | TEXT,
)
PROCESSES = st.builds(
    ProcessSheet,
    id=st.just("p1"),
    number=st.integers(1, 9),
    title=TEXT,
    written_form=st.none() | st.booleans(),
    cases_per_year=st.none() | st.integers(0, 10**6),
    as_is=st.lists(PROCESS_STEPS, max_size=2).map(tuple),
    to_be=st.lists(PROCESS_STEPS, max_size=2).map(tuple),
    assumptions=st.builds(Assumptions, digital_percent=PROCESS_TIMES, hourly_rate=st.integers(0, 10**5)),
    note=WORDS,
)
VOTES = st.builds(Votes, counts=st.tuples(*[st.integers(0, 20)] * 5), unknown=st.integers(0, 20))
ROUNDS = st.builds(
    PollRound,
    started_at=MOMENTS,
    votes=VOTES,
    present=st.integers(0, 40),
    counted_by=st.lists(st.sampled_from(CountedBy), unique=True).map(tuple),
    roles=st.lists(st.builds(RoleVote, role=st.just("BM"), level=st.integers(0, 4)), max_size=1).map(tuple),
    revealed_at=st.none() | MOMENTS,
)
OUTCOMES = st.builds(
    Outcome,
    settled=st.sampled_from(Settled),
    decided_at=MOMENTS,
    level=LEVELS,
    reason=WORDS,
    offices=st.lists(st.builds(OfficeLevel, office=TEXT, level=st.integers(0, 4)), max_size=2).map(tuple),
    responsible=TEXT,
    until=DAYS,
    dissent=WORDS,
)
POLLS = st.builds(
    Poll,
    id=st.just("p1"),
    assessment=st.just("a1"),
    about=st.sampled_from(PollAbout),
    item=st.sampled_from(["4.1.1", "4.1"]),
    rounds=st.lists(ROUNDS, min_size=1, max_size=2).map(tuple),
    outcome=st.none() | OUTCOMES,
    audience=st.sampled_from(Audience),
)
QUESTIONS = st.lists(st.sampled_from(["4.1.1", "4.1.2", "4.5.1"]), unique=True).map(tuple)
CLARIFICATIONS = st.builds(
    Clarification,
    id=st.just("a1"),
    pinned_questions=QUESTIONS,
    removed_questions=QUESTIONS,
    question_order=QUESTIONS,
)
USE_CASES = st.builds(
    UseCase,
    id=st.just("uc1"),
    number=st.integers(1, 9),
    title=TEXT,
    goal=TEXT,
    costs=st.builds(Costs, communes=st.integers(1, 9)),
    milestones=MILESTONES,
)
PLANS = st.builds(Plan, module=TEXT, start=DAYS, end=DAYS, steering=TEXT, milestones=MILESTONES)
GRANTS = st.builds(Grant, programme=TEXT, amount=CENTS, state=st.sampled_from(GrantState))
MEASURES = st.builds(
    Measure,
    id=st.just("U1"),
    title=TEXT,
    benefit=st.none() | st.integers(1, 5),
    priority=st.none() | st.sampled_from(Priority),
    start=DAYS,
    predecessors=NAMES,
    cost_once=CENTS,
    grants=st.lists(GRANTS, max_size=2).map(tuple),
    milestones=MILESTONES,
    state=st.sampled_from(MeasureState),
)
EVIDENCE = st.builds(
    Evidence,
    id=st.just("e1"),
    subject=st.builds(Subject, st.sampled_from(SubjectKind), TEXT, TEXT),
    kind=st.sampled_from(EvidenceKind),
    added_at=MOMENTS,
    digest=st.none() | st.just("0" * 64),
    title=TEXT,
    caption=WORDS,
    taken_at=st.none() | MOMENTS,
)
DOCUMENT = DocumentKey("use-case", "uc1")
STATES = st.builds(DocumentState, stage=st.sampled_from(sorted(set(Stage) - {Stage.COMMENTS}, key=str))) | st.builds(
    DocumentState,
    stage=st.just(Stage.COMMENTS),
    comments_until=st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31)),
)
RETURNS = st.builds(
    FormReturn,
    content_digest=st.just("1" * 64),
    file_digest=st.just("2" * 64),
    imported_at=MOMENTS,
    answers=st.integers(0, 60),
    typed=st.booleans(),
    feedback=st.lists(
        st.builds(FeedbackItem, item=st.just("pace"), rating=st.none() | st.integers(1, 5), words=WORDS), max_size=2
    ).map(tuple),
)
FORMS = st.builds(
    SentForm,
    number=st.just("2F7K"),
    document=st.builds(DocumentKey, st.just("pre-survey"), st.sampled_from(["M4-BM", ""])),
    title=TEXT,
    made_at=MOMENTS,
    assessment=st.sampled_from(["a1", ""]),
    role=st.sampled_from(["BM", ""]),
    identity=st.just("BK1|k=pre-survey"),
    questions=st.lists(st.just("4.1.1"), max_size=1).map(tuple),
    archived_document=st.sampled_from(["d1", ""]),
    due_on=st.none() | st.just(date(2026, 9, 1)),
    sent_on=st.none() | st.just(date(2026, 8, 1)),
    returns=st.lists(RETURNS, max_size=2).map(tuple),
)
ARCHIVED = st.builds(
    ArchivedDocument,
    id=st.just("d1"),
    document=st.builds(DocumentKey, st.just("result-report"), st.sampled_from(["a1", ""])),
    title=TEXT,
    handed_over_at=MOMENTS,
    state=STATES,
    version=st.just("1.0.0"),
    pages=st.integers(1, 99),
    digest=st.none() | st.just("0" * 64),
    size=st.integers(0, 10**9),
    to=TEXT,
)
ENTRIES = st.builds(
    MinutesEntry,
    id=st.just("m1"),
    day=st.just("day-1"),
    kind=st.sampled_from(EntryKind),
    at=MOMENTS,
    words=WORDS,
    step=st.sampled_from(["s1", ""]),
    who=TEXT,
    until=DAYS,
    done=st.booleans(),
    measure=st.sampled_from(["U1", ""]),
)
PARTICIPANTS = st.builds(
    Participant,
    id=st.just("t1"),
    person=st.just("p1"),
    function=TEXT,
    office=TEXT,
    present=st.lists(st.builds(Presence, st.just("day-1"), st.sampled_from(HalfDay)), max_size=2).map(tuple),
    position=st.integers(0, 30),
)
WORKING_STATES = st.builds(
    WorkingState,
    id=st.just("w1"),
    day=st.just("day-1"),
    number=st.integers(1, 9),
    at=MOMENTS,
    digest=st.just("3" * 64),
    archived_documents=st.lists(st.just("d1"), max_size=1).map(tuple),
)
HANDOVERS = st.builds(Handover, to=TEXT, at=MOMENTS, file=TEXT)

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
    ProcessSet: [(lambda before, after: ProcessSet("p1", before, after), PROCESSES)],
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


def test_every_kind_of_change_is_tried() -> None:
    assert set(KINDS) == set(get_args(Change))


@pytest.mark.parametrize(
    ("build", "values"),
    [
        pytest.param(*option, id=f"{kind.__name__}-{index}")
        for kind, options in KINDS.items()
        for index, option in enumerate(options)
    ],
)
@given(data=st.data())
def test_a_change_and_its_inverse_leave_the_case_as_it_was(build: Build, values: Values, data: st.DataObject) -> None:
    case = example_case()
    # once on what the example has, and once on what a first change left
    first = data.draw(fitting(case, build, values))
    for start in (case, reduce(case, first)):
        change = data.draw(fitting(start, build, values))
        assert inverse(inverse(change)) == change
        after = reduce(start, change)
        assert current(after, change) == (None if change.after == Plan() else change.after)
        assert reduce(after, inverse(change)) == start


@given(st.data())
def test_any_number_of_changes_can_be_taken_back_in_reverse(data: st.DataObject) -> None:
    case = start = example_case()
    done = []
    for _ in range(data.draw(st.integers(1, 6))):
        change = data.draw(changes(case))
        done.append(change)
        case = reduce(case, change)
    for change in reversed(done):
        case = reduce(case, inverse(change))
    assert case == start


@given(st.data())
def test_a_change_touches_nothing_else(data: st.DataObject) -> None:
    case = example_case()
    change = data.draw(changes(case))
    after = reduce(case, change)
    touched = [item.name for item in fields(Case) if getattr(case, item.name) != getattr(after, item.name)]
    assert len(touched) == (change.before != change.after and not {change.before, change.after} <= {None, Plan()})
    assert case == example_case()


def test_a_change_that_saw_something_else_is_refused() -> None:
    case = example_case()
    measure = case.measures["U1"]
    for stale in (
        MeasureSet("U1", None, measure),
        MeasureSet("U1", replace(measure, title="anders"), None),
        MeasureSet("U9", measure, None),
        TargetSet("a1", "4.3", 3, 4),
        PlanSet(None, Plan(module="M4")),
        HeadSet(None, case.head),
    ):
        with pytest.raises(AdvisorError) as raised:
            reduce(case, stale)
        assert raised.value.problem is Problem.STALE_CHANGE
    assert case == example_case()


def test_an_emptied_plan_can_be_brought_back() -> None:
    case = example_case()
    change = PlanSet(case.plan, Plan())
    assert reduce(reduce(case, change), inverse(change)) == case


def test_the_last_record_leaves_no_empty_table_behind() -> None:
    case = replace(example_case(), targets={})
    target = TargetSet("a1", "4.1", None, 3)
    assert reduce(case, target).targets == {"a1": {"4.1": 3}}
    assert reduce(reduce(case, target), inverse(target)).targets == {}


def test_a_case_is_opened_with_its_head() -> None:
    head = example_case().head
    case = opened("case-1", HeadSet(None, head))
    assert (case.id, case.head, case.bookings, case.plan) == ("case-1", head, {}, Plan())
    assert current(None, HeadSet(None, head)) is None
    with pytest.raises(AdvisorError):
        opened("case-1", HeadSet(head, None))
