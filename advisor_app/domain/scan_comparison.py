"""Variants of intake and scanning compared by weighted criteria: sum, order, and how firmly the first one stands.

Everything is a fraction; a total is the weighted mean of the points, from 0 to ``MOST_POINTS``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from advisor_app.domain.e_file_guide import MOST_WEIGHT, EFileGuide, ScanCriterion, ScanVariant
from advisor_app.domain.words import Words

MOST_POINTS = 4
"""The best that a variant can do in a criterion (own assumption)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionWeight:
    """How much a criterion counts here, 0 to ``MOST_WEIGHT``; ``id`` is the criterion's."""

    id: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionPoints:
    """How well a variant does in a criterion, 0 to ``MOST_POINTS``."""

    criterion: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantRating:
    """What a group said about a variant; ``id`` is the variant's. At most one variant of a case is chosen."""

    id: str
    points: tuple[CriterionPoints, ...] = ()
    is_left_out: bool = False
    is_chosen: bool = False
    remark: Words = Words()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said: then it is no record."""
        return self == VariantRating(id=self.id)

    def given(self, criterion: str) -> int | None:
        """The points in a criterion, None where nobody has given any."""
        return next((item.points for item in self.points if item.criterion == criterion), None)

    def with_points(self, criterion: str, points: int | None) -> tuple[CriterionPoints, ...]:
        """Its points with those of a criterion changed; None takes them away."""
        others = [item for item in self.points if item.criterion != criterion]
        if points is not None:
            others.append(CriterionPoints(criterion=criterion, points=points))
        return tuple(sorted(others, key=lambda item: item.criterion))


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedVariant:
    """A variant with its total and place; both are None where points are missing (``open_criteria``).

    ``dominated_by`` does as well or better in every criterion that counts.
    """

    variant: ScanVariant
    rating: VariantRating
    total: Fraction | None
    place: int | None
    open_criteria: tuple[ScanCriterion, ...] = ()
    dominated_by: ScanVariant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """Where the first variant loses its place as one weight moves: at ``weight``, to ``rival``."""

    weight: Fraction
    rival: ScanVariant


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """Between which weights of a criterion the first variant stays in front, all other weights as they are.

    None: it loses its place nowhere between 0 and ``MOST_WEIGHT`` on that side.
    """

    criterion: ScanCriterion
    weight: int
    below: Bound | None = None
    above: Bound | None = None

    @property
    def is_firm(self) -> bool:
        """Whether no weight of the criterion changes who is first."""
        return self.below is None and self.above is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanComparison:
    """The comparison as it stands: variants in their order (unranked ones last), and how firm the first one is.

    Without any weight there is no order. Several first ones have no stability: they are level.
    """

    weights: Mapping[str, int]
    variants: tuple[RankedVariant, ...]
    left_out: tuple[ScanVariant, ...]
    stability: tuple[Stability, ...]

    @property
    def has_weight(self) -> bool:
        """Whether any criterion counts."""
        return any(self.weights.values())

    @property
    def leaders(self) -> tuple[RankedVariant, ...]:
        """The first one, several where they are level, none where nothing can be ranked."""
        return tuple(item for item in self.variants if item.place == 1)

    @property
    def chosen(self) -> RankedVariant | None:
        """The variant that the house has decided on."""
        return next((item for item in self.variants if item.rating.is_chosen), None)


def compare_variants(
    guide: EFileGuide, weights: Mapping[str, CriterionWeight], ratings: Mapping[str, VariantRating]
) -> ScanComparison:
    """Compare the variants of the guide that were not left out."""
    used = {item.id: _weight(item, weights) for item in guide.criteria}
    counting = [item for item in guide.criteria if used[item.id]]
    rated = [(variant, ratings.get(variant.id, VariantRating(id=variant.id))) for variant in guide.variants]
    kept = [pair for pair in rated if not pair[1].is_left_out]
    ranked = _ranked(kept, counting, used)
    return ScanComparison(
        weights=used,
        variants=ranked,
        left_out=tuple(variant for variant, rating in rated if rating.is_left_out),
        stability=_stability(guide.criteria, ranked, used),
    )


def _weight(criterion: ScanCriterion, weights: Mapping[str, CriterionWeight]) -> int:
    given = weights.get(criterion.id)
    return min(max(criterion.weight if given is None else given.weight, 0), MOST_WEIGHT)


def _ranked(
    kept: Sequence[tuple[ScanVariant, VariantRating]], counting: Sequence[ScanCriterion], weights: Mapping[str, int]
) -> tuple[RankedVariant, ...]:
    whole = sum(weights.values())
    totals: dict[str, Fraction] = {}
    for variant, rating in kept:
        points = [rating.given(item.id) for item in counting]
        if whole and None not in points:
            given = sum(weights[item.id] * (rating.given(item.id) or 0) for item in counting)
            totals[variant.id] = Fraction(given, whole)
    complete = [pair for pair in kept if pair[0].id in totals]
    found = [
        RankedVariant(
            variant=variant,
            rating=rating,
            total=totals.get(variant.id),
            place=1 + sum(other > totals[variant.id] for other in totals.values()) if variant.id in totals else None,
            open_criteria=tuple(item for item in counting if rating.given(item.id) is None),
            dominated_by=_dominating((variant, rating), complete, counting) if variant.id in totals else None,
        )
        for variant, rating in kept
    ]
    return tuple(sorted(found, key=lambda item: (item.place is None, item.place or 0)))


def _dominating(
    pair: tuple[ScanVariant, VariantRating],
    others: Iterable[tuple[ScanVariant, VariantRating]],
    counting: Sequence[ScanCriterion],
) -> ScanVariant | None:
    """The first variant that is nowhere worse and somewhere better."""
    own = [pair[1].given(item.id) or 0 for item in counting]
    for variant, rating in others:
        theirs = [rating.given(item.id) or 0 for item in counting]
        if theirs != own and all(one >= two for one, two in zip(theirs, own, strict=True)):
            return variant
    return None


def _stability(
    criteria: Iterable[ScanCriterion], ranked: Sequence[RankedVariant], weights: Mapping[str, int]
) -> tuple[Stability, ...]:
    leaders = [item for item in ranked if item.place == 1]
    rivals = [item for item in ranked if item.place is not None and item.place > 1]
    if len(leaders) != 1 or not rivals:
        return ()
    return tuple(
        _stable(criterion, leaders[0], rivals, weights)
        for criterion in criteria
        if all(item.rating.given(criterion.id) is not None for item in (*leaders, *rivals))
    )


def _stable(
    criterion: ScanCriterion, leader: RankedVariant, rivals: Sequence[RankedVariant], weights: Mapping[str, int]
) -> Stability:
    """Where the lead over a rival, which is linear in one weight, comes to nothing."""
    below: Bound | None = None
    above: Bound | None = None
    for rival in rivals:
        leads = {name: _lead(leader, rival, name) for name, weight in weights.items() if weight or name == criterion.id}
        others = sum(weights[name] * lead for name, lead in leads.items() if name != criterion.id)
        own = leads[criterion.id]
        if own == 0:
            continue
        at = Fraction(-others, own)
        if own < 0 and at <= MOST_WEIGHT and (above is None or at < above.weight):
            above = Bound(weight=at, rival=rival.variant)
        elif own > 0 and at >= 0 and (below is None or at > below.weight):
            below = Bound(weight=at, rival=rival.variant)
    return Stability(criterion=criterion, weight=weights[criterion.id], below=below, above=above)


def _lead(leader: RankedVariant, rival: RankedVariant, criterion: str) -> int:
    return (leader.rating.given(criterion) or 0) - (rival.rating.given(criterion) or 0)
