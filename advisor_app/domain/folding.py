"""The one spelling that all spellings of a word share, for everything that is found by typing."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
# Each digraph becomes its first letter, so that what is typed so far folds to the beginning of what the whole folds to.
_DIGRAPH = re.compile(r"([aou])e+|(s)s+")


def fold(text: str) -> str:
    """The words of a text in the one spelling that all spellings share, separated by single blanks.

    "Gießen", "giessen" and "GIESEN" are equal, so are "Köln", "Koeln" and "Koln"; punctuation and accents vanish.
    """
    letters = text.casefold()
    if not letters.isascii():
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(_DIGRAPH.sub(r"\1\2", letters)))


def without_blanks(folded: str) -> str:
    """A folded text as one word, with the digraphs that arise where words meet."""
    return _DIGRAPH.sub(r"\1\2", folded.replace(" ", ""))
