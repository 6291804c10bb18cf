from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.e_file_guide import MOST_WEIGHT, EFileGuide, ScanCriterion, ScanVariant
from advisor_app.domain.scan_comparison import (
    MOST_POINTS,
    CriterionPoints,
    CriterionWeight,
    ScanComparison,
    VariantRating,
    compare_variants,
)

CRITERIA = ("speed", "cost", "quality")
VARIANTS = ("local", "central", "shared")
WEIGHTS = st.fixed_dictionaries({name: st.integers(0, MOST_WEIGHT) for name in CRITERIA})
POINTS = st.fixed_dictionaries(
    {name: st.fixed_dictionaries({key: st.integers(0, MOST_POINTS) for key in CRITERIA}) for name in VARIANTS}
)


def guide() -> EFileGuide:
    return EFileGuide(
        module="M3",
        title="E-Akte",
        note="",
        sources=("EV",),
        areas=(),
        criteria=tuple(ScanCriterion(id=name, title=name, about="", weight=1) for name in CRITERIA),
        variants=tuple(ScanVariant(id=name, title=name, about="", watch=()) for name in VARIANTS),
        entries=(),
        samples=(),
    )


def compared(weights: dict[str, int], points: dict[str, dict[str, int]], **left_out: bool) -> ScanComparison:
    ratings = {
        name: VariantRating(
            id=name,
            points=tuple(CriterionPoints(criterion=key, points=value) for key, value in given.items()),
            is_left_out=left_out.get(name, False),
        )
        for name, given in points.items()
    }
    return compare_variants(
        guide(), {name: CriterionWeight(id=name, weight=weight) for name, weight in weights.items()}, ratings
    )


EVEN = {"speed": 1, "cost": 1, "quality": 2}
GIVEN = {
    "local": {"speed": 4, "cost": 1, "quality": 1},
    "central": {"speed": 3, "cost": 2, "quality": 4},
    "shared": {"speed": 2, "cost": 2, "quality": 3},
}


def test_totals_are_weighted_means_and_make_the_order() -> None:
    comparison = compared(EVEN, GIVEN)
    assert [(item.variant.id, item.total, item.place) for item in comparison.variants] == [
        ("central", Fraction(13, 4), 1),
        ("shared", Fraction(10, 4), 2),
        ("local", Fraction(7, 4), 3),
    ]


def test_a_variant_that_is_nowhere_better_is_named() -> None:
    found = {item.variant.id: item.dominated_by for item in compared(EVEN, GIVEN).variants}
    assert found["shared"] is not None
    assert found["shared"].id == "central"
    assert found["local"] is None
    assert found["central"] is None


def test_the_first_one_falls_back_where_one_weight_gets_too_high() -> None:
    """Central leads local by −w(speed) + 1 (cost) + 6 (quality): at a weight of 7 they would be level."""
    speed = compared(EVEN, GIVEN).stability[0]
    assert speed.is_firm
    close = {**GIVEN, "central": {"speed": 3, "cost": 2, "quality": 2}, "shared": {"speed": 0, "cost": 0, "quality": 0}}
    speed = compared(EVEN, close).stability[0]
    assert speed.below is None
    assert speed.above is not None
    assert speed.above.weight == Fraction(3)
    assert speed.above.rival.id == "local"


def test_weights_that_are_all_zero_make_no_order() -> None:
    comparison = compared(dict.fromkeys(CRITERIA, 0), GIVEN)
    assert not comparison.has_weight
    assert comparison.leaders == ()
    assert comparison.stability == ()
    assert all(item.total is None and item.place is None for item in comparison.variants)


def test_a_variant_with_missing_points_is_not_ranked_and_says_which() -> None:
    comparison = compared(EVEN, {**GIVEN, "central": {"speed": 4}})
    last = comparison.variants[-1]
    assert last.variant.id == "central"
    assert last.place is None
    assert [item.id for item in last.open_criteria] == ["cost", "quality"]


def test_points_in_a_criterion_without_weight_may_be_missing() -> None:
    comparison = compared({**EVEN, "speed": 0}, {**GIVEN, "central": {"cost": 2, "quality": 4}})
    assert comparison.leaders[0].variant.id == "central"


def test_a_variant_that_is_left_out_is_not_compared() -> None:
    comparison = compared(EVEN, GIVEN, central=True)
    assert comparison.leaders[0].variant.id == "shared"
    assert [item.id for item in comparison.left_out] == ["central"]


def test_without_own_weights_those_of_the_pack_hold_and_impossible_ones_are_brought_into_bounds() -> None:
    assert compare_variants(guide(), {}, {}).weights == dict.fromkeys(CRITERIA, 1)
    odd = {"speed": CriterionWeight(id="speed", weight=99), "cost": CriterionWeight(id="cost", weight=-3)}
    assert compare_variants(guide(), odd, {}).weights == {"speed": MOST_WEIGHT, "cost": 0, "quality": 1}


@given(WEIGHTS, POINTS)
def test_inside_its_bounds_the_first_one_stays_and_beyond_them_it_does_not(
    weights: dict[str, int], points: dict[str, dict[str, int]]
) -> None:
    comparison = compared(weights, points)
    if len(comparison.leaders) != 1:
        assert comparison.stability == ()
        return
    leader = comparison.leaders[0].variant.id
    for item in comparison.stability:
        for weight in range(MOST_WEIGHT + 1):
            changed = {**weights, item.criterion.id: weight}
            if not any(changed.values()):
                continue
            inside = (item.below is None or weight > item.below.weight) and (
                item.above is None or weight < item.above.weight
            )
            alone = [found.variant.id for found in compared(changed, points).leaders] == [leader]
            assert alone == inside
