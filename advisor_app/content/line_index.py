"""Line numbers of tables and keys in a TOML file; tomli does not tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Place = tuple[str | int, ...]
"""Where a value stands: keys, and positions in lists of tables (``("question", 3, "variant", "LK")``)."""

_MOST_PARTS = 8
"""Parts of a dotted key that are told apart; a file with more is refused elsewhere."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_NAME = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_TOKEN = re.compile(r'''"""|\'\'\'|"(?:\\.|[^"\\])*"|'[^']*'|\#|[\[\]{}]''')


def index_lines(text: str) -> Mapping[Place, int]:
    """Lines (from 1) of every table header and key of a file that tomli accepts."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    current: Place = ()
    for number, line in _statements(text):
        if header := _HEADER.match(line):
            current = _opened(_names(header[2]), counts, repeated=header[1] == "[[")
            lines.setdefault(current, number)
        elif key := _KEY.match(line):
            names = _names(key[1])[:_MOST_PARTS]
            for end in range(1, len(names) + 1):
                lines.setdefault((*current, *names[:end]), number)
    return lines


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in _NAME.findall(dotted))


def _opened(names: tuple[str, ...], counts: dict[Place, int], *, repeated: bool) -> Place:
    """The path of a header: names that stand for lists of tables are followed by the position of the latest one."""
    path: Place = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if repeated and position == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Lines on which a header or a key may stand: not within a string or a list of several lines."""
    depth = 0
    quotes = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not depth and not quotes:
            yield number, line
        depth, quotes = _state_after(line, depth, quotes)


def _state_after(line: str, depth: int, quotes: str) -> tuple[int, str]:
    position = 0
    while True:
        if quotes:
            end = _end_of_string(line, position, quotes)
            if end < 0:
                return depth, quotes
            position, quotes = end, ""
        token = _TOKEN.search(line, position)
        if token is None or token[0] == "#":
            return depth, ""
        position = token.end()
        if token[0] in {'"""', "'''"}:
            quotes = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1


def _end_of_string(line: str, position: int, quotes: str) -> int:
    """Where a string of several lines ends on this line, -1 where it goes on."""
    while position < len(line):
        if quotes == '"""' and line[position] == "\\":
            position += 2
        elif line.startswith(quotes, position):
            end = position + 3
            # Up to two quotes may stand right before the closing three.
            while end < len(line) and end < position + 5 and line[end] == quotes[0]:
                end += 1
            return end
        else:
            position += 1
    return -1
