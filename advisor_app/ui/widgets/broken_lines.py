"""A text in lines of a width, for what is painted and not a label: words too long for a line are hyphenated."""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from advisor_app.texts.hyphenation import break_points

_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+")


def lines_of(text: str, font: QFont, room: int, language: str) -> list[str]:
    """The lines of a text in a width in pixels; ``language`` (``de``) says where words may be broken.

    Only a word that is wider than a line is broken, and at any letter only where its longest syllable is.
    """
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= room:
        return [text]
    words = (
        word if metrics.horizontalAdvance(word) <= room else _WORD.sub(lambda found: _parted(found[0], language), word)
        for word in text.split(" ")
    )
    breakable = " ".join(words)
    laid_out = QTextLayout(breakable, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    laid_out.setTextOption(option)
    found = []
    laid_out.beginLayout()
    while (line := laid_out.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        found.append(_shown(breakable[line.textStart() : line.textStart() + line.textLength()]))
    laid_out.endLayout()
    return found


def _parted(word: str, language: str) -> str:
    """A word with a soft hyphen wherever it may be broken."""
    places = [0, *break_points(word, language), len(word)]
    return _SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(places))


def _shown(line: str) -> str:
    """A line as it is painted: a hyphen at its end where a word goes on in the next one."""
    is_parted = line.endswith(_SOFT_HYPHEN)
    return line.replace(_SOFT_HYPHEN, "").rstrip() + ("-" if is_parted else "")
