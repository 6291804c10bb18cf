"""Commands for what has to be done before a workshop, and for „Startklar?“."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json
from advisor_app.domain.preparation import Doer, PlannedTask
from advisor_app.domain.readiness import ReadyCheck, ReadyPoint
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.domain.agenda import AgendaDay
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.services.workspace import Workspace

checklist_group = new_group()
ready_group = new_group()

Day = Annotated[str, typer.Option("--day", metavar="DAY")]


@checklist_group.command("list", cls=Command)
def list_tasks(
    context: typer.Context,
    case_name: Case,
    *,
    overdue: Annotated[bool, typer.Option("--overdue")] = False,
    as_json: Json = False,
) -> None:
    """List what has to be done before the workshops of a case, or only what is overdue."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        day = _today(workspace)
        modules = {
            module: [task for task in tasks if task.is_overdue(day) or not overdue]
            for module, tasks in workspace.preparation.by_module(case).items()
        }
        lines = []
        for module, tasks in modules.items():
            lines += [] if overdue else [_module_line(workspace, case, module, tasks, day)]
            lines += [_task_line(task, day, workspace) for task in tasks]
        show([_task(task, day) for tasks in modules.values() for task in tasks], lines, as_json=as_json)


@checklist_group.command("done", cls=Command)
def tick_task(
    context: typer.Context,
    case_name: Case,
    task_name: Annotated[str, typer.Argument(metavar="TASK")],
    *,
    undone: Annotated[bool, typer.Option("--undone")] = False,
    as_json: Json = False,
) -> None:
    """Tick a task off, or open it again."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        task = workspace.preparation.find(session.case, task_name)
        session.apply(workspace.preparation.ticked(task, done=not undone))
        _show_task(workspace, session.case, task.id, as_json=as_json)


@checklist_group.command("add", cls=Command)
def add_task(  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    title: Annotated[str, typer.Argument(metavar="TEXT")],
    *,
    module: Annotated[str, typer.Option("--module", metavar="M4")] = "",
    due: Annotated[str, typer.Option("--due", metavar="DAY")] = "",
    who: Annotated[Doer, typer.Option("--who", metavar="adviser|office|commune")] = Doer.ADVISER,
    as_json: Json = False,
) -> None:
    """Add a task of one's own; without a module it is one of the case's first."""
    from advisor_app.domain.days import read_day

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        of = module.upper() or next(iter(session.case.modules), "")
        change = workspace.preparation.added(session.case, of, title, read_day(due, _today(workspace)), who)
        session.apply(change)
        _show_task(workspace, session.case, change.id, as_json=as_json)


@ready_group.command("check", cls=Command)
def check_ready(context: typer.Context, case_name: Case, *, day_name: Day = "", as_json: Json = False) -> None:
    """Look whether all is in place for a workshop day, the next one where none is named; the result is kept."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        day = workspace.readiness.find(session.case, day_name)
        results = workspace.readiness.checked(session.case, day)
        session.apply(workspace.readiness.kept(session.case, day, results))
        _show_ready(workspace, session.case, day, as_json=as_json)


@ready_group.command("show", cls=Command)
def show_ready(context: typer.Context, case_name: Case, *, day_name: Day = "", as_json: Json = False) -> None:
    """Show what came of looking; nothing is looked at anew."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        _show_ready(workspace, case, workspace.readiness.find(case, day_name), as_json=as_json)


@ready_group.command("tick", cls=Command)
def tick_ready(
    context: typer.Context,
    case_name: Case,
    point: Annotated[ReadyPoint, typer.Argument(metavar="POINT")],
    *,
    day_name: Day = "",
    undone: Annotated[bool, typer.Option("--undone")] = False,
    as_json: Json = False,
) -> None:
    """Vouch for a point by hand (answers, backup, print-pack, screen, contact, emergency-folder), or no longer."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        day = workspace.readiness.find(session.case, day_name)
        session.apply(workspace.readiness.ticked(session.case, day, point, ready=not undone))
        _show_ready(workspace, session.case, day, as_json=as_json)


@ready_group.command("folder", cls=Command)
def write_folder(
    context: typer.Context,
    case_name: Case,
    *,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    day_name: Day = "",
    as_json: Json = False,
) -> None:
    """Write the emergency folder of a day with run sheet, blank questionnaire and voting cards as one PDF."""
    with context.obj.open(Access.WRITE) as workspace:
        readiness = workspace.readiness
        session = workspace.cases.open_named(case_name)
        day = readiness.find(session.case, day_name)
        pack = readiness.draw_folder(readiness.folder_items(session.case, day))
        readiness.write_folder(pack, file)
        session.apply(readiness.made(session.case, day, ReadyPoint.EMERGENCY_FOLDER, pack.pages))
        line = workspace.texts("commands.ready.folder", file=file, count=pack.pages)
        show({"case": session.case.id, "file": str(file), "pages": pack.pages}, [line], as_json=as_json)


def _today(workspace: Workspace) -> date:
    from advisor_app.services.clock import today

    return today(workspace.clock)


def _show_task(workspace: Workspace, case: CaseSnapshot, name: str, *, as_json: bool) -> None:
    task, day = workspace.preparation.find(case, name), _today(workspace)
    show(_task(task, day), [_task_line(task, day, workspace)], as_json=as_json)


def _task(task: PlannedTask, day: date) -> dict[str, Any]:
    return {
        "id": task.id,
        "module": task.module,
        "title": task.title,
        "who": task.who.value,
        "due_on": None if task.due_on is None else task.due_on.isoformat(),
        "days_before": task.days_before,
        "done": task.is_done,
        "left_out": task.record.left_out,
        "overdue": task.is_overdue(day),
        "own": task.is_own,
    }


def _module_line(workspace: Workspace, case: CaseSnapshot, module: str, tasks: Sequence[PlannedTask], day: date) -> str:
    """The heading of a module: its title, its workshop, and how far it is prepared."""
    from advisor_app.texts.preparation import counted_words, workshop_words

    found, texts = workspace.catalog.modules.get(module), workspace.texts
    about = workshop_words(workspace.preparation.workshop(case, module), texts)
    title = module if found is None else f"{module} {found.title}"
    return f"{title}: {about} · {counted_words(tuple(tasks), day, texts)}"


def _task_line(task: PlannedTask, day: date, workspace: Workspace) -> str:
    from advisor_app.texts.preparation import due_words, who_word

    mark = "x" if task.is_done else " "
    due = due_words(task, day, workspace.texts)
    return "  ".join((f"[{mark}] {task.module}", task.title, who_word(task.who, workspace.texts), due, task.id))


def _show_ready(workspace: Workspace, case: CaseSnapshot, day: AgendaDay, *, as_json: bool) -> None:
    check = workspace.readiness.check_of(case, day)
    show(_ready(case, day, check), _ready_lines(day, check, workspace), as_json=as_json)


def _ready(case: CaseSnapshot, day: AgendaDay, check: ReadyCheck) -> dict[str, Any]:
    points = {}
    for point in ReadyPoint:
        result = check.result(point)
        points[point.value] = (
            None
            if result is None
            else {
                "state": result.state.value,
                "at": result.at.isoformat(),
                "by_hand": result.by_hand,
                "found": result.found,
                "wanted": result.wanted,
            }
        )
    on = None if day.on is None else day.on.isoformat()
    return {"case": case.id, "day": day.id, "on": on, "ready": check.is_ready, "points": points}


def _ready_lines(day: AgendaDay, check: ReadyCheck, workspace: Workspace) -> Iterator[str]:
    from advisor_app.domain.readiness import is_settled
    from advisor_app.texts.preparation import found_words, how_words, point_word, verdict_words

    texts = workspace.texts
    when = "–" if day.on is None else format_date(day.on, texts.language)
    yield f"{when}  {day.module}  {day.title}"
    for point in ReadyPoint:
        result = check.result(point)
        parts = (point_word(point, texts), found_words(result, texts), how_words(result, texts))
        yield f"[{'x' if is_settled(result) else ' '}] " + "  ".join(filter(None, parts))
    yield verdict_words(check, texts)
