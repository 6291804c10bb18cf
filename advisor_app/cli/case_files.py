"""Commands that pass cases on as files and take them in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case as CaseName
from advisor_app.cli.parameters import Json
from advisor_app.cli.passphrases import read_passphrase
from advisor_app.cli.recovery import with_recovery
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.reconciliation import Keep, Side, Standing
from advisor_app.services.data_lock import Access
from advisor_app.texts.attendance import doubled_words
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.cli.environment import Environment
    from advisor_app.services.case_export import ExportedCase
    from advisor_app.services.case_import import ImportedCase
    from advisor_app.services.case_preview import ImportPreview, PreviewedRecord, PreviewWords
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

PassphraseFile = Annotated[str, typer.Option("--case-passphrase-file", metavar="FILE")]
Sheet = Annotated[Path | None, typer.Option("--recovery-sheet", metavar="FILE.pdf")]


def export_case(
    context: typer.Context,
    case_name: CaseName,
    file: Annotated[Path, typer.Option("--out", metavar="FILE.bkcase")],
    *,
    recipient: Annotated[str, typer.Option("--recipient", metavar="KEY")] = "",
    passphrase_of_case: PassphraseFile = "",
    successor: Annotated[str, typer.Option("--hand-over", metavar="NAME")] = "",
    as_json: Json = False,
) -> None:
    """Write a case to an encrypted file; with a name it is handed over and can only be read here afterwards."""
    environment: Environment = context.obj
    with environment.open(Access.WRITE if successor else Access.READ) as workspace:
        service = workspace.case_export
        session = workspace.cases.open_named(case_name)
        if recipient:
            protection = service.for_recipient(recipient)
        else:
            protection = service.with_passphrase(_passphrase(environment, workspace, passphrase_of_case, file))
        exported = service.export(session.case.id, file, protection, hand_over_to=successor)
        if exported.successor is not None:
            service.hand_over(session, exported)
        show(_exported(exported, successor), _exported_lines(exported, successor, workspace.texts), as_json=as_json)


def import_case(  # noqa: PLR0913 — its options, all by name
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.bkcase")],
    *,
    keep: Annotated[str, typer.Option("--keep", metavar="mine|theirs")] = "",
    preview_only: Annotated[bool, typer.Option("--preview")] = False,
    with_erased: Annotated[bool, typer.Option("--with-erased")] = False,
    passphrase_of_case: PassphraseFile = "",
    sheet: Sheet = None,
    as_json: Json = False,
) -> None:
    """Take a case in from a file; without a decision nothing is taken in where both sides were changed.

    People who were erased here stay away unless --with-erased takes them in again.
    """
    from advisor_app.services.case_preview import PreviewWords

    environment: Environment = context.obj
    kept = _keep_of(keep)
    with environment.open(Access.READ if preview_only else Access.WRITE) as workspace:
        service = workspace.case_import
        needed = service.needs_passphrase(file)
        words = _passphrase(environment, workspace, passphrase_of_case, file) if needed else ""
        preview = service.preview(file, words)
        if with_erased:
            preview = preview.with_erased()
        told = PreviewWords(workspace.texts, workspace.catalog, preview)
        if preview_only or (preview.conflicts and kept is None):
            show(_previewed(preview, told, None, workspace), _preview_lines(preview, told, workspace), as_json=as_json)
            if not preview_only:
                raise AdvisorError(Problem.CASE_FILE_CONFLICTS, count=len(preview.conflicts), file=file.name)
            return
        decisions = preview.all_kept(kept) if kept is not None else {}
        imported = with_recovery(workspace, lambda: service.import_(preview, decisions), sheet)
        show(_previewed(preview, told, imported, workspace), _imported_lines(imported, workspace), as_json=as_json)


def show_recipient(context: typer.Context, *, as_json: Json = False) -> None:
    """Show the key that others encrypt case files for this data folder with."""
    with context.obj.open(Access.READ) as workspace:
        key = workspace.case_import.recipient
        show({"recipient": key}, [key], as_json=as_json)


def take_back(context: typer.Context, case_name: CaseName, *, as_json: Json = False) -> None:
    """Work on a case again that was handed over."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        given = session.case.handover
        if given is not None:
            workspace.case_export.take_back(session)
        key = "taken-back" if given is not None else "not-handed-over"
        value = {"case": session.case.id, "taken_back_from": None if given is None else given.to}
        show(value, [workspace.texts(f"commands.case-file.{key}", name=given.to if given else "")], as_json=as_json)


def _passphrase(environment: Environment, workspace: Workspace, file: str, case_file: Path) -> str:
    """The passphrase of a case file: from its own file, else typed at a terminal.

    Where the data folder has no passphrase of its own, the file that is named for all commands can only hold this one.
    Raises AdvisorError(CASE_FILE_LOCKED).
    """
    general = "" if workspace.protection.ways.passphrase else environment.passphrases.file
    if file or general:
        return read_passphrase(file or general)
    if sys.stdin is None or not sys.stdin.isatty():
        raise AdvisorError(Problem.CASE_FILE_LOCKED, file=case_file.name)
    from getpass import getpass

    return getpass(environment.texts("commands.case-file.ask", file=case_file.name) + " ")


def _keep_of(text: str) -> Keep | None:
    if text and text not in {keep.value for keep in Keep}:
        raise AdvisorError(Problem.BAD_VALUE, name="--keep", value=text)
    return Keep(text) if text else None


def _exported(exported: ExportedCase, successor: str) -> dict[str, Any]:
    return {
        "case": exported.case_id,
        "file": str(exported.file),
        "sha256": exported.digest,
        "records": exported.records,
        "log": exported.lines,
        "people": exported.people,
        "definitions": exported.definitions,
        "evidence": exported.evidence,
        "missing_evidence": list(exported.missing),
        "handed_over_to": successor or None,
    }


def _exported_lines(exported: ExportedCase, successor: str, texts: Texts) -> Iterator[str]:
    yield texts(
        "commands.case-file.exported",
        file=exported.file,
        records=exported.records,
        lines=exported.lines,
        people=exported.people,
        evidence=exported.evidence,
    )
    if exported.missing:
        yield texts("commands.case-file.missing", count=len(exported.missing))
    if successor:
        yield texts("commands.case-file.handed-over", name=successor)


def _previewed(
    preview: ImportPreview, told: PreviewWords, imported: ImportedCase | None, workspace: Workspace
) -> dict[str, Any]:
    counts = {standing: sum(count for _, count in told.counts(standing)) for standing in Standing}
    return {
        "case": preview.content.case_id,
        "file": str(preview.file),
        "new": preview.is_new,
        "counts": {standing.value.replace("-", "_"): count for standing, count in counts.items()},
        "erased_people": len(preview.erased),
        "conflicts": [_conflict(record) for record in told.records(Standing.CONFLICT)],
        "imported": None
        if imported is None
        else {
            "records": imported.records,
            "log": imported.lines,
            "people": imported.people,
            "evidence": imported.evidence,
            "doubled": _doubled(imported, workspace),
        },
    }


def _conflict(record: PreviewedRecord) -> dict[str, Any]:
    return {
        "key": record.key.split("\x1f"),
        "title": record.title,
        "fields": [{"field": item.label, "mine": item.before, "theirs": item.after} for item in record.differences],
        "mine": _side(record.here),
        "theirs": _side(record.there),
    }


def _side(side: Side) -> dict[str, Any]:
    return {"author": side.author or None, "at": None if side.at is None else side.at.isoformat()}


def _preview_lines(preview: ImportPreview, told: PreviewWords, workspace: Workspace) -> Iterator[str]:
    texts = workspace.texts
    title = workspace.register.titles(preview.there.head.communes)
    yield texts("commands.case-file.new" if preview.is_new else "commands.case-file.known", case=title)
    if preview.case_erased_at is not None:
        day = format_date(preview.case_erased_at.astimezone(LOCAL).date(), texts.language)
        yield texts("commands.case-file.case-erased", day=day)
    if preview.erased:
        yield _left_out(len(preview.erased), texts)
    for standing in Standing:
        kinds = [f"{kind} ({count})" for kind, count in told.counts(standing)]
        if kinds:
            yield texts(f"commands.case-file.standing.{standing.value}", what=", ".join(kinds))
    for record in told.records(Standing.CONFLICT):
        yield record.title
        for item in record.differences:
            for side, value in ((record.here, item.before), (record.there, item.after)):
                key = "mine" if side is record.here else "theirs"
                yield "  " + texts(
                    f"commands.case-file.{key}", field=item.label, value=value or "–", who=_who(side, texts)
                )


def _left_out(count: int, texts: Texts) -> str:
    return texts(f"commands.case-file.left-out.{'one' if count == 1 else 'other'}", count=count)


def _who(side: Side, texts: Texts) -> str:
    if side.at is None:
        return texts("commands.case-file.nobody")
    local = side.at.astimezone(LOCAL)
    return f"{side.author}, {format_date(local.date(), texts.language)}, {local:%H:%M}"


def _imported_lines(imported: ImportedCase, workspace: Workspace) -> Iterator[str]:
    case = workspace.cases.load(imported.case_id)
    unchanged = "unchanged-else" if imported.left_out else "unchanged"
    key = unchanged if not imported.batch else "arrived" if imported.is_new else "merged"
    yield workspace.texts(
        f"commands.case-file.{key}",
        case=workspace.register.titles(case.head.communes),
        id=imported.case_id,
        records=imported.records,
        lines=imported.lines,
        people=imported.people,
        evidence=imported.evidence,
    )
    if imported.left_out:
        yield _left_out(imported.left_out, workspace.texts)
    doubled = doubled_words(_doubled(imported, workspace), workspace.texts)
    if doubled:
        yield doubled


def _doubled(imported: ImportedCase, workspace: Workspace) -> list[str]:
    """Who stands on the case's list of participants more than once now."""
    from advisor_app.services.attendance import doubled_people

    return [item.name for item in doubled_people(workspace.cases.load(imported.case_id))]
