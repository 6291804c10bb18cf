"""Definitions that are read when they are first looked into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from advisor_app.override import override

K = TypeVar("K")
V = TypeVar("V")


class LateMapping(Mapping[K, V]):
    """Stands for what ``load`` yields; whatever it raises comes at the first look, and again at the next one."""

    __slots__ = ("_found", "_load")

    def __init__(self, load: Callable[[], Mapping[K, V]]) -> None:
        self._load = load
        self._found: Mapping[K, V] | None = None

    @override
    def __getitem__(self, key: K) -> V:
        """The value of a key."""
        return self._mapping()[key]

    @override
    def __iter__(self) -> Iterator[K]:
        """All keys in order."""
        return iter(self._mapping())

    @override
    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._mapping())

    def _mapping(self) -> Mapping[K, V]:
        if self._found is None:
            self._found = self._load()
        return self._found


class LateValue(Generic[V]):
    """Stands for what ``load`` yields, as ``LateMapping`` does; calling it looks into it."""

    __slots__ = ("_found", "_load")
    __hash__ = None  # type: ignore[assignment]  # as of anything that is compared by what it holds

    def __init__(self, load: Callable[[], V]) -> None:
        self._load = load
        self._found: tuple[V] | None = None

    def __call__(self) -> V:
        """The value."""
        if self._found is None:
            self._found = (self._load(),)
        return self._found[0]

    @override
    def __eq__(self, other: object) -> bool:
        """Whether the values are equal."""
        return isinstance(other, LateValue) and bool(self() == other())
