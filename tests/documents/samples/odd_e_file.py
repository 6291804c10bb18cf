"""An electronic file in which everything is too long, doubled or missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from advisor_app.domain.case import Case
from advisor_app.domain.e_file import AreaStanding, AreaState, Need, RolloutStep
from advisor_app.domain.e_file_guide import EFileGuide
from advisor_app.domain.file_plan import FilePlanEntry, SampleFiling
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.scan_comparison import CriterionPoints, CriterionWeight, VariantRating
from advisor_app.domain.words import Audience, Words
from tests.documents.samples.odd import ENDLESS, LONG_WORD, NO_BREAKS, ODD

_ENTRIES = 60


def with_odd_e_file(case: Case, guide: EFileGuide) -> Case:
    """Every area with odd words, sixty entries, all weights 0, a way without steps, impossible dates."""
    needs, states = tuple(Need), tuple(AreaState)
    return replace(
        case,
        e_file_areas={
            area.id: AreaStanding(
                id=area.id,
                state=states[place % 3],
                need=needs[place % 3] if place % 4 else None,
                responsible=LONG_WORD,
                remark=Words(f"{ODD}\n{ENDLESS[:900]}" if place == 1 else ODD, Audience.REPORT),
                demands=f"{ODD}\n{LONG_WORD}\n{NO_BREAKS}",
            )
            for place, area in enumerate(guide.areas)
        },
        file_plan={
            f"n{place}": FilePlanEntry(
                id=f"n{place}",
                number="9" * min(place, 40) if place < 30 else f"{place % 20}.{LONG_WORD[:8]}",
                title=LONG_WORD if place % 9 == 0 else f"{ODD} {place}",
                retention=ODD,
                office=LONG_WORD if place % 50 == 0 else "",
            )
            for place in range(_ENTRIES)
        },
        sample_filings={sample.id: SampleFiling(id=sample.id, entry="n7") for sample in guide.samples},
        scan_weights={item.id: CriterionWeight(id=item.id, weight=0) for item in guide.criteria},
        scan_ratings={
            variant.id: VariantRating(
                id=variant.id,
                points=(CriterionPoints(criterion=guide.criteria[0].id, points=4),),
                is_chosen=place == 0,
                remark=Words(ENDLESS[:900], Audience.REPORT),
            )
            for place, variant in enumerate(guide.variants)
        },
        rollout={
            f"r{place}": RolloutStep(
                id=f"r{place}",
                office=LONG_WORD if place else "",
                start=date(2027, 12, 1),
                end=date(2027, 1, 1),
                responsible=ODD,
                remark=Words(ODD, Audience.REPORT),
            )
            for place in range(5)
        },
        processes={**case.processes, "way": ProcessSheet(id="way", number=99, title=ODD, is_document_way=True)},
    )
