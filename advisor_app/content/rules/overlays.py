"""Translations belong to what they translate, fit where they are shown, and keep the rules of what they translate."""

from __future__ import annotations

from collections.abc import Iterator

from advisor_app.content.document import Document
from advisor_app.content.file_names import parts_of_overlay
from advisor_app.content.library import Library, Pack
from advisor_app.content.overlays import read_overlay
from advisor_app.content.rules.wording import (
    AGELESS,
    CHOOSABLE,
    limit_letters,
    limit_words,
    note_equal,
    note_what_can_age,
)
from advisor_app.content.shapes.fields import Field, Ladder, Named, Paragraphs, Part, Prose, Rows, Shape
from advisor_app.content.table import Table


def check_overlays(library: Library) -> None:
    """Note what is wrong with the overlays of all languages; they count as files of their packs from then on."""
    for pack in library.packs:
        for document, language in _translated_documents(pack):
            overlay = read_overlay(document, language)
            if overlay is None:
                continue
            pack.documents.append(overlay.document)
            _check_limits(overlay.table, overlay.shape)
            ageless = AGELESS.get(document.file.name)
            if ageless is not None:
                for table in overlay.table.tables(ageless.table):
                    note_what_can_age(table, ageless)


def languages_of(library: Library) -> tuple[str, ...]:
    """The languages into which anything is translated; none are known before ``check_overlays`` has read them."""
    names = (document.file.name for pack in library.packs for document in pack.documents)
    return tuple(sorted({parts_of_overlay(name)[1] for name in names} - {""}))


def _translated_documents(pack: Pack) -> Iterator[tuple[Document, str]]:
    documents = {document.file.name: document for document in pack.documents}
    for file in sorted(pack.head.folder.glob("*.??.toml")):
        original, language = parts_of_overlay(file.name)
        if original in documents:
            yield documents[original], language


def _check_limits(table: Table, shape: Shape) -> None:
    for part in shape.parts:
        for child, inner in _within(table, part):
            _check_limits(child, inner)
        for field in _fields(part):
            if isinstance(field.kind, Prose) and field.kind.longest is not None:
                limit_letters(table, field.key, table.text_or(field.key), field.kind.longest)
            elif isinstance(field.kind, Paragraphs) and field.kind.most_words is not None:
                limit_words(table, field.key, table.texts_or(field.key), field.kind.most_words)
            if field.key in CHOOSABLE:
                note_equal(table, field.key, table.texts_or(field.key))


def _fields(part: Part) -> tuple[Field, ...]:
    if isinstance(part, Field):
        return (part,)
    return part.fields if isinstance(part, Ladder) else ()


def _within(table: Table, part: Part) -> Iterator[tuple[Table, Shape]]:
    match part:
        case Rows():
            yield from ((child, part.shape) for child in table.tables(part.key))
        case Named() if part.key in table:
            yield from ((child, part.shape) for child in table.named_tables(part.key).values())
        case _:
            pass
