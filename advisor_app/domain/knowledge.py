"""What content packs tell beyond asking and planning: terms, facts, handouts, frequent services, maturity models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor_app.domain.foundations import Certainty

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from advisor_app.domain.commune import CommuneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry; what can age about it stands in its facts."""

    id: str
    term: str
    text: str
    full: str = ""
    sources: tuple[str, ...] = ()
    certainty: Certainty = Certainty.HIGH
    check: date | None = None
    modules: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A dated, sourced sentence that may be said to a group; ``funding`` ones also stand beside the funding rules."""

    id: str
    text: str
    as_of: date
    sources: tuple[str, ...]
    certainty: Certainty
    valid_from: date | None = None
    valid_to: date | None = None
    check: date | None = None
    funding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSection:
    """A part of a handout: paragraphs, points, and the ids of the facts and terms that are printed with it."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    def facts_with(self, terms: Mapping[str, Term]) -> tuple[str, ...]:
        """Its facts, then those that its terms name besides: what has to stand beside it, each once."""
        named = (name for term in self.terms if term in terms for name in terms[term].facts)
        return tuple(dict.fromkeys((*self.facts, *named)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """What participants of a module take home. What can age stands in its facts alone."""

    module: str
    title: str
    sections: tuple[HandoutSection, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts of all sections, each once, in the order of reading."""
        return tuple(dict.fromkeys(name for section in self.sections for name in section.facts))

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms of all sections, each once, in the order of reading."""
        return tuple(dict.fromkeys(name for section in self.sections for name in section.terms))

    def texts(self) -> tuple[str, ...]:
        """Everything that the handout itself says, in the order of reading; not its facts and terms."""
        parts = ((section.title, *section.paragraphs, *section.points) for section in self.sections)
        return (self.title, *(text for part in parts for text in part))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrequentService:
    """An administrative service with many applications; ``key`` is its number in the national catalogue (LeiKa).

    ``outside`` tells that its area works elsewhere than in the town hall: a day-care centre, a building yard.
    """

    id: str
    name: str
    area: str
    kinds: tuple[CommuneKind, ...]
    as_of: date
    sources: tuple[str, ...]
    certainty: Certainty
    key: str = ""
    outside: bool = False

    @property
    def is_assumed(self) -> bool:
        """Whether nothing but our own assumption says that it is frequent."""
        return set(self.sources) == {"EV"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityLevel:
    """One level of a maturity model with its word."""

    number: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityBand:
    """What the levels from ``first`` to ``last`` are about; None: up to the highest."""

    first: int
    last: int | None
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityModel:
    """One version of a model by which others rate online services; a rating means nothing without its version.

    ``highest`` holds several levels where the sources do not agree on the top one. ``valid_to`` is None while it is
    in force; ``conformant_from`` is the level from which a service counts as online, None where none is known.
    """

    id: str
    title: str
    version: str
    valid_from: date
    valid_to: date | None
    criteria: int
    levels: tuple[MaturityLevel, ...]
    bands: tuple[MaturityBand, ...]
    highest: tuple[int, ...]
    conformant_from: int | None
    note: str
    as_of: date
    sources: tuple[str, ...]
    certainty: Certainty
    check: date | None = None
