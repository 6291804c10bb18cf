from __future__ import annotations

import pytest

from advisor_app.domain.e_file import (
    AreaStanding,
    AreaState,
    Gap,
    Need,
    counts_of,
    gap_of,
    in_urgency,
    judged,
    requirement_groups,
)
from advisor_app.domain.e_file_guide import EFileArea, EFileGuide, Requirement

_AREAS = tuple(
    EFileArea(
        id=name,
        title=name,
        about="",
        group="",
        questions=(),
        requirements=(Requirement(id=f"{number}.1", text=f"{name} kann etwas."),),
    )
    for number, name in enumerate(("scan", "search", "rights", "mobile"), 1)
)
GUIDE = EFileGuide(
    module="M3",
    title="",
    note="",
    sources=("EV",),
    areas=_AREAS,
    criteria=(),
    variants=(),
    entries=(),
    samples=(),
)
SAID = {
    "scan": AreaStanding(id="scan", state=AreaState.PARTLY, need=Need.MUST, demands="Farbe erkennen\n\n  \nLeise"),
    "search": AreaStanding(id="search", state=AreaState.NO, need=Need.SHOULD),
    "rights": AreaStanding(id="rights", state=AreaState.NO, need=Need.MUST),
    "gone": AreaStanding(id="gone", state=AreaState.NO, need=Need.MUST),
}


@pytest.mark.parametrize(
    ("state", "need", "gap"),
    [
        (None, None, Gap.OPEN),
        (AreaState.NO, None, Gap.OPEN),
        (None, Need.MUST, Gap.OPEN),
        (AreaState.YES, None, Gap.NONE),
        (AreaState.YES, Need.MUST, Gap.NONE),
        (AreaState.PARTLY, Need.COULD, Gap.PART),
        (AreaState.NO, Need.COULD, Gap.WHOLE),
    ],
)
def test_the_gap_lies_between_state_and_need(state: AreaState | None, need: Need | None, gap: Gap) -> None:
    assert gap_of(AreaStanding(id="scan", state=state, need=need)) is gap


def test_what_must_be_there_and_is_not_comes_first() -> None:
    assert [item.area.id for item in in_urgency(judged(GUIDE, SAID))] == ["rights", "scan", "search"]


def test_areas_that_the_pack_no_longer_has_are_left_out() -> None:
    assert [item.area.id for item in judged(GUIDE, SAID)] == ["scan", "search", "rights", "mobile"]


def test_needs_and_gaps_are_counted() -> None:
    counts = counts_of(judged(GUIDE, SAID))
    assert counts.needed == {Need.MUST: 2, Need.SHOULD: 1, Need.COULD: 0}
    assert counts.missing == {Need.MUST: 2, Need.SHOULD: 1, Need.COULD: 0}
    assert counts.unsaid == 1


def test_only_needed_areas_have_requirements_and_the_houses_own_follow() -> None:
    groups = requirement_groups(judged(GUIDE, SAID))
    assert [group.area.area.id for group in groups] == ["scan", "search", "rights"]
    assert [(line.number, line.text, line.need, line.is_own) for line in groups[0].lines] == [
        ("1.1", "scan kann etwas.", Need.MUST, False),
        ("1.E1", "Farbe erkennen", Need.MUST, True),
        ("1.E2", "Leise", Need.MUST, True),
    ]
    assert requirement_groups(judged(GUIDE, {})) == ()
