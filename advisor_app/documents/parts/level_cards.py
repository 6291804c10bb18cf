"""The cards with which a group votes on a level."""

from __future__ import annotations

from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Card, CardSheet


def level_cards(given: DocumentInput, title: str = "") -> CardSheet:
    """One set on one sheet: a card for each level of the scale, and one for those who do not know."""
    levels = tuple(
        Card(figure=str(level.number), title=level.word, text=level.meaning, level=level.number)
        for level in given.catalog.scale.levels
    )
    texts = given.texts
    unknown = Card(figure="?", title=texts("documents.cards.unknown"), text=texts("documents.cards.unknown-meaning"))
    return CardSheet(title=title, cards=(*levels, unknown), columns=2, rows=3)
