"""Forms of a case made, filled in as people do it, and brought back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from advisor_app.domain.sent_form import SentForm
from advisor_app.services.form_preview import FormPreview
from advisor_app.services.forms import MadeForms
from advisor_app.services.session import CaseSession
from advisor_app.services.workspace import Workspace
from tests.exchange.returned_form import filling

DUE = date(2026, 9, 28)


def make(workspace: Workspace, session: CaseSession, folder: Path, module: str = "M4", *roles: str) -> MadeForms:
    """Make the forms of a module (of some roles) and let the case name them."""
    forms = workspace.forms
    made = forms.make(forms.prepare(session.case, module, DUE, roles), folder)
    session.apply(*made.changes)
    return made


def file_of(made: MadeForms, role: str) -> Path:
    """The file that was made for a role."""
    return next(file for file, form in zip(made.files, made.forms, strict=True) if form.role == role)


def form_of(made: MadeForms, role: str) -> SentForm:
    """The form that was made for a role."""
    return next(form for form in made.forms if form.role == role)


def filled(made: MadeForms, role: str, values: Mapping[str, str], target: Path) -> Path:
    """The form of a role as it comes back with these values."""
    target.write_bytes(filling.by_pypdf(file_of(made, role).read_bytes(), values))
    return target


def preview(workspace: Workspace, session: CaseSession, *files: Path) -> tuple[FormPreview, ...]:
    """What files say beside what the case holds."""
    returns = workspace.form_returns
    return returns.preview(session.case, returns.read(files))


def take(workspace: Workspace, session: CaseSession, *files: Path) -> tuple[FormPreview, ...]:
    """Take over whatever is proposed of these files."""
    previews = preview(workspace, session, *files)
    chosen = [item for item in previews if item.is_proposed]
    session.apply(*workspace.form_returns.changes(session.case, chosen))
    return previews
