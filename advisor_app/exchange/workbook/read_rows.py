"""Rows of sheets as the data of one file of a pack; every cell that does not fit is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advisor_app.content.line_index import Place
from advisor_app.content.shapes.canonical import canonical
from advisor_app.content.shapes.fields import Ladder, Named, Names, Paragraphs, Rows, Versions
from advisor_app.exchange.workbook.cells import from_cell, is_empty
from advisor_app.exchange.workbook.problems import CellError
from advisor_app.exchange.workbook.raw import RawSheet, address
from advisor_app.exchange.workbook.sheets import Column, Sheet
from advisor_app.exchange.workbook.spots import Spot, Spots

Note = Callable[..., None]
"""Notes what is wrong: sheet, cell, the reason's key and its details."""

_FIRST_ROW = 2  # below the headings


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that is not blank."""

    number: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Owner:
    """A table to which rows of other sheets belong."""

    table: dict[str, Any]
    place: Place


Owners = dict[tuple[Any, ...], _Owner]


class FileReader:
    """Reads the sheets of one file."""

    def __init__(self, outermost: Sheet, raw: Mapping[str, RawSheet], note: Note) -> None:
        self.spots = Spots()
        self._outermost = outermost
        self._raw = raw
        self._note = note
        self._positions: dict[str, dict[str, int]] = {}
        self._filled = False

    def read(self) -> dict[str, Any] | None:
        """The file's canonical data, None where nothing of it stands in the workbook."""
        data: dict[str, Any] = {}
        for sheet in self._outermost.titled():
            self._positions[sheet.title] = self._headings(sheet)
        if self._outermost.title:
            self._read_outermost(data)
        for inner in self._outermost.inner:
            self._read_inner(inner, {(): _Owner(data, ())}, ())
        if not self._filled:
            return None
        if self._outermost.title and () not in self.spots.tables:
            self._expect_outermost(data)
        return canonical(self._outermost.shape, data)

    # Rows

    def _read_outermost(self, data: dict[str, Any]) -> None:
        rows = list(self._rows(self._outermost))
        for row in rows[:1]:
            self._fill(self._outermost, row, data, ())
        for row in rows[1:2]:
            self._note(self._outermost.title, address(row.number, 1), "one-row")

    def _expect_outermost(self, data: dict[str, Any]) -> None:
        """Note what is missing where a file has tables, but not the row that heads them."""
        self._fill(self._outermost, _Row(_FIRST_ROW, {}), data, ())

    def _read_inner(self, sheet: Sheet, owners: Owners, family: Place) -> None:
        if isinstance(sheet.part, Ladder):
            self._read_ladder(sheet, sheet.part, owners)
            return
        part = sheet.part
        if not isinstance(part, (Rows, Named)):
            return
        family = (*family, part.key)
        self.spots.families[family] = sheet.title
        found: Owners = {}
        for row in self._rows(sheet):
            owner = self._owner(sheet, row, owners)
            if owner is None:
                continue
            child = self._attached(sheet, part, row, owner[1])
            if child is not None:
                self._fill(sheet, row, child.table, child.place)
                self._keep(sheet, row, owner[0], child, found)
        for inner in sheet.inner:
            self._read_inner(inner, found, family)

    def _attached(self, sheet: Sheet, part: Rows | Named, row: _Row, owner: _Owner) -> _Owner | None:
        """A new table in the one that it belongs to."""
        table: dict[str, Any] = {}
        if isinstance(part, Rows):
            tables = owner.table.setdefault(part.key, [])
            tables.append(table)
            return _Owner(table, (*owner.place, part.key, len(tables) - 1))
        name = self._value(sheet, row, sheet.name) if sheet.name else None
        if name is None:
            return None
        named = owner.table.setdefault(part.key, {})
        if name in named:
            self._note(sheet.title, self._cell(sheet, row, sheet.name), "double-row")
            return None
        named[name] = table
        return _Owner(table, (*owner.place, part.key, name))

    def _keep(self, sheet: Sheet, row: _Row, marks: tuple[Any, ...], child: _Owner, found: Owners) -> None:
        """Keep a table under what other rows call it; two of the same name are an error.

        What no other row names has to be unique only among those of its owner.
        """
        if isinstance(sheet.part, Named):
            found[*marks, child.place[-1]] = child
            return
        mark = child.table.get(sheet.shape.mark) if sheet.shape.mark else None
        if mark is None:
            return
        names = (mark,) if sheet.shape.marked else (*marks, mark)
        if names in found:
            column = next(column for column in sheet.columns if column.path == (sheet.shape.mark,))
            first = self.spots.tables[found[names].place].cell(sheet.shape.mark)
            self._note(sheet.title, self._cell(sheet, row, column), "double-mark", name=mark, first=first)
            return
        found[names] = child

    def _owner(self, sheet: Sheet, row: _Row, owners: Owners) -> tuple[tuple[Any, ...], _Owner] | None:
        marks = tuple(self._value(sheet, row, column) for column in sheet.around)
        if None in marks:
            return None
        if marks not in owners:
            column = sheet.around[-1]
            said = " / ".join(map(str, marks))
            self._note(sheet.title, self._cell(sheet, row, column), "no-such-row", name=said)
            return None
        return marks, owners[marks]

    def _read_ladder(self, sheet: Sheet, part: Ladder, owners: Owners) -> None:
        rows: dict[tuple[Any, ...], dict[int, _Row]] = {}
        for row in self._rows(sheet):
            owner = self._owner(sheet, row, owners)
            position = self._value(sheet, row, sheet.name) if sheet.name else None
            if owner is None or position is None:
                continue
            if not 0 <= position < part.length:
                self._note(sheet.title, self._cell(sheet, row, sheet.name), "out-of-range", low=0, high=part.length - 1)
            elif position in rows.setdefault(owner[0], {}):
                self._note(sheet.title, self._cell(sheet, row, sheet.name), "double-row")
            else:
                rows[owner[0]][position] = row
        for marks, items in rows.items():
            self._climb(sheet, owners[marks], items, part.length)

    def _climb(self, sheet: Sheet, owner: _Owner, items: Mapping[int, _Row], length: int) -> None:
        """Put the lists of a ladder into its table; a list that has items has all of them."""
        first = items[min(items)]
        missing = [position for position in range(length) if position not in items]
        if missing:
            self._note(sheet.title, self._cell(sheet, first, sheet.name), "levels", levels=", ".join(map(str, missing)))
        for column in sheet.columns:
            key = column.path[0]
            texts = {position: self._optional(sheet, row, column) for position, row in items.items()}
            for position, row in ({-1: first} | dict(items)).items():
                place = (*owner.place, key) if position < 0 else (*owner.place, key, position)
                self.spots.tables[place] = self._spot(sheet, row)
            if all(text is None for text in texts.values()):
                continue
            for position, text in texts.items():
                if text is None:
                    self._note(
                        sheet.title, self._cell(sheet, items[position], column), "missing", heading=column.heading
                    )
            owner.table[key] = [texts.get(position) or "" for position in range(length)]

    # Cells

    def _fill(self, sheet: Sheet, row: _Row, table: dict[str, Any], place: Place) -> None:
        """Put a row's values into its table, and note what is missing or has no meaning there."""
        for column in sheet.columns:
            value = self._optional(sheet, row, column)
            if value is not None:
                _put(table, column.path, value)
        spot = self._spot(sheet, row)
        for end in {column.path[:-1] for column in sheet.columns} | {()}:
            self.spots.tables[*place, *end] = spot
        for column in sheet.columns:
            self._judge(sheet, row, column, table)

    def _judge(self, sheet: Sheet, row: _Row, column: Column, table: dict[str, Any]) -> None:
        if column.heading not in self._positions[sheet.title]:
            return  # the column itself is missing, which is noted once
        given = not is_empty(row.cells.get(column.heading))
        applies = column.only is None or column.only.holds(table)
        known = column.only is None or column.only.key in table or not column.only.values
        if given and not applies and known:
            self._note(sheet.title, self._cell(sheet, row, column), "not-here", heading=column.heading)
        elif not given and applies and column.required:
            empty = _empty_value(column)
            if empty is None:
                self._note(sheet.title, self._cell(sheet, row, column), "missing", heading=column.heading)
            else:
                _put(table, column.path, empty)

    def _value(self, sheet: Sheet, row: _Row, column: Column) -> Any:
        """A cell's value; an empty one is an error."""
        if is_empty(row.cells.get(column.heading)):
            self._note(sheet.title, self._cell(sheet, row, column), "missing", heading=column.heading)
        return self._optional(sheet, row, column)

    def _optional(self, sheet: Sheet, row: _Row, column: Column) -> Any:
        """A cell's value, None where it is empty or does not fit."""
        value = row.cells.get(column.heading)
        if is_empty(value):
            return None
        try:
            return from_cell(column.kind, value)
        except CellError as error:
            details = {"heading": column.heading, **error.details}
            self._note(sheet.title, self._cell(sheet, row, column), error.key, **details)
            return None

    def _cell(self, sheet: Sheet, row: _Row, column: Column | None) -> str:
        return address(row.number, self._positions[sheet.title].get(column.heading if column else "", 1))

    def _spot(self, sheet: Sheet, row: _Row) -> Spot:
        positions = self._positions[sheet.title]
        columns = {column.path[-1]: positions.get(column.heading, 1) for column in sheet.columns}
        headings = {column.path[-1]: column.heading for column in sheet.columns}
        inner = {item.part.key: item.title for item in sheet.inner if isinstance(item.part, (Rows, Named))}
        ladders = [item for item in sheet.inner if isinstance(item.part, Ladder)]
        inner |= {column.path[0]: column.heading for item in ladders for column in item.columns}
        return Spot(sheet.title, row.number, columns, {**inner, **headings})

    # Sheets

    def _rows(self, sheet: Sheet) -> Iterator[_Row]:
        positions = self._positions.get(sheet.title, {})
        raw = self._raw.get(sheet.title)
        for number, cells in enumerate(() if raw is None else raw.rows[1:], start=_FIRST_ROW):
            if not all(map(is_empty, cells)):
                self._filled = True
                by_heading = {name: cells[at - 1] for name, at in positions.items() if at <= len(cells)}
                yield _Row(number, by_heading)

    def _headings(self, sheet: Sheet) -> dict[str, int]:
        """Where each column stands; note those that are missing, unknown or doubled, and cells without a heading."""
        raw = self._raw.get(sheet.title)
        if raw is None:
            return {}
        wanted = [column.heading for column in sheet.all_columns]
        found: dict[str, int] = {}
        first = raw.rows[0] if raw.rows else ()
        for at in range(1, max(map(len, raw.rows), default=0) + 1):
            value = first[at - 1] if at <= len(first) else None
            heading = value.strip() if isinstance(value, str) else value
            if is_empty(value):
                self._note_below(sheet, raw, at)
            elif heading not in wanted:
                self._note(sheet.title, address(1, at), "unknown-column", columns=", ".join(wanted))
            elif heading in found:
                self._note(sheet.title, address(1, at), "double-column", heading=heading)
            else:
                found[heading] = at
        for heading in wanted:
            if heading not in found:
                self._note(sheet.title, "", "missing-column", heading=heading)
        return found

    def _note_below(self, sheet: Sheet, raw: RawSheet, at: int) -> None:
        for number, cells in enumerate(raw.rows[1:], start=_FIRST_ROW):
            if len(cells) >= at and not is_empty(cells[at - 1]):
                self._note(sheet.title, address(number, at), "no-heading")
                return


def _empty_value(column: Column) -> Any:
    """What an empty cell of a column that has to be there means; None where it means nothing."""
    match column.kind:
        case Paragraphs(may_be_empty=True) | Names(may_be_empty=True):
            return []
        case Versions():
            return {}
        case _:
            return None


def _put(table: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        table = table.setdefault(key, {})
    table[path[-1]] = value
