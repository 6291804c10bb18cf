"""Everything in packs that can age, in one shape: facts, terms, funding, measures, services, maturity models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from advisor_app.content.library import Library
from advisor_app.content.packs import read_sound_library
from advisor_app.content.table import Table
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.freshness import Doubt, doubts
from advisor_app.texts import Texts


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
    for fact in library.all(lambda pack: pack.facts):
        value = fact.value
        yield Dated(
            kind=DatedKind.FACT,
            id=value.id,
            text=value.text,
            table=fact.table,
            as_of=value.as_of,
            valid_to=value.valid_to,
            check=value.check,
            certainty=value.certainty,
        )
    for term in library.all(lambda pack: pack.terms):
        entry = term.value
        yield Dated(
            kind=DatedKind.TERM,
            id=entry.id,
            text=entry.text,
            table=term.table,
            check=entry.check,
            certainty=entry.certainty,
        )
    yield from _of_funding(library)
    for measure in library.all(lambda pack: pack.measures):
        if not measure.value.retired:
            yield Dated(
                kind=DatedKind.MEASURE,
                id=measure.value.id,
                text=measure.value.title,
                table=measure.table,
                as_of=measure.value.as_of,
            )
    yield from _of_services(library)


def _of_funding(library: Library) -> Iterator[Dated]:
    for part in library.funding():
        for support in part.supports:
            yield Dated(
                kind=DatedKind.SUPPORT,
                id=support.value.id,
                text=f"{support.value.title}: {support.value.note}",
                table=support.table,
                as_of=support.value.as_of,
                valid_to=support.value.valid_to,
            )
        for programme in part.programmes:
            yield Dated(
                kind=DatedKind.PROGRAMME,
                id=programme.value.id,
                text=programme.value.title,
                table=programme.table,
                as_of=programme.value.as_of,
            )
        for hint in part.hints:
            yield Dated(
                kind=DatedKind.HINT,
                id=hint.value.id,
                text=hint.value.text,
                table=hint.table,
                certainty=hint.value.certainty,
            )


def _of_services(library: Library) -> Iterator[Dated]:
    for service in library.all(lambda pack: pack.services):
        yield Dated(
            kind=DatedKind.SERVICE,
            id=service.value.id,
            text=service.value.name,
            table=service.table,
            as_of=service.value.as_of,
            certainty=service.value.certainty,
        )
    for model in library.all(lambda pack: pack.maturity_models):
        yield Dated(
            kind=DatedKind.MATURITY_MODEL,
            id=model.value.id,
            text=f"{model.value.title} {model.value.version}",
            table=model.table,
            as_of=model.value.as_of,
            check=model.value.check,
            certainty=model.value.certainty,
        )
