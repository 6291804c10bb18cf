from __future__ import annotations

import pytest

from advisor_app.domain.e_file import AreaStanding, AreaState, judged
from advisor_app.domain.e_file_questions import contradicting, states_by_question
from tests.example_catalog import shipped_guide


@pytest.mark.parametrize(
    ("level", "state", "contradicts"),
    [
        (None, AreaState.YES, False),
        (1, AreaState.YES, True),
        (2, AreaState.YES, False),
        (2, AreaState.NO, False),
        (3, AreaState.NO, True),
        (0, AreaState.PARTLY, False),
        (4, AreaState.PARTLY, False),
    ],
)
def test_a_state_and_a_level_that_cannot_both_hold(level: int | None, state: AreaState, *, contradicts: bool) -> None:
    assert bool(contradicting(level, [("Suche", state)])) is contradicts


def test_a_question_is_told_of_every_judged_area_that_it_bears_on() -> None:
    said = {name: AreaStanding(id=name, state=AreaState.YES) for name in ("e-mail", "procedures")} | {
        "search": AreaStanding(id="search")
    }
    found = states_by_question(judged(shipped_guide(), said))
    assert [title for title, _ in found["3.4.2"]] == [
        "E-Mail und Portal übernehmen",
        "Fachverfahren und Antragsplattform",
    ]
    assert "3.3.1" not in found
