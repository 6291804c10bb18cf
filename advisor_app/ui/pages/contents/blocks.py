"""What is read on the page, before it is set: sections of entries, entries of blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from advisor_app.domain.folding import fold


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a kind of text (section, emphasised)."""

    text: str
    kind: str = "emphasised"

    @property
    def texts(self) -> Sequence[str]:
        """Everything that it says."""
        return (self.text,)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, with what it is about before it where that is named."""

    text: str
    kind: str = "body"
    tone: str = "ink"
    label: str = ""

    @property
    def texts(self) -> Sequence[str]:
        """Everything that it says."""
        return (self.label, self.text) if self.label else (self.text,)


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: Sequence[str]
    label: str = ""

    @property
    def texts(self) -> Sequence[str]:
        """Everything that it says."""
        return (self.label, *self.items) if self.label else self.items


@dataclass(frozen=True, slots=True)
class Levels:
    """Anchors by level from 0, each with its short form."""

    anchors: Sequence[str]
    short: Sequence[str] = ()

    @property
    def texts(self) -> Sequence[str]:
        """Everything that it says."""
        return (*self.anchors, *self.short)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of two texts beside each other; both are marked where they differ."""

    old: str
    new: str
    label: str = ""
    level: int | None = None

    @property
    def differs(self) -> bool:
        """Whether both sides read differently."""
        return " ".join(self.old.split()) != " ".join(self.new.split())


@dataclass(frozen=True, slots=True)
class Sides:
    """Two texts beside each other, line by line below their names."""

    old: str
    new: str
    lines: Sequence[Line]

    @property
    def texts(self) -> Sequence[str]:
        """Everything that it says."""
        return tuple(text for line in self.lines for text in (line.label, line.old, line.new))


Block = Heading | Text | Points | Levels | Sides


@dataclass(frozen=True)
class Entry:
    """What is found as one: a question, a step, a measure, a term. ``group`` is the key of its group.

    ``is_extra`` is what stands between the others and is not counted with them.
    """

    key: str
    blocks: Sequence[Block]
    group: str = ""
    is_extra: bool = False

    @cached_property
    def folded(self) -> str:
        """All its words as they are searched."""
        return fold(" ".join(text for block in self.blocks for text in block.texts))

    def answers(self, words: Sequence[str]) -> bool:
        """Whether it holds every folded word."""
        return all(word in self.folded for word in words)


@dataclass(frozen=True)
class Section:
    """A kind of content. With ``groups`` (key and title) one of them is read at a time."""

    key: str
    title: str
    entries: Sequence[Entry]
    groups: Sequence[tuple[str, str]] = ()
    counted: bool = True

    @property
    def count(self) -> int:
        """How many entries there are."""
        return sum(not entry.is_extra for entry in self.entries)

    def found(self, words: Sequence[str]) -> tuple[Entry, ...]:
        """The entries that hold every folded word."""
        return tuple(entry for entry in self.entries if entry.answers(words))

    def in_group(self, group: str) -> tuple[Entry, ...]:
        """The entries of a group, all of them where there are no groups."""
        return tuple(entry for entry in self.entries if not self.groups or entry.group == group)


def said(*blocks: Block) -> Iterator[Block]:
    """The blocks that have something to say, be there a name before it or not."""
    for block in blocks:
        match block:
            case Text(text="") | Points(items=()) | Levels(anchors=()):
                continue
            case _:
                yield block
