"""Laying out tables: how wide the columns are, and what stands in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum, inf

from advisor_app.documents.blocks import Align, Cell, Column, Fact, FactTable, Lines, Row, RowKind, Table, Text
from advisor_app.documents.paper_blocks import TickBox
from advisor_app.documents.render.structure import Element
from advisor_app.documents.render.table_box import CellBox, RowBox, TableBox
from advisor_app.documents.render.text_box import text_box
from advisor_app.documents.render.typesetting import Typesetter
from advisor_app.documents.theme import PaperTheme, Style, TextStyle

_WIDEST_FITTED = 0.32
"""Share of a table that a column as wide as its content may take at most."""

_NARROWEST = 30.0

_ABOVE_BOXES = 4.0
"""Points between boxes to be ticked and the line above them."""


@dataclass(frozen=True, slots=True)
class _Place:
    x: float
    width: float
    align: Align


class TableMaker:
    """Makes tables of one document."""

    def __init__(self, theme: PaperTheme, typesetter: Typesetter) -> None:
        self._theme = theme
        self._typesetter = typesetter
        self._gap = theme.space(3)

    def table(self, table: Table, parent: Element, width: float) -> TableBox:
        """A table below its head."""
        places = self._places(table, width)
        element = parent.add("Table", summary=self._typesetter.plain(table.summary))
        head_row = element.add("THead").add("TR")
        titles = Row(tuple(column.title for column in table.columns))
        head_cells = [head_row.add("TH", scope="Column") for _column in table.columns]
        head = self._row(titles, places, head_cells, self._theme.styles[Style.HEAD_CELL])
        body = element.add("TBody")
        rows = tuple(self._body_row(row, table, places, body, width) for row in table.rows)
        if any(row.kind is RowKind.GROUP for row in table.rows):
            _name_headers(table, head_cells, body)
        box = self._box(head, rows, width)
        if not table.to_write_on:
            return box
        return replace(box, bars=tuple(place.x - self._gap / 2 for place in places[1:]))

    def facts(self, block: FactTable, parent: Element, width: float) -> TableBox:
        """Labels and values; the labels take two of the six columns of the page."""
        first = (width - self._theme.sheet.gutter) / 3 - self._gap
        start = first + self._gap
        places = (_Place(0, first, Align.START), _Place(start, width - start, Align.START))
        body = parent.add("Table").add("TBody")
        return self._box(None, tuple(self._fact(fact, places, body) for fact in block.facts), width)

    def _fact(self, fact: Fact, places: Sequence[_Place], body: Element) -> RowBox:
        row = body.add("TR")
        label, value = row.add("TH", scope="Row"), row.add("TD")
        cells = (
            self._cell(fact.label, places[0], label, self._theme.styles[Style.LABEL]),
            self._cell(fact.value, places[1], value, self._theme.styles[Style.CELL]),
        )
        return RowBox(cells, RowKind.BODY)

    def _box(self, head: RowBox | None, rows: tuple[RowBox, ...], width: float) -> TableBox:
        return TableBox(
            height=(head.height if head is not None else 0.0) + fsum(row.height for row in rows),
            before=self._theme.space(2),
            after=self._theme.space(3),
            head=head,
            rows=rows,
            width=width,
        )

    def _body_row(self, row: Row, table: Table, places: Sequence[_Place], body: Element, width: float) -> RowBox:
        element = body.add("TR")
        plain = row.kind is RowKind.BODY
        style = self._theme.styles[Style.CELL if plain else Style.VALUE]
        if row.kind is RowKind.GROUP:
            group = element.add("TH", scope="Column")
            group.columns = len(table.columns)
            return self._row(row, (_Place(0, width, Align.START),), [group], style)
        cells = [
            element.add("TH", scope="Row") if index == table.header else element.add("TD")
            for index in range(len(row.cells))
        ]
        return self._row(row, places, cells, style)

    def _row(self, row: Row, places: Sequence[_Place], elements: Sequence[Element], style: TextStyle) -> RowBox:
        cells = tuple(
            self._cell(cell, place, element, style)
            for cell, place, element in zip(row.cells, places, elements, strict=True)
        )
        return RowBox(cells, row.kind, room=row.lines * self._theme.writing_line)

    def _cell(self, cell: Cell, place: _Place, element: Element, style: TextStyle) -> CellBox:
        several = len(cell.texts) > 1 if isinstance(cell, Lines) else False
        boxes = tuple(
            text_box(
                self._typesetter.set_lines(text, style, place.width),
                self._with_boxes(style) if number and _has_boxes(text) else style,
                place.width,
                element.add("P") if several else element,
                place.align,
            )
            for number, text in enumerate(_texts(cell))
        )
        return CellBox(place.x, boxes)

    def _with_boxes(self, style: TextStyle) -> TextStyle:
        """The style for boxes below other lines, so that they stand clear of them."""
        return replace(style, line=style.line + _ABOVE_BOXES)

    def _places(self, table: Table, width: float) -> tuple[_Place, ...]:
        widths = self._widths(table, width - self._gap * (len(table.columns) - 1))
        places = []
        x = 0.0
        for column, own in zip(table.columns, widths, strict=True):
            places.append(_Place(x, own, column.align))
            x += own + self._gap
        return tuple(places)

    def _widths(self, table: Table, room: float) -> list[float]:
        """Fitted columns first; the others share the rest by weight, none of them wider than it needs to be."""
        natural = [self._natural(table, index) for index in range(len(table.columns))]
        weights = [column.weight for column in table.columns]
        widths = [
            0.0 if weight else min(wanted, max(room * _WIDEST_FITTED, _NARROWEST))
            for wanted, weight in zip(natural, weights, strict=True)
        ]
        fitted = fsum(widths)
        flexible = [index for index, weight in enumerate(weights) if weight]
        if not flexible or fitted > room - _NARROWEST * len(flexible):
            # Too much to fit: everything shares the room, wide columns giving up most.
            shares = [width or _NARROWEST for width in widths]
            return [share * room / fsum(shares) for share in shares]
        rest = room - fitted
        least = {index: self._head_width(table.columns[index]) for index in flexible}
        while True:
            share = rest / fsum(weights[index] for index in flexible)
            content = [index for index in flexible if natural[index] < share * weights[index]]
            narrow = [index for index in flexible if least[index] > share * weights[index]]
            settled = content or narrow
            if not settled or len(settled) == len(flexible):
                break
            for index in settled:
                widths[index] = natural[index] if content else least[index]
                rest -= widths[index]
                flexible.remove(index)
        for index in flexible:
            widths[index] = rest * weights[index] / fsum(weights[other] for other in flexible)
        return widths

    def _natural(self, table: Table, index: int) -> float:
        """Width of a column's widest content on one line; without end where its weight is what counts."""
        if (table.to_write_on or table.matches) and table.columns[index].weight:
            return inf
        widest = self._head_width(table.columns[index])
        for row in table.rows:
            if row.kind is not RowKind.GROUP:
                style = self._theme.styles[Style.CELL if row.kind is RowKind.BODY else Style.VALUE]
                for text in _texts(row.cells[index]):
                    widest = max(widest, self._typesetter.natural_width(text, style) + 0.1)
        return widest

    def _head_width(self, column: Column) -> float:
        return self._typesetter.natural_width(column.title, self._theme.styles[Style.HEAD_CELL]) + 0.1


def _name_headers(table: Table, titles: Sequence[Element], body: Element) -> None:
    """Where rows are grouped, each cell names what it belongs to: its column, its group and its row."""
    group: tuple[Element, ...] = ()
    for row, element in zip(table.rows, body.children, strict=True):
        cells = [cell for cell in element.children if isinstance(cell, Element)] if isinstance(element, Element) else []
        if row.kind is RowKind.GROUP:
            group = (cells[0],)
            continue
        above = () if row.kind is RowKind.TOTAL else group
        for index, (title, cell) in enumerate(zip(titles, cells, strict=True)):
            own = () if index == table.header else (cells[table.header],)
            cell.headers = (title, *above, *own)


def _has_boxes(text: Text) -> bool:
    return not isinstance(text, str) and any(isinstance(part, TickBox) for part in text)


def _texts(cell: Cell) -> tuple[Text, ...]:
    return cell.texts if isinstance(cell, Lines) else (cell,)
