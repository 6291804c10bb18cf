"""The rows of a plan: its measures in order, and below them the milestones of the plan itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from advisor_app.charts.gantt import Measure, Milestone
from advisor_app.domain import plan, use_case
from advisor_app.texts import Texts


def plan_rows(
    measures: Iterable[plan.Measure],
    milestones: Sequence[use_case.Milestone],
    texts: Texts,
    *,
    period: Callable[[date | None, date | None], str],
    priority: Callable[[plan.Measure], str],
) -> tuple[Measure, ...]:
    """Rows for measures, then one for dated milestones of the plan; ``period`` and ``priority`` word a measure."""
    rows = [
        Measure(
            id=measure.id,
            title=measure.title,
            period=period(measure.start, measure.end),
            start=measure.start,
            end=measure.end,
            priority=priority(measure),
            predecessors=measure.predecessors,
            milestones=_dated(measure.milestones),
        )
        for measure in measures
    ]
    general = _dated(milestones)
    if general:
        rows.append(Measure(id="", title=texts("documents.milestones"), period="", milestones=general))
    return tuple(rows)


def _dated(milestones: Iterable[use_case.Milestone]) -> tuple[Milestone, ...]:
    return tuple(Milestone(item.on, item.title) for item in milestones if item.on is not None)
