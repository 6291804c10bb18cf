"""Candidates for use cases: a short profile each, rated by the group, with a place in the matrix and a rank.

A candidate's place is the weighted mean of its ratings on both sides (benefit and feasibility, 1 to 5), or where the
group has put it in the matrix. It ranks by the sum of both sides: own assumption, said wherever a rank is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from advisor_app.domain.candidate_rules import Axis, CandidateRules
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.words import Words

LOWEST_RATING, HIGHEST_RATING = 1, 5

RATINGS = range(LOWEST_RATING, HIGHEST_RATING + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What the group gave a candidate in one criterion, from 1 to 5."""

    criterion: str
    rating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where the group put a candidate in the matrix, whatever its ratings say: both sides from 1 to 5."""

    benefit: int
    feasibility: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An idea for a use case as a short profile; ``use_case`` is the id of the use case that became of it."""

    id: str
    number: int
    title: str = ""
    areas: tuple[str, ...] = ()
    problem: str = ""
    idea: str = ""
    beneficiaries: str = ""
    ratings: tuple[Rating, ...] = ()
    placing: Placing | None = None
    use_case: str = ""
    note: Words = Words()

    @property
    def code(self) -> str:
        """The printed number (K-01)."""
        return f"K-{self.number:02}"

    @property
    def rated(self) -> dict[str, int]:
        """Ratings by their criteria; what is none, as a foreign file may have it, is left out."""
        return {item.criterion: item.rating for item in self.ratings if item.rating in RATINGS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A candidate's place in the matrix: exact values from 1 to 5, and whether the group has put it there."""

    benefit: Fraction
    feasibility: Fraction
    is_placed: bool = False

    @property
    def sum(self) -> Fraction:
        """Both sides together, from 2 to 10: what a rank goes by."""
        return self.benefit + self.feasibility

    @property
    def cell(self) -> tuple[int, int]:
        """The cell of the matrix: feasibility to the right, benefit upwards, rounded half up."""
        return _nearest(self.feasibility), _nearest(self.benefit)


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedCandidate:
    """A candidate with its place and rank (None while a side is not rated), and the others with the same sum."""

    candidate: Candidate
    place: Place | None
    rank: int | None
    tied_with: tuple[str, ...] = ()


def with_rating(candidate: Candidate, criterion: str, rating: int | None) -> Candidate:
    """The candidate with another rating in a criterion, None for none; raises BAD_RATING."""
    if rating is not None and rating not in RATINGS:
        raise AdvisorError(Problem.BAD_RATING, value=rating)
    others = {name: value for name, value in candidate.rated.items() if name != criterion}
    every = others if rating is None else {**others, criterion: rating}
    return replace(candidate, ratings=tuple(Rating(criterion=name, rating=every[name]) for name in sorted(every)))


def with_placing(candidate: Candidate, benefit: int, feasibility: int) -> Candidate:
    """The candidate as the group has put it in the matrix; raises BAD_RATING."""
    for value in (benefit, feasibility):
        if value not in RATINGS:
            raise AdvisorError(Problem.BAD_RATING, value=value)
    return replace(candidate, placing=Placing(benefit=benefit, feasibility=feasibility))


def side_value(candidate: Candidate, rules: CandidateRules, axis: Axis) -> Fraction | None:
    """The weighted mean of the ratings on one side, as far as there are any."""
    rated = candidate.rated
    given = [(item.weight, rated[item.id]) for item in rules.of_axis(axis) if item.id in rated]
    weight = sum(part for part, _ in given)
    return Fraction(sum(part * value for part, value in given), weight) if weight else None


def open_criteria(candidate: Candidate, rules: CandidateRules) -> tuple[str, ...]:
    """Criteria that the group has not rated."""
    return tuple(name for name in rules.criteria if name not in candidate.rated)


def place_of(candidate: Candidate, rules: CandidateRules) -> Place | None:
    """Where a candidate stands; None while a side has no rating and the group has not put it anywhere."""
    placing = candidate.placing
    if placing is not None and {placing.benefit, placing.feasibility} <= set(RATINGS):
        return Place(benefit=Fraction(placing.benefit), feasibility=Fraction(placing.feasibility), is_placed=True)
    benefit, feasibility = (side_value(candidate, rules, axis) for axis in Axis)
    return None if benefit is None or feasibility is None else Place(benefit=benefit, feasibility=feasibility)


def ranking(candidates: Iterable[Candidate], rules: CandidateRules) -> tuple[RankedCandidate, ...]:
    """Candidates by the sum of both sides; equal sums share a rank and the next one is left out; unrated ones last."""
    placed = [(candidate, place_of(candidate, rules)) for candidate in in_order(candidates)]
    sums = sorted((place.sum for _, place in placed if place is not None), reverse=True)
    codes = {
        total: tuple(item.code for item, place in placed if place is not None and place.sum == total)
        for total in set(sums)
    }
    found = [
        RankedCandidate(
            candidate=candidate,
            place=place,
            rank=None if place is None else sums.index(place.sum) + 1,
            tied_with=() if place is None else tuple(code for code in codes[place.sum] if code != candidate.code),
        )
        for candidate, place in placed
    ]
    return tuple(sorted(found, key=lambda item: (item.rank is None, item.rank or 0)))


def next_number(candidates: Iterable[Candidate]) -> int:
    """The number after the highest one that is given."""
    return max((candidate.number for candidate in candidates), default=0) + 1


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates by their numbers."""
    return tuple(sorted(candidates, key=lambda candidate: (candidate.number, candidate.id)))


def _nearest(value: Fraction) -> int:
    return (value + Fraction(1, 2)).__floor__()
