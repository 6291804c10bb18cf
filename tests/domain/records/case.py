"""Records of a case as such: head, bookings, people, days, handing over."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.attendance import HalfDay, Participant, Presence
from advisor_app.domain.booking import Booking, BookingState, Financing
from advisor_app.domain.case import CaseHead, CaseNote, Contact, Handover
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject, SubjectKind
from advisor_app.domain.minutes import EntryKind, MinutesEntry, WorkingState
from advisor_app.domain.preparation import Doer, PreparationTask
from advisor_app.domain.readiness import ReadyCheck, ReadyPoint, ReadyResult, ReadyState
from tests.domain.records.plain import CENTS, DAYS, MOMENTS, TEXT, WORDS
from tests.example_case import example_commune

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
TASKS = st.builds(
    PreparationTask,
    id=st.just("v-raum@M4"),
    module=st.sampled_from(["M1", "M4"]),
    title=TEXT,
    who=st.none() | st.sampled_from(Doer),
    due_on=DAYS,
    done_at=st.none() | MOMENTS,
    left_out=st.booleans(),
)
READY_RESULTS = st.builds(
    ReadyResult,
    point=st.sampled_from(ReadyPoint),
    state=st.sampled_from(ReadyState),
    at=MOMENTS,
    by_hand=st.booleans(),
    found=st.integers(0, 99),
    wanted=st.integers(0, 99),
)
READY_CHECKS = st.builds(ReadyCheck, id=st.just("day-1"), results=st.lists(READY_RESULTS, max_size=2).map(tuple))
HANDOVERS = st.builds(Handover, to=TEXT, at=MOMENTS, file=TEXT)
