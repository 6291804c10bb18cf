"""Whether a case that came from outside could have been written by this program: every value of it, and its log."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor_app.domain.case import Case
from advisor_app.domain.case_content import CaseContent
from advisor_app.domain.changes import Change, HeadSet, TargetSet
from advisor_app.domain.errors import Problem
from advisor_app.domain.plausibility import (
    ImplausibleError,
    check_id,
    check_instant,
    check_level,
    check_name,
    check_person,
    check_record,
    check_text,
)
from advisor_app.domain.reconciliation import Copy, LogLine
from advisor_app.domain.reduction import opened, reduce
from advisor_app.domain.words import LONGEST_LINE
from advisor_app.storage import log
from advisor_app.storage.json_records import LONGEST_RECORD, to_json
from advisor_app.storage.records import RECORD_KINDS, change_from_log, place_of

KINDS = frozenset({"head", "booking", "assessment", "answer", "statement", "target", *RECORD_KINDS})
"""Kinds of records as the log names them."""

LOCAL_KIND = "handover"
"""A kind of record that concerns one copy of a case and never leaves it."""


class UnknownKindError(Exception):
    """A kind of record that this version does not know."""


@dataclass(frozen=True, slots=True)
class CheckedContent:
    """A content of which every value could be read and is possible, its records in their one form, and their case.

    ``changes`` are the records as changes that add them, by log key.
    """

    content: CaseContent
    case: Case
    changes: Mapping[str, Change]


def checked(content: CaseContent) -> CheckedContent:
    """A content that came from outside.

    Raises UnknownKindError for a kind of record that this version does not know, and ValueError for anything that
    could not have been written by this program, ImplausibleError for values that nobody can have entered.
    """
    check_id(content.case_id, "case")
    changes = {key: _possible(key, value) for key, value in content.copy.records.items()}
    records = {}
    for key, change in changes.items():
        log_key, records[key] = record_of(content.case_id, change)
        if log_key != key or getattr(change.after, "id", _id_of(change)) != _id_of(change):
            raise ValueError(key)
    _check_log(content.copy.log, records)
    _check_people(content)
    for words in (content.giver, content.handed_to):
        check_text(words, "case", LONGEST_LINE)
    for definition in content.definitions:
        check_name(definition.questionnaire, "definition")
        check_name(definition.version, "definition")
    case = _case_of(content, changes)
    return CheckedContent(replace(content, copy=Copy(records, content.copy.log)), case, changes)


def record_of(case_id: str, change: Change) -> tuple[str, str]:
    """A record's log key and its JSON in the one form."""
    return place_of(case_id, change).log_key, to_json(change.after)


def _check_log(lines: Sequence[LogLine], records: Mapping[str, str]) -> None:
    """Every line possible, each after the lines that it names; a log that was salvaged may lack some of those."""
    places = {line.id: number for number, line in enumerate(lines)}
    if len(places) != len(lines):
        raise ValueError("the same line twice")
    last = dict(records)  # values that are known to be possible, by key: most lines begin with the end of another
    for number, line in enumerate(lines):
        place = line.key.partition("\x1f")[0]
        for name in (line.id, line.batch, *filter(None, (line.parent, line.undoes, line.merges))):
            check_id(name, place)
        for words in (line.author, line.device, line.why):
            check_text(words, place, LONGEST_LINE)
        check_instant(line.at, place)
        for earlier in (line.parent, line.undoes, line.merges):
            at = places.get(earlier or "")
            if at is not None and (at >= number or lines[at].key != line.key):
                raise ValueError("a line from a later one")
        for value in (line.before, line.after):
            if value is None or last.get(line.key) != value:
                _possible(line.key, value)
            if value is not None:
                last[line.key] = value


def _possible(key: str, value: str | None) -> Change:
    """The change that adds a record, every value of which is possible."""
    kind, *parts = key.split("\x1f")
    if kind == LOCAL_KIND:
        raise ValueError(key)
    if kind not in KINDS:
        raise UnknownKindError(kind)
    _check_form(kind, parts, value)
    change = change_from_log(key, None, value)
    _check_value(kind, change)
    return change


def _check_form(kind: str, parts: Sequence[str], value: str | None) -> None:
    for part in parts:
        check_name(part, kind)
    if value is not None and len(value) > LONGEST_RECORD:
        raise ImplausibleError(kind, Problem.RECORD_LONG, LONGEST_RECORD)


def _check_value(kind: str, change: Change) -> None:
    if isinstance(change, TargetSet) and change.after is not None:
        check_level(change.after, kind)
    check_record(change.after, kind)


def _check_people(content: CaseContent) -> None:
    if len({person.id for person in content.people}) != len(content.people):
        raise ValueError("the same person twice")
    for person in content.people:
        check_person(person)


def _case_of(content: CaseContent, changes: Mapping[str, Change]) -> Case:
    head = changes.get(log.OPENING_KEY)
    if not isinstance(head, HeadSet) or head.after is None or not head.after.communes:
        raise ValueError(content.case_id)
    case = opened(content.case_id, head)
    for key, change in changes.items():
        if key != log.OPENING_KEY:
            case = reduce(case, change)
    return replace(case, people={person.id: person for person in content.people})


def _id_of(change: Change) -> str | None:
    """The id in a change's key, None for records that have none of their own."""
    return getattr(change, "id", None)
