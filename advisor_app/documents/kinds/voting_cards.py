"""Cards from 0 to 4 that people hold up together, to be cut out: one sheet for each of them."""

from __future__ import annotations

from advisor_app.documents.blocks import Document
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.level_cards import level_cards

KIND = "voting-cards"


def build(given: DocumentInput) -> Document:
    """A sheet with a card for each level and one for those who do not know."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("title"), (level_cards(given, texts("above")),))
