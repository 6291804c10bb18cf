"""What commands say of tables: how many rows came in or went out, which were left out and why, what is to be known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from advisor_app.cli.output import show
from advisor_app.domain.table_preview import RowFate, TablePreview

if TYPE_CHECKING:
    from pathlib import Path

    from advisor_app.domain.case import Case
    from advisor_app.services.workspace import Workspace

_LEFT_OUT = (RowFate.ASKED, RowFate.FAULTY)
_TAKEN = (RowFate.NEW, RowFate.CHANGED)


def show_written(case: Case, file: Path, rows: int, workspace: Workspace, *, as_json: bool) -> None:
    """Tell how many rows of a case were written to a file."""
    value = {"case": case.id, "rows": rows, "file": str(file)}
    show(value, [workspace.texts("commands.table.written", count=rows, file=file)], as_json=as_json)


def preview_value(preview: TablePreview[Any], workspace: Workspace) -> dict[str, Any]:
    """The counts, the rows left out, and what is to be said of the others, for programs."""
    imports = workspace.table_imports
    remarked = [row for row in preview.rows if row.remark and row.fate in _TAKEN]
    return {
        **{fate.value: preview.count(fate) for fate in RowFate},
        "left_out": [{"line": row.line, "reason": imports.why(row)} for row in preview.rows if row.fate in _LEFT_OUT],
        "remarks": [{"line": row.line, "remark": row.remark} for row in remarked],
    }


def preview_lines(preview: TablePreview[Any], workspace: Workspace) -> Iterator[str]:
    """The counts in one line, then a line for every row that is left out or of which something is to be said."""
    texts, imports = workspace.texts, workspace.table_imports
    yield texts("commands.table.counts", **{fate.value: preview.count(fate) for fate in RowFate})
    for row in preview.rows:
        if row.fate in _LEFT_OUT:
            why = imports.why(row)
            yield why if row.faults else texts("commands.table.row", line=row.line, reason=why)
        elif row.remark and row.fate in _TAKEN:
            yield texts("commands.table.row", line=row.line, reason=row.remark)
