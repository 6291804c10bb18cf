"""The measures of a plan as CSV, one row each; the plan's head is not part of the file.

The columns ``id`` and ``title`` are required. Any other that the file lacks leaves its field as it is, an empty cell
empties it.

- ``id`` (U1), ``title``, ``template`` (a measure of the catalogue), ``dimension`` (an id of the catalogue or free
  text), ``description``, ``first_step``, ``goal``, ``responsible``, ``participants``, ``indicator``,
  ``indicator_target``, ``risk``, ``countermeasure``: text
- ``benefit``, ``effort``: 1 to 5
- ``priority``: A, B or C where somebody overrides the computed one, with its ``priority_reason``
- ``start``, ``end``: 2027-03-01, 01.03.2027 or 03/2027 (a month means its first or its last day)
- ``predecessors``: ids, separated by commas or blanks
- ``cost_once``, ``cost_yearly``: EUR (4000, 2428.50 or 2.428,50), empty while they are open; ``cost_class``: 1 to 3
- ``grants``: one line each, ``programme | quota in % | amount in EUR | state`` (offen, beantragt, bewilligt)
- ``milestones``: one line each, ``title | day``
- ``state``: vorgeschlagen, geplant, läuft, erledigt or entfällt
- ``position``: place in the order, from 0

Which step of a rollout a measure stands for is no column: it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar

from advisor_app.domain.amounts import format_amount, parse_amount
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.months import parse_end, parse_start
from advisor_app.domain.plan import Grant, GrantState, Measure, MeasureState, Priority
from advisor_app.domain.plausibility import LONGEST_TEXT
from advisor_app.domain.use_case import Milestone
from advisor_app.exchange.csv_table import CsvRow, read_rows, write_rows
from advisor_app.exchange.list_cells import join_entries, split_entries
from advisor_app.exchange.source_file import refuse
from advisor_app.texts import Texts

E = TypeVar("E", bound=Enum)

COLUMNS = tuple(field.name for field in fields(Measure) if field.name != "rollout")
REQUIRED = ("id", "title")
MOST_POSITIONS = 1_000_000

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """One row: the fields that the file gives for the measure with this id."""

    line: int
    id: str
    title: str
    fields: Mapping[str, Any]

    def applied(self, before: Measure | None, position: int) -> Measure:
        """The measure after this row; a new one takes ``position`` unless the file gives its own."""
        measure = before or Measure(id=self.id, title=self.title, position=position)
        return replace(measure, **self.fields)


def read_plan(data: bytes, file: str, texts: Texts) -> tuple[MeasureRow, ...]:
    """All rows of a file; raises AdvisorError(FILE_FORMAT) with line and reason for the first that does not fit."""
    lines: dict[str, int] = {}
    rows = []
    for source in read_rows(data, file, COLUMNS, REQUIRED, texts):
        row = _read_row(source, file, texts)
        first = lines.setdefault(row.id, row.line)
        if first != row.line:
            refuse(file, row.line, texts("exchange.plan.double-id", name=row.id, line=first))
        rows.append(row)
    return tuple(rows)


def write_plan(measures: Iterable[Measure]) -> bytes:
    """Measures as a file; ``read_plan`` reads the same from it."""
    return write_rows(COLUMNS, [{name: _written(measure, name) for name in COLUMNS} for measure in measures])


def _read_row(source: CsvRow, file: str, texts: Texts) -> MeasureRow:
    values = {name: _READERS[name](_Cell(source, name, file, texts)) for name in source.cells}
    name = values.pop("id")
    return MeasureRow(line=source.line, id=name, title=values["title"], fields=MappingProxyType(values))


class _Cell:
    """One cell that is being understood; a part of one where ``text`` is given."""

    def __init__(self, row: CsvRow, column: str, file: str, texts: Texts, text: str | None = None) -> None:
        self._row = row
        self._column = column
        self._file = file
        self._texts = texts
        self._raw = row.cells[column] if text is None else text
        self._text = self._raw.strip()

    def _refuse(self, key: str, **details: str | int) -> NoReturn:
        refuse(self._file, self._row.line, self._texts(f"exchange.plan.{key}", column=self._column, **details))

    def text(self) -> str:
        if len(self._raw) > LONGEST_TEXT:
            self._refuse("too-long", limit=LONGEST_TEXT)
        return self._raw

    def text_or_none(self) -> str | None:
        return self.text() or None

    def id(self) -> str:
        if not _ID.fullmatch(self._text):
            self._refuse("bad-id", value=self._text)
        return self._text

    def ids(self) -> tuple[str, ...]:
        names = [name for name in re.split(r"[,;\s]+", self._text) if name]
        return tuple(dict.fromkeys(self._part(name).id() for name in names))

    def number(self, low: int, high: int) -> int | None:
        if not self._text:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", self._text) or not low <= int(self._text) <= high:
            self._refuse("bad-number", value=self._text, low=low, high=high)
        return int(self._text)

    def amount(self) -> int | None:
        cents = parse_amount(self._text) if self._text else None
        if self._text and cents is None:
            self._refuse("bad-amount", value=self._text)
        return cents

    def day(self, parse: Callable[[str], date]) -> date | None:
        try:
            return parse(self._text) if self._text else None
        except AdvisorError:
            self._refuse("bad-date", value=self._text)

    def word(self, words: type[E]) -> E | None:
        found = next((word for word in words if word.value.casefold() == self._text.casefold()), None)
        if self._text and found is None:
            self._refuse("unknown-word", value=self._text, words=", ".join(word.value for word in words))
        return found

    def grants(self) -> tuple[Grant, ...]:
        return tuple(
            Grant(
                programme=programme.text(),
                quota_percent=quota.number(0, 100),
                amount=amount.amount(),
                state=state.word(GrantState) or GrantState.OPEN,
            )
            for programme, quota, amount, state in self._entries(4)
        )

    def milestones(self) -> tuple[Milestone, ...]:
        return tuple(Milestone(title=title.text(), on=day.day(parse_end)) for title, day in self._entries(2))

    def _entries(self, length: int) -> Iterable[list[_Cell]]:
        for parts in split_entries(self._raw):
            if len(parts) > length:
                self._refuse("parts", length=length)
            yield [self._part(part) for part in (*parts, *[""] * (length - len(parts)))]

    def _part(self, text: str) -> _Cell:
        return _Cell(self._row, self._column, self._file, self._texts, text)


_READERS: Mapping[str, Callable[[_Cell], Any]] = {
    **dict.fromkeys(COLUMNS, _Cell.text),
    "id": _Cell.id,
    "template": _Cell.text_or_none,
    "benefit": lambda cell: cell.number(1, 5),
    "effort": lambda cell: cell.number(1, 5),
    "priority": lambda cell: cell.word(Priority),
    "start": lambda cell: cell.day(parse_start),
    "end": lambda cell: cell.day(parse_end),
    "predecessors": _Cell.ids,
    "cost_once": _Cell.amount,
    "cost_yearly": _Cell.amount,
    "cost_class": lambda cell: cell.number(1, 3),
    "grants": _Cell.grants,
    "milestones": _Cell.milestones,
    "state": lambda cell: cell.word(MeasureState) or MeasureState.PROPOSED,
    "position": lambda cell: cell.number(0, MOST_POSITIONS) or 0,
}


def _written(measure: Measure, column: str) -> str:
    match column:
        case "cost_once" | "cost_yearly":
            return _amount(getattr(measure, column))
        case "predecessors":
            return ", ".join(measure.predecessors)
        case "grants":
            return join_entries(
                (item.programme, _plain(item.quota_percent), _amount(item.amount), item.state.value)
                for item in measure.grants
            )
        case "milestones":
            return join_entries((item.title, _plain(item.on)) for item in measure.milestones)
        case _:
            return _plain(getattr(measure, column))


def _plain(value: str | int | date | Enum | None) -> str:
    match value:
        case None:
            return ""
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _amount(cents: int | None) -> str:
    return "" if cents is None else format_amount(cents)
