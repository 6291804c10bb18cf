"""Records of what is worked on: services, processes, electronic files, use cases, plan."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from advisor_app.domain.candidate import Candidate, Placing, Rating
from advisor_app.domain.candidate_rules import Way
from advisor_app.domain.e_file import AreaStanding, AreaState, Need, RolloutStep
from advisor_app.domain.file_plan import FilePlanEntry, SampleFiling
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Plan, Priority
from advisor_app.domain.process import Assumptions, MediaBreak, ProcessSheet, ProcessStep
from advisor_app.domain.scan_comparison import CriterionPoints, CriterionWeight, VariantRating
from advisor_app.domain.service import Account, MaturityRating, Office, OnlineState, Payment, Platform, Service
from advisor_app.domain.usage import PaymentCount, PaymentKind, ServiceUsage, UsageMonth
from advisor_app.domain.use_case import Costs, UseCase
from advisor_app.domain.way_decision import WayDecision
from tests.domain.records.plain import CENTS, DAYS, MILESTONES, NAMES, TEXT, WORDS

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
USAGE_MONTHS = st.builds(
    UsageMonth,
    month=st.dates(date(2025, 1, 1), date(2026, 12, 1)).map(lambda day: day.replace(day=1)),
    uses=st.integers(0, 999),
    abandoned=st.none() | st.integers(0, 9),
    payments=st.lists(
        st.builds(PaymentCount, payment=st.sampled_from(PaymentKind), count=st.integers(1, 99)), max_size=2
    ).map(tuple),
)
USAGE = st.builds(
    ServiceUsage,
    id=st.just("n1"),
    title=TEXT,
    service_key=TEXT,
    months=st.lists(USAGE_MONTHS, max_size=2, unique_by=lambda item: item.month).map(tuple),
)
AREA_STANDINGS = st.builds(
    AreaStanding,
    id=st.just("search"),
    state=st.none() | st.sampled_from(AreaState),
    need=st.none() | st.sampled_from(Need),
    responsible=TEXT,
    remark=WORDS,
    demands=TEXT,
)
FILE_PLAN_ENTRIES = st.builds(FilePlanEntry, id=st.just("e1"), number=TEXT, title=TEXT, retention=TEXT, office=TEXT)
SAMPLE_FILINGS = st.builds(
    SampleFiling, id=st.just("party"), entry=st.sampled_from(["", "e1"]), is_left_out=st.booleans(), remark=WORDS
)
SCAN_WEIGHTS = st.builds(CriterionWeight, id=st.just("cost"), weight=st.integers(0, 5))
SCAN_RATINGS = st.builds(
    VariantRating,
    id=st.just("shared"),
    points=st.lists(st.builds(CriterionPoints, criterion=st.just("cost"), points=st.integers(0, 4)), max_size=1).map(
        tuple
    ),
    is_left_out=st.booleans(),
    is_chosen=st.booleans(),
    remark=WORDS,
)
ROLLOUT_STEPS = st.builds(
    RolloutStep, id=st.just("r1"), office=TEXT, start=DAYS, end=DAYS, responsible=TEXT, remark=WORDS
)
CANDIDATES = st.builds(
    Candidate,
    id=st.just("k1"),
    number=st.integers(1, 9),
    title=TEXT,
    areas=st.lists(st.sampled_from(["WB1", "WB2"]), unique=True).map(tuple),
    idea=TEXT,
    ratings=st.lists(st.builds(Rating, criterion=TEXT, rating=st.integers(1, 5)), max_size=2).map(tuple),
    placing=st.none() | st.builds(Placing, benefit=st.integers(1, 5), feasibility=st.integers(1, 5)),
    use_case=st.sampled_from(["", "uc1"]),
    note=WORDS,
)
WAY_DECISIONS = st.builds(
    WayDecision,
    id=st.just("a1"),
    way=st.none() | st.sampled_from(Way),
    reason=WORDS,
    decided_by=TEXT,
    decided_on=DAYS,
    phase=st.none() | st.integers(1, 5),
)
SERVICES = st.builds(
    Service,
    id=st.just("s1"),
    number=st.integers(1, 900),
    title=TEXT,
    service_key=TEXT,
    office=TEXT,
    cases_per_year=st.none() | st.integers(0, 10_000_000),
    online=st.none() | st.sampled_from(OnlineState),
    platform=st.none() | st.sampled_from(Platform),
    accounts=st.lists(st.sampled_from(Account), unique=True).map(tuple),
    payment=st.none() | st.sampled_from(Payment),
    end_to_end=st.none() | st.booleans(),
    maturity=st.lists(
        st.builds(MaturityRating, st.sampled_from(["ozg-1.1", "ozg-2.0"]), st.integers(0, 7)),
        unique_by=lambda rating: rating.model,
    ).map(tuple),
    disputed=st.booleans(),
    measure=st.sampled_from(["", "U1"]),
    note=WORDS,
)
OFFICES = st.builds(Office, id=st.just("o1"), title=TEXT, outside=st.booleans(), effects=WORDS)
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
