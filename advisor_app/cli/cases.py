"""Commands for cases: opened, listed, shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case as CaseName
from advisor_app.cli.parameters import Json, communes_named, names_in
from advisor_app.cli.recovery import with_recovery
from advisor_app.services.data_lock import Access
from advisor_app.texts.states import state_word

if TYPE_CHECKING:
    from advisor_app.domain.case import Case, CaseCommune
    from advisor_app.services.portfolio import PortfolioRow
    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("create", cls=Command)
def create(
    context: typer.Context,
    commune: Annotated[
        str,
        typer.Option("--commune", metavar="AGS"),
    ],
    *,
    modules: Annotated[str, typer.Option("--modules", metavar="M1,M4")] = "none",
    wish: Annotated[str, typer.Option("--wish", metavar="TEXT")] = "",
    sheet: Annotated[Path | None, typer.Option("--recovery-sheet", metavar="FILE.pdf")] = None,
    as_json: Json = False,
) -> None:
    """Open a case with an assessment for every module that has a questionnaire."""
    with context.obj.open(Access.WRITE) as workspace:
        leading, *others = communes_named(commune, workspace)
        wanted = names_in(modules)
        session = with_recovery(
            workspace, lambda: workspace.cases.create(leading, wanted, others=others, wish=wish), sheet
        )
        case = session.case
        title = workspace.register.titles(case.head.communes)
        show(_created(case), [f"{case.id}  {title}  {_modules(case)}"], as_json=as_json)


@group.command("list", cls=Command)
def list_cases(context: typer.Context, *, as_json: Json = False) -> None:
    """List all cases, oldest first."""
    with context.obj.open(Access.READ) as workspace:
        rows = workspace.portfolio.load()
        show([_row(row) for row in rows], [_row_line(row, workspace) for row in rows], as_json=as_json)


@group.command("show", cls=Command)
def show_case(context: typer.Context, case_name: CaseName, *, as_json: Json = False) -> None:
    """Show a case with all that is in it."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        show(
            _details(case, workspace.register.titles(case.head.communes)),
            _detail_lines(case, workspace),
            as_json=as_json,
        )


def _commune(commune: CaseCommune) -> dict[str, Any]:
    return {
        "id": commune.id,
        "key": commune.key,
        "name": commune.name,
        "title": commune.title,
        "kind": commune.kind.value,
        "district": commune.district,
        "population": commune.population,
    }


def _assessments(case: Case) -> list[dict[str, Any]]:
    return [{"id": item.id, "kind": item.kind.value, "questionnaire": item.questionnaire} for item in case.in_order()]


def _created(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "commune": _commune(case.commune),
        "modules": list(case.modules),
        "assessments": _assessments(case),
    }


def _row(row: PortfolioRow) -> dict[str, Any]:
    following = row.next_date
    return {
        "id": row.case_id,
        "commune": _commune(row.commune),
        "modules": list(row.modules),
        "state": row.state.value if row.state else None,
        "draft": row.draft,
        "archived": row.archived,
        "handed_over_to": row.handed_over_to or None,
        "next_date": None if following is None else {"on": following.on.isoformat(), "title": following.title},
        "answered": row.answered,
        "asked": row.asked,
    }


def _row_line(row: PortfolioRow, workspace: Workspace) -> str:
    state = state_word(row.state, workspace.texts) if row.state else "–"
    progress = workspace.texts("commands.case.progress", answered=row.answered, asked=row.asked)
    parts = [row.case_id, row.title, ", ".join(row.modules) or "–", state, progress]
    if row.handed_over_to:
        parts.append(workspace.texts("commands.case.handed-over", name=row.handed_over_to))
    return "  ".join(parts)


def _modules(case: Case) -> str:
    return ", ".join(case.modules) or "–"


def _details(case: Case, title: str) -> dict[str, Any]:
    bookings = sorted(case.bookings.values(), key=lambda item: (item.module, item.id))
    return {
        **_created(case),
        "communes": [_commune(commune) for commune in case.head.communes],
        "title": title,
        "opened_on": case.head.opened_on.isoformat(),
        "adviser": case.head.adviser,
        "draft": case.head.draft,
        "archived": case.head.archived,
        "handed_over_to": None if case.handover is None else case.handover.to,
        "bookings": [
            {"module": item.module, "state": item.state.value, "financing": item.financing.value} for item in bookings
        ],
        "assessments": [
            {**shown, "areas": list(item.areas), "answers": len(case.answers.get(item.id, {}))}
            for shown, item in zip(_assessments(case), case.in_order(), strict=True)
        ],
        "use_cases": [{"id": item.id, "code": item.code, "title": item.title} for item in _use_cases(case)],
        "measures": [{"id": item.id, "title": item.title, "state": item.state.value} for item in _measures(case)],
    }


def _detail_lines(case: Case, workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts
    yield f"{case.id}  {workspace.register.titles(case.head.communes)}  {_modules(case)}"
    if case.handover is not None:
        yield texts("commands.case.handed-over", name=case.handover.to)
    for booking in sorted(case.bookings.values(), key=lambda item: (item.module, item.id)):
        yield texts(
            "commands.case.booking",
            module=booking.module,
            state=state_word(booking.state, texts),
            financing=state_word(booking.financing, texts),
        )
    for item in case.in_order():
        yield texts(
            "commands.case.assessment",
            id=item.id,
            title=workspace.assessments.title(case, item),
            questionnaire=item.questionnaire,
            count=len(case.answers.get(item.id, {})),
            areas=", ".join(item.areas) or "–",
        )
    for use_case in _use_cases(case):
        yield texts("commands.case.use-case", code=use_case.code, title=use_case.title)
    for measure in _measures(case):
        yield texts("commands.case.measure", id=measure.id, title=measure.title, state=state_word(measure.state, texts))


def _use_cases(case: Case) -> Any:
    from advisor_app.services.use_cases import in_order

    return in_order(case.use_cases.values())


def _measures(case: Case) -> Any:
    from advisor_app.domain.plan import in_order

    return in_order(case.measures.values())
