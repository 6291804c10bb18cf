"""What the packs say about the steps of a workshop day, beyond what the case keeps of them."""

from __future__ import annotations

from collections.abc import Mapping

from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.agenda_template import StepTemplate


def step_templates(given: DocumentInput, day: AgendaDay) -> Mapping[str, StepTemplate]:
    """Today's templates of a day's steps by their ids; empty where the day's template is gone."""
    template = given.catalog.agendas.get(day.template or "")
    return {} if template is None else {step.id: step for step in template.steps}


def template_of(templates: Mapping[str, StepTemplate], step: AgendaStep) -> StepTemplate | None:
    """The template of a step; None for one that was added by hand."""
    return templates.get(step.template_step or "")
