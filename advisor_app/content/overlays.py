"""Words of packs in another language: overlays ``<file>.<language>.toml`` beside the files that they translate.

Only words that no case keeps can be translated: titles of modules, dimensions, roles, kinds and vocabulary, the scale's
levels, and the wording of funding. What a case stores (questions, anchors, phases, agendas, measures) stays as it was
asked. An overlay is read for its language alone; German reads none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from advisor_app.content.document import read_document
from advisor_app.content.entry import Entry
from advisor_app.content.library import Library, Pack, overlay_of
from advisor_app.content.table import Table
from advisor_app.domain.catalog import Catalog, FundingRules, Scale

T = TypeVar("T")

Words = Mapping[str, str]
"""Translated words of one definition by field."""


@dataclass(frozen=True, slots=True)
class _Family:
    """One list of tables in a file: what marks a definition, which fields are words, and where the originals are."""

    key: str
    fields: tuple[str, ...]
    originals: Callable[[Pack], Iterable[Entry[Any]]]
    mark: str = "id"

    def known(self, library: Library) -> frozenset[str]:
        """The marks of all definitions of this family."""
        return frozenset(self.mark_of(entry.value) for pack in library.packs for entry in self.originals(pack))

    def mark_of(self, value: Any) -> str:
        """What marks a definition, as text."""
        mark = getattr(value, self.mark)
        return str(getattr(mark, "value", mark))


def _of_funding(pick: str) -> Callable[[Pack], Iterable[Entry[Any]]]:
    return lambda pack: () if pack.funding is None else getattr(pack.funding, pick)


def _levels(pack: Pack) -> Iterable[Entry[Any]]:
    return () if pack.scale is None else [Entry(level, pack.scale.table) for level in pack.scale.value.levels]


_FILES: Mapping[str, tuple[_Family, ...]] = MappingProxyType(
    {
        "modules.toml": (_Family("module", ("title", "summary", "days"), lambda pack: pack.modules),),
        "dimensions.toml": (_Family("dimension", ("title", "short", "description"), lambda pack: pack.dimensions),),
        "roles.toml": (_Family("role", ("title", "description"), lambda pack: pack.roles),),
        "kinds.toml": (_Family("kind", ("title", "description"), lambda pack: pack.kinds),),
        "vocabulary.toml": (_Family("word", ("title",), lambda pack: pack.vocabulary),),
        "scale.toml": (_Family("level", ("word", "meaning"), _levels, mark="number"),),
        "funding.toml": (
            _Family("programme", ("short", "title"), _of_funding("programmes")),
            _Family("rule", ("text",), _of_funding("rules")),
            _Family("hint", ("text",), _of_funding("hints")),
            _Family("support", ("title", "note"), _of_funding("supports")),
        ),
    }
)


def check_overlays(library: Library) -> None:
    """Note what is wrong with the overlays of all languages."""
    files = (file.name for pack in library.packs for file in pack.head.folder.glob("*.??.toml"))
    for language in sorted({overlay_of(file)[1] for file in files} - {""}):
        read_overlays(library, language)


def read_overlays(library: Library, language: str) -> Mapping[str, Mapping[str, Words]]:
    """The words of a language: family → mark → field; flaws are noted in the overlays' documents."""
    found: dict[str, dict[str, Words]] = {}
    for pack in library.packs:
        for name, families in _FILES.items():
            table = _open(pack, (pack.head.folder / name).with_suffix(f".{language}.toml"))
            if table is None:
                continue
            for family in families:
                found.setdefault(family.key, {}).update(_read_family(table, family, library))
            if name == "scale.toml" and "notice" in table:
                found["notice"] = {"": {"notice": table.text("notice")}}
            table.finish()
    return found


def translated(catalog: Catalog, words: Mapping[str, Mapping[str, Words]]) -> Catalog:
    """The catalogue with the words of overlays; questionnaires, agendas, measures and facts stay as they are."""

    def each(key: str, values: Sequence[T], mark: str = "id") -> tuple[T, ...]:
        family = _Family(key, (), lambda _pack: (), mark)
        given = words.get(key, {})
        return tuple(_with_words(value, given.get(family.mark_of(value), {})) for value in values)

    def by_id(key: str, values: Mapping[Any, T]) -> Mapping[Any, T]:
        return MappingProxyType(dict(zip(values, each(key, tuple(values.values())), strict=True)))

    scale: Scale = catalog.scale
    funding: FundingRules = catalog.funding
    return replace(
        catalog,
        modules=by_id("module", catalog.modules),
        dimensions=by_id("dimension", catalog.dimensions),
        roles=by_id("role", catalog.roles),
        kinds=by_id("kind", catalog.kinds),
        vocabulary=by_id("word", catalog.vocabulary),
        scale=replace(
            scale,
            levels=each("level", scale.levels, "number"),
            notice=words.get("notice", {}).get("", {}).get("notice", scale.notice),
        ),
        funding=replace(
            funding,
            programmes=each("programme", funding.programmes),
            rules=by_id("rule", funding.rules),
            hints=each("hint", funding.hints),
            supports=by_id("support", funding.supports),
        ),
    )


def _with_words(value: T, words: Words) -> T:
    changed: Any = value  # one of the catalogue's dataclasses
    return replace(changed, **words) if words else value


def _open(pack: Pack, file: Path) -> Table | None:
    if not os.path.lexists(file):
        return None
    document = read_document(file)
    pack.documents.append(document)
    return Table(document, document.data) if document.readable else None


def _read_family(table: Table, family: _Family, library: Library) -> Iterator[tuple[str, Words]]:
    known = family.known(library)
    seen: set[str] = set()
    for child in table.tables(family.key):
        mark = child.id() if family.mark == "id" else str(child.integer(family.mark, 0, 99))
        if mark and mark not in known:
            child.flaw("overlay-unknown", family.mark, id=mark)
        elif mark in seen:
            child.flaw("overlay-double", family.mark, id=mark)
        seen.add(mark)
        words = {name: child.text(name) for name in family.fields if name in child}
        child.finish()
        yield mark, words
