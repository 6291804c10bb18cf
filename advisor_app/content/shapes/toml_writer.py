"""Writes canonical data as TOML: the same data give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from advisor_app.content.shapes.fields import Field, Group, Ladder, Named, Part, Rows, Shape, Versions

_WIDTH = 120
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}


def write_toml(shape: Shape, data: Mapping[str, Any]) -> str:
    """A file with these canonical data."""
    return "\n".join(_table(shape, data, "")).lstrip("\n") + "\n"


def _table(shape: Shape, data: Mapping[str, Any], path: str) -> Iterator[str]:
    """Keys first, then the tables within: below a header every key would belong to it."""
    for part in shape.parts:
        for key in _plain_keys(part):
            if key in data:
                yield from _pair(key, data[key])
    for part in shape.parts:
        yield from _tables_of(part, data, path)


def _plain_keys(part: Part) -> tuple[str, ...]:
    match part:
        case Field():
            return () if isinstance(part.kind, Versions) else (part.key,)
        case Ladder():
            return tuple(field.key for field in part.fields)
        case Rows():
            return (part.key,) if part.inline else ()
        case _:
            return ()


def _tables_of(part: Part, data: Mapping[str, Any], path: str) -> Iterator[str]:
    key = "" if isinstance(part, Ladder) else part.key
    if key not in data:
        return
    header = f"{path}.{key}" if path else key
    match part:
        case Rows() if not part.inline:
            for table in data[key]:
                yield from ("", f"[[{header}]]")
                yield from _table(part.shape, table, header)
        case Named():
            for name, table in data[key].items():
                yield f"[{header}.{_key(name)}]"
                yield from _table(part.shape, table, f"{header}.{_key(name)}")
        case Group():
            yield from (*([""] if not path else []), f"[{header}]")
            yield from _table(Shape(part.fields), data[key], header)
        case Field(kind=Versions()):
            yield from ("", f"[{header}]")
            for name, version in data[key].items():
                yield from _pair(name, version)
        case _:
            return


def _pair(key: str, value: Any) -> Iterator[str]:
    """A key with its value, a list on several lines where it would be too long for one."""
    line = f"{_key(key)} = {_value(value)}"
    if not isinstance(value, list) or len(line) <= _WIDTH:
        yield line
        return
    yield f"{_key(key)} = ["
    for part in value:
        yield f"    {_value(part)},"
    yield "]"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _text(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            return f"{{ {', '.join(f'{_key(key)} = {_value(part)}' for key, part in value.items())} }}"
        case _:
            raise TypeError(value)


def _text(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _SHORT_ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}")
