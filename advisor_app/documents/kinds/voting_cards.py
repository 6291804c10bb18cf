"""Cards from 0 to 4 that people hold up together, to be cut out: one sheet for each of them."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import Block, Document
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Card, CardSheet
from advisor_app.texts import Texts

KIND = "voting-cards"

_COLUMNS, _ROWS = 2, 3


def build(given: DocumentInput) -> Document:
    """A sheet with a card for each level and one for those who do not know."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("title"), _blocks(given, texts))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    levels = tuple(
        Card(figure=str(level.number), title=level.word, text=level.meaning, level=level.number)
        for level in given.catalog.scale.levels
    )
    unknown = Card(figure="?", title=texts("unknown"), text=texts("unknown-meaning"))
    yield CardSheet(title=texts("above"), cards=(*levels, unknown), columns=_COLUMNS, rows=_ROWS)
