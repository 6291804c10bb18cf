"""Commands for content packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.guard import FAILED
from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json

if TYPE_CHECKING:
    from advisor_app.content.findings import ContentFinding

NAME = "content"

group = new_group()


@group.command("check", cls=Command)
def check(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(metavar="FOLDER")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Check content packs; warnings alone are no failure."""
    from advisor_app.services.content_check import check_content

    texts = context.obj.texts
    findings = check_content(context.obj.folder, texts, folder)
    lines = [_line(finding) for finding in findings] or [texts("commands.content.sound")]
    show([_value(finding) for finding in findings], lines, as_json=as_json)
    if any(finding.severity.value == "error" for finding in findings):
        raise typer.Exit(FAILED)


def _line(finding: ContentFinding) -> str:
    return f"{finding.file}:{finding.line}: {finding.sentence}"


def _value(finding: ContentFinding) -> dict[str, Any]:
    return {
        "file": str(finding.file),
        "line": finding.line,
        "sentence": finding.sentence,
        "severity": finding.severity.value,
    }
