"""By what a form that comes back is recognised."""

from dataclasses import fields, replace
from string import ascii_lowercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.form import (
    FieldDifference,
    FieldType,
    FormField,
    FormIdentity,
    ReturnedForm,
    digest_of_fields,
    field_name,
    note_name,
    read_identity,
)

KEY = b"k" * 32
LEVEL = FormField("q_4_1_1", FieldType.CHOICE, ("s0", "s1", "unk"))
NOTE = FormField("n_4_1_1", FieldType.TEXT)
IDENTITY = FormIdentity(
    kind="pre-survey",
    case="0197",
    number="7K3Q-9F2D",
    fields=digest_of_fields([LEVEL, NOTE]),
    questionnaire="m4",
    version="1.0.0",
    definition="abc",
    role="KÄ",
)

# Surrogates cannot stand in a PDF's text either.
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


def test_fields_are_named_by_their_question() -> None:
    assert (field_name("4.1.1"), note_name("4.1.1")) == ("q_4_1_1", "n_4_1_1")
    assert field_name("WB8.12") == "q_wb8_12"


@given(st.builds(FormIdentity, **dict.fromkeys((field.name for field in fields(FormIdentity)), TEXTS)), TEXTS)
def test_an_identity_is_read_as_it_was_written(identity: FormIdentity, key: str) -> None:
    issued = identity.issued(key.encode())
    assert issued.text.isascii()
    assert read_identity(issued.text) == issued
    assert read_identity(issued.text).is_issued_with(key.encode())


def test_an_identity_says_all_of_it_in_one_line() -> None:
    assert IDENTITY.text == f"BK1|k=pre-survey|c=0197|n=7K3Q-9F2D|q=m4|v=1.0.0|d=abc|r=K%C3%84|f={IDENTITY.fields}"
    assert IDENTITY.issued(KEY).text.startswith(f"{IDENTITY.text}|m=")


def test_only_its_own_key_knows_a_form_again() -> None:
    assert IDENTITY.issued(KEY).is_issued_with(KEY)
    assert not IDENTITY.issued(b"x" * 32).is_issued_with(KEY)
    assert not IDENTITY.is_issued_with(KEY)


@pytest.mark.parametrize("part", [field.name for field in fields(FormIdentity)])
def test_no_part_of_an_identity_can_be_changed(part: str) -> None:
    changed = replace(IDENTITY.issued(KEY), **{part: "other"})
    assert not changed.is_issued_with(KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "BK1",
        "BK1|k=a",
        "XX1|k=a|c=b|n=c|f=d",
        "BK1|k=a|k=b|c=b|n=c|f=d",
        "BK1|z=1|k=a|c=b|n=c|f=d",
        "BKx|k=a",
        "|||",
    ],
)
def test_anything_else_is_no_identity(text: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        read_identity(text)
    assert raised.value.problem is Problem.FORM_UNKNOWN


def test_a_later_format_is_named_as_such() -> None:
    with pytest.raises(AdvisorError) as raised:
        read_identity("BK2|whatever")
    assert raised.value.problem is Problem.FORM_NEWER


@given(st.text(max_size=3_000))
def test_no_text_breaks_the_reading(text: str) -> None:
    with pytest.raises(AdvisorError) as raised:
        read_identity(text)
    assert raised.value.problem in {Problem.FORM_UNKNOWN, Problem.FORM_NEWER}


@pytest.mark.parametrize(
    "other",
    [
        [LEVEL],
        [LEVEL, NOTE, FormField("q_9", FieldType.TEXT)],
        [replace(LEVEL, options=("s0", "s1")), NOTE],
        [replace(LEVEL, options=("s0", "s1", "unk", "s4")), NOTE],
        [replace(LEVEL, type=FieldType.TEXT), NOTE],
        [replace(LEVEL, name="q_4_1_2"), NOTE],
    ],
)
def test_every_change_of_fields_is_noticed(other: list[FormField]) -> None:
    assert digest_of_fields(other) != IDENTITY.fields


def test_the_order_of_fields_and_options_says_nothing() -> None:
    assert digest_of_fields([NOTE, replace(LEVEL, options=("unk", "s1", "s0"))]) == IDENTITY.fields


VALUES = st.dictionaries(st.text(ascii_lowercase + digits, min_size=1, max_size=5), TEXTS, max_size=5)


@given(VALUES, VALUES)
def test_equal_values_of_one_form_are_the_same_content(one: dict[str, str], other: dict[str, str]) -> None:
    first = ReturnedForm(identity=IDENTITY, values=one, file="a")
    second = ReturnedForm(
        identity=IDENTITY.issued(KEY),
        values=dict(reversed(other.items())),
        file="b",
        differences=(FieldDifference(field="a", stored="b", ticked="c"),),
    )
    assert (first.content == second.content) == (one == other)
    assert first.content != ReturnedForm(identity=replace(IDENTITY, number="other"), values=one, file="a").content
