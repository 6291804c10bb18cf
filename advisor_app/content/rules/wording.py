"""Texts fit where they are shown, can be told apart, and name no products."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from advisor_app.content.file_names import PRODUCT_NAMES_FILE
from advisor_app.content.library import Library
from advisor_app.content.table import Table
from advisor_app.domain.product_name import ProductFinder

ANCHOR_WORDS = 30
SHORT_ANCHOR_WORDS = 10
QUESTION_LETTERS = 110
SHORT_QUESTION_LETTERS = 32
SHORT_DIMENSION_LETTERS = 24

_ANCHORS = ("anchors", "anchors_short")
CHOOSABLE = (*_ANCHORS, "choices")
"""Lists of a question out of which one text is chosen."""

_CAN_AGE = re.compile(
    r"§+|\b(?:19|20)\d\d\b|[€£]\s?\d"
    r"|\b\d[\d.,]*\s?(?:Mio\.|Millionen|million|[Ee]uro|EUR|€|Prozent|per ?cent|%)|\b\d\d?\.\d\d?\."
)
"""Years, days, sums, shares and paragraphs: what knowledge may only say through a fact."""


class Ageless(NamedTuple):
    """Tables of a file whose texts (single ones, lists of them) name facts in place of what can age."""

    table: str
    texts: tuple[str, ...]
    lists: tuple[str, ...] = ()


AGELESS: Mapping[str, Ageless] = {
    "handout.toml": Ageless("section", ("title",), ("text", "points")),
    "glossary.toml": Ageless("term", ("full", "text")),
    "funding.toml": Ageless("support", ("note",)),
}

_WITHOUT_CHECK = frozenset({"sources.toml", PRODUCT_NAMES_FILE})
"""Sources are quoted as they are, also where their title or address names a product."""


def check_wording(library: Library) -> None:
    """Note texts that are too long for their place or stand twice in a question, and product names."""
    for dimension in library.all(lambda pack: pack.dimensions):
        limit_letters(dimension.table, "short", dimension.value.short, SHORT_DIMENSION_LETTERS)
    for entry in library.all(lambda pack: pack.questions):
        question, table = entry.value, entry.table
        limit_letters(table, "text", question.text, QUESTION_LETTERS)
        limit_letters(table, "short", question.short, SHORT_QUESTION_LETTERS)
        limit_words(table, "anchors", question.anchors, ANCHOR_WORDS)
        limit_words(table, "anchors_short", question.anchors_short, SHORT_ANCHOR_WORDS)
        for key in CHOOSABLE:
            note_equal(table, key, getattr(question, key))
        tables = table.named_tables("variant")
        for variant in question.variants:
            other = tables[variant.kind.value]
            limit_letters(other, "text", variant.text or "", QUESTION_LETTERS)
            limit_words(other, "anchors", variant.anchors or (), ANCHOR_WORDS)
            limit_words(other, "anchors_short", variant.anchors_short or (), SHORT_ANCHOR_WORDS)
            for key in _ANCHORS:
                note_equal(other, key, getattr(variant, key) or ())
    _check_knowledge(library)
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


def note_equal(table: Table, key: str, texts: Iterable[str]) -> None:
    """Note the texts of a list that read the same, so that nobody could choose between them."""
    first: dict[str, int] = {}
    for level, text in enumerate(texts):
        other = first.setdefault(" ".join(text.casefold().split()).rstrip("."), level)
        if other != level:
            problem = "equal-anchors" if key in _ANCHORS else "equal-choices"
            table.flaw(problem, key, level=level, other=other, text=text)


def _check_knowledge(library: Library) -> None:
    """Note what handouts, terms and supports say themselves although it can age."""
    tables = {
        "handout.toml": [
            section for entry in library.all(lambda pack: pack.handouts) for section in entry.table.tables("section")
        ],
        "glossary.toml": [entry.table for entry in library.all(lambda pack: pack.terms)],
        "funding.toml": [entry.table for part in library.funding() for entry in part.supports],
    }
    for file, found in tables.items():
        for table in found:
            note_what_can_age(table, AGELESS[file])


def note_what_can_age(table: Table, ageless: Ageless) -> None:
    """Note what a table says itself although it can age, in German or in English."""
    single = [(key, (table.text_or(key),)) for key in ageless.texts]
    for key, texts in (*single, *((key, table.texts_or(key)) for key in ageless.lists)):
        for found in (match for text in texts for match in _CAN_AGE.findall(text)):
            table.flaw("can-age", key, found=found)


def check_product_names(library: Library) -> None:
    """Note product names outside the files that may name them (``product_names.toml`` of base)."""
    entries = library.all(lambda pack: pack.product_names)
    allowed = {entry.value.name: entry.value.allowed for entry in entries}
    products = ProductFinder(allowed)
    for pack in library.packs:
        for document in pack.documents:
            if document.file.name in _WITHOUT_CHECK:
                continue
            for place, text in document.texts():
                for found in products.named_in(text):
                    if document.file.name.split(".")[0] not in allowed[found]:
                        document.add_flaw_of_text("product-name", place, name=found)
