"""Reads ``agenda.toml``."""

from __future__ import annotations

from advisor_app.content.entry import read_entries
from advisor_app.content.table import Table
from advisor_app.domain.agenda import Section, StepKind
from advisor_app.domain.agenda_template import AgendaTemplate, AgendaVariant, StepTemplate
from advisor_app.domain.sheet_part import SheetPart

_LONGEST_STEP = 480


def read_agenda(table: Table) -> AgendaTemplate:
    """The plan of a workshop day."""
    return AgendaTemplate(
        id=table.id(),
        title=table.text("title"),
        module=table.id("module"),
        day=table.integer("day", 0, 9),
        variant=table.member("variant", AgendaVariant),
        optional=table.flag("optional"),
        start=table.clock("start"),
        steps=tuple(entry.value for entry in read_entries(table, "step", _read_step)),
    )


def _read_step(table: Table) -> StepTemplate:
    kind = table.member("kind", StepKind)
    works = kind is StepKind.WORK
    section = table.member("section", Section) if works and "section" in table else None
    drop_order = table.integer_or("drop_order", None, 1, 99) if works else None
    return StepTemplate(
        id=table.id(),
        title=table.text("title"),
        minutes=table.integer("minutes", 5, _LONGEST_STEP),
        minimum_minutes=table.integer("minimum_minutes", 0, _LONGEST_STEP),
        kind=kind,
        goal=table.text("goal") if works else "",
        method=table.text("method") if works else "",
        outcome=table.text("outcome") if works else "",
        moderation=table.text("moderation") if works else "",
        talking_points=table.texts("talking_points") if works else (),
        materials=table.texts("materials") if works else (),
        section=section,
        dimensions=table.texts_or("dimensions") if section is Section.ASSESSMENT else (),
        part=table.member("part", SheetPart) if section is Section.PROCESSES and "part" in table else None,
        documents=table.texts_or("documents") if works else (),
        facts=table.texts_or("facts") if works else (),
        drop_order=drop_order,
        drop_cost=table.text("drop_cost") if drop_order is not None else "",
    )
