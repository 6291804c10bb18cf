"""Commands for forms that go out to be filled in and come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from advisor_app.cli.help import Command, new_group
from advisor_app.cli.output import show
from advisor_app.cli.parameters import Case, Json, commune_of, names_in
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.months import parse_start
from advisor_app.domain.pre_survey import survey_key
from advisor_app.services.clock import today
from advisor_app.services.data_lock import Access
from advisor_app.services.form_preview import FormPreview, Novelty
from advisor_app.texts.errors import sentence
from advisor_app.texts.numbers import format_date

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.domain.case import Case as CaseSnapshot
    from advisor_app.domain.sent_form import SentForm
    from advisor_app.services.form_preview import AgreedChange
    from advisor_app.services.forms import FormOrder
    from advisor_app.services.workspace import Workspace
    from advisor_app.texts import Texts

group = new_group()

Number = Annotated[str, typer.Argument(metavar="NUMBER")]


@group.command("make", cls=Command)
def make(  # noqa: PLR0913  # every option is a parameter
    context: typer.Context,
    case_name: Case,
    *,
    folder: Annotated[Path, typer.Option("--out", metavar="FOLDER")],
    module: Annotated[str, typer.Option("--module", metavar="M4")] = "",
    roles: Annotated[str, typer.Option("--role", metavar="BM,IT")] = "",
    commune: Annotated[str, typer.Option("--commune", metavar="AGS")] = "",
    due: Annotated[str, typer.Option("--due", metavar="2026-11-20")] = "",
    feedback: Annotated[bool, typer.Option("--feedback")] = False,
    as_json: Json = False,
) -> None:
    """Make the forms of the pre-survey, or the feedback form, as PDF files in a folder."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        forms = workspace.forms
        order = (
            forms.prepare_feedback(session.case)
            if feedback
            else _order(workspace, session.case, module.upper(), names_in(roles), due, commune)
        )
        made = forms.make(order, folder)
        try:
            session.apply(*made.changes)
        except AdvisorError:
            forms.give_up(made.delivered)
            raise
        rows = [
            {**_form_value(workspace, session.case, form), "file": str(file)}
            for form, file in zip(made.forms, made.files, strict=True)
        ]
        texts = workspace.texts
        lines = [f"{_form_line(workspace, form)}  {file}" for form, file in zip(made.forms, made.files, strict=True)]
        show({"case": session.case.id, "made": rows}, lines or [texts("commands.forms.nothing")], as_json=as_json)


@group.command("list", cls=Command)
def list_forms(context: typer.Context, case_name: Case, *, as_json: Json = False) -> None:
    """List who is asked what beforehand, and how far each form is."""
    with context.obj.open(Access.READ) as workspace:
        case = workspace.cases.load_named(case_name)
        rows, lines = [], []
        for module in workspace.forms.of_modules(case):
            for role in module.roles:
                asked = {"module": module.module, "role": role.role, "role_title": role.title, "survey": module.title}
                if not role.forms:
                    rows.append({**asked, "questions": role.questions, "number": None, "stage": None})
                    words = f"{module.module}-{role.role}  {role.title}  {workspace.texts('commands.forms.none')}"
                    lines.append(f"{words}  {module.title}" if module.commune else words)
                for form in role.forms:
                    rows.append({**asked, **_form_value(workspace, case, form)})
                    lines.append(_form_line(workspace, form))
        for form in workspace.forms.feedback(case):
            rows.append({"module": None, "role_title": None, **_form_value(workspace, case, form)})
            lines.append(_form_line(workspace, form))
        show(rows, lines, as_json=as_json)


@group.command("sent", cls=Command)
def sent(
    context: typer.Context,
    case_name: Case,
    number: Number,
    *,
    folder: Annotated[Path | None, typer.Option("--out", metavar="FOLDER")] = None,
    as_json: Json = False,
) -> None:
    """Note that a form was sent; with a folder also write the message for the mail program."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        form = workspace.forms.find(session.case, number)
        prepared = None if folder is None else workspace.form_mail.prepare(session.case, form, folder)
        session.apply(workspace.forms.sent(form))
        now = session.case.sent_forms[form.number]
        value = {"case": session.case.id, **_form_value(workspace, session.case, now)}
        lines = [_form_line(workspace, now)]
        if prepared is not None:
            value |= {"message": str(prepared.message), "file": str(prepared.document), "to": list(prepared.to)}
            lines.append(workspace.texts("commands.forms.message", file=prepared.message))
        show(value, lines, as_json=as_json)


@group.command("returned", cls=Command)
def returned(context: typer.Context, case_name: Case, number: Number, *, as_json: Json = False) -> None:
    """Note that a form is back and still to be imported."""
    with context.obj.open(Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        form = workspace.forms.find(session.case, number)
        session.apply(workspace.forms.returned(form))
        now = session.case.sent_forms[form.number]
        value = {"case": session.case.id, **_form_value(workspace, session.case, now)}
        show(value, [_form_line(workspace, now)], as_json=as_json)


@group.command("import", cls=Command)
def import_forms(
    context: typer.Context,
    case_name: Case,
    places: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    *,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    preview: Annotated[bool, typer.Option("--preview")] = False,
    as_json: Json = False,
) -> None:
    """Take in forms that came back, of files and folders, as one step."""
    with context.obj.open(Access.READ if preview else Access.WRITE) as workspace:
        session = workspace.cases.open_named(case_name)
        returns = workspace.form_returns
        previews = returns.preview(session.case, returns.read(places))
        errors = [item.error for item in previews if item.error is not None]
        if errors and len(errors) == len(previews):
            raise errors[0]
        chosen = [item for item in previews if item.error is None and not item.rival and (replace or not item.replaces)]
        agreed = returns.agreed(session.case, chosen)
        if not preview:
            session.apply(*returns.changes(session.case, chosen))
        value = {
            "case": session.case.id,
            "preview": preview,
            "files": [_preview_value(workspace, item, taken=item in chosen and not preview) for item in previews],
            "agreed": [_agreed_value(change) for change in agreed],
        }
        lines = [line for item in previews for line in _preview_lines(workspace, item, chosen)]
        show(value, [*lines, *_agreed_lines(agreed, workspace.texts)], as_json=as_json)


def _order(  # what was given on the command line
    workspace: Workspace, case: CaseSnapshot, module: str, roles: Sequence[str], due: str, commune: str
) -> FormOrder:
    of = commune_of(case, commune) if commune else ""
    asked = {item.module: item for item in workspace.forms.of_modules(case) if not item.commune}
    name = module or (next(iter(asked)) if len(asked) == 1 else "")
    if name not in asked:
        raise AdvisorError(Problem.UNKNOWN_MODULE if name else Problem.MODULE_NEEDED, name=name)
    day = parse_start(due) if due else asked[name].due_on
    return workspace.forms.prepare(case, survey_key(name, of), day, roles)


def _form_value(workspace: Workspace, case: CaseSnapshot, form: SentForm) -> dict[str, Any]:
    return {
        "number": form.number,
        "kind": form.document.kind,
        "item": form.document.item or None,
        "assessment": form.assessment or None,
        "role": form.role or None,
        "role_title": workspace.forms.role_title(case, form.role) or None,
        "questions": len(form.questions),
        "stage": form.stage.value,
        "due_on": _day(form.due_on),
        "overdue": form.is_overdue(today(workspace.clock)),
        "sent_on": _day(form.sent_on),
        "returned_on": _day(form.returned_on),
        "returns": [
            {"imported_at": item.imported_at.isoformat(), "answers": item.answers, "typed": item.typed}
            for item in form.returns
        ],
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _form_line(workspace: Workspace, form: SentForm) -> str:
    texts = workspace.texts
    due = "" if form.due_on is None else texts("commands.forms.due", day=format_date(form.due_on, texts.language))
    late = texts("forms.overdue") if form.is_overdue(today(workspace.clock)) else ""
    stage = texts(f"forms.stage.{form.stage.value}")
    return "  ".join(filter(None, (form.number, form.title, stage, due, late)))


def _preview_value(workspace: Workspace, item: FormPreview, *, taken: bool) -> dict[str, Any]:
    return {
        "file": str(item.read.file),
        "number": None if item.form is None else item.form.number,
        "role": None if item.form is None else item.form.role or None,
        "imported": taken,
        "replaces": item.replaces,
        "rival": item.rival or None,
        "error": None if item.error is None else sentence(item.error, workspace.texts),
        "problem": None if item.error is None else item.error.problem.value,
        "answers": [
            {
                "question": answer.question,
                "answer": answer.words,
                "before": answer.before or None,
                "note": answer.note or None,
                "novelty": answer.novelty.value,
            }
            for answer in item.answers
        ],
        "feedback": [
            {"item": part.item, "rating": part.rating, "words": part.words.text or None} for part in item.feedback
        ],
        "unread": [{"question": part.question, "value": part.value} for part in item.unread],
        "differences": [
            {"question": part.question, "stored": part.stored, "ticked": part.ticked} for part in item.differences
        ],
    }


def _preview_lines(workspace: Workspace, item: FormPreview, chosen: Sequence[FormPreview]) -> Iterator[str]:
    texts, name = workspace.texts, item.read.name
    if item.error is not None:
        yield f"{name}: {sentence(item.error, texts)}"
        return
    counts = texts("commands.forms.counts", **{kind.value: item.count(kind) for kind in Novelty})
    title = item.form.title if item.form is not None else ""
    yield f"{name}: {title}  {counts}" if item.answers else f"{name}: {title}"
    for unread in item.unread:
        yield f"    {texts('forms.unread', question=unread.question, value=unread.value)}"
    for part in item.differences:
        stored, ticked = part.stored or "–", part.ticked or "–"
        yield f"    {texts('forms.difference', question=part.question, stored=stored, ticked=ticked)}"
    if item not in chosen:
        why = "rival" if item.rival else "replaces"
        yield f"    {texts(f'commands.forms.{why}', name=item.rival)}"


def _agreed_value(change: AgreedChange) -> dict[str, Any]:
    return {
        "assessment": change.assessment,
        "question": change.question,
        "fate": change.fate.value,
        "before": change.before or None,
        "after": change.after or None,
        "voices": [{"role": role, "answer": words} for role, words in change.voices],
    }


def _agreed_lines(changes: Sequence[AgreedChange], texts: Texts) -> Iterator[str]:
    for change in changes:
        said = "; ".join(f"{role}: {words}" for role, words in change.voices)
        fate = texts(f"forms.fate.{change.fate.value}")
        yield "  ".join(filter(None, (change.question, fate, change.after, f"({said})")))
