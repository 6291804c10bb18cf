"""Who is probably on the list twice: by name, by mail address, told apart by the office."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.attendance import Participant
from advisor_app.domain.case import Person
from advisor_app.domain.doubled_people import doubled

Line = tuple[str, str, str]
"""Name, mail address, office."""


def groups(*lines: Line) -> list[list[int]]:
    """The places on the list that are said to be one and the same."""
    people = {f"p{place}": Person(id=f"p{place}", name=name, email=mail) for place, (name, mail, _) in enumerate(lines)}
    listed = [
        Participant(id=f"t{place}", person=f"p{place}", office=office, position=place)
        for place, (_, _, office) in enumerate(lines)
    ]
    return [[item.position for item in group] for group in doubled(reversed(listed), people)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Anna Müller", "", ""), ("Anna Müller", "", "")),
        (("Anna Müller", "", "Bauamt"), ("Anna Müller", "", "bauamt ")),
        (("Anna Müller", "", "Bauamt"), ("Anna Müller", "", "")),
        (("Anna Müller", "", ""), ("Müller, Anna", "", "")),
        (("Anna Müller", "", ""), ("Frau Dr. Anna  MUELLER", "", "")),
        (("Anna Müller", "", ""), ("Anna Müller <a.mueller@example.org>", "", "")),
        (("Anna Müller", "a@example.org", "Bauamt"), ("A. M.", "A@Example.org", "Hauptamt")),
        (("Anna Müller", "", "a@example.org"), ("Anna Schmitt", "a@example.org", "Bauamt")),
        (("Cem", "", ""), ("cem", "", "")),
    ],
)
def test_the_same_person_is_seen(first: Line, second: Line) -> None:
    assert groups(first, second) == [[0, 1]]
    assert groups(("Zoe Adam", "", ""), second, ("", "", ""), first) == [[1, 3]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Anna Müller", "", "Bauamt"), ("Anna Müller", "", "Hauptamt")),
        (("Anna Müller", "", "Bauamt"), ("Bernd Müller", "", "Bauamt")),
        (("", "", "Bauamt"), ("", "", "Bauamt")),
        (("Dr.", "", ""), ("Frau", "", "")),
        (("Anna Müller", "a@example.org", ""), ("Bernd Ruhl", "b@example.org", "")),
    ],
)
def test_others_are_left_alone(first: Line, second: Line) -> None:
    assert groups(first, second) == []


def test_one_without_an_office_may_be_any_of_those_with_one() -> None:
    assert groups(("Anna Müller", "", "Bauamt"), ("Anna Müller", "", "Hauptamt"), ("Anna Müller", "", "")) == [
        [0, 1, 2]
    ]


def test_whoever_was_erased_is_nobody() -> None:
    one = Participant(id="t1", person="gone")
    assert doubled([one, replace(one, id="t2")], {}) == ()


NAMES = st.sampled_from(["Anna Müller", "Müller, Anna", "Bernd Ruhl", "Cem", ""])
MAILS = st.sampled_from(["", "a@example.org", "b@example.org"])
OFFICES = st.sampled_from(["", "Bauamt", "Hauptamt"])


@given(st.lists(st.tuples(NAMES, MAILS, OFFICES), max_size=9))
def test_nobody_is_in_two_groups_and_whoever_is_the_same_twice_is_in_one(lines: list[Line]) -> None:
    found = groups(*lines)
    places = [place for group in found for place in group]
    assert len(set(places)) == len(places)
    assert all(group == sorted(group) and len(group) > 1 for group in found)
    for place, line in enumerate(lines):
        if (line[0] or line[1]) and lines.count(line) > 1:
            assert any(place in group for group in found)
