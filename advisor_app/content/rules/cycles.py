"""Nothing depends on itself: questions, measures, fallback roles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from advisor_app.content.library import Library
from advisor_app.content.table import Table
from advisor_app.domain.conditions import referenced_questions
from advisor_app.domain.questionnaire import Question


def check_cycles(library: Library) -> None:
    """Note one circle per questionnaire, one among the measures and one among the roles."""
    for content in library.questionnaires():
        active = [entry for entry in content.questions if not entry.value.retired]
        _check_graph(
            {entry.value.id: tuple(_needed(entry.value)) for entry in active},
            {entry.value.id: entry.table for entry in active},
            "when",
        )
    measures = list(library.all(lambda pack: pack.measures))
    _check_graph(
        {entry.value.id: entry.value.builds_on for entry in measures},
        {entry.value.id: entry.table for entry in measures},
        "builds_on",
    )
    roles = list(library.all(lambda pack: pack.roles))
    _check_graph(
        {entry.value.id: () if entry.value.fallback is None else (entry.value.fallback,) for entry in roles},
        {entry.value.id: entry.table for entry in roles},
        "fallback",
    )


def _needed(question: Question) -> Iterable[str]:
    yield from question.summands
    if question.when is not None:
        yield from referenced_questions(question.when)


def _check_graph(graph: Mapping[str, Iterable[str]], tables: Mapping[str, Table], key: str) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1][::-1]
        table = tables[circle[0]]
        table.flaw("cycle", key if key in table else "sum", circle=" → ".join(circle))
