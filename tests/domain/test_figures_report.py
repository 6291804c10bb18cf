"""Reports of several laptops become one sum in which no booking stands twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.booking import BookingState
from advisor_app.domain.figures import BookingFact, Count, figures_of
from advisor_app.domain.figures_report import FiguresReport, merge_reports, report_of
from tests.domain.booking_facts import FACTS, official_figures

AUGUST = datetime(2021, 8, 4, 12, 0, 0, 999, tzinfo=UTC)
MOMENTS = st.integers(0, 20).map(lambda days: AUGUST + timedelta(days=days))
PROFILES = st.sampled_from(["laptop-1", "laptop-2", "laptop-3"])
REPORTS = st.lists(st.builds(report_of, PROFILES, MOMENTS, FACTS), max_size=5)


@given(REPORTS, st.randoms())
def test_the_order_of_files_and_a_file_given_twice_change_nothing(reports: list[FiguresReport], dice: object) -> None:
    shuffled = [*reports, *reports]
    dice.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    once, again = merge_reports(reports), merge_reports(shuffled)
    assert (once.facts, once.used, once.doubles) == (again.facts, again.used, again.doubles)
    assert again.replaced == once.replaced + len(reports)


@given(REPORTS)
def test_each_booking_of_the_newest_reports_counts_once(reports: list[FiguresReport]) -> None:
    merged = merge_reports(reports)
    assert len({report.profile for report in merged.used}) == len(merged.used)
    assert {fact.booking for fact in merged.facts} == {fact.booking for item in merged.used for fact in item.facts}
    assert len({fact.booking for fact in merged.facts}) == len(merged.facts)
    assert len(merged.facts) + merged.doubles == sum(len(item.facts) for item in merged.used)
    for report in reports:
        (used,) = [item for item in merged.used if item.profile == report.profile]
        assert used.made_at >= report.made_at


@given(FACTS)
def test_a_report_counts_as_the_laptop_does_and_names_no_booking(facts: list[BookingFact]) -> None:
    report = report_of("laptop-1", AUGUST, facts)
    assert figures_of(report.facts) == figures_of(facts)
    assert not {fact.booking for fact in facts} & {fact.booking for fact in report.facts}
    assert report.profile != "laptop-1"
    assert report.made_at.microsecond == 0


def test_a_booking_that_changed_hands_counts_where_it_stands_now() -> None:
    facts = official_figures()
    mine, theirs = facts[:200], facts[150:]
    ahead = [fact._replace(state=BookingState.COMPLETED, completed="2021-09") for fact in theirs[:50]]
    first = report_of("laptop-1", AUGUST, mine)
    second = report_of("laptop-2", AUGUST + timedelta(days=40), [*ahead, *theirs[50:]])
    merged = merge_reports([second, first])
    assert merged.doubles == 50
    assert figures_of(merged.facts).total.requests == 385
    assert figures_of(merged.facts) == figures_of(_replaced(facts, ahead))


def test_two_halves_give_the_official_figures() -> None:
    facts = official_figures()
    reports = [report_of(f"laptop-{place}", AUGUST, facts[place::2]) for place in range(2)]
    assert figures_of(merge_reports(reports).facts).total == Count(385, 108)


def test_a_newer_report_of_the_same_laptop_takes_the_place_of_the_older() -> None:
    facts = official_figures()
    older, newer = report_of("a", AUGUST, facts), report_of("a", AUGUST + timedelta(hours=1), facts[:10])
    merged = merge_reports([newer, older])
    assert (len(merged.facts), merged.replaced, merged.doubles) == (10, 1, 0)


def _replaced(facts: Sequence[BookingFact], by: Sequence[BookingFact]) -> list[BookingFact]:
    newer = {fact.booking: fact for fact in by}
    return [newer.get(fact.booking, fact) for fact in facts]
