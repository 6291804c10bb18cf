"""Values of which records of all kinds are made."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from advisor_app.domain.use_case import Milestone
from advisor_app.domain.words import Audience, Words

TEXT = st.text(max_size=8)
DAYS = st.none() | st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))
MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis wants naive bounds
WORDS = st.builds(Words, TEXT, st.sampled_from(Audience))
LEVELS = st.none() | st.integers(0, 4)
CENTS = st.none() | st.integers(0, 10**9)
NAMES = st.lists(st.sampled_from(["U1", "U2", "U3"]), max_size=2).map(tuple)
MILESTONES = st.lists(st.builds(Milestone, title=TEXT, on=DAYS), max_size=2).map(tuple)
QUESTIONS = st.lists(st.sampled_from(["4.1.1", "4.1.2", "4.5.1"]), unique=True).map(tuple)
