"""Commands for the price list of the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.prices import HIGHEST_PRICE, ModulePrice, PriceList
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_cents, format_date

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("list", cls=Command)
def list_prices(
    context: typer.Context, *, on: Annotated[str, typer.Option("--on", metavar="DAY")] = "", as_json: Json = False
) -> None:
    """List all prices, or only those that hold on a day."""
    with context.obj.open(Access.READ) as workspace:
        day = _day(workspace, on)
        prices = [item for item in workspace.preferences.prices if day is None or item.holds(day)]
        lines = list(_lines(prices, workspace)) or [workspace.texts("commands.prices.nothing")]
        show([_value(item) for item in prices], lines, as_json=as_json)


@group.command("set", cls=Command)
def set_price(
    context: typer.Context,
    module: Annotated[str, typer.Argument(metavar="M4")],
    amount: Annotated[str, typer.Argument(metavar="EUR")],
    *,
    first: Annotated[str, typer.Option("--from", metavar="DAY")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """Enter a price; one of the same module with the same beginning is replaced."""
    from advisor_app.domain.amounts import parse_amount

    with context.obj.open(Access.WRITE) as workspace:
        name, cents = module.upper(), parse_amount(amount)
        if name not in workspace.catalog.modules:
            raise AdvisorError(Problem.UNKNOWN_MODULE, name=module)
        if cents is None or cents > HIGHEST_PRICE:
            raise AdvisorError(Problem.BAD_VALUE, value=amount, name="EUR")
        begins, ends = _day(workspace, first), _day(workspace, last)
        if begins is not None and ends is not None and ends < begins:
            raise AdvisorError(Problem.BAD_VALUE, value=last, name="--to")
        price = ModulePrice(module=name, cents=cents, valid_from=begins, valid_to=ends)
        _keep(workspace, workspace.prices.with_price(price))
        show(_value(price), _lines([price], workspace), as_json=as_json)


@group.command("remove", cls=Command)
def remove_price(
    context: typer.Context,
    module: Annotated[str, typer.Argument(metavar="M4")],
    *,
    first: Annotated[str, typer.Option("--from", metavar="DAY")] = "",
    as_json: Json = False,
) -> None:
    """Remove the price of a module that begins on a day, without one the price that has no beginning."""
    with context.obj.open(Access.WRITE) as workspace:
        name, begins = module.upper(), _day(workspace, first)
        removed = workspace.prices.beginning(name, begins)
        if not removed:
            raise AdvisorError(Problem.UNKNOWN_PRICE, name=name)
        _keep(workspace, workspace.prices.without(name, begins))
        lines = [workspace.texts("commands.prices.removed", price=line) for line in _lines(removed, workspace)]
        show([_value(price) for price in removed], lines, as_json=as_json)


def _keep(workspace: Workspace, prices: PriceList) -> None:
    workspace.set_preferences(replace(workspace.preferences, prices=prices.prices))


def _day(workspace: Workspace, text: str) -> date | None:
    from advisor_app.domain.days import read_day
    from advisor_app.services.clock import today

    return read_day(text, today(workspace.clock))


def _value(price: ModulePrice) -> dict[str, Any]:
    days = {"valid_from": price.valid_from, "valid_to": price.valid_to}
    return {
        "module": price.module,
        "cents": price.cents,
        **{name: None if day is None else day.isoformat() for name, day in days.items()},
    }


def _lines(prices: Iterable[ModulePrice], workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts

    def words(key: str, day: date | None) -> str:
        return "" if day is None else texts(f"commands.prices.{key}", day=format_date(day, texts.language))

    for price in prices:
        period = " ".join(filter(None, (words("from", price.valid_from), words("to", price.valid_to))))
        amount = texts("commands.prices.open") if price.cents is None else format_cents(price.cents, texts.language)
        yield texts(
            "commands.prices.price",
            module=price.module,
            amount=amount,
            period=period or texts("commands.prices.always"),
        )
