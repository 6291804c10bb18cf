"""Domain values as JSON and back, for the log and for records that are read whole."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

# An adapter takes a millisecond to build and is needed at every commit.
_adapters: dict[Any, TypeAdapter[Any]] = {}


def _adapter(kind: Any) -> TypeAdapter[Any]:
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def to_json(value: object) -> str:
    """JSON text of a domain value."""
    return _adapter(type(value)).dump_json(value).decode()


def from_json(kind: type[T], text: str) -> T:
    """The domain value of a JSON text; raises pydantic's ValidationError where it does not fit."""
    value: T = _adapter(kind).validate_json(text)
    return value
