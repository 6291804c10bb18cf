"""The one way for text into a document: composed, without control characters, and drawable to the last character."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

SUBSTITUTE = "\N{WHITE SQUARE}"
"""Stands for what the typeface cannot draw, on paper as in charts."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_JOINER = "\N{ZERO WIDTH JOINER}"
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_MARKS = frozenset({"Mn", "Me"})
_LINE_ENDS = frozenset("\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")

_EQUIVALENTS: Mapping[str, str] = MappingProxyType(
    {
        "\t": " ",
        "\N{BLACK STAR}": "*",
        "\N{WHITE STAR}": "*",
        "\N{BALLOT BOX WITH X}": "\N{BALLOT BOX WITH CHECK}",
        "\N{HEAVY CHECK MARK}": "\N{CHECK MARK}",
        "\N{WHITE HEAVY CHECK MARK}": "\N{CHECK MARK}",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\N{RIGHTWARDS DOUBLE ARROW}": "\N{RIGHTWARDS ARROW}",
    }
)


class Characters:
    """Makes text drawable and remembers which characters it had to give up."""

    def __init__(self, covered: frozenset[str]) -> None:
        self._covered = covered
        self._plain = _plain(covered)
        self._substituted: dict[str, None] = {}

    @property
    def substituted(self) -> tuple[str, ...]:
        """Characters that were replaced by a box, in the order in which they were met."""
        return tuple(self._substituted)

    def clean(self, text: str) -> str:
        """The text as it is drawn, with one kind of line end, and one box for a cluster without a glyph."""
        if self._plain.issuperset(text) and unicodedata.is_normalized("NFC", text):
            return text
        composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        return "".join(self._drawable(composed))

    def _drawable(self, text: str) -> Iterator[str]:
        joined = False
        for character in text:
            if character in _LINE_ENDS:
                yield "\n"
            elif character in _EQUIVALENTS:
                yield _EQUIVALENTS[character]
            elif _is_invisible(character):
                joined = character == _JOINER
                continue
            elif character in self._covered:
                yield character
            elif unicodedata.category(character) in _MARKS:
                continue
            elif not joined and character not in _SKIN_TONES:
                yield self._substitute(character)
            joined = False

    def _substitute(self, character: str) -> str:
        plain = unicodedata.normalize("NFKC", character)
        if plain != character and all(part in self._covered for part in plain):
            return plain
        self._substituted[character] = None
        return SUBSTITUTE


def _is_invisible(character: str) -> bool:
    """Whether a character has no picture: controls and formats, also soft hyphens, which are set where lines end."""
    return unicodedata.category(character) in {"Cc", "Cf"}


@cache
def _plain(covered: frozenset[str]) -> frozenset[str]:
    """Characters that are drawn as they are; most texts consist of them alone and need no second look."""
    changed = _EQUIVALENTS.keys() | _LINE_ENDS
    return frozenset(item for item in covered if item not in changed and not _is_invisible(item)) | {"\n"}
