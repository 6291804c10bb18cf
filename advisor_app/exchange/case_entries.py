"""The content of a case file as entries, and back; fields are told in docs/case-file-format.md."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from functools import partial
from typing import Any, BinaryIO, TypeVar

from advisor_app.domain.case import Person
from advisor_app.domain.case_content import CaseContent, StoredDefinition
from advisor_app.domain.reconciliation import Copy, LogLine
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
    for entry in opened.entries():
        progress(opened.share)
        if entry.kind == "evidence":
            take_evidence(entry)
            evidence.append(entry.digest)
        elif entry.kind == "definition":
            body = entry.content()
            if hashlib.sha256(body).hexdigest() != entry.digest:
                raise ValueError(entry.name)
            bodies[entry.digest] = body.decode()
        else:
            found[entry.kind] = json.loads(entry.content())
    return _content(found["case"], found["log"], found["people"], bodies, evidence)


def check_digest(entry: Entry) -> None:
    """Read a piece of evidence for nothing but its name's sake; raises ValueError where it is not what it says."""
    digest = hashlib.sha256()
    for block in entry.blocks():
        digest.update(block)
    if digest.hexdigest() != entry.digest:
        raise ValueError(entry.name)


def _content(case: Any, log: Any, people: Any, bodies: Mapping[str, str], evidence: list[str]) -> CaseContent:
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
        case_id=_case_id(case["case"]),
        copy=Copy(records, [_line(row) for row in _checked(log, list)]),
        people=[Person(**_typed(row, dict.fromkeys(_PERSON_FIELDS, str))) for row in _checked(people, list)],
        definitions=definitions,
        evidence=evidence,
        giver=_checked(case["giver"], str),
        handed_to=_checked(case["handed_to"], str),
    )


_PERSON_FIELDS = tuple(field.name for field in fields(Person))
_TEXTS = ("id", "batch", "key", "author", "device", "why")
_TEXTS_OR_NONE = ("parent", "undoes", "before", "after", "merges")
_LONGEST_ID = 100


def _line_row(line: LogLine) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(line, name) for name in (*_TEXTS, *_TEXTS_OR_NONE)}
    return row | {"at": line.at.isoformat(timespec="milliseconds")}


def _line(row: Any) -> LogLine:
    for name in _TEXTS:
        if type(row[name]) is not str:
            raise TypeError(name)
    for name in _TEXTS_OR_NONE:
        if row[name] is not None and type(row[name]) is not str:
            raise TypeError(name)
    return LogLine(at=datetime.fromisoformat(row["at"]), **{name: row[name] for name in (*_TEXTS, *_TEXTS_OR_NONE)})


def _case_id(value: Any) -> str:
    case_id: str = _checked(value, str)
    if not case_id or len(case_id) > _LONGEST_ID or not case_id.isprintable():
        raise ValueError(case_id)
    return case_id


def _typed(row: Any, kinds: Mapping[str, type[T]]) -> dict[str, T]:
    return {name: _checked(row[name], kind) for name, kind in kinds.items()}


def _checked(value: Any, kind: type[Any]) -> Any:
    if type(value) is not kind:
        raise TypeError(kind)
    return value


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
