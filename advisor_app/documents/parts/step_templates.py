"""What the packs say about the steps of a workshop day, beyond what the case keeps of them."""

from __future__ import annotations

from collections.abc import Mapping

from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.agenda import AgendaDay, AgendaStep
from advisor_app.domain.agenda_template import StepTemplate


def step_templates(given: DocumentInput, day: AgendaDay) -> Mapping[str, StepTemplate]:
    """Today's templates of steps by their ids: those of the day's own template hold before others.

    A step may have come from another day, or from another module's.
    """
    agendas = given.catalog.agendas
    own = agendas.get(day.template or "")
    found = {step.id: step for template in agendas.values() for step in template.steps}
    return found if own is None else {**found, **{step.id: step for step in own.steps}}


def template_of(templates: Mapping[str, StepTemplate], step: AgendaStep) -> StepTemplate | None:
    """The template of a step; None for one that was added by hand."""
    return templates.get(step.template_step or "")
