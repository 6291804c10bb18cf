"""Who was there in which half of a day."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.attendance import HalfDay, Participant, Presence, in_order, is_present, with_presence

PARTICIPANT = Participant(id="t1", person="p1")
SPOTS = st.tuples(st.sampled_from(["d1", "d2"]), st.sampled_from(HalfDay), st.booleans())


@given(st.lists(SPOTS, max_size=12))
def test_the_last_word_on_a_half_day_holds(spots: list[tuple[str, HalfDay, bool]]) -> None:
    participant, said = PARTICIPANT, {}
    for day, half, present in spots:
        participant = with_presence(participant, day, [half], present=present)
        said[day, half] = present
    assert {(item.day, item.half) for item in participant.present} == {spot for spot, there in said.items() if there}
    assert all(is_present(participant, day, half) is there for (day, half), there in said.items())
    assert len(set(participant.present)) == len(participant.present)


def test_halves_stand_in_the_order_of_the_day() -> None:
    there = with_presence(PARTICIPANT, "d1", [HalfDay.AFTERNOON, HalfDay.MORNING], present=True)
    assert there.present == (Presence("d1", HalfDay.MORNING), Presence("d1", HalfDay.AFTERNOON))


def test_the_list_keeps_its_order() -> None:
    second = replace(PARTICIPANT, id="t0", position=1)
    assert in_order([second, PARTICIPANT]) == (PARTICIPANT, second)
