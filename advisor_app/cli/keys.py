"""Commands for the keys of a data folder: what opens it, the passphrase, the recovery sheet, another key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.cli.recovery import write_sheet
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.services.data_lock import Access

if TYPE_CHECKING:
    from advisor_app.cli.environment import Environment
    from advisor_app.services.policy import Policy
    from advisor_app.services.protection import Protection, Ways
    from advisor_app.storage.keyslots import Secret

group = new_group()

Sheet = Annotated[Path | None, typer.Option("--recovery-sheet", metavar="FILE.pdf")]


@group.command("show", cls=Command)
def show_ways(context: typer.Context, *, as_json: Json = False) -> None:
    """Show by what the data folder is opened, without opening it."""
    from advisor_app.services.policy import load_policy

    environment: Environment = context.obj
    policy = load_policy(environment.texts)
    ways = _ways(environment)
    show(_value(ways, policy), _lines(ways, policy, environment), as_json=as_json)


@group.command("passphrase", cls=Command)
def set_passphrase(
    context: typer.Context,
    *,
    new_file: Annotated[str, typer.Option("--new-passphrase-file", metavar="FILE")] = "",
    keep: Annotated[bool, typer.Option("--keep-on-device")] = False,
    remove: Annotated[bool, typer.Option("--remove")] = False,
    as_json: Json = False,
) -> None:
    """Set, change or remove the passphrase."""
    environment: Environment = context.obj
    with environment.open(Access.WRITE) as workspace:
        protection, texts = workspace.protection, workspace.texts
        proof = _proof(environment, protection)
        if remove:
            if proof is not None:
                protection.remove_passphrase(proof)
        else:
            chosen = environment.passphrases.chosen(environment.folder, texts, new_file)
            protection.set_passphrase(chosen, proof, keep_on_device=keep)
        ways = protection.ways
        show(_value(ways, workspace.policy), _lines(ways, workspace.policy, environment), as_json=as_json)


@group.command("recovery", cls=Command)
def make_sheet(context: typer.Context, *, file: Sheet = None, as_json: Json = False) -> None:
    """Make a recovery sheet; an earlier one is out of date then."""
    with context.obj.open(Access.WRITE) as workspace:
        recovery = workspace.protection.new_recovery_code()
        written = write_sheet(workspace, recovery, file)
        workspace.protection.accept_recovery_code(recovery)
        value = {"recovery_sheet": recovery.number, "file": str(written)}
        show(value, [workspace.texts("commands.key.sheet-made", file=written)], as_json=as_json)


@group.command("rekey", cls=Command)
def renew(context: typer.Context, *, file: Sheet = None, as_json: Json = False) -> None:
    """Encrypt everything under another key, with a new recovery sheet."""
    environment: Environment = context.obj
    with environment.open(Access.WRITE) as workspace:
        protection, texts = workspace.protection, workspace.texts
        has_passphrase = protection.ways.passphrase
        words = environment.passphrases.present(environment.folder, texts) if has_passphrase else ""
        renewal = protection.prepare_renewal(words)
        written = write_sheet(workspace, renewal.recovery, file)
        try:
            protection.renew(renewal, lambda _: None)
        except AdvisorError:
            written.unlink(missing_ok=True)  # the sheet of a key that is not in use
            raise
        value = {"recovery_sheet": renewal.recovery.number, "file": str(written)}
        lines = [texts("commands.key.renewed"), texts("commands.key.sheet-made", file=written)]
        show(value, lines, as_json=as_json)


def _ways(environment: Environment) -> Ways:
    from advisor_app.services.protection import ways_into

    try:
        return ways_into(environment.folder)
    except AdvisorError as error:
        if error.problem is not Problem.KEYSLOTS_MISSING:
            raise
    with environment.open(Access.READ) as workspace:  # a folder that is new
        return workspace.protection.ways


def _proof(environment: Environment, protection: Protection) -> Secret | None:
    """The present passphrase, or the sheet's code, where there is a passphrase."""
    if not protection.ways.passphrase:
        return None
    from advisor_app.services.entrance import secrets_in

    secrets = secrets_in(environment.passphrases.present(environment.folder, environment.texts))
    return next((secret for secret in secrets if protection.verify(secret)), secrets[0])


def _value(ways: Ways, policy: Policy) -> dict[str, Any]:
    return {
        "profile": ways.profile,
        "passphrase": ways.passphrase,
        "device": "keyring" if ways.keyring else "key-file" if ways.key_file else None,
        "recovery_sheet": ways.sheet or None,
        "escrow": ways.escrow,
        "recoverable": ways.recoverable,
        "policy": {
            "file": None if policy.file is None else str(policy.file),
            "passphrase_required": policy.passphrase_required,
            "minimum_length": policy.minimum_length,
            "escrow": None if policy.escrow is None else policy.escrow.name,
        },
    }


def _lines(ways: Ways, policy: Policy, environment: Environment) -> Iterator[str]:
    from advisor_app.services.protection import way_words

    texts = environment.texts
    yield from way_words(ways, policy, texts, environment.folder)
    if policy.file is not None:
        yield texts("commands.key.policy", file=policy.file)
