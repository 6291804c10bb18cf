"""Commands for funding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json, communes_named, names_in
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.domain.funding import FundingVerdict, ModuleFunding
    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("check", cls=Command)
def check(
    context: typer.Context,
    *,
    modules: Annotated[str, typer.Option("--modules", metavar="M1,M3")],
    on: Annotated[str, typer.Option("--on", metavar="DAY")] = "",
    commune: Annotated[str, typer.Option("--commune", metavar="AGS")] = "",
    as_json: Json = False,
) -> None:
    """Tell who pays for modules on a day, and whether they may be combined."""
    with context.obj.open(Access.READ) as workspace:
        verdict = _verdict(workspace, modules, on, commune)
        show(_value(verdict), _lines(verdict, workspace), as_json=as_json)


@group.command("cost", cls=Command)
def cost(
    context: typer.Context,
    *,
    modules: Annotated[str, typer.Option("--modules", metavar="M1,M3")],
    on: Annotated[str, typer.Option("--on", metavar="DAY")] = "",
    commune: Annotated[str, typer.Option("--commune", metavar="AGS")] = "",
    as_json: Json = False,
) -> None:
    """Tell which modules would be funded and what the commune pays itself, with the sum by the price list."""
    from advisor_app.domain.prices import paid_choices
    from advisor_app.texts.payment import paid_words

    with context.obj.open(Access.READ) as workspace:
        choices = paid_choices(_verdict(workspace, modules, on, commune), workspace.prices)
        value = [
            {
                "funded": list(choice.funded),
                "self_paid": list(choice.self_paid),
                "cents": choice.cents,
                "without_price": list(choice.without_price),
            }
            for choice in choices
        ]
        show(value, [paid_words(choice, str, workspace.texts) for choice in choices], as_json=as_json)


def _verdict(workspace: Workspace, modules: str, on: str, commune: str) -> FundingVerdict:
    """The verdict on modules for a day and the communes of some keys."""
    from advisor_app.domain.months import parse_start
    from advisor_app.services.clock import today

    day = parse_start(on) if on else today(workspace.clock)
    communes = communes_named(commune, workspace) if commune else []
    known = [name for found in communes for name in workspace.register.lineage(found)]
    return workspace.cases.check_funding(names_in(modules), day, dict.fromkeys(known))


def _value(verdict: FundingVerdict) -> dict[str, Any]:
    return {
        "funded": verdict.funded,
        "on": verdict.on.isoformat(),
        "combination_allowed": verdict.combination_allowed,
        "rules": list(verdict.rules),
        "modules": {name: _module(item) for name, item in verdict.modules.items()},
        "alternatives": [list(choice) for choice in verdict.alternatives],
    }


def _module(item: ModuleFunding) -> dict[str, Any]:
    return {
        "payer": item.payer,
        "reason": item.reason,
        "open": item.open,
        "valid_from": _iso(item.valid_from),
        "valid_to": _iso(item.valid_to),
    }


def _window(item: ModuleFunding, on: date) -> str:
    if item.open:
        return "open"
    return "ahead" if item.valid_from is not None and on < item.valid_from else "closed"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _lines(verdict: FundingVerdict, workspace: Workspace) -> Iterator[str]:
    texts, rules = workspace.texts, workspace.catalog.funding

    def day(value: date | None) -> str:
        return "–" if value is None else format_date(value, texts.language)

    yield texts(f"commands.funding.{'funded' if verdict.funded else 'not-funded'}", on=day(verdict.on))
    yield texts(f"commands.funding.{'allowed' if verdict.combination_allowed else 'not-allowed'}")
    for name in verdict.rules:
        yield f"{name}: {rules.rules[name].text}"
    payers = {programme.id: programme.title for programme in rules.programmes}
    for name, item in verdict.modules.items():
        payer = payers.get(item.payer or "", texts("commands.funding.nobody"))
        state = texts(f"commands.funding.{_window(item, verdict.on)}")
        yield texts(
            "commands.funding.module",
            module=name,
            payer=payer,
            state=state,
            start=day(item.valid_from),
            end=day(item.valid_to),
        )
    for choice in verdict.alternatives:
        yield texts("commands.funding.alternative", modules=texts.joined(choice))
