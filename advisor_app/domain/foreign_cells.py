"""What cells of a foreign table mean: numbers, days, months, words of a list, as spreadsheets and people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum

from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.folding import fold
from advisor_app.domain.foreign_table import Cell, UnreadableCell, words_of
from advisor_app.domain.months import first_day, parse_start
from advisor_app.domain.plausibility import LONGEST_TEXT
from advisor_app.domain.words import typed

Value = str | Decimal | date
"""What a cell can mean; a month is its first day, a word of a list the value it stands for."""

_SERIAL_START = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Days since then that stand for a date: from 1954 to 2119."""

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?", re.ASCII)
_GROUPED = {
    ",": re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d{1,10})?", re.ASCII),
    ".": re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d{1,10}", re.ASCII),
}
"""Numbers with thousands in groups, by the sign before their decimals; ``1.234`` is German."""

_UNIT = re.compile(r"\s*(?:%|€|EUR)\s*", re.IGNORECASE)
_NO_CENTS = re.compile(r"(?<=\d),(?:-{1,2}|–|—)$")
"""How prices without cents are written: ``4.800,-``."""
_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")
_YEAR_MONTH = re.compile(r"(20\d{2})[-./ ]?(0[1-9]|1[0-2])", re.ASCII)
_NAMED_MONTH = re.compile(r"([^\W\d_]{3,9})\.?[-/' ]*((?:20)?\d{2})")
_MONTHS = (
    ("jan", "januar", "january", "jän", "jänner"),
    ("feb", "februar", "february"),
    ("mar", "mär", "mrz", "märz", "march"),
    ("apr", "april"),
    ("mai", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dez", "dezember", "dec", "december"),
)


class ColumnKind(Enum):
    """What the cells of a column mean."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetField:
    """A field that a column can fill.

    ``aliases`` are headings by which it is known; ``choices`` the values of a list, each with the words that mean it.
    Numbers lie from ``lowest`` to ``highest``; ``whole`` ones have no fraction. Texts have at most ``longest`` letters:
    where nothing else is said as many as the window takes, so that tables of the program's own come back whole.
    """

    name: str
    kind: ColumnKind = ColumnKind.TEXT
    required: bool = False
    aliases: tuple[str, ...] = ()
    choices: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    lowest: int = 0
    highest: int = 10**9
    whole: bool = False
    longest: int = LONGEST_TEXT


class CellError(Exception):
    """A cell does not fit its field; ``key`` names the reason under ``imports.fault`` in the texts."""

    def __init__(self, key: str, **details: str | int) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


def read_cell(target: TargetField, cell: Cell) -> Value | None:
    """What a cell means for a field, None where it is empty; raises CellError."""
    if isinstance(cell, UnreadableCell):
        raise CellError(cell.key)
    words = typed(words_of(cell)).strip()  # other programs leave marks in their cells that nobody sees
    if not words:
        if target.required:
            raise CellError("missing")
        return None
    match target.kind:
        case ColumnKind.TEXT:
            return _text(target, words)
        case ColumnKind.NUMBER:
            return _bounded(target, _number(cell, words))
        case ColumnKind.DATE:
            return _day(cell, words)
        case ColumnKind.MONTH:
            return _month(cell, words)
        case ColumnKind.CHOICE:
            return _choice(target, words)


def _text(target: TargetField, words: str) -> str:
    if len(words) > target.longest:
        raise CellError("too-long", limit=target.longest)
    return words


def _number(cell: Cell, words: str) -> Decimal:
    if isinstance(cell, bool):
        raise CellError("no-number", value=words)
    if isinstance(cell, int | float):
        plain = repr(cell)
        number = Decimal(plain) if plain not in {"nan", "inf", "-inf"} else None
        if number is None or abs(number) > 10**15:
            raise CellError("no-number", value=words)
        return number
    plain = _UNIT.sub("", words).replace(" ", "").replace("'", "").replace("−", "-")
    plain = _NO_CENTS.sub("", plain)
    if _GROUPED[","].fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _GROUPED["."].fullmatch(plain):
        plain = plain.replace(",", "")
    else:
        plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise CellError("no-number", value=words)
    return Decimal(plain)


def _bounded(target: TargetField, number: Decimal) -> Decimal:
    if target.whole and number != number.to_integral_value():
        raise CellError("no-whole-number", value=str(number))
    if not target.lowest <= number <= target.highest:
        raise CellError("out-of-range", value=str(number), low=target.lowest, high=target.highest)
    return number


def _day(cell: Cell, words: str) -> date:
    day = _known_day(cell, words)
    if day is None:
        try:
            day = parse_start("".join(_MIDNIGHT.sub("", words).split()))
        except AdvisorError:
            raise CellError("no-date", value=words) from None
    if not 1900 <= day.year < 2200:  # others are slips of the pen
        raise CellError("no-date", value=words)
    return day


def _known_day(cell: Cell, words: str) -> date | None:
    """The day of a cell that is one, or of the number that a spreadsheet counts its days with."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        return None
    serial = cell if isinstance(cell, int | float) else int(words) if words.isascii() and words.isdigit() else None
    if serial is None or not _SERIALS.start <= serial < _SERIALS.stop:
        return None
    return _SERIAL_START + timedelta(days=int(serial))


def _month(cell: Cell, words: str) -> date:
    plain = words.casefold()
    if (match := _YEAR_MONTH.fullmatch(plain)) is not None:
        return first_day(int(match[1]), int(match[2]))
    if (match := _NAMED_MONTH.fullmatch(plain)) is not None:
        month = next((number for number, names in enumerate(_MONTHS, 1) if match[1] in names), None)
        if month is not None:
            return first_day(int(match[2]) % 100 + 2000, month)
    try:
        day = _day(cell, words)
    except CellError:
        raise CellError("no-month", value=words) from None
    return day.replace(day=1)


def _choice(target: TargetField, words: str) -> str:
    said = fold(words)
    for value, known in target.choices:
        if said in {fold(word) for word in (value, *known)}:
            return value
    raise CellError(
        "no-choice", value=words, choices=", ".join(known[0] if known else value for value, known in target.choices)
    )
