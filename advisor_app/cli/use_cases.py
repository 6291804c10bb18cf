"""Commands for use cases."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json
from advisor_app.services.data_lock import Access

NAME = "use-case"

group = new_group()


@group.command("import", cls=Command)
def import_use_cases(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml")],
    *,
    as_json: Json = False,
) -> None:
    """Take over use cases from a TOML file, all or none; known codes are changed."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open(workspace.cases.resolve(case_name))
        done = workspace.use_cases.import_use_cases(session, file)
        value = {"case": session.case.id, "added": list(done.added), "changed": list(done.changed)}
        line = workspace.texts(
            "commands.use-case.imported",
            added=", ".join(done.added) or "–",
            changed=", ".join(done.changed) or "–",
        )
        show(value, [line], as_json=as_json)


@group.command("export", cls=Command)
def export_use_cases(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml")],
    *,
    item: Annotated[str, typer.Option("--item", metavar="UC-01")] = "",
    as_json: Json = False,
) -> None:
    """Write use cases to a TOML file that can be read again."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load(workspace.cases.resolve(case_name))
        written = [use_case.code for use_case in workspace.use_cases.export_use_cases(case, file, item)]
        value = {"case": case.id, "use_cases": written, "file": str(file)}
        line = workspace.texts("commands.use-case.exported", codes=", ".join(written), file=file)
        show(value, [line], as_json=as_json)
