"""Documents of a case: which there are, what the adviser writes in them, and their files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.assessment import Assessment
from advisor_app.domain.case import Case, CaseCommune
from advisor_app.domain.case_document import DocumentKey, DocumentState
from advisor_app.domain.catalog import Catalog
from advisor_app.domain.changes import DocumentStateSet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.folding import fold
from advisor_app.domain.form import Issue
from advisor_app.domain.words import Audience, Words
from advisor_app.services.branding import Branding
from advisor_app.services.clock import Clock, today
from advisor_app.services.document_offer import Offer, WritableSection
from advisor_app.services.ids import new_form_number
from advisor_app.services.names import named
from advisor_app.services.preferences import PreferencesFile
from advisor_app.services.questionnaires import Questionnaires
from advisor_app.texts import Texts
from advisor_app.texts.assessments import assessment_title

if TYPE_CHECKING:
    from advisor_app.documents.blocks import Block
    from advisor_app.documents.document_input import DocumentInput
    from advisor_app.documents.kind import DocumentKind, Item
    from advisor_app.domain.questionnaire import Questionnaire

_UNFIT_FOR_NAMES = re.compile(r"[^\w-]+")

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnDocument:
    """A document in memory; ``substituted`` are the characters that could not be drawn."""

    content: bytes
    pages: int
    substituted: tuple[str, ...]
    has_tables: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeDocument:
    """A file that was written; ``core_pages`` come before the annex, ``substituted`` characters could not be drawn."""

    kind: str
    item: str
    file: Path
    pages: int
    core_pages: int
    substituted: tuple[str, ...]


class Documents:
    """Makes documents from snapshots of cases; everything here may run in any one thread."""

    def __init__(  # noqa: PLR0913, PLR0917  # everything that documents are made from
        self,
        catalog: Catalog,
        questionnaires: Questionnaires,
        settings: PreferencesFile,
        texts: Texts,
        clock: Clock,
        titles: Callable[[Sequence[CaseCommune]], str],
        branding: Branding,
        forms_key: bytes,
        photo: Callable[[str], bytes],
        earlier: Callable[[Case], Sequence[Case]],
    ) -> None:
        """``photo`` reads a photo of a case by its digest, ``earlier`` the earlier cases of its commune."""
        self._catalog = catalog
        self._questionnaires = questionnaires
        self._settings = settings
        self._texts = texts
        self._clock = clock
        self._titles = titles
        self._branding = branding
        self._forms_key = forms_key
        self._photo = photo
        self._earlier = earlier

    def offers(self, case: Case) -> tuple[Offer, ...]:
        """Every kind of document that the case's modules have, once for each thing of the case it can be about.

        In the order of their occasions.
        """
        from advisor_app.documents.kind import Occasion
        from advisor_app.documents.kinds import KINDS

        given = self._given(case)
        order = list(Occasion)
        kinds = sorted(KINDS, key=lambda kind: order.index(kind.occasion))
        return tuple(
            offer
            for kind in kinds
            if kind.belongs_to(case)
            for offer in self._offers(kind, self._given_for(kind, case) if kind.looks_back else given)
        )

    def kinds(self, case: Case) -> tuple[tuple[str, str], ...]:
        """The id and title of every kind of document that the case's modules have, by title."""
        from advisor_app.documents.kinds import KINDS

        found = ((kind.id, self.title(kind.id)) for kind in KINDS if kind.belongs_to(case))
        return tuple(sorted(found, key=lambda kind: fold(kind[1])))

    def state_change(self, case: Case, kind: str, item: str, state: DocumentState) -> DocumentStateSet:
        """The change that sets how far a document is; raises AdvisorError(DOCUMENT_STAYS) where it never goes out."""
        self.refuse_internal(kind)
        key = DocumentKey(kind, item)
        return DocumentStateSet(key, case.document_states.get(key), state)

    def refuse_internal(self, kind: str) -> None:
        """Raise AdvisorError(DOCUMENT_STAYS) for a paper of the adviser's own."""
        if not self._kind(kind).leaves_the_house:
            raise AdvisorError(Problem.DOCUMENT_STAYS, document=self.title(kind))

    def state(self, case: Case, kind: str, item: str) -> DocumentState:
        """How far a document is on its way out."""
        return self._kind(kind).state_in(case, item)

    def audience(self, kind: str) -> Audience:
        """Who reads a kind of document."""
        return self._kind(kind).audience

    def told(self, case: Case, kind: str, item: str) -> tuple[Block, ...] | None:
        """What a document says of a case, None where the case lacks what it is about."""
        try:
            return self._kind(kind).make(self.input_of(case, kind, item)).blocks
        except AdvisorError:
            return None

    def questionnaire(self, assessment: Assessment) -> Questionnaire:
        """The questionnaire as it was asked, in the language in use."""
        return self._questionnaires.of(assessment)

    def title(self, kind: str) -> str:
        """What a kind of document is called."""
        return self._texts(f"document-kinds.{kind}")

    def sections(self, case: Case, kind: str, item: str = "", assessment: str = "") -> tuple[WritableSection, ...]:
        """The parts of a document that the adviser writes; raises AdvisorError where the case lacks its matter."""
        from advisor_app.documents.kind import section_key

        found = self._kind(kind)
        given = self.input_of(case, kind, item, assessment)
        return tuple(
            WritableSection(
                key=key,
                title=section.title,
                proposal=section.proposal,
                words=case.sections.get(key, Words()),
                blocks=section.blocks,
            )
            for section in found.sections(given)
            for key in (section_key(given, kind, section.key),)
        )

    def input_of(
        self, case: Case, kind: str, item: str = "", assessment: str = "", *, confidential: bool = False
    ) -> DocumentInput:
        """Everything that a document is made from, read now, so that a worker thread needs nothing else.

        A form gets a number of its own with each call. Of a document by assessment the item is that assessment, by
        default the case's default one. Raises AdvisorError (UNKNOWN_DOCUMENT, UNKNOWN_DOCUMENT_ITEM,
        UNKNOWN_ASSESSMENT).
        """
        found = self._kind(kind)
        given = self._given_for(found, case)
        item = self._item(found, given, (assessment or item) if found.by_assessment else item)
        return replace(
            given,
            item=item,
            assessment=item if found.by_assessment else assessment,
            confidential=confidential,
            issue=Issue(new_form_number(), self._forms_key) if found.is_form else None,
        )

    def create(
        self,
        kind: str,
        given: DocumentInput,
        file: Path,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> MadeDocument:
        """Write a document's file; an older one stays until the new one is complete. Made for a worker thread.

        ``progress`` takes what is done from 0 to 1. Raises AdvisorError (CANCELLED, FILE_NOT_WRITABLE), and where the
        case lacks what the document is about.
        """
        from advisor_app.documents.create import create_document

        made = create_document(self._kind(kind).make(given), file, progress, cancelled)
        return MadeDocument(
            kind=kind,
            item=given.item,
            file=made.file,
            pages=made.pages,
            core_pages=made.core_pages,
            substituted=made.substituted,
        )

    def create_copy(
        self,
        kind: str,
        given: DocumentInput,
        file: Path,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Path:
        """Write an editable copy: the text (.docx), or the tables (.xlsx). Made for a worker thread.

        Raises AdvisorError (UNKNOWN_FORMAT, NO_TABLES, CANCELLED, FILE_NOT_WRITABLE) and what ``create`` raises.
        """
        from advisor_app.documents.create import create_copy

        create_copy(self._kind(kind).make(given), file, progress, cancelled)
        return file

    def draw(
        self,
        kind: str,
        given: DocumentInput,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> DrawnDocument:
        """A document's PDF in memory; raises like ``create``."""
        from advisor_app.documents.create import draw_document
        from advisor_app.documents.editable.tables import has_tables

        document = self._kind(kind).make(given)
        drawn = draw_document(document, progress, cancelled)
        return DrawnDocument(
            content=drawn.data, pages=drawn.pages, substituted=drawn.substituted, has_tables=has_tables(document)
        )

    def create_all(self, case: Case, folder: Path) -> Iterator[MadeDocument]:
        """Write every document that can be made of a case into a folder, which is made where it is missing.

        Raises AdvisorError(FILE_NOT_WRITABLE).
        """
        make_folder(folder)
        for offer in self.offers(case):
            if offer.missing is None:
                given = self.input_of(case, offer.kind, offer.item)
                yield self.create(offer.kind, given, folder / self.file_name(offer.kind, given))

    def name(self, kind: str, given: DocumentInput) -> str:
        """What a document is called among others (Ergebnisbericht, Modul 4 · Workshop)."""
        titles = [item.title for item in self._items(self._kind(kind), given) if item.id == given.item]
        return ", ".join((self.title(kind), *titles))

    def file_name(self, kind: str, given: DocumentInput) -> str:
        """A name for the file that says what it is (Ergebnisbericht_Modul-4-Workshop_Eschentalbach.pdf)."""
        found = self._kind(kind)
        about = [item.code or item.title for item in self._items(found, given) if item.id == given.item]
        return pdf_name(self.title(kind), *about, given.case.commune.name)

    def _kind(self, name: str) -> DocumentKind:
        from advisor_app.documents.kinds import find_kind

        return find_kind(name)

    def _given_for(self, kind: DocumentKind, case: Case) -> DocumentInput:
        """What a kind of document is made from: with the commune's earlier cases where it looks back."""
        earlier = self._earlier(case) if kind.looks_back else ()
        if not earlier:
            return self._given(case)
        from advisor_app.domain.earlier_cases import with_earlier

        opened = {item: other.head.opened_on for other in earlier for item in other.assessments}
        return replace(self._given(with_earlier(case, earlier)), opened=opened)

    def _given(self, case: Case) -> DocumentInput:
        """What all documents of a case are made from."""
        from advisor_app.documents.document_input import DocumentInput

        return DocumentInput(
            case=case,
            catalog=self._catalog,
            questionnaires={made.id: self._questionnaires.of(made) for made in case.assessments.values()},
            texts=self._texts,
            today=today(self._clock),
            provider=self._settings.current.provider,
            retention_months=self._settings.current.retention_months,
            communes=self._titles(case.head.communes),
            brand=self._branding.brand(case),
            photo=self._photo,
        )

    def _offers(self, kind: DocumentKind, given: DocumentInput) -> Iterator[Offer]:
        from advisor_app.documents.kind import Item

        def offer(item: Item, missing: AdvisorError | None = None) -> Offer:
            handed_over = given.case.handed_over(DocumentKey(kind.id, item.id))
            return Offer(
                kind=kind.id,
                title=self.title(kind.id),
                occasion=kind.occasion.value,
                item=item.id,
                item_title=item.title,
                item_code=item.code,
                modules=frozenset({item.module}) if item.module else kind.modules,
                in_pack=kind.in_pack,
                state=kind.state_in(given.case, item.id),
                leaves_the_house=kind.leaves_the_house,
                last=handed_over[0] if handed_over else None,
                missing=missing,
            )

        items = self._items(kind, given)
        yield from map(offer, items)
        if not items:
            yield offer(Item("", ""), _missing(kind, given))

    def _items(self, kind: DocumentKind, given: DocumentInput) -> tuple[Item, ...]:
        """What a document of the kind can be about; of assessments the default one first."""
        if not kind.by_assessment:
            return () if kind.items is None else kind.items(given)
        default = given.case.default_assessment()
        ordered = sorted(given.case.in_order(), key=lambda item: item != default)
        return tuple(self._item_of(given.case, assessment) for assessment in ordered)

    def _item_of(self, case: Case, assessment: Assessment) -> Item:
        from advisor_app.documents.kind import Item

        module = self._questionnaires.of(assessment).module
        title = assessment_title(case, assessment, module, self._catalog, self._texts)
        return Item(assessment.id, title, module)

    def _item(self, kind: DocumentKind, given: DocumentInput, name: str) -> str:
        """The id of what a document is about: by id or code; the only one where none is named."""
        if kind.by_assessment:
            default = given.case.default_assessment()
            if name:
                return named(name, given.case.assessments, Problem.UNKNOWN_ASSESSMENT)
            return "" if default is None else default.id
        if kind.items is None:
            return ""
        items = kind.items(given)
        if not name:
            return items[0].id if len(items) == 1 else ""
        for item in items:
            if name == item.id or item.code.casefold() == name.casefold():
                return item.id
        raise AdvisorError(Problem.UNKNOWN_DOCUMENT_ITEM, name=name, document=self.title(kind.id))


def _missing(kind: DocumentKind, given: DocumentInput) -> AdvisorError | None:
    """What the case lacks for a document that there is nothing for it to be about."""
    try:
        kind.sections(given)
        if kind.items is not None:
            kind.make(given)
    except AdvisorError as error:
        return error
    return None


def pdf_name(*words: str) -> str:
    """Words as the name of a PDF that every system takes."""
    return file_stem(*words) + ".pdf"


def file_stem(*words: str) -> str:
    """Words as the name of a file without its ending, or of a folder, that every system takes."""
    return "_".join(_UNFIT_FOR_NAMES.sub("-", word).strip("-") for word in words)


def make_folder(folder: Path) -> None:
    """Make a folder for documents where it is missing; raises AdvisorError(FILE_NOT_WRITABLE)."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AdvisorError(Problem.FILE_NOT_WRITABLE, file=str(folder)) from error
