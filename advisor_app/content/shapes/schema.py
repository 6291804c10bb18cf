"""JSON schemas (draft 2020-12) of the files of packs, for editors that understand TOML.

They say what one file can say by itself; whether ids exist and texts fit their place is told by the content check.
Dates and times of TOML count as the texts that they are written as.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from advisor_app.content.shapes.fields import (
    Choice,
    Clock,
    Day,
    Exact,
    Field,
    FileShape,
    Flag,
    Group,
    Id,
    Integer,
    Integers,
    Kind,
    Ladder,
    Named,
    Names,
    Only,
    Paragraphs,
    Part,
    Prose,
    Rows,
    Shape,
    Version,
    Versions,
    When,
)
from advisor_app.content.shapes.pack_files import FILES, RETIRED, overlay_of
from advisor_app.content.shapes.shared import KINDS

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NOT_BLANK: Schema = {"type": "string", "pattern": "\\S"}
_ID: Schema = {
    "type": "string",
    "maxLength": 60,
    "pattern": "^[A-Za-zÄÖÜäöüß0-9]+([.-][A-Za-zÄÖÜäöüß0-9]+)*$",
}
_VERSION: Schema = {"type": "string", "pattern": "^(0|[1-9][0-9]{0,5})(\\.(0|[1-9][0-9]{0,5})){2}$"}


def schema_files() -> Mapping[str, str]:
    """Every schema by its file's name."""
    found: dict[str, str] = {}
    for file in (*FILES, RETIRED):
        stem = file.name.removesuffix(".toml")
        shapes = {f"{stem}.schema.json": file, f"{stem}.overlay.schema.json": overlay_of(file)}
        for name, shape in shapes.items():
            if shape is not None:
                found[name] = json.dumps(schema_of(shape, name), ensure_ascii=False, indent=2) + "\n"
    return found


def schema_of(file: FileShape, name: str) -> Schema:
    """The schema of a file."""
    schema: Schema = {"$schema": _DRAFT, "$id": name, "title": file.about, **_table(file.shape)}
    if _has_condition(file.shape):
        schema["$defs"] = {"condition": _condition()}
    return schema


def _table(shape: Shape) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {key: value for part in shape.parts for key, value in _properties(part)},
        "required": [key for part in shape.parts for key in _required(part)],
        "additionalProperties": False,
    }
    rules = list(_conditional(shape))
    if rules:
        schema["allOf"] = rules
    if shape.one_of:
        schema["oneOf"] = [{"required": [key]} for key in shape.one_of]
    return schema


def _properties(part: Part) -> Iterator[tuple[str, Schema]]:
    match part:
        case Field():
            yield part.key, _described(part)
        case Ladder():
            for field in part.fields:
                yield field.key, _described(field)
        case Group():
            yield part.key, _table(Shape(part.fields))
        case Rows():
            yield part.key, {"type": "array", "title": part.shape.sheet, "items": _table(part.shape)}
        case Named():
            names = dict.fromkeys(part.names, _table(part.shape))
            yield (
                part.key,
                {"type": "object", "title": part.shape.sheet, "properties": names, "additionalProperties": False},
            )


def _required(part: Part) -> Iterator[str]:
    match part:
        case Ladder():
            yield from (field.key for field in part.fields if field.required and field.only is None)
        case Field():
            yield from [part.key] * (part.required and part.only is None)
        case Group() | Rows():
            yield from [part.key] * part.required
        case Named():
            return


def _conditional(shape: Shape) -> Iterator[Schema]:
    """What is there only where another key says so: required then if it is, and else not there."""
    fields = [field for part in shape.parts for field in (part.fields if isinstance(part, Ladder) else [part])]
    bound: dict[Only, list[Field]] = {}
    for field in fields:
        if isinstance(field, Field) and field.only is not None:
            bound.setdefault(field.only, []).append(field)
    for only, members in bound.items():
        test: Schema = {"required": [only.key]}
        if only.values:
            test["properties"] = {only.key: {"enum": list(only.values)}}
        rule: Schema = {"if": test}
        required = [field.key for field in members if field.required]
        if required:
            rule["then"] = {"required": required}
        yield {**rule, "else": {"properties": {field.key: False for field in members}}}


def _described(field: Field) -> Schema:
    words = {"title": field.heading, **({"description": field.about} if field.about else {})}
    return {**words, **_value(field.kind)}


def _value(kind: Kind) -> Schema:  # a case for each kind of value
    match kind:
        case Prose():
            return {**_NOT_BLANK, **({"maxLength": kind.longest} if kind.longest else {})}
        case Id():
            return _ID
        case Version():
            return _VERSION
        case Integer():
            return {"type": "integer", "minimum": kind.low, "maximum": kind.high}
        case Exact():
            return {"type": "number"}
        case Flag():
            return {"type": "boolean"}
        case Day():
            return {"type": "string", "format": "date"}
        case Clock():
            return {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$"}
        case Choice():
            return {"enum": list(kind.words)}
        case Paragraphs():
            return {"type": "array", "items": _NOT_BLANK, **_length(kind.length, may_be_empty=kind.may_be_empty)}
        case Names():
            names = _NOT_BLANK if kind.words is None else {"enum": list(kind.words)}
            return {"type": "array", "items": names, **_length(None, may_be_empty=kind.may_be_empty)}
        case Integers():
            return {"type": "array", "items": {"type": "integer"}, **_length(kind.length, may_be_empty=False)}
        case When():
            return {"$ref": "#/$defs/condition"}
        case Versions():
            return {"type": "object", "propertyNames": _NOT_BLANK, "additionalProperties": _VERSION}


def _length(length: int | None, *, may_be_empty: bool) -> Schema:
    if length is not None:
        return {"minItems": length, "maxItems": length}
    return {} if may_be_empty else {"minItems": 1}


def _has_condition(shape: Shape) -> bool:
    for part in shape.parts:
        if isinstance(part, Field) and isinstance(part.kind, When):
            return True
        if isinstance(part, (Rows, Named)) and _has_condition(part.shape):
            return True
    return False


def _condition() -> Schema:
    def form(required: str, **properties: Schema) -> Schema:
        return {"properties": properties, "required": [required], "additionalProperties": False}

    inner: Schema = {"$ref": "#/$defs/condition"}
    several: Schema = {"type": "array", "items": inner, "minItems": 1}
    number: Schema = {"type": "number"}
    comparison = form("question", question=_ID, at_least=number, at_most=number)
    return {
        "type": "object",
        "oneOf": [
            {**comparison, "anyOf": [{"required": ["at_least"]}, {"required": ["at_most"]}]},
            form("area_chosen", area_chosen=_ID),
            form("commune_kind", commune_kind={"enum": list(KINDS)}),
            form("all", all=several),
            form("any", any=several),
            form("not", **{"not": inner}),
        ],
    }
