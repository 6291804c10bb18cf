"""Where what a group says about an area of the electronic file does not go with the answer to a question on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advisor_app.domain.e_file import AreaState, JudgedArea

_LOW, _HIGH = 1, 3
"""An area that is there goes with no lower level than above the first, one that is missing with none from the second
on (own assumption)."""


def states_by_question(areas: Iterable[JudgedArea]) -> Mapping[str, tuple[tuple[str, AreaState], ...]]:
    """Titles and states of the judged areas by the questions that bear on them."""
    found: dict[str, tuple[tuple[str, AreaState], ...]] = {}
    for item in areas:
        if item.standing.state is not None:
            for question in item.area.questions:
                found[question] = (*found.get(question, ()), (item.area.title, item.standing.state))
    return found


def contradicting(level: int | None, states: Iterable[tuple[str, AreaState]]) -> tuple[str, ...]:
    """The titles of areas whose state does not go with a level; none while the level is open."""
    if level is None:
        return ()
    return tuple(
        title
        for title, state in states
        if (state is AreaState.YES and level <= _LOW) or (state is AreaState.NO and level >= _HIGH)
    )
