"""Whatever a pack may hold is read from the file as it was written."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import tomli
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.content.shapes.canonical import canonical, canonical_condition, shortest, tidy
from advisor_app.content.shapes.fields import (
    Clock,
    Day,
    Exact,
    Field,
    Flag,
    Named,
    Names,
    Paragraphs,
    Prose,
    Rows,
    Shape,
    Versions,
    When,
)
from advisor_app.content.shapes.toml_writer import write_toml

INNER = Shape((Field("text", Prose(), "Text"), Field("exact", Exact(), "Zahl", required=False)))
SHAPE = Shape(
    (
        Field("text", Prose(), "Text"),
        Field("texts", Paragraphs(), "Texte", required=False),
        Field("names", Names(may_be_empty=True), "Namen"),
        Field("yes", Flag(), "Ja", required=False),
        Field("on", Day(), "Tag"),
        Field("at", Clock(), "Uhrzeit"),
        Field("when", When(), "Bedingung", required=False),
        Field("needs", Versions(), "Braucht"),
        Rows("inline", INNER, inline=True),
        Rows("row", Shape((*INNER.parts, Rows("deeper", INNER), Named("name", ("LK", "kä.G"), "Art", INNER)))),
    )
)

texts = st.text(st.characters(codec="utf-8")).map(tidy).filter(bool)
numbers = st.decimals(-1000, 1000, places=6, allow_nan=False).map(shortest)
inner = st.fixed_dictionaries({"text": texts}, optional={"exact": numbers})
rows = st.lists(
    st.fixed_dictionaries(
        {"text": texts},
        optional={
            "deeper": st.lists(inner, min_size=1, max_size=3),
            "name": st.dictionaries(st.sampled_from(["LK", "kä.G"]), inner, min_size=1),
        },
    ),
    min_size=1,
    max_size=3,
)
comparison = st.fixed_dictionaries({"question": st.just("4.1.1"), "at_least": numbers})
conditions = st.recursive(
    comparison,
    lambda parts: st.one_of(
        st.fixed_dictionaries({"not": parts}),
        st.fixed_dictionaries({"all": st.lists(parts, min_size=1, max_size=3)}),
        st.fixed_dictionaries({"any": st.lists(parts, min_size=1, max_size=3)}),
    ),
    max_leaves=5,
)
tables = st.fixed_dictionaries(
    {
        "text": texts,
        "names": st.lists(texts, max_size=4),
        "on": st.dates(),
        "at": st.times(),
        "needs": st.dictionaries(texts, st.just("1.0.0"), max_size=2),
    },
    optional={
        "texts": st.lists(texts, min_size=1, max_size=4),
        "yes": st.just(value=True),
        "when": conditions,
        "inline": st.lists(inner, min_size=1, max_size=3),
        "row": rows,
    },
)


@given(tables)
def test_what_is_written_is_read_again(table: dict[str, Any]) -> None:
    data = canonical(SHAPE, table)
    text = write_toml(SHAPE, data)
    assert data == table
    again = canonical(SHAPE, tomli.loads(text, parse_float=Decimal))
    assert again == data
    assert write_toml(SHAPE, again) == text


def test_what_goes_without_saying_is_left_out() -> None:
    data = {
        "yes": False,
        "texts": [],
        "names": [],
        "text": "  Größe\r\n„A“ \n",
        "row": [],
        "on": date(2026, 11, 22),
        "at": time(9),
        "needs": {},
    }
    assert canonical(SHAPE, data) == {
        "text": "Größe\n„A“",
        "names": [],
        "on": date(2026, 11, 22),
        "at": time(9),
        "needs": {},
    }


def test_numbers_lose_zeros_that_say_nothing() -> None:
    assert canonical_condition({"at_most": Decimal("2.50"), "question": "q", "at_least": Decimal("1.000")}) == {
        "question": "q",
        "at_least": 1,
        "at_most": Decimal("2.5"),
    }
    assert str(shortest(Decimal("1E+2"))) == "100"
