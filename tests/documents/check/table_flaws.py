"""What can be wrong with a table for those who hear it cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents.check.tagged import Node, Tagged

_SCOPES = frozenset({"/Row", "/Column", "/Both"})


def table_flaws(read: Tagged) -> Iterator[str]:
    """Flaws of every table."""
    for node in read.nodes():
        if node.role == "Table":
            yield from (f"table {node.text[:30]!r}: {flaw}" for flaw in _flaws(node))


def _flaws(table: Node) -> Iterator[str]:
    rows = list(table.all("TR"))
    if not rows:
        yield "it has no rows"
    widths = {sum(int(cell.attributes.get("ColSpan", 1)) for cell in _cells(row)) for row in rows}
    if len(widths) > 1:
        yield f"its rows have {sorted(widths)} cells"
    for head in table.all("THead"):
        if any(cell.role != "TH" for cell in head.all("TH", "TD")):
            yield "a cell of its head is no header"
    names = {cell.identifier for cell in table.all("TH") if cell.identifier}
    for row in rows:
        cells = _cells(row)
        if all(cell.role == "TD" for cell in cells):
            yield f"a row has no header: {row.text[:30]!r}"
        for cell in cells:
            if cell.role == "TH" and str(cell.attributes.get("Scope", "")) not in _SCOPES:
                yield f"the header {cell.text[:30]!r} does not say what it heads"
            lost = {str(name) for name in cell.attributes.get("Headers", [])} - names
            if lost:
                yield f"{cell.text[:30]!r} names headers that are not there: {sorted(lost)}"


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if cell.role in {"TH", "TD"}]
