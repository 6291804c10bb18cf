"""All commands under one roof: words of the help, and what is said of a command that is not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

import typer

from advisor_app import __version__
from advisor_app.cli import (
    agendas,
    assessments,
    backups,
    bookings,
    candidates,
    case_files,
    case_history,
    case_lists,
    case_templates,
    cases,
    communes,
    comparisons,
    content,
    content_files,
    demo,
    document_archive,
    documents,
    e_files,
    evidence,
    figures,
    forms,
    funding,
    handbook,
    keys,
    migrations,
    minutes,
    moving,
    plans,
    polls,
    preparation,
    prices,
    print_packs,
    privacy,
    processes,
    requests,
    salvage,
    self_check,
    services,
    usage,
    use_cases,
)
from advisor_app.cli.environment import LANGUAGES, Environment
from advisor_app.cli.guard import DONE, INTERRUPTED, MISUNDERSTOOD, guarded, refuse
from advisor_app.cli.help import Command, new_group, value_word
from advisor_app.cli.output import prepare_streams, print_line
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

program = new_group()


@program.callback(invoke_without_command=True)
def _main(
    context: typer.Context,
    *,
    data: str = typer.Option("", "--data", metavar="FOLDER"),
    author: str = typer.Option("", "--author", metavar="NAME"),
    lang: str = typer.Option("", "--lang", metavar="de|en"),
    passphrase_file: str = typer.Option("", "--passphrase-file", metavar="FILE"),
    version: bool = typer.Option(False, "--version"),
) -> None:
    context.obj = Environment.of(
        [["--data", data], ["--author", author], ["--lang", lang], ["--passphrase-file", passphrase_file]]
    )
    if lang and lang not in LANGUAGES:
        context.fail("Invalid value for '--lang'.")
    if version:
        print_line(f"Beraterkoffer {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.fail("Missing command.")


_GROUPS = (
    content,
    communes,
    requests,
    cases,
    bookings,
    assessments,
    comparisons,
    polls,
    funding,
    prices,
    plans,
    use_cases,
    e_files,
    processes,
    usage,
    services,
    evidence,
    forms,
    agendas,
    minutes,
    documents,
    figures,
    keys,
    privacy,
    backups,
    candidates,
    moving,
)
for group in _GROUPS:
    program.add_typer(group.group, name=group.NAME)
program.add_typer(minutes.day_group, name=minutes.DAY_NAME)
program.add_typer(preparation.checklist_group, name=preparation.CHECKLIST_NAME)
program.add_typer(preparation.ready_group, name=preparation.READY_NAME)
assessments.group.command("migrate", cls=Command)(migrations.migrate)
assessments.group.command("compare", cls=Command)(comparisons.compare)
assessments.group.command("communes", cls=Command)(comparisons.communes)
assessments.group.command("what-if", cls=Command)(comparisons.what_if)
assessments.group.command("clarification", cls=Command)(polls.clarification)
backups.group.command("salvage", cls=Command)(salvage.salvage)
cases.group.command("history", cls=Command)(case_history.history)
cases.group.command("duplicate", cls=Command)(case_templates.duplicate)
cases.group.command("export", cls=Command)(case_files.export_case)
cases.group.command("import", cls=Command)(case_files.import_case)
cases.group.command("import-list", cls=Command)(case_lists.import_list)
cases.group.command("recipient", cls=Command)(case_files.show_recipient)
cases.group.command("take-back", cls=Command)(case_files.take_back)
content.group.command("export", cls=Command)(content_files.export_pack)
content.group.command("import", cls=Command)(content_files.import_pack)
content.group.command("schema", cls=Command)(content_files.write_schemas)
documents.group.command("state", cls=Command)(document_archive.set_state)
documents.group.command("hand-over", cls=Command)(document_archive.hand_over)
documents.group.command("archive", cls=Command)(document_archive.show_archive)
documents.group.command("changes", cls=Command)(document_archive.show_changes)
documents.group.command("pack", cls=Command)(print_packs.make_pack)
program.command("demo", cls=Command)(demo.demo)
program.command("handbook", cls=Command)(handbook.write_handbook)
program.command("self-check", cls=Command)(self_check.self_check)


@cache
def _commands() -> Callable[..., object]:
    """All commands, put together once: that costs more than most of them do."""
    return typer.main.get_command(program)


def run_command(options: Sequence[Sequence[str]], rest: Sequence[str]) -> int:
    """Run a command line; returns the exit code."""
    prepare_streams()
    environment = Environment.of(options)
    arguments = [*(part for option in options for part in option), *rest]
    lacking = next((option[0] for option in options if len(option) == 1), None)
    if lacking is not None:
        return refuse(environment.texts("commands.usage.no-value", name=lacking, command=PROGRAM), MISUNDERSTOOD)

    def run() -> int:
        try:
            code = _commands()(arguments, prog_name=PROGRAM, standalone_mode=False, obj=environment)
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
