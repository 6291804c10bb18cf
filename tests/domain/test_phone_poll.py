"""What phones can be asked."""

from __future__ import annotations

import pytest

from advisor_app.domain.phone_poll import MOST_OPTIONS, PhoneOption, PhonePoll, PollCounts
from advisor_app.domain.poll import Votes

TOO_MANY = [str(number) for number in range(MOST_OPTIONS + 1)]


@pytest.mark.parametrize("values", [[], ["1"], ["1", "1"], ["1", ""], TOO_MANY])
def test_what_cannot_be_voted_on_is_refused(values: list[str]) -> None:
    with pytest.raises(ValueError, match="a poll needs"):
        PhonePoll(title="Frage", options=tuple(PhoneOption(value, "Antwort") for value in values))


def test_voted_is_the_sum_of_all_options() -> None:
    assert PollCounts(poll=None, votes={"0": 2, "4": 3, "unknown": 1}, devices=9, is_open=True).voted == 6


def test_votes_of_levels_are_those_of_a_poll() -> None:
    counts = PollCounts(poll=None, votes={"0": 2, "4": 3, "unknown": 1, "other": 7}, devices=9, is_open=False)
    assert counts.levels == Votes(counts=(2, 0, 0, 0, 3), unknown=1)
