"""Values of a pack as cells of a workbook, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from advisor_app.content.shapes.canonical import shortest, tidy
from advisor_app.content.shapes.fields import (
    Choice,
    Clock,
    Day,
    Exact,
    Flag,
    Id,
    Integer,
    Integers,
    Kind,
    Names,
    Paragraphs,
    Prose,
    Version,
    Versions,
    When,
)
from advisor_app.content.table import is_id
from advisor_app.exchange.workbook.conditions import condition_text, read_condition_text
from advisor_app.exchange.workbook.problems import CellError
from advisor_app.exchange.workbook.raw import Unusable

Cell = str | int | float | date | None

YES, NO = "ja", "nein"

_FIRST_DAY = date(1900, 3, 1)  # before it spreadsheets disagree on days
_INTEGER = re.compile(r"-?\d{1,15}")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def to_cell(kind: Kind, value: Any) -> Cell:
    """The cell of a canonical value."""
    match kind:
        case Exact():
            as_float = float(value)
            return as_float if Decimal(repr(as_float)) == value else str(value)
        case Flag():
            return YES if value else NO
        case Day():
            return value if value >= _FIRST_DAY else str(value)
        case Clock():
            return str(value.isoformat("auto") if value.second or value.microsecond else value.isoformat("minutes"))
        case Choice():
            return kind.words[value]
        case Paragraphs():
            return "\n".join(map(_one_line, value))
        case Names():
            return ", ".join(value)
        case Integers():
            return "; ".join(map(str, value))
        case When():
            return condition_text(value)
        case Versions():
            return "\n".join(f"{name} {version}" for name, version in value.items())
        case Prose() | Id() | Version() | Integer():
            text: str | int = value
            return text


def from_cell(kind: Kind, value: object) -> Any:
    """The canonical value of a cell that is not empty; raises CellError."""
    if isinstance(value, Unusable):
        raise CellError(value.key)
    return _READERS[type(kind)](kind, value)


def is_empty(value: object) -> bool:
    """Whether nothing stands in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def _text(_kind: Kind, value: object) -> str:
    if isinstance(value, str):
        return tidy(value)
    raise CellError("wanted-text")


def _id(kind: Kind, value: object) -> str:
    text = _text(kind, value)
    if not is_id(text):
        raise CellError("wanted-id")
    return text


def _integer(_kind: Kind, value: object) -> int:
    if isinstance(value, str) and _INTEGER.fullmatch(value.strip()):
        return int(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 10**15 and value == int(value):
        return int(value)
    raise CellError("wanted-integer")


def _exact(_kind: Kind, value: object) -> int | Decimal:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number and not isinstance(value, str):
        raise CellError("wanted-number")
    try:
        number = Decimal(repr(value) if is_number else str(value).strip().replace(",", "."))
    except InvalidOperation:
        raise CellError("wanted-number") from None
    if not number.is_finite() or number.adjusted() > 12 or int(number.as_tuple().exponent) < -20:
        raise CellError("wanted-number")
    return shortest(number)


def _flag(_kind: Kind, value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.strip().casefold() if isinstance(value, str) else ""
    if word not in {YES, NO}:
        raise CellError("wanted-flag")
    return word == YES


def _day(_kind: Kind, value: object) -> date:
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        german = _GERMAN_DAY.fullmatch(value.strip())
        try:
            if german:
                return date(int(german[3]), int(german[2]), int(german[1]))
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    raise CellError("wanted-day")


def _clock(_kind: Kind, value: object) -> time:
    if isinstance(value, time):
        return value
    if isinstance(value, str):
        if match := _CLOCK.fullmatch(value.strip()):
            return time(int(match[1]), int(match[2]), int(match[3] or 0))
        try:
            found = time.fromisoformat(value.strip())
        except ValueError:
            found = None
        if found is not None and found.tzinfo is None:
            return found
    raise CellError("wanted-clock")


def _choice(kind: Kind, value: object) -> str:
    words = kind.words if isinstance(kind, Choice) else {}
    said = str(value).strip().casefold() if isinstance(value, (str, int)) else ""
    for key, word in words.items():
        if word.casefold() == said:
            return key
    raise CellError("unknown-word", words=", ".join(words.values()))


def _paragraphs(kind: Kind, value: object) -> list[str]:
    found = [_several_lines(line.strip()) for line in _text(kind, value).split("\n") if line.strip()]
    return [text for text in map(tidy, found) if text]


def _names(kind: Kind, value: object) -> list[str]:
    found = [name.strip() for name in re.split(r"[,;\n]", _text(kind, value)) if name.strip()]
    allowed = kind.words if isinstance(kind, Names) else None
    for name in found:
        if allowed is not None and name not in allowed:
            raise CellError("unknown-word", words=", ".join(allowed))
    return found


def _integers(kind: Kind, value: object) -> list[int]:
    if not isinstance(value, str):
        return [_integer(kind, value)]
    return [_integer(kind, part) for part in re.split(r"[,;\n–]", value) if part.strip()]


def _when(kind: Kind, value: object) -> dict[str, Any]:
    return read_condition_text(_text(kind, value))


def _versions(kind: Kind, value: object) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _text(kind, value).split("\n"):
        parts = line.split()
        if len(parts) not in {0, 2} or (parts and parts[0] in found):
            raise CellError("wanted-versions")
        if parts:
            found[parts[0]] = parts[1]
    return found


def _one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _several_lines(line: str) -> str:
    return re.sub(r"\\(.?)", lambda match: {"n": "\n", "\\": "\\"}.get(match[1], match[0]), line)


_READERS: dict[type[Any], Callable[[Kind, object], Any]] = {
    Prose: _text,
    Id: _id,
    Version: _text,
    Integer: _integer,
    Exact: _exact,
    Flag: _flag,
    Day: _day,
    Clock: _clock,
    Choice: _choice,
    Paragraphs: _paragraphs,
    Names: _names,
    Integers: _integers,
    When: _when,
    Versions: _versions,
}


def list_words(kind: Kind) -> Iterable[str]:
    """The words that a cell may hold, none where it is not one of a closed list."""
    if isinstance(kind, Choice):
        return tuple(kind.words.values())
    return (YES, NO) if isinstance(kind, Flag) else ()
