"""Reads ``handout.toml``."""

from __future__ import annotations

from advisor_app.content.entry import read_entries
from advisor_app.content.table import Table
from advisor_app.domain.knowledge import Handout, HandoutSection


def read_handout(table: Table) -> Handout:
    """A module's handout; the file is one table."""
    handout = Handout(
        module=table.id("module"),
        title=table.text("title"),
        sections=tuple(entry.value for entry in read_entries(table, "section", _read_section)),
    )
    if not handout.sections and table.sound:
        table.flaw("empty-list", "section")
    table.finish()
    return handout


def _read_section(table: Table) -> HandoutSection:
    return HandoutSection(
        id=table.id(),
        title=table.text("title"),
        paragraphs=table.some_texts("text"),
        points=table.texts_or("points"),
        facts=table.texts_or("facts"),
        terms=table.texts_or("terms"),
    )
