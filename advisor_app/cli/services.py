"""Commands for the services of a commune."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json, Mapping, said
from advisor_app.cli.table_rows import preview_lines, preview_value
from advisor_app.domain.service import (
    MOST_CASES,
    OnlineState,
    Platform,
    Service,
    standing_rating,
)
from advisor_app.domain.service_overview import ServiceOverview, cases_of, most_used
from advisor_app.services.data_lock import Access
from advisor_app.texts.services import cases_words, finding_words, rating_words, service_name, service_word, version_of

if TYPE_CHECKING:
    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("list", cls=Command)
def list_services(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show the services of a case with office, cases, level and what is open about them."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        found = workspace.service_overviews.of(case)
        show(_overview(found, workspace), [_line(one, found, workspace) for one in found.services], as_json=as_json)


@group.command("add", cls=Command)
def add_service(  # noqa: PLR0913 — what is known of a service, each as an option
    context: typer.Context,
    case_name: Case,
    title: Annotated[str, typer.Argument(metavar="TITLE")],
    *,
    key: Annotated[str, typer.Option("--key", metavar="LEIKA")] = "",
    office: Annotated[str, typer.Option("--office", metavar="OFFICE")] = "",
    cases: Annotated[int | None, typer.Option("--cases", metavar="NUMBER", min=0, max=MOST_CASES)] = None,
    online: Annotated[OnlineState | None, typer.Option("--online", metavar="STATE")] = None,
    platform: Annotated[Platform | None, typer.Option("--platform", metavar="PLATFORM")] = None,
    level: Annotated[str, typer.Option("--level", metavar="LEVEL")] = "",
    as_json: Json = False,
) -> None:
    """Add a service."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        overviews = workspace.service_overviews
        service = Service(
            id="",
            number=0,
            title=said(title, "TITLE", workspace.texts),
            service_key=key,
            office=office,
            cases_per_year=cases,
            online=online,
            platform=platform,
        )
        service = overviews.create(session, overviews.rated(service, level) if level else service)
        line = workspace.texts("commands.service.added", name=service_name(service, workspace.texts))
        show(_value(service, overviews.of(session.case), workspace), [line], as_json=as_json)


@group.command("frequent", cls=Command)
def add_frequent(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Add the frequent services of such a commune that are missing."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        added = workspace.service_overviews.take_frequent(session)
        found = workspace.service_overviews.of(session.case)
        lines = [workspace.texts("commands.service.frequent", count=len(added))]
        show([_value(service, found, workspace) for service in added], lines, as_json=as_json)


@group.command("import", cls=Command)
def import_services(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    *,
    mapping: Mapping = None,
    version: Annotated[str | None, typer.Option("--version", metavar="1.1|2.0")] = None,
    as_json: Json = False,
) -> None:
    """Take a table of services over (CSV or XLSX); rows with a fault stay out."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        preview = workspace.service_overviews.import_table(session, file, mapping or (), version)
        show(preview_value(preview, workspace), preview_lines(preview, workspace), as_json=as_json)


@group.command("export", cls=Command)
def export_services(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    *,
    as_json: Json = False,
) -> None:
    """Write all services of a case as a table (CSV, XLSX)."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        count = workspace.service_overviews.export(case, file)
        line = workspace.texts("commands.service.exported", count=count, file=file)
        show({"case": case.id, "services": count, "file": str(file)}, [line], as_json=as_json)


@group.command("measure", cls=Command)
def make_measure(
    context: typer.Context,
    case_name: Case,
    name: Annotated[str, typer.Argument(metavar="L-01")],
    *,
    as_json: Json = False,
) -> None:
    """Make a measure of the plan out of a service."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        overviews = workspace.service_overviews
        service = overviews.find(session.case, name)
        session.apply(*overviews.to_measure(session.case, service))
        measure = session.case.measures[session.case.services[service.id].measure]
        line = workspace.texts("commands.service.measure", code=service.code, measure=measure.id, title=measure.title)
        show({"service": service.code, "measure": measure.id, "title": measure.title}, [line], as_json=as_json)


def _line(service: Service, found: ServiceOverview, workspace: Workspace) -> str:
    texts, models = workspace.texts, workspace.service_overviews.models
    parts = (
        service_name(service, texts),
        service.office,
        cases_words(service.cases_per_year, texts),
        "" if service.online is None else service_word(service.online, texts),
        rating_words(standing_rating(service, models, found.current), models),
    )
    return "  ".join(filter(None, parts))


def _overview(found: ServiceOverview, workspace: Workspace) -> dict[str, Any]:
    models = workspace.service_overviews.models
    return {
        "services": [_value(service, found, workspace) for service in found.services],
        "online": found.online,
        "unrated": found.unrated,
        "levels": [
            {"version": version_of(item.rating, models), "level": item.rating.level, "services": item.services}
            for item in found.levels
        ],
        "offices": [
            {"office": office.title, "services": len(office.services), "cases": cases_of(office.services)}
            for office in found.offices
        ],
        "most_used": [service.code for service in most_used(found.services)],
    }


def _value(service: Service, found: ServiceOverview, workspace: Workspace) -> dict[str, Any]:
    texts, models = workspace.texts, workspace.service_overviews.models
    return {
        "id": service.id,
        "code": service.code,
        "title": service.title,
        "key": service.key,
        "office": service.office,
        "cases_per_year": service.cases_per_year,
        "online": None if service.online is None else service.online.value,
        "platform": None if service.platform is None else service.platform.value,
        "accounts": [account.value for account in service.accounts],
        "payment": None if service.payment is None else service.payment.value,
        "end_to_end": service.end_to_end,
        "levels": {version_of(rating, models): rating.level for rating in service.maturity},
        "open": [finding_words(item, models, texts) for item in found.findings if item.service.id == service.id],
    }
