"""Agendas can be held: steps on five-minute marks, none shorter than its minimum, with documents that there are."""

from __future__ import annotations

from advisor_app.content.library import Library
from advisor_app.content.table import Table
from advisor_app.domain.agenda_template import StepTemplate
from advisor_app.texts import load_texts

MARK_MINUTES = 5


def check_agendas(library: Library) -> None:
    """Note steps whose times do not fit, and documents that nobody can make."""
    for entry in library.all(lambda pack: pack.agendas):
        if not entry.value.steps and entry.table.sound:
            entry.table.flaw("empty-list", "step")
        for step, table in zip(entry.value.steps, entry.table.tables("step"), strict=True):
            if table.sound:
                _check_step(step, table)


def _check_step(step: StepTemplate, table: Table) -> None:
    for key, minutes in (("minutes", step.minutes), ("minimum_minutes", step.minimum_minutes)):
        if minutes % MARK_MINUTES:
            table.flaw("not-on-mark", key, minutes=minutes, mark=MARK_MINUTES)
    if step.minimum_minutes > step.minutes:
        table.flaw("minimum-too-long", "minimum_minutes", minimum=step.minimum_minutes, minutes=step.minutes)
    words = load_texts("de")  # every kind of document has its word there, and nothing else stands under these keys
    for name in step.documents:
        if f"document-kinds.{name}" not in words:
            table.flaw("unknown-document", "documents", name=name)
