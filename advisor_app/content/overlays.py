"""Words of packs in another language: overlays ``<file>.<language>.toml`` beside the files that they translate.

Which keys are words says the description of the files (``content/shapes``). An overlay is laid over the data of its
file before they are read, so whatever reads a file reads its translation too. German reads no overlays.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from advisor_app.content.document import Document, read_document
from advisor_app.content.shapes.fields import Field, Integer, Kind, Ladder, Named, Paragraphs, Rows, Shape
from advisor_app.content.shapes.pack_files import FILES, overlay_of
from advisor_app.content.table import Table

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A file's translation as it was read: its own table, which is empty where it cannot be read, and its shape."""

    document: Document
    table: Table
    shape: Shape
    merged: dict[str, Any]


@cache
def overlay_shape(file: str) -> Shape | None:
    """The shape of the overlays of a file of this name; None where it has no words to translate."""
    found = next((overlay_of(shape) for shape in FILES if shape.name == file), None)
    return None if found is None else found.shape


def read_overlay(original: Document, language: str) -> Overlay | None:
    """The translation of a file, None where there is none; flaws are noted in the overlay's document."""
    shape = overlay_shape(original.file.name)
    file = original.file.with_suffix(f".{language}.toml")
    if shape is None or not os.path.lexists(file):
        return None
    document = read_document(file)
    table = Table(document, document.data)
    return Overlay(document=document, table=table, shape=shape, merged=_merged(table, original.data, shape))


def translated_words(shape: Shape, original: Data, overlay: Data) -> Iterator[bool]:
    """For each text or list of texts of an original whether its overlay translates it."""
    for part in shape.parts:
        match part:
            case Field(translated=True) if original.get(part.key):
                yield part.key in overlay
            case Ladder():
                yield from (field.key in overlay for field in part.fields if original.get(field.key))
            case Rows():
                others = _by_mark(overlay.get(part.key), part.shape)
                for mark, row in _by_mark(original.get(part.key), part.shape).items():
                    yield from translated_words(part.shape, row, others.get(mark, {}))
            case Named():
                others = _by_name(overlay.get(part.key))
                for name, row in _by_name(original.get(part.key)).items():
                    yield from translated_words(part.shape, row, others.get(name, {}))
            case _:
                pass


def _merged(table: Table, original: Data, shape: Shape) -> dict[str, Any]:
    """The original with the words of an overlay's table in place of its own."""
    found = dict(original)
    for part in shape.parts:
        match part:
            case Field() if part.key != shape.mark:
                _put(found, table, original, part)
            case Ladder():
                for field in part.fields:
                    _put(found, table, original, field)
            case Rows():
                found |= _merged_rows(table, original, part)
            case Named() if part.key in table:
                found |= _merged_names(table, original, part)
            case _:
                pass
    table.finish()
    return found


def _put(found: dict[str, Any], table: Table, original: Data, field: Field) -> None:
    if field.key not in table:
        return
    value = _value(table, field.key, field.kind, original.get(field.key))
    if field.key not in original:
        table.flaw("overlay-extra", field.key)
    elif value:
        found[field.key] = value


def _value(table: Table, key: str, kind: Kind, original: Any) -> str | list[str]:
    if isinstance(kind, Paragraphs):
        length = len(original) if isinstance(original, list) else None
        return list(table.texts(key, length))
    return table.text(key)


def _merged_rows(table: Table, original: Data, part: Rows) -> dict[str, Any]:
    rows = _by_mark(original.get(part.key), part.shape)
    seen: set[str] = set()
    for child in table.tables(part.key):
        mark = _mark_of(child, part.shape)
        if mark not in rows:
            if mark:
                child.flaw("overlay-unknown", part.shape.mark, id=mark)
            child.ignore(*child)
            continue
        if mark in seen:
            child.flaw("overlay-double", part.shape.mark, id=mark)
        seen.add(mark)
        rows[mark] = _merged(child, rows[mark], part.shape)
    if not seen or not table.sound:
        return {}
    return {part.key: [rows.get(_mark_in(row, part.shape), row) for row in original[part.key]]}


def _merged_names(table: Table, original: Data, part: Named) -> dict[str, Any]:
    rows = _by_name(original.get(part.key))
    for name, child in table.named_tables(part.key).items():
        if name in rows:
            rows[name] = _merged(child, rows[name], part.shape)
        else:
            child.flaw("overlay-unknown", id=name)
    return {part.key: rows} if table.sound else {}


def _mark_of(table: Table, shape: Shape) -> str:
    kind = shape.field(shape.mark).kind
    if isinstance(kind, Integer):
        return str(table.integer(shape.mark, kind.low, kind.high))
    return table.id(shape.mark)


def _by_mark(rows: Any, shape: Shape) -> dict[str, dict[str, Any]]:
    """Tables by what marks them; those that cannot be told apart are the reader's business."""
    if not isinstance(rows, list):
        return {}
    return {_mark_in(row, shape): row for row in rows if _mark_in(row, shape)}


def _mark_in(row: Any, shape: Shape) -> str:
    return str(row.get(shape.mark, "")) if isinstance(row, dict) else ""


def _by_name(tables: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(tables, dict):
        return {}
    return {name: table for name, table in tables.items() if isinstance(table, dict)}
