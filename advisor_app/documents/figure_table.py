"""The table that says the same as a chart."""

from __future__ import annotations

import re

from advisor_app.charts.scene import Scene
from advisor_app.documents.blocks import Align, Column, Row, Table

_FIGURE = re.compile(r"[\d.,–−+±%\s]*")


def table_of_figure(scene: Scene) -> Table:
    """All figures of a chart; columns of nothing but figures end where their neighbour begins."""
    first, *others = scene.table.header
    columns = [Column(title=first, weight=1)]
    for place, title in enumerate(others, start=1):
        figures = all(_FIGURE.fullmatch(row[place]) for row in scene.table.rows)
        columns.append(Column(title=title, align=Align.END if figures else Align.START))
    return Table(
        columns=tuple(columns),
        rows=tuple(Row(row) for row in scene.table.rows),
        summary=scene.title,
    )
