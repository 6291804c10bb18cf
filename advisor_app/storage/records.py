"""Which row and which log key belong to a change, and which change a line of the log tells of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple, assert_never

from sqlalchemy import Table

from advisor_app.domain.assessment import Answer, Statement
from advisor_app.domain.case import CaseHead, SectionKey
from advisor_app.domain.case_document import DocumentKey
from advisor_app.domain.changes import (
    NAMED_RECORDS,
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentSet,
    BookingSet,
    BrandingSet,
    Change,
    DocumentStateSet,
    HandoverSet,
    HeadSet,
    NamedRecordSet,
    PlanSet,
    RetentionSet,
    RoleSet,
    SectionSet,
    StatementSet,
    TargetSet,
    VocabularySet,
)
from advisor_app.storage.json_records import from_json
from advisor_app.storage.tables import ANSWER, ASSESSMENT, BOOKING, CASE, RECORD, STATEMENT, TARGET


class Place(NamedTuple):
    """Where a change's record lives: its table, the values of its primary key, and its kind in the log."""

    table: Table
    identity: Mapping[str, str]
    kind: str
    parts: tuple[str, ...]

    @property
    def log_key(self) -> str:
        """The key under which the log keeps the record's changes."""
        return "\x1f".join((self.kind, *self.parts))


_OWN_TABLES: Mapping[str, Table] = {"booking": BOOKING, "assessment": ASSESSMENT}
"""Records that one id names and that have a table with columns, by their kind in the log."""

_NAMED: Mapping[str, Callable[[str, Any, Any], Change]] = {change.kind: change for change in NAMED_RECORDS}

_HOMES: Mapping[str, str] = {
    **{change.kind: change.home for change in NAMED_RECORDS},
    "role": "case.RoleMapping",
    "assessment-migration": "assessment_migration.AssessmentMigration",
    "plan": "plan.Plan",
    "section": "words.Words",
    "document-state": "case_document.DocumentState",
    "handover": "case.Handover",
    "retention": "case.Retention",
    "branding": "case.CaseBranding",
}
"""Module and class of records that are values of ``domain``, by their kind in the log."""

RECORD_KINDS = tuple(kind for kind in ("word", *_HOMES) if kind not in _OWN_TABLES)
"""Kinds of records that are read whole, in ``record`` and in the log."""

FILED_KINDS = ("evidence", "archived-document")
"""Kinds of records that name a file among the evidence files, by their ``digest``."""


def record_type(kind: str) -> type[Any]:
    """The type of a record by its kind; its module is loaded with the first one."""
    if kind == "word":
        return str
    module, _, name = _HOMES[kind].partition(".")
    found: type[Any] = getattr(import_module(f"advisor_app.domain.{module}"), name)
    return found


def place_of(case_id: str, change: Change) -> Place:
    """Where the record of a change lives."""

    def record(kind: str, *parts: str) -> Place:
        return Place(RECORD, {"case_id": case_id, "kind": kind, "key": "\x1f".join(parts)}, kind, parts)

    match change:
        case HeadSet():
            return Place(CASE, {"id": case_id}, "head", ())
        case BookingSet() | AssessmentSet():
            return Place(_OWN_TABLES[change.kind], {"id": change.id}, change.kind, (change.id,))
        case NamedRecordSet():
            return record(change.kind, change.id)
        case AnswerSet() | StatementSet() | TargetSet():
            return _place_in_assessment(change)
        case VocabularySet():
            return record("word", change.word)
        case RoleSet():
            return record("role", change.role)
        case AssessmentMigrationSet():
            return record("assessment-migration", change.assessment)
        case PlanSet():
            return record("plan")
        case SectionSet(section=key):
            return record("section", key.document, key.item, key.section)
        case DocumentStateSet(document=document):
            return record("document-state", document.kind, document.item)
        case HandoverSet():
            return record("handover")
        case RetentionSet():
            return record("retention")
        case BrandingSet():
            return record("branding")
        case _:
            assert_never(change)


def _place_in_assessment(change: AnswerSet | StatementSet | TargetSet) -> Place:
    match change:
        case AnswerSet():
            identity = {"assessment": change.assessment, "question": change.question}
            return Place(ANSWER, identity, "answer", tuple(identity.values()))
        case StatementSet():
            identity = {"assessment": change.assessment, "question": change.question, "role": change.role}
            return Place(STATEMENT, identity, "statement", tuple(identity.values()))
        case TargetSet():
            identity = {"assessment": change.assessment, "dimension": change.dimension}
            return Place(TARGET, identity, "target", tuple(identity.values()))
        case _:
            assert_never(change)


def change_from_log(log_key: str, before: str | None, after: str | None) -> Change:
    """The change that a log row tells of."""
    kind, *parts = log_key.split("\x1f")

    def both(record: type[Any]) -> tuple[Any, Any]:
        return tuple(None if text is None else from_json(record, text) for text in (before, after))  # type: ignore[return-value]  # two of them

    match kind, parts:
        case "head", []:
            return HeadSet(*both(CaseHead))
        case "answer", [assessment, question]:
            return AnswerSet(assessment, question, *both(Answer))
        case "statement", [assessment, question, role]:
            return StatementSet(assessment, question, role, *both(Statement))
        case "target", [assessment, dimension]:
            return TargetSet(assessment, dimension, *both(int))
        case _ if kind in RECORD_KINDS or kind in _OWN_TABLES:
            return _record_change(kind, parts, *both(record_type(kind)))
        case _:
            raise ValueError(log_key)


def _record_change(kind: str, parts: list[str], before: Any, after: Any) -> Change:
    match kind, parts:
        case _, [name] if kind in _NAMED:
            return _NAMED[kind](name, before, after)
        case "word", [word]:
            return VocabularySet(word, before, after)
        case "role", [role]:
            return RoleSet(role, before, after)
        case "assessment-migration", [assessment]:
            return AssessmentMigrationSet(assessment, before, after)
        case "plan", []:
            return PlanSet(before, after)
        case "section", [document, item, section]:
            return SectionSet(SectionKey(document, item, section), before, after)
        case "document-state", [document, item]:
            return DocumentStateSet(DocumentKey(document, item), before, after)
        case "handover", []:
            return HandoverSet(before, after)
        case "retention", []:
            return RetentionSet(before, after)
        case "branding", []:
            return BrandingSet(before, after)
        case _:
            raise ValueError("\x1f".join((kind, *parts)))
