"""The one form in which a pack's data are written: keys in the description's order, nothing that goes without saying.

Works on data of which the reader has no complaint; comments and layout of the file they came from are gone.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from advisor_app.content.shapes.fields import (
    Exact,
    Field,
    Flag,
    Group,
    Kind,
    Ladder,
    Named,
    Names,
    Paragraphs,
    Part,
    Prose,
    Rows,
    Shape,
    When,
)

_CONDITION_KEYS = ("question", "at_least", "at_most", "area_chosen", "commune_kind", "all", "any", "not")


def canonical(shape: Shape, data: dict[str, Any]) -> dict[str, Any]:
    """The data of a table in canonical form."""
    found: dict[str, Any] = {}
    for part in shape.parts:
        found.update(_canonical_part(part, data))
    return found


def tidy(text: str) -> str:
    """A text as the reader takes it: without blanks around it, each line end one character."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def shortest(number: int | Decimal) -> int | Decimal:
    """A number without zeros that say nothing."""
    exact = Decimal(number)
    whole = int(exact)
    return whole if exact == whole else Decimal(format(exact, "f").rstrip("0"))


def _canonical_part(part: Part, data: dict[str, Any]) -> dict[str, Any]:
    match part:
        case Field():
            return _canonical_field(part, data)
        case Ladder():
            return {key: value for field in part.fields for key, value in _canonical_field(field, data).items()}
        case Group():
            if part.key not in data:
                return {}
            inner = canonical(Shape(part.fields), data[part.key])
            return {part.key: inner} if inner or part.required else {}
        case Rows():
            tables = [canonical(part.shape, table) for table in data.get(part.key, ())]
            return {part.key: tables} if tables else {}
        case Named():
            named = {name: canonical(part.shape, table) for name, table in data.get(part.key, {}).items()}
            return {part.key: named} if named else {}


def _canonical_field(field: Field, data: dict[str, Any]) -> dict[str, Any]:
    if field.key not in data:
        return {}
    value = _canonical_value(field.kind, data[field.key])
    goes_without_saying = value is False or (value == [] and not field.required)
    return {} if goes_without_saying else {field.key: value}


def _canonical_value(kind: Kind, value: Any) -> Any:
    match kind:
        case Prose():
            return tidy(value)
        case Paragraphs() | Names():
            return [tidy(text) for text in value]
        case Exact():
            return shortest(value)
        case Flag():
            return bool(value)
        case When():
            return canonical_condition(value)
        case _:
            return value


def canonical_condition(condition: dict[str, Any]) -> dict[str, Any]:
    """A condition with its keys in order."""
    found: dict[str, Any] = {}
    for key in _CONDITION_KEYS:
        if key not in condition:
            continue
        value = condition[key]
        match key:
            case "at_least" | "at_most":
                found[key] = shortest(value)
            case "all" | "any":
                found[key] = [canonical_condition(part) for part in value]
            case "not":
                found[key] = canonical_condition(value)
            case _:
                found[key] = value
    return found
