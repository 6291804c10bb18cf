"""One TOML file of a pack: read, and addressed by line where something in it is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from advisor_app.content.findings import Flaw, Severity
from advisor_app.content.line_index import index_lines
from advisor_app.regular_file import open_regular

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from advisor_app.content.line_index import Place

MAXIMUM_BYTES = 2_000_000
"""Larger than any pack's file by far; a file beyond it is not read."""

_MOST_DOTS = 200
"""More dots in a line than any text has: a key of so many parts would keep tomli busy for minutes."""

_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")

_DEEPEST = 60

_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Letters that no screen and no paper shows, or that turn what follows them round: nobody types them."""

_PERHAPS_STRANGE = re.compile(f"{_STRANGE.pattern}|\\\\[bfreuUx]")
"""The same with what TOML can write them as."""


@dataclass(kw_only=True)
class Document:
    """A file with what it holds and what is wrong with it; an unreadable one is empty and has one flaw."""

    file: Path
    data: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    flaws: list[Flaw] = field(default_factory=list)
    readable: bool = True

    @cached_property
    def _lines(self) -> Mapping[Place, int]:
        return index_lines(self.text)

    def line(self, place: Place, key: str | None = None) -> int:
        """The line of a key in a table; where the file does not have it, of the table's id, else of its header."""
        wanted: list[Place] = [] if key is None else [(*place, key), (*place, key, 0)]
        wanted.append((*place, "id"))
        wanted.extend(place[:end] for end in range(len(place), 0, -1))
        return next((self._lines[path] for path in wanted if path in self._lines), 1)

    def texts(self) -> Iterator[tuple[Place, str]]:
        """All texts with their places, but for what lies deeper than anything a pack can define."""
        return _texts(self.data, ())

    def add_flaw(
        self,
        key: str,
        line: int,
        details: Mapping[str, str | int],
        severity: Severity = Severity.ERROR,
        place: Place = (),
    ) -> None:
        """Note what is wrong; ``key`` and ``details`` make the sentence."""
        flaw = Flaw(file=self.file, line=line, key=key, details=details, severity=severity, place=place)
        self.flaws.append(flaw)

    def add_flaw_of_text(self, key: str, place: Place, **details: str | int) -> None:
        """Note what is wrong with a text, at the line of the innermost key on the way to it."""
        end = max(at for at, part in enumerate(place) if isinstance(part, str))
        self.add_flaw(key, self.line(place[:end], str(place[end])), {"key": str(place[end]), **details}, place=place)

    def refuse(self, key: str, line: int = 1, **details: str | int) -> None:
        """Note why the file cannot be read at all."""
        self.readable = False
        self.add_flaw(key, line, details)


def read_document(file: Path) -> Document:
    """Read a file; whatever keeps it from being read is its flaw."""
    document = Document(file=file)
    try:
        with open_regular(file) as stream:
            raw = stream.read(MAXIMUM_BYTES + 1)
    except OSError:
        document.refuse("unreadable")
        return document
    if len(raw) > MAXIMUM_BYTES:
        document.refuse("too-large", limit=MAXIMUM_BYTES // 1_000_000)
        return document
    try:
        document.text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        document.refuse("encoding", raw.count(b"\n", 0, error.start) + 1)
        return document
    _parse(document)
    if _PERHAPS_STRANGE.search(document.text):
        _note_strange_letters(document)
    return document


def _parse(document: Document) -> None:
    dotted = _endless_key(document.text)
    if dotted:
        document.refuse("nesting", dotted)
        return
    try:
        document.data = tomli.loads(document.text, parse_float=Decimal)
    except RecursionError:
        document.refuse("nesting")
    except (ValueError, ArithmeticError) as error:
        # Besides syntax errors: integers of thousands of digits and decimals beyond every exponent.
        position = _POSITION.search(str(error))
        line = int(position[1]) if position else document.text.rstrip("\n").count("\n") + 1
        document.refuse("syntax", line, column=int(position[2]) if position else 1)


def _note_strange_letters(document: Document) -> None:
    for place, text in document.texts():
        found = _STRANGE.search(text)
        if found:
            document.add_flaw_of_text("strange-letter", place, code=f"U+{ord(found[0]):04X}")


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif len(place) > _DEEPEST:
        return
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*place, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _texts(part, (*place, position))


def _endless_key(text: str) -> int | None:
    """The first line with more dots than any text has, None where there is none."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if line.count(".") > _MOST_DOTS), None)
