"""Who pays: all sixteen combinations (A3), windows, readings (A4) and earlier bookings of the commune."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from advisor_app.domain.funding import FundingVerdict, check_funding, programme_for
from advisor_app.domain.funding_rules import Counts, Programme, Window
from tests.example_catalog import FUNDING_TRUTH, example_funding

RULES = example_funding()
OPEN = date(2021, 6, 1)


def check(modules: str, on: date = OPEN, earlier: dict[str, str | None] | None = None) -> FundingVerdict:
    return check_funding(RULES, [f"M{number}" for number in modules], on, earlier)


def test_there_are_sixteen_combinations() -> None:
    assert set(FUNDING_TRUTH) == {"".join(choice) for size in range(5) for choice in combinations("1234", size)}


@pytest.mark.parametrize("modules", FUNDING_TRUTH)
def test_the_truth_table(modules: str) -> None:
    verdict = check(modules)
    expected = FUNDING_TRUTH[modules]
    assert verdict.funded == verdict.combination_allowed == isinstance(expected, tuple)
    # the formula of R4
    wanted = set(modules)
    assert verdict.funded == (not wanted >= {"3", "4"} and not (wanted >= {"1", "2"} and wanted & {"3", "4"}))
    if isinstance(expected, tuple):
        assert tuple(item.payer for item in verdict.modules.values()) == expected
        assert verdict.rules == (("R3",) if modules == "12" else ())
        assert verdict.alternatives == ()
    else:
        assert set(verdict.rules) == expected


@pytest.mark.parametrize(
    ("modules", "alternatives"),
    [
        ("34", ("3", "4")),
        ("123", ("12", "13", "23")),
        ("124", ("12", "14", "24")),
        ("134", ("13", "14")),
        ("234", ("23", "24")),
        ("1234", ("12", "13", "14", "23", "24")),
    ],
)
def test_what_would_be_allowed_instead(modules: str, alternatives: tuple[str, ...]) -> None:
    expected = tuple(tuple(f"M{number}" for number in choice) for choice in alternatives)
    assert check(modules).alternatives == expected


def test_a_module_that_every_alternative_keeps_has_its_payer() -> None:
    modules = check("134").modules
    assert (modules["M1"].payer, modules["M1"].reason) == ("HMdIS", None)
    assert (modules["M3"].payer, modules["M3"].reason) == (None, "R2")
    assert (modules["M4"].payer, modules["M4"].reason) == (None, "R2")


def test_a_module_that_some_alternative_drops_has_a_reason() -> None:
    assert {item.reason for item in check("123").modules.values()} == {"R3"}
    assert all(item.payer is None for item in check("123").modules.values())


@pytest.mark.parametrize(
    ("modules", "on", "funded"),
    [
        ("1", date(2020, 9, 30), False),
        ("1", date(2020, 10, 1), True),
        ("1", date(2022, 12, 31), True),
        ("1", date(2023, 1, 1), False),
        ("2", date(2022, 12, 31), True),
        ("2", date(2023, 1, 1), False),
        ("3", date(2023, 1, 1), True),
        ("3", date(2024, 12, 31), True),
        ("3", date(2025, 1, 1), False),
        ("4", date(2024, 12, 31), True),
        ("4", date(2025, 1, 1), False),
        ("13", date(2023, 6, 1), False),
        ("4", date(2026, 11, 21), False),
    ],
)
def test_the_windows(modules: str, on: date, funded: bool) -> None:  # noqa: FBT001 — a parameter of the test
    verdict = check(modules, on)
    assert verdict.funded is funded
    assert verdict.combination_allowed


def test_each_module_tells_its_own_window() -> None:
    modules = check("13", date(2023, 6, 1)).modules
    assert (modules["M1"].open, modules["M1"].valid_to) == (False, date(2022, 12, 31))
    assert (modules["M3"].open, modules["M3"].valid_to) == (True, date(2024, 12, 31))
    assert modules["M1"].valid_from == date(2020, 10, 1)


def test_module_two_in_the_exception_ends_with_2022_whoever_pays() -> None:
    """A4.4."""
    modules = check("12", date(2023, 6, 1)).modules
    assert (modules["M2"].payer, modules["M2"].open, modules["M2"].valid_to) == ("SHH", False, date(2022, 12, 31))


def test_a_single_module_needs_no_second() -> None:
    """A4.2."""
    assert all(check(module).funded for module in "1234")


# Earlier bookings


def test_first_module_one_then_module_two_is_the_exception() -> None:
    verdict = check("2", earlier={"M1": "HMdIS"})
    assert verdict.funded
    assert verdict.rules == ("R3",)
    assert verdict.modules["M2"].payer == "SHH"
    assert verdict.earlier == {"M1": "HMdIS"}


def test_first_module_two_then_module_one_is_not_settled() -> None:
    """A4.3: the source does not say, so it does not pass."""
    verdict = check("1", earlier={"M2": "HMdIS"})
    assert not verdict.funded
    assert verdict.rules == ("R1",)
    assert verdict.modules["M1"].reason == "R1"


def test_after_the_exception_modules_three_and_four_are_lost() -> None:
    for module in "34":
        verdict = check(module, earlier={"M1": "HMdIS", "M2": "SHH"})
        assert not verdict.combination_allowed
        assert verdict.rules == ("R3",)


def test_after_module_four_the_exception_is_not_open() -> None:
    assert check("2", earlier={"M4": "SHH"}).funded
    verdict = check("12", earlier={"M4": "SHH"})
    assert not verdict.funded
    assert verdict.rules == ("R3",)
    assert verdict.alternatives == (("M1",), ("M2",))


def test_a_second_module_of_the_same_programme_is_not_paid() -> None:
    verdict = check("4", earlier={"M3": "SHH"})
    assert (verdict.funded, verdict.rules, verdict.alternatives) == (False, ("R2",), ())


def test_what_the_commune_paid_itself_uses_up_nothing() -> None:
    assert check("4", earlier={"M3": None}).funded
    assert check("2", earlier={"M1": None}).modules["M2"].payer == "HMdIS"


def test_a_module_that_the_commune_paid_itself_can_still_be_funded() -> None:
    """A4-5: no rule says otherwise."""
    verdict = check("14", earlier={"M4": None})
    assert verdict.funded
    assert (verdict.modules["M1"].payer, verdict.modules["M4"].payer) == ("HMdIS", "SHH")
    assert verdict.earlier == {"M4": None}
    assert check("4", earlier={"M3": "SHH", "M4": None}).modules["M4"].reason == "R2"
    assert check("12", earlier={"M1": None}).rules == ("R3",)


def test_what_earlier_bookings_break_among_themselves_speaks_against_no_other_module() -> None:
    both: dict[str, str | None] = {"M3": "SHH", "M4": "SHH"}
    verdict = check("1", earlier=both)
    assert (verdict.funded, verdict.combination_allowed, verdict.modules["M1"].payer) == (True, True, "HMdIS")
    again = check("14", earlier=both)
    assert (again.combination_allowed, again.rules, again.alternatives) == (False, ("R2",), (("M1",),))
    assert (again.modules["M1"].payer, again.modules["M4"].reason) == ("HMdIS", "R2")


def test_the_same_module_again_is_the_same_booking() -> None:
    assert check("14", earlier={"M4": "SHH"}).funded


def test_a_new_programme_of_a_local_pack_pays_while_it_is_open() -> None:
    local = Programme(
        id="KREIS",
        short="Kreis",
        title="Kreisprogramm",
        counts=Counts.DELIVERY,
        modules=("M4",),
        at_most=1,
        rule="R1",
        windows=(Window(module="M4", valid_from=date(2026, 1, 1), valid_to=None),),
        as_of=date(2026, 1, 1),
        sources=("EV",),
    )
    rules = replace(RULES, programmes=(*RULES.programmes, local))
    assert (programme_for(rules, "M4", OPEN) or local).id == "SHH"
    verdict = check_funding(rules, ["M4"], date(2026, 11, 22))
    assert verdict.funded
    assert verdict.modules["M4"].payer == "KREIS"
    assert verdict.modules["M4"].valid_to is None
    assert programme_for(rules, "M9", OPEN) is None


def test_a_module_nobody_pays_for_is_not_funded() -> None:
    verdict = check_funding(RULES, ["M9"], OPEN)
    assert not verdict.funded
    assert (verdict.modules["M9"].payer, verdict.modules["M9"].valid_from) == (None, None)


def test_the_exception_helps_out_for_one_module_only() -> None:
    ministry, *others = RULES.programmes
    wider = replace(ministry, modules=(*ministry.modules, "M5"), windows=(*ministry.windows, _window("M5")))
    rules = replace(RULES, programmes=(wider, *others))
    assert check_funding(rules, ["M1", "M2"], OPEN).funded
    assert check_funding(rules, ["M1", "M2", "M5"], OPEN).rules == ("R1",)


def _window(module: str) -> Window:
    return Window(module=module, valid_from=date(2020, 10, 1), valid_to=date(2022, 12, 31))


# Programmes that a local pack adds


def _local(name: str, *modules: str, at_most: int = 2, ends: date = date(2028, 12, 31)) -> Programme:
    windows = tuple(Window(module=module, valid_from=date(2026, 12, 1), valid_to=ends) for module in modules)
    return Programme(
        id=name,
        short=name,
        title=f"Programm {name}",
        counts=Counts.DELIVERY,
        modules=modules,
        at_most=at_most,
        rule=f"R-{name}",
        windows=windows,
        as_of=date(2026, 11, 23),
        sources=("EV",),
    )


LATER = date(2027, 8, 1)


def _check_with(*programmes: Programme, modules: str, earlier: dict[str, str | None] | None = None) -> FundingVerdict:
    rules = replace(RULES, programmes=(*RULES.programmes, *programmes))
    return check_funding(rules, [f"M{number}" for number in modules], LATER, earlier)


def test_an_exception_of_programmes_that_have_ended_says_nothing_about_a_later_one() -> None:
    """Three modules where the new programme pays for two: its own rule, its own window, no word of R3."""
    verdict = _check_with(_local("DKP", "M1", "M2", "M4"), modules="124")
    assert (verdict.combination_allowed, verdict.rules) == (False, ("R-DKP",))
    assert verdict.alternatives == (("M1", "M2"), ("M1", "M4"), ("M2", "M4"))
    assert all(item.open and item.valid_to == date(2028, 12, 31) for item in verdict.modules.values())
    assert {item.reason for item in verdict.modules.values()} == {"R-DKP"}


def test_what_an_exception_used_up_is_not_lost_for_another_programme() -> None:
    verdict = _check_with(_local("DKP", "M1", "M2", "M4"), modules="4", earlier={"M1": "HMdIS", "M2": "SHH"})
    assert (verdict.funded, verdict.modules["M4"].payer) == (True, "DKP")


@pytest.mark.parametrize("first", ["A", "B"])
def test_a_full_programme_hands_a_module_on_to_another_one_that_is_open(first: str) -> None:
    """Whichever of the two lasts longer: A pays for M1 and M2, B for M2 and M4, one each."""
    longer = {first: date(2030, 12, 31)}
    programmes = [
        _local("A", "M1", "M2", at_most=1, ends=longer.get("A", date(2028, 12, 31))),
        _local("B", "M2", "M3", at_most=1, ends=longer.get("B", date(2028, 12, 31))),
        _local("C", "M3", "M4", at_most=1),
    ]
    verdict = _check_with(*programmes, modules="123")
    assert verdict.funded
    assert {name: item.payer for name, item in verdict.modules.items()} == {"M1": "A", "M2": "B", "M3": "C"}
    refused = _check_with(*programmes, modules="1234")
    assert not refused.combination_allowed
    assert all(len(choice) == 3 for choice in refused.alternatives)
