"""Tables and keys are found in their lines, whatever stands between them."""

import tomllib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.content.line_index import Place, index_lines

TEXT = '''\
# [[no.header]]
title = "a # b [c]"
"quoted key" = 'x'

[[question]]
id = "one"
dotted.inner = 1
text = """
[[question]]
id = "no key"
still \\""" going ""
"""""
list = [
    "]",  # ]
    ["id = 1"],
]
[question.variant."LK"]
text = 'other'

[[question]]
id = "two"
raw = \'\'\'
[plain]\'\'\'
when = { all = [{ question = "one" }] }

[[question.part]]
name = "first"
[[question.part]]
name = "second"

[plain]
key = 2
'''


def test_every_place_has_its_line() -> None:
    tomllib.loads(TEXT)
    lines = TEXT.splitlines()

    def line_of(start: str, occurrence: int = 0) -> int:
        return [number for number, line in enumerate(lines, start=1) if line.startswith(start)][occurrence]

    found = index_lines(TEXT)
    assert found[("title",)] == line_of("title")
    assert found[("quoted key",)] == line_of('"quoted key"')
    assert found[("question", 0)] == line_of("[[question]]")
    assert found[("question", 0, "dotted")] == line_of("dotted")
    assert found[("question", 0, "dotted", "inner")] == line_of("dotted")
    assert found[("question", 0, "text")] == line_of("text")
    assert found[("question", 0, "list")] == line_of("list")
    assert found[("question", 0, "variant", "LK")] == line_of("[question.variant")
    assert found[("question", 0, "variant", "LK", "text")] == line_of("text = 'other'")
    assert found[("question", 1, "id")] == line_of('id = "two"')
    assert found[("question", 1, "when")] == line_of("when")
    assert found[("question", 1, "part", 1, "name")] == line_of('name = "second"')
    assert found[("plain",)] == line_of("[plain]", 1)
    assert ("question", 2) not in found


WORDS = st.sampled_from(("a", "b", "key", "id"))
VALUES = st.sampled_from(
    ("1", '"text # [x]"', "'it'", '"""\n[a]\nb = 1\n"""', "'''\n[[a]]\n'''", "[\n1, # ]\n2]", "[['x'], []]", '"\\""')
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    parts = [f"{key} = {draw(VALUES)}\n" for key in draw(st.lists(WORDS, unique=True))]
    for _ in range(draw(st.integers(0, 4))):
        parts.append("\n[[row]]\n")
        parts += [f"{key} = {draw(VALUES)} # note\n" for key in draw(st.lists(WORDS, unique=True))]
    return "".join(parts)


def places(value: Any, place: Place = ()) -> set[Place]:
    found: set[Place] = {place} if place else set()
    if isinstance(value, dict):
        for key, part in value.items():
            found |= places(part, (*place, key))
    elif isinstance(value, list) and all(isinstance(part, dict) for part in value) and value:
        found.discard(place)
        for position, part in enumerate(value):
            found |= places(part, (*place, position))
    return found


@given(documents())
def test_the_index_has_exactly_the_places_of_the_file(text: str) -> None:
    found = index_lines(text)
    assert set(found) == places(tomllib.loads(text))
    lines = text.split("\n")
    for place, line in found.items():
        start = "[[row]]" if isinstance(place[-1], int) else f"{place[-1]} ="
        assert lines[line - 1].startswith(start)
