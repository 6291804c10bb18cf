"""Reads ``measures.toml``."""

from __future__ import annotations

from advisor_app.content.entry import read_entries
from advisor_app.content.table import Table
from advisor_app.domain.foundations import MAXIMUM_LEVEL
from advisor_app.domain.measure_template import Effort, MeasureTemplate, QuestionTrigger

_FIRST_STEPS = 3
_MOST_PERSON_DAYS = 2_000


def read_measure(table: Table) -> MeasureTemplate:
    """A measure of the catalogue."""
    days = table.integers("person_days", length=2)
    at_most = table.integer("at_most", 1, MAXIMUM_LEVEL - 1)
    at_least = table.integer_or("at_least", 0, 0, MAXIMUM_LEVEL - 1)
    if at_least > at_most:
        table.flaw("bounds-crossed", "at_least")
    if len(days) == 2 and not 0 <= days[0] <= days[1] <= _MOST_PERSON_DAYS:
        table.flaw("person-days", "person_days")
    return MeasureTemplate(
        id=table.id(),
        dimension=table.id("dimension"),
        at_least=at_least,
        at_most=at_most,
        title=table.text("title"),
        description=table.text("description"),
        first_steps=table.texts("first_steps", length=_FIRST_STEPS),
        roles=table.some_texts("roles"),
        prerequisites=table.text("prerequisites"),
        effort=table.member("effort", Effort),
        person_days=(days[0], days[1]) if len(days) == 2 else (0, 0),
        cost_class=table.integer("cost_class", 1, 3),
        months=table.integer("months", 1, 120),
        support=table.some_texts("support"),
        alliance_only=table.flag("alliance_only"),
        indicator=table.text("indicator"),
        risks=table.text("risks"),
        builds_on=table.texts_or("builds_on"),
        questions=tuple(entry.value for entry in read_entries(table, "questions", _read_trigger)),
        sources=table.some_texts("sources"),
        as_of=table.day("as_of"),
        retired=table.flag("retired"),
    )


def _read_trigger(table: Table) -> QuestionTrigger:
    return QuestionTrigger(question=table.id("question"), at_most=table.integer("at_most", 0, MAXIMUM_LEVEL))
