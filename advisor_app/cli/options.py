"""The options that hold for every command, before one is known. Every start reads this: it loads nothing."""

from __future__ import annotations

from collections.abc import Sequence

OPTIONS = ("--data", "--author", "--lang", "--passphrase-file")
VERSION = "--version"


def split_options(arguments: Sequence[str]) -> tuple[list[list[str]], list[str]]:
    """The options that hold for every command (each with its value, where it has one), and everything else."""
    options: list[list[str]] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        name, equals, value = argument.partition("=")
        if argument == "--":
            rest += [argument, *waiting]
        elif name not in OPTIONS:
            rest.append(argument)
        elif equals:
            options.append([name, value])
        else:
            following = next(waiting, None)
            options.append([name] if following is None else [name, following])
    return options, rest
