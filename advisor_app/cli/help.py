"""Help in the words of the product, laid out in plain lines.

The words stand in ``resources/i18n/<language>/help.toml``: a command's own under its path
(``help.case.create.about``), a parameter's under its command or, where several commands take it, under
``help.parameters``; placeholders of values under ``help.values`` where they are translated.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from advisor_app.cli.environment import Environment
from advisor_app.override import override
from advisor_app.texts import Texts

_WIDTH = 100
_WORD = re.compile(r"[A-Z][A-Z_]+")


class Command(TyperCommand):
    """A command with help in the chosen language."""

    @override
    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_Help(ctx).of(self, "call", ()))


class Group(TyperGroup):
    """A group of commands with help in the chosen language."""

    @override
    def format_help(self, ctx: Any, formatter: Any) -> None:
        names = self.list_commands(ctx)
        formatter.write(_Help(ctx).of(self, "call-of-group", names))


def new_group() -> typer.Typer:
    """A group of commands."""
    return typer.Typer(
        cls=Group,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )


def value_word(name: str, texts: Texts) -> str:
    """The placeholder of a value (FILE.csv) in a language; what is an example in it stays as it is."""

    def word(found: re.Match[str]) -> str:
        key = f"help.values.{found[0]}"
        return texts(key) if key in texts else found[0]

    return _WORD.sub(word, name)


class _Help:
    """The help of one command or group."""

    def __init__(self, context: Any) -> None:
        root = context.find_root()
        environment = root.obj if isinstance(root.obj, Environment) else Environment()
        self._texts = environment.texts
        self._context = context
        self._path = tuple(context.command_path.split()[1:])

    def of(self, command: Command | Group, call: str, subcommands: Iterable[str]) -> str:
        texts = self._texts
        parameters: list[Any] = list(command.params)
        arguments = [item for item in parameters if item.param_type_name == "argument"]
        options = [item for item in parameters if item.param_type_name == "option"]
        names = " ".join(map(self._in_usage, arguments))
        lead = " ".join(filter(None, (self._context.command_path, names)))
        parts = [texts(f"help.{call}", command=lead)]
        parts.append(textwrap.fill(self._words(self._path, "about"), _WIDTH))
        for title, rows in (
            ("arguments", [(self._argument(item), self._about(item)) for item in arguments]),
            (
                "options",
                [*((self._option(item), self._about(item)) for item in options), ("--help", texts("help.help"))],
            ),
            ("commands", [(name, self._words((*self._path, name), "about")) for name in subcommands]),
        ):
            if rows:
                parts.append("\n".join([texts(f"help.{title}"), *_table(rows)]))
        return "\n\n".join(parts) + "\n"

    def _words(self, path: tuple[str, ...], name: str) -> str:
        return self._texts(".".join(("help", *(path or ("program",)), name)))

    def _about(self, parameter: Any) -> str:
        own = ".".join(("help", *(self._path or ("program",)), parameter.name))
        return self._texts(own if own in self._texts else f"help.parameters.{parameter.name}")

    def _argument(self, parameter: Any) -> str:
        return value_word(parameter.metavar, self._texts)

    def _in_usage(self, parameter: Any) -> str:
        word = f"{self._argument(parameter)}{' …' if parameter.nargs < 0 else ''}"
        return word if parameter.required else f"[{word}]"

    def _option(self, parameter: Any) -> str:
        names = ", ".join(parameter.opts)
        return names if parameter.is_flag else f"{names} {self._argument(parameter)}"


def _table(rows: Iterable[tuple[str, str]]) -> Iterable[str]:
    every = list(rows)
    width = max(len(name) for name, _ in every) + 4
    for name, words in every:
        lead = f"  {name}".ljust(width)
        yield textwrap.fill(words, _WIDTH, initial_indent=lead, subsequent_indent=" " * width)
