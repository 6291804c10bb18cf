"""Data of a pack's file as rows of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from advisor_app.content.shapes.fields import Ladder, Named, Rows
from advisor_app.exchange.workbook.cells import Cell, to_cell
from advisor_app.exchange.workbook.sheets import Column, Sheet

Table = Mapping[str, Any]


def rows_of(outermost: Sheet, data: Table) -> Iterator[tuple[Sheet, list[Cell]]]:
    """Every row of a file's canonical data with its sheet; the rows of one sheet come in their order."""
    if outermost.title:
        yield outermost, [_cell(column, data) for column in outermost.columns]
    yield from _within(outermost, data, ())


def _within(sheet: Sheet, table: Table, marks: tuple[Cell, ...]) -> Iterator[tuple[Sheet, list[Cell]]]:
    for inner in sheet.inner:
        for name, child in _tables(inner, table):
            names = [] if inner.name is None else [name]
            yield inner, [*marks, *names, *(_cell(column, child) for column in inner.columns)]
            yield from _within(inner, child, _marks(inner, child, marks, name))


def _tables(sheet: Sheet, table: Table) -> Iterator[tuple[Cell, Table]]:
    """The tables of a sheet within one table, each with its name or position."""
    match sheet.part:
        case Rows() as part:
            yield from ((None, child) for child in table.get(part.key, ()))
        case Named() as part:
            yield from table.get(part.key, {}).items()
        case Ladder() as part:
            lists = {field.key: table[field.key] for field in part.fields if field.key in table}
            for position in range(max(map(len, lists.values()), default=0)):
                yield position, {key: values[position] for key, values in lists.items()}
        case _:
            return


def _marks(sheet: Sheet, table: Table, marks: tuple[Cell, ...], name: Cell) -> tuple[Cell, ...]:
    """What rows within a table name it by."""
    if isinstance(sheet.part, Named):
        return (*marks, name)
    if sheet.shape.mark:
        return (to_cell(sheet.shape.field(sheet.shape.mark).kind, table[sheet.shape.mark]),)
    return ()


def _cell(column: Column, table: Table) -> Cell:
    value: Any = table
    for key in column.path:
        if key not in value:
            return None
        value = value[key]
    return to_cell(column.kind, value)
