"""Commands for use cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.use_case import MOST_COMMUNES, calculate_costs
from advisor_app.services.data_lock import Access
from advisor_app.texts.candidates import obstacle_word, terms_words
from advisor_app.texts.numbers import format_cents

if TYPE_CHECKING:
    from advisor_app.domain.joint_funding import JointGrant
    from advisor_app.domain.use_case import Costs
    from advisor_app.texts import Texts

group = new_group()


@group.command("import", cls=Command)
def import_use_cases(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml")],
    *,
    as_json: Json = False,
) -> None:
    """Take over use cases from a TOML file, all or none; known codes are changed."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        done = workspace.use_cases.take_in(session, workspace.use_cases.read_use_cases(file))
        value = {"case": session.case.id, "added": list(done.added), "changed": list(done.changed)}
        line = workspace.texts(
            "commands.use-case.imported",
            added=", ".join(done.added) or "–",
            changed=", ".join(done.changed) or "–",
        )
        show(value, [line], as_json=as_json)


@group.command("export", cls=Command)
def export_use_cases(
    context: typer.Context,
    case_name: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE.toml")],
    *,
    item: Annotated[str, typer.Option("--item", metavar="UC-01")] = "",
    as_json: Json = False,
) -> None:
    """Write use cases to a TOML file that can be read again."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        written = [use_case.code for use_case in workspace.use_cases.export_use_cases(case, file, item)]
        value = {"case": case.id, "use_cases": written, "file": str(file)}
        line = workspace.texts("commands.use-case.exported", codes=", ".join(written), file=file)
        show(value, [line], as_json=as_json)


@group.command("cost", cls=Command)
def show_cost(
    context: typer.Context,
    case_name: Case,
    *,
    item: Annotated[str, typer.Option("--item", metavar="UC-01")] = "",
    communes: Annotated[int, typer.Option("--communes", metavar="5")] = 0,
    quota: Annotated[int, typer.Option("--quota", metavar="90")] = -1,
    as_json: Json = False,
) -> None:
    """Show what a use case costs alone and in a cooperation, and what programmes would pay at most."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        use_case = workspace.use_cases.find(case, item)
        costs = use_case.costs
        if communes not in range(MOST_COMMUNES + 1):
            raise AdvisorError(Problem.BAD_VALUE, value=communes, name="--communes")
        if quota not in range(-1, 101):
            raise AdvisorError(Problem.BAD_VALUE, value=quota, name="--quota")
        costs = replace(
            costs, communes=communes or costs.communes, quota_percent=costs.quota_percent if quota < 0 else quota
        )
        grants = workspace.use_cases.joint_grants(costs)
        lines = list(_cost_lines(use_case.code, costs, grants, workspace.texts))
        show(_cost_value(case.id, use_case.code, costs, grants), lines, as_json=as_json)


def _cost_lines(code: str, costs: Costs, grants: Iterable[JointGrant], texts: Texts) -> Iterator[str]:
    result = calculate_costs(costs)

    def money(cents: int | None) -> str:
        return "–" if cents is None else format_cents(cents, texts.language)

    yield texts(
        "commands.use-case.alone",
        code=code,
        total=money(result.total),
        external=money(result.external),
        contingency=money(result.contingency),
        internal=money(result.internal),
        yearly=money(costs.yearly),
    )
    if costs.communes > 1:
        for reading in ("external", "multiplied"):
            yield texts(
                f"commands.use-case.alliance-{reading}",
                communes=costs.communes,
                percent=costs.quota_percent,
                total=money(getattr(result, f"alliance_{reading}")),
                remainder=money(getattr(result, f"alliance_{reading}_remainder")),
                each=money(getattr(result, f"alliance_{reading}_per_commune")),
            )
    for grant in grants:
        yield texts(
            "commands.use-case.grant",
            title=grant.support.title,
            grant=money(grant.grant),
            remainder=money(grant.remainder),
            each=money(grant.per_commune),
            terms=terms_words(grant, texts),
        )
        for obstacle in grant.obstacles:
            yield f"  {obstacle_word(grant, obstacle, texts)}"


def _cost_value(case: str, code: str, costs: Costs, grants: Iterable[JointGrant]) -> dict[str, Any]:
    result = calculate_costs(costs)
    return {
        "case": case,
        "use_case": code,
        "assumptions": {
            "contingency_percent": costs.contingency_percent,
            "internal_hours": costs.internal_hours,
            "hourly_rate_cents": costs.hourly_rate,
            "communes": costs.communes,
            "quota_percent": costs.quota_percent,
        },
        **{f"{field.name}_cents": getattr(result, field.name) for field in fields(result)},
        "yearly_cents": costs.yearly,
        "programmes": [
            {
                "id": grant.support.id,
                "eligible_cents": grant.eligible,
                "quota_percent": grant.quota_percent,
                "quota_assumed": grant.is_assumed,
                "ceiling_cents": grant.ceiling,
                "grant_cents": grant.grant,
                "remainder_cents": grant.remainder,
                "per_commune_cents": grant.per_commune,
                "obstacles": [obstacle.value for obstacle in grant.obstacles],
                "as_of": str(grant.support.as_of),
                "valid_to": None if grant.support.valid_to is None else str(grant.support.valid_to),
            }
            for grant in grants
        ],
    }
