"""Putting boxes on pages."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.documents.render.box import Box, pair, stack
from advisor_app.documents.render.layout import Mark
from advisor_app.documents.render.pagination import Pages, Paginator
from advisor_app.documents.render.surface import Surface
from advisor_app.override import override

PAGE = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Box):
    """A box that knows its name; one that is ``soft`` may be parted into lines of ten points."""

    name: str
    soft: bool = False

    @property
    @override
    def minimum(self) -> float:
        return min(self.height, 20.0) if self.soft else self.height

    @override
    def part(self, room: float, page: float) -> tuple[Box, Box] | None:
        count = int(room / 10)
        if not self.soft or count < 2 or count * 10 >= self.height:
            return None
        first = Block(name=self.name, soft=True, height=count * 10)
        return first, Block(name=self.name, soft=True, height=self.height - count * 10)

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        raise AssertionError("nothing is drawn here")


def hard(name: str, height: float, *, before: float = 0.0, after: float = 0.0, keeps_next: bool = False) -> Block:
    return Block(name=name, height=height, before=before, after=after, keeps_next=keeps_next)


def soft(name: str, height: float) -> Block:
    return Block(name=name, height=height, soft=True)


def names(pages: Pages) -> list[list[str]]:
    return [["".join(_names(placed.box)) for placed in page] for page in pages.pages]


def _names(box: Box) -> list[str]:
    if isinstance(box, Block):
        return [box.name]
    return [name for inner in box.opened() for name in _names(inner)]


def fill(*items: Box | Mark) -> Pages:
    return Paginator(PAGE).fill(items)


def test_boxes_follow_until_the_page_is_full() -> None:
    assert names(fill(hard("a", 60), hard("b", 40), hard("c", 1))) == [["a", "b"], ["c"]]


def test_neighbours_share_the_larger_room_and_a_page_begins_without_any() -> None:
    pages = fill(hard("a", 10, before=5, after=8), hard("b", 10, before=3), hard("c", 90, before=20))
    assert [[placed.y for placed in page] for page in pages.pages] == [[0, 18], [0]]


def test_a_heading_never_ends_a_page() -> None:
    heading = hard("h", 10, keeps_next=True)
    assert names(fill(hard("a", 75), heading, hard("b", 20))) == [["a"], ["h", "b"]]
    assert names(fill(hard("a", 65), heading, hard("sub", 10, keeps_next=True), soft("b", 60))) == [
        ["a"],
        ["h", "sub", "b"],
    ]


def test_a_heading_takes_the_beginning_of_what_may_be_parted() -> None:
    pages = fill(hard("a", 60), hard("h", 10, keeps_next=True), soft("b", 60))
    assert names(pages) == [["a", "h", "b"], ["b"]]


def test_what_belongs_together_moves_together() -> None:
    assert names(fill(hard("a", 50), stack((hard("b", 30), hard("c", 30))))) == [["a"], ["bc"]]


def test_what_no_page_can_hold_is_opened() -> None:
    group = stack(tuple(hard(name, 30) for name in "bcdef"))
    assert names(fill(hard("a", 50), group)) == [["a", "b"], ["c", "d", "e"], ["f"]]


def test_columns_stay_side_by_side_unless_they_are_too_high() -> None:
    low = pair(stack((hard("l", 30),)), stack((hard("r", 40),)), 10)
    assert names(fill(hard("a", 70), low)) == [["a"], ["lr"]]
    high = pair(stack((hard("l", 60), hard("m", 60))), stack((hard("r", 40),)), 10)
    assert names(fill(high)) == [["l"], ["m", "r"]]


def test_an_annex_begins_on_a_page_of_its_own() -> None:
    pages = fill(hard("a", 10), Mark.ANNEX, hard("b", 10), Mark.ANNEX, hard("c", 10))
    assert names(pages) == [["a"], ["b"], ["c"]]
    assert pages.annex == 1
    assert fill(hard("a", 10)).annex is None


def test_breaks_make_no_empty_pages() -> None:
    assert names(fill(Mark.NEW_PAGE, hard("a", 10), Mark.NEW_PAGE, Mark.NEW_PAGE, hard("b", 10), Mark.NEW_PAGE)) == [
        ["a"],
        ["b"],
    ]


def test_a_box_higher_than_a_page_is_placed_once() -> None:
    assert names(fill(hard("a", 10), hard("b", 150), hard("c", 10))) == [["a"], ["b"], ["c"]]


@given(st.lists(st.tuples(st.integers(1, 30).map(lambda tens: tens * 10.0), st.booleans(), st.booleans())))
def test_everything_is_placed_once_in_order_and_inside_the_page(sizes: list[tuple[float, bool, bool]]) -> None:
    boxes = [
        Block(name=f"{index} ", height=height if may_part else min(height, PAGE), soft=may_part, keeps_next=keeps)
        for index, (height, may_part, keeps) in enumerate(sizes)
    ]
    pages = fill(*boxes)
    flat = [name for page in names(pages) for name in page]
    assert list(dict.fromkeys(flat)) == [box.name for box in boxes]
    placed = [item for page in pages.pages for item in page]
    assert sum(item.box.height for item in placed) == sum(box.height for box in boxes)
    assert all(item.y + item.box.height <= PAGE + 0.02 for item in placed)


def test_air_between_boxes_can_be_taken_out() -> None:
    boxes = [hard("a", 40, after=20), hard("b", 45)]
    assert names(Paginator(PAGE).fill(boxes)) == [["a"], ["b"]]
    assert names(Paginator(PAGE, 0.7).fill(boxes)) == [["a", "b"]]


def test_pages_tell_how_little_their_last_ones_hold() -> None:
    pages = Paginator(PAGE).fill([hard("a", 80), hard("b", 10), hard("c", 15), Mark.ANNEX, hard("d", 5)])
    assert names(pages) == [["a", "b"], ["c"], ["d"]]
    assert pages.lasts == (1, 2)
    assert pages.lowest(PAGE) == 0.15
    assert Paginator(PAGE).fill([hard("a", 5)]).lowest(PAGE) == 1, "one page is as short as it is"
