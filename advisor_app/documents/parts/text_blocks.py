"""Words that advisers often put into a document, offered beside what the program proposes."""

from __future__ import annotations

from advisor_app.documents.kind import TextBlock
from advisor_app.texts import Texts


def text_blocks(texts: Texts, *names: str) -> tuple[TextBlock, ...]:
    """The blocks with these names, as they stand under ``documents.blocks`` in the texts."""
    return tuple(
        TextBlock(texts(f"documents.blocks.{name}.title"), texts(f"documents.blocks.{name}.text")) for name in names
    )
