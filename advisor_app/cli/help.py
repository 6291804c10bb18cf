"""Help in the words of the product, laid out in plain lines."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

_WIDTH = 100
_HELP = "Zeigt diese Hilfe."


class Command(TyperCommand):
    """A command with help in German."""

    @override
    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_help(self, ctx, "[OPTIONEN]", ()))


class Group(TyperGroup):
    """A group of commands with help in German."""

    @override
    def format_help(self, ctx: Any, formatter: Any) -> None:
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _first_line(command.help)) for name, command in commands if command is not None]
        formatter.write(_help(self, ctx, "[OPTIONEN] BEFEHL …", rows))


def new_group(words: str) -> typer.Typer:
    """A group of commands."""
    return typer.Typer(
        cls=Group,
        help=words,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )


def _help(command: Command | Group, context: Any, usage: str, commands: Iterable[tuple[str, str]]) -> str:
    parameters: list[Any] = list(command.params)
    arguments = [item for item in parameters if item.param_type_name == "argument"]
    options = [item for item in parameters if item.param_type_name == "option"]
    names = " ".join(map(_in_usage, arguments))
    parts = [" ".join(filter(None, ("Aufruf:", context.command_path, names, usage)))]
    parts.append(textwrap.fill(command.help or "", _WIDTH))
    for title, rows in (
        ("Angaben:", [(_argument(item), item.help or "") for item in arguments]),
        ("Optionen:", [*((_option(item), item.help or "") for item in options), ("--help", _HELP)]),
        ("Befehle:", list(commands)),
    ):
        if rows:
            parts.append("\n".join([title, *_table(rows)]))
    return "\n\n".join(filter(None, parts)) + "\n"


def _table(rows: Iterable[tuple[str, str]]) -> Iterable[str]:
    every = list(rows)
    width = max(len(name) for name, _ in every) + 4
    for name, words in every:
        lead = f"  {name}".ljust(width)
        yield textwrap.fill(words, _WIDTH, initial_indent=lead, subsequent_indent=" " * width) or lead.rstrip()


def _argument(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _in_usage(parameter: Any) -> str:
    return _argument(parameter) if parameter.required else f"[{_argument(parameter)}]"


def _option(parameter: Any) -> str:
    names = ", ".join(parameter.opts)
    return names if parameter.is_flag else f"{names} {parameter.metavar or 'WERT'}"


def _first_line(words: str | None) -> str:
    return (words or "").strip().partition("\n")[0]
