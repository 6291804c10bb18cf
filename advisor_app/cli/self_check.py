"""The check of an installation."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from advisor_app.cli.guard import DONE, FAILED
from advisor_app.cli.output import print_line, show
from advisor_app.cli.parameters import Json

LIMIT = 240
"""Seconds that a check may take, by default; the slowest takes seconds, and a minute where ten others work."""


def self_check(  # each is an option of its own
    context: typer.Context,
    *,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="CHECK")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="SECONDS", min=1)] = LIMIT,
    offscreen: Annotated[bool, typer.Option("--offscreen")] = False,
    as_json: Json = False,
) -> int:
    """Check that the installation is complete and works."""
    from advisor_app.services.clock import SystemClock
    from advisor_app.services.self_check.order import CHECKS, CheckOrder
    from advisor_app.services.self_check.report import line_of, report_of, write_report
    from advisor_app.services.self_check.watch import run_checks

    environment = context.obj
    texts = environment.texts
    chosen = tuple(key for key in CHECKS if not only or key in only)
    if only and set(only) - set(CHECKS):
        context.fail("Invalid value for '--only'.")
    results = []
    # What was cut off may still hold a file there, and on Windows that file stays.
    with tempfile.TemporaryDirectory(prefix="beraterkoffer-", ignore_cleanup_errors=True) as scratch:
        order = CheckOrder(
            checks=chosen,
            folder=str(environment.folder),
            scratch=scratch,
            language=texts.language,
            offscreen=offscreen,
        )
        if not as_json:
            show(None, report_of(order, (), SystemClock().now()).head(texts), as_json=False)
        for result in run_checks(order, texts, limit):
            results.append(result)
            if not as_json:
                print_line(line_of(result, texts))
    report = report_of(order, results, SystemClock().now())
    show(report.value(texts), [report.verdict(texts)], as_json=as_json)
    if out is not None:
        write_report(report, out, texts)
    return DONE if report.passed else FAILED
