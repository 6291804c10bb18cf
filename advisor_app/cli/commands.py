"""All commands under one roof: words of the help, and what is said of a command that is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any

import typer

from advisor_app.cli.environment import Environment
from advisor_app.cli.guard import DONE, INTERRUPTED, MISUNDERSTOOD, guarded, refuse
from advisor_app.cli.help import Command, new_group, value_word
from advisor_app.cli.options import VERSION
from advisor_app.cli.output import prepare_streams
from advisor_app.languages import LANGUAGES
from advisor_app.texts import Texts

PROGRAM = "advisor-app"

# What is wrong with a command line, told by the library's own words: it has no public classes for it.
_WORDED = {
    "no-command": re.compile(r"No such command '(?P<name>[^']*)'"),
    "extra": re.compile(r"unexpected extra argument\(s\) \((?P<name>.*)\)"),
    "no-value": re.compile(r"Option '(?P<name>[^']*)' requires"),
    "missing": re.compile(r"Missing (?:argument|option|parameter) '(?P<name>[^']*)'"),
    "no-option": re.compile(r"No such option: (?P<name>\S+)"),
    "bad-value": re.compile(r"Invalid value for '(?P<name>[^']*)'"),
}

# Where commands are found, by their words: "module:name" of a group, of a further command of one, or of a command that
# stands alone; in the order of the help. A module is loaded when one of its commands is called or the help lists it.
_GROUPS: Mapping[str, str] = {
    "content": "content:group",
    "communes": "communes:group",
    "request": "requests:group",
    "case": "cases:group",
    "booking": "bookings:group",
    "assessment": "assessments:group",
    "cohort": "comparisons:group",
    "poll": "polls:group",
    "funding": "funding:group",
    "prices": "prices:group",
    "plan": "plans:group",
    "use-case": "use_cases:group",
    "e-file": "e_files:group",
    "process": "processes:group",
    "usage": "usage:group",
    "service": "services:group",
    "evidence": "evidence:group",
    "forms": "forms:group",
    "agenda": "agendas:group",
    "minutes": "minutes:group",
    "documents": "documents:group",
    "figures": "figures:group",
    "key": "keys:group",
    "privacy": "privacy:group",
    "backup": "backups:group",
    "candidate": "candidates:group",
    "move": "moving:group",
    "day": "minutes:day_group",
    "checklist": "preparation:checklist_group",
    "ready": "preparation:ready_group",
}
_FURTHER: Mapping[str, Mapping[str, str]] = {
    "assessment": {
        "migrate": "migrations:migrate",
        "compare": "comparisons:compare",
        "communes": "comparisons:communes",
        "what-if": "comparisons:what_if",
        "given": "given_answers:given",
        "clarification": "polls:clarification",
    },
    "backup": {"salvage": "salvage:salvage"},
    "case": {
        "history": "case_history:history",
        "duplicate": "case_templates:duplicate",
        "export": "case_files:export_case",
        "import": "case_files:import_case",
        "import-list": "case_lists:import_list",
        "recipient": "case_files:show_recipient",
        "take-back": "case_files:take_back",
    },
    "content": {
        "export": "content_files:export_pack",
        "import": "content_files:import_pack",
        "schema": "content_files:write_schemas",
    },
    "documents": {
        "state": "document_archive:set_state",
        "hand-over": "document_archive:hand_over",
        "archive": "document_archive:show_archive",
        "changes": "document_archive:show_changes",
        "pack": "print_packs:make_pack",
    },
}
_COMMANDS: Mapping[str, str] = {
    "demo": "demo:demo",
    "handbook": "handbook:write_handbook",
    "self-check": "self_check:self_check",
}


def _program(
    context: typer.Context,
    *,
    data: str = typer.Option("", "--data", metavar="FOLDER"),
    author: str = typer.Option("", "--author", metavar="NAME"),
    lang: str = typer.Option("", "--lang", metavar="|".join(LANGUAGES)),
    passphrase_file: str = typer.Option("", "--passphrase-file", metavar="FILE"),
    version: bool = typer.Option(False, VERSION),  # noqa: ARG001  # told before this is loaded; here for the help
) -> None:
    context.obj = Environment.of(
        [["--data", data], ["--author", author], ["--lang", lang], ["--passphrase-file", passphrase_file]]
    )
    if lang and lang not in LANGUAGES:
        context.fail("Invalid value for '--lang'.")
    if context.invoked_subcommand is None:
        context.fail("Missing command.")


@cache
def command_tree(first: str = "") -> Any:
    """The commands as click has them: those behind one first word, or all of them.

    Put together once: that costs more than most of them do.
    """
    program = new_group()
    program.callback(invoke_without_command=True)(_program)
    for name in _named(first, _GROUPS):
        program.add_typer(_group(name), name=name)
    for name in _named(first, _COMMANDS):
        program.command(name, cls=Command)(_found(_COMMANDS[name]))
    return typer.main.get_command(program)


def _named(first: str, names: Mapping[str, str]) -> Iterable[str]:
    return (name for name in names if first in {"", name})


@cache
def _group(name: str) -> typer.Typer:
    group: typer.Typer = _found(_GROUPS[name])
    for inner, place in _FURTHER.get(name, {}).items():
        group.command(inner, cls=Command)(_found(place))
    return group


def _found(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(f"advisor_app.cli.{module}"), name)


def run_command(options: Sequence[Sequence[str]], rest: Sequence[str]) -> int:
    """Run a command line; returns the exit code."""
    prepare_streams()
    environment = Environment.of(options)
    first = rest[0] if rest and rest[0] in {*_GROUPS, *_COMMANDS} else ""
    arguments = [*(part for option in options for part in option), *rest]
    lacking = next((option[0] for option in options if len(option) == 1), None)
    if lacking is not None:
        return refuse(environment.texts("commands.usage.no-value", name=lacking, command=PROGRAM), MISUNDERSTOOD)

    def run() -> int:
        try:
            code = command_tree(first)(arguments, prog_name=PROGRAM, standalone_mode=False, obj=environment)
        except typer.exceptions.TyperException as error:
            return refuse(_misunderstood(error, environment.texts), MISUNDERSTOOD)
        if code == INTERRUPTED:  # the library has caught it
            raise KeyboardInterrupt
        return code if isinstance(code, int) else DONE

    return guarded(environment, run)


def _misunderstood(error: typer.exceptions.TyperException, texts: Texts) -> str:
    """A sentence for a command line that makes no sense, with the command that tells more."""
    context = getattr(error, "ctx", None)
    command = PROGRAM if context is None else context.command_path
    message = error.format_message()
    found = ((key, pattern.search(message)) for key, pattern in _WORDED.items())
    key, name = next(((key, match["name"]) for key, match in found if match), ("incomplete", ""))
    return texts(f"commands.usage.{key}", name=value_word(name, texts), command=command)
