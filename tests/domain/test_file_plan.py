from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.file_plan import (
    FilePlanEntry,
    branch,
    doubled,
    in_order,
    number_under,
    placed,
    renumbered,
)

NUMBERS = st.text(alphabet="0123456789.-/ aÄ²١", max_size=8)
PLANS = st.lists(NUMBERS, max_size=25).map(
    lambda numbers: tuple(FilePlanEntry(id=f"e{place}", number=number) for place, number in enumerate(numbers))
)


def plan(*numbers: str) -> tuple[FilePlanEntry, ...]:
    return tuple(FilePlanEntry(id=number or "none", number=number) for number in numbers)


def outline(*numbers: str) -> list[tuple[int, str]]:
    return [(item.depth, item.entry.number) for item in placed(plan(*numbers))]


@given(PLANS)
def test_every_entry_stands_once_and_after_the_one_it_belongs_to(entries: tuple[FilePlanEntry, ...]) -> None:
    tree = placed(entries)
    assert sorted(item.entry.id for item in tree) == sorted(entry.id for entry in entries)
    depths: dict[str, int] = {}
    for item in tree:
        assert item.depth == (0 if item.parent is None else depths[item.parent] + 1)
        depths[item.entry.id] = item.depth


@given(PLANS)
def test_an_entry_begins_with_the_number_that_it_belongs_to(entries: tuple[FilePlanEntry, ...]) -> None:
    """So nothing can ever belong to itself, at whatever distance."""
    by_id = {entry.id: entry.number.strip() for entry in entries}
    for item in placed(entries):
        if item.parent is not None:
            number, above = item.entry.number.strip(), by_id[item.parent]
            assert number.startswith(above)
            assert len(above) < len(number)


@given(PLANS)
def test_order_does_not_hang_on_the_order_that_is_given(entries: tuple[FilePlanEntry, ...]) -> None:
    assert in_order(entries) == in_order(tuple(reversed(entries)))


def test_figures_nest_one_by_one_and_separators_further_down() -> None:
    found = outline("1", "02.20", "0", "02", "02.10", "02.9")
    assert found == [(0, "0"), (1, "02"), (2, "02.9"), (2, "02.10"), (2, "02.20"), (0, "1")]


def test_numbers_that_count_do_not_nest_by_their_figures() -> None:
    assert outline("1", "1.1", "2", "10", "10.1") == [(0, "1"), (1, "1.1"), (0, "2"), (0, "10"), (1, "10.1")]


def test_an_entry_whose_upper_one_is_missing_goes_further_up() -> None:
    assert outline("0", "02.10") == [(0, "0"), (1, "02.10")]


def test_entries_without_a_number_stand_at_the_end() -> None:
    assert outline("", "0") == [(0, "0"), (0, "")]


@pytest.mark.parametrize(
    ("numbers", "under", "expected"),
    [
        ((), None, "0"),
        (("0", "1"), None, "2"),
        (("1", "1.1"), None, "2"),
        (("0",), "0", "0.10"),
        (("0", "00", "00.10"), "0", "01"),
        (("0", "00", "00.10"), "00", "00.20"),
        (("1", "1.1", "1.2"), "1", "1.3"),
        (("1", "1.1", "1.2"), "1.2", "1.2.1"),
        (("02", "02-10"), "02", "02-20"),
        (("0", "09"), "0", "0.10"),
        (("", "0"), "none", ""),
    ],
)
def test_a_new_entry_gets_the_next_number(numbers: tuple[str, ...], under: str | None, expected: str) -> None:
    assert number_under(plan(*numbers), under) == expected


@given(PLANS, st.data())
def test_a_new_number_is_free_and_stands_under_the_entry(
    entries: tuple[FilePlanEntry, ...], data: st.DataObject
) -> None:
    under = data.draw(st.none() | st.sampled_from([entry.id for entry in entries])) if entries else None
    number = number_under(entries, under)
    above = next((entry.number.strip() for entry in entries if entry.id == under), "")
    if under is None or above:
        assert number not in {entry.number.strip() for entry in entries}
        assert number.startswith(above)
    else:
        assert number == ""


def test_everything_under_an_entry_moves_with_its_number() -> None:
    entries = plan("0", "02", "02.10", "02.20", "1")
    moved = renumbered(entries, "02", "13")
    assert {entry.id: entry.number for entry in moved} == {"02": "13", "02.10": "13.10", "02.20": "13.20"}
    assert renumbered(entries, "02", "02") == ()


def test_a_number_that_is_taken_is_told_of_both() -> None:
    entries = (FilePlanEntry(id="a", number="02"), FilePlanEntry(id="b", number=" 02"), FilePlanEntry(id="c"))
    assert doubled(entries) == {"a", "b"}
    assert [entry.id for entry in branch((*entries, FilePlanEntry(id="d", number="02.1")), "a")] == ["a", "d"]


def test_three_hundred_entries_in_one_chain() -> None:
    entries = plan(*("1" * length for length in range(1, 301)))
    assert [item.depth for item in placed(entries)] == list(range(300))
