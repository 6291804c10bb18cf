"""Candidates: places in the matrix by weighted ratings or by hand, and a ranking that names its ties."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.candidate import (
    RATINGS,
    Candidate,
    Placing,
    Rating,
    open_criteria,
    place_of,
    ranking,
    side_value,
    with_placing,
    with_rating,
)
from advisor_app.domain.candidate_rules import Axis, CandidateRules, RatingCriterion, Way, WayRule
from advisor_app.domain.errors import AdvisorError, Problem


def criterion(name: str, axis: Axis, weight: int = 1) -> RatingCriterion:
    return RatingCriterion(
        id=name, axis=axis, title=name, question="?", low="wenig", high="viel", weight=weight, sources=("EV",)
    )


RULES = CandidateRules(
    criteria={
        item.id: item
        for item in (
            criterion("need", Axis.BENEFIT, 2),
            criterion("reach", Axis.BENEFIT),
            criterion("effort", Axis.FEASIBILITY),
            criterion("data", Axis.FEASIBILITY),
        )
    },
    ways=(
        WayRule(id="early", way=Way.USE_CASE, first_phase=1, last_phase=2, text="…", sources=("EV",)),
        WayRule(id="late", way=Way.PLAN, first_phase=3, last_phase=5, text="…", sources=("EV",)),
    ),
)


def candidate(number: int = 1, **ratings: int) -> Candidate:
    made = Candidate(id=f"k{number}", number=number, title=f"Idee {number}")
    for name, value in ratings.items():
        made = with_rating(made, name, value)
    return made


def test_a_side_is_the_weighted_mean_of_what_was_rated() -> None:
    rated = candidate(need=5, reach=2, effort=4)
    assert side_value(rated, RULES, Axis.BENEFIT) == Fraction(4)
    assert side_value(rated, RULES, Axis.FEASIBILITY) == Fraction(4)
    assert open_criteria(rated, RULES) == ("data",)
    assert side_value(candidate(), RULES, Axis.BENEFIT) is None


def test_what_the_group_placed_holds_against_the_ratings() -> None:
    rated = candidate(need=5, reach=5, effort=1, data=1)
    placed = with_placing(rated, 2, 4)
    found = place_of(placed, RULES)
    assert found is not None
    assert (float(found.benefit), float(found.feasibility), found.is_placed) == (2, 4, True)
    assert found.cell == (4, 2)


def test_one_rated_side_is_no_place() -> None:
    assert place_of(candidate(need=5), RULES) is None


def test_halves_are_rounded_up_to_a_cell() -> None:
    found = place_of(candidate(need=3, effort=3, data=4), RULES)
    assert found is not None
    assert (found.feasibility, found.cell) == (Fraction(7, 2), (4, 3))


def test_equal_sums_share_a_rank_and_name_each_other() -> None:
    candidates = [
        candidate(1, need=3, effort=3),
        candidate(2, need=5, effort=4),
        candidate(3, need=2, effort=4),
        candidate(4),
        candidate(5, need=1, effort=1),
    ]
    found = [(item.candidate.code, item.rank, item.tied_with) for item in ranking(candidates, RULES)]
    assert found == [
        ("K-02", 1, ()),
        ("K-01", 2, ("K-03",)),
        ("K-03", 2, ("K-01",)),
        ("K-05", 4, ()),
        ("K-04", None, ()),
    ]


def test_a_rating_is_taken_back_with_none() -> None:
    assert with_rating(candidate(need=4), "need", None).ratings == ()


@pytest.mark.parametrize("value", [0, 6, -1])
def test_other_figures_are_no_ratings(value: int) -> None:
    with pytest.raises(AdvisorError) as refused:
        with_rating(candidate(), "need", value)
    assert refused.value.problem is Problem.BAD_RATING
    with pytest.raises(AdvisorError):
        with_placing(candidate(), 3, value)


@pytest.mark.parametrize(
    ("phase", "way"), [(1, Way.USE_CASE), (2, Way.USE_CASE), (3, Way.PLAN), (5, Way.PLAN), (None, None), (6, None)]
)
def test_the_way_follows_from_the_phase(phase: int | None, way: Way | None) -> None:
    rule = RULES.suggested(phase)
    assert (rule.way if rule else None) is way


@given(st.lists(st.dictionaries(st.sampled_from(list(RULES.criteria)), st.sampled_from(RATINGS)), max_size=8))
def test_a_rank_is_one_more_than_the_number_of_better_ones(ratings: list[dict[str, int]]) -> None:
    candidates = [candidate(number, **given) for number, given in enumerate(ratings, 1)]
    found = ranking(candidates, RULES)
    sums = {item.candidate.id: item.place.sum for item in found if item.place is not None}
    for item in found:
        if item.place is None:
            assert item.rank is None
            assert item.tied_with == ()
        else:
            assert item.rank == 1 + sum(other > item.place.sum for other in sums.values())
            assert len(item.tied_with) == list(sums.values()).count(item.place.sum) - 1
    assert sorted(item.candidate.id for item in found) == sorted(item.id for item in candidates)


def test_figures_that_are_no_ratings_place_nothing() -> None:
    foreign = Candidate(
        id="k1",
        number=1,
        ratings=(Rating(criterion="need", rating=99), Rating(criterion="effort", rating=0)),
        placing=Placing(benefit=3, feasibility=-7),
    )
    assert foreign.rated == {}
    assert place_of(foreign, RULES) is None
