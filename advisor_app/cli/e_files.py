"""Commands for electronic files: areas, filing plan, scanning variants and the rollout."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.e_file_lines import area_line, area_value, comparison_lines, comparison_value
from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json, Mapping, said
from advisor_app.cli.table_rows import preview_lines, preview_value, show_written
from advisor_app.domain.e_file import AreaState, Need, requirement_groups
from advisor_app.domain.e_file_guide import MOST_WEIGHT
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.file_plan import placed
from advisor_app.domain.months import parse_end, parse_start
from advisor_app.domain.reduction import reduce
from advisor_app.domain.rollout import measure_of
from advisor_app.domain.scan_comparison import MOST_POINTS
from advisor_app.services.data_lock import Access
from advisor_app.texts.e_file import crowded_sentence, e_file_word, period_words

if TYPE_CHECKING:
    from advisor_app.domain.case import Case as CaseValue
    from advisor_app.domain.e_file import RolloutStep
    from advisor_app.services.workspace import Workspace

group = new_group()


class _State(StrEnum):
    """How far an area is used today, as it is typed."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class _Need(StrEnum):
    """How much an area is needed, as it is typed."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@group.command("show", cls=Command)
def show_areas(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show the functional areas with state, need and gap."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        areas = workspace.e_files.areas(case)
        lines = [area_line(item, workspace.texts) for item in areas]
        show([area_value(item) for item in areas], lines, as_json=as_json)


@group.command("area", cls=Command)
def judge_area(  # noqa: PLR0913 — a command names everything that can be said
    context: typer.Context,
    case_name: Case,
    area: Annotated[str, typer.Argument(metavar="AREA")],
    *,
    state: Annotated[_State | None, typer.Option("--state", metavar="no|partly|yes")] = None,
    need: Annotated[_Need | None, typer.Option("--need", metavar="must|should|could")] = None,
    responsible: Annotated[str | None, typer.Option("--responsible", metavar="TEXT")] = None,
    demand: Annotated[list[str] | None, typer.Option("--demand", metavar="TEXT")] = None,
    as_json: Json = False,
) -> None:
    """Say something about an area; what is not named stays."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        services = workspace.e_files
        name = services.find_area(area)
        values: dict[str, Any] = {}
        if state is not None:
            values["state"] = AreaState(state.value)
        if need is not None:
            values["need"] = Need(need.value)
        if responsible is not None:
            values["responsible"] = responsible
        if demand is not None:
            values["demands"] = "\n".join(demand)
        change = services.judge(session.case, name, **values)
        if change.before != change.after:
            session.apply(change)
        found = next(item for item in services.areas(session.case) if item.area.id == name)
        show(area_value(found), [area_line(found, workspace.texts)], as_json=as_json)


@group.command("requirements", cls=Command)
def list_requirements(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show what the list of requirements says."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        groups = requirement_groups(workspace.e_files.areas(case))
        found = [line for group_of in groups for line in group_of.lines]
        value = [
            {
                "number": line.number,
                "need": line.need.value,
                "text": line.text,
                "own": line.is_own,
                "products": list(workspace.e_files.products_named(line.text)),
            }
            for line in found
        ]
        texts = workspace.texts
        lines = [f"{line.number}  {e_file_word(line.need, texts)}  {line.text}" for line in found]
        named = workspace.e_files.products_named("\n".join(line.text for line in found))
        if named:
            lines.append(texts("e-file.products", names=texts.joined(list(named))))
        show(value, lines, as_json=as_json)


@group.command("plan", cls=Command)
def list_plan(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show the extract of the filing plan as a tree."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        tree = placed(case.file_plan.values())
        value = [
            {
                "number": item.entry.number,
                "title": item.entry.title,
                "retention": item.entry.retention,
                "office": item.entry.office,
                "depth": item.depth,
            }
            for item in tree
        ]
        lines = [f"{'  ' * item.depth}{item.entry.number}  {item.entry.title}".rstrip() for item in tree]
        show(value, lines, as_json=as_json)


@group.command("import-plan", cls=Command)
def import_plan(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    *,
    mapping: Mapping = None,
    as_json: Json = False,
) -> None:
    """Take in a filing plan from a table (CSV, XLSX); known numbers are changed."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        preview = workspace.e_files.read_plan(session.case, file, mapping or ())
        if preview.taken:
            session.apply(*preview.taken, why=file.name)
        show(preview_value(preview, workspace), preview_lines(preview, workspace), as_json=as_json)


@group.command("export-plan", cls=Command)
def export_plan(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    *,
    as_json: Json = False,
) -> None:
    """Write the filing plan as CSV."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        rows = workspace.e_files.export_plan(case, file)
        show_written(case, file, rows, workspace, as_json=as_json)


@group.command("compare", cls=Command)
def compare(
    context: typer.Context,
    case_name: Case,
    *,
    weight: Annotated[list[str] | None, typer.Option("--weight", metavar="CRITERION=0-5")] = None,
    points: Annotated[list[str] | None, typer.Option("--points", metavar="VARIANT:CRITERION=0-4")] = None,
    choose: Annotated[str, typer.Option("--choose", metavar="VARIANT")] = "",
    as_json: Json = False,
) -> None:
    """Give weights and points, decide, and show how the variants stand."""
    is_writing = bool(weight or points or choose)
    with context.obj.open(Access.WRITE if is_writing else Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        if is_writing:
            case = _compared(workspace, case.id, weight or [], points or [], choose)
        comparison = workspace.e_files.comparison(case)
        show(comparison_value(comparison), comparison_lines(comparison, workspace.texts), as_json=as_json)


@group.command("rollout", cls=Command)
def show_rollout(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Show which office begins when."""
    with context.obj.open(Access.READ) as workspace:
        _show_rollout(workspace, workspace.cases.load_named(case_name), as_json=as_json)


@group.command("office", cls=Command)
def set_office(  # noqa: PLR0913 — a command names everything that can be said
    context: typer.Context,
    case_name: Case,
    office: Annotated[str, typer.Argument(metavar="OFFICE")],
    *,
    start: Annotated[str | None, typer.Option("--start", metavar="MONTH")] = None,
    end: Annotated[str | None, typer.Option("--end", metavar="MONTH")] = None,
    responsible: Annotated[str | None, typer.Option("--responsible", metavar="TEXT")] = None,
    remove: Annotated[bool, typer.Option("--remove")] = False,
    as_json: Json = False,
) -> None:
    """Put an office into the rollout, change it or take it out; its measure goes along."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        services, found = workspace.e_files, _step(session.case, office)
        values: dict[str, str | date | None] = {} if responsible is None else {"responsible": responsible}
        if start is not None:
            values["start"] = parse_start(start) if start else None
        if end is not None:
            values["end"] = parse_end(end) if end else None
        if remove:
            if found is None:
                raise AdvisorError(Problem.UNKNOWN_OFFICE_STEP, name=office)
            session.apply(*services.remove_office(session.case, found.id))
        elif found is None:
            session.apply(services.begin_office(said(office, "OFFICE", workspace.texts), **values))
        elif changes := services.edit_office(session.case, found.id, **values):
            session.apply(*changes)
        _show_rollout(workspace, session.case, as_json=as_json)


@group.command("into-plan", cls=Command)
def into_plan(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """Make a measure for every office of the rollout that has none."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        changes = workspace.e_files.into_plan(session.case)
        if changes:
            session.apply(*changes)
        _show_rollout(workspace, session.case, as_json=as_json)


def _compared(workspace: Workspace, case_id: str, weights: list[str], points: list[str], choose: str) -> CaseValue:
    """All of it as one step."""
    session, services = workspace.cases.open(case_id), workspace.e_files
    changes: dict[tuple[str, str], Any] = {}
    case = session.case

    def take(change: Any) -> None:
        nonlocal case
        if change.before != change.after:
            key = (change.kind, change.id)
            first = changes[key].before if key in changes else change.before
            changes[key] = type(change)(change.id, first, change.after)
            case = reduce(case, change)

    for text in weights:
        name, figure = _figure(text, MOST_WEIGHT)
        take(services.weigh(case, services.find_criterion(name), figure))
    for text in points:
        name, figure = _figure(text, MOST_POINTS)
        variant, _, criterion = name.partition(":")
        take(services.give_points(case, services.find_variant(variant), services.find_criterion(criterion), figure))
    if choose:
        for change in services.choose(case, services.find_variant(choose)):
            take(change)
    kept = [change for change in changes.values() if change.before != change.after]
    if kept:
        session.apply(*kept)
    return session.case


def _figure(text: str, most: int) -> tuple[str, int]:
    """``cost=3`` in its parts; raises AdvisorError(BAD_VALUE) for anything else."""
    name, _, figure = text.partition("=")
    if not figure.isascii() or not figure.isdigit() or int(figure) > most:
        raise AdvisorError(Problem.BAD_VALUE, value=text, name=name)
    return name, int(figure)


def _step(case: CaseValue, office: str) -> RolloutStep | None:
    """The step of an office; raises AdvisorError(UNKNOWN_OFFICE_STEP) where several have its name."""
    found = [step for step in case.rollout.values() if step.office.casefold() == office.casefold()]
    if len(found) > 1:
        raise AdvisorError(Problem.UNKNOWN_OFFICE_STEP, name=office)
    return found[0] if found else None


def _show_rollout(workspace: Workspace, case: CaseValue, *, as_json: bool) -> None:
    texts, steps = workspace.texts, workspace.e_files.rollout(case)
    measures = {step.id: measure_of(step.id, case.measures) for step in steps}
    value = []
    lines = []
    for step in steps:
        measure = measures[step.id]
        value.append(
            {
                "office": step.office,
                "start": None if step.start is None else step.start.isoformat(),
                "end": None if step.end is None else step.end.isoformat(),
                "responsible": step.responsible,
                "measure": None if measure is None else measure.id,
            }
        )
        told = (step.office, period_words(step, texts), step.responsible, "" if measure is None else measure.id)
        lines.append("  ".join(filter(None, told)))
    crowded = crowded_sentence(steps, texts)
    show(value, [*lines, *([crowded] if crowded else [])], as_json=as_json)
