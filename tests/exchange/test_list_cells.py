"""Lists in one cell."""

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.exchange.list_cells import join_entries, split_entries

parts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.lists(parts, min_size=2, max_size=4), max_size=4))
def test_what_is_joined_is_split(entries: list[list[str]]) -> None:
    assert split_entries(join_entries(entries)) == entries


def test_blanks_around_bars_may_be_left_out() -> None:
    assert split_entries("Bescheid|30.06.2027\n\nBeschluss | 03/2028") == [
        ["Bescheid", "30.06.2027"],
        ["Beschluss", "03/2028"],
    ]


def test_a_backslash_that_escapes_nothing_stays() -> None:
    assert split_entries("C:\\Temp | x\\") == [["C:\\Temp", "x\\"]]
