"""The handbook as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json


def write_handbook(
    context: typer.Context,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE")],
    as_json: Json = False,
) -> None:
    """Write the handbook as a PDF; it is in German."""
    from advisor_app.services import handbook
    from advisor_app.services.clock import SystemClock, today

    file = out / handbook.FILE_NAME if out.is_dir() else out
    made = handbook.write_pdf(file, today(SystemClock()))
    line = context.obj.texts("commands.handbook.written", file=made.file, count=made.pages)
    show({"file": str(made.file), "pages": made.pages}, [line], as_json=as_json)
