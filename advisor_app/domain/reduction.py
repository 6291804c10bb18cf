"""What a change does to a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar, assert_never

from advisor_app.domain.case import Case
from advisor_app.domain.changes import (
    AnswerSet,
    AssessmentMigrationSet,
    AssessmentPart,
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
from advisor_app.domain.errors import AdvisorError, Problem
from advisor_app.domain.plan import Plan

Key = TypeVar("Key")
Value = TypeVar("Value")


def inverse(change: Change) -> Change:
    """The change that takes this one back."""
    # mypy cannot see that both fields of each member have one type; the swap keeps it by construction.
    return replace(change, before=change.after, after=change.before)  # type: ignore[arg-type]  # the same change, turned round


def current(case: Case | None, change: Change) -> object | None:
    """What the snapshot holds now where the change applies; must equal ``change.before``."""
    if case is None:
        return None
    match change:
        case NamedRecordSet():
            return _named(case, change).get(change.id)
        case HeadSet():
            return case.head
        case VocabularySet():
            return case.vocabulary.get(change.word)
        case RoleSet():
            return case.roles.get(change.role)
        case AnswerSet() | StatementSet() | TargetSet() | AssessmentMigrationSet():
            return _current_part(case, change)
        case PlanSet():
            return None if case.plan == Plan() else case.plan
        case SectionSet():
            return case.sections.get(change.section)
        case DocumentStateSet():
            return case.document_states.get(change.document)
        case RetentionSet():
            return case.retention
        case BrandingSet():
            return case.branding
        case HandoverSet():
            return case.handover
        case _:
            assert_never(change)


def opened(case_id: str, change: HeadSet) -> Case:
    """The snapshot of a case that has just been opened. Raises AdvisorError(STALE_CHANGE) without a head."""
    if change.after is None:
        raise AdvisorError(Problem.STALE_CHANGE)
    return Case(id=case_id, head=change.after)


def reduce(case: Case, change: Change) -> Case:
    """The snapshot after a change. Raises AdvisorError(STALE_CHANGE) where the record is not as the change saw it."""
    expected = None if change.before == Plan() else change.before  # an empty plan is none at all
    if current(case, change) != expected:
        raise AdvisorError(Problem.STALE_CHANGE)
    match change:
        case NamedRecordSet():
            held: Mapping[str, Any] = {change.records: _with(_named(case, change), change.id, change.after)}
            return replace(case, **held)
        case HeadSet():
            return case if change.after is None else replace(case, head=change.after)
        case VocabularySet():
            return replace(case, vocabulary=_with(case.vocabulary, change.word, change.after))
        case RoleSet():
            return replace(case, roles=_with(case.roles, change.role, change.after))
        case AnswerSet() | StatementSet() | TargetSet() | AssessmentMigrationSet():
            return _reduce_part(case, change)
        case PlanSet():
            return replace(case, plan=change.after or Plan())
        case SectionSet():
            return replace(case, sections=_with(case.sections, change.section, change.after))
        case DocumentStateSet():
            return replace(case, document_states=_with(case.document_states, change.document, change.after))
        case RetentionSet():
            return replace(case, retention=change.after)
        case BrandingSet():
            return replace(case, branding=change.after)
        case HandoverSet():
            return replace(case, handover=change.after)
        case _:
            assert_never(change)


def _named(case: Case, change: NamedRecordSet[Any]) -> Mapping[str, object]:
    """The records of a kind that a case holds."""
    records: Mapping[str, object] = getattr(case, change.records)
    return records


def _current_part(case: Case, change: AssessmentPart) -> object | None:
    match change:
        case AnswerSet():
            return case.answers.get(change.assessment, {}).get(change.question)
        case StatementSet():
            return case.statements.get(change.assessment, {}).get((change.question, change.role))
        case TargetSet():
            return case.targets.get(change.assessment, {}).get(change.dimension)
        case AssessmentMigrationSet():
            return case.migrations.get(change.assessment)
        case _:
            assert_never(change)


def _reduce_part(case: Case, change: AssessmentPart) -> Case:
    match change:
        case AnswerSet():
            answers = _with(case.answers.get(change.assessment, {}), change.question, change.after)
            return replace(case, answers=_with(case.answers, change.assessment, answers or None))
        case StatementSet():
            said = case.statements.get(change.assessment, {})
            said = _with(said, (change.question, change.role), change.after)
            return replace(case, statements=_with(case.statements, change.assessment, said or None))
        case TargetSet():
            targets = _with(case.targets.get(change.assessment, {}), change.dimension, change.after)
            return replace(case, targets=_with(case.targets, change.assessment, targets or None))
        case AssessmentMigrationSet():
            return replace(case, migrations=_with(case.migrations, change.assessment, change.after))
        case _:
            assert_never(change)


def _with(records: Mapping[Key, Value], key: Key, value: Value | None) -> Mapping[Key, Value]:
    changed = dict(records)
    if value is None:
        changed.pop(key, None)
    else:
        changed[key] = value
    return changed
