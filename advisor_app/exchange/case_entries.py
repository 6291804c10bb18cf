"""The content of a case file as entries, and back; fields are told in docs/case-file-format.md."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO, TypeVar

from advisor_app.domain.case import Person
from advisor_app.domain.case_content import CaseContent, StoredDefinition
from advisor_app.domain.reconciliation import Copy, LogLine
from advisor_app.exchange.bounded_json import load, rows
from advisor_app.exchange.case_file_entries import Entry, NewEntry, OpenCaseFile, entry_of

T = TypeVar("T")

TakeEvidence = Callable[[Entry], None]
"""Takes the content of a piece of evidence while the file is read."""


def entries_of(
    content: CaseContent, sizes: Mapping[str, int], open_evidence: Callable[[str], BinaryIO]
) -> list[NewEntry]:
    """The entries of a case file; ``sizes`` are the bytes of each piece of evidence by its digest."""
    case = {
        "case": content.case_id,
        "giver": content.giver,
        "handed_to": content.handed_to,
        "records": content.copy.records,
        "definitions": [
            {"digest": item.digest, "questionnaire": item.questionnaire, "version": item.version}
            for item in content.definitions
        ],
        "evidence": list(content.evidence),
    }
    return [
        entry_of("case.json", _json(case)),
        entry_of("log.json", _json([_line_row(line) for line in content.copy.log])),
        entry_of("people.json", _json([asdict(person) for person in content.people])),
        *(entry_of(f"definition/{item.digest}", item.body.encode()) for item in content.definitions),
        *(
            NewEntry(name=f"evidence/{digest}", size=sizes[digest], open=partial(open_evidence, digest))
            for digest in content.evidence
        ),
    ]


def read_content(opened: OpenCaseFile, take_evidence: TakeEvidence, progress: Callable[[float], None]) -> CaseContent:
    """Read a file to its last byte: every piece of evidence and questionnaire must be what its name says.

    Raises ValueError, TypeError or KeyError for what could not have been written by this program.
    """
    found: dict[str, Any] = {}
    bodies: dict[str, str] = {}
    evidence: list[str] = []
    lines: list[LogLine] | None = None
    for entry in opened.entries():
        progress(opened.share)
        if entry.kind == "evidence":
            take_evidence(entry)
            evidence.append(entry.digest)
        elif entry.kind == "definition":
            bodies[entry.digest] = _body(entry, sum(map(len, bodies.values())))
        elif entry.kind == "log":
            lines = _lines(_reported(entry.blocks(), lambda: progress(opened.share)))
        else:
            found[entry.kind] = load(entry.content(), _MOST_VALUES)
    if lines is None:
        raise KeyError("log")
    return _content(found["case"], lines, found["people"], bodies, evidence)


def _reported(blocks: Iterable[bytes], report: Callable[[], None]) -> Iterator[bytes]:
    """The same blocks, with a word before each."""
    for block in blocks:
        report()
        yield block


def _body(entry: Entry, before: int) -> str:
    """A questionnaire's text, which must be what its name says; ``before`` is the length of all earlier ones."""
    if before + entry.size > _LARGEST_DEFINITIONS:
        raise ValueError(entry.name)
    body = entry.content()
    if hashlib.sha256(body).hexdigest() != entry.digest:
        raise ValueError(entry.name)
    return body.decode()


def _lines(blocks: Iterable[bytes]) -> list[LogLine]:
    """The lines of a log. A value that stands in two lines, after here and before there, is kept once."""
    kept: dict[str, str] = {}
    lines: list[LogLine] = []
    weight = 0

    def once(text: str) -> str:
        nonlocal weight
        if text not in kept:
            weight += sys.getsizeof(text) + _WEIGHT_OF_TEXT
            kept[text] = text
        return kept[text]

    for row in rows(blocks, _LONGEST_ROW):
        weight += _WEIGHT_OF_LINE
        lines.append(_line(row, once))
        if weight > _MOST_WEIGHT:
            raise ValueError("log")
    return lines


def check_digest(entry: Entry) -> None:
    """Read a piece of evidence for nothing but its name's sake; raises ValueError where it is not what it says."""
    digest = hashlib.sha256()
    for block in entry.blocks():
        digest.update(block)
    if digest.hexdigest() != entry.digest:
        raise ValueError(entry.name)


def _content(
    case: Any, lines: Sequence[LogLine], people: Any, bodies: Mapping[str, str], evidence: list[str]
) -> CaseContent:
    definitions = [
        StoredDefinition(
            body=bodies[row["digest"]], **_typed(row, {"digest": str, "questionnaire": str, "version": str})
        )
        for row in _checked(case["definitions"], list)
    ]
    if len(definitions) != len(bodies) or _checked(case["evidence"], list) != evidence:
        raise ValueError(case["definitions"])
    records = _checked(case["records"], dict)
    if not all(type(value) is str for value in records.values()):
        raise TypeError
    return CaseContent(
        case_id=_checked(case["case"], str),
        copy=Copy(records, lines),
        people=[Person(**_typed(row, dict.fromkeys(_PERSON_FIELDS, str))) for row in _checked(people, list)],
        definitions=definitions,
        evidence=evidence,
        giver=_checked(case["giver"], str),
        handed_to=_checked(case["handed_to"], str),
    )


_PERSON_FIELDS = tuple(field.name for field in fields(Person))
_TEXTS = ("id", "batch", "key", "author", "device", "why")
_TEXTS_OR_NONE = ("parent", "undoes", "before", "after", "merges")

# A case of ten years stays far below: with 1,000 answers changed ten times each it has 11,000 values in its records,
# and a log of ten megabytes.
_MOST_VALUES = 200_000
_LARGEST_DEFINITIONS = 32 * 1024**2  # bytes; one has a tenth of a megabyte
_LONGEST_ROW = 8 * 1024**2  # bytes
# Bytes in memory of a log: of the texts in it, of the place where each is kept, of a line without its texts.
_MOST_WEIGHT, _WEIGHT_OF_TEXT, _WEIGHT_OF_LINE = 128 * 1024**2, 100, 250


def _line_row(line: LogLine) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(line, name) for name in (*_TEXTS, *_TEXTS_OR_NONE)}
    return row | {"at": line.at.isoformat(timespec="milliseconds")}


def _line(row: Mapping[str, Any], once: Callable[[str], str]) -> LogLine:
    texts: dict[str, Any] = {}
    for name in (*_TEXTS, *_TEXTS_OR_NONE):
        value = row[name]
        if type(value) is str:
            texts[name] = once(value)
        elif value is None and name in _TEXTS_OR_NONE:
            texts[name] = None
        else:
            raise TypeError(name)
    return LogLine(at=datetime.fromisoformat(row["at"]), **texts)


def _typed(row: Any, kinds: Mapping[str, type[T]]) -> dict[str, T]:
    return {name: _checked(row[name], kind) for name, kind in kinds.items()}


def _checked(value: Any, kind: type[Any]) -> Any:
    if type(value) is not kind:
        raise TypeError(kind)
    return value


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
