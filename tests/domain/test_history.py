"""Undo and redo told from the log: like a row of states with a pointer, also after a restart at any moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.case import Case
from advisor_app.domain.changes import Change, TargetSet
from advisor_app.domain.history import LoggedBatch, UndoStacks
from advisor_app.domain.reduction import inverse, reduce
from tests.example_case import example_case


@dataclass
class Log:
    """A session over a log in memory, as the store and the session keep it."""

    case: Case
    rows: list[tuple[LoggedBatch, Change]] = field(default_factory=list)
    stacks: UndoStacks = field(default_factory=UndoStacks)
    numbers: count[int] = field(default_factory=lambda: count(1))

    def write(self, changes: list[Change], batch: LoggedBatch) -> None:
        for change in changes:
            self.case = reduce(self.case, change)
            self.rows.append((batch, change))
        self.stacks.record(batch)

    def edit(self, level: int, batch: str | None = None) -> str:
        before = self.case.targets.get("a1", {}).get("4.1")
        name = batch or f"batch-{next(self.numbers)}"
        self.write([TargetSet("a1", "4.1", before, level)], LoggedBatch(name))
        return name

    def take_back(self, stack: list[str]) -> None:
        if stack:
            top = stack[-1]
            changes = [inverse(change) for batch, change in self.rows if batch.id == top][::-1]
            self.write(changes, LoggedBatch(f"batch-{next(self.numbers)}", undoes=top))

    def replayed(self) -> UndoStacks:
        return UndoStacks.from_log(batch for batch, _ in self.rows)

    @property
    def level(self) -> int | None:
        return self.case.targets.get("a1", {}).get("4.1")


ACTIONS = st.lists(st.sampled_from(["edit", "edit", "type", "undo", "redo"]), max_size=25)


@given(ACTIONS)
def test_undo_and_redo_walk_along_the_states(actions: list[str]) -> None:
    log = Log(example_case())
    states: list[int | None] = [None]
    place = 0
    typing: str | None = None
    for number, action in enumerate(actions):
        if action == "edit" or (action == "type" and typing is None):
            typing = log.edit(number)
            states = [*states[: place + 1], number]
            place += 1
        elif action == "type":
            # typing goes on in the same field: the same batch, still one step
            log.edit(number, typing)
            states[place] = number
        elif action == "undo":
            typing = None
            log.take_back(log.stacks.undo)
            place = max(place - 1, 0)
        else:
            typing = None
            log.take_back(log.stacks.redo)
            place = min(place + 1, len(states) - 1)
        assert log.level == states[place]
        assert (len(log.stacks.undo), len(log.stacks.redo)) == (place, len(states) - 1 - place)
        assert log.replayed() == log.stacks


def test_a_fresh_edit_forgets_what_was_undone() -> None:
    stacks = UndoStacks.from_log([LoggedBatch("1"), LoggedBatch("2"), LoggedBatch("3", undoes="2")])
    assert (stacks.undo, stacks.redo) == (["1"], ["3"])
    stacks.record(LoggedBatch("4"))
    assert (stacks.undo, stacks.redo) == (["1", "4"], [])


def test_redo_takes_back_the_undo() -> None:
    stacks = UndoStacks.from_log([LoggedBatch("1"), LoggedBatch("2", undoes="1"), LoggedBatch("3", undoes="2")])
    assert (stacks.undo, stacks.redo) == (["3"], [])


def test_taking_back_what_is_on_no_top_changes_no_stack() -> None:
    stacks = UndoStacks.from_log([LoggedBatch("1"), LoggedBatch("2"), LoggedBatch("3", undoes="1")])
    assert (stacks.undo, stacks.redo) == (["1", "2"], [])


def test_an_empty_log_has_nothing_to_undo() -> None:
    assert UndoStacks.from_log([]) == UndoStacks(undo=[], redo=[])
