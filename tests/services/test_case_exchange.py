"""The rule of case files: whatever two advisers do, each exchange in both directions leaves two equal cases.

Here imports are cut off at a step of the database; ``tests/reliability/test_killed_exchange.py`` kills the program.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor_app.domain.reconciliation import Keep
from advisor_app.services.workspace import Workspace
from tests.services.exchanging import Action, Exchange, Exchanging, actions
from tests.services.two_profiles import opened_case, two_profiles


class Advisers:
    """Two profiles, without all their words where a failure is told."""

    def __init__(self, *both: Workspace) -> None:
        self.both = both


@pytest.fixture(scope="module")
def advisers() -> Iterator[Advisers]:
    with two_profiles() as both:
        yield Advisers(*both)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    steps=st.lists(actions(st.none() | st.integers(1, 60)), max_size=12),
    keep=st.sampled_from(Keep),
)
def test_after_an_exchange_both_have_the_same_case_and_nothing_is_lost(
    advisers: Advisers, steps: list[Action], keep: Keep
) -> None:
    them = Exchanging(advisers.both, opened_case(advisers.both[0]).case.id)
    them.do(Exchange(1, Keep.MINE))
    for action in steps:
        them.do(action)
    them.become_equal(keep)
