"""What a kind of document is, and the parts of it that the adviser writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from advisor_app.documents.blocks import Block, Document
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.prose import prose
from advisor_app.domain.case import Case, SectionKey
from advisor_app.domain.case_document import DRAFT, DocumentKey, DocumentState, PackShare
from advisor_app.domain.release import released_to
from advisor_app.domain.words import Audience, Words


@dataclass(frozen=True, slots=True)
class Item:
    """Something of a case that a document can be about: its id, its name, and the module it belongs to, if any.

    ``code`` is what commands and names of files call it (``M4-BM``), in one word that no other one of the kind has.
    """

    id: str
    title: str
    module: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Words that can be put into a section, and what they are called in its menu."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class EditableSection:
    """A part that the adviser writes; while it is empty, the document says what ``proposal`` says.

    ``blocks`` can be put in besides. What is written is stored under ``section_key`` and printed only if released for
    the report.
    """

    key: str
    title: str
    proposal: str
    blocks: tuple[TextBlock, ...] = ()


class Occasion(Enum):
    """When in a case a document is needed."""

    REQUEST = "request"
    PREPARATION = "preparation"
    WORKSHOP = "workshop"
    RESULTS = "results"
    COMPLETION = "completion"


def _no_sections(_given: DocumentInput) -> tuple[EditableSection, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """A kind of document: ``items`` lists what it can be about (None: about the whole case).

    ``audience`` says who reads it: ``make`` shows ``build`` nothing that is not released to them. One
    ``by_assessment`` is about an assessment, whose id is then the item. ``modules`` are those that it belongs to: a
    case that has booked none of them does not have it (empty: every case has it). ``initially`` is its state before
    anybody has said anything: ``RELEASED`` for papers that nobody has to release. ``in_pack`` is how often it is
    proposed for the print pack of a workshop. One that ``is_form`` comes back filled in and needs a number to be
    handed out under. One that ``looks_back`` also gets the assessments of the commune's earlier cases. ``build`` and
    ``sections`` raise AdvisorError where the case lacks what the document is about.
    """

    id: str
    occasion: Occasion
    audience: Audience
    build: Callable[[DocumentInput], Document]
    sections: Callable[[DocumentInput], tuple[EditableSection, ...]] = _no_sections
    items: Callable[[DocumentInput], tuple[Item, ...]] | None = None
    by_assessment: bool = False
    modules: frozenset[str] = frozenset()
    initially: DocumentState = DRAFT
    in_pack: PackShare = PackShare.NONE
    is_form: bool = False
    looks_back: bool = False

    def make(self, given: DocumentInput) -> Document:
        """The document, from what its readers may see; raises AdvisorError where the case lacks its matter."""
        case = released_to(given.case, self.audience)
        state = self.state_in(given.case, given.item)
        return self.build(replace(given, case=case, state=state, internal=not self.leaves_the_house))

    @property
    def leaves_the_house(self) -> bool:
        """Whether it is made to be handed over; only then it has to be released and is archived."""
        return self.audience is not Audience.INTERNAL

    def state_in(self, case: Case, item: str) -> DocumentState:
        """How far the document about an item is on its way out."""
        return case.document_states.get(DocumentKey(self.id, item), self.initially)

    def belongs_to(self, case: Case) -> bool:
        """Whether the case has booked a module that the kind belongs to."""
        return not self.modules or not self.modules.isdisjoint(case.modules)


def section_key(given: DocumentInput, kind: str, section: str, item: str = "") -> SectionKey:
    """Where the words of a section stand: with the item (by default the one that the document is about).

    Words from before there was a report per assessment name no item. There was one questionnaire then, the one of the
    case's first assessment; they go on standing for its reports, and for no other module's.
    """
    own, shared = SectionKey(kind, item or given.item, section), SectionKey(kind, "", section)
    case = given.case
    about = case.assessments.get(given.item)
    if own in case.sections or shared not in case.sections or about is None:
        return own
    return shared if about.questionnaire == case.in_order()[0].questionnaire else own


def words_of(given: DocumentInput, kind: str, section: EditableSection, item: str = "") -> str:
    """What the adviser released for a section of a document, else its proposal."""
    words = given.case.sections.get(section_key(given, kind, section.key, item), Words()).for_report
    return words if words.strip() else section.proposal


def written(given: DocumentInput, kind: str, section: EditableSection, item: str = "") -> Iterator[Block]:
    """The same as paragraphs and lists."""
    yield from prose(words_of(given, kind, section, item))


def section_of(sections: Iterable[EditableSection], key: str) -> EditableSection:
    """The section with a key."""
    return next(section for section in sections if section.key == key)
