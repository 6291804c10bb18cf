"""Commands for backups: make, list, verify and bring back one, and find data in the usual places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Json
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.data_lock import Access, hold
from advisor_app.texts.errors import sentence

if TYPE_CHECKING:
    from advisor_app.cli.environment import Environment
    from advisor_app.domain.backup import Backup, BackupContents
    from advisor_app.services.backup_places import BackupPlaces, ListedBackup
    from advisor_app.services.entrance import Profile, Secret
    from advisor_app.services.finding import Found
    from advisor_app.texts import Texts


Result = TypeVar("Result")

group = new_group()

Name = Annotated[str, typer.Argument(metavar="BACKUP")]


@group.command("create", cls=Command)
def create(context: typer.Context, *, as_json: Json = False) -> None:
    """Make a backup now, also while a window is open."""
    with context.obj.open(Access.READ) as workspace:
        made = workspace.backups.create()
        texts = workspace.texts
        lines = [texts("commands.backup.created", **_fields(made.backup, texts))]
        if made.second is not None:
            lines.append(texts("commands.backup.copied", folder=made.second.folder))
        if made.problem is not None:
            lines.append(sentence(made.problem, texts))
        value = {
            **_value(made.backup),
            "second": None if made.second is None else str(made.second.folder),
            "problem": None if made.problem is None else sentence(made.problem, texts),
        }
        show(value, lines, as_json=as_json)


@group.command("list", cls=Command)
def list_all(context: typer.Context, *, as_json: Json = False) -> None:
    """List all backups, the newest first."""
    environment: Environment = context.obj
    listed, texts = _places(environment).list(), environment.texts
    rows: list[dict[str, Any]] = [
        {**_value(row.backup), "readable": True, "also": [str(copy.folder) for copy in row.also]}
        for row in listed.backups
    ]
    rows += [{"name": path.name, "folder": str(path), "readable": False} for path in listed.unreadable]
    lines = list(_listed(listed.backups, texts))
    lines += [texts("commands.backup.unreadable", folder=path) for path in listed.unreadable]
    show(rows, lines or [texts("commands.backup.none")], as_json=as_json)


@group.command("verify", cls=Command)
def verify(context: typer.Context, name: Name = "", *, as_json: Json = False) -> None:
    """Check a backup, the newest one without a name."""
    from advisor_app.services.backups import present_profile, verify_backup

    environment: Environment = context.obj
    backup, texts = _places(environment).find(name), environment.texts
    folder = environment.folder
    opened = with_given_secret(
        environment,
        lambda secret: verify_backup(backup, present_profile(folder, secret), secret, key_file_in=folder),
    )
    line = texts(f"commands.backup.{'sound' if opened else 'sound-unopened'}", **_fields(backup, texts))
    show({**_value(backup), "sound": True, "opened": opened}, [line], as_json=as_json)


@group.command("restore", cls=Command)
def restore(
    context: typer.Context,
    name: Name = "",
    *,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    without_evidence: Annotated[bool, typer.Option("--without-evidence")] = False,
    preview: Annotated[bool, typer.Option("--preview")] = False,
    as_json: Json = False,
) -> None:
    """Bring a backup back, the newest one without a name; what is there now is kept aside."""
    from advisor_app.services.backups import look_into, present_profile
    from advisor_app.services.backups import restore as bring_back

    environment: Environment = context.obj
    texts, folder = environment.texts, environment.folder
    backup = _places(environment).find(name)

    def look(secret: Secret | None) -> tuple[Profile | None, BackupContents]:
        present = present_profile(folder, secret)
        return present, look_into(backup, secret, folder, present)

    present, contents = with_given_secret(environment, look)
    held = list(_case_lines(contents, texts))
    if preview:
        heading = texts("commands.backup.holds", **_fields(backup, texts))
        show({**_value(backup), **_contents_value(contents)}, [heading, *held], as_json=as_json)
        return
    with hold(folder, Access.WRITE):
        restored = bring_back(folder, backup, present, replace_other=replace, without_evidence=without_evidence)
    lines = [texts("commands.backup.restored", **_fields(backup, texts)), *held]
    if restored.aside is not None:
        lines.append(texts("commands.backup.aside", folder=restored.aside))
    if restored.before is not None:
        lines.append(texts("commands.backup.before", folder=restored.before.folder))
    value = {
        "restored": {**_value(backup), **_contents_value(contents)},
        "aside": None if restored.aside is None else str(restored.aside),
        "before": None if restored.before is None else str(restored.before.folder),
    }
    show(value, lines, as_json=as_json)


@group.command("find", cls=Command)
def find(
    context: typer.Context,
    places: Annotated[list[Path] | None, typer.Argument(metavar="PLACE")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Look for profiles, backups, packed moves and case files in the usual places."""
    from advisor_app.services.finding import search
    from advisor_app.services.usual_places import usual_places

    environment: Environment = context.obj
    known = _places(environment)
    result = search(places or usual_places(known.folder, known.second), open_folder=environment.folder)
    texts = environment.texts
    lines = [_found_line(item, texts) for item in result.found] or [texts("commands.backup.nothing-found")]
    if not result.is_complete:
        lines.append(texts("commands.backup.incomplete"))
    if result.unreadable:
        lines.append(texts("commands.backup.forbidden", count=result.unreadable))
    value = {
        "found": [_found_value(item, texts) for item in result.found],
        "complete": result.is_complete,
        "unreadable_folders": result.unreadable,
    }
    show(value, lines, as_json=as_json)


def _places(environment: Environment) -> BackupPlaces:
    """Where the backups lie, told without opening the profile."""
    from advisor_app.services.backup_places import BackupPlaces
    from advisor_app.services.policy import load_policy

    preferences, _ = environment.preferences_of_window()
    policy = load_policy(environment.texts)
    chosen = preferences.backup_place.strip()
    return BackupPlaces(environment.folder, policy.backup_place or (Path(chosen).expanduser() if chosen else None))


def with_given_secret(environment: Environment, work: Callable[[Secret | None], Result]) -> Result:
    """Work with the passphrase or code that was given, without one where none was; raises AdvisorError(KEY_WRONG)."""
    if not environment.passphrases.file:
        return work(None)
    from advisor_app.services.entrance import with_secret_in

    return with_secret_in(environment.passphrases.present(environment.folder, environment.texts), work)


def _listed(rows: Sequence[ListedBackup], texts: Texts) -> Iterator[str]:
    for row in rows:
        key = "listed-twice" if row.also else "listed"
        yield texts(f"commands.backup.{key}", **_fields(row.backup, texts))


def _fields(backup: Backup, texts: Texts) -> dict[str, object]:
    return {
        "name": backup.name,
        "folder": backup.folder,
        "count": backup.cases,
        "files": backup.evidence,
        "size": format_size(backup.size, texts),
        "reason": texts(f"backups.reason.{backup.reason.value}"),
        "program": backup.program,
    }


def format_size(size: int, texts: Texts) -> str:
    """Bytes in the unit that reads best."""
    from advisor_app.texts.numbers import format_decimal

    unit, divisor = ("MB", 1_000_000) if size >= 1_000_000 else ("kB", 1000)
    return f"{format_decimal(size / divisor, 1 if divisor > 1000 else 0, texts.language)} {unit}"


def _case_lines(contents: BackupContents, texts: Texts) -> Iterator[str]:
    """Each case of a backup; where no key at hand opens it, how to name one."""
    from advisor_app.texts.numbers import format_date

    if contents.cases is None:
        yield texts("commands.backup.unopened")
    for case in contents.cases or ():
        day = case.opened_on if case.changed_at is None else case.changed_at.astimezone(LOCAL).date()
        fields = {"communes": ", ".join(case.communes), "answers": case.answers}
        yield texts("commands.backup.case", day=format_date(day, texts.language), **fields)
    if contents.missing_evidence:
        yield texts("commands.backup.lacking", count=contents.missing_evidence)


def _contents_value(contents: BackupContents) -> dict[str, Any]:
    cases = contents.cases
    return {
        "contents": None
        if cases is None
        else [
            {
                "communes": list(case.communes),
                "opened_on": case.opened_on.isoformat(),
                "changed_at": None if case.changed_at is None else case.changed_at.isoformat(),
                "answers": case.answers,
            }
            for case in cases
        ],
        "missing_evidence": contents.missing_evidence,
    }


def _value(backup: Backup) -> dict[str, Any]:
    return {
        "name": backup.name,
        "folder": str(backup.folder),
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason.value,
        "program": backup.program,
        "version": backup.version,
        "profile": backup.profile,
        "cases": backup.cases,
        "evidence": backup.evidence,
        "size": backup.size,
    }


def _found_line(item: Found, texts: Texts) -> str:
    from advisor_app.services.finding import describe, printable

    return f"{printable(str(item.path))}  {describe(item, texts)}"


def _found_value(item: Found, texts: Texts) -> dict[str, Any]:
    return {
        "kind": item.kind.value,
        "path": str(item.path),
        "at": None if item.at is None else item.at.astimezone(LOCAL).isoformat(),
        "cases": item.cases,
        "backups": item.count if item.backup is not None else None,
        "program": item.program or None,
        "protection": list(item.protection),
        "open": item.is_open,
        "problem": None if item.problem is None else sentence(item.problem, texts),
    }
