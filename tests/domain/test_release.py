"""What an audience may see of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.assessment import AnswerState, Statement
from advisor_app.domain.case import Case, CaseNote, SectionKey
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, EvidenceKind
from advisor_app.domain.minutes import EntryKind, MinutesEntry
from advisor_app.domain.poll import Outcome, Poll, PollAbout, PollRound, RoleVote, Settled, votes_of
from advisor_app.domain.release import released_record, released_to
from advisor_app.domain.words import Audience, Words
from tests.example_case import example_answers, example_case

READABLE = {
    Audience.INTERNAL: {"intern", "Protokoll", "Bericht"},
    Audience.MINUTES: {"Protokoll", "Bericht"},
    Audience.REPORT: {"Bericht"},
}
AT = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


def marked(place: str, audience: Audience) -> Words:
    return Words(f"#{place}-{audience.value}#", audience)


def case_for(audience: Audience) -> Case:
    """A case in which every place for words holds some for one audience."""
    case = example_case()
    words = {place: marked(place, audience) for place in ("reason", "note", "clarified", "caption", "section", "entry")}
    answers = example_answers()
    answers["4.1.1"] = replace(answers["4.1.1"], reason=words["reason"], note=words["note"])
    step = AgendaStep(id="s1", title="Auftakt", minutes=30, minimum_minutes=15, note=words["note"])
    said = Statement(role="BM", state=AnswerState.ANSWERED, level=4, note=words["note"])
    return replace(
        case,
        answers={"a1": answers},
        statements={"a1": {("4.1.1", "BM"): said}},
        notes={"n1": CaseNote(id="n1", at=AT, words=words["note"])},
        agenda={"d1": AgendaDay(id="d1", module="M4", title="Tag 1", number=1, steps=(step,))},
        bookings={
            name: replace(item, clarified=words["clarified"], note=words["note"])
            for name, item in case.bookings.items()
        },
        evidence={
            "e1": Evidence(id="e1", subject=WHOLE_CASE, kind=EvidenceKind.PHOTO, added_at=AT, caption=words["caption"])
        },
        minutes={
            "m1": MinutesEntry(
                id="m1", day="d1", kind=EntryKind.TASK, at=AT, words=words["entry"], who=f"#{audience.value}"
            )
        },
        sections={SectionKey("result-report", "", "summary"): words["section"]},
    )


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("reader", Audience)
def test_words_are_there_for_those_who_may_read_them(audience: Audience, reader: Audience) -> None:
    shown = repr(released_to(case_for(audience), reader))
    readable = audience.value in READABLE[reader]
    assert (f"-{audience.value}#" in shown) is readable
    assert ("level=4, number=None, text='', note=Words(text='#note" in shown) is readable


def test_photos_notes_statements_and_entries_of_the_minutes_go_as_a_whole() -> None:
    shown = released_to(case_for(Audience.MINUTES), Audience.REPORT)
    assert not shown.evidence
    assert not shown.notes
    assert not shown.minutes
    assert shown.statements == {"a1": {}}


def test_everything_else_stays_the_same_object() -> None:
    case = case_for(Audience.INTERNAL)
    assert released_to(case, Audience.INTERNAL) is case
    shown = released_to(case, Audience.REPORT)
    assert shown.head is case.head
    assert shown.answers["a1"]["4.1.2"] is case.answers["a1"]["4.1.2"]
    assert set(shown.answers["a1"]) == set(case.answers["a1"])


def test_a_single_record_is_released_as_in_its_case() -> None:
    case = case_for(Audience.MINUTES)
    for record in (case.evidence["e1"], case.notes["n1"], case.minutes["m1"], case.statements["a1"]["4.1.1", "BM"]):
        assert released_record(record, Audience.MINUTES) is record
        assert released_record(record, Audience.REPORT) is None
    answer = released_record(case.answers["a1"]["4.1.1"], Audience.REPORT)
    assert answer == released_to(case, Audience.REPORT).answers["a1"]["4.1.1"]
    assert released_record(None, Audience.REPORT) is None


@pytest.mark.parametrize("audience", Audience)
def test_a_poll_goes_with_its_figures_and_its_words_with_their_own_audience(audience: Audience) -> None:
    said = (RoleVote(role="BM", level=4),)
    counted = PollRound(started_at=AT, votes=votes_of([1, 4]), roles=said, revealed_at=AT)
    outcome = Outcome(settled=Settled.DISSENT, decided_at=AT, level=1, dissent=Words("anders", Audience.MINUTES))
    poll = Poll(
        id="p1",
        assessment="a1",
        about=PollAbout.QUESTION,
        item="4.1.1",
        rounds=(counted,),
        outcome=outcome,
        audience=audience,
    )
    case = replace(example_case(), polls={"p1": poll})
    for reader in (Audience.MINUTES, Audience.REPORT):
        shown = released_to(case, reader).polls.get("p1")
        assert released_record(poll, reader) == shown
        assert (shown is not None) is reader.may_read(audience)
        if shown is not None and shown.outcome is not None:
            assert shown.rounds[0].roles == ()
            assert bool(shown.outcome.dissent) is (reader is Audience.MINUTES)
    assert released_to(case, Audience.INTERNAL).polls == {"p1": poll}
