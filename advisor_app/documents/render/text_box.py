"""Boxes of running text: paragraphs, headings, list items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from advisor_app.documents.blocks import Align
from advisor_app.documents.render.box import Box
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.surface import Surface
from advisor_app.documents.render.typesetting import Line
from advisor_app.documents.theme import TextStyle
from advisor_app.override import override

_FEWEST_LINES = 2
"""Lines of a parted paragraph that stay together at the foot of one page and at the head of the next."""

_SHIFT = {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox(Box):
    """Lines of one paragraph; ``indent`` moves them right, ``fewest`` is what stays together of it."""

    lines: tuple[Line, ...]
    leading: float
    width: float
    element: Element
    align: Align = Align.START
    indent: float = 0.0
    fewest: int = _FEWEST_LINES

    @property
    @override
    def minimum(self) -> float:
        whole = len(self.lines) < 2 * self.fewest
        return self.height if whole else self.fewest * self.leading

    @override
    def part(self, room: float, page: float) -> tuple[TextBox, TextBox] | None:
        count = min(int((room + 0.01) / self.leading), len(self.lines) - self.fewest)
        if count < self.fewest:
            return None
        return self._with(self.lines[:count]), self._with(self.lines[count:])

    def _with(self, lines: tuple[Line, ...]) -> TextBox:
        return replace(self, lines=lines, height=len(lines) * self.leading)

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        shift = _SHIFT[self.align]
        surface.lines(self.lines, self.element, x + self.indent, y, self.leading, shift, self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingBox(Box):
    """A heading with its bookmark; ``depth`` 0 is the outermost, None leaves it out of the bookmarks.

    ``anchor`` is what links in the text lead to.
    """

    text: TextBox
    key: str
    title: str
    depth: int | None
    anchor: str = ""

    @override
    def keys(self) -> Iterator[str]:
        yield self.key

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        if self.depth is not None:
            surface.bookmark(self.key, self.title, self.depth, y, self.anchor)
        self.text.draw(surface, x, y)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBox(Box):
    """An item of a list: its mark, and its text beside it."""

    mark: TextBox
    text: TextBox

    @property
    @override
    def minimum(self) -> float:
        return self.text.minimum

    @override
    def part(self, room: float, page: float) -> tuple[Box, Box] | None:
        parts = self.text.part(room, page)
        if parts is None:
            return None
        return replace(self, text=parts[0], height=parts[0].height), parts[1]

    @override
    def draw(self, surface: Surface, x: float, y: float) -> None:
        self.mark.draw(surface, x, y)
        self.text.draw(surface, x, y)


def text_box(
    lines: tuple[Line, ...], style: TextStyle, width: float, element: Element, align: Align = Align.START
) -> TextBox:
    """Lines as a box with its style's room."""
    return TextBox(
        height=len(lines) * style.line,
        before=style.before,
        after=style.after,
        lines=lines,
        leading=style.line,
        width=width,
        element=element,
        align=align,
    )
