"""Ids as people type them."""

import pytest

from advisor_app.domain.errors import Problem
from advisor_app.services.names import named
from tests.services.conftest import refused

IDS = ("01a2012c-aaaa", "01a2012c-bbbb", "01a2ffff-aaaa")


@pytest.mark.parametrize(
    ("text", "found"), [("01a2012c-bbbb", 1), ("01a2f", 2), ("bbbb", 1), ("f-aaaa", 2), ("01a2012c-b", 1)]
)
def test_an_id_or_its_only_beginning_or_end_is_enough(text: str, found: int) -> None:
    assert named(text, IDS, Problem.UNKNOWN_CASE) == IDS[found]


@pytest.mark.parametrize("text", ["", "bbb", "01a2012c", "aaaa", "cccc", "01A2F"])
def test_anything_else_is_unknown(text: str) -> None:
    assert refused(lambda: named(text, IDS, Problem.UNKNOWN_CASE), Problem.UNKNOWN_CASE).details["name"] == text


def test_a_whole_id_wins_over_longer_ones() -> None:
    assert named("abcd", ("abcde", "abcd", "abcdf"), Problem.UNKNOWN_CASE) == "abcd"
