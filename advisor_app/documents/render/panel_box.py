"""Boxes that are no running text: facts of the title, key figures, steps, callouts, charts, contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from advisor_app.charts.scene import Scene
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.text_box import TextBox
from advisor_app.override import override


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with its place relative to its box's top left corner."""

    x: float
    y: float
    text: TextBox


@dataclass(frozen=True, slots=True, kw_only=True)
class GridBox(Box):
    """Texts in free places, as the facts below a title stand."""

    texts: tuple[Placed, ...]

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        for placed in self.texts:
            placed.text.draw(surface, x + placed.x, y + placed.y)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFiguresBox(Box):
    """Figures between two rules, parted by hairlines at ``bars``."""

    grid: GridBox
    width: float
    padding: float
    bars: tuple[float, ...]

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        line = surface.theme.tokens.line
        surface.rule(x, y, self.width, line["rule"], "line_strong")
        surface.rule(x, y + self.height, self.width, line["rule"], "line_strong")
        for bar in self.bars:
            surface.upright(x + bar, y, self.height, line["hairline"], "line")
        self.grid.draw(surface, x, y + self.padding)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepsBox(Box):
    """Stages as bars in a row, the current one filled, with their titles below."""

    grid: GridBox
    bar: float
    width: float
    gutter: float
    count: int
    current: int | None
    element: Element

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        each = (self.width - self.gutter * (self.count - 1)) / self.count
        for index in range(self.count):
            place = (x + index * (each + self.gutter), y, each, self.bar)
            if self.current is None or index > self.current:
                surface.panel(place, self.bar / 2, "paper", "line_strong")
            elif index < self.current:
                surface.panel(place, self.bar / 2, "gantt.b.fill", "primary")
            else:
                surface.panel(place, self.bar / 2, "primary", "primary")
        height = surface.theme.sheet.height
        self.element.bounds = (x, height - y - self.height, x + self.width, height - y)
        self.grid.draw(surface, x, y)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalloutBox(Box):
    """Paragraphs beside an upright bar, which also tells in black and white that they stand apart."""

    texts: tuple[TextBox, ...]
    role: str
    indent: float
    gap: float

    @property
    @override
    def minimum(self) -> float:
        return self.texts[0].minimum

    @override
    def part(self, room: float, page: float) -> tuple[Box, Box] | None:
        kept: list[TextBox] = []
        for index, text in enumerate(self.texts):
            if text.height <= room:
                kept.append(text)
                room -= text.height + self.gap
                continue
            parts = text.part(room, page)
            if parts is None:
                break
            return self._with([*kept, parts[0]]), self._with([parts[1], *self.texts[index + 1 :]])
        return (self._with(kept), self._with(self.texts[len(kept) :])) if 0 < len(kept) < len(self.texts) else None

    def _with(self, texts: Sequence[TextBox]) -> CalloutBox:
        height = sum(text.height for text in texts) + self.gap * (len(texts) - 1)
        return replace(self, texts=tuple(texts), height=height)

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        weight = surface.theme.tokens.radius["level"]
        surface.upright(x + weight / 2, y, self.height, weight, self.role)
        for text in self.texts:
            text.draw(surface, x + self.indent, y)
            y += text.height + self.gap


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBox(Box):
    """A chart."""

    scene: Scene
    element: Element
    indent: float
    scale: float

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        surface.scene(self.scene, self.element, x + self.indent, y, self.scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryBox(Box):
    """One line of the contents: the heading, and the page it came to stand on, as a link.

    ``number`` sets a page's number and ``words`` says where the link leads, both once the page is known.
    """

    text: TextBox
    padding: float
    key: str
    width: float
    element: Element
    number: Callable[[int], TextBox]
    words: Callable[[int], str]

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        page = surface.page_of[self.key] + 1
        self.text.draw(surface, x, y + self.padding)
        number = self.number(page)
        number.draw(surface, x, y + self.height - self.padding - number.height)
        surface.rule(x, y + self.height, self.width, surface.theme.tokens.line["hairline"], "line")
        surface.link(self.key, self.element, self.words(page), (x, y, self.width, self.height))
