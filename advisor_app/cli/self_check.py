"""The check of an installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from advisor_app.cli.guard import DONE, FAILED
from advisor_app.cli.output import print_line, show
from advisor_app.cli.parameters import Json
from advisor_app.texts.numbers import format_decimal

if TYPE_CHECKING:
    from advisor_app.services.self_check import CheckResult
    from advisor_app.texts import Texts


def self_check(context: typer.Context, *, as_json: Json = False) -> int:
    """Check that the installation is complete and works."""
    from advisor_app.services.self_check import run_checks

    environment = context.obj
    results = []
    for result in run_checks(environment.folder, environment.preferences()):
        results.append(result)
        if not as_json:
            print_line(_line(result, environment.texts))
    passed = all(result.passed for result in results)
    value = {
        "passed": passed,
        "checks": [
            {
                "name": result.name,
                "passed": result.passed,
                "detail": result.detail,
                "seconds": round(result.seconds, 3),
            }
            for result in results
        ],
    }
    words = environment.texts(f"self-check.{'passed' if passed else 'failed'}")
    show(value, [words], as_json=as_json)
    return DONE if passed else FAILED


def _line(result: CheckResult, texts: Texts) -> str:
    state = texts(f"self-check.{'ok' if result.passed else 'wrong'}")
    seconds = format_decimal(result.seconds, 2, texts.language)
    return texts("self-check.line", state=state, name=result.name, detail=result.detail, seconds=seconds)
