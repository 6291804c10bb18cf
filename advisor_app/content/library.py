"""Packs as they are read: every definition with its table, before anything is put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from advisor_app.content.base import (
    read_dimension,
    read_kind,
    read_module,
    read_role,
    read_scale,
    read_source,
    read_word,
)
from advisor_app.content.document import Document, read_document
from advisor_app.content.entry import Entry, read_entries
from advisor_app.content.file_names import (
    BASE,
    BASE_FILES,
    FILES,
    LATE_FILES,
    PACK_FILE,
    PRODUCT_NAMES_FILE,
    SOURCE_LANGUAGE,
    TRANSLATED_FILES,
    is_folder_anywhere,
    parts_of_overlay,
)
from advisor_app.content.findings import Flaw
from advisor_app.content.questionnaire import QuestionnaireContent, read_questionnaire
from advisor_app.content.table import Table
from advisor_app.domain.foundations import DimensionTitle, KindTitle, Module, Role, Scale, Source, Word
from advisor_app.domain.questionnaire import Question

if TYPE_CHECKING:
    from advisor_app.content.candidates import CandidateContent
    from advisor_app.content.funding import FundingContent
    from advisor_app.domain.agenda_template import AgendaTemplate
    from advisor_app.domain.candidate_rules import RatingCriterion, WayRule
    from advisor_app.domain.e_file_guide import EFileGuide
    from advisor_app.domain.knowledge import Fact, FrequentService, Handout, MaturityModel, Term
    from advisor_app.domain.measure_template import MeasureTemplate
    from advisor_app.domain.preparation import TaskTemplate
    from advisor_app.domain.product_name import ProductName

T = TypeVar("T")


EMPTY = "pack-empty"
"""The flaw of a pack that has a head and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A pack's name and version, and the packs that it needs with the versions that it needs at least."""

    folder: Path
    table: Table
    id: str
    version: str
    requires: Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class Pack:
    """One pack with everything its files define."""

    head: Head
    documents: list[Document]
    scale: Entry[Scale] | None
    questionnaire: QuestionnaireContent | None
    modules: list[Entry[Module]]
    dimensions: list[Entry[DimensionTitle]]
    roles: list[Entry[Role]]
    kinds: list[Entry[KindTitle]]
    sources: list[Entry[Source]]
    vocabulary: list[Entry[Word]]
    funding: FundingContent | None = None
    agendas: list[Entry[AgendaTemplate]] = field(default_factory=list)
    measures: list[Entry[MeasureTemplate]] = field(default_factory=list)
    facts: list[Entry[Fact]] = field(default_factory=list)
    terms: list[Entry[Term]] = field(default_factory=list)
    handouts: list[Entry[Handout]] = field(default_factory=list)
    preparation: list[Entry[TaskTemplate]] = field(default_factory=list)
    candidates: CandidateContent | None = None
    e_file_guides: list[Entry[EFileGuide]] = field(default_factory=list)
    product_names: list[Entry[ProductName]] = field(default_factory=list)
    services: list[Entry[FrequentService]] = field(default_factory=list)
    maturity_models: list[Entry[MaturityModel]] = field(default_factory=list)

    @property
    def questions(self) -> Sequence[Entry[Question]]:
        """All questions of the pack in their file's order."""
        return self.questionnaire.questions if self.questionnaire else ()


@dataclass(slots=True, kw_only=True)
class Library:
    """All packs in the order in which they build on one another, and what is wrong beyond their files."""

    packs: list[Pack] = field(default_factory=list)
    flaws: list[Flaw] = field(default_factory=list)

    def all(self, pick: Callable[[Pack], Sequence[Entry[T]]]) -> Iterator[Entry[T]]:
        """Definitions of one family over all packs."""
        for pack in self.packs:
            yield from pick(pack)

    def funding(self) -> list[FundingContent]:
        """The funding rules of all packs that have some."""
        return [pack.funding for pack in self.packs if pack.funding is not None]

    def criteria(self) -> Iterator[Entry[RatingCriterion]]:
        """By what candidates for use cases are rated, over all packs."""
        return (entry for pack in self.packs if pack.candidates is not None for entry in pack.candidates.criteria)

    def ways(self) -> Iterator[Entry[WayRule]]:
        """Which way suits which phase, over all packs."""
        return (entry for pack in self.packs if pack.candidates is not None for entry in pack.candidates.ways)

    def questionnaires(self) -> list[QuestionnaireContent]:
        """The questionnaires of all packs that have one."""
        return [pack.questionnaire for pack in self.packs if pack.questionnaire is not None]

    def every_flaw(self) -> list[Flaw]:
        """Everything noted so far: beyond the files first, then pack by pack, file by file, line by line."""
        found = list(self.flaws)
        for pack in self.packs:
            for document in pack.documents:
                found.extend(sorted(document.flaws, key=lambda flaw: flaw.line))
        return found


class _PackReader:
    """Reads the files of one folder; a file that is not there or cannot be read yields nothing."""

    def __init__(self, folder: Path, files: Collection[str] | None, language: str) -> None:
        self.folder = folder
        self.files = files
        self.language = language
        self.documents: list[Document] = []

    def head(self) -> Head:
        """The pack's head; one that cannot be read has the folder's name as its id."""
        file = self.folder / PACK_FILE
        document = read_document(file) if file.is_file() else Document(file=file)
        self.documents.append(document)
        if not file.is_file():
            document.refuse("pack-file-missing", folder=self.folder.name)
        if not document.readable:
            return Head(folder=self.folder, table=Table(document, {}), id=self.folder.name, version="", requires={})
        if self.language != SOURCE_LANGUAGE:
            self._translate(document)
        return _read_head(self.folder, Table(document, document.data))

    def table(self, name: str) -> Table | None:
        """The outermost table of a file."""
        if self.files is not None and name not in self.files:
            return None
        file = self.folder / name
        if not os.path.lexists(file):  # a folder or a broken link of that name is refused, not passed over
            return None
        document = read_document(file)
        self.documents.append(document)
        if self.language != SOURCE_LANGUAGE and document.readable:
            self._translate(document)
        return Table(document, document.data) if document.readable else None

    def _translate(self, document: Document) -> None:
        # Here: German needs none of it.
        from advisor_app.content.overlays import read_overlay

        overlay = read_overlay(document, self.language)
        if overlay is not None:
            self.documents.append(overlay.document)
            document.data = overlay.merged

    def entries(self, name: str, key: str, read: Callable[[Table], T]) -> list[Entry[T]]:
        """All definitions of a file that is one list."""
        table = self.table(name)
        if table is None:
            return []
        entries = read_entries(table, key, read)
        table.finish()
        return entries


def read_pack(folder: Path, files: Collection[str] | None = None, language: str = SOURCE_LANGUAGE) -> Pack:
    """Read a pack's files, or those of the given names, with the words of a language as far as it has them.

    Everything wrong with them is noted in their documents.
    """
    reader = _PackReader(folder, files, language)
    head = reader.head()
    _note_unknown_files(head)
    scale = reader.table("scale.toml")
    questionnaire = reader.table("questionnaire.toml")
    pack = Pack(
        head=head,
        documents=reader.documents,
        scale=None if scale is None else Entry(read_scale(scale), scale),
        questionnaire=None if questionnaire is None else read_questionnaire(questionnaire),
        modules=reader.entries("modules.toml", "module", read_module),
        dimensions=reader.entries("dimensions.toml", "dimension", read_dimension),
        roles=reader.entries("roles.toml", "role", read_role),
        kinds=reader.entries("kinds.toml", "kind", read_kind),
        sources=reader.entries("sources.toml", "source", read_source),
        vocabulary=reader.entries("vocabulary.toml", "word", read_word),
    )
    if files is None or not LATE_FILES.isdisjoint(files):
        _read_late(reader, pack)
    return pack


def _read_late(reader: _PackReader, pack: Pack) -> None:
    funding = reader.table("funding.toml")
    pack.funding = None if funding is None else _late("funding", "read_funding")(funding)
    pack.agendas = reader.entries("agenda.toml", "template", _late("agenda", "read_agenda"))
    pack.measures = reader.entries("measures.toml", "measure", _late("measures", "read_measure"))
    pack.facts = reader.entries("facts.toml", "fact", _late("knowledge", "read_fact"))
    pack.terms = reader.entries("glossary.toml", "term", _late("knowledge", "read_term"))
    handout = reader.table("handout.toml")
    pack.handouts = [] if handout is None else [Entry(_late("handout", "read_handout")(handout), handout)]
    pack.preparation = reader.entries("preparation.toml", "task", _late("preparation", "read_task"))
    candidates = reader.table("candidates.toml")
    pack.candidates = None if candidates is None else _late("candidates", "read_candidates")(candidates)
    e_file = reader.table("e_file.toml")
    pack.e_file_guides = [] if e_file is None else [Entry(_late("e_file", "read_e_file")(e_file), e_file)]
    pack.product_names = reader.entries(PRODUCT_NAMES_FILE, "name", _late("product_names", "read_product_name"))
    pack.services = reader.entries("services.toml", "service", _late("online_services", "read_service"))
    pack.maturity_models = reader.entries(
        "maturity_models.toml", "model", _late("online_services", "read_maturity_model")
    )


def _late(module: str, name: str) -> Callable[[Table], Any]:
    """What reads a file, loaded with the first one: neither it nor what it makes is needed before."""

    def read(table: Table) -> Any:
        return getattr(import_module(f"advisor_app.content.{module}"), name)(table)

    return read


def _read_head(folder: Path, table: Table) -> Head:
    requires = table.table("requires")
    head = Head(
        folder=folder,
        table=table,
        id=table.id(),
        version=table.version(),
        requires={} if requires is None else {name: requires.version(name) for name in requires},
    )
    table.text("title")
    table.text_or("note")
    table.finish()
    if requires is None:
        table.flaw("missing-key", "requires")
    if head.id and head.id != folder.name:
        table.flaw("pack-folder", "id", id=head.id, folder=folder.name)
    if not is_folder_anywhere(head.id):
        table.flaw("pack-name", "id", id=head.id)
    return head


def _note_unknown_files(head: Head) -> None:
    allowed = FILES | BASE_FILES if head.id == BASE else FILES
    files = sorted(head.folder.glob("*.toml"))
    content = {file.name for file in files if parts_of_overlay(file.name)[0] != PACK_FILE} - {PACK_FILE}
    # An empty pack in the place of another one would take everything away; a broken head is to be mended first.
    if not content and not head.table.document.flaws:
        head.table.flaw(EMPTY)
    for file in files:
        original, _language = parts_of_overlay(file.name)
        if file.name not in allowed and original not in allowed & TRANSLATED_FILES:
            head.table.document.flaws.append(Flaw(file=file, line=1, key="unknown-file", details={"file": file.name}))
        elif original and not os.path.lexists(head.folder / original):
            details = {"file": file.name, "original": original}
            head.table.document.flaws.append(Flaw(file=file, line=1, key="overlay-alone", details=details))
