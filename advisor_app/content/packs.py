"""Loads content packs: reads them, puts them in order and builds the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from advisor_app.content.entry import Entry
from advisor_app.content.findings import Flaw, Severity
from advisor_app.content.funding import join_funding
from advisor_app.content.late_mapping import LateMapping
from advisor_app.content.library import BASE, SOURCE_LANGUAGE, Library, Pack, pack_folders, read_pack
from advisor_app.content.overlays import read_overlays, translated
from advisor_app.content.rules.cycles import check_cycles
from advisor_app.content.rules.ids import check_ids
from advisor_app.content.rules.references import check_references
from advisor_app.domain.catalog import Catalog
from advisor_app.texts import Texts, load_texts

if TYPE_CHECKING:
    from advisor_app.domain.knowledge import Knowledge

T = TypeVar("T")
K = TypeVar("K")


def load_catalog(folders: Sequence[Path], texts: Texts | None = None) -> Catalog:
    """The catalogue of all packs in the folders (each is a pack or holds packs), in the language of the texts.

    Raises AdvisorError(CONTENT) with file, line and reason for the first thing that keeps them from being used; the
    reason is worded in German unless other texts are given. Terms, handouts, services and maturity models are left for
    later: nothing else refers to them, and work begins sooner without them.
    """
    library = read_library(folders, with_knowledge=False)
    check_integrity(library)
    language = SOURCE_LANGUAGE if texts is None else texts.language
    words = {} if language == SOURCE_LANGUAGE else read_overlays(library, language)
    _raise_first_error(library, texts)
    catalog = _build(library, _later(tuple(folders), texts))
    return translated(catalog, words) if words else catalog


def _later(folders: Sequence[Path], texts: Texts | None) -> Callable[[], Knowledge]:
    """What the packs tell, read and checked once, when it is asked for; raises as ``load_catalog`` does."""

    @cache
    def read() -> Knowledge:
        from advisor_app.domain.knowledge import Knowledge

        library = read_sound_library(folders, texts)
        return Knowledge(
            terms=_family(library, lambda pack: pack.terms, lambda item: item.id),
            handouts=_family(library, lambda pack: pack.handouts, lambda item: item.module),
            services=_family(library, lambda pack: pack.services, lambda item: item.id),
            maturity_models=_family(library, lambda pack: pack.maturity_models, lambda item: item.id),
        )

    return read


def read_sound_library(folders: Sequence[Path], texts: Texts | None = None) -> Library:
    """All packs read whole; raises as ``load_catalog`` does."""
    library = read_library(folders)
    check_integrity(library)
    _raise_first_error(library, texts)
    return library


def _raise_first_error(library: Library, texts: Texts | None) -> None:
    flaw = first_error(library)
    if flaw is not None:
        raise flaw.error(texts or load_texts(SOURCE_LANGUAGE))


def read_library(folders: Sequence[Path], *, with_knowledge: bool = True) -> Library:
    """Read all packs and put them in the order in which they need one another."""
    packs = [read_pack(folder, with_knowledge=with_knowledge) for folder in pack_folders(folders)]
    library = Library()
    by_id: dict[str, Pack] = {}
    for pack in packs:
        first = by_id.setdefault(pack.head.id, pack)
        if first is not pack:
            first_file = first.head.table.document.file
            pack.head.table.flaw("duplicate", "id", id=pack.head.id, file=str(first_file), line=1)
    for pack in packs:
        _check_requirements(pack, by_id)
    library.packs = _in_order(packs, by_id)
    base = by_id.get(BASE)
    if base is None:
        library.flaws.append(Flaw(file=folders[0] if folders else Path(), line=1, key="base-missing", details={}))
    elif not (base.head.folder / "scale.toml").is_file():
        base.head.table.flaw("file-missing", file="scale.toml")
    return library


def check_integrity(library: Library) -> None:
    """Note what would break at run time; nothing where a file could not be read, as everything would miss it."""
    if not is_complete(library):
        return
    check_ids(library)
    check_references(library)
    if first_error(library) is None:
        check_cycles(library)


def is_complete(library: Library) -> bool:
    """Whether every file could be read and every needed pack is there."""
    return not library.flaws and all(document.readable for pack in library.packs for document in pack.documents)


def first_error(library: Library) -> Flaw | None:
    """The first flaw that is not just a warning."""
    return next((flaw for flaw in library.every_flaw() if flaw.severity is Severity.ERROR), None)


def _check_requirements(pack: Pack, by_id: Mapping[str, Pack]) -> None:
    table = pack.head.table
    for name, version in pack.head.requires.items():
        needed = by_id.get(name)
        if needed is None:
            table.flaw("pack-missing", "requires", id=name)
        elif version and needed.head.version and _parts(needed.head.version) < _parts(version):
            table.flaw("pack-too-old", "requires", id=name, wanted=version, found=needed.head.version)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _in_order(packs: Sequence[Pack], by_id: Mapping[str, Pack]) -> list[Pack]:
    """Packs after the ones that they need, else in the given order."""
    graph = {pack.head.id: [name for name in pack.head.requires if name in by_id] for pack in packs}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        circle = error.args[1]
        by_id[circle[0]].head.table.flaw("cycle", "requires", circle=" → ".join(reversed(circle)))
        return list(packs)
    return sorted(packs, key=lambda pack: order.index(pack.head.id))


def _build(library: Library, later: Callable[[], Knowledge]) -> Catalog:
    def family(pick: Callable[[Pack], Sequence[Entry[T]]], key: Callable[[T], K]) -> Mapping[K, T]:
        return _family(library, pick, key)

    scale = next(pack.scale.value for pack in library.packs if pack.scale is not None)
    titles = family(lambda pack: pack.dimensions, lambda item: item.id)
    return Catalog(
        packs=MappingProxyType({pack.head.id: pack.head.version for pack in library.packs}),
        modules=family(lambda pack: pack.modules, lambda item: item.id),
        dimensions=titles,
        roles=family(lambda pack: pack.roles, lambda item: item.id),
        kinds=family(lambda pack: pack.kinds, lambda item: item.id),
        scale=scale,
        funding=join_funding(library.funding()),
        sources=family(lambda pack: pack.sources, lambda item: item.id),
        vocabulary=family(lambda pack: pack.vocabulary, lambda item: item.id),
        questionnaires=_keyed((item.build(titles, scale) for item in library.questionnaires()), lambda item: item.id),
        agendas=family(lambda pack: pack.agendas, lambda item: item.id),
        measures=family(lambda pack: pack.measures, lambda item: item.id),
        facts=family(lambda pack: pack.facts, lambda item: item.id),
        terms=LateMapping(lambda: later().terms),
        handouts=LateMapping(lambda: later().handouts),
        services=LateMapping(lambda: later().services),
        maturity_models=LateMapping(lambda: later().maturity_models),
    )


def _family(library: Library, pick: Callable[[Pack], Sequence[Entry[T]]], key: Callable[[T], K]) -> Mapping[K, T]:
    return _keyed((entry.value for entry in library.all(pick)), key)


def _keyed(values: Iterable[T], key: Callable[[T], K]) -> Mapping[K, T]:
    return MappingProxyType({key(value): value for value in values})
