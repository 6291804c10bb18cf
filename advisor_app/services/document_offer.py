"""What a case offers of documents: which can be made, and what can be written in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor_app.domain.case import SectionKey
from advisor_app.domain.case_document import DRAFT, ArchivedDocument, DocumentKey, DocumentState, PackShare
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.words import Words

if TYPE_CHECKING:
    from advisor_app.documents.kind import TextBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A document that can be made of a case: its kind, and what it is about (None: the whole case).

    ``item_code`` is what commands and names of files call that.
    ``occasion`` is the id of when it is needed; ``modules`` are those it belongs to (empty: all), ``in_pack`` is how
    often it is proposed for the print pack of their workshop. What never ``leaves_the_house`` is neither released nor
    handed over. ``last`` is how it was handed over last. ``missing`` says what the case still lacks for it.
    """

    kind: str
    title: str
    occasion: str
    item: str = ""
    item_title: str = ""
    item_code: str = ""
    modules: frozenset[str] = frozenset()
    in_pack: PackShare = PackShare.NONE
    state: DocumentState = DRAFT
    leaves_the_house: bool = True
    last: ArchivedDocument | None = None
    missing: AdvisorError | None = None

    @property
    def key(self) -> DocumentKey:
        """Under which name the case keeps its state."""
        return DocumentKey(self.kind, self.item)


@dataclass(frozen=True, slots=True, kw_only=True)
class WritableSection:
    """A part of a document that the adviser writes, with what the program proposes and what is written so far."""

    key: SectionKey
    title: str
    proposal: str
    words: Words
    blocks: tuple[TextBlock, ...] = ()
