"""Ids are unique over all packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from advisor_app.content.entry import Entry
from advisor_app.content.library import Library
from advisor_app.content.table import Table


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Family = Iterable[tuple[str, Table]]


def check_ids(library: Library) -> None:
    """Note every id that stands twice in its family."""
    for family in _families(library):
        first: dict[str, Table] = {}
        for name, table in family:
            other = first.setdefault(name, table)
            if name and other is not table:
                line = other.document.line(other.place, "id")
                table.flaw("duplicate", "id", id=name, file=str(other.document.file), line=line)


def _families(library: Library) -> Iterator[Family]:
    yield _named(library.all(lambda pack: pack.modules))
    yield _named(library.all(lambda pack: pack.dimensions))
    yield _named(library.all(lambda pack: pack.roles))
    yield ((entry.value.id.value, entry.table) for entry in library.all(lambda pack: pack.kinds))
    yield _named(library.all(lambda pack: pack.sources))
    yield _named(library.all(lambda pack: pack.vocabulary))
    yield _named(library.all(lambda pack: pack.questions))
    yield _named(library.all(lambda pack: pack.agendas))
    yield _named(library.all(lambda pack: pack.measures))
    yield _named(library.all(lambda pack: pack.terms))
    yield _named(library.all(lambda pack: pack.facts))
    yield _named(library.all(lambda pack: pack.preparation))
    yield _named(library.criteria())
    yield _named(library.ways())
    yield _named(library.all(lambda pack: pack.services))
    yield _named(library.all(lambda pack: pack.maturity_models))
    yield ((entry.value.module, entry.table) for entry in library.all(lambda pack: pack.handouts))
    for handout in library.all(lambda pack: pack.handouts):
        yield (
            (section.id, table)
            for section, table in zip(handout.value.sections, handout.table.tables("section"), strict=True)
        )
    yield from _of_e_files(library)
    yield ((content.id, content.table) for content in library.questionnaires())
    for content in library.questionnaires():
        yield ((entry.value.dimension, entry.table) for entry in content.dimensions)
    funding = library.funding()
    yield _named(entry for part in funding for entry in part.programmes)
    yield _named(entry for part in funding for entry in part.rules)
    yield _named(entry for part in funding for entry in part.hints)
    yield _named(entry for part in funding for entry in part.supports)
    for pack in library.packs:
        yield (
            (step.id, table)
            for agenda in pack.agendas
            for step, table in zip(agenda.value.steps, agenda.table.tables("step"), strict=True)
        )


def _of_e_files(library: Library) -> Iterator[Family]:
    yield ((entry.value.module, entry.table) for entry in library.all(lambda pack: pack.e_file_guides))
    for guide in library.all(lambda pack: pack.e_file_guides):
        tables, value = guide.table.tables, guide.value
        yield ((area.id, table) for area, table in zip(value.areas, tables("area"), strict=True))
        yield (
            (item.id, inner)
            for area, table in zip(value.areas, tables("area"), strict=True)
            for item, inner in zip(area.requirements, table.tables("requirement"), strict=True)
        )
        yield ((item.id, table) for item, table in zip(value.criteria, tables("criterion"), strict=True))
        yield ((item.id, table) for item, table in zip(value.variants, tables("variant"), strict=True))
        yield ((item.number, table) for item, table in zip(value.entries, tables("entry"), strict=True))
        yield ((item.id, table) for item, table in zip(value.samples, tables("sample"), strict=True))


def _named(entries: Iterable[Entry[_Named]]) -> Family:
    return ((entry.value.id, entry.table) for entry in entries)
