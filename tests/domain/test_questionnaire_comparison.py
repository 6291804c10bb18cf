"""Two versions of a questionnaire: every question stands in one list, with what is different in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import (
    AllOf,
    AnyOf,
    AreaChosen,
    CommuneKindIs,
    Condition,
    Not,
    QuestionWithin,
    compile_condition,
    for_kind,
)
from advisor_app.domain.questionnaire import Question, Questionnaire, QuestionType, Variant
from advisor_app.domain.questionnaire_comparison import Aspect, Comparison, compare_questionnaires
from tests.builders import SCALE, example_questionnaire, level_question, other_question, small_questionnaire

CITY, DISTRICT = CommuneKind.CITY, CommuneKind.DISTRICT
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(CommuneKindIs, commune_kind=st.sampled_from(CommuneKind)),
    st.builds(AreaChosen, area=st.sampled_from(["WB1", "WB2"])),
    st.builds(
        QuestionWithin, question=st.sampled_from(["a", "b"]), at_least=st.none() | st.integers(0, 4).map(Decimal)
    ),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.builds(AllOf, all=st.lists(parts, max_size=3).map(tuple)),
        st.builds(AnyOf, any=st.lists(parts, max_size=3).map(tuple)),
        st.builds(Not, negated=parts),
    ),
    max_leaves=8,
)
QUESTIONS = st.builds(
    level_question,
    st.sampled_from(["q1", "q2", "q3", "q4", "q5"]),
    st.sampled_from(["D", "E", "WB1"]),
    weight=st.integers(1, 2),
    blocking=st.booleans(),
    text=st.sampled_from(["Wie weit?", "Wie  weit?", "Ganz anders?"]),
    hint=st.sampled_from(["", "Fragen Sie nach dem Beschluss."]),
    retired=st.booleans(),
    when=st.none() | st.builds(CommuneKindIs, commune_kind=st.sampled_from(CommuneKind)),
    variants=st.just(()) | st.just((Variant(kind=DISTRICT, text="Wie weit ist der Landkreis?"),)),
)
QUESTIONNAIRES = st.lists(QUESTIONS, max_size=5, unique_by=lambda question: question.id).map(
    lambda questions: small_questionnaire(*questions)
)
KINDS = st.none() | st.sampled_from(CommuneKind)


def ids(comparison: Comparison) -> dict[str, list[str]]:
    return {
        "unchanged": [pair.new.id for pair in comparison.unchanged],
        "changed": [pair.new.id for pair in comparison.changed],
        "added": [question.id for question in comparison.added],
        "removed": [question.id for question in comparison.removed],
    }


def aspects(old: Question, new: Question, kind: CommuneKind | None = None) -> tuple[Aspect, ...]:
    compared = compare_questionnaires(small_questionnaire(old), small_questionnaire(new), kind)
    return next((pair.aspects for pair in (*compared.changed, *compared.unchanged)), ())


@given(questionnaire=QUESTIONNAIRES, kind=KINDS)
def test_a_questionnaire_is_the_same_as_itself(questionnaire: Questionnaire, kind: CommuneKind | None) -> None:
    assert compare_questionnaires(questionnaire, questionnaire, kind).is_same


@given(old=QUESTIONNAIRES, new=QUESTIONNAIRES, kind=KINDS)
def test_every_question_stands_in_one_list(old: Questionnaire, new: Questionnaire, kind: CommuneKind | None) -> None:
    compared = compare_questionnaires(old, new, kind)
    lists = ids(compared)
    in_new = sorted(lists["unchanged"] + lists["changed"] + lists["added"])
    in_old = sorted(lists["unchanged"] + lists["changed"] + lists["removed"])
    assert len(set(in_new)) == len(in_new)
    assert len(set(in_old)) == len(in_old)
    there = {question.id for question in new.questions if not question.retired}
    assert set(in_new) <= there
    if kind is None:
        assert set(in_new) == there
    assert all(pair.aspects for pair in compared.changed)


@given(old=QUESTIONNAIRES, new=QUESTIONNAIRES, kind=KINDS)
def test_the_other_way_round_new_ones_are_removed_ones(
    old: Questionnaire, new: Questionnaire, kind: CommuneKind | None
) -> None:
    there, back = compare_questionnaires(old, new, kind), compare_questionnaires(new, old, kind)
    assert {question.id for question in there.added} == {question.id for question in back.removed}
    assert {pair.new.id: pair.aspects for pair in there.changed} == {pair.new.id: pair.aspects for pair in back.changed}
    assert there.has_other_figures == back.has_other_figures


@given(old=QUESTIONNAIRES, new=QUESTIONNAIRES)
def test_what_is_the_same_for_all_is_the_same_for_each(old: Questionnaire, new: Questionnaire) -> None:
    same = {pair.new for pair in compare_questionnaires(old, new).unchanged}
    for kind in CommuneKind:
        assert not same & {pair.new for pair in compare_questionnaires(old, new, kind).changed}


@given(
    condition=CONDITIONS,
    kind=st.sampled_from(CommuneKind),
    values=st.tuples(*[st.none() | st.integers(0, 4)] * 2),
    areas=st.sets(st.sampled_from(["WB1", "WB2"])),
)
def test_a_condition_for_a_kind_holds_when_the_whole_one_does(
    condition: Condition, kind: CommuneKind, values: tuple[int | None, ...], areas: set[str]
) -> None:
    position = {"a": 0, "b": 1}
    holds = compile_condition(condition, position, list(values), areas, kind)()
    left = for_kind(condition, kind)
    assert holds is (left if isinstance(left, bool) else compile_condition(left, position, list(values), areas, kind)())


Q = level_question("q", not_applicable="Nur ohne Wald.")
CHOICE = other_question("q", QuestionType.CHOICE, choices=("Portal", "Treffen"))
NUMBER = other_question("q", QuestionType.NUMBER, unit="Tage", minimum=Decimal(0))


@pytest.mark.parametrize(
    ("old", "new", "aspect"),
    [
        (Q, replace(Q, text="Anders?"), Aspect.TEXT),
        (Q, replace(Q, anchors=(*Q.anchors[:4], "Alles ist anders.")), Aspect.ANCHORS),
        (Q, replace(Q, weight=3), Aspect.WEIGHT),
        (Q, replace(Q, blocking=True), Aspect.BLOCKING),
        (Q, replace(Q, dimension="E"), Aspect.DIMENSION),
        (Q, replace(Q, when=AreaChosen(area="WB1")), Aspect.CONDITION),
        (Q, replace(Q, not_applicable=None), Aspect.NOT_APPLICABLE),
        (Q, replace(Q, confidential=True), Aspect.CONFIDENTIAL),
        (CHOICE, replace(CHOICE, choices=("Portal",)), Aspect.CHOICES),
        (NUMBER, replace(NUMBER, maximum=Decimal(9)), Aspect.RANGE),
    ],
)
def test_what_is_different_is_named(old: Question, new: Question, aspect: Aspect) -> None:
    assert aspects(old, new) == (aspect,)


def test_what_no_answer_rests_on_may_change() -> None:
    new = replace(
        Q, short="Kurz", hint="Anders fragen.", evidence="Foto", roles=("IT",), sources=("W1",), anchors_short=()
    )
    assert aspects(Q, new) == ()
    assert aspects(Q, replace(Q, text=f" {Q.text}\n")) == ()


def test_only_the_wording_of_the_own_kind_counts() -> None:
    new = replace(Q, variants=(Variant(kind=DISTRICT, text="Wie weit ist der Landkreis?"),))
    assert aspects(Q, new, CITY) == ()
    assert aspects(Q, new, DISTRICT) == (Aspect.TEXT,)
    assert aspects(Q, new) == (Aspect.TEXT,)


def test_a_question_that_a_kind_is_never_asked_is_not_there() -> None:
    new = replace(Q, when=CommuneKindIs(commune_kind=DISTRICT))
    old_one, new_one = small_questionnaire(Q), small_questionnaire(new)
    assert ids(compare_questionnaires(old_one, new_one, CITY))["removed"] == ["q"]
    assert compare_questionnaires(old_one, new_one, DISTRICT).is_same
    assert ids(compare_questionnaires(old_one, new_one))["changed"] == ["q"]


def test_a_retired_question_is_removed() -> None:
    retired = small_questionnaire(replace(Q, retired=True))
    assert ids(compare_questionnaires(small_questionnaire(Q), retired))["removed"] == ["q"]
    assert ids(compare_questionnaires(retired, small_questionnaire(Q)))["added"] == ["q"]


def test_an_answer_says_the_same_where_only_its_bearing_changed() -> None:
    compared = compare_questionnaires(small_questionnaire(Q), small_questionnaire(replace(Q, weight=3, blocking=True)))
    assert compared.changed[0].reads_the_same
    compared = compare_questionnaires(small_questionnaire(Q), small_questionnaire(replace(Q, weight=3, text="Neu?")))
    assert not compared.changed[0].reads_the_same


def test_weights_phases_and_scale_alter_figures() -> None:
    old = example_questionnaire()
    first, *others = old.dimensions
    reweighted = compare_questionnaires(old, replace(old, dimensions=(replace(first, weight=3), *others)))
    assert (reweighted.reweighted, reweighted.has_other_figures) == ((first.id,), True)
    assert compare_questionnaires(old, replace(old, phases=old.phases[:3])).rescored
    assert compare_questionnaires(old, replace(old, scale=replace(SCALE, version="2.0"))).rescored
    fewer = compare_questionnaires(old, replace(old, dimensions=tuple(others)))
    assert fewer.dimensions_removed == (first.id,)
    assert not compare_questionnaires(old, replace(old, version="1.1.0", title="Neu")).has_other_figures


def test_a_question_that_does_not_score_alters_no_figure() -> None:
    old, new = (other_question("t", QuestionType.TEXT, text=words) for words in ("Was?", "Was noch?"))
    compared = compare_questionnaires(small_questionnaire(old), small_questionnaire(new))
    assert not compared.is_same
    assert not compared.has_other_figures
