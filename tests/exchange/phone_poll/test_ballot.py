"""Counting: one vote for each device, the last one, as long as the round is open."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.exchange.phone_poll.ballot import Ballot, Verdict
from tests.exchange.phone_poll.phones import AGAIN, DOTS, POLL

VALUES = [option.value for option in POLL.options]
DEVICES = [f"device {number}" for number in range(6)]
votes = st.lists(st.tuples(st.sampled_from(DEVICES), st.sampled_from([*VALUES, "5", ""])), max_size=40)


def asked(most_devices: int = 200) -> tuple[Ballot, str]:
    ballot = Ballot(most_devices)
    ballot.ask(POLL)
    return ballot, ballot.view("").question


@given(votes)
def test_the_last_vote_of_each_device_counts(given_votes: list[tuple[str, str]]) -> None:
    ballot, question = asked()
    last = {}
    for device, value in given_votes:
        verdict = ballot.vote(device, question, {value: 1})
        assert verdict is (Verdict.COUNTED if value in VALUES else Verdict.NO_OPTION)
        if verdict is Verdict.COUNTED:
            last[device] = value
    counts = ballot.counts()
    assert counts.votes == {value: Counter(last.values())[value] for value in VALUES}
    assert counts.voted == counts.devices == len(last)
    assert all(ballot.view(device).own == {value: 1} for device, value in last.items())


@given(votes, votes)
def test_what_closes_a_round_tells_all_of_it_and_nothing_comes_later(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    ballot, question = asked()
    for device, value in before:
        ballot.vote(device, question, {value: 1})
    standing = ballot.counts()
    closed = ballot.close_round()
    assert closed.votes == standing.votes
    assert standing.is_open
    assert not closed.is_open
    assert {ballot.vote(device, question, {value: 1}) for device, value in after} <= {Verdict.TOO_LATE}
    assert ballot.end() == closed


@given(st.lists(st.integers(0, 20), max_size=60), st.integers(1, 10))
def test_never_more_devices_than_are_let_in(devices: list[int], most: int) -> None:
    ballot, question = asked(most)
    let_in: set[int] = set()
    for device in devices:
        verdict = ballot.vote(str(device), question, {"3": 1})
        may = device in let_in or len(let_in) < most
        assert verdict is (Verdict.COUNTED if may else Verdict.FULL)
        if may:
            let_in.add(device)
    assert ballot.counts().devices == ballot.counts().voted == len(let_in)


def test_another_round_begins_without_votes_and_takes_none_meant_for_the_first() -> None:
    ballot, question = asked()
    ballot.vote("one", question, {"1": 1})
    first = ballot.ask(AGAIN)
    assert (first.poll, first.voted, first.is_open) == (POLL, 1, False)
    assert ballot.vote("one", question, {"4": 1}) is Verdict.TOO_LATE
    assert ballot.view("one").own is None
    counts = ballot.counts()
    assert (counts.poll, counts.voted, counts.devices, counts.is_open) == (AGAIN, 0, 1, True)


def test_before_the_first_question_and_after_the_end_nothing_is_open() -> None:
    ballot = Ballot()
    assert (ballot.counts().poll, ballot.counts().is_open) == (None, False)
    assert ballot.vote("one", "", {"1": 1}) is Verdict.TOO_LATE
    ballot.end()
    ballot.ask(POLL)
    assert ballot.view("one").has_ended
    assert ballot.vote("one", ballot.view("one").question, {"1": 1}) is Verdict.TOO_LATE


def test_phones_hear_of_every_change_that_they_all_see_and_of_no_vote() -> None:
    ballot, question = asked()
    seen = ballot.view("one").version
    ballot.vote("one", question, {"1": 1})
    ballot.admit("two")
    assert ballot.view("one").version == seen
    versions = [seen]
    for change in (ballot.close_round, lambda: ballot.ask(AGAIN), ballot.end):
        change()
        versions.append(ballot.view("one").version)
    assert versions == sorted(set(versions))


dots = st.dictionaries(st.sampled_from(["WB1", "WB2", "WB3", "WB9"]), st.integers(-1, 4), max_size=4)


@given(st.lists(st.tuples(st.sampled_from(DEVICES), dots), max_size=40))
def test_dots_count_as_they_were_spread_last_and_never_more_than_a_device_has(
    given_dots: list[tuple[str, dict[str, int]]],
) -> None:
    ballot = Ballot()
    ballot.ask(DOTS)
    question = ballot.view("").question
    last: dict[str, dict[str, int]] = {}
    for device, spread in given_dots:
        verdict = ballot.vote(device, question, spread)
        if "WB9" in spread or min(spread.values(), default=0) < 0 or not sum(spread.values()):
            assert verdict is Verdict.NO_OPTION
        elif sum(spread.values()) > DOTS.dots:
            assert verdict is Verdict.TOO_MANY
        else:
            assert verdict is Verdict.COUNTED
            last[device] = spread
    counts = ballot.counts()
    assert counts.votes == {area: sum(item.get(area, 0) for item in last.values()) for area in ("WB1", "WB2", "WB3")}
    assert counts.voted == len(last)
    assert sum(counts.votes.values()) <= DOTS.dots * len(last)


def test_of_a_question_nobody_chooses_two_answers() -> None:
    ballot, question = asked()
    for chosen in ({"0": 1, "1": 1}, {"0": 2}, {}):
        assert ballot.vote("one", question, chosen) is Verdict.NO_OPTION
    assert ballot.counts().voted == 0
