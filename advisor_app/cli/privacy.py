"""Commands for data protection: who is stored, what is stored about a person, erasing people and cases."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case as CaseName
from advisor_app.cli.parameters import Json
from advisor_app.domain.errors import AdvisorError
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.data_lock import Access
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor_app.domain.case import Case, Person
    from advisor_app.services.erasure import ErasureRecord
    from advisor_app.services.retention import PersonTerm
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

group = new_group()

PersonName = Annotated[str, typer.Argument(metavar="PERSON")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]


@group.command("list", cls=Command)
def list_all(context: typer.Context, *, as_json: Json = False) -> None:
    """List the people of every case, cases whose time has come, and what was erased."""
    with context.obj.open(Access.READ) as workspace:
        show(_overview(workspace), _overview_lines(workspace), as_json=as_json)


@group.command("export", cls=Command)
def export(
    context: typer.Context,
    case_name: CaseName,
    person_name: PersonName,
    *,
    out: Annotated[str, typer.Option("--out", metavar="FILE.txt")] = "",
    as_json: Json = False,
) -> None:
    """Show or write what is stored about a person."""
    from pathlib import Path

    from advisor_app.services.person_export import as_value

    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        person_export = workspace.person_export(case)
        stored = person_export.stored(case, workspace.erasure.person(case, person_name))
        if out:
            person_export.write(stored, Path(out))
        lines = [workspace.texts("commands.privacy.written", file=out)] if out else person_export.lines(stored)
        show(as_value(stored), lines, as_json=as_json)


@group.command("erase-person", cls=Command)
def erase_person(
    context: typer.Context,
    case_name: CaseName,
    person_name: PersonName,
    *,
    reason: Reason = "",
    keep_texts: Annotated[bool, typer.Option("--keep-texts")] = False,
    as_json: Json = False,
) -> None:
    """Erase a person, and take the name out of all texts of the case."""
    with context.obj.open(Access.WRITE) as workspace:
        case = workspace.cases.load_named(case_name)
        person = workspace.erasure.person(case, person_name)
        record = workspace.erasure.erase_person(case, person, () if keep_texts else None, reason)
        _show_record(record, workspace, as_json=as_json)


@group.command("keep-person", cls=Command)
def keep_person(
    context: typer.Context,
    case_name: CaseName,
    person_name: PersonName,
    *,
    until: Annotated[str, typer.Option("--until", metavar="DATE|usual")],
    as_json: Json = False,
) -> None:
    """Keep a person's data until a day, or for the usual time."""
    from advisor_app.domain.days import read_day
    from advisor_app.services.clock import today

    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        person = workspace.erasure.person(session.case, person_name)
        day = None if until == "usual" else read_day(until, today(workspace.clock))
        workspace.retention.keep_person_until(session, person.id, day)
        _show_term(session.case, person, workspace, as_json=as_json)


@group.command("erase-due", cls=Command)
def erase_due(context: typer.Context, case_name: CaseName, *, reason: Reason = "", as_json: Json = False) -> None:
    """Erase the people of a case whose time has come, and take their names out of all its texts."""
    with context.obj.open(Access.WRITE) as workspace:
        case = workspace.cases.load_named(case_name)
        due = [case.people[name] for name, term in workspace.retention.people(case).items() if term.is_due]
        if not due:
            show(None, [workspace.texts("commands.privacy.nobody-due")], as_json=as_json)
            return
        _show_record(workspace.erasure.erase_people(case, due, None, reason), workspace, as_json=as_json)


@group.command("redact", cls=Command)
def redact(
    context: typer.Context,
    case_name: CaseName,
    words: Annotated[str, typer.Argument(metavar="TEXT")],
    *,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Take a name out of all texts of a case, also of somebody who is not listed."""
    with context.obj.open(Access.WRITE) as workspace:
        case = workspace.cases.load_named(case_name)
        named = workspace.erasure.saying(case, words)
        if not named.records:
            show(None, [workspace.texts("commands.privacy.nothing")], as_json=as_json)
            return
        _show_record(workspace.erasure.redact(case, named, named.keys, reason), workspace, as_json=as_json)


@group.command("erase-case", cls=Command)
def erase_case(
    context: typer.Context,
    case_name: CaseName,
    *,
    reason: Reason = "",
    only_people: Annotated[bool, typer.Option("--only-personal-data")] = False,
    as_json: Json = False,
) -> None:
    """Erase a case with its history, or only what is personal in it."""
    with context.obj.open(Access.WRITE) as workspace:
        case_id = workspace.cases.resolve(case_name)
        if only_people:
            record = workspace.erasure.erase_personal_data(workspace.cases.load(case_id), reason)
        else:
            people: tuple[Person, ...] = ()
            with suppress(AdvisorError):  # one that cannot be read any more is erased all the same
                people = tuple(workspace.cases.load(case_id).people.values())
            record = workspace.erasure.erase_case(case_id, reason, people=people)
        _show_record(record, workspace, as_json=as_json)


@group.command("erase-backups", cls=Command)
def erase_backups(context: typer.Context, *, as_json: Json = False) -> None:
    """Make a new backup and erase those that may still hold what was erased."""
    with context.obj.open(Access.WRITE) as workspace:
        record = workspace.erasure.erase_old_backups()
        if record is None:
            show(None, [workspace.texts("commands.privacy.no-backups")], as_json=as_json)
            return
        _show_record(record, workspace, as_json=as_json)


def _show_record(record: ErasureRecord, workspace: Workspace, *, as_json: bool) -> None:
    held = workspace.erasure.backups_hold()
    until = held.until
    texts = workspace.texts
    lines = [_record_line(record, texts)]
    if until is not None:
        lines.append(texts("privacy.backups", day=format_date(until, texts.language)))
    if held.lasting:
        lines.append(texts("privacy.lasting", count=held.lasting))
    if held.unseen:
        lines.append(texts("privacy.unseen"))
    value = {
        **_record(record),
        "backups_until": None if until is None else until.isoformat(),
        "lasting": held.lasting,
        "second_place_unseen": held.unseen,
    }
    show(value, lines, as_json=as_json)


def _show_term(case: Case, person: Person, workspace: Workspace, *, as_json: bool) -> None:
    texts, term = workspace.texts, workspace.retention.people(case)[person.id]
    value = {
        "case": case.id,
        "person": person.id,
        "until": term.until.isoformat(),
        "usual": term.usual.isoformat(),
        "due": term.is_due,
    }
    line = texts("commands.privacy.kept", name=person.name or "–", day=format_date(term.until, texts.language))
    show(value, [line], as_json=as_json)


def _record(record: ErasureRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "at": record.at.isoformat(timespec="seconds"),
        "author": record.author,
        "device": record.device,
        "what": record.what,
        "subject": record.subject,
        "reason": record.reason,
        "counts": dict(record.counts),
    }


def _record_line(record: ErasureRecord, texts: Texts) -> str:
    local = record.at.astimezone(LOCAL)
    when = f"{format_date(local.date(), texts.language)} {local:%H:%M}"
    parts = (when, texts(f"privacy.what.{record.what}"), record.subject, record.author, record.reason)
    return "  ".join(filter(None, parts))


def _overview(workspace: Workspace) -> dict[str, Any]:
    return {
        "people": [
            {
                "case": case.id,
                "commune": case.commune.title,
                "id": person.id,
                "name": person.name,
                "until": term.until.isoformat(),
                "due": term.is_due,
            }
            for case in workspace.cases.load_all()
            for person, term in _terms(case, workspace)
        ],
        "due": [
            {
                "case": item.case_id,
                "commune": item.communes[0].title,
                "changed_on": item.changed_on.isoformat(),
                "due_on": item.due_on.isoformat(),
            }
            for item in workspace.retention.due()
        ],
        "erased": [_record(record) for record in workspace.erasure.records()],
    }


def _overview_lines(workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts
    for case in workspace.cases.load_all():
        for person, term in _terms(case, workspace):
            day = format_date(term.until, texts.language)
            words = texts("commands.privacy.until-over" if term.is_due else "commands.privacy.until", day=day)
            yield f"{case.id}  {case.commune.title}  {person.id}  {person.name or '–'}  {words}"
    for item in workspace.retention.due():
        day = format_date(item.due_on, texts.language)
        yield texts("commands.privacy.due", commune=item.communes[0].title, id=item.case_id, day=day)
    for record in workspace.erasure.records():
        yield texts("commands.privacy.erased", line=_record_line(record, texts))


def _terms(case: Case, workspace: Workspace) -> Iterator[tuple[Person, PersonTerm]]:
    """The people of a case, each with until when they are kept."""
    return ((case.people[name], term) for name, term in workspace.retention.people(case).items())
