"""Everything in packs that can age, in one shape: facts, terms, funding, measures, services, maturity models."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol, TypeVar

from advisor_app.content.entry import Entry
from advisor_app.content.library import Library
from advisor_app.content.packs import read_sound_library
from advisor_app.content.table import Table
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.freshness import Doubt, doubts
from advisor_app.texts import Texts


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


class DatedKind(Enum):
    """What kind of entry it is."""

    FACT = "fact"
    TERM = "term"
    SUPPORT = "support"
    PROGRAMME = "programme"
    HINT = "hint"
    MEASURE = "measure"
    SERVICE = "service"
    MATURITY_MODEL = "maturity-model"


_KEYS = {Doubt.EXPIRED: "valid_to", Doubt.CHECK_DUE: "check", Doubt.UNCERTAIN: "certainty", Doubt.OLD: "as_of"}
"""The key of an entry that a doubt is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An entry with its dates; what an entry of its kind does not have is None, its certainty high."""

    kind: DatedKind
    id: str
    text: str
    table: Table
    as_of: date | None = None
    valid_to: date | None = None
    check: date | None = None
    certainty: Certainty = Certainty.HIGH

    def doubts(self, on: date) -> tuple[Doubt, ...]:
        """Every doubt about it on a day."""
        return doubts(on, as_of=self.as_of, valid_to=self.valid_to, check=self.check, certainty=self.certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An entry that asks for a look, with its doubts and the line (from 1) that the first of them is about."""

    file: Path
    line: int
    entry: Dated
    doubts: tuple[Doubt, ...]


def find_doubtful(folders: Sequence[Path], on: date, texts: Texts | None = None) -> tuple[Doubtful, ...]:
    """Every entry of the packs that asks for a look on a day, pack by pack; raises as ``load_catalog`` does."""
    found = ((entry, entry.doubts(on)) for entry in dated_entries(read_sound_library(folders, texts)))
    return tuple(
        Doubtful(
            file=entry.table.document.file,
            line=entry.table.document.line(entry.table.place, _KEYS[reasons[0]]),
            entry=entry,
            doubts=reasons,
        )
        for entry, reasons in found
        if reasons
    )


def dated_entries(library: Library) -> Iterator[Dated]:
    """All entries that can age.

    Programmes and maturity models have no last day here: their periods are what they tell, and whoever uses them
    applies the period to a day.
    """
    funding = library.funding()
    facts, terms = library.all(lambda pack: pack.facts), library.all(lambda pack: pack.terms)
    yield from _of(DatedKind.FACT, facts, lambda fact: fact.text, "as_of", "valid_to", "check", "certainty")
    yield from _of(DatedKind.TERM, terms, lambda term: term.text, "check", "certainty")
    for part in funding:
        yield from _of(
            DatedKind.SUPPORT, part.supports, lambda support: f"{support.title}: {support.note}", "as_of", "valid_to"
        )
        yield from _of(DatedKind.PROGRAMME, part.programmes, lambda programme: programme.title, "as_of")
        yield from _of(DatedKind.HINT, part.hints, lambda hint: hint.text, "certainty")
    measures = (entry for entry in library.all(lambda pack: pack.measures) if not entry.value.retired)
    yield from _of(DatedKind.MEASURE, measures, lambda measure: measure.title, "as_of")
    services, models = library.all(lambda pack: pack.services), library.all(lambda pack: pack.maturity_models)
    yield from _of(DatedKind.SERVICE, services, lambda service: service.name, "as_of", "certainty")
    yield from _of(
        DatedKind.MATURITY_MODEL, models, lambda model: f"{model.title} {model.version}", "as_of", "check", "certainty"
    )


def _of(kind: DatedKind, entries: Iterable[Entry[N]], text: Callable[[N], str], *dates: str) -> Iterator[Dated]:
    """Entries of a kind in the one shape; ``dates`` are the attributes that say how it stands with them."""
    for entry in entries:
        known = {name: getattr(entry.value, name) for name in dates}
        yield Dated(kind=kind, id=entry.value.id, text=text(entry.value), table=entry.table, **known)
