"""What a page is filled with: things of a known height that may or may not be parted between two pages."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from advisor_app.documents.render.surface import Surface
from advisor_app.override import override


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(ABC):
    """A laid out part of the story, in points. Boxes never change: parting one makes two new ones.

    ``before`` and ``after`` are the room a box asks for above and below; neighbours share the larger of the two.
    ``keeps_next`` asks for the page of what follows.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False

    @property
    def minimum(self) -> float:
        """Height that must be free for the box, or its first part, to begin on a page."""
        return self.height

    def part(self, room: float, page: float) -> tuple[Box, Box] | None:
        """Part the box so that the first part fits into the room; ``page`` is what a whole page holds.

        None where it cannot or should not be parted there.
        """
        del room, page
        return None

    def opened(self) -> Sequence[Box]:
        """What is inside, to be placed one by one where no page holds the whole; nothing where it has no parts."""
        return ()

    def keys(self) -> Iterator[str]:
        """Bookmarks of the headings inside."""
        yield from ()

    @abstractmethod
    def draw(self, surface: Surface, x: float, y: float) -> None:
        """Draw with the top left corner at (x, y)."""


def gap(above: Box, below: Box) -> float:
    """Room between two boxes."""
    return max(above.after, below.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack(Box):
    """Boxes one below the other that share a page."""

    boxes: tuple[Box, ...]

    @override
    def opened(self) -> Sequence[Box]:
        return self.boxes

    @override
    def keys(self) -> Iterator[str]:
        for box in self.boxes:
            yield from box.keys()

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        for index, box in enumerate(self.boxes):
            if index:
                y += gap(self.boxes[index - 1], box)
            box.draw(surface, x, y)
            y += box.height


def stack(boxes: Sequence[Box]) -> Stack:
    """Put boxes below one another."""
    kept = tuple(boxes)
    return Stack(
        boxes=kept,
        height=fsum(box.height for box in kept) + fsum(map(gap, kept, kept[1:])),
        before=kept[0].before if kept else 0.0,
        after=kept[-1].after if kept else 0.0,
        keeps_next=kept[-1].keeps_next if kept else False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Box):
    """Two stacks side by side, the right one ``shift`` points further right."""

    left: Stack
    right: Stack
    shift: float

    @override
    def opened(self) -> Sequence[Box]:
        return (*self.left.boxes, *self.right.boxes)

    @override
    def keys(self) -> Iterator[str]:
        yield from self.left.keys()
        yield from self.right.keys()

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        self.left.draw(surface, x, y)
        self.right.draw(surface, x + self.shift, y)


def pair(left: Stack, right: Stack, shift: float) -> Pair:
    """Put two stacks side by side."""
    return Pair(
        left=left,
        right=right,
        shift=shift,
        height=max(left.height, right.height),
        before=max(left.before, right.before),
        after=max(left.after, right.after),
    )
