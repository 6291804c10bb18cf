"""Reads the condition under which a question is asked: ``when = { question = "4.5.1", at_least = 1 }``."""

from __future__ import annotations

from advisor_app.content.table import Table
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.conditions import AllOf, AnyOf, AreaChosen, CommuneKindIs, Condition, Not, QuestionWithin

_DEEPEST = 12
_FORMS = ("question", "area_chosen", "commune_kind", "all", "any", "not")
_NEVER = AnyOf(any=())


def read_condition(table: Table, depth: int = 1) -> Condition:
    """The condition that a table describes; a faulty one is noted and never holds."""
    condition = _read_form(table, depth)
    table.finish()
    return condition


def _read_form(table: Table, depth: int) -> Condition:
    forms = [form for form in _FORMS if form in table]
    if len(forms) != 1:
        table.flaw("condition-form")
        return _NEVER
    if depth > _DEEPEST:
        table.flaw("nesting")
        return _NEVER
    match forms[0]:
        case "question":
            return _read_comparison(table)
        case "area_chosen":
            return AreaChosen(area=table.id("area_chosen"))
        case "commune_kind":
            return CommuneKindIs(commune_kind=table.member("commune_kind", CommuneKind))
        case "not":
            inner = table.table("not")
            return _NEVER if inner is None else Not(negated=read_condition(inner, depth + 1))
        case "all":
            return AllOf(all=_read_parts(table, "all", depth))
        case _:
            return AnyOf(any=_read_parts(table, "any", depth))


def _read_comparison(table: Table) -> Condition:
    if "at_least" not in table and "at_most" not in table:
        table.flaw("condition-bound")
    low, high = table.decimal_or_none("at_least"), table.decimal_or_none("at_most")
    if low is not None and high is not None and low > high:
        table.flaw("bounds-crossed", "at_least")
    return QuestionWithin(question=table.id("question"), at_least=low, at_most=high)


def _read_parts(table: Table, key: str, depth: int) -> tuple[Condition, ...]:
    parts = tuple(read_condition(part, depth + 1) for part in table.tables(key))
    if not parts:
        table.flaw("empty-list", key)
    return parts
