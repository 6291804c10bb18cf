"""Texts fit where they are shown, and name no products."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from advisor_app.content.document import Document, read_document
from advisor_app.content.entry import read_entries
from advisor_app.content.file_names import BASE, PRODUCT_NAMES_FILE
from advisor_app.content.library import Library
from advisor_app.content.line_index import Place
from advisor_app.content.table import Table

ANCHOR_WORDS = 30
SHORT_ANCHOR_WORDS = 10
QUESTION_LETTERS = 110
SHORT_QUESTION_LETTERS = 32
SHORT_DIMENSION_LETTERS = 24

_CAN_AGE = re.compile(
    r"§+|\b(?:19|20)\d\d\b|[€£]\s?\d"
    r"|\b\d[\d.,]*\s?(?:Mio\.|Millionen|million|[Ee]uro|EUR|€|Prozent|per ?cent|%)|\b\d\d?\.\d\d?\."
)
"""Years, days, sums, shares and paragraphs: what a handout may only say through a fact."""

_DEEPEST = 60

_WITHOUT_CHECK = frozenset({"sources.toml", PRODUCT_NAMES_FILE})
"""Sources are quoted as they are, also where their title or address names a product."""


def check_wording(library: Library) -> None:
    """Note texts that are too long for their place, and product names."""
    for dimension in library.all(lambda pack: pack.dimensions):
        limit_letters(dimension.table, "short", dimension.value.short, SHORT_DIMENSION_LETTERS)
    for entry in library.all(lambda pack: pack.questions):
        question, table = entry.value, entry.table
        limit_letters(table, "text", question.text, QUESTION_LETTERS)
        limit_letters(table, "short", question.short, SHORT_QUESTION_LETTERS)
        limit_words(table, "anchors", question.anchors, ANCHOR_WORDS)
        limit_words(table, "anchors_short", question.anchors_short, SHORT_ANCHOR_WORDS)
        tables = table.named_tables("variant")
        for variant in question.variants:
            other = tables[variant.kind.value]
            limit_letters(other, "text", variant.text or "", QUESTION_LETTERS)
            limit_words(other, "anchors", variant.anchors or (), ANCHOR_WORDS)
            limit_words(other, "anchors_short", variant.anchors_short or (), SHORT_ANCHOR_WORDS)
    _check_handouts(library)
    check_product_names(library)


def words_in(text: str) -> int:
    """How many words a text has; a dash that stands alone is none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def limit_letters(table: Table, key: str, text: str, limit: int) -> None:
    """Note a text that has more letters than there is room for."""
    if len(text) > limit:
        table.flaw("too-many-letters", key, limit=limit, found=len(text))


def limit_words(table: Table, key: str, texts: Iterable[str], limit: int) -> None:
    """Note the texts of a list that have more words than anybody takes in at a glance."""
    for level, text in enumerate(texts):
        if words_in(text) > limit:
            table.flaw("too-many-words", key, level=level, limit=limit, found=words_in(text))


def _check_handouts(library: Library) -> None:
    """Note what a handout says itself although it can age."""
    for entry in library.all(lambda pack: pack.handouts):
        for table in entry.table.tables("section"):
            note_what_can_age(table)


def note_what_can_age(section: Table) -> None:
    """Note what a handout's section says itself although it can age, in German or in English."""
    for key in ("title", "text", "points"):
        texts = (section.text_or(key),) if key == "title" else section.texts_or(key)
        for found in (match for text in texts for match in _CAN_AGE.findall(text)):
            section.flaw("can-age", key, found=found)


def check_product_names(library: Library) -> None:
    """Note product names outside the files that may name them (``product_names.toml`` of base)."""
    names = _product_names(library)
    if not names:
        return
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)")
    for pack in library.packs:
        for document in pack.documents:
            if document.file.name in _WITHOUT_CHECK:
                continue
            for place, text in _texts(document.data):
                for found in dict.fromkeys(pattern.findall(text)):
                    if document.file.name.split(".")[0] not in names[found]:
                        document.add_flaw("product-name", _line(document, place), {"name": found}, place=place)


def _product_names(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Names with the files (without ending) that may name them."""
    base = next((pack for pack in library.packs if pack.head.id == BASE), None)
    if base is None or not (base.head.folder / PRODUCT_NAMES_FILE).is_file():
        return {}
    document = read_document(base.head.folder / PRODUCT_NAMES_FILE)
    base.documents.append(document)
    table = Table(document, document.data)
    entries = read_entries(table, "name", lambda row: (row.text("name"), row.texts_or("allowed")))
    table.finish()
    return {name: allowed for name, allowed in (entry.value for entry in entries) if name}


def _texts(value: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """All texts of a document; what lies deeper than anything a pack can define is refused elsewhere."""
    if isinstance(value, str):
        yield place, value
    elif len(place) > _DEEPEST:
        return
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*place, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _texts(part, (*place, position))


def _line(document: Document, place: Place) -> int:
    """The line of the innermost key on the way to a text."""
    keys = [end for end, part in enumerate(place) if isinstance(part, str)]
    return document.line(place[: keys[-1]], str(place[keys[-1]]))
