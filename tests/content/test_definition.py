"""A questionnaire becomes one text and the same questionnaire again, for ever."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.content.definition import canonical_json, decode_questionnaire, digest_of
from advisor_app.content.packs import load_catalog
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Condition, Not, QuestionWithin
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.foundations import DimensionKind, Level, Scale
from advisor_app.domain.questionnaire import Criterion, Dimension, Phase, Question, Questionnaire, QuestionType, Variant
from tests.builders import SCALE, example_questionnaire, level_question, small_questionnaire
from tests.content.small_packs.writing import write_packs

WORDS = st.text(max_size=12)
LISTS = st.lists(WORDS, max_size=3).map(tuple)
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6
) | st.integers(-(10**6), 10**6).map(Decimal)
MAYBE_NUMBERS = st.none() | NUMBERS

CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.builds(QuestionWithin, question=WORDS, at_least=MAYBE_NUMBERS, at_most=MAYBE_NUMBERS)
    | st.builds(AreaChosen, area=WORDS)
    | st.builds(CommuneKindIs, commune_kind=st.sampled_from(CommuneKind)),
    lambda inner: (
        st.builds(AllOf, all=st.lists(inner, max_size=3).map(tuple))
        | st.builds(AnyOf, any=st.lists(inner, max_size=3).map(tuple))
        | st.builds(Not, negated=inner)
    ),
    max_leaves=6,
)
VARIANTS = st.builds(
    Variant,
    kind=st.sampled_from(CommuneKind),
    text=st.none() | WORDS,
    hint=st.none() | WORDS,
    anchors=st.none() | LISTS,
    anchors_short=st.none() | LISTS,
)
QUESTIONS = st.builds(
    Question,
    id=WORDS,
    dimension=WORDS,
    type=st.sampled_from(QuestionType),
    text=WORDS,
    short=WORDS,
    hint=WORDS,
    evidence=WORDS,
    roles=LISTS,
    weight=st.integers(0, 3),
    blocking=st.booleans(),
    confidential=st.booleans(),
    not_applicable=st.none() | WORDS,
    when=st.none() | CONDITIONS,
    anchors=LISTS,
    anchors_short=LISTS,
    choices=LISTS,
    unit=WORDS,
    minimum=MAYBE_NUMBERS,
    maximum=MAYBE_NUMBERS,
    summands=LISTS,
    variants=st.lists(VARIANTS, max_size=2).map(tuple),
    sources=LISTS,
    retired=st.booleans(),
)
LEVELS = st.builds(Level, number=st.integers(0, 4), word=WORDS, meaning=WORDS, below=MAYBE_NUMBERS)
SCALES = st.builds(
    Scale,
    version=WORDS,
    notice=WORDS,
    levels=st.lists(LEVELS, max_size=5).map(tuple),
    minimum_answers=st.integers(0, 9),
    minimum_coverage=NUMBERS,
    blocking_cap=NUMBERS,
    near=NUMBERS,
    default_target_step=st.integers(0, 4),
    priority_a=st.integers(-4, 4),
    priority_c=st.integers(-4, 4),
)
QUESTIONNAIRES = st.builds(
    Questionnaire,
    id=WORDS,
    version=WORDS,
    module=WORDS,
    title=WORDS,
    scale=SCALES,
    dimensions=st.lists(
        st.builds(
            Dimension,
            id=WORDS,
            kind=st.sampled_from(DimensionKind),
            title=WORDS,
            short=WORDS,
            weight=st.integers(1, 9),
            questions=st.lists(QUESTIONS, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    phases=st.lists(
        st.builds(
            Phase,
            number=st.integers(1, 9),
            title=WORDS,
            text=WORDS,
            threshold=NUMBERS,
            criteria=st.lists(
                st.builds(Criterion, at_least=NUMBERS, question=st.none() | WORDS, dimension=st.none() | WORDS),
                max_size=2,
            ).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)


@given(QUESTIONNAIRES)
def test_what_is_decoded_equals_what_was_encoded(questionnaire: Questionnaire) -> None:
    body = canonical_json(questionnaire)
    decoded = decode_questionnaire(body)
    assert decoded == questionnaire
    assert canonical_json(decoded) == body


def test_the_text_is_canonical() -> None:
    questionnaire = small_questionnaire(level_question("ä", minimum=Decimal("1.50"), maximum=Decimal("1E+2")))
    body = canonical_json(questionnaire)
    assert json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True, separators=(",", ":")) == body
    assert '"id":"ä"' in body
    assert '"minimum":"1.5"' in body
    assert '"maximum":"100"' in body
    assert '"retired"' not in body
    assert " :" not in body


@pytest.mark.parametrize(("one", "other"), [("1.5", "1.500"), ("100", "1E+2"), ("0", "-0.0")])
def test_equal_questionnaires_have_equal_texts(one: str, other: str) -> None:
    first = small_questionnaire(level_question("x", minimum=Decimal(one)))
    second = small_questionnaire(level_question("x", minimum=Decimal(other)))
    assert first == second
    assert canonical_json(first) == canonical_json(second)


def test_a_definition_stored_by_the_first_version_opens_for_ever() -> None:
    # The file uses every field and every form of condition; it is never written anew. If this test fails, assessments
    # in cases out there can no longer be opened.
    body = (Path(__file__).parent / "stored_definition_1.json").read_text(encoding="utf-8").rstrip("\n")
    assert digest_of(body) == "a7ed2a1d91b2909a6281c29fe8ca70f6a0a3c5811dcc87af250f75432fa9018e"
    questionnaire = decode_questionnaire(body)
    assert canonical_json(questionnaire) == body
    question, follower = questionnaire.questions[:2]
    assert question.wording(CommuneKind.DISTRICT).anchors == tuple("abcde")
    assert follower.when == AllOf(
        all=(
            QuestionWithin(question="4.1.1", at_least=Decimal(1), at_most=Decimal("3.5")),
            AnyOf(any=(AreaChosen(area="WB1"), Not(negated=CommuneKindIs(commune_kind=CommuneKind.DISTRICT)))),
        )
    )


def test_a_questionnaire_of_a_pack_comes_back(tmp_path: Path) -> None:
    questionnaire = load_catalog([write_packs(tmp_path)]).questionnaires["m4"]
    assert decode_questionnaire(canonical_json(questionnaire)) == questionnaire


def changed(change: Any) -> str:
    record = json.loads(canonical_json(example_questionnaire()))
    change(record)
    return json.dumps(record)


def question_of(record: Any) -> Any:
    return record["dimensions"][0]["questions"][0]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (lambda record: record.update(language="de"), "language"),
        (lambda record: question_of(record).update(color="red"), "color"),
        (lambda record: question_of(record).update(type="matrix"), "matrix"),
        (lambda record: question_of(record).update(when={"season": "summer"}), "season"),
        (lambda record: question_of(record).update(when={"area": "WB1", "since": 2027}), "since"),
        (lambda record: record["scale"]["levels"][0].update(icon="x"), "icon"),
    ],
)
def test_what_a_newer_version_wrote_is_refused_by_name(change: Any, name: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        decode_questionnaire(changed(change))
    assert raised.value.problem is Problem.DEFINITION_NEWER
    assert raised.value.details["name"] == name


def test_nothing_may_stand_where_nothing_is_the_default() -> None:
    body = changed(lambda record: question_of(record).update(when=None))
    assert decode_questionnaire(body).questions[0].when is None


def test_fields_with_a_default_may_be_missing() -> None:
    body = canonical_json(small_questionnaire(level_question("x", hint="H")))
    record = json.loads(body)
    del record["dimensions"][0]["questions"][0]["hint"]
    assert decode_questionnaire(json.dumps(record)).questions[0].hint == ""


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "null",
        "[]",
        "3",
        "{}",
        "[" * 100_000 + "]" * 100_000,
        changed(lambda record: record.pop("scale")),
        changed(lambda record: record.update(scale=None)),
        changed(lambda record: record.update(title=3)),
        changed(lambda record: record.update(dimensions={})),
        changed(lambda record: question_of(record).update(weight="2")),
        changed(lambda record: question_of(record).update(weight=True)),
        changed(lambda record: question_of(record).update(blocking=1)),
        changed(lambda record: question_of(record).update(minimum=1.5)),
        changed(lambda record: question_of(record).update(minimum="1e999999999")),
        changed(lambda record: question_of(record).update(minimum="NaN")),
        changed(lambda record: question_of(record).update(type=4)),
        changed(lambda record: question_of(record).update(roles=["BM", 3])),
        changed(lambda record: question_of(record).update(when=[])),
        changed(lambda record: question_of(record).update(variants=[{"kind": None}])),
    ],
)
def test_anything_else_is_damaged(body: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        decode_questionnaire(body)
    assert raised.value.problem is Problem.DEFINITION_DAMAGED


def test_the_scale_travels_along() -> None:
    assert decode_questionnaire(canonical_json(example_questionnaire())).scale == SCALE
