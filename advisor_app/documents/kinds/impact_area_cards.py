"""The impact areas of module 4 as cards for dot voting, to be cut out."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.documents.blocks import Block, Document
from advisor_app.documents.document_input import DocumentInput
from advisor_app.documents.paper_blocks import Card, CardSheet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind
from advisor_app.texts import Texts

KIND = "impact-area-cards"

_COLUMNS, _ROWS = 1, 2


def build(given: DocumentInput) -> Document:
    """A card for each area, two on a sheet; raises AdvisorError(NOTHING_FOR_DOCUMENT) where the packs know none."""
    texts = given.texts.of_document(KIND)
    return given.document(KIND, texts("title"), texts("title"), _blocks(given, texts))


def _blocks(given: DocumentInput, texts: Texts) -> Iterator[Block]:
    areas = [item for item in given.catalog.dimensions.values() if item.kind is DimensionKind.IMPACT_AREA]
    if not areas:
        raise AdvisorError(Problem.NOTHING_FOR_DOCUMENT)
    cards = tuple(Card(title=f"{area.id} {area.title}", text=area.description, area=texts("dots")) for area in areas)
    yield CardSheet(title=texts("above"), cards=cards, columns=_COLUMNS, rows=_ROWS)
