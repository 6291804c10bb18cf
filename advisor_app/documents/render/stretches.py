"""Lines of text in stretches that belong to one part of the story: plain words, a link, a parted word, a box."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import fsum

from advisor_app.documents.blocks import LevelChip
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.render.typesetting import Line, Piece, Target, Whole


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece with the place of its left edge, counted from the page's left, and of its line's top."""

    piece: Piece
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bits that are read in one go; they may stand on several lines."""

    bits: tuple[Bit, ...]

    @property
    def box(self) -> LevelChip | TickBox | None:
        """The box that it is, if it is one."""
        content = self.bits[0].piece.content
        return None if isinstance(content, str) else content

    @property
    def target(self) -> Target | None:
        """Where it links to."""
        return self.bits[0].piece.target

    @property
    def whole(self) -> Whole | None:
        """The word that it is part of."""
        return self.bits[0].piece.whole

    def rows(self) -> Iterator[tuple[float, float, float]]:
        """Left edge, top and width of what stands on each line."""
        for y, bits in groupby(self.bits, lambda bit: bit.y):
            row = list(bits)
            yield row[0].x, y, fsum(bit.piece.width for bit in row)


def stretches(lines: Sequence[tuple[Line, float, float]]) -> Iterator[Stretch]:
    """Part lines, each with its left edge and top, where another part of the story begins."""
    held: list[Bit] = []
    for bit in _bits(lines):
        if held and not _go_together(held[-1].piece, bit.piece):
            yield Stretch(tuple(held))
            held = []
        held.append(bit)
    if held:
        yield Stretch(tuple(held))


def _bits(lines: Sequence[tuple[Line, float, float]]) -> Iterator[Bit]:
    for line, left, y in lines:
        x = left
        for piece in line.pieces:
            yield Bit(piece, x, y)
            x += piece.width
        if line.pieces and line.joint:
            # What parts the words of two lines is read, but takes no room.
            last = line.pieces[-1]
            yield Bit(Piece(line.joint, last.look, 0.0, last.target), x, y)


def _go_together(before: Piece, after: Piece) -> bool:
    if not (isinstance(before.content, str) and isinstance(after.content, str)):
        return False
    return before.target is after.target and before.whole is after.whole
