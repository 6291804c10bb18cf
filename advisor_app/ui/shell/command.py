"""Something that can be done by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from advisor_app.domain.folding import fold


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
