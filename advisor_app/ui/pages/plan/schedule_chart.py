"""The measures as a Gantt chart that stands beside their table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from advisor_app.charts.gantt import Gantt
from advisor_app.charts.gantt import Measure as GanttMeasure
from advisor_app.charts.gantt.plan_rows import plan_rows
from advisor_app.domain.months import add_months
from advisor_app.domain.plan import Measure, Plan
from advisor_app.ui.pages.plan.wording import PlanWording

FEWEST_MONTHS = 12
MOST_YEARS = 15
"""A year that was mistyped must not make a picture of centuries: days further away do not widen the chart."""


def schedule_chart(title: str, measures: Sequence[Measure], plan: Plan, today: date, wording: PlanWording) -> Gantt:
    """The chart of all measures and the plan's milestones over its period, longer where one of them needs it."""
    rows = plan_rows(measures, plan.milestones, wording.texts, period=wording.period, priority=wording.priority)
    first, last = _months_shown(rows, plan, today)
    return Gantt(title=title, measures=rows, today=today, first=first, last=last, labels=False)


def _months_shown(rows: Sequence[GanttMeasure], plan: Plan, today: date) -> tuple[date, date]:
    days = [day for row in rows for day in row.days]
    days += [day for day in (plan.start, plan.end) if day is not None]
    near = [day for day in days if abs(day.year - today.year) <= MOST_YEARS]
    first = min(near, default=today).replace(day=1)
    return first, max(max(near, default=today), add_months(first, FEWEST_MONTHS - 1))
