"""Text as the XML of office files may hold it."""

from __future__ import annotations

import unicodedata

from advisor_app.documents.blocks import Run, Text


def plain(text: str) -> str:
    """Text as XML may hold it: composed, line ends as one kind, without controls."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(item for item in composed if item in "\n\t" or unicodedata.category(item) not in {"Cc", "Cs", "Cn"})


def spoken(text: Text) -> str:
    """A text without its emphasis, boxes as their words."""
    if isinstance(text, str):
        return plain(text)
    return plain("".join(item.text if isinstance(item, Run) else item.words for item in text))
