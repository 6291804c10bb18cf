"""Something that can be done by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from advisor_app.domain.folding import fold
from advisor_app.ui.widgets.keys import numbered_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A page, action or case: its name, its kind in one word, what happens, its icon and its keys, if it has any.

    ``keys`` is written as Qt reads it ("Ctrl+N"). ``search`` holds more folded words to find it by, each after a blank.
    """

    title: str
    kind: str
    act: Callable[[], object]
    icon: str = "command"
    keys: str = ""
    search: str = ""

    def answers(self, words: tuple[str, ...]) -> bool:
        """Whether every folded word begins a word of the command."""
        text = self.search + "".join(f" {word}" for word in fold(f"{self.title} {self.kind}").split())
        return all(f" {word}" in text for word in words)


def numbered_commands(kind: str, goals: Iterable[tuple[str, Callable[[], object]]]) -> list[Command]:
    """Commands for the parts of a page (title, act), each with the keys of its number.

    The page itself lets the keys act: see :func:`~advisor_app.ui.widgets.keys.act_on_numbers`.
    """
    return [
        Command(title=title, kind=kind, act=act, icon="list", keys=numbered_keys(number))
        for number, (title, act) in enumerate(goals, 1)
    ]
