"""Commands for usage statistics of online services."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import number, show
from advisor_app.cli.parameters import Case, Json, Mapping
from advisor_app.cli.table_rows import preview_lines, preview_value, show_written
from advisor_app.domain.usage import UsageSums, by_service, last_year
from advisor_app.services.data_lock import Access
from advisor_app.texts.usage import count_words, payment_words, rate_words

if TYPE_CHECKING:
    from advisor_app.texts import Texts

group = new_group()


@group.command("import", cls=Command)
def import_usage(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    *,
    mapping: Mapping = None,
    as_json: Json = False,
) -> None:
    """Take in usage statistics from a table (CSV, XLSX); the file is kept as evidence."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        preview = workspace.usage.take_in(session, file, mapping or ())
        show(preview_value(preview, workspace), preview_lines(preview, workspace), as_json=as_json)


@group.command("list", cls=Command)
def list_usage(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show every service with its sums of the last twelve months."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        period = last_year(case.usage.values())
        found = () if period is None else by_service(case.usage.values(), period)
        value = {
            "first": None if period is None else f"{period.first:%Y-%m}",
            "last": None if period is None else f"{period.last:%Y-%m}",
            "services": [
                {"title": service.title, "key": service.service_key, **_sums(sums)} for service, sums in found
            ],
        }
        show(value, [_line(service.title, sums, workspace.texts) for service, sums in found], as_json=as_json)


@group.command("export", cls=Command)
def export_usage(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    *,
    as_json: Json = False,
) -> None:
    """Write the figures as a table, a row per service and month (CSV, XLSX)."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        rows = workspace.usage.export(case, file)
        show_written(case, file, rows, workspace, as_json=as_json)


@group.command("measure", cls=Command)
def make_measure(
    context: typer.Context,
    case_name: Case,
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    as_json: Json = False,
) -> None:
    """Make a measure of the plan out of an online service."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        service = workspace.usage.find(session.case, name)
        session.apply(*workspace.usage.to_measure(session.case, service))
        measure = session.case.measures[session.case.usage[service.id].measure]
        line = workspace.texts("commands.service.measure", code=service.title, measure=measure.id, title=measure.title)
        show({"service": service.title, "measure": measure.id, "title": measure.title}, [line], as_json=as_json)


def _line(title: str, sums: UsageSums, texts: Texts) -> str:
    uses = f"{count_words(sums.uses, texts)} {texts('usage.uses')}"
    rate = "" if sums.abandonment is None else f"{texts('usage.abandonment')} {rate_words(sums.abandonment, texts)}"
    return "  ".join(filter(None, (title, uses, rate, payment_words(sums.payments, texts))))


def _sums(sums: UsageSums) -> dict[str, Any]:
    return {
        "uses": sums.uses,
        "completed": sums.completed,
        "abandoned": sums.abandoned if sums.rated else None,
        "abandonment": number(sums.abandonment),
        "payments": {kind.value: count for kind, count in sums.payments.items()},
    }
