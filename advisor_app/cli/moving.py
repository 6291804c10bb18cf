"""Commands for changing to another machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor_app.cli.backups import format_size, with_given_secret
from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.services.data_lock import Access, hold

if TYPE_CHECKING:
    from advisor_app.cli.environment import Environment

group = new_group()


@group.command("pack", cls=Command)
def pack(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="TARGET")],
    *,
    as_json: Json = False,
) -> None:
    """Pack everything into one file for another machine."""
    from advisor_app.services.moving import pack as pack_all

    with context.obj.open(Access.WRITE) as workspace:
        packed = pack_all(workspace.backups, workspace.clock, target)
        texts = workspace.texts
        size = packed.file.stat().st_size
        line = texts(
            "commands.move.packed",
            file=packed.file,
            count=packed.backup.cases,
            files=packed.backup.evidence,
            size=format_size(size, texts),
        )
        value = {
            "file": str(packed.file),
            "cases": packed.backup.cases,
            "counts": dict(packed.backup.counts),
            "evidence": packed.backup.evidence,
            "size": size,
        }
        show(value, [line], as_json=as_json)


@group.command("unpack", cls=Command)
def unpack(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    *,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    as_json: Json = False,
) -> None:
    """Unpack on the new machine and prove that all arrived; data that are there are kept aside."""
    from advisor_app.services.moving import unpack as unpack_all

    environment: Environment = context.obj
    texts = environment.texts
    with hold(environment.folder, Access.WRITE):
        arrived = with_given_secret(
            environment, lambda secret: unpack_all(environment.folder, file, secret, replace_other=replace)
        )
    backup = arrived.backup
    key = "arrived" if arrived.counts is not None else "arrived-unopened"
    lines = [texts(f"commands.move.{key}", count=backup.cases, files=arrived.evidence, folder=environment.folder)]
    if arrived.aside is not None:
        lines.append(texts("commands.backup.aside", folder=arrived.aside))
    value = {
        "cases": backup.cases,
        "counts": None if arrived.counts is None else dict(arrived.counts),
        "evidence": arrived.evidence,
        "aside": None if arrived.aside is None else str(arrived.aside),
    }
    show(value, lines, as_json=as_json)
