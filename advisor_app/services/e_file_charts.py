"""The pictures of an electronic file that a room looks at."""

from __future__ import annotations

from typing import assert_never

from advisor_app.charts.area_gaps import gaps_of
from advisor_app.charts.gantt.rollout_rows import rollout_chart
from advisor_app.charts.scene import Chart
from advisor_app.charts.share_bars import variants_of
from advisor_app.domain.case import Case
from advisor_app.domain.e_file import judged
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.projection import EFileView
from advisor_app.domain.rollout import rollout
from advisor_app.domain.scan_comparison import compare_variants
from advisor_app.texts import Texts


def e_file_charts(case: Case, guide: EFileGuide, view: EFileView, texts: Texts) -> tuple[Chart, ...]:
    """One chart, or the two halves of one that is long; none where there is nothing to see yet."""
    match view:
        case EFileView.AREAS:
            areas, title = judged(guide, case.e_file_areas), texts("e-file.standing")
            half = (len(areas) + 1) // 2
            return tuple(gaps_of(part, title, texts) for part in (areas[:half], areas[half:]) if part)
        case EFileView.SCANNING:
            comparison = compare_variants(guide, case.scan_weights, case.scan_ratings)
            has_points = any(item.total is not None for item in comparison.variants)
            return (variants_of(comparison, texts("documents.e-file.variants"), texts),) if has_points else ()
        case EFileView.ROLLOUT:
            chart = rollout_chart(rollout(case.rollout.values(), case.measures), texts)
            return () if chart is None else (chart,)
        case _:
            assert_never(view)
