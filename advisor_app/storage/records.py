"""Which row and which log key belong to a change, and which change a line of the log tells of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, assert_never

from sqlalchemy import Table

from advisor_app.domain.agenda import AgendaDay
from advisor_app.domain.assessment import Answer, Assessment, Statement
from advisor_app.domain.assessment_migration import AssessmentMigration
from advisor_app.domain.attendance import Participant
from advisor_app.domain.booking import Booking
from advisor_app.domain.case import (
    CaseBranding,
    CaseHead,
    CaseNote,
    Contact,
    Handover,
    Retention,
    RoleMapping,
    SectionKey,
)
from advisor_app.domain.case_document import ArchivedDocument, DocumentKey, DocumentState
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
from advisor_app.domain.clarification import Clarification
from advisor_app.domain.evidence import Evidence
from advisor_app.domain.minutes import MinutesEntry, WorkingState
from advisor_app.domain.plan import Measure, Plan
from advisor_app.domain.poll import Poll
from advisor_app.domain.process import ProcessSheet
from advisor_app.domain.sent_form import SentForm
from advisor_app.domain.use_case import UseCase
from advisor_app.domain.words import Words
from advisor_app.storage.json_records import from_json
from advisor_app.storage.tables import (
    AnswerRow,
    AssessmentRow,
    BookingRow,
    CaseRow,
    RecordRow,
    StatementRow,
    TargetRow,
)


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


def _table(row: type[Any]) -> Table:
    table: Table = row.__table__
    return table


CASE, BOOKING, ASSESSMENT = _table(CaseRow), _table(BookingRow), _table(AssessmentRow)
ANSWER, STATEMENT, TARGET, RECORD = _table(AnswerRow), _table(StatementRow), _table(TargetRow), _table(RecordRow)

RECORD_KINDS: Mapping[str, type[Any]] = {
    "note": CaseNote,
    "contact": Contact,
    "word": str,
    "role": RoleMapping,
    "agenda-day": AgendaDay,
    "assessment-migration": AssessmentMigration,
    "poll": Poll,
    "clarification": Clarification,
    "use-case": UseCase,
    "process": ProcessSheet,
    "plan": Plan,
    "measure": Measure,
    "section": Words,
    "document-state": DocumentState,
    "archived-document": ArchivedDocument,
    "sent-form": SentForm,
    "evidence": Evidence,
    "minutes-entry": MinutesEntry,
    "participant": Participant,
    "working-state": WorkingState,
    "handover": Handover,
    "retention": Retention,
    "branding": CaseBranding,
}
"""Records that are read whole, by their kind in ``record`` and in the log."""

FILED_KINDS = ("evidence", "archived-document")
"""Kinds of records that name a file among the evidence files, by their ``digest``."""


_OWN_TABLES: Mapping[str, tuple[Table, type[Any]]] = {
    "booking": (BOOKING, Booking),
    "assessment": (ASSESSMENT, Assessment),
}
"""Records that one id names and that have a table with columns, by their kind in the log."""


_NAMED: Mapping[str, Callable[[str, Any, Any], Change]] = {change.kind: change for change in NAMED_RECORDS}


def place_of(case_id: str, change: Change) -> Place:
    """Where the record of a change lives."""

    def record(kind: str, *parts: str) -> Place:
        return Place(RECORD, {"case_id": case_id, "kind": kind, "key": "\x1f".join(parts)}, kind, parts)

    match change:
        case HeadSet():
            return Place(CASE, {"id": case_id}, "head", ())
        case BookingSet() | AssessmentSet():
            return Place(_OWN_TABLES[change.kind][0], {"id": change.id}, change.kind, (change.id,))
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
        return tuple(None if text is None else from_json(record, text) for text in (before, after))  # type: ignore[return-value]

    match kind, parts:
        case "head", []:
            return HeadSet(*both(CaseHead))
        case _, [name] if kind in _NAMED:
            return _NAMED[kind](name, *both(_record_type(kind)))
        case "word", [word]:
            return VocabularySet(word, *both(str))
        case "role", [role]:
            return RoleSet(role, *both(RoleMapping))
        case "assessment-migration", [assessment]:
            return AssessmentMigrationSet(assessment, *both(AssessmentMigration))
        case "answer", [assessment, question]:
            return AnswerSet(assessment, question, *both(Answer))
        case "statement", [assessment, question, role]:
            return StatementSet(assessment, question, role, *both(Statement))
        case "target", [assessment, dimension]:
            return TargetSet(assessment, dimension, *both(int))
        case "plan", []:
            return PlanSet(*both(Plan))
        case "section", [document, item, section]:
            return SectionSet(SectionKey(document, item, section), *both(Words))
        case "document-state", [document, item]:
            return DocumentStateSet(DocumentKey(document, item), *both(DocumentState))
        case "handover", []:
            return HandoverSet(*both(Handover))
        case "retention", []:
            return RetentionSet(*both(Retention))
        case "branding", []:
            return BrandingSet(*both(CaseBranding))
        case _:
            raise ValueError(log_key)


def _record_type(kind: str) -> type[Any]:
    """The type of a record that one id names."""
    return _OWN_TABLES[kind][1] if kind in _OWN_TABLES else RECORD_KINDS[kind]
