"""Commands for documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.document_archive import state_value
from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json
from advisor_app.services.data_lock import Access
from advisor_app.texts.documents import document_state_words
from advisor_app.texts.errors import sentence

if TYPE_CHECKING:
    from advisor_app.services.document_offer import Offer
    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("list", cls=Command)
def list_documents(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List the documents that can be made of a case."""
    with context.obj.open(Access.READ) as workspace:
        offers = workspace.documents.offers(workspace.cases.load_named(case_name))
        show(
            [_value(offer, workspace) for offer in offers],
            [_line(offer, workspace) for offer in offers],
            as_json=as_json,
        )


@group.command("create", cls=Command)
def create(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    kind: Annotated[str, typer.Argument(metavar="KIND")],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE")],
    item: Annotated[str, typer.Option("--item", metavar="UC-01")] = "",
    assessment_name: AssessmentName = "",
    confidential: Annotated[bool, typer.Option("--confidential")] = False,
    as_json: Json = False,
) -> None:
    """Make a document as a PDF."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name).id if assessment_name else ""
        given = workspace.documents.input_of(case, kind, item, assessment, confidential=confidential)
        file = out / workspace.documents.file_name(kind, given) if out.is_dir() else out
        made = workspace.documents.create(kind, given, file)
        value = {
            "case": case.id,
            "kind": made.kind,
            "item": made.item or None,
            "file": str(made.file),
            "pages": made.pages,
            "core_pages": made.core_pages,
        }
        lines = [workspace.texts("commands.documents.created", file=made.file, count=made.pages)]
        if made.substituted:
            signs = " ".join(made.substituted)
            lines.append(workspace.texts("commands.documents.substituted", signs=signs))
        show(value, lines, as_json=as_json)


@group.command("copy", cls=Command)
def copy(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    kind: Annotated[str, typer.Argument(metavar="KIND")],
    *,
    out: Annotated[Path, typer.Option("--out", metavar="FILE")],
    item: Annotated[str, typer.Option("--item", metavar="UC-01")] = "",
    assessment_name: AssessmentName = "",
    confidential: Annotated[bool, typer.Option("--confidential")] = False,
    as_json: Json = False,
) -> None:
    """Write a copy of a document to be edited."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        assessment = workspace.assessments.find(case, assessment_name).id if assessment_name else ""
        given = workspace.documents.input_of(case, kind, item, assessment, confidential=confidential)
        file = workspace.documents.create_copy(kind, given, out)
        value = {"case": case.id, "kind": kind, "item": given.item or None, "file": str(file)}
        show(value, [workspace.texts("commands.documents.copied", file=file)], as_json=as_json)


def _value(offer: Offer, workspace: Workspace) -> dict[str, Any]:
    return {
        "kind": offer.kind,
        "title": offer.title,
        "item": offer.item or None,
        "item_title": offer.item_title or None,
        "item_code": offer.item_code or None,
        "occasion": offer.occasion,
        **(state_value(offer.state) if offer.leaves_the_house else {"state": None, "comments_until": None}),
        "handed_over_at": None if offer.last is None else offer.last.handed_over_at.isoformat(),
        "available": offer.missing is None,
        "missing": None if offer.missing is None else sentence(offer.missing, workspace.texts),
    }


def _line(offer: Offer, workspace: Workspace) -> str:
    missing = "" if offer.missing is None else sentence(offer.missing, workspace.texts)
    state = document_state_words(offer.state, workspace.texts) if offer.leaves_the_house and not missing else ""
    code = "" if offer.item_title.startswith(offer.item_code) else offer.item_code
    return "  ".join(filter(None, (offer.kind, offer.title, code, offer.item_title, state, missing)))
