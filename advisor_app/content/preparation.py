"""Reads ``preparation.toml``: what has to be done before a workshop."""

from __future__ import annotations

from advisor_app.content.table import Table
from advisor_app.domain.preparation import MOST_DAYS_BEFORE, Doer, TaskTemplate


def read_task(table: Table) -> TaskTemplate:
    """A task of a module, or of all of them."""
    return TaskTemplate(
        id=table.id(),
        module=table.id("module") if "module" in table else "",
        title=table.text("title"),
        days_before=table.integer("days_before", 0, MOST_DAYS_BEFORE),
        who=table.member("who", Doer),
        each_day=table.flag("each_day"),
        hint=table.text_or("hint"),
    )
