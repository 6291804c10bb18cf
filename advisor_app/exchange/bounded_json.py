"""JSON of unknown origin: how much it unfolds to is looked at before it is parsed.

Three bytes of JSON (``[],``) become a hundred in memory. So brackets and values are counted first, and long lists are
taken row by row, each of which is parsed on its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

# Strings are passed over in one go. A quote that begins none is a token of its own, so that it is not tried again.
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|["\[\]{}]|[^\s",:\[\]{}]++', re.DOTALL)
_FLAT_ROW = re.compile(rb'\{(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+\}', re.DOTALL)
_LONG_ROW, _MOST_IN_ROW = 1 << 16, 100  # a shorter row cannot hold so much that it would have to be counted
_BLANK = re.compile(rb"[ \t\r\n]*+")


def load(content: bytes, most_values: int, deepest: int = 4) -> Any:
    """What a text holds; raises ValueError for more values or deeper brackets than there can honestly be."""
    depth = 0
    for number, token in enumerate(_TOKEN.finditer(content)):
        letter = content[token.start() : token.start() + 1]
        if letter in b"[{":
            depth += 1
        elif letter in b"]}":
            depth -= 1
        if number > most_values or depth > deepest or token[0] == b'"':
            raise ValueError("too much, or a string without an end")
    return json.loads(content)


def rows(blocks: Iterable[bytes], longest: int) -> Iterator[dict[str, Any]]:
    """The rows of a list of flat objects, each parsed when it is taken; ``longest`` is the bytes of one at most.

    Raises ValueError for anything else.
    """
    source = _Source(blocks)
    source.expect(b"[")
    if source.next() != b"]":
        while True:
            row = source.row(longest)
            yield json.loads(row) if len(row) < _LONG_ROW else load(row, _MOST_IN_ROW, 1)
            if source.next() == b"]":
                break
            source.expect(b",")
    source.expect(b"]")
    if source.next():
        raise ValueError("more than a list")


class _Source:
    """What has been read of a text and not been taken yet."""

    def __init__(self, blocks: Iterable[bytes]) -> None:
        self._blocks = iter(blocks)
        self._text = b""
        self._at = 0

    def next(self) -> bytes:
        """The next letter that is no blank, empty at the end."""
        while True:
            self._at = _BLANK.match(self._text, self._at).end()  # type: ignore[union-attr]  # matches everywhere
            if self._at < len(self._text):
                return self._text[self._at : self._at + 1]
            if not self._more(1):
                return b""

    def expect(self, letter: bytes) -> None:
        """Pass over this letter; raises ValueError where another one stands."""
        if self.next() != letter:
            raise ValueError("no list of rows")
        self._at += 1

    def row(self, longest: int) -> bytes:
        """Take one flat object."""
        if self.next() != b"{":
            raise ValueError("no row")
        while (found := _FLAT_ROW.match(self._text, self._at)) is None:
            have = len(self._text) - self._at
            # As much again each time: a long row is looked at a few times only.
            if have > longest or not self._more(max(have, 1)):
                raise ValueError("no row")
        self._at = found.end()
        return found[0]

    def _more(self, count: int) -> bool:
        """Read at least so many bytes more; False where nothing is left."""
        pieces, have = [self._text[self._at :]], 0
        for block in self._blocks:
            pieces.append(block)
            have += len(block)
            if have >= count:
                break
        self._text, self._at = b"".join(pieces), 0
        return have > 0
