"""The content packs of a data folder: listed, read, checked, switched, taken in, handed out, compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from advisor_app.content.check import flaws_of, inspect_packs
from advisor_app.content.counts import PackCounts, count_packs
from advisor_app.content.definition import canonical_json, digest_of
from advisor_app.content.findings import ContentFinding, Severity
from advisor_app.content.library import Library, read_pack
from advisor_app.content.packs import load_catalog
from advisor_app.content.selection import FoundPack, Origin, PackState, PackUse, Selection, off_mark
from advisor_app.domain.agenda_template import AgendaTemplate
from advisor_app.domain.candidate_rules import CandidateRules
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.funding_rules import FundingRules
from advisor_app.domain.knowledge import Fact, Term
from advisor_app.domain.measure_template import MeasureTemplate
from advisor_app.domain.preparation import TaskTemplate
from advisor_app.domain.questionnaire import Questionnaire
from advisor_app.domain.questionnaire_comparison import Comparison, compare_questionnaires, worded
from advisor_app.services.clock import Clock, today
from advisor_app.services.pack_exchange import ExportedPack, export_pack, import_folder, import_pack
from advisor_app.services.used_packs import LOCAL_PACKS, select_packs
from advisor_app.texts import Texts

if TYPE_CHECKING:
    from advisor_app.content.candidates import CandidateContent
    from advisor_app.content.entry import Entry
    from advisor_app.content.funding import FundingContent
    from advisor_app.domain.knowledge import FrequentService, Handout, MaturityModel
    from advisor_app.services.questionnaires import Questionnaires

__all__ = [
    "ExportedPack",
    "FoundPack",
    "ListedPack",
    "Origin",
    "OtherVersion",
    "PackContents",
    "PackCounts",
    "PackFinding",
    "PackList",
    "PackUse",
    "Packs",
    "TakenIn",
]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPack:
    """A pack with what it holds; ``instead`` is the pack of its id that is used in its place."""

    pack: FoundPack
    counts: PackCounts
    instead: FoundPack | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackList:
    """All packs; ``is_changed``: others are used from the next opening of the data folder on."""

    packs: tuple[ListedPack, ...]
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFinding:
    """What the check found: ``place`` is file and line, or sheet and cell, empty where it concerns the whole."""

    place: str
    sentence: str
    is_error: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackContents:
    """What one pack defines; ``catalog`` also has everything that it refers to."""

    pack: FoundPack
    catalog: Catalog
    requires: Mapping[str, str]
    note: str
    questionnaire: Questionnaire | None
    agendas: tuple[AgendaTemplate, ...]
    measures: tuple[MeasureTemplate, ...]
    terms: tuple[Term, ...]
    facts: tuple[Fact, ...]
    handout: Handout | None
    e_file_guide: EFileGuide | None
    preparation: tuple[TaskTemplate, ...]
    candidates: CandidateRules | None
    services: tuple[FrequentService, ...]
    maturity_models: tuple[MaturityModel, ...]
    funding: FundingRules | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherVersion:
    """What a pack can be compared with: another copy of it, or (``digest``) what cases were asked by."""

    version: str
    pack: FoundPack | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What came of an import; without ``is_done`` nothing was changed."""

    name: str
    is_done: bool
    findings: tuple[PackFinding, ...]


class Packs:
    """Works on the files as they are now; what the window works with stays as it was when the folder was opened."""

    def __init__(
        self, data_folder: Path, texts: Texts, catalog: Catalog, state: PackState, kept: Questionnaires, clock: Clock
    ) -> None:
        """``catalog`` and ``state`` are those of the opened folder."""
        self._data_folder = data_folder
        self._texts = texts
        self._catalog = catalog
        self._state = state
        self._kept = kept
        self._clock = clock

    @property
    def folder(self) -> Path:
        """Where the data folder's own packs lie."""
        return self._data_folder / LOCAL_PACKS

    @property
    def today(self) -> date:
        """The day by which facts are judged."""
        return today(self._clock)

    def all(self) -> PackList:
        """All packs as they lie there now."""
        selection = self._selection()
        packs = [read_pack(found.folder) for found in selection.packs]
        counts = [count_packs(Library(packs=[pack]), {pack.head.folder})[0] for pack in packs]
        listed = (
            ListedPack(pack=found, counts=count, instead=None if found.is_used else selection.used(found.id))
            for found, count in zip(selection.packs, counts, strict=True)
        )
        return PackList(packs=tuple(listed), is_changed=selection.state() != self._state)

    def read(self, pack: FoundPack) -> PackContents:
        """Everything that a pack defines; raises AdvisorError(CONTENT) for one that has an error."""
        catalog, found = self._catalog_with(pack), read_pack(pack.folder, language=self._texts.language)
        table = found.head.table.document.data
        questionnaire = None if found.questionnaire is None else found.questionnaire.id
        return PackContents(
            pack=pack,
            catalog=catalog,
            requires=found.head.requires,
            note=str(table.get("note", "")),
            questionnaire=None if questionnaire is None else _shown(catalog, questionnaire),
            agendas=tuple(catalog.agendas[name] for name in _ids(found.agendas)),
            measures=tuple(catalog.measures[name] for name in _ids(found.measures)),
            terms=tuple(catalog.terms[name] for name in _ids(found.terms)),
            facts=tuple(catalog.facts[name] for name in _ids(found.facts)),
            handout=next((catalog.handouts[entry.value.module] for entry in found.handouts), None),
            preparation=tuple(catalog.preparation[name] for name in _ids(found.preparation)),
            candidates=None if found.candidates is None else _own_rules(found.candidates, catalog.candidate_rules),
            e_file_guide=next((catalog.e_file_guides[entry.value.module] for entry in found.e_file_guides), None),
            services=tuple(catalog.services[name] for name in _ids(found.services)),
            maturity_models=tuple(catalog.maturity_models[name] for name in _ids(found.maturity_models)),
            funding=None if found.funding is None else _own(found.funding, catalog.funding),
        )

    def check(self) -> Mapping[Path, tuple[PackFinding, ...]]:
        """What the content check says of every pack by its folder, of those that are not used beside those that are.

        Shipped packs in whose place others stand are known to be sound, and left out.
        """
        selection = self._selection()
        found: dict[Path, list[PackFinding]] = {folder: [] for folder in selection.folders}
        for item in inspect_packs(selection.folders, self.today, self._texts).findings:
            if item.file.parent in found:
                found[item.file.parent].append(self._finding(item))
        for pack in selection.packs:
            if not pack.is_used and pack.origin is not Origin.SHIPPED:
                flaws = flaws_of(pack.folder, selection.folders, self.today)
                own = [flaw for flaw in flaws if flaw.file.parent == pack.folder or flaw == pack.flaw]
                found[pack.folder] = [self._finding(flaw.worded(self._texts)) for flaw in own]
        return {folder: tuple(dict.fromkeys(items)) for folder, items in found.items()}

    def switch(self, name: str, *, on: bool) -> None:
        """Use a local pack from the next opening on, or leave it; raises AdvisorError(FILE_NOT_WRITABLE)."""
        mark = off_mark(self.folder, name)
        try:
            if on:
                mark.unlink(missing_ok=True)
            else:
                mark.touch()
        except OSError as error:
            raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(mark)) from error

    def take_in(self, source: Path, *, replace: bool = False) -> TakenIn:
        """Take in a workbook or a pack's folder and use it from the next opening on.

        Raises as ``import_pack`` and ``import_folder`` do, PACK_EXISTS among them.
        """
        taken = self._workbook(source, replace=replace) if source.is_file() else self._folder(source, replace=replace)
        if taken.is_done:
            self.switch(taken.name, on=True)
        return taken

    def export(self, pack: FoundPack, file: Path) -> ExportedPack:
        """Write a pack as a workbook; raises as ``export_pack`` does."""
        return export_pack(self._data_folder, self._texts, str(pack.folder), file)

    def versions(self, contents: PackContents) -> tuple[OtherVersion, ...]:
        """What a pack can be compared with: other copies of it, then what cases were asked by its questionnaire."""
        others = [
            OtherVersion(version=pack.version, pack=pack)
            for pack in self._selection().packs
            if pack.id == contents.pack.id and pack.folder != contents.pack.folder and pack.use is not PackUse.BROKEN
        ]
        if contents.questionnaire is None:
            return tuple(others)
        present = digest_of(canonical_json(self._original(contents)))
        asked = [
            OtherVersion(version=version, digest=digest)
            for digest, version in self._kept.versions(contents.questionnaire.id)
            if digest != present
        ]
        return (*others, *asked)

    def compared(self, contents: PackContents, other: OtherVersion) -> Comparison | None:
        """The questionnaire of another version and the pack's own one, by what they mean, in the language in use.

        None where the pack or the other one has none. Raises AdvisorError(CONTENT, UNKNOWN_QUESTIONNAIRE).
        """
        shown = contents.questionnaire
        if shown is None:
            return None
        own = self._original(contents)
        if other.pack is None:
            old = self._kept.kept(other.digest)
            old_shown = self._kept.in_words(old)
        else:
            catalog = self._catalog_with(other.pack)
            if own.id not in catalog.questionnaires:
                return None
            old, old_shown = catalog.questionnaires[own.id], _shown(catalog, own.id)
        return worded(compare_questionnaires(old, own), old_shown, shown)

    def _selection(self) -> Selection:
        return select_packs(self._data_folder, self._texts)

    def _original(self, contents: PackContents) -> Questionnaire:
        shown = contents.questionnaire
        if shown is None:
            raise AdvisorError(Problem.UNKNOWN_QUESTIONNAIRE, name=contents.pack.id)
        return contents.catalog.questionnaires[shown.id]

    def _catalog_with(self, pack: FoundPack) -> Catalog:
        """The catalogue in use where the pack is part of it as it is, else one of all packs with this one."""
        selection = self._selection()
        if pack in selection.packs and pack.is_used and selection.state() == self._state:
            return self._catalog
        beside = [other.folder for other in selection.packs if other.is_used and other.id != pack.id]
        return load_catalog([*beside, pack.folder], self._texts)

    def _workbook(self, file: Path, *, replace: bool) -> TakenIn:
        from advisor_app.exchange.workbook.pack_workbook import has_errors, sentence

        imported = import_pack(self._data_folder, self._texts, file, self.folder, replace=replace)
        findings = tuple(
            PackFinding(place="", sentence=sentence(item, self._texts), is_error=has_errors([item]))
            for item in imported.findings
        )
        folder = imported.folder
        return TakenIn(name=file.name if folder is None else folder.name, is_done=folder is not None, findings=findings)

    def _folder(self, folder: Path, *, replace: bool) -> TakenIn:
        imported = import_folder(self._data_folder, self._texts, folder, replace=replace)
        findings = tuple(self._finding(item) for item in imported.findings)
        return TakenIn(name=folder.name, is_done=imported.folder is not None, findings=findings)

    def _finding(self, item: ContentFinding) -> PackFinding:
        place = self._texts("packs.place", file=item.file.name, line=item.line)
        return PackFinding(place=place, sentence=item.sentence, is_error=item.severity is Severity.ERROR)


def _ids(entries: Sequence[Entry[_Named]]) -> Iterable[str]:
    return (entry.value.id for entry in entries)


def _own(part: FundingContent, joined: FundingRules) -> FundingRules:
    """What one pack adds to the funding rules, in the language in use."""
    programmes, hints = set(_ids(part.programmes)), set(_ids(part.hints))
    return FundingRules(
        version=part.version,
        programmes=tuple(programme for programme in joined.programmes if programme.id in programmes),
        exceptions=tuple(entry.value for entry in part.exceptions),
        rules={name: joined.rules[name] for name in _ids(part.rules)},
        hints=tuple(hint for hint in joined.hints if hint.id in hints),
        supports={name: joined.supports[name] for name in _ids(part.supports)},
    )


def _own_rules(part: CandidateContent, joined: CandidateRules) -> CandidateRules:
    """What one pack adds to the rules for candidates, in the language in use."""
    ways = set(_ids(part.ways))
    return CandidateRules(
        criteria={name: joined.criteria[name] for name in _ids(part.criteria)},
        ways=tuple(way for way in joined.ways if way.id in ways),
    )


def _shown(catalog: Catalog, name: str) -> Questionnaire:
    """A questionnaire in the language in use."""
    return catalog.translations.get(name) or catalog.questionnaires[name]
