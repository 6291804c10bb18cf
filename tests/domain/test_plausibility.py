"""What can be entered passes, what nobody can have entered is refused, and its words are not told."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.amounts import MOST_CENTS
from advisor_app.domain.assessment import Answer, AnswerState, Statement
from advisor_app.domain.case import CaseNote, Contact
from advisor_app.domain.evidence import Evidence, EvidenceKind, Subject
from advisor_app.domain.plan import Measure
from advisor_app.domain.plausibility import LONGEST_TEXT, ImplausibleError, check_record, is_id
from advisor_app.domain.use_case import CostLine, Costs, UseCase
from advisor_app.domain.words import Words

AT = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
NOTE = CaseNote(id="n1", at=AT, words=Words("Rückruf"))
DAY = AgendaDay(id="d1", module="M4", title="Tag 1", number=1)
COSTS = UseCase(id="u1", number=1, title="Portal")

# Letters that are typed or pasted: everything that is printed, and what ends or begins a line.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from("\n\t\r\v\f\x85"))


@given(
    text=TEXTS,
    level=st.none() | st.integers(0, 4),
    number=st.none() | st.decimals(-(10**9), 10**9, places=2),
    at=st.datetimes(datetime(1970, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001  # bounds
    cents=st.integers(0, MOST_CENTS),
)
def test_what_can_be_entered_passes(
    text: str, level: int | None, number: Decimal | None, at: datetime, cents: int
) -> None:
    answer = Answer(state=AnswerState.ANSWERED, level=level, number=number, text=text, reason=Words(text))
    check_record(answer)
    check_record(replace(NOTE, at=at, words=Words(text), call_back_on=at.date()))
    check_record(replace(COSTS, goal=text, costs=Costs(lines=(CostLine(label=text, amount=cents),))))


@given(text=st.text(max_size=60), control=st.sampled_from("\x00\x07\x1b\x7f\x9b\ud800"), at=st.integers(0, 60))
def test_control_characters_and_halves_of_letters_are_refused(text: str, control: str, at: int) -> None:
    with pytest.raises(ImplausibleError):
        check_record(Words(text[:at] + control + text[at:]))


@pytest.mark.parametrize(
    "record",
    [
        Answer(level=5),
        Answer(level=-1),
        Answer(level=10**30),
        Answer(number=Decimal("NaN")),
        Answer(number=Decimal("Infinity")),
        Answer(number=Decimal("1e999999")),
        Answer(number=Decimal("1e-999999")),
        Answer(number=Decimal(10**30)),
        Answer(text="x" * (LONGEST_TEXT + 1)),
        Statement(role="../BM", state=AnswerState.ANSWERED),
        replace(NOTE, at=AT.replace(tzinfo=None)),
        replace(NOTE, at=AT.replace(year=9999)),
        replace(NOTE, call_back_on=date(1, 1, 1)),
        Contact(id="k1", person="p1", roles=("a",) * 3_000),
        Contact(id="..", person="p1"),
        replace(DAY, steps=(AgendaStep(id="s1", title="Pause", minutes=10**9, minimum_minutes=0),)),
        replace(COSTS, costs=Costs(communes=0)),
        replace(COSTS, costs=Costs(quota_percent=101)),
        Measure(id="U1", title="Portal", cost_once=10**30),
        Evidence(id="e1", subject=Subject(), kind=EvidenceKind.FILE, added_at=AT, digest="a/b"),
    ],
)
def test_what_nobody_can_have_entered_is_refused_and_not_repeated(record: object) -> None:
    with pytest.raises(ImplausibleError) as refused:
        check_record(record, "record")
    assert str(refused.value).startswith("record")
    assert len(str(refused.value)) < 60


@pytest.mark.parametrize("text", ["", ".", "..", "../x", "a/b", "a\\b", "a b", "ä", "-a", "a.", "a\n", "x" * 101])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["a", "U1", "case-1", "01a20299-24d5-71e0-ab79-87c6decd6598", "m4.1_x", "x" * 100])
def test_what_is_an_id(text: str) -> None:
    assert is_id(text)
