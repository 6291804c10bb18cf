"""What can be undone and redone, told from the log alone so that it survives a restart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class LoggedBatch:
    """One step of the log: its id, and the batch it takes back (an undo, or the redo of one).

    ``opens``: it opened the case, which cannot be taken back.
    """

    id: str
    undoes: str | None = None
    opens: bool = False


@dataclass(slots=True)
class UndoStacks:
    """Batches that the next undo and the next redo take back, the last one first to go."""

    undo: list[str] = field(default_factory=list)
    redo: list[str] = field(default_factory=list)

    @classmethod
    def from_log(cls, batches: Iterable[LoggedBatch]) -> UndoStacks:
        """Replay the log's batches in their order."""
        stacks = cls()
        for batch in batches:
            stacks.record(batch)
        return stacks

    def record(self, batch: LoggedBatch) -> None:
        """Take in one more batch.

        Taking back the top of one stack puts the new batch on the other; anything else is a fresh edit.
        A batch that is written again (typing goes on in the same field) stays one step.
        """
        if batch.opens:
            return
        if batch.undoes is None:
            if not (self.undo and self.undo[-1] == batch.id):
                self.undo.append(batch.id)
            self.redo.clear()
        elif self.undo and self.undo[-1] == batch.undoes:
            self.undo.pop()
            self.redo.append(batch.id)
        elif self.redo and self.redo[-1] == batch.undoes:
            self.redo.pop()
            self.undo.append(batch.id)


class TakenBack(Enum):
    """What became of a step that was taken back, and what a step is that takes one back."""

    UNDONE = "undone"
    UNDO = "undo"
    REDO = "redo"


def fates(batches: Iterable[LoggedBatch]) -> dict[str, TakenBack]:
    """By batch: the steps that are not in force, and those that took back or brought back another one."""
    fate: dict[str, TakenBack] = {}
    origin: dict[str, str] = {}
    for batch in batches:
        if batch.undoes is None:
            continue
        first = origin[batch.id] = origin.get(batch.undoes, batch.undoes)
        if fate.pop(first, None) is TakenBack.UNDONE:
            fate[batch.id] = TakenBack.REDO
        else:
            fate[first], fate[batch.id] = TakenBack.UNDONE, TakenBack.UNDO
    return fate
