"""Commands for photos and files of a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import AssessmentName, Case, Json
from advisor_app.domain.evidence import WHOLE_CASE, Evidence, Subject, in_order
from advisor_app.domain.local_time import LOCAL
from advisor_app.services.data_lock import Access
from advisor_app.services.evidence import subject_words
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.services.workspace import Workspace

group = new_group()


@group.command("add", cls=Command)
def add_evidence(
    context: typer.Context,
    case_name: Case,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    *,
    question: Annotated[str, typer.Option("--question", metavar="4.5.1")] = "",
    assessment_name: AssessmentName = "",
    as_json: Json = False,
) -> None:
    """Take photos and files into a case, all or none; pictures lose all metadata."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        subject = _subject(workspace, session.case, question, assessment_name)
        room = workspace.evidence
        intake = room.take_in(files)
        if intake.refused:
            room.give_up(intake.stored)
            raise intake.refused[0]
        there = room.there(session.case, intake.stored, subject)
        changes = room.added(session.case, intake.stored, subject)
        session.apply(*changes)
        added = [session.case.evidence[change.id] for change in changes]
        value = {
            "case": session.case.id,
            "added": [_value(piece) for piece in added],
            "there": [_value(piece) for piece in there],
        }
        lines = [_line(workspace, session.case, piece) for piece in added]
        known = workspace.texts("commands.evidence.there")
        lines += [f"{_line(workspace, session.case, piece)}  {known}" for piece in there]
        show(value, lines, as_json=as_json)


@group.command("list", cls=Command)
def list_evidence(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List what a case has, oldest first, with the placeholders for photos that are still to come."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        pieces = in_order(case.evidence.values())
        lines = [_line(workspace, case, piece) for piece in pieces]
        show([_value(piece) for piece in pieces], lines, as_json=as_json)


@group.command("export", cls=Command)
def export_evidence(
    context: typer.Context,
    case_name: Case,
    name: Annotated[str, typer.Argument(metavar="ID")],
    *,
    file: Annotated[Path, typer.Option("--out", metavar="FILE")],
    as_json: Json = False,
) -> None:
    """Write a readable copy of one piece; it is no longer encrypted."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        piece = workspace.evidence.find(case, name)
        workspace.evidence.export(piece, file)
        value = {"case": case.id, "id": piece.id, "file": str(file)}
        show(value, [workspace.texts("commands.evidence.exported", file=file)], as_json=as_json)


def _subject(workspace: Workspace, case: CaseSnapshot, question: str, assessment_name: str) -> Subject:
    if not question:
        return WHOLE_CASE
    assessment = workspace.assessments.find(case, assessment_name)
    return Subject.question(assessment.id, workspace.questionnaires.question(assessment, question).id)


def _value(piece: Evidence) -> dict[str, Any]:
    subject = piece.subject
    return {
        "id": piece.id,
        "kind": piece.kind.value,
        "awaited": piece.is_awaited,
        "digest": piece.digest,
        "title": piece.title,
        "caption": piece.caption.text,
        "audience": piece.caption.audience.value,
        "subject": {"kind": subject.kind.value, "part": subject.part, "item": subject.item},
        "added_at": piece.added_at.isoformat(),
        "taken_at": None if piece.taken_at is None else piece.taken_at.isoformat(),
        "media_type": piece.media_type,
        "size": piece.size,
    }


def _line(workspace: Workspace, case: CaseSnapshot, piece: Evidence) -> str:
    texts = workspace.texts
    local = piece.when.astimezone(LOCAL)
    title = texts("commands.evidence.awaited") if piece.is_awaited else piece.title
    day = f"{format_date(local.date(), texts.language)} {local:%H:%M}"
    return f"{piece.id}  {day}  {subject_words(case, piece.subject, texts)}  {title}"
