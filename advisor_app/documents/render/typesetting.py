"""Setting text in lines: ragged right, hyphenated where a line would stay too short, nothing ever cut.

A line that ends inside a word ends with a soft hyphen, so that search and screen readers find the word whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import fsum

from advisor_app.documents.blocks import Inline, LevelChip, Run, Text
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.render.bound_blanks import NO_BREAK, with_bound_blanks
from advisor_app.documents.render.characters import SOFT_HYPHEN, Characters
from advisor_app.documents.render.fonts import Face, face_for
from advisor_app.documents.theme import TextStyle
from advisor_app.texts.hyphenation import break_points

_LETTERS = re.compile(r"[^\W\d_]+")
_AFTER_MARK = re.compile(r"(?<=[^\W\d_]{2})[-–—/]+(?=[^\W\d_])")
# A gap that may stay at a line's end before a word is broken to fill it: a share of the line, and points.
_IDLE_SHARE = 0.12
_IDLE_ROOM = 18.0
_TOLERANCE = 0.01
_QUIET_INK = "ink2"
_LINK_INK = "primary"


@dataclass(frozen=True, slots=True)
class Look:
    """How words are drawn."""

    face: Face
    size: float
    ink: str


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Where a link in the text leads; every link is one of its own, however many lines it takes."""

    address: str
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """A word that lines part, as it reads in one."""

    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look, or a box with the width it takes; what it links to, and the parted word it is of."""

    content: str | LevelChip | TickBox
    look: Look
    width: float
    target: Target | None = None
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line with its pieces from left to right; ``joint`` is what stands between it and the next one."""

    pieces: tuple[Piece, ...]
    width: float
    joint: str


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two blanks; ``forced`` asks for a new line after it."""

    pieces: tuple[Piece, ...]
    width: float
    forced: bool = False


class Typesetter:
    """Sets texts of one document."""

    def __init__(self, characters: Characters, language: str, *, chip: float, tick: float) -> None:
        self._characters = characters
        self._language = language
        self._chip = chip
        self._tick = tick
        self._known: dict[tuple[Text, TextStyle], tuple[_Word, ...]] = {}

    def natural_width(self, text: Text, style: TextStyle) -> float:
        """Width of the text's longest line where nothing is broken."""
        longest = width = 0.0
        blank = _look(style, None).face.width(" ", style.size)
        for word in self._words(text, style):
            width += (blank if width else 0.0) + word.width
            longest = max(longest, width)
            if word.forced:
                width = 0.0
        return longest

    def plain(self, text: Text) -> str:
        """The text on one line as it reads, chips as their words."""
        if isinstance(text, str):
            return " ".join(self._characters.clean(text).split())
        words = "".join(self._characters.clean(item.text) if isinstance(item, Run) else item.words for item in text)
        return " ".join(words.split())

    def set_lines(self, text: Text, style: TextStyle, width: float) -> tuple[Line, ...]:
        """Break a text into lines of at most ``width`` points; always at least one line."""
        lines: list[Line] = []
        row: list[_Word] = []
        used = 0.0
        blank = _look(style, None).face.width(" ", style.size)
        waiting = list(reversed(self._words(text, style)))
        while waiting:
            word = waiting.pop()
            gap = blank if row else 0.0
            joint = " "
            if used + gap + word.width <= width + _TOLERANCE:
                row.append(word)
                used += gap + word.width
                if not word.forced:
                    continue
            else:
                parts = self._broken(word, width - used - gap, width) if waiting or word.width > width else None
                if parts is None and not row:
                    parts = _cut(word, width)
                if parts is not None:
                    joint = ""
                    row.append(parts[0])
                    waiting.append(parts[1])
                elif row:
                    waiting.append(word)
                else:
                    row.append(word)
            lines.append(_line(row, blank, joint))
            row, used = [], 0.0
        if row or not lines:
            lines.append(_line(row, blank, ""))
        return tuple(lines)

    def _words(self, text: Text, style: TextStyle) -> tuple[_Word, ...]:
        """The text's words; a table asks for them twice, to measure its columns and to fill them."""
        key = (text, style)
        if key not in self._known:
            self._known[key] = tuple(self._split(text, style))
        return self._known[key]

    def _split(self, text: Text, style: TextStyle) -> Iterator[_Word]:
        """Split a text at blanks; runs that touch share a word."""
        runs: tuple[Inline, ...] = (Run(text),) if isinstance(text, str) else text
        pieces: list[Piece] = []
        for run in runs:
            if not isinstance(run, Run):
                width = self._tick if isinstance(run, TickBox) else self._chip
                pieces.append(Piece(replace(run, words=self.plain(run.words)), _look(style, None), width))
                continue
            look = _look(style, run)
            target = self._target(run)
            bound = with_bound_blanks(self._characters.clean(run.text))
            for index, part in enumerate(re.split(r"([ \n]+)", bound)):
                if index % 2 == 0:
                    if part:
                        pieces.append(Piece(part, look, _width(part, look), target))
                elif pieces or "\n" in part:
                    yield _word(pieces, forced="\n" in part)
                    pieces = []
        if pieces:
            yield _word(pieces)

    def _target(self, run: Run) -> Target | None:
        words = self.plain((run,))
        if run.anchor:
            return Target("", words, run.anchor)
        said = words if words in run.address else f"{words}, {run.address}"
        return Target(run.address, said or run.address) if run.address else None

    def _broken(self, word: _Word, room: float, width: float) -> tuple[_Word, _Word] | None:
        """The longest part of a word that fits into the room, and the rest; None where it should stay whole."""
        if word.width <= width and room < max(_IDLE_ROOM, _IDLE_SHARE * width):
            return None
        best: tuple[_Word, _Word] | None = None
        before: list[Piece] = []
        used = 0.0
        for place, piece in enumerate(word.pieces):
            if used > room:
                break
            if isinstance(piece.content, str):
                for head, tail in self._splits(piece.content):
                    first, second = _parted(piece, head, tail)
                    if used + first.width > room:
                        break
                    rest = (second, *word.pieces[place + 1 :])
                    best = (_word([*before, first]), _word(rest, forced=word.forced))
            before.append(piece)
            used += piece.width
        return best

    def _splits(self, text: str) -> Iterator[tuple[str, str]]:
        """Ways to part a word, from left to right: after its own hyphens and strokes, and between syllables."""
        places: dict[int, str] = {match.end(): "" for match in _AFTER_MARK.finditer(text)}
        for letters in _LETTERS.finditer(text):
            for point in break_points(letters[0], self._language):
                places.setdefault(letters.start() + point, SOFT_HYPHEN)
        for place in sorted(places):
            yield text[:place] + places[place], text[place:]


def _look(style: TextStyle, run: Run | None) -> Look:
    if run is None:
        return Look(face_for(style.weight), style.size, style.ink)
    weight = 600 if run.strong else style.weight
    ink = _LINK_INK if run.address or run.anchor else _QUIET_INK if run.quiet else style.ink
    return Look(face_for(weight, italic=run.italic), style.size, ink)


def _parted(piece: Piece, head: str, tail: str) -> tuple[Piece, Piece]:
    """Two parts of a piece; both know the word that they are parts of."""
    whole = piece.whole or Whole(head.removesuffix(SOFT_HYPHEN) + tail)
    first, second = (replace(piece, content=part, width=_width(part, piece.look), whole=whole) for part in (head, tail))
    return first, second


def _width(text: str, look: Look) -> float:
    return look.face.width(text, look.size)


def _word(pieces: Iterable[Piece], *, forced: bool = False) -> _Word:
    kept = tuple(pieces)
    return _Word(kept, fsum(piece.width for piece in kept), forced)


def _cut(word: _Word, width: float) -> tuple[_Word, _Word] | None:
    """Part a word that no line can hold: after a bound blank, else wherever the line ends, but after a character."""
    first = word.pieces[0] if word.pieces else None
    if first is None or not isinstance(first.content, str):
        return None if len(word.pieces) < 2 else (_word(word.pieces[:1]), _word(word.pieces[1:], forced=word.forced))
    text, look = first.content, first.look
    if first.width <= width:
        return _word([first]), _word(word.pieces[1:], forced=word.forced)
    count = max(1, int(len(text) * width / first.width))
    while count > 1 and _width(text[:count], look) > width:
        count -= 1
    count = text.rfind(NO_BREAK, 0, count) + 1 or count
    if count >= len(text):
        return None
    head, tail = _parted(first, text[:count], text[count:])
    return _word([head]), _word((tail, *word.pieces[1:]), forced=word.forced)


def _line(row: list[_Word], blank: float, joint: str) -> Line:
    """Join words; neighbours of one look become one piece, with the blank between them."""
    pieces: list[Piece] = []
    width = 0.0
    for index, word in enumerate(row):
        for place, piece in enumerate(word.pieces):
            gap = blank if index and not place else 0.0
            width += gap + piece.width
            last = pieces[-1] if pieces else None
            if (
                last is not None
                and isinstance(last.content, str)
                and isinstance(piece.content, str)
                and (last.look, last.target, last.whole) == (piece.look, piece.target, piece.whole)
            ):
                text = last.content + (" " if gap else "") + piece.content
                pieces[-1] = Piece(text, last.look, last.width + gap + piece.width, last.target, last.whole)
                continue
            if (
                gap
                and last is not None
                and isinstance(last.content, str)
                and last.target is None
                and last.whole is None
            ):
                pieces[-1] = replace(last, content=last.content + " ", width=last.width + gap)
            elif gap:
                inside = piece.target if last is not None and last.target is piece.target else None
                pieces.append(Piece(" ", piece.look, gap, inside))
            pieces.append(piece)
    return Line(tuple(pieces), width, joint)
