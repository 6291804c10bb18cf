"""Workshop days are read as they were stored before they could be led, and come back as they were stored."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import (
    AgendaDay,
    AgendaStep,
    ClockChange,
    Pause,
    PlannedStep,
    Section,
    StepKind,
)
from advisor_app.domain.plausibility import check_record
from advisor_app.domain.words import Audience, Words
from advisor_app.storage.json_records import from_json, to_json

OLD_DAY = (
    '{"id":"d1","module":"M4","title":"Tag 1","number":1,"template":"m4-tag1","on":"2026-09-14","start":"09:00:00",'
    '"place":"Rathaus","steps":[{"id":"s1","title":"Auftakt","minutes":20,"minimum_minutes":10,"kind":"work",'
    '"template_step":"tag1-auftakt","section":"results","started":"2026-09-14T07:02:00Z",'
    '"ended":"2026-09-14T07:25:00Z","skipped":false,"note":{"text":"Herr X fehlt","audience":"intern"}},'
    '{"id":"s2","title":"Pause","minutes":15,"minimum_minutes":10,"kind":"break","template_step":null,"section":null,'
    '"started":null,"ended":null,"skipped":true,"note":{"text":"","audience":"intern"}}]}'
)
"""A day as it was stored before days could be paused and steps be pinned."""

INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # bounds
PAUSES = st.builds(Pause, started=INSTANTS, ended=st.none() | INSTANTS, resumes=st.none() | INSTANTS)
STEPS = st.builds(
    AgendaStep,
    id=st.just("s"),
    title=st.sampled_from(("Auftakt", "")),
    minutes=st.integers(0, 480),
    minimum_minutes=st.integers(0, 480),
    kind=st.sampled_from(StepKind),
    template_step=st.none() | st.just("tag1-auftakt"),
    section=st.none() | st.sampled_from(Section),
    started=st.none() | INSTANTS,
    ended=st.none() | INSTANTS,
    skipped=st.booleans(),
    note=st.just(Words("Herr X fehlt", Audience.MINUTES)),
    module=st.sampled_from(("", "M1")),
    pinned=st.none() | st.times(),
    group=st.sampled_from(("", "Gruppe A")),
    ticked=st.lists(st.integers(1, 9)).map(tuple),
    pauses=st.lists(PAUSES, max_size=3).map(tuple),
    part_of=st.sampled_from(("", "s0")),
)
DAYS = st.builds(
    AgendaDay,
    id=st.just("d"),
    module=st.just("M4"),
    title=st.just("Tag 1"),
    number=st.integers(0, 9),
    on=st.none() | st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    start=st.times(),
    steps=st.lists(STEPS, max_size=3).map(tuple),
    ends=st.none() | st.times(),
    pauses=st.lists(PAUSES, max_size=3).map(tuple),
    as_planned=st.lists(
        st.builds(PlannedStep, id=st.just("s"), title=st.just("Auftakt"), begins=INSTANTS, minutes=st.integers(0, 480)),
        max_size=3,
    ).map(tuple),
    clock_changes=st.lists(st.builds(ClockChange, at=INSTANTS, seconds=st.integers(-9999, 9999)), max_size=2).map(
        tuple
    ),
)


def test_a_day_that_was_stored_before_days_could_be_led_is_read() -> None:
    opening = AgendaStep(
        id="s1",
        title="Auftakt",
        minutes=20,
        minimum_minutes=10,
        template_step="tag1-auftakt",
        section=Section.RESULTS,
        started=datetime(2026, 9, 14, 7, 2, tzinfo=UTC),
        ended=datetime(2026, 9, 14, 7, 25, tzinfo=UTC),
        note=Words("Herr X fehlt"),
    )
    rest = AgendaStep(id="s2", title="Pause", minutes=15, minimum_minutes=10, kind=StepKind.BREAK, skipped=True)
    assert from_json(AgendaDay, OLD_DAY) == AgendaDay(
        id="d1",
        module="M4",
        title="Tag 1",
        number=1,
        template="m4-tag1",
        on=date(2026, 9, 14),
        start=time(9),
        place="Rathaus",
        steps=(opening, rest),
    )


@given(DAYS)
def test_a_day_comes_back_as_it_was_stored(day: AgendaDay) -> None:
    assert from_json(AgendaDay, to_json(day)) == day
    check_record(day)
