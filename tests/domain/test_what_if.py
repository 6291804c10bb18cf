"""Which answers lift a commune to the next phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from advisor_app.domain.assessment import Answer, AnswerState
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import QuestionWithin
from advisor_app.domain.questionnaire import Criterion, Phase, Questionnaire
from advisor_app.domain.what_if import Way, WhatIf
from advisor_app.domain.words import Words
from tests.builders import answered, example_questionnaire, level_question, small_questionnaire
from tests.example_case import example_answers

KIND = CommuneKind.MUNICIPALITY


def what_if(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> WhatIf:
    return WhatIf(questionnaire=questionnaire, kind=KIND, answers=answers)


def phases(threshold: str, *criteria: Criterion) -> tuple[Phase, ...]:
    first = Phase(number=1, title="Erste", text="Erste.", threshold=Decimal(0), criteria=())
    return (first, Phase(number=2, title="Zweite", text="Zweite.", threshold=Decimal(threshold), criteria=criteria))


def reached(found: WhatIf, way: Way) -> int | None:
    result = found.evaluation({rise.question.id: rise.after for rise in way.rises}).result().phase
    assert result is not None
    return result.number


def test_the_worked_example_lacks_these_answers_for_phase_4() -> None:
    found = what_if(example_questionnaire(), example_answers())
    way = found.way()
    assert way is not None
    assert way.phase.number == 4
    assert reached(found, way) == 4
    rises = {rise.question.id: (rise.before, rise.after) for rise in way.rises}
    before, after = rises["4.5.1"]
    assert before == 2
    assert after >= 3
    assert all(rise.steps > 0 for rise in way.rises)


def test_an_open_assessment_has_to_be_answered_first() -> None:
    answers = example_answers()
    for name in ("4.3.1", "4.3.2", "4.3.4", "4.2.1", "4.2.2", "4.2.3"):
        answers[name] = Answer(state=AnswerState.UNKNOWN)
    way = what_if(example_questionnaire(), answers).way()
    assert way is not None
    assert way.rises == ()
    assert {"4.3.1", "4.2.3"} <= set(way.missing)


def test_nothing_is_beyond_the_highest_phase_and_nothing_without_phases() -> None:
    questions = [level_question(f"D{number}") for number in range(3)]
    answers = answered({question.id: 4 for question in questions})
    assert what_if(small_questionnaire(*questions, phases=phases("3")), answers).way() is None
    assert what_if(small_questionnaire(*questions), answers).way() is None


def test_a_question_named_by_a_phase_is_answered_even_where_it_is_open() -> None:
    questions = [level_question(f"D{number}") for number in range(8)]
    found = what_if(
        small_questionnaire(*questions, phases=phases("1", Criterion(question="D7", at_least=Decimal(2)))),
        answered({f"D{number}": 2 for number in range(7)}),
    )
    way = found.way()
    assert way is not None
    assert [(rise.question.id, rise.before, rise.after) for rise in way.rises] == [("D7", None, 2)]
    assert reached(found, way) == 2


def test_a_question_that_does_not_apply_leaves_no_way() -> None:
    questions = [level_question(f"D{number}", not_applicable="Nie.") for number in range(4)]
    answers = answered({f"D{number}": 2 for number in range(3)})
    answers["D3"] = Answer(state=AnswerState.NOT_APPLICABLE, reason=Words("Gibt es hier nicht."))
    questionnaire = small_questionnaire(*questions, phases=phases("1", Criterion(question="D3", at_least=Decimal(1))))
    way = what_if(questionnaire, answers).way()
    assert way is not None
    assert not way.rises
    assert not way.missing


def test_a_level_that_brings_up_another_question_is_followed_up() -> None:
    beyond = QuestionWithin(question="D0", at_least=Decimal(3))
    questions = [*(level_question(f"D{number}") for number in range(4)), level_question("D4", when=beyond, weight=3)]
    answers = {**answered({f"D{number}": 2 for number in range(4)}), **answered({"D4": 0})}
    found = what_if(small_questionnaire(*questions, phases=phases("2.5")), answers)
    way = found.way()
    assert way is not None
    assert reached(found, way) == 2


def _vectors(total: int, room: list[int]) -> Iterator[list[int]]:
    if not room:
        if total == 0:
            yield []
        return
    for own in range(min(total, room[0]) + 1):
        for rest in _vectors(total - own, room[1:]):
            yield [own, *rest]


LEVELS = st.integers(0, 4)


@settings(max_examples=60)
@given(
    levels=st.lists(LEVELS, min_size=6, max_size=6),
    weights=st.lists(st.integers(1, 3), min_size=6, max_size=6),
    blocking=st.sets(st.integers(0, 5), max_size=3),
    threshold=st.sampled_from(["1.2", "1.6", "2", "2.4"]),
    least=st.none() | st.sampled_from(["0.8", "1.6", "2"]),
    named=st.none() | st.tuples(st.integers(0, 5), st.integers(1, 3)),
)
def test_no_way_takes_fewer_steps(
    levels: list[int],
    weights: list[int],
    blocking: set[int],
    threshold: str,
    least: str | None,
    named: tuple[int, int] | None,
) -> None:
    names = ["A0", "A1", "A2", "B0", "B1", "B2"]
    questions = [
        level_question(name, name[0], weight=weights[place], blocking=place in blocking)
        for place, name in enumerate(names)
    ]
    criteria = [Criterion(at_least=Decimal(least))] if least else []
    if named is not None:
        criteria.append(Criterion(question=names[named[0]], at_least=Decimal(named[1])))
    questionnaire = small_questionnaire(*questions, phases=phases(threshold, *criteria))
    found = what_if(questionnaire, answered(dict(zip(names, levels, strict=True))))
    way = found.way()
    if way is None:
        return
    assert reached(found, way) == 2
    steps = sum(rise.steps for rise in way.rises)
    assume(steps <= 4)  # every shorter way is tried below
    for vector in _vectors(steps - 1, [4 - level for level in levels]):
        raised = {name: level + up for name, level, up in zip(names, levels, vector, strict=True) if up}
        shorter = found.evaluation(raised).result().phase
        assert shorter is not None
        assert shorter.number == 1
