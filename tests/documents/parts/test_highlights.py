"""On which answers a commune can build, and where most is to be done."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from advisor_app.documents.assessed import Assessed, assessed
from advisor_app.documents.parts.highlights import strongest, weakest
from advisor_app.domain.case import Case
from advisor_app.domain.evaluation import Contribution
from tests.builders import answered
from tests.documents.samples import given
from tests.example_case import example_answers, example_case

SCORED = tuple(name for name, answer in example_answers().items() if answer.level is not None)


def of(case: Case) -> Assessed:
    return assessed(given(case), case.assessments["a1"])


def with_levels(**levels: int) -> Assessed:
    answers = {**example_answers(), **answered({name[2:].replace("_", "."): level for name, level in levels.items()})}
    return of(replace(example_case(), answers={"a1": answers}))


def ids(found: tuple[Contribution, ...]) -> list[str]:
    return [item.question.id for item in found]


def test_the_highest_answers_come_first_each_of_another_dimension() -> None:
    current = with_levels(q_4_1_1=4, q_4_1_2=4, q_4_3_1=3)
    found = ids(strongest(current, 3))
    assert found[0] in {"4.1.1", "4.1.2"}
    assert found[1] == "4.3.1"
    assert found[2][:3] not in {"4.1", "4.3"}


def test_below_level_two_there_is_nothing_to_build_on() -> None:
    current = with_levels(**{f"q_{name.replace('.', '_')}": 1 for name in SCORED})
    assert strongest(current, 3) == ()
    assert len(weakest(current, 3)) == 3


def test_at_the_target_there_is_nothing_to_do() -> None:
    current = with_levels(**{f"q_{name.replace('.', '_')}": 4 for name in SCORED})
    assert weakest(current, 3) == ()
    assert len(strongest(current, 3)) == 3


@settings(max_examples=40, deadline=None)
@for_all(st.lists(st.integers(0, 4), min_size=len(SCORED), max_size=len(SCORED)), st.integers(1, 6))
def test_no_answer_is_both(levels: list[int], most: int) -> None:
    current = with_levels(**{f"q_{name.replace('.', '_')}": level for name, level in zip(SCORED, levels, strict=True)})
    strengths, gaps = strongest(current, most), weakest(current, most)
    assert set(ids(strengths)).isdisjoint(ids(gaps))
    assert len(strengths) <= most
    assert len(gaps) <= most
    assert all((item.answer.level or 0) >= 2 for item in strengths)
