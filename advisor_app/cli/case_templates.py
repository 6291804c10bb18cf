"""The command that opens a case with what another one has arranged."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json
from advisor_app.cli.recovery import with_recovery
from advisor_app.domain.case_template import TemplatePart, sizes
from advisor_app.services.data_lock import Access


def duplicate(
    context: typer.Context,
    case_name: Case,
    *,
    commune: Annotated[str, typer.Option("--commune", metavar="AGS")],
    parts: Annotated[str, typer.Option("--parts", metavar="agenda,words")] = "",
    sheet: Annotated[Path | None, typer.Option("--recovery-sheet", metavar="FILE.pdf")] = None,
    as_json: Json = False,
) -> None:
    """Open a case of another commune with the modules and arrangements of a first one."""
    known = {part.value: part for part in TemplatePart}
    names = [name for name in parts.replace(",", " ").split() if name]
    if any(name not in known for name in names):
        context.fail("Invalid value for '--parts'.")
    wanted = {known[name] for name in names} or set(TemplatePart)
    with context.obj.open(Access.WRITE) as workspace:
        source = workspace.cases.load_named(case_name)
        other = workspace.register.get(commune)
        session = with_recovery(workspace, lambda: workspace.case_templates.create(source, other, wanted), sheet)
        case = session.case
        found = {part.value: count for part, count in sizes(case).items() if part in wanted}
        value = {"id": case.id, "template": source.id, "modules": list(case.modules), "parts": found}
        line = workspace.texts("commands.case.duplicated", id=case.id, commune=case.commune.title)
        show(value, [line], as_json=as_json)
