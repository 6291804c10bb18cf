"""Putting boxes on pages: heads stay with what they lead, what a page can hold stays whole, nothing is cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor_app.documents.render.box import Box, gap
from advisor_app.documents.render.layout import Mark


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box with the height on the page at which it begins, counted from the text area's top."""

    y: float
    box: Box


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages with their boxes; ``annex`` is the index of the first page of the first annex, None without one.

    ``lasts`` are the indices of the pages after which a page was begun by intent, and of the document's last.
    """

    pages: tuple[tuple[PlacedBox, ...], ...]
    annex: int | None
    lasts: tuple[int, ...] = ()

    def lowest(self, depth: float) -> float:
        """The smallest share of the depth that a last page is filled to which others run on to; 1 without one."""
        alone = {0, *(index + 1 for index in self.lasts)}
        ends = [self.pages[index][-1] for index in self.lasts if index not in alone and self.pages[index]]
        return min((end.y + end.box.height for end in ends), default=depth) / depth

    def page_of(self) -> Mapping[str, int]:
        """The index of the page each heading stands on."""
        return {key: index for index, page in enumerate(self.pages) for placed in page for key in placed.box.keys()}  # noqa: SIM118 — a box's keys, no mapping's


class Paginator:
    """Fills pages of a depth in points; ``air`` is the share of the room between boxes that is kept."""

    def __init__(self, depth: float, air: float = 1.0) -> None:
        self._depth = depth
        self._air = air
        self._lasts: list[int] = []
        self._pages: list[list[PlacedBox]] = [[]]
        self._y = 0.0
        self._annex: int | None = None

    def fill(self, items: Sequence[Box | Mark]) -> Pages:
        """Place everything in order."""
        waiting = list(reversed(items))
        while waiting:
            item = waiting.pop()
            if isinstance(item, Mark):
                if self._page:
                    self._lasts.append(len(self._pages) - 1)
                self._break()
                if item is Mark.ANNEX and self._annex is None:
                    self._annex = len(self._pages) - 1
                continue
            if self._needed(item, waiting) > self._room(item) + 0.01:
                inner = item.opened()
                if inner and item.height > self._depth:
                    waiting.extend(reversed(inner))
                    continue
                if self._page and self._needed(item, waiting) <= self._depth:
                    self._break()
                    waiting.append(item)
                    continue
            self._place(item, waiting)
        while len(self._pages) > 1 and not self._page:
            self._pages.pop()
        lasts = dict.fromkeys((*self._lasts, len(self._pages) - 1))
        return Pages(tuple(map(tuple, self._pages)), self._annex, tuple(lasts))

    def _place(self, box: Box, waiting: list[Box | Mark]) -> None:
        room = self._room(box)
        if box.height <= room + 0.01:
            self._put(box)
            return
        parts = box.part(room, self._depth)
        if parts is not None:
            self._put(parts[0])
            self._break()
            waiting.append(parts[1])
        elif self._page:
            self._break()
            waiting.append(box)
        else:
            self._put(box)

    @property
    def _page(self) -> list[PlacedBox]:
        return self._pages[-1]

    def _top(self, box: Box) -> float:
        return self._y + self._gap(self._page[-1].box, box) if self._page else 0.0

    def _gap(self, above: Box, below: Box) -> float:
        return gap(above, below) * self._air

    def _room(self, box: Box) -> float:
        return self._depth - self._top(box)

    def _put(self, box: Box) -> None:
        top = self._top(box)
        self._page.append(PlacedBox(top, box))
        self._y = top + box.height

    def _break(self) -> None:
        if self._page:
            self._pages.append([])
            self._y = 0.0

    def _needed(self, box: Box, waiting: Sequence[Box | Mark]) -> float:
        """Height for the box, or for the box and enough of what it must share the page with."""
        total = 0.0
        for following in reversed(waiting):
            if not box.keeps_next or isinstance(following, Mark):
                break
            total += box.height + self._gap(box, following)
            box = following
        return total + (box.height if box.keeps_next else box.minimum)
