"""What module 3 works with, as its pack defines it.

Functional areas of an electronic file and what they demand, variants of scanning with criteria, an extract of a filing
plan, documents to practise filing with.
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_WEIGHT = 5
"""The highest weight of a criterion (own assumption); 0 leaves it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One sentence of what an area demands; ``id`` is printed (1.3)."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EFileArea:
    """A functional area of an electronic file; ``questions`` are those of the module that bear on it."""

    id: str
    title: str
    about: str
    group: str
    questions: tuple[str, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanCriterion:
    """By what variants are compared; ``weight`` (0 to ``MOST_WEIGHT``) is what a group begins with."""

    id: str
    title: str
    about: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanVariant:
    """A way in which paper mail gets into the electronic file, and what to watch."""

    id: str
    title: str
    about: str
    watch: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleEntry:
    """An entry of the filing plan that a group practises with; periods are left to the house."""

    number: str
    title: str
    office: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDocument:
    """A document to be filed; ``entry`` is its place in the example (empty: it belongs to no file)."""

    id: str
    title: str
    text: str
    entry: str
    discussion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EFileGuide:
    """Everything that a pack says about electronic files, in the order of the pack."""

    module: str
    title: str
    note: str
    sources: tuple[str, ...]
    areas: tuple[EFileArea, ...]
    criteria: tuple[ScanCriterion, ...]
    variants: tuple[ScanVariant, ...]
    entries: tuple[ExampleEntry, ...]
    samples: tuple[SampleDocument, ...]

    def numbered(self) -> tuple[tuple[int, EFileArea], ...]:
        """The areas with the numbers that are printed before them."""
        return tuple(enumerate(self.areas, 1))

    def groups(self) -> tuple[str, ...]:
        """Titles of the groups of areas, each once, in order."""
        return tuple(dict.fromkeys(area.group for area in self.areas))
