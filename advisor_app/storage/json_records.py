"""Domain values as JSON and back, for the log and for records that are read whole."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

LONGEST_RECORD = 1024**2
"""Letters of a record's JSON."""

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
    """The domain value of a JSON text; raises ValueError where it does not fit.

    Its message names places and kinds of faults only: what people wrote must not get into a log.
    """
    try:
        value: T = _adapter(kind).validate_json(text)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        places = (f"{'.'.join(map(str, fault['loc']))}: {fault['type']}" for fault in faults)
        raise ValueError(f"{kind}: {', '.join(places)}") from None
    return value
