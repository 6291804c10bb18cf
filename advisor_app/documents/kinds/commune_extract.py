"""Extract for the commune: every answer, and every word of a case that is released to it."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import Block, Contents, Document, Fact, TitleBlock
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.parts.records import record_tables

KIND = "commune-extract"


def build(given: DocumentInput) -> Document:
    """What was said, and what was written for the commune."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("subject"), _blocks(given))


def _blocks(given: DocumentInput) -> Iterator[Block]:
    texts = given.texts.of_document(KIND)
    yield TitleBlock(
        title=texts("title"),
        subtitle=texts("subject"),
        facts=(
            Fact(texts("commune"), given.house),
            Fact(texts("adviser"), given.adviser or given.wording.open),
            Fact(texts("as-of"), given.wording.day(given.today)),
        ),
    )
    yield Contents()
    yield from record_tables(given, whole=False)
