"""What a step of a day can be given in its case."""

from __future__ import annotations

from functools import partial

from advisor_app.domain.agenda import AgendaDay, AgendaStep, module_of
from advisor_app.domain.case import Case
from advisor_app.services.workspace import Workspace
from advisor_app.texts.assessments import module_name
from advisor_app.ui.pages.agenda.linked_page import sections_of
from advisor_app.ui.pages.agenda.step_editor import EditedStep


def edited_step(case: Case, day: AgendaDay, step: AgendaStep, workspace: Workspace) -> EditedStep:
    """A step with the modules, pages, dimensions and documents that there are for it."""
    catalog, module = workspace.catalog, module_of(day, step)
    modules = [
        ("" if name == day.module else name, module_name(name, catalog, workspace.texts)) for name in case.modules
    ]
    return EditedStep(
        step=step,
        modules=sorted(modules),
        sections=sections_of(case),
        dimensions=[(name, title.title) for name, title in catalog.dimensions.items() if title.module == module],
        needed=workspace.agendas.documents_of(step),
        documents=partial(workspace.documents.kinds, case),
    )
