"""What phones can be asked."""

from __future__ import annotations

import pytest

from advisor_app.domain.phone_poll import MOST_DOTS, MOST_OPTIONS, PhoneOption, PhonePoll, PollCounts
from advisor_app.domain.poll import Votes

TOO_MANY = [str(number) for number in range(MOST_OPTIONS + 1)]


@pytest.mark.parametrize("values", [[], ["1"], ["1", "1"], ["1", ""], TOO_MANY])
def test_what_cannot_be_voted_on_is_refused(values: list[str]) -> None:
    with pytest.raises(ValueError, match="a poll needs"):
        PhonePoll(title="Frage", options=tuple(PhoneOption(value, "Antwort") for value in values))


@pytest.mark.parametrize("dots", [-1, MOST_DOTS + 1])
def test_nobody_has_more_dots_than_can_be_given(dots: int) -> None:
    with pytest.raises(ValueError, match="a device has"):
        PhonePoll(title="Frage", options=(PhoneOption("WB1", "a"), PhoneOption("WB2", "b")), dots=dots)


def test_votes_of_levels_are_those_of_a_poll() -> None:
    counts = PollCounts(poll=None, votes={"0": 2, "4": 3, "unknown": 1, "other": 7}, devices=9, voted=13, is_open=False)
    assert counts.levels == Votes(counts=(2, 0, 0, 0, 3), unknown=1)
