"""The command that takes in an existing list of cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json, Mapping
from advisor_app.cli.recovery import with_recovery
from advisor_app.cli.table_rows import preview_lines, preview_value
from advisor_app.domain.case_list import CASE_LIST
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor_app.services.workspace import Workspace


def import_list(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    *,
    mapping: Mapping = None,
    commune_keys: Annotated[list[str] | None, typer.Option("--commune", metavar="COMMUNE")] = None,
    preview_only: Annotated[bool, typer.Option("--preview")] = False,
    sheet: Annotated[Path | None, typer.Option("--recovery-sheet", metavar="FILE.pdf")] = None,
    as_json: Json = False,
) -> None:
    """Take in an existing list of cases (CSV, XLSX); what is there already is left out."""
    with context.obj.open(Access.READ if preview_only else Access.WRITE) as workspace:
        service = workspace.case_lists
        answers = _answers(commune_keys or (), workspace)
        rows = workspace.table_imports.rows_of(file, CASE_LIST, mapping or (), remember=not preview_only)
        preview = service.comparison.compare(rows, answers)
        value = preview_value(preview, workspace)
        cases: tuple[str, ...] = ()
        if preview.taken and not preview_only:
            cases = with_recovery(workspace, lambda: service.open_cases(preview.taken), sheet).case_ids
        show({**value, "cases": list(cases)}, preview_lines(preview, workspace), as_json=as_json)


def _answers(options: Iterable[str], workspace: Workspace) -> dict[str, str]:
    """Which commune (by id) a name of the list means; raises AdvisorError (TABLE_MAP, UNKNOWN_COMMUNE)."""
    answers = {}
    for option in options:
        name, mark, key = option.partition("=")
        if not mark:
            raise AdvisorError(Problem.TABLE_MAP, value=option)
        answers[name.strip()] = workspace.register.get(key.strip()).id
    return answers
