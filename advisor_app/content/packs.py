"""Loads content packs: reads them, puts them in order and builds the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from advisor_app.content.entry import Entry
from advisor_app.content.file_names import (
    BASE,
    BEGINNING_FILES,
    PACK_FILE,
    PRODUCT_NAMES_FILE,
    SOURCE_LANGUAGE,
    pack_folders,
)
from advisor_app.content.findings import Flaw, Severity
from advisor_app.content.late_mapping import LateMapping, LateValue
from advisor_app.content.library import Library, Pack, read_pack
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.foundations import Scale
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.texts import Texts, load_texts

if TYPE_CHECKING:
    from advisor_app.domain.candidate_rules import CandidateRules
    from advisor_app.domain.funding_rules import FundingRules

T = TypeVar("T")
K = TypeVar("K")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)

Build = Callable[[Library], Mapping[K, T]]
"""Makes one family of a catalogue of the packs' files."""


class _Edition:
    """The packs in one language: what is read of them at once, and families that may be read later."""

    def __init__(self, folders: Sequence[Path], texts: Texts | None, language: str, *, late: bool) -> None:
        self.library = read_library(folders, BEGINNING_FILES if late else None, language)
        self._folders = folders
        self._texts = texts
        self._language = language
        self._late = late

    def family(self, file: str, build: Build[K, T]) -> Mapping[K, T]:
        """A family of a file, read now or when it is first looked into."""
        return LateMapping(lambda: build(self._sound({file}))) if self._late else build(self.library)

    def questionnaires(self) -> Mapping[str, Questionnaire]:
        """All questionnaires by id."""
        scale, titles = self.scale(), _by_id(lambda pack: pack.dimensions)(self.library)

        def build(found: Library) -> Mapping[str, Questionnaire]:
            return _keyed((item.build(titles, scale) for item in found.questionnaires()), lambda item: item.id)

        return self.family("questionnaire.toml", build)

    def shared_questions(self) -> Mapping[str, str]:
        """The words under which questions of several modules ask the same, by question."""

        def build(found: Library) -> Mapping[str, str]:
            return MappingProxyType({name: key for item in found.questionnaires() for name, key in item.shared.items()})

        return self.family("questionnaire.toml", build)

    def funding(self) -> LateValue[FundingRules]:
        """The funding rules; of late packs they are read when they are first asked for."""

        def load() -> FundingRules:
            from advisor_app.content.funding import join_funding

            found = self._sound({"funding.toml"}) if self._late else self.library
            return join_funding(found.funding())

        return LateValue(load)

    def candidate_rules(self) -> LateValue[CandidateRules]:
        """By what candidates for use cases are rated, and the ways; read when first asked for, as above."""

        def load() -> CandidateRules:
            from advisor_app.domain.candidate_rules import CandidateRules

            found = self._sound({"candidates.toml"}) if self._late else self.library
            criteria = _keyed((entry.value for entry in found.criteria()), lambda item: item.id)
            return CandidateRules(criteria=criteria, ways=tuple(entry.value for entry in found.ways()))

        return LateValue(load)

    def scale(self) -> Scale:
        """The scale of base."""
        return next(pack.scale.value for pack in self.library.packs if pack.scale is not None)

    def _sound(self, files: Collection[str]) -> Library:
        """These files of all packs alone; what they refer to is known to be there."""
        library = read_library(self._folders, {*files, PACK_FILE}, self._language)
        _raise_first_error(library, self._texts)
        return library


def load_catalog(folders: Sequence[Path], texts: Texts | None = None, *, late: bool = False) -> Catalog:
    """The catalogue of all packs in the folders (each is a pack or holds packs), in the language of the texts.

    Raises AdvisorError(CONTENT) with file, line and reason for the first thing that keeps them from being used; the
    reason is worded in German unless other texts are given. ``late`` is for packs that are known to be sound: what work
    does not begin with is read, file by file, when it is first looked into, and whatever is wrong with it raised then.
    """
    original = _Edition(folders, texts, SOURCE_LANGUAGE, late=late)
    if not late:
        check_integrity(original.library)
    _raise_first_error(original.library, texts)
    if texts is None or texts.language == SOURCE_LANGUAGE:
        return _catalog(original)
    translated = _Edition(folders, texts, texts.language, late=late)
    _raise_first_error(translated.library, texts)
    return replace(
        _catalog(translated), questionnaires=original.questionnaires(), translations=translated.questionnaires()
    )


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


def read_library(
    folders: Sequence[Path], files: Collection[str] | None = None, language: str = SOURCE_LANGUAGE
) -> Library:
    """Read all packs, or files of these names, in a language; put them in the order in which they need one another."""
    packs = [read_pack(folder, files, language) for folder in pack_folders(folders)]
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
    # Here: of packs that are known to be sound it is not asked.
    from advisor_app.content.rules.cycles import check_cycles
    from advisor_app.content.rules.ids import check_ids
    from advisor_app.content.rules.references import check_references
    from advisor_app.content.rules.shared_questions import check_shared_questions

    check_ids(library)
    check_references(library)
    check_shared_questions(library)
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


def _catalog(edition: _Edition) -> Catalog:
    library, later = edition.library, edition.family
    return Catalog(
        packs=MappingProxyType({pack.head.id: pack.head.version for pack in library.packs}),
        modules=_by_id(lambda pack: pack.modules)(library),
        dimensions=_by_id(lambda pack: pack.dimensions)(library),
        roles=_by_id(lambda pack: pack.roles)(library),
        kinds=_family(lambda pack: pack.kinds, lambda item: item.id)(library),
        scale=edition.scale(),
        sources=_by_id(lambda pack: pack.sources)(library),
        vocabulary=_by_id(lambda pack: pack.vocabulary)(library),
        questionnaires=edition.questionnaires(),
        shared_questions=edition.shared_questions(),
        agendas=later("agenda.toml", _by_id(lambda pack: pack.agendas)),
        measures=later("measures.toml", _by_id(lambda pack: pack.measures)),
        facts=later("facts.toml", _by_id(lambda pack: pack.facts)),
        terms=later("glossary.toml", _by_id(lambda pack: pack.terms)),
        handouts=later("handout.toml", _family(lambda pack: pack.handouts, lambda item: item.module)),
        preparation=later("preparation.toml", _by_id(lambda pack: pack.preparation)),
        e_file_guides=later("e_file.toml", _family(lambda pack: pack.e_file_guides, lambda item: item.module)),
        product_names=later(PRODUCT_NAMES_FILE, _family(lambda pack: pack.product_names, lambda item: item.name)),
        services=later("services.toml", _by_id(lambda pack: pack.services)),
        maturity_models=later("maturity_models.toml", _by_id(lambda pack: pack.maturity_models)),
        load_funding=edition.funding(),
        load_candidate_rules=edition.candidate_rules(),
    )


def _by_id(pick: Callable[[Pack], Sequence[Entry[N]]]) -> Build[str, N]:
    return _family(pick, lambda item: item.id)


def _family(pick: Callable[[Pack], Sequence[Entry[T]]], key: Callable[[T], K]) -> Build[K, T]:
    return lambda library: _keyed((entry.value for entry in library.all(pick)), key)


def _keyed(values: Iterable[T], key: Callable[[T], K]) -> Mapping[K, T]:
    return MappingProxyType({key(value): value for value in values})
