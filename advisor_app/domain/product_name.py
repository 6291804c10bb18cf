"""Names of products and vendors that advice must not recommend, and where a text names one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductName:
    """A name as it is written; ``allowed`` are the content files (without ending) where it may stand as a fact."""

    name: str
    allowed: tuple[str, ...] = ()


class ProductFinder:
    """Finds names in texts; made once for many texts, as what it looks for is worked out when it is made."""

    def __init__(self, names: Collection[str]) -> None:
        self._known = {name.casefold(): name for name in names if name}
        longest_first = sorted(self._known.values(), key=len, reverse=True)
        words = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    def named_in(self, text: str) -> tuple[str, ...]:
        """The names that stand in a text as whole words, in capitals or not, each once in the order of the text."""
        if not self._known:
            return ()
        found = (self._known.get(match.casefold(), match) for match in self._pattern.findall(text))
        return tuple(dict.fromkeys(found))
