"""All files of a pack with their shapes, and the overlays that translate them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from advisor_app.content.file_names import BASE
from advisor_app.content.shapes.candidates import CANDIDATES
from advisor_app.content.shapes.e_file import E_FILE
from advisor_app.content.shapes.fields import Field, FileShape, Ladder, Named, Names, Part, Rows, Shape
from advisor_app.content.shapes.foundations import (
    DIMENSIONS,
    KINDS_FILE,
    MATURITY_MODELS,
    MODULES,
    PRODUCT_NAMES,
    ROLES,
    SCALE,
    SERVICES,
    VOCABULARY,
)
from advisor_app.content.shapes.knowledge import FACTS, FUNDING, GLOSSARY, PACK, SOURCES_FILE
from advisor_app.content.shapes.preparation import PREPARATION
from advisor_app.content.shapes.questionnaire import QUESTIONNAIRE
from advisor_app.content.shapes.workshop import AGENDA, HANDOUT, MEASURES

FILES = (
    PACK,
    QUESTIONNAIRE,
    AGENDA,
    MEASURES,
    HANDOUT,
    PREPARATION,
    CANDIDATES,
    E_FILE,
    FACTS,
    GLOSSARY,
    SOURCES_FILE,
    FUNDING,
    MODULES,
    DIMENSIONS,
    ROLES,
    KINDS_FILE,
    SCALE,
    VOCABULARY,
    SERVICES,
    MATURITY_MODELS,
    PRODUCT_NAMES,
)
"""Every file that a pack may hold, in the order of the workbook's sheets."""

RETIRED = FileShape(
    "retired.toml",
    Shape(
        (
            Field(
                "questions",
                Names(may_be_empty=True),
                "Fragen",
                "Kennungen, die niemand wieder verwendet.",
                required=False,
            ),
            Field(
                "measures",
                Names(may_be_empty=True),
                "Maßnahmen",
                "Kennungen, die niemand wieder verwendet.",
                required=False,
            ),
        )
    ),
    "Aufgegebene Kennungen; steht neben den Paketen",
)


def files_of(pack: str) -> Iterator[FileShape]:
    """The files that a pack of this id may hold."""
    return (file for file in FILES if pack == BASE or not file.base_only)


def overlay_of(file: FileShape) -> FileShape | None:
    """The file that translates another one: its marks and the words that may be translated; None without such words."""
    shape = _translated(file.shape)
    return None if shape is None else replace(file, shape=shape, about=f"{file.about}: Übersetzung")


def _translated(shape: Shape) -> Shape | None:
    parts: list[Part] = []
    for part in shape.parts:
        if isinstance(part, Field) and part.translated:
            parts.append(replace(part, required=False, only=None))
        elif isinstance(part, Ladder):
            fields = tuple(replace(item, required=False, only=None) for item in part.fields if item.translated)
            if fields:
                parts.append(replace(part, fields=fields))
        elif isinstance(part, Rows):
            inner = _translated(part.shape)
            if inner is not None:
                parts.append(replace(part, shape=inner, required=False))
        elif isinstance(part, Named):
            inner = _translated(part.shape)
            if inner is not None:
                parts.append(replace(part, shape=inner))
    if not parts:
        return None
    if shape.mark:
        parts.insert(0, shape.field(shape.mark))
    return replace(shape, parts=tuple(parts), one_of=())
