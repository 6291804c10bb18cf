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


def named_products(text: str, names: Collection[str]) -> tuple[str, ...]:
    """The names that stand in a text as whole words, in capitals or not, each once in the order of the text."""
    known = {name.casefold(): name for name in names if name}
    if not known:
        return ()
    longest_first = sorted(known.values(), key=len, reverse=True)
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"
    found = (known.get(match.casefold(), match) for match in re.findall(pattern, text, re.IGNORECASE))
    return tuple(dict.fromkeys(found))
