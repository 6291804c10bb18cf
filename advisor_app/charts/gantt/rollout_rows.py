"""The rollout of the electronic file over time, office by office."""

from __future__ import annotations

from collections.abc import Sequence

from advisor_app.charts.gantt import Gantt, Measure
from advisor_app.domain.e_file import RolloutStep
from advisor_app.texts import Texts
from advisor_app.texts.e_file import period_words

_MOST_MONTHS = 240


def rollout_chart(steps: Sequence[RolloutStep], texts: Texts) -> Gantt | None:
    """The offices that have dates; None where none has, or where they lie further apart than a plan reaches."""
    rows = tuple(
        Measure(
            id=str(place),
            title=step.office.strip() or texts("e-file.office-open"),
            period=period_words(step, texts),
            start=step.start,
            end=step.end,
        )
        for place, step in enumerate(steps, 1)
        if step.start is not None or step.end is not None
    )
    chart = Gantt(title=texts("e-file.rollout"), measures=rows, is_rated=False)
    months = chart.months
    return chart if rows and months is not None and months[1] <= _MOST_MONTHS else None
