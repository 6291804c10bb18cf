r"""Lists in one cell of a spreadsheet: a line per entry, its parts between bars.

``\\``, ``\|``, ``\n`` and ``\r`` stand for a backslash, a bar and line ends within a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ESCAPES = {"\\": "\\\\", "|": "\\|", "\n": "\\n", "\r": "\\r"}
_ESCAPED = {"\\": "\\", "|": "|", "n": "\n", "r": "\r"}
_BAR = " | "


def join_entries(entries: Iterable[Sequence[str]]) -> str:
    """A cell of which ``split_entries`` reads the same entries."""
    return "\n".join(_BAR.join(re.sub(r"[\\|\n\r]", _escape, part) for part in entry) for entry in entries)


def split_entries(cell: str) -> list[list[str]]:
    """The parts of every line that is not blank; one blank at either side of a bar belongs to the bar."""
    return [list(_parts(line)) for line in re.split(r"\r\n|\r|\n", cell) if line.strip()]


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _parts(line: str) -> Iterable[str]:
    pieces = re.findall(r"\\.|[^\\|]+|\||\\$", line)
    part = ""
    for index, piece in enumerate(pieces):
        if piece == "|":
            yield part.removesuffix(" ")
            part = ""
        elif piece.startswith("\\"):
            part += _ESCAPED.get(piece[1:], piece)
        else:
            after_bar = index > 0 and pieces[index - 1] == "|"
            part += piece.removeprefix(" ") if after_bar else piece
    yield part
