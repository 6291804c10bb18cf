"""What is to be done first."""

from __future__ import annotations

from datetime import date

from advisor_app.documents.document_input import DocumentInput
from advisor_app.domain.case import Case
from advisor_app.domain.plan import Measure, MeasureState, in_order


def coming_measures(case: Case) -> tuple[Measure, ...]:
    """Measures of the plan that are still to be done, the earliest first; those without a date come last."""
    waiting = (
        item for item in in_order(case.measures.values()) if item.state not in {MeasureState.DONE, MeasureState.DROPPED}
    )
    return tuple(sorted(waiting, key=lambda measure: (measure.start or date.max, measure.id)))


def first_measures(case: Case) -> tuple[Measure, ...]:
    """Those of them that wait for no other one; all of them where each waits for another."""
    coming = coming_measures(case)
    ahead = {item.id for item in coming}
    return tuple(item for item in coming if ahead.isdisjoint(item.predecessors)) or coming


def responsible(given: DocumentInput, measure: Measure) -> str:
    """Who is responsible for a measure, roles by what they are called in this house instead of their short names."""
    names = (name.strip() for name in measure.responsible.split(","))
    return ", ".join(given.role(name) if name in given.catalog.roles else name for name in names if name)
