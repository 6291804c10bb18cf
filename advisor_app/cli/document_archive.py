"""Commands that release documents, hand them over, and tell what was handed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json
from advisor_app.domain.case_document import ArchivedDocument, DocumentState, Stage
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.local_time import LOCAL
from advisor_app.domain.months import parse_start
from advisor_app.services.data_lock import Access
from advisor_app.texts.documents import document_state_words
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.documents.document_input import DocumentInput
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.services.document_archive import DocumentChange
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

Kind = Annotated[str, typer.Argument(metavar="KIND")]
Item = Annotated[str, typer.Option("--item", metavar="UC-01")]


def set_state(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    kind: Kind,
    stage: Annotated[Stage, typer.Argument(metavar="STATE")],
    *,
    until: Annotated[str, typer.Option("--until", metavar="2026-11-20")] = "",
    item: Item = "",
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Say how far a document is on its way out."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        given = _input(workspace, session.case, kind, item, assessment_name)
        day = parse_start(until) if until else None
        if (day is None) is (stage is Stage.COMMENTS):
            raise AdvisorError(Problem.COMMENTS_WITHOUT_DAY)
        state = DocumentState(stage=stage, comments_until=day)
        session.apply(workspace.documents.state_change(session.case, kind, given.item, state))
        value = {"case": session.case.id, "kind": kind, "item": given.item or None, **state_value(state)}
        words = document_state_words(state, workspace.texts)
        show(value, [f"{workspace.documents.name(kind, given)}: {words}"], as_json=as_json)


def hand_over(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    kind: Kind,
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE")],
    to: Annotated[str, typer.Option("--to", metavar="TEXT")] = "",
    item: Item = "",
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Write a document as a PDF and keep in the case what was handed over."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        given = _input(workspace, session.case, kind, item, assessment_name)
        file = out / workspace.documents.file_name(kind, given) if out.is_dir() else out
        archive = workspace.document_archive
        delivered = archive.hand_over(archive.delivery(kind, given, to), file)
        try:
            session.apply(delivered.change)
        except AdvisorError:
            archive.give_up(delivered)
            raise
        value = {"case": session.case.id, **_entry_value(delivered.entry), "file": str(file)}
        show(value, [workspace.texts("commands.documents.handed-over", file=file)], as_json=as_json)


def show_archive(
    context: typer.Context,
    case_name: Case,
    name: Annotated[str, typer.Argument(metavar="ID")] = "",
    *,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE")] = None,
    as_json: Json = False,
) -> None:
    """List what was handed over, newest first, or write one of it again."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        if (out is None) is not (not name):
            context.fail("Missing option '--out'." if name else "Missing argument 'ID'.")
        if out is not None:
            entry = workspace.document_archive.find(case, name)
            workspace.document_archive.save(entry, out)
            value = {"case": case.id, **_entry_value(entry), "file": str(out)}
            show(value, [workspace.texts("commands.documents.written-again", file=out)], as_json=as_json)
            return
        entries = sorted(case.archived_documents.values(), key=lambda entry: entry.handed_over_at, reverse=True)
        lines = [_entry_line(entry, workspace.texts) for entry in entries]
        show([_entry_value(entry) for entry in entries], lines, as_json=as_json)


def show_changes(
    context: typer.Context,
    case_name: Case,
    kind: Kind,
    *,
    item: Item = "",
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Tell what was changed since a document was handed over last, as far as it shows in it."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        given = _input(workspace, case, kind, item, assessment_name)
        archive = workspace.document_archive
        entry = archive.last(case, kind, given.item)
        changes = archive.changes_since(case, entry)
        value = {"case": case.id, **_entry_value(entry), "changes": [_change_value(change) for change in changes]}
        show(value, _change_lines(changes, workspace.texts), as_json=as_json)


def state_value(state: DocumentState) -> dict[str, Any]:
    """How far a document is, for programs."""
    until = state.comments_until
    return {"state": state.stage.value, "comments_until": None if until is None else until.isoformat()}


def _input(workspace: Workspace, case: CaseSnapshot, kind: str, item: str, assessment_name: str) -> DocumentInput:
    assessment = workspace.assessments.find(case, assessment_name).id if assessment_name else ""
    return workspace.documents.input_of(case, kind, item, assessment)


def _entry_value(entry: ArchivedDocument) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.document.kind,
        "item": entry.document.item or None,
        "title": entry.title,
        "handed_over_at": entry.handed_over_at.isoformat(),
        "to": entry.to or None,
        **state_value(entry.state),
        "version": entry.version,
        "pages": entry.pages,
        "sha256": entry.digest,
        "size": entry.size,
    }


def _entry_line(entry: ArchivedDocument, texts: Texts) -> str:
    local = entry.handed_over_at.astimezone(LOCAL)
    at = f"{format_date(local.date(), texts.language)} {local:%H:%M}"
    to = texts("commands.documents.to", name=entry.to) if entry.to else ""
    return "  ".join(filter(None, (entry.id, at, entry.title, document_state_words(entry.state, texts), to)))


def _change_value(change: DocumentChange) -> dict[str, Any]:
    return {
        "title": change.title,
        "at": change.at.isoformat(),
        "author": change.author,
        "fields": [
            {"label": field.label, "before": field.before or None, "after": field.after or None}
            for field in change.fields
        ],
    }


def _change_lines(changes: tuple[DocumentChange, ...], texts: Texts) -> Iterator[str]:
    if not changes:
        yield texts("commands.documents.unchanged")
    nothing = texts("history.nothing")
    for change in changes:
        local = change.at.astimezone(LOCAL)
        who = f"  {change.author}" if change.author else ""
        yield f"{format_date(local.date(), texts.language)} {local:%H:%M}{who}  {change.title}"
        for field in change.fields:
            values = f"{field.before or nothing} → {field.after or nothing}"
            yield f"    {field.label}: {values}" if field.label else f"    {values}"
