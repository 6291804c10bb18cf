"""How the workshop days of a case are called."""

from __future__ import annotations

from collections.abc import Sequence

from advisor_app.domain.agenda import AgendaDay


def day_titles(days: Sequence[AgendaDay]) -> list[tuple[str, str]]:
    """Days as (id, title), in their order; with the module where there are days of several."""
    several = len({day.module for day in days}) > 1
    return [(day.id, f"{day.module} · {day.title}" if several else day.title) for day in days]
