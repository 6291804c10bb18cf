"""Reads ``funding.toml``: programmes, exceptions and the wording of the rules; base's, and what local packs add."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from advisor_app.content.entry import Entry, read_entries
from advisor_app.content.table import Table
from advisor_app.domain.foundations import Certainty
from advisor_app.domain.funding_rules import (
    Counts,
    FundingException,
    FundingRules,
    Hint,
    Programme,
    RuleText,
    Support,
    SupportKind,
    Window,
)
from advisor_app.domain.use_case import MOST_COMMUNES

MOST_EUROS = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingContent:
    """One file's programmes and rules with their tables."""

    version: str
    programmes: list[Entry[Programme]]
    exceptions: list[Entry[FundingException]]
    rules: list[Entry[RuleText]]
    hints: list[Entry[Hint]]
    supports: list[Entry[Support]]


def read_funding(table: Table) -> FundingContent:
    """A pack's funding rules."""
    content = FundingContent(
        version=table.version(),
        programmes=read_entries(table, "programme", _read_programme),
        exceptions=read_entries(table, "exception", _read_exception),
        rules=read_entries(table, "rule", _read_rule),
        hints=read_entries(table, "hint", _read_hint),
        supports=read_entries(table, "support", _read_support),
    )
    table.finish()
    return content


def join_funding(parts: list[FundingContent]) -> FundingRules:
    """Base's rules with what further packs add; the version names every part."""
    supports = {entry.value.id: entry.value for part in parts for entry in part.supports}
    rules = {entry.value.id: entry.value for part in parts for entry in part.rules}
    return FundingRules(
        version="+".join(part.version for part in parts),
        programmes=tuple(entry.value for part in parts for entry in part.programmes),
        exceptions=tuple(entry.value for part in parts for entry in part.exceptions),
        rules=MappingProxyType(rules),
        hints=tuple(entry.value for part in parts for entry in part.hints),
        supports=MappingProxyType(supports),
    )


def _read_programme(table: Table) -> Programme:
    return Programme(
        id=table.id(),
        short=table.text("short"),
        title=table.text("title"),
        counts=table.member("counts", Counts),
        modules=table.some_texts("modules"),
        at_most=table.integer("at_most", 1, 99),
        rule=table.id("rule"),
        windows=tuple(entry.value for entry in read_entries(table, "window", _read_window)),
        as_of=table.day("as_of"),
        sources=table.some_texts("sources"),
    )


def _read_window(table: Table) -> Window:
    window = Window(
        module=table.id("module"),
        valid_from=table.day("valid_from"),
        valid_to=table.day_or_none("valid_to"),
        reading=table.text_or("reading"),
    )
    if window.valid_to is not None and window.valid_to < window.valid_from:
        table.flaw("ends-before-start", "valid_to")
    return window


def _read_exception(table: Table) -> FundingException:
    return FundingException(
        rule=table.id("rule"),
        programme=table.id("programme"),
        module=table.id("module"),
        with_module=table.id("with"),
        excludes=table.texts("excludes"),
    )


def _read_rule(table: Table) -> RuleText:
    return RuleText(id=table.id(), text=table.text("text"), sources=table.some_texts("sources"))


def _read_hint(table: Table) -> Hint:
    return Hint(
        id=table.id(),
        text=table.text("text"),
        sources=table.some_texts("sources"),
        certainty=table.member("certainty", Certainty),
    )


def _read_support(table: Table) -> Support:
    return Support(
        id=table.id(),
        kind=table.member("kind", SupportKind),
        title=table.text("title"),
        note=table.text("note"),
        as_of=table.day("as_of"),
        sources=table.some_texts("sources"),
        valid_to=table.day_or_none("valid_to"),
        minimum_grant=table.integer_or("minimum_grant", None, 0, MOST_EUROS),
        maximum_grant=table.integer_or("maximum_grant", None, 0, MOST_EUROS),
        quota_percent=table.integer_or("quota_percent", None, 0, 100),
        alliance_quota_percent=table.integer_or("alliance_quota_percent", None, 0, 100),
        commune_ceiling=table.integer_or("commune_ceiling", None, 0, MOST_EUROS),
        minimum_communes=table.integer_or("minimum_communes", None, 2, MOST_COMMUNES),
        applications_to=table.day_or_none("applications_to"),
        facts=table.texts_or("facts"),
    )
