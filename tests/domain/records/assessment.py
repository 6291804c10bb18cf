"""Records of an assessment: answers, statements, polls, what is to be clarified, how others stand."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from advisor_app.domain.area_poll import AreaDots, AreaPoll
from advisor_app.domain.assessment import Answer, AnswerState, Assessment, AssessmentKind, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration, Choice, Decision
from advisor_app.domain.clarification import Clarification
from advisor_app.domain.cohort import CohortConsent, CohortFigure, CohortFigures
from advisor_app.domain.commune import CommuneKind
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
from advisor_app.domain.words import Audience
from tests.domain.records.plain import DAYS, LEVELS, MOMENTS, QUESTIONS, TEXT, WORDS

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
CLARIFICATIONS = st.builds(
    Clarification,
    id=st.just("a1"),
    pinned_questions=QUESTIONS,
    removed_questions=QUESTIONS,
    question_order=QUESTIONS,
)
AREA_POLLS = st.builds(
    AreaPoll,
    id=st.just("d1"),
    assessment=st.just("a1"),
    started_at=MOMENTS,
    dots_each=st.integers(1, 9),
    present=st.integers(0, 40),
    area_dots=st.lists(
        st.builds(AreaDots, area=st.sampled_from(["WB1", "WB2"]), dots=st.integers(1, 20)), max_size=2
    ).map(tuple),
    counted_by=st.lists(st.sampled_from(CountedBy), unique=True).map(tuple),
    revealed_at=st.none() | MOMENTS,
    areas=st.lists(st.sampled_from(["WB1", "WB2"]), unique=True).map(tuple),
    audience=st.sampled_from(Audience),
)
HALVES = st.integers(0, 8).map(lambda count: Decimal(count) / 2)
CONSENTS = st.builds(CohortConsent, given_on=st.dates(), given_by=TEXT, noted_by=TEXT, withdrawn_on=DAYS)
COHORTS = st.builds(
    CohortFigures,
    as_of=st.dates(),
    communes=st.integers(5, 40),
    kind=st.sampled_from(CommuneKind),
    size_class=st.integers(0, 4),
    figures=st.lists(
        st.builds(
            CohortFigure,
            code=st.sampled_from(["4.1", "Q"]),
            lower=HALVES,
            median=HALVES,
            upper=HALVES,
        ),
        max_size=2,
    ).map(tuple),
)
